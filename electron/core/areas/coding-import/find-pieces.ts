import { fold, foldWithPlaces } from '../../../../shared/domain/search/fold.ts';
import type { Range } from './find-extract.ts';

/** What stands between two pieces of a quotation: words left out, or words and endings that the author put in. */
interface Gap { most: number; attached: boolean }
interface Pieces { pieces: string[]; gaps: Gap[] }

/** Folded characters that an omission may stand for, a word in brackets, and an ending in brackets (“form[ing]”). */
const room = { omission: 3_000, words: 80, ending: 16 };
const marks = /\[\s*(?:…|\.\.\.\.?)\s*\]|\(\s*(?:…|\.\.\.\.?)\s*\)|…|\.\.\.\.?|\[[^\][]{1,60}\]|\([^()]{1,60}\)/g;

/** The participant's own pieces of a quotation that leaves words out or puts some in; null where it does neither. */
export function piecesOf(words: string): Pieces | null {
  const text = fold(words, 'capitals').trim();
  const pieces: string[] = [];
  const gaps: Gap[] = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    const end = match.index + match[0].length;
    const before = /[\p{L}\p{N}]$/u.test(text.slice(0, match.index));
    const attached = before || /^[\p{L}\p{N}]/u.test(text.slice(end));
    const omission = /^[[(]?\s*(?:…|\.)/.test(match[0]);
    pieces.push(text.slice(at, match.index).trim());
    gaps.push(omission ? { most: room.omission, attached: false } : { most: attached ? room.ending : room.words, attached });
    at = end;
  }
  if (gaps.length === 0) return null;
  pieces.push(text.slice(at).trim());
  const letters = pieces.reduce((sum, piece) => sum + (piece.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  return letters < 6 ? null : { pieces, gaps };
}

/** The pieces of a quotation that tell where it is: for looking answers up. */
export const longestPiece = ({ pieces }: Pieces): string => pieces.toSorted((a, b) => b.length - a.length)[0] ?? '';

/**
 * The stretch of an answer from the first piece of a quotation to its last, with `similarity`: how much of it the pieces are.
 * Null where the pieces do not stand there in this order and near enough to each other.
 */
export function findPieces(text: string, { pieces, gaps }: Pieces): (Range & { similarity: number }) | null {
  const answer = foldWithPlaces(text, 'capitals');
  const filled = pieces.map((piece, index) => ({ piece, index })).filter(({ piece }) => piece !== '');
  const [first] = filled;
  if (!first) return null;
  for (let from = answer.text.indexOf(first.piece); from >= 0; from = answer.text.indexOf(first.piece, from + 1)) {
    const end = following(answer.text, pieces, gaps, first.index, from);
    if (end === undefined) continue;
    const begin = gaps[0]?.attached && first.index > 0 ? from - (/[\p{L}\p{N}'-]{0,16}$/u.exec(answer.text.slice(0, from))?.[0].length ?? 0) : from;
    const range = answer.around(begin, end);
    const said = filled.reduce((sum, { piece }) => sum + piece.length, 0);
    return { ...range, similarity: Math.min(0.99, said / Math.max(1, end - begin)) };
  }
  return null;
}

/** Where the last piece ends, with the first at `from`. */
function following(folded: string, pieces: readonly string[], gaps: readonly Gap[], first: number, from: number): number | undefined {
  let end = from + (pieces[first]?.length ?? 0);
  let most = 0;
  for (let index = first + 1; index < pieces.length; index++) {
    most += gaps[index - 1]?.most ?? 0;
    const piece = pieces[index] ?? '';
    if (piece === '') continue;
    const next = folded.indexOf(piece, end);
    if (next < 0 || next - end > most) return undefined;
    end = next + piece.length;
    most = 0;
  }
  // “form[ing]” at the very end: the answer's own ending belongs to the word.
  if (gaps.at(-1)?.attached && pieces.at(-1) === '') end += /^[\p{L}\p{N}'-]{0,16}/u.exec(folded.slice(end))?.[0].length ?? 0;
  return end;
}
