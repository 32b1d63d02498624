import type { Inspection, RowKind } from '../../../../shared/domain/plan.ts';
import { refused } from '../../../../shared/errors.ts';
import { again } from '../further-looks.ts';
import type { Completion } from './completion.ts';
import { type Header, telltale } from './headers.ts';
import { plainName, timestampNames } from './known-columns.ts';
import { type DataRows, listed, without } from './rows.ts';

/** Rows of one kind, by their place (from 0) among those looked at, and the sentence that a person reads about them. */
export interface Finding {
  kind: RowKind;
  rows: readonly number[];
  sentence: string;
}

/** What is left out unless somebody decides otherwise: the survey tool itself says that these are no responses. */
export const usuallyLeftOut: readonly RowKind[] = ['preview', 'test', 'spam'];

const words: Readonly<Record<RowKind, readonly [one: string, many: string]>> = {
  preview: ['survey preview', 'survey previews'],
  test: ['test response', 'test responses'],
  spam: ['response marked as spam', 'responses marked as spam'],
  untimed: ['row without a time', 'rows without a time'],
  last: ['last row', 'last rows'],
  trial: ['try-out', 'try-outs'],
  twin: ['response with the answers of another', 'responses with the answers of others'],
  again: ['row with an id that came before', 'rows with an id that came before'],
  silent: ['respondent without any answer', 'respondents without any answer'],
  unfinished: ['unfinished response', 'unfinished responses'],
};

const people = (n: number) => (n === 1 ? '1 respondent' : `${n.toLocaleString('en-GB')} respondents`);
const columnNamed = (headers: readonly Header[], test: (name: string) => boolean) => headers.find((header) => test(plainName(telltale(header))));
const mostLines = 20;

/** Findings one after the other, and what of them is left out: for the screen, for the plan and as sentences. */
export class RowDecisions {
  readonly found: Inspection['found'] = [];
  readonly leftOut: Inspection['leftOut'] = [];
  readonly sentences: string[] = [];
  readonly #chosen: ReadonlySet<RowKind>;
  readonly #fileName: string;

  constructor(chosen: readonly RowKind[], fileName: string) {
    this.#chosen = new Set(chosen);
    this.#fileName = fileName;
  }

  leaves(kind: RowKind): boolean {
    return this.#chosen.has(kind);
  }

  /** Notes what was found and gives the places that are left out. Throws a refusal where nothing would remain of `all` rows. */
  decide(findings: readonly Finding[], lines: readonly number[]): ReadonlySet<number> {
    const out = new Set<number>();
    for (const { kind, rows, sentence } of findings) {
      if (rows.length === 0) continue;
      const leftOut = this.#chosen.has(kind);
      this.found.push({ kind, count: rows.length, lines: rows.slice(0, mostLines).map((at) => lines[at] ?? 0), leftOut, words: words[kind][rows.length === 1 ? 0 : 1], sentence });
      if (!leftOut) {
        if (sentence) this.sentences.push(sentence);
        continue;
      }
      const fresh = rows.filter((at) => !out.has(at));
      for (const at of fresh) out.add(at);
      if (fresh.length) this.leftOut.push({ count: fresh.length, reason: words[kind][fresh.length === 1 ? 0 : 1] });
    }
    if (out.size > 0 && out.size === lines.length)
      throw refused(`Nothing would be left of “${this.#fileName}”: every row is of a kind that is to be left out. Keep at least one kind.`);
    return out;
  }
}

/** Qualtrics' previews, tests and spam. A trial run of one's own survey is nothing but previews; then they are what there is. */
export function markedByTool({ rows }: DataRows, names: readonly string[], producer: string): Finding[] {
  const status = producer === 'Qualtrics' ? names.findIndex((name) => plainName(name) === 'status') : -1;
  if (status === -1) return [];
  const coded = rows.every((row) => /^\d*$/.test((row[status] ?? '').trim()));
  const reasons = rows.map((row) => reasonToLeave((row[status] ?? '').trim().toLowerCase(), coded));
  if (reasons.every(Boolean)) return [];
  return usuallyLeftOut.map((kind) => {
    const places = reasons.flatMap((each, at) => (each === kind ? [at] : []));
    return { kind, rows: places, sentence: `${places.length === 1 ? `1 ${words[kind][0]} comes` : `${places.length} ${words[kind][1]} come`} in.` };
  });
}

/** “Survey Preview” in the languages that Qualtrics exports in. */
const previews = /preview|vorschau|vista previa|aperçu|prévisualisation|anteprima|voorbeeld|pré-visualização|visualização|podgląd|forhåndsvisning|förhandsgranskning|esikatselu|предварительный|预览|預覽|プレビュー|미리 보기/;

function reasonToLeave(status: string, coded: boolean): RowKind | null {
  if (previews.test(status) || (coded && status === '1')) return 'preview';
  if (status === 'survey test' || (coded && status === '2')) return 'test';
  return status === 'spam' || (coded && status === '8') ? 'spam' : null;
}

const isTime = (name: string) =>
  timestampNames.has(name) || ['startdate', 'starttime', 'datesubmitted', 'completiondate', 'timestarted', 'startdateutc'].includes(name);

/** What people write before figures below the last respondent. */
const figures = /^(?:average|mean|median|totals?|sum|count|durchschnitt|mittelwert|summe|gesamt|moyenne|somme|promedio|media|gemiddelde|totaal)[:.]?$/i;
/** What stands beside them. */
const moreFigures = /^(?:n|s\.?d\.?|std\.?(?: ?dev\.?)?|standard deviation|standardabweichung|min(?:imum)?|max(?:imum)?)[:.]?$/i;

/** What rows look like before anything is known about the columns: averages below the last respondent, and who did not finish. */
export function byTheirLook({ rows, lines }: DataRows, headers: readonly Header[], completion: Completion | undefined): Finding[] {
  const found: Finding[] = [];
  const time = columnNamed(headers, isTime);
  const timeless = time ? rows.flatMap((row, at) => ((row[time.index] ?? '').trim() === '' ? [at] : [])) : [];
  if (timeless.length > 0 && timeless.length <= Math.min(2, rows.length / 5)) {
    const where = timeless.map((at) => lines[at] ?? 0);
    found.push({
      kind: 'untimed',
      rows: timeless,
      sentence: `${timeless.length === 1 ? 'One row has' : `${timeless.length} rows have`} no time, unlike all others (${listed(where)}). Perhaps an average or a note was added to the file by hand.`,
    });
  }
  const last = rows.length - 1;
  const beginsWith = (at: number) => rows[at]?.find((cell) => cell.trim() !== '')?.trim() ?? '';
  let first = rows.length;
  while (first > 0 && (figures.test(beginsWith(first - 1)) || moreFigures.test(beginsWith(first - 1)))) first--;
  const summed = Array.from({ length: rows.length - first }, (_, at) => first + at);
  const begins = summed.map(beginsWith);
  if (rows.length >= 5 && !timeless.includes(last)) {
    const counted = begins.some((word) => figures.test(word));
    const tail = counted ? [] : again(rows, 'tail', [], () => tailOf(rows, lines));
    if (counted && summed.length > 1) {
      const quoted = begins.map((word) => `“${word}”`);
      found.push({
        kind: 'last',
        rows: summed,
        sentence: `The last ${summed.length} rows (${listed(summed.map((at) => lines[at] ?? 0))}) begin with ${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}. Perhaps they were added to the file by hand and are no respondents.`,
      });
    } else if (counted)
      found.push({ kind: 'last', rows: [last], sentence: `The last row (line ${lines[last]}) begins with “${begins[0]}”. Perhaps it was added to the file by hand and is no respondent.` });
    else if (tail.length === 1)
      found.push({
        kind: 'last',
        rows: tail,
        sentence: `The last row (line ${lines[last]}) holds ${rows[last]?.filter((cell) => cell.trim() !== '').length === 1 ? 'one cell' : 'two cells'} only, unlike all others. Perhaps it is a total or a note and no respondent.`,
      });
    else if (tail.length > 1)
      found.push({
        kind: 'last',
        rows: tail,
        sentence: `The last ${tail.length} rows (${listed(tail.map((at) => lines[at] ?? 0))}) stand under an empty line and hold two cells at most, unlike all others. Perhaps they are notes or another table and no respondents.`,
      });
  }
  if (completion)
    found.push({
      kind: 'unfinished',
      rows: completion.unfinished,
      sentence: `${people(completion.unfinished.length)} did not finish the survey (${completion.sign}). They come in with what they answered, and how far they came is kept as an attribute.`,
    });
  return found;
}

/** Rows at the end that hold a cell or two: the last one where all others hold far more, several where an empty line stands above them. */
function tailOf(rows: DataRows['rows'], lines: DataRows['lines']): number[] {
  const filled = rows.map((row) => row.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0));
  let start = rows.length;
  while (start > 0 && (filled[start - 1] ?? 0) <= 2) start--;
  const above = filled.slice(0, start).toSorted((a, b) => a - b);
  const usual = above[Math.floor(above.length / 10)] ?? 0;
  const before = rows[start - 1]?.reduce((sum, cell) => sum + cell.split('\n').length - 1, (lines[start - 1] ?? 0) + 1) ?? 0;
  const apart = start < rows.length && start >= 5 && usual >= 3 && (lines[start] ?? 0) > before;
  const tail = Array.from({ length: rows.length - start }, (_, at) => start + at);
  return apart && tail.length <= rows.length / 2 ? tail : usual >= 5 ? tail.slice(-1) : [];
}

/** The rows of one event (or repeated form) of a REDCap export, and which there are. Throws `invalid` for an event that is not there. */
export function eventsOf(below: DataRows, headers: readonly Header[], producer: string, wished: string | undefined): { events: Inspection['events']; event: string; rows: DataRows; others: number } {
  const column = columnNamed(headers, (name) => name === 'redcapeventname' || (producer === 'REDCap' && name === 'eventname'));
  const repeat = columnNamed(headers, (name) => name === 'redcaprepeatinstrument' || (producer === 'REDCap' && name === 'repeatinstrument'));
  // Rows of a form that was filled several times stand beside those of the others.
  const of = (row: readonly string[]) => [column, repeat].flatMap((each) => (each ? (row[each.index] ?? '') : '') || []).join(' · ') || 'not repeated';
  const counts = new Map<string, number>();
  if (column || repeat) for (const row of below.rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
  const events = counts.size > 1 ? [...counts].map(([name, rows]) => ({ name, rows })) : [];
  const event = events.length && wished ? wished : '';
  if (event === '') return { events, event: '', rows: below, others: 0 };
  if (!counts.has(event)) throw refused(`The file has no event “${event}”. It has: ${events.map(({ name }) => name).join(', ')}.`);
  const out = new Set(below.rows.flatMap((row, at) => (of(row) === event ? [] : [at])));
  return { events, event, rows: without(below, out), others: out.size };
}
