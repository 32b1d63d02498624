import type { BadRow } from '../../../shared/contract/coding.ts';
import { rangeProblem } from '../../../shared/domain/offsets.ts';
import { shownAs } from '../../../shared/domain/participant-name.ts';
import type { CodeKind, Display } from '../../../shared/domain/types.ts';
import { pathOf, unguarded } from '../../../shared/report/coding-columns.ts';
import { all, type Db, one } from '../sql.ts';
import type { CodingRecord } from './coding-file.ts';
import { findExtract } from './find-extract.ts';

/** A row that found its place in an answer. `analysis` is empty where the question's own is meant; `kind` where the file says nothing. */
export interface PlacedRow {
  questionId: number; itemId: number; participantId: number; start: number; end: number;
  analysis: string; group: string[]; theme: string[]; code: string; kind: CodeKind | ''; note: string;
}
interface Question { id: number; column: string; shortName: string; wording: string }
interface Item { id: number; text: string }

const longest = 200;
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const loose = (text: string) => plain(text).toLowerCase();

/** Finds for each row the answer and the stretch that it names; rows that cannot be placed come back with a reason. */
export function placeRows(db: Db, records: readonly CodingRecord[]): { rows: PlacedRow[]; problems: BadRow[] } {
  const placer = new Placer(db);
  const rows: PlacedRow[] = [];
  const problems: BadRow[] = [];
  for (const record of records) {
    const placed = placer.place(record);
    if (typeof placed === 'string') problems.push({ line: record.line, reason: placed });
    else rows.push(placed);
  }
  return { rows, problems };
}

class Placer {
  #db: Db;
  #questions: Question[];
  #people = new Map<string, { id: number; shown: string }>();
  #found = new Map<string, Question | string>();

  constructor(db: Db) {
    this.#db = db;
    this.#questions = all(db, 'SELECT id, column_name AS "column", short_name AS shortName, wording FROM question ORDER BY position, id');
    const display = one<{ display: Display }>(db, 'SELECT display FROM project')?.display ?? 'imported';
    const people = all<{ id: number; label: string; number: number }>(db, 'SELECT id, label, number FROM participant').map((person) => ({ ...person, shown: shownAs(display, person.label, person.number) }));
    // The id of the file counts first; the name shown helps those who coded on paper from the screen.
    for (const person of people) this.#people.set(person.shown, person);
    for (const person of people) this.#people.set(person.label, person);
  }

  /** The row's place, or the reason why it has none. */
  place({ cells }: CodingRecord): PlacedRow | string {
    const question = this.#question(cells.question ?? '');
    if (typeof question === 'string') return question;
    const named = cells.participant ?? '';
    if (named === '') return 'The participant is missing.';
    const person = this.#people.get(named) ?? this.#people.get(/^\[(.*)\]$/.exec(named)?.[1] ?? '');
    if (!person) return `There is no participant “${named.slice(0, 60)}”.`;
    const item = one<Item>(this.#db, 'SELECT id, text FROM item WHERE question_id = ? AND participant_id = ?', question.id, person.id);
    if (!item) return `${person.shown} did not answer “${question.shortName.slice(0, 60)}”.`;
    const range = rangeOf(item.text, cells, person.shown);
    if (typeof range === 'string') return range;
    const code = plain(cells.code ?? '');
    const kind = (cells.kind ?? '').toLowerCase();
    const path = { group: pathOf(cells.group ?? ''), theme: pathOf(cells.theme ?? ''), analysis: plain(cells.analysis ?? '') };
    if (code === '') return 'The code is missing.';
    if (kind !== '' && kind !== 'semantic' && kind !== 'latent' && kind !== 'undecided') return `“${kind.slice(0, 40)}” is no kind of code; there are semantic, latent and undecided.`;
    if ([code, path.analysis, ...path.group, ...path.theme].some((name) => name.length > longest)) return `A name in this row is longer than ${longest} characters.`;
    return { questionId: question.id, itemId: item.id, participantId: person.id, ...range, ...path, code, kind, note: (cells.note ?? '').slice(0, 20_000) };
  }

  #question(named: string): Question | string {
    const known = this.#found.get(named);
    if (known !== undefined) return known;
    const found = this.#findQuestion(named);
    this.#found.set(named, found);
    return found;
  }

  /** By what tells most first: the exact wording or column, the short name, the number in the survey; then the same regardless of capitals and blanks. */
  #findQuestion(named: string): Question | string {
    if (named.trim() === '') return 'The question is missing.';
    const exact = (key: keyof Question) => this.#questions.filter((question) => question[key] === named);
    const similar = (key: 'column' | 'shortName' | 'wording') => this.#questions.filter((question) => loose(question[key]) === loose(named));
    const number = /^(?:question )?(\d{1,6})$/i.exec(plain(named))?.[1];
    const numbered = number === undefined ? undefined : this.#questions[Number(number) - 1];
    for (const found of [exact('wording'), exact('column'), exact('shortName'), numbered ? [numbered] : [], similar('wording'), similar('column'), similar('shortName')]) {
      if (found.length > 1) return `“${named.slice(0, 60)}” is the name of ${found.length} questions. Name the question by its number (${found.map((question) => this.#questions.indexOf(question) + 1).join(', ')}) or its column.`;
      if (found[0]) return found[0];
    }
    return `There is no question “${named.slice(0, 60)}”.`;
  }
}

/** How programs count characters: UTF-16 code units (ours, Excel), the same with Windows line ends, and code points (Python, R). */
const countings = [(text: string) => text.length, (text: string) => text.replaceAll('\n', '\r\n').length, (text: string) => Array.from(text).length];

/** The stretch that a row names by its words, by its offsets, or by both, which then must agree. */
function rangeOf(text: string, cells: CodingRecord['cells'], who: string): { start: number; end: number } | string {
  const start = offset(cells.start);
  const given = offset(cells.end);
  if (start === 'bad' || given === 'bad') return 'Start and end are whole numbers of characters from the beginning of the answer.';
  const words = cells.extract ?? '';
  if (words.trim() === '') {
    if (start === null || given === null) return 'There is neither an extract nor a start and an end.';
    return rangeProblem(text, start, given) ?? { start, end: given };
  }
  // With the words to tell by, an end beyond the answer (counted before damaged characters were repaired) is the end of the answer.
  const end = given === null ? null : Math.min(given, text.length);
  if (start !== null && end !== null && rangeProblem(text, start, end) === null && [words, unguarded(words)].some((each) => plain(each) === plain(text.slice(start, end)))) return { start, end };
  // A guarded cell is told from a quotation that begins with an apostrophe by what the answer says.
  const found = findExtract(text, words) ?? findExtract(text, unguarded(words));
  if (!found) return `These words are not in the answer of ${who}.`;
  if (start === null && end === null) {
    return found.length === 1 && found[0] ? found[0] : `These words are ${found.length} times in the answer of ${who}. Add the start, counted in characters from the beginning of the answer.`;
  }
  return found.find((range) => countings.some((counted) => (start === null || counted(text.slice(0, range.start)) === start) && (end === null || range.end === end || counted(text.slice(0, range.end)) === given))) ?? `Start and end (${start ?? '?'} to ${end ?? '?'}) do not lead to the words of the extract in the answer of ${who}; the words stand at ${found.slice(0, 3).map((range) => range.start).join(', ')}.`;
}

function offset(cell: string | undefined): number | null | 'bad' {
  if (cell === undefined || cell === '') return null;
  return /^\d{1,8}$/.test(cell) ? Number(cell) : 'bad';
}
