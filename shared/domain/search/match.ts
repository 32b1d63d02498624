import type { TextRange } from '../text-range.ts';
import { flagsIn, hidesLetters, patternOf } from './characters.ts';
import { fold, type Folded, foldWithPlaces } from './fold.ts';
import type { SearchQuery, Term } from './query.ts';

/** Where a query is found in an answer; null where the answer does not fit. Places are in order, overlapping ones are one. */
export type Matcher = (text: string, masked?: readonly TextRange[]) => TextRange[] | null;

/** A query that can be asked of many answers. What lies under a mask is not there to be found. */
export function matcherOf({ groups, without }: SearchQuery): Matcher {
  const letters = groups.map((terms) => terms.map(({ text }) => (text.match(/[a-z0-9]+/g) ?? []).map(patternOf)));
  return (text, masked = []) => {
    if (groups.length === 0) return null;
    // Most answers are passed over here, before anything is folded or measured.
    if (letters.some((terms) => terms.every((runs) => runs.some((run) => !run.test(text)))) && !hidesLetters(text)) return null;
    const flags = flagsIn(text);
    const plain = fold(text, 'letters', flags);
    if (!groups.every((terms) => terms.some((term) => plain.includes(term.text)))) return null;
    const folded = foldWithPlaces(text, 'letters', flags, plain);
    const placesOf = (term: Term) => placesIn(text, folded, term, masked);
    if (without.some((term) => placesOf(term).length > 0)) return null;
    const found: TextRange[] = [];
    for (const terms of groups) {
      const places = terms.flatMap(placesOf);
      if (places.length === 0) return null;
      found.push(...places);
    }
    return merged(found);
  };
}

/** All places of one term, none of which cuts a character or meets a mask. */
export function placesIn(answer: string, folded: Folded, { text, accented, atWordStart, atWordEnd }: Term, masked: readonly TextRange[] = []): TextRange[] {
  const places: TextRange[] = [];
  for (let at = folded.text.indexOf(text); at !== -1; ) {
    const end = at + text.length;
    const fits = (!atWordStart || beginsWord(folded.text, at)) && (!atWordEnd || endsWord(folded.text, end));
    const range = fits ? folded.back(at, end) : null;
    const seen =
      range !== null &&
      (accented === undefined || fold(answer.slice(range.start, range.end), 'accents') === accented) &&
      !masked.some((mask) => mask.start < range.end && range.start < mask.end);
    if (seen) places.push(range);
    at = folded.text.indexOf(text, seen ? end : at + 1);
  }
  return places;
}

/** Ranges in order; those that overlap become one. */
export function merged(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

const wordlike = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that set no spaces between words: any character may begin or end one. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const after = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0);
function before(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.charAt(at - 1);
}

/** Two characters that belong to one word. */
const joined = (left: string, right: string) => wordlike.test(left) && wordlike.test(right) && !unspaced.test(left) && !unspaced.test(right);

const beginsWord = (text: string, at: number) => at === 0 || !joined(before(text, at), after(text, at));

/** “don” is no word in “don't”; after an apostrophe a word may begin all the same (“l'école”). */
function endsWord(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const next = after(text, at);
  if (next === "'" && at + 1 < text.length) return !joined(before(text, at), after(text, at + 1));
  return !joined(before(text, at), next);
}
