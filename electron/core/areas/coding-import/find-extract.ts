import { fold, type Folded, foldWithPlaces } from '../../../../shared/domain/search/fold.ts';
import { wholeCharacters } from '../../../../shared/domain/text-range.ts';

export interface Range { start: number; end: number }

/** Where words were found. `exact`: as written; `forgiving`: but for blanks, quotation marks, dashes, or what the coder put around them. */
export interface Found { ranges: Range[]; how: 'exact' | 'forgiving' }

/** Ways in which the words of a coder's table may be written around the participant's own, the plainest first. */
export interface Wanted { exact: string[]; folded: string[]; around: string[] }

const unquoted = /^(?:["“”„«]|''|[‘'](?=.*[’']$))\s*([\s\S]+?)\s*(?:["“”»]|''|[’'])([.,;]?)$/;
const ellipses = /^(?:\[\s*)?(?:…|\.\.\.)(?:\s*\])?\s*|\s*(?:\[\s*)?(?:…|\.\.\.\.?)(?:\s*\])?$/g;
/** A rating or the like that the coder put behind the words: “(moderate amount)”. */
const behind = /\s*\(([^()]{1,40})\)\s*[.,;]?$/;

/** Prepares words for being looked for; `others`: the same words read in another way (without a spreadsheet's guard). */
export function wantedFrom(words: string, ...others: string[]): Wanted {
  const exact = [...new Set([words, words.trim(), ...others, ...others.map((each) => each.trim())])].filter(Boolean);
  const folded = [...new Set(exact.map((each) => fold(each, 'capitals').trim()))].filter(Boolean);
  const bare = [...new Set(folded.flatMap((each) => stripped(each)))].filter((each) => each !== '' && !folded.includes(each));
  return { exact, folded, around: bare };
}

/** Without quotation marks, dots of omission at the ends, or a rating behind. */
function stripped(words: string): string[] {
  const inside = unquoted.exec(words)?.[1] ?? words;
  const cut = inside.replace(ellipses, '').trim();
  const unrated = cut.replace(behind, '');
  return [inside, cut, unquoted.exec(cut)?.[1] ?? cut, unrated, unquoted.exec(unrated)?.[1] ?? unrated].map((each) => each.trim());
}

/** What a coder put in brackets behind the words, where the answer has the words without it. */
export const ratingBehind = (words: string): string => behind.exec(words.trim())?.[1]?.trim() ?? '';

/**
 * Where the words stand in an answer, in UTF-16 code units and on whole characters; null when they do not. Verbatim first;
 * failing that, the same words with other blanks, line breaks, quotation marks or dashes; failing that, without what a coder wrote around them.
 */
export function findExtract(text: string, wanted: Wanted): Found | null {
  for (const words of wanted.exact) {
    const ranges = occurrences(text, words);
    if (ranges.length) return { ranges, how: 'exact' };
  }
  let answer: Folded | undefined;
  for (const words of [...wanted.folded, ...wanted.around]) {
    answer ??= foldWithPlaces(text, 'capitals');
    const ranges = placesOf(answer, words);
    if (ranges.length) return { ranges, how: 'forgiving' };
  }
  return null;
}

/** Every place of folded words, in order; where one would cut a character that readers see as one, it is none. */
function placesOf({ text, back }: Folded, words: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const place = back(at, at + words.length);
    if (place) found.push(place);
  }
  return found;
}

function occurrences(text: string, words: string): Range[] {
  const found: Range[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    const whole = wholeCharacters(text, { start, end });
    if (whole.start === start && whole.end === end) found.push({ start, end });
  }
  return found;
}
