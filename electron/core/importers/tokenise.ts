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
export function tokenise(text: string, { delimiter, quoted, lenient = false }: Options): Tokens {
  const rows: string[][] = [];
  const lines: number[] = [];
  const oldMac = !text.includes('\n');
  const newline = oldMac ? carriageReturn : lineFeed;
  const separator = delimiter.charCodeAt(0);
  const end = text.length;
  const lineEnd = oldMac ? '\r' : '\n';
  let at = 0;
  let row: string[] = [];
  let line = 1;
  let nextLineEnd = text.indexOf(lineEnd);

  const endRow = () => {
    if (row.length > 1 || row[0] !== '') {
      rows.push(row);
      lines.push(line);
    }
    row = [];
    for (; nextLineEnd !== -1 && nextLineEnd < at; nextLineEnd = text.indexOf(lineEnd, nextLineEnd + 1)) line++;
  };

  while (at < end) {
    if (quoted && text.charCodeAt(at) === quote) {
      const cell = quotedCell(text, at);
      const next = cell ? text.charCodeAt(cell.next) : Number.NaN;
      const closed =
        cell &&
        (cell.next >= end || next === separator || next === newline || (next === carriageReturn && !oldMac && text.charCodeAt(cell.next + 1) === lineFeed));
      if (closed) {
        row.push(cell.value);
        at = cell.next;
      } else if (!lenient) return { rows, lines, regular: false };
      else {
        const stop = endOfCell(text, at, separator, newline);
        row.push(text.slice(at, stop));
        at = stop;
      }
    } else {
      const stop = endOfCell(text, at, separator, newline);
      const value = text.slice(
        at,
        stop > at && !oldMac && text.charCodeAt(stop) === lineFeed && text.charCodeAt(stop - 1) === carriageReturn ? stop - 1 : stop,
      );
      if (quoted && !lenient && value.includes('"')) return { rows, lines, regular: false };
      row.push(value);
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
  if (row.length) endRow();
  return { rows, lines, regular: true };
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
