import { list, starters } from './words.ts';

/** Words that begin sentences, and names of places and firms as well: New Cross, Great Ormond Street, Seven Kings. */
const inNames = list('new old long short high low big small great good best first second third two three four five six seven eight nine ten');

/** Without words at the front that only begin the sentence: “The Willow Ward” is about Willow Ward. */
export function shorn(text: string, start: number, end: number): number {
  const first = /^([\p{L}\p{M}'’-]+)[ ]/u.exec(text.slice(start, end));
  if (!first?.[1] || !starters.has(first[1].toLowerCase())) return start;
  const rest = shorn(text, start + first[0].length, end);
  return inNames.has(first[1].toLowerCase()) && hasName(text, rest, end) ? start : rest;
}

/** Something stays in front of the word for a kind of place or body. */
export const hasName = (text: string, start: number, end: number): boolean => /[ ]/u.test(text.slice(start, end).trim());
