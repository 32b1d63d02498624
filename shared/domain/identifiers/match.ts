import type { Confidence, Found, IdentifierKind } from './types.ts';
import { labelOf } from './types.ts';

/** Not inside a word or number. */
export const before = '(?<![\\p{L}\\p{M}\\p{N}])';
export const after = '(?![\\p{L}\\p{M}\\p{N}])';

const upper = '\\p{Lu}\\p{M}{0,3}';
const lower = '(?:\\p{Ll}\\p{M}{0,3}){1,40}';
/** A capitalised word: Anna, O’Neill, Jean-Pierre, McKay. Bounded everywhere, so that no text takes long. */
export const capital = `${upper}(?:['’]${upper})?${lower}(?:${upper}${lower}){0,2}(?:-(?:\\p{L}\\p{M}{0,3}){2,40}){0,3}`;
/** Small words that names hold. */
const particle = '(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|bint|ibn|al|el|ten|ter|zu|af|ap|ferch|Ó|Ní|Mac|St)';
/** One to four capitalised words, with the small words that names hold: Maria van der Berg, Anna M. Jones. */
export const capitals = `${capital}(?:[ \\u00a0]+(?:${particle}[ \\u00a0]+){0,2}(?:\\p{Lu}\\.[ \\u00a0]?)?${capital}){0,3}`;

/** A name of which only the family name is said, perhaps beginning with a small word: van der Berg, al-Hashimi. */
export const familyName = `(?:${particle}[ \\u00a0-]+){0,2}${capitals}`;

/** The place of a named group of a match; the pattern must have the flag `d`. */
export function placeOf(match: RegExpExecArray | RegExpMatchArray, group: string): { start: number; end: number; words: string } | null {
  const place = match.indices?.groups?.[group];
  return place ? { start: place[0], end: place[1], words: match[0].slice(place[0] - (match.index ?? 0), place[1] - (match.index ?? 0)) } : null;
}

export const found = (kind: IdentifierKind, start: number, end: number, confidence: Confidence, why: string, label: string = labelOf(kind)): Found => ({ kind, start, end, confidence, why, label });

/** All matches of a pattern (flags `dgu`, or `dgiu`) as finds; the group `x` is the place, or else the whole match. */
export function every(text: string, pattern: RegExp, make: (start: number, end: number, words: string, match: RegExpExecArray) => Found | null): Found[] {
  const finds: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const place = placeOf(match, 'x') ?? { start: match.index, end: match.index + match[0].length, words: match[0] };
    const find = place.end > place.start ? make(place.start, place.end, place.words, match) : null;
    if (find) finds.push(find);
  }
  return finds;
}

/** Whether a sentence (or a line, or a quotation) begins at an offset. */
export function beginsSentence(text: string, at: number): boolean {
  const lead = text.slice(Math.max(0, at - 24), at).replace(/[\s"“”'‘’„«»([*•–—-]+$/u, (gap) => (gap.includes('\n') ? '\n' : ''));
  return lead === '' ? at <= 24 : /[.!?…:;\n]$/u.test(lead);
}

/** The words before an offset, for cues, in lower case. */
export const leadOf = (text: string, at: number, length = 40): string => text.slice(Math.max(0, at - length), at).toLowerCase();
