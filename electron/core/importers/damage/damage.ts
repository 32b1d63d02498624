import type { PlanColumn } from '../../../../shared/domain/plan.ts';
import { again } from '../further-looks.ts';

/** What was found in the raw cells of a column: how many cells, and the first of those that look like a date. */
export interface Damage { lost: number; errors: number; short: number; scientific: number; long: number; zeros: number; dates: number; date: string }

const many = (n: number, one: string, more = `${one}s`) => `${n === 1 ? 1 : n.toLocaleString('en-GB')} ${n === 1 ? one : more}`;
const short = (name: string) => `“${name.length > 40 ? `${name.slice(0, 39).toWellFormed()}…` : name}”`;

const formulaError = /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;
const rounded = /^\d(?:[.,]\d+)?E\+\d{2}$/i;
const dateFromOption = /^(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2})$/;
/** “don?t”, “it?s”: no question mark is typed there. */
const lostApostrophe = /(?<=[a-z])\?(?=(?:t|s|re|ve|ll|m|d)\b)/gi;

/** Looks once at each raw cell of a column. Ids and options are short; long answers are searched for lost characters only. */
export function damageIn(cells: Iterable<string>): Damage {
  const found: Damage = { lost: 0, errors: 0, short: 0, scientific: 0, long: 0, zeros: 0, dates: 0, date: '' };
  for (const cell of cells) {
    if (cell === '') continue;
    if (cell.includes('\ufffd')) found.lost++;
    if (cell.length >= 40) continue;
    found.short++;
    const text = cell.trim();
    if (cell.length < 16 && cell.startsWith('#') && formulaError.test(text)) found.errors++;
    if (cell.length < 20 && rounded.test(text)) found.scientific++;
    if (/^\d{16,}$/.test(text)) {
      found.long++;
      if (/^\d{15}0+$/.test(text)) found.zeros++;
    }
    if (cell.length < 7 && dateFromOption.test(text)) {
      found.date ||= text;
      found.dates++;
    }
  }
  return found;
}

/** Damage that was done before the file came here and cannot be undone: told, never touched. `used` has what was found in raw cells, `questions` the answers as they will be kept. */
export function damageNotes(used: readonly { column: PlanColumn; damage: Damage }[], questions: readonly { column: PlanColumn; cells: readonly string[] }[]): string[] {
  const found: string[] = [];
  const lost = used.reduce((sum, { damage }) => sum + damage.lost, 0);
  if (lost)
    found.push(
      `In ${many(lost, 'cell')}, characters were lost before the file came here (they read “\ufffd”) and cannot be brought back. A fresh export may still have them.`,
    );
  const marks = questions.reduce((sum, { cells }) => sum + again(cells, 'lost apostrophes', [], () => lostApostrophes(cells)), 0);
  if (marks > 1)
    found.push(
      `${many(marks, 'question mark')} stand where an apostrophe belongs, as in “don?t”: it was lost before the file came here and cannot be brought back. A fresh export may still have it.`,
    );
  const errors = used.reduce((sum, { damage }) => sum + damage.errors, 0);
  if (errors)
    found.push(
      `${many(errors, 'cell reads', 'cells read')} “#NAME?” or a similar error: Excel took an answer that begins with “-” or “=” for a formula. What was there is lost; export the answers again without opening them in Excel.`,
    );
  for (const { column, damage } of used) found.push(...numberDamage(column, damage));
  return found;
}

const lostApostrophes = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (cell.includes('?') ? (cell.match(lostApostrophe)?.length ?? 0) : 0), 0);

/** Answers that a rich text box wrote in HTML: how many, and that nothing happens by itself. */
export const htmlNote = (column: PlanColumn, answers: number): string =>
  `${many(answers, 'answer')} to ${short(column.shortName)} ${answers === 1 ? 'holds' : 'hold'} HTML, such as “&amp;” for “&” or “<br>” for a new line. ${answers === 1 ? 'It stays' : 'They stay'} as ${answers === 1 ? 'it is' : 'they are'} unless you choose to read ${answers === 1 ? 'it' : 'them'} as text (in a plan: “html”: true on this column).`;

/** What spreadsheet programs do to ids and to option labels. */
function numberDamage(column: PlanColumn, { short: filled, scientific, long, zeros, dates, date }: Damage): string[] {
  if (scientific)
    return [
      `${many(scientific, 'value')} in ${short(column.name)} ${scientific === 1 ? 'was' : 'were'} rounded by Excel (such as 1.23E+11); the digits are lost. A fresh export may still have them.`,
    ];
  if (zeros > 1 && zeros === long)
    return [`${many(zeros, 'number')} in ${short(column.name)} end in zeros after the 15th digit: Excel keeps no more than 15. Do not rely on them as ids.`];
  if (column.role !== 'attribute' || dates === 0 || dates > filled * 0.8) return [];
  return [
    `${many(dates, 'value')} in ${short(column.name)} may have been turned into a date by Excel, such as “${date}”. What was there is lost.`,
  ];
}
