import { shownText, withMasks } from '../../../../shared/domain/masks.ts';
import { rangeProblem } from '../../../../shared/domain/offsets.ts';
import type { Answer, AnswerIndex } from './answer-index.ts';
import type { NamedQuestion } from './coding-questions.ts';
import { type Found, findExtract, type Range, type Wanted } from './find-extract.ts';
import { findPieces, longestPiece, piecesOf } from './find-pieces.ts';
import { nearest, wordsOf } from './near-match.ts';
import type { Place, SoughtRow } from './sought-row.ts';

type Result = Pick<SoughtRow, 'state' | 'places' | 'reason' | 'away'>;
interface Offsets { start: number | null; end: number | null }
interface Who { id: number | null; documentId: number | null; shown: string; guessed?: boolean }
/** What a row says about where its words stand; a string is the reason why that names nothing, null that it says nothing. */
export interface NamedPlace { question: NamedQuestion | string | null; who: Who | string | null; written: string }

/** Places that are worth showing for one row. */
const most = 6;
/** Places that are counted: of more it is only said that there are many. */
const counted = 60;
/** Likeness from which a stretch is shown: short quotations have to be closer. */
const closeEnough = (words: number) => (words === 1 ? 0.8 : words < 4 ? 0.72 : 0.6);

/** Finds words in answers: where the row says, in other answers, and as near as they come. */
export class PlaceFinder {
  #index: AnswerIndex;
  #shortNames: ReadonlyMap<number, string>;

  constructor(index: AnswerIndex, shortNames: ReadonlyMap<number, string>) {
    this.#index = index;
    this.#shortNames = shortNames;
  }

  /** A row without words: its offsets, in the first version of the answer that they fit. */
  byOffsets(scope: readonly Answer[], { start, end }: Offsets, shown: string, question: string): Result {
    if (scope.length === 0) return { state: 'missing', places: [], reason: notAnswered(shown, question) };
    if (start === null || end === null) return { state: 'incomplete', places: [], reason: 'There is neither an extract nor a start and an end.' };
    if (scope.length > 1 && scope[0]?.documentId !== null) return { state: 'incomplete', places: [], reason: `${shown} has ${scope.length} parts, so the words are needed to tell which is meant.` };
    const fitting = scope.find((answer) => rangeProblem(answer.text, start, end) === null);
    if (fitting) return { state: 'exact', places: [{ answer: fitting, start, end, similarity: 1 }], reason: '' };
    return { state: 'missing', places: [], reason: rangeProblem(scope[0]?.text ?? '', start, end) ?? '' };
  }

  byWords(wanted: Wanted, offsets: Offsets, named: NamedPlace, words: string): Result {
    const { question, who } = named;
    const known = { questionId: question && typeof question !== 'string' ? question.id : null, who: who && typeof who !== 'string' ? who : null };
    const scope = this.#index.within(known.questionId, known.who?.id ?? null, known.who?.documentId ?? null);
    const told = typeof question !== 'string' && typeof who !== 'string';
    if (told && known.who && scope.length > 0) {
      const here = this.#inVersions(scope, wanted, offsets, known.who.shown);
      if (here) return known.who.guessed ? this.#unlessOthers(here, known, wanted, named.written) : here;
    } else if (told && !known.who) {
      const found = this.#among(scope, wanted);
      if (found.places.length === 1) return { state: found.how, places: found.places, reason: `No participant is named; the words stand only in the answer of ${found.places[0]?.answer.shown ?? ''}.` };
      if (found.places.length > 1) return { state: 'several', places: found.places.slice(0, most), reason: `No participant is named, and these words stand in ${manyPlaces(found.total)}.` };
    }
    return this.#elsewhere(wanted, named, known, scope, words);
  }

  /** Answers of one person to one or all questions; of versions of an answer the first that has the words. */
  #inVersions(scope: readonly Answer[], wanted: Wanted, { start, end }: Offsets, shown: string): Result | null {
    for (const answer of scope) {
      const range = start !== null && end !== null ? { start, end: Math.min(end, answer.text.length) } : null;
      // With the words to tell by, an end beyond the answer (counted before damaged characters were repaired) is the end of the answer.
      if (range && rangeProblem(answer.text, range.start, range.end) === null && wanted.exact.some((words) => plain(words) === plain(withMasks(answer.text, answer.masks, range.start, range.end)))) {
        return { state: 'exact', places: [{ answer, ...range, similarity: 1 }], reason: '' };
      }
    }
    const found: { answer: Answer; ranges: Range[]; how: Found['how'] }[] = [];
    for (const answer of scope) {
      const match = findExtract(answer.text, wanted) ?? behindMasks(answer, wanted);
      if (match && !found.some((each) => sameAnswer(each.answer, answer))) found.push({ answer, ...match });
    }
    const exact = found.some((each) => each.how === 'exact') ? found.filter((each) => each.how === 'exact') : found;
    const places = exact.flatMap(({ answer, ranges }) => ranges.map((range): Place => ({ answer, ...range, similarity: 1 })));
    const [only] = exact;
    if (!only) return null;
    if (start === null && end === null) {
      if (places.length === 1) return { state: only.how, places, reason: '' };
      const where = exact.length === 1 ? `in the answer of ${shown}` : `in ${exact.length} answers of ${shown}`;
      return { state: 'several', places: places.slice(0, most), reason: `These words are ${places.length} times ${where}. Add the ${exact.length === 1 ? 'start, counted in characters from the beginning of the answer' : 'question'}.` };
    }
    const meant = places.find((place) => countings.some((counted) => (start === null || counted(place.answer.text.slice(0, place.start)) === start) && (end === null || place.end === end || counted(place.answer.text.slice(0, place.end)) === end)));
    if (meant) return { state: only.how, places: [meant], reason: '' };
    return { state: 'several', places: places.slice(0, most), reason: `Start and end (${start ?? '?'} to ${end ?? '?'}) do not lead to the words of the extract in the answer of ${shown}; the words stand at ${places.slice(0, 3).map((place) => place.start).join(', ')}.` };
  }

  /** Where the number may be that of two people, words that several people said have to be looked at. */
  #unlessOthers(here: Result, { questionId }: { questionId: number | null }, wanted: Wanted, written: string): Result {
    const others = this.#among(this.#index.within(questionId, null), wanted).places.filter((place) => place.answer.participantId !== here.places[0]?.answer.participantId);
    if (others.length === 0) return here;
    return { state: 'several', places: [...here.places, ...others].slice(0, most), reason: `The table mixes two numberings, so ${written} may be two people, and more than one person said these words.` };
  }

  /** Verbatim (or nearly so in blanks and quotation marks) in any of these answers. */
  #among(scope: readonly Answer[], wanted: Wanted): { places: Place[]; how: Found['how']; total: number } {
    const places: Place[] = [];
    let how: Found['how'] = 'forgiving';
    let total = 0;
    for (const answer of this.#candidates(scope, wanted)) {
      if (![...wanted.folded, ...wanted.around].some((words) => this.#index.folded(answer).includes(words))) continue;
      const found = findExtract(answer.text, wanted);
      if (!found || places.some((place) => sameAnswer(place.answer, answer))) continue;
      if (found.how === 'exact' && how !== 'exact') {
        how = 'exact';
        places.length = 0;
        total = 0;
      }
      if (found.how !== how) continue;
      total += found.ranges.length;
      if (total > counted) break;
      if (places.length <= most) places.push(...found.ranges.map((range) => ({ answer, ...range, similarity: 1 })));
    }
    return { places, how, total };
  }

  #candidates(scope: readonly Answer[], wanted: Wanted): readonly Answer[] {
    const [first, ...others] = [...wanted.folded, ...wanted.around];
    const lists = [first ?? '', ...others].map((words) => this.#index.holding(words, scope));
    return lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())];
  }

  #elsewhere(wanted: Wanted, named: NamedPlace, known: { questionId: number | null; who: Who | null }, scope: readonly Answer[], words: string): Result {
    const reason = reasonOf(named, known, scope);
    const narrowed = scope !== this.#index.answers;
    const found = narrowed || typeof named.who === 'string' || typeof named.question === 'string' ? this.#among(this.#index.answers, wanted) : { places: [], total: 0 };
    // A few words such as “No” stand in many answers; that says nothing.
    if (found.places.length > 0 && found.total <= most) return { state: 'elsewhere', places: found.places, reason: `${reason} ${this.#saidBy(found.places, named, known)}` };
    const near = this.#near(words, scope, known.who !== null);
    const away = typeof named.who === 'string' || typeof named.question === 'string' || near.some(({ answer }) => !this.#index.isIn(scope)(answer));
    if (near.length > 0) return { state: 'near', places: near, away, reason: `${reason} ${this.#nearWords(near)}` };
    return { state: 'missing', places: [], reason: found.total > most ? `${reason} The words stand in ${manyPlaces(found.total)}.` : reason };
  }

  #saidBy(places: readonly Place[], { written }: NamedPlace, { who }: { who: Who | null }): string {
    const [place] = places;
    if (!place) return '';
    const where = this.#inAnswer(place);
    if (places.length > 1) return `The words stand in ${places.length} places, the first ${where}.`;
    const another = written !== '' && (!who || who.id !== place.answer.participantId || who.id === null);
    return another ? `The words are said by ${place.answer.shown}${this.#question(place)}; the table says ${(who?.shown ?? written).slice(0, 60)}.` : `The words stand ${where}.`;
  }

  #nearWords([place, ...others]: readonly Place[]): string {
    if (!place) return '';
    const left = others.length === 0 ? '' : `, and ${others.length === 1 ? 'one other place' : `${others.length} other places`}`;
    return `Nearest: ${this.#inAnswer(place)}, characters ${place.start} to ${place.end}${left}.`;
  }

  #inAnswer = (place: Place) => `${place.answer.participantId === null ? `in “${place.answer.shown}”` : `in the answer of ${place.answer.shown}`}${this.#question(place)}`;
  #question = ({ answer }: Place) => (this.#shortNames.size > 1 ? ` to “${(this.#shortNames.get(answer.questionId) ?? '').slice(0, 60)}”` : '');

  /** The stretches most like the words, where the row says first; everywhere when nothing there comes near. */
  #near(words: string, scope: readonly Answer[], hasPerson: boolean): Place[] {
    const sought = wordsOf(words);
    const pieces = piecesOf(words);
    const look = (answers: readonly Answer[], least: number): Place[] => {
      const places = answers.flatMap((answer): Place[] => {
        const apart = pieces && findPieces(answer.text, pieces);
        if (apart) return [{ answer, ...apart, similarity: Math.max(apart.similarity, least) }];
        const near = nearest(answer.text, sought);
        return near && near.similarity >= least ? [{ answer, ...near }] : [];
      });
      const best = Math.max(...places.map((place) => place.similarity));
      const kept = places.filter((place) => place.similarity >= best - 0.12).sort((a, b) => b.similarity - a.similarity);
      return kept.filter((place, at) => !kept.slice(0, at).some((each) => sameAnswer(each.answer, place.answer))).slice(0, 3).map((place) => this.#withPunctuation(place, words));
    };
    const small = scope.length <= 40;
    const own = small ? look(scope, closeEnough(sought.length)) : [];
    if (own.length > 0 || (hasPerson && sought.length < 2)) return own;
    // Single words are near to too much.
    if (sought.length < 2) return [];
    const piece = pieces ? wordsOf(longestPiece(pieces)).map((word) => word.as) : [];
    const candidates = new Set([...this.#index.resembling(sought.map((word) => word.as)), ...(piece.length ? this.#index.resembling(piece) : [])]);
    const inScope = small || scope === this.#index.answers ? [] : look([...candidates].filter(this.#index.isIn(scope)), closeEnough(sought.length));
    return inScope.length > 0 ? inScope : look([...candidates], Math.max(0.66, closeEnough(sought.length)));
  }

  /** The stop or comma behind the last word belongs to it where the quotation has it too. */
  #withPunctuation(place: Place, words: string): Place {
    const mark = /[.,;:!?]$/.exec(words.trim())?.[0];
    return mark && place.answer.text[place.end] === mark ? { ...place, end: place.end + 1 } : place;
  }
}

/** A quotation that has labels where words were masked, as our own exports write it. */
function behindMasks(answer: Answer, wanted: Wanted): Found | null {
  if (!answer.masks) return null;
  const shown = shownText(answer.text, answer.masks);
  const found = findExtract(shown.text, wanted);
  return found && { ...found, ranges: found.ranges.map(({ start, end }) => ({ start: shown.start(start), end: shown.end(end) })) };
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
/** How programs count characters: UTF-16 code units (ours, Excel), the same with Windows line ends, and code points (Python, R). */
const countings = [(text: string) => text.length, (text: string) => text.replaceAll('\n', '\r\n').length, (text: string) => Array.from(text).length];

const manyPlaces = (total: number) => (total > counted ? `more than ${counted} places` : `${total} places`);

const sameAnswer = (a: Answer, b: Answer) => a.questionId === b.questionId && a.participantId !== null && a.participantId === b.participantId;
const notAnswered = (shown: string, question: string) => `${shown} did not answer “${question.slice(0, 60)}”.`;

function reasonOf({ question, who }: NamedPlace, known: { who: Who | null }, scope: readonly Answer[]): string {
  if (typeof question === 'string') return question;
  if (typeof who === 'string') return who;
  if (known.who && scope.length === 0) return question ? notAnswered(known.who.shown, question.shortName) : `There is no answer of ${known.who.shown}.`;
  if (known.who) return `These words are not in the ${question ? 'answer' : 'answers'} of ${known.who.shown}.`;
  return question ? 'These words are in no answer to this question.' : 'These words are in no answer.';
}
