import { refused } from '../../../../shared/errors.ts';
import type { FoundEncoding } from '../text/encoding.ts';

/** A heading inside a text: its line stands at `[start, end)`, in UTF-16 code units, without the line end. */
export interface Heading {
  start: number;
  end: number;
  text: string;
}

/** A document as it was read, before it is cut into parts. */
export interface TextDocument {
  /** The title that the document bears itself; empty where it has none. */
  title: string;
  /** The whole text, headings included; lines end with `\n`. */
  text: string;
  headings: Heading[];
  /** Encoding of the bytes; empty for formats that say it themselves. */
  encoding: string;
  found?: FoundEncoding;
  specials: string[];
  /** How it was recognised and read, as phrases for the screen. */
  evidence: string[];
  warnings: string[];
}

/** A long book has some two million characters; more than this is no document that somebody reads. UTF-16 code units. */
const longest = 10_000_000;

/** Throws a refusal for a document without words, or with more than anybody reads. */
export function refuseUnreadable(text: string, fileName: string): void {
  if (text.trim() === '') throw refused(`“${fileName}” is empty: there is not a single word in it.`);
  if (text.length > longest)
    throw refused(`“${fileName}” has ${text.length.toLocaleString('en-GB')} characters, which is more than Themework reads as a document. Split it into several files.`);
}

/** Line ends as `\n`; control characters that come from copying and say nothing are taken out, and their number is told. */
export function plainLines(raw: string): { text: string; removed: number } {
  const lines = raw.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/^\ufeff/, '');
  const text = lines.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '').replace(/\f/g, '\n\n').toWellFormed();
  const removed = (lines.match(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g) ?? []).length;
  return { text, removed };
}

export const removedWords = (removed: number): string[] =>
  removed === 0 ? [] : [`${removed === 1 ? '1 control character' : `${removed} control characters`} (invisible, from copying) will be removed.`];

/** A heading as it stands in lists: on one line, and not endless. */
export const headingWords = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199).toWellFormed()}…` : line;
};
