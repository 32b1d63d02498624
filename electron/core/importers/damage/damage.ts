import type { PlanColumn } from '../../../../shared/domain/plan.ts';

/** A column and its raw cells, read as often as they are needed and never held. */
interface Cells {
  column: PlanColumn;
  cells: () => Iterable<string>;
}

const many = (n: number, one: string, more = `${one}s`) => `${n === 1 ? 1 : n.toLocaleString('en-GB')} ${n === 1 ? one : more}`;
const short = (name: string) => `“${name.length > 40 ? `${name.slice(0, 39).toWellFormed()}…` : name}”`;

const formulaError = /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;
const rounded = /^\d(?:[.,]\d+)?E\+\d{2}$/i;
const dateFromOption = /^(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2})$/;
/** “don?t”, “it?s”: no question mark is typed there. */
const lostApostrophe = /(?<=[a-z])\?(?=(?:t|s|re|ve|ll|m|d)\b)/gi;

/** Damage that was done before the file came here and cannot be undone: told, never touched. `used` has raw cells, `questions` the answers as they will be kept. */
export function damageNotes(used: readonly Cells[], questions: readonly { column: PlanColumn; cells: readonly string[] }[]): string[] {
  const found: string[] = [];
  const count = (test: (cell: string) => boolean) => {
    let sum = 0;
    for (const { cells } of used) for (const cell of cells()) if (test(cell)) sum++;
    return sum;
  };
  const lost = count((cell) => cell.includes('\ufffd'));
  if (lost)
    found.push(
      `In ${many(lost, 'cell')}, characters were lost before the file came here (they read “\ufffd”) and cannot be brought back. A fresh export may still have them.`,
    );
  const marks = questions.reduce((sum, { cells }) => sum + cells.reduce((some, cell) => some + (cell.includes('?') ? (cell.match(lostApostrophe)?.length ?? 0) : 0), 0), 0);
  if (marks > 1)
    found.push(
      `${many(marks, 'question mark')} stand where an apostrophe belongs, as in “don?t”: it was lost before the file came here and cannot be brought back. A fresh export may still have it.`,
    );
  const errors = count((cell) => cell.length < 16 && cell.startsWith('#') && formulaError.test(cell.trim()));
  if (errors)
    found.push(
      `${many(errors, 'cell reads', 'cells read')} “#NAME?” or a similar error: Excel took an answer that begins with “-” or “=” for a formula. What was there is lost; export the answers again without opening them in Excel.`,
    );
  for (const each of used) found.push(...numberDamage(each));
  return found;
}

/** Answers that a rich text box wrote in HTML: how many, and that nothing happens by itself. */
export const htmlNote = (column: PlanColumn, answers: number): string =>
  `${many(answers, 'answer')} to ${short(column.shortName)} ${answers === 1 ? 'holds' : 'hold'} HTML, such as “&amp;” for “&” or “<br>” for a new line. ${answers === 1 ? 'It stays' : 'They stay'} as ${answers === 1 ? 'it is' : 'they are'} unless you choose to read ${answers === 1 ? 'it' : 'them'} as text (in a plan: “html”: true on this column).`;

/** What spreadsheet programs do to ids and to option labels. */
function numberDamage({ column, cells }: Cells): string[] {
  // Ids and options are short; long answers need no look.
  const filled: string[] = [];
  for (const cell of cells()) if (cell !== '' && cell.length < 40) filled.push(cell);
  const scientific = filled.filter((cell) => cell.length < 20 && rounded.test(cell.trim())).length;
  if (scientific)
    return [
      `${many(scientific, 'value')} in ${short(column.name)} ${scientific === 1 ? 'was' : 'were'} rounded by Excel (such as 1.23E+11); the digits are lost. A fresh export may still have them.`,
    ];
  const long = filled.filter((cell) => /^\d{16,}$/.test(cell.trim()));
  const zeros = long.filter((cell) => /^\d{15}0+$/.test(cell.trim())).length;
  if (zeros > 1 && zeros === long.length)
    return [`${many(zeros, 'number')} in ${short(column.name)} end in zeros after the 15th digit: Excel keeps no more than 15. Do not rely on them as ids.`];
  if (column.role !== 'attribute') return [];
  const dates = filled.filter((cell) => cell.length < 7 && dateFromOption.test(cell.trim()));
  if (dates.length === 0 || dates.length > filled.length * 0.8) return [];
  return [
    `${many(dates.length, 'value')} in ${short(column.name)} may have been turned into a date by Excel, such as “${dates[0]?.trim()}”. What was there is lost.`,
  ];
}
