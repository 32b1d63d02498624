import type { TextRange } from '../text-range.ts';
import { ACCENTED, COMPOSES, flagsIn, flagsOf, FOLDS, JOINS, plainerAs, UNEVEN } from './characters.ts';

/**
 * How text is compared when it is searched, or found again: without what changes as one types or copies (kinds of quotation
 * marks, dashes and spaces, ligatures, composed letters, characters that nobody sees). Only comparing sees folded text; offsets
 * always speak of the stored one.
 */

/** How much tells two texts apart: their letters alone, also the accents on them, or also capitals. */
export type Telling = 'letters' | 'accents' | 'capitals';

const SPACE = 32;

/** The text as it is compared; white space at its ends stays, as one space. `flags`: those of the text, where they are known. */
export function fold(text: string, telling: Telling = 'letters', flags = flagsIn(text)): string {
  const composed = flags & COMPOSES ? text.normalize('NFC') : text;
  const lower = telling === 'capitals' ? composed : composed.toLowerCase();
  const changing = telling === 'letters' ? FOLDS | ACCENTED : FOLDS;
  if ((flags & (changing | COMPOSES)) === 0) return lower;
  let folded = '';
  let from = 0;
  let blank = false;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if (code === SPACE ? !blank : (flagsOf(code) & changing) === 0) {
      blank = code === SPACE;
      continue;
    }
    const as = code === SPACE ? ' ' : plainerAs(code, lower.charCodeAt(at - 1), telling !== 'letters');
    folded += lower.slice(from, at);
    // A run of white space is one space; what nobody sees parts no run.
    if (!(as === ' ' && blank)) folded += as;
    if (as !== '') blank = as === ' ';
    from = at + 1;
  }
  return from === 0 ? lower : folded + lower.slice(from);
}

/** A folded text that remembers where it comes from. */
export interface Folded {
  text: string;
  /** The stretch of the stored text behind `[start, end)` of the folded one; null where that would cut a character that a reader sees as one. */
  back(start: number, end: number): TextRange | null;
  /** The same stretch, grown to whole characters. */
  around(start: number, end: number): TextRange;
}

let graphemes: Intl.Segmenter | undefined;

/** Where the stretch ends that begins here and may hold characters of several units: between two units that join with nothing, characters always part. */
function joinedFrom(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && ((flagsOf(text.charCodeAt(end)) | flagsOf(text.charCodeAt(end - 1))) & JOINS) !== 0) end++;
  return end;
}

/** Folds a text, character by character as a reader sees them, and keeps the way back. */
export function foldWithPlaces(text: string, telling: Telling = 'letters', flags = flagsIn(text), folded = fold(text, telling, flags)): Folded {
  if ((flags & (JOINS | UNEVEN)) === 0) return { text: folded, back: (start, end) => (end > start ? { start, end } : null), around: (start, end) => ({ start, end }) };
  // By unit of the folded text: where its character begins and ends in the stored one.
  const from = new Uint32Array(folded.length);
  const to = new Uint32Array(folded.length);
  let unit = 0;
  let blank = false;
  const put = (start: number, end: number, value: string) => {
    if (value === ' ' && blank) to[unit - 1] = end;
    else {
      for (const last = unit + value.length; unit < last; unit++) {
        from[unit] = start;
        to[unit] = end;
      }
      if (value !== '') blank = value === ' ';
    }
  };
  for (let at = 0; at < text.length; ) {
    const stretch = flags & JOINS ? joinedFrom(text, at) : at + 1;
    if (stretch === at + 1) put(at, stretch, known(text.charAt(at), telling));
    else {
      graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
      for (const { segment, index } of graphemes.segment(text.slice(at, stretch))) put(at + index, at + index + segment.length, known(segment, telling));
    }
    at = stretch;
  }
  const begins = (at: number) => at === 0 || at === folded.length || from[at] !== from[at - 1];
  const around = (start: number, end: number) => ({ start: from[start] ?? text.length, end: to[end - 1] ?? text.length });
  return { text: folded, around, back: (start, end) => (end > start && begins(start) && begins(end) ? around(start, end) : null) };
}

/** What somebody typed to find something by its name: as names are compared, without white space at its ends. */
export const foldTyped = (typed: string): string => fold(typed).trim();

/** Where what was typed stands first in a text, in whole characters. */
export function placeOf(text: string, typed: string): TextRange | null {
  const words = foldTyped(typed);
  const folded = foldWithPlaces(text);
  if (words === '') return null;
  for (let at = folded.text.indexOf(words); at >= 0; at = folded.text.indexOf(words, at + 1)) {
    const place = folded.back(at, at + words.length);
    if (place) return place;
  }
  return null;
}

/** Folded characters met before: texts have few different ones. Emptied when it grows. */
const met = { letters: new Map<string, string>(), accents: new Map<string, string>(), capitals: new Map<string, string>() };

function known(cluster: string, telling: Telling): string {
  const before = met[telling];
  let value = before.get(cluster);
  if (value === undefined) {
    if (before.size > 5_000) before.clear();
    before.set(cluster, (value = fold(cluster, telling)));
  }
  return value;
}
