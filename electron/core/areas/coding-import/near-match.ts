import { fold } from '../../../../shared/domain/search/fold.ts';
import { wholeCharacters } from '../../../../shared/domain/text-range.ts';
import type { Range } from './find-extract.ts';

/** A word of a text: without capitals and apostrophes, where it stands, and which letters are in it (as bits). */
interface Word { as: string; start: number; end: number; letters: number }

/** A stretch that resembles the words looked for; 1 would be word for word. */
export interface Near extends Range { similarity: number }

const wordPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’‘][\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*)*/gu;

/** The words of a text. Texts without blanks between words are taken character by character. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => {
    const as = plain(match[0]);
    return { as, start: match.index, end: match.index + match[0].length, letters: lettersOf(as) };
  });
}

function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 32);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const plain = (word: string) => (/^[a-z0-9]+$/.test(word) ? word : fold(word, 'accents').replaceAll("'", ''));

/** Words of an answer that are compared at once; of longer ones the stretches with most words in common. */
const longest = { wanted: 300, answer: 1_200 };

/**
 * The stretch of an answer that is most like the words, by the cheapest way to turn one into the other word by word; a word
 * that is nearly the same costs little. Null where nothing in it resembles them.
 */
export function nearest(text: string, wanted: readonly Word[]): Near | null {
  const sought = wanted.slice(0, longest.wanted);
  const words = wordsOf(text);
  if (sought.length === 0 || words.length === 0) return null;
  const from = words.length > longest.answer ? densest(words, sought) : 0;
  const span = align(sought, words.slice(from, from + longest.answer));
  if (!span) return null;
  const first = words[from + span.from];
  const last = words[from + span.to - 1];
  if (!first || !last) return null;
  const share = sought.length / wanted.length;
  return { ...wholeCharacters(text, { start: first.start, end: last.end }), similarity: span.similarity * share };
}

/** Where a window of the answer holds most of the words. */
function densest(words: readonly Word[], sought: readonly Word[]): number {
  const known = new Set(sought.map((word) => word.as));
  const width = longest.answer;
  let held = 0;
  let best = { from: 0, held: -1 };
  words.forEach((word, index) => {
    if (known.has(word.as)) held++;
    const gone = words[index - width];
    if (gone && known.has(gone.as)) held--;
    if (held > best.held) best = { from: Math.max(0, index - width + 1), held };
  });
  return Math.max(0, Math.min(words.length - width, best.from + Math.floor(width / 4)));
}

/** Approximate matching of a row of words anywhere inside another (Sellers), weighted by the length of words. */
function align(sought: readonly Word[], words: readonly Word[]): { from: number; to: number; similarity: number } | null {
  const columns = words.length + 1;
  let costs = new Float64Array(columns);
  let starts = Int32Array.from({ length: columns }, (_, index) => index);
  let nextCosts = new Float64Array(columns);
  let nextStarts = new Int32Array(columns);
  let total = 0;
  for (const word of sought) {
    const weight = word.as.length + 1;
    total += weight;
    nextCosts[0] = (costs[0] ?? 0) + weight;
    nextStarts[0] = 0;
    for (let column = 1; column < columns; column++) {
      const other = words[column - 1];
      if (!other) continue;
      let cost = (costs[column - 1] ?? 0) + (word.as === other.as ? 0 : exchange(word, other));
      let start = starts[column - 1] ?? 0;
      const leftOut = (costs[column] ?? 0) + weight;
      if (leftOut < cost) {
        cost = leftOut;
        start = starts[column] ?? 0;
      }
      // Quotations leave words out more often than they put some in.
      const putIn = (nextCosts[column - 1] ?? 0) + (other.as.length + 1) / 2;
      if (putIn < cost) {
        cost = putIn;
        start = nextStarts[column - 1] ?? 0;
      }
      nextCosts[column] = cost;
      nextStarts[column] = start;
    }
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
  }
  let to = 0;
  for (let column = 1; column < columns; column++) if ((costs[column] ?? 0) < (costs[to] ?? 0)) to = column;
  const from = starts[to] ?? 0;
  if (to === 0 || from >= to) return null;
  return { from, to, similarity: Math.min(0.99, 1 - (costs[to] ?? total) / total) };
}

/** What it costs to have one word for another: as many characters as differ, or both words where they are not alike. */
function exchange(one: Word, other: Word): number {
  const [a, b] = [one.as, other.as];
  const long = Math.max(a.length, b.length);
  const different = a.length + b.length + 2;
  const most = Math.max(1, Math.floor(long / 3));
  if (long < 3 || Math.abs(a.length - b.length) > most) return different;
  if (a.charCodeAt(0) !== b.charCodeAt(0) && a.charCodeAt(a.length - 1) !== b.charCodeAt(b.length - 1)) return different;
  // An edit changes two kinds of letters at most.
  if (countBits(one.letters ^ other.letters) > 2 * most) return different;
  const edits = distance(a, b);
  return edits <= most ? edits : different;
}

const rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as const;

/** How many characters have to be put in, left out, exchanged, or swapped with their neighbour; of very long words their beginnings. */
function distance(a: string, b: string): number {
  const width = Math.min(b.length, 63);
  const height = Math.min(a.length, 63);
  let [before, above, row]: Uint16Array[] = [...rows];
  if (!before || !above || !row) return height;
  for (let j = 0; j <= width; j++) above[j] = j;
  for (let i = 1; i <= height; i++) {
    row[0] = i;
    for (let j = 1; j <= width; j++) {
      let edits = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row[j] = edits;
    }
    [before, above, row] = [above, row, before];
  }
  return above[width] ?? 0;
}
