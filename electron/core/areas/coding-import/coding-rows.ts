import { mixedNumberings } from '../../../../shared/domain/numberings.ts';
import { rangeProblem } from '../../../../shared/domain/offsets.ts';
import type { CodeKind } from '../../../../shared/domain/types.ts';
import { unguarded } from '../../../../shared/report/coding-columns.ts';
import { all, type Db } from '../../sql.ts';
import { tell } from '../../task.ts';
import { finders } from '../people/alias-finder.ts';
import { type Answer, AnswerIndex } from './answer-index.ts';
import type { CodingRecord } from './coding-records.ts';
import { type NamedQuestion, QuestionFinder } from './coding-questions.ts';
import { type Range, ratingBehind, wantedFrom } from './find-extract.ts';
import { PlaceFinder } from './place-finder.ts';
import type { SoughtRow } from './sought-row.ts';

type Found = Pick<SoughtRow, 'state' | 'places' | 'reason' | 'away' | 'taken'>;
export interface Confirmed extends Range { line: number; part: number; itemId: number }
interface Who { id: number | null; documentId: number | null; shown: string; /** By a number that is written otherwise, where that may be somebody else. */ guessed?: boolean; /** By a name that is written otherwise: a number alone (31 for P31), or nearly the same (s2 for S-02). */ by?: 'number' | 'alike' }

const longest = 200;
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Looks for each row's words; a confirmed place counts before anything that would be found. */
export function seekRows(db: Db, records: readonly CodingRecord[], confirmed: readonly Confirmed[] = []): SoughtRow[] {
  const seeker = new RowSeeker(db, mixedNumberings(records.map(({ cells }) => cells.participant ?? '')) !== null);
  const key = ({ line, part }: { line: number; part: number }) => `${line}/${part}`;
  const places = new Map(confirmed.map((place) => [key(place), place]));
  return records.map((record, index) => {
    if (index % 50 === 0) tell('Looking for the quotes in the answers', index, records.length, 'quotes');
    return seeker.seek(record, places.get(key(record)));
  });
}

class RowSeeker {
  #mixed: boolean;
  #index: AnswerIndex;
  #questions: QuestionFinder;
  #places: PlaceFinder;
  #people: ReturnType<typeof finders>;
  #documents = new Map<string, number>();
  #codeNames: Set<string>;
  #items: Map<number, Answer> | undefined;

  /** `mixed`: the table uses two numberings, so that the same number may be two people. */
  constructor(db: Db, mixed: boolean) {
    this.#mixed = mixed;
    this.#index = new AnswerIndex(db);
    this.#questions = new QuestionFinder(db);
    this.#places = new PlaceFinder(this.#index, new Map(this.#questions.questions.map((question) => [question.id, question.shortName])));
    this.#people = finders(db);
    for (const { id, title } of all<{ id: number; title: string }>(db, 'SELECT id, title FROM document ORDER BY id DESC')) this.#documents.set(title.toLowerCase(), id);
    this.#codeNames = new Set(all<{ name: string }>(db, "SELECT name FROM code WHERE status = 'active'").map((code) => code.name));
  }

  seek(record: CodingRecord, confirmed: Confirmed | undefined): SoughtRow {
    const { cells } = record;
    const codes = [...new Set(record.codes.flatMap((cell) => (record.several && !this.#codeNames.has(plain(cell)) ? cell.split(/[;\n\r]/) : [cell])).map(plain).filter(Boolean))];
    const kind = (cells.kind ?? '').toLowerCase();
    const row: SoughtRow = {
      record, codes, theme: record.theme, group: record.group, analysis: plain(cells.analysis ?? ''), kind: '', note: (cells.note ?? '').slice(0, 20_000), state: 'incomplete', places: [], reason: '',
    };
    const question = cells.question ? this.#questions.find(cells.question) : null;
    const flaw = this.#flaw(row, kind);
    if (confirmed && flaw === null) return this.#confirmed(row, confirmed);
    const found = this.#find(record, question);
    if (flaw !== null) return { ...row, reason: (cells.question || cells.participant ? found.blame : undefined) ?? flaw };
    if (kind === 'semantic' || kind === 'latent' || kind === 'undecided') row.kind = kind;
    return { ...row, ...found.result, note: [row.note, found.rating].filter(Boolean).join('\n') };
  }

  /** What is wrong with the row's names, whatever its words. */
  #flaw({ codes, theme, group, analysis, record: { cells } }: SoughtRow, kind: string): string | null {
    if (codes.length === 0) return 'The code is missing.';
    if (kind !== '' && kind !== 'semantic' && kind !== 'latent' && kind !== 'undecided') return `“${kind.slice(0, 40)}” is no kind of code; there are semantic, latent and undecided.`;
    if ([...codes, analysis, ...group, ...theme].some((name) => name.length > longest)) return `A name in this row is longer than ${longest} characters.`;
    if ((cells.extract ?? '').trim() === '' && (!cells.start || !cells.end)) return 'There is neither an extract nor a start and an end.';
    return null;
  }

  #confirmed(row: SoughtRow, { itemId, start, end }: Confirmed): SoughtRow {
    this.#items ??= new Map(this.#index.answers.map((answer) => [answer.id, answer]));
    const answer = this.#items.get(itemId);
    const problem = answer ? rangeProblem(answer.text, start, end) : 'The answer that was confirmed for this row is not there any more.';
    const kind = (row.record.cells.kind ?? '').toLowerCase() as CodeKind | '';
    return problem !== null || !answer ? { ...row, state: 'missing', reason: problem ?? '' } : { ...row, kind, state: 'exact', places: [{ answer, start, end, similarity: 1 }] };
  }

  #find({ cells }: CodingRecord, question: NamedQuestion | string | null): { result: Found; rating: string; blame?: string } {
    const missing = (reason: string) => ({ result: { state: 'missing' as const, places: [], reason }, rating: '', blame: reason });
    const written = cells.participant ?? '';
    const who = written === '' ? null : this.#who(written);
    const words = cells.extract ?? '';
    const offsets = offsetsOf(cells.start, cells.end);
    if (offsets === 'bad') return missing('Start and end are whole numbers of characters from the beginning of the answer.');
    const named = { question, who, written };
    if (words.trim() === '') {
      if (question === null) return missing('The question is missing.');
      if (typeof question === 'string') return missing(question);
      if (who === null) return missing('The participant is missing.');
      if (typeof who === 'string') return missing(who);
      return { result: this.#places.byOffsets(this.#index.within(question.id, who.id, who.documentId), offsets, who.shown, question.shortName), rating: '' };
    }
    // A guarded cell is told from a quotation that begins with an apostrophe by what the answer says.
    const wanted = wantedFrom(words, unguarded(words));
    const several = typeof who === 'string' ? this.#oneOfSeveral(written, (person) => this.#places.byWords(wanted, offsets, { question, who: person, written }, unguarded(words))) : null;
    const result = several ?? this.#places.byWords(wanted, offsets, named, unguarded(words));
    const taken = who !== null && typeof who !== 'string' && who.by ? `${shortened(written)} was taken for ${who.shown}.` : '';
    const rating = result.state === 'forgiving' && ratingBehind(words) !== '' && !result.places.some(({ answer, start, end }) => answer.text.slice(start, end).includes(ratingBehind(words))) ? ratingBehind(words) : '';
    const said = taken && typeof who === 'object' && who?.by === 'alike' ? `${result.reason} ${taken}`.trim() : result.reason;
    return { result: taken ? { ...result, reason: said, taken } : result, rating };
  }

  /** A number that several people have in different numberings: the one of them who said the words; null where that is nobody. */
  #oneOfSeveral(written: string, look: (who: Who) => Found): Found | null {
    const found = this.#several(written);
    if (!found) return null;
    const results = found.people.map((person) => look({ id: person.id, documentId: null, shown: person.shown })).filter(({ state }) => state === 'exact' || state === 'forgiving');
    if (found.by === 'alike') {
      if (results.length === 0) return null;
      const said = [...new Set(results.map((result) => result.places[0]?.answer.shown ?? ''))];
      return { state: 'several', places: results.flatMap((result) => result.places), reason: `${shortened(written)} may be ${found.people.slice(0, 4).map((person) => person.shown).join(' or ')}, whose ids are nearly the same; ${said.join(' and ')} said these words.` };
    }
    const [only] = results;
    if (results.length < 2) return only ? { ...only, reason: `${written.slice(0, 60)} is the number of ${found.people.length} people in different numberings; ${only.places[0]?.answer.shown ?? ''} said these words.` } : null;
    return { state: 'several', places: results.flatMap((result) => result.places), reason: `${written.slice(0, 60)} is the number of ${found.people.length} people in different numberings, and ${results.length} of them said these words.` };
  }

  #who(written: string): Who | string {
    const names = [written, ...otherWays(written)];
    for (const name of names) {
      const found = this.#people.exact(name);
      if (found.kind === 'one') return { id: found.person.id, documentId: null, shown: found.person.shown, guessed: this.#mixed && name !== written, ...(name === written ? {} : { by: 'number' }) };
      if (found.kind === 'several') return `“${written.slice(0, 60)}” is the number of ${found.people.length} people in different numberings (${found.people.slice(0, 4).map((person) => person.shown).join(', ')}).`;
      const document = this.#documents.get(name.toLowerCase().replace(/\.(docx|pdf|txt|md)$/, ''));
      if (document !== undefined) return { id: null, documentId: document, shown: name };
    }
    for (const name of names) {
      const found = this.#people.alike(name);
      if (found.kind === 'one') return { id: found.person.id, documentId: null, shown: found.person.shown, guessed: this.#mixed, by: 'alike' };
      if (found.kind === 'several') return `“${shortened(written)}” may be ${found.people.slice(0, 4).map((person) => person.shown).join(' or ')}, whose ids are nearly the same.`;
    }
    return `There is no participant “${shortened(written)}”.`;
  }

  /** The people between whom a name does not choose. */
  #several(written: string) {
    const exact = this.#people.exact(written);
    const found = exact.kind === 'none' && !otherWays(written).some((name) => this.#people.exact(name).kind !== 'none') ? this.#people.alike(written) : exact;
    return found.kind === 'several' ? found : null;
  }
}

const shortened = (written: string) => written.slice(0, 60);

/** “ppt. 12”, “Participant 12”, “P 012” as the ids that they may be; the first that somebody has counts. */
function otherWays(written: string): string[] {
  const inside = /^[[(]?\s*(.*?)\s*[\])]?$/.exec(written.trim())?.[1] ?? written;
  const number = /^(?:(?:ppts?|participants?|respondents?|resp|interviewee|id|no|nr|p|r)[.:]?\s*#?\s*)?0*(\d{1,9})$/i.exec(inside)?.[1];
  return number === undefined ? [] : [`P${number}`, number];
}

type Offsets = { start: number | null; end: number | null };

function offsetsOf(start: string | undefined, end: string | undefined): Offsets | 'bad' {
  const [from, to] = [offset(start), offset(end)];
  return from === 'bad' || to === 'bad' ? 'bad' : { start: from, end: to };
}

function offset(cell: string | undefined): number | null | 'bad' {
  if (cell === undefined || cell === '') return null;
  return /^\d{1,8}$/.test(cell) ? Number(cell) : 'bad';
}
