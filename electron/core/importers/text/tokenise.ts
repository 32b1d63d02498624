import { CellTexts } from '../meaning/cell-texts.ts';

/** Rows of cells with the line on which each begins; `regular` is false where the text strays from RFC 4180. */
export interface Tokens {
  rows: string[][];
  lines: number[];
  regular: boolean;
}

interface Options {
  delimiter: string;
  /** False: quotation marks are ordinary characters (Google Sheets' TSV). */
  quoted: boolean;
  /** Reads on where a quotation mark stands wrong, instead of stopping; for looking at the beginning of a file. */
  lenient?: boolean;
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Splits regular CSV, several times faster than a full parser. It stops at the first irregular quotation mark; csv.ts then
 * hands the file to csv-parse, which knows what to do with those. Rows without a single character are skipped.
 * Line ends: LF and CRLF where the text has an LF, otherwise CR.
 */
export function tokenise(text: string, options: Options): Tokens {
  // A text of narrow characters costs one byte for each, so its cells may as well be slices of it.
  const tokeniser = new Tokeniser({ ...options, oldMac: !text.includes('\n'), own: /[^\u0000-\u00ff]/.test(text) });
  tokeniser.feed(text, true);
  return tokeniser;
}

/** The same for a text that comes in pieces. No piece but the last may end with a carriage return. */
export class Tokeniser implements Tokens {
  readonly rows: string[][] = [];
  readonly lines: number[] = [];
  regular = true;
  #separator: number;
  #quoted: boolean;
  #lenient: boolean;
  #oldMac: boolean;
  #texts: CellTexts;
  #line = 1;
  /** What follows the last whole row, and how long it must become before it is worth another look. */
  #rest = '';
  #worthIt = 0;

  /** `oldMac`: lines end with CR; `own`: cells must not hold on to the text that they are cut from. */
  constructor({ delimiter, quoted, lenient = false, oldMac, own }: Options & { oldMac: boolean; own: boolean }) {
    this.#separator = delimiter.charCodeAt(0);
    this.#quoted = quoted;
    this.#lenient = lenient;
    this.#oldMac = oldMac;
    this.#texts = new CellTexts(own);
  }

  feed(piece: string, last: boolean): void {
    this.#rest = this.#rest === '' ? piece : this.#rest + piece;
    if (!this.regular || (!last && this.#rest.length < this.#worthIt)) return;
    const text = this.#rest;
    this.#rest = text.slice(this.#scan(text, last));
    this.#worthIt = this.#rest.length * 2;
  }

  /** Takes the whole rows from a text that begins with a row, and gives the place behind the last of them. */
  #scan(text: string, last: boolean): number {
    const oldMac = this.#oldMac;
    const quoted = this.#quoted;
    const separator = this.#separator;
    const newline = oldMac ? carriageReturn : lineFeed;
    const lineEnd = oldMac ? '\r' : '\n';
    const end = text.length;
    let at = 0;
    let begin = 0;
    let row: string[] = [];
    let nextLineEnd = text.indexOf(lineEnd);

    const endRow = () => {
      if (row.length > 1 || row[0] !== '') {
        // Arrays that grew cell by cell have room for more; a copy has none.
        this.rows.push(row.slice());
        this.lines.push(this.#line);
      }
      row = [];
      begin = at;
      for (; nextLineEnd !== -1 && nextLineEnd < at; nextLineEnd = text.indexOf(lineEnd, nextLineEnd + 1)) this.#line++;
    };

    while (at < end) {
      if (quoted && text.charCodeAt(at) === quote) {
        const cell = quotedCell(text, at);
        if (!last && (!cell || cell.next >= end)) return begin;
        const next = cell ? text.charCodeAt(cell.next) : Number.NaN;
        const closed =
          cell &&
          (cell.next >= end || next === separator || next === newline || (next === carriageReturn && !oldMac && text.charCodeAt(cell.next + 1) === lineFeed));
        if (closed) {
          row.push(this.#texts.keep(cell.value, row.length));
          at = cell.next;
        } else if (!this.#lenient) {
          this.regular = false;
          return begin;
        } else {
          const stop = endOfCell(text, at, separator, newline);
          row.push(text.slice(at, stop));
          at = stop;
        }
      } else {
        const stop = endOfCell(text, at, separator, newline);
        if (!last && stop >= end) return begin;
        const value = text.slice(
          at,
          stop > at && !oldMac && text.charCodeAt(stop) === lineFeed && text.charCodeAt(stop - 1) === carriageReturn ? stop - 1 : stop,
        );
        if (quoted && !this.#lenient && value.includes('"')) {
          this.regular = false;
          return begin;
        }
        row.push(this.#texts.keep(value, row.length));
        at = stop;
      }
      if (at >= end) break;
      if (text.charCodeAt(at) === separator) {
        at++;
        // A separator at the very end opens one more, empty cell.
        if (at >= end) row.push('');
        continue;
      }
      if (text.charCodeAt(at) === carriageReturn && !oldMac) at++;
      at++;
      endRow();
    }
    if (!last) return begin;
    if (row.length) endRow();
    return end;
  }
}

/** Where an unquoted cell ends: at a separator, a line end or the end of the text. */
function endOfCell(text: string, from: number, separator: number, newline: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === separator || character === newline) break;
  }
  return at;
}

/** The value of a quoted cell and the place after its closing quotation mark; null when it never closes. */
function quotedCell(text: string, from: number): { value: string; next: number } | null {
  let close = text.indexOf('"', from + 1);
  let doubled = false;
  while (close !== -1 && text.charCodeAt(close + 1) === quote) {
    doubled = true;
    close = text.indexOf('"', close + 2);
  }
  if (close === -1) return null;
  const inner = text.slice(from + 1, close);
  return { value: doubled ? inner.replaceAll('""', '"') : inner, next: close + 1 };
}
