import { isAscii } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { refused } from '../../../../shared/errors.ts';
import { tell } from '../../task.ts';
import { decode, DecodedPieces } from './decode.ts';
import { findEncoding, type FoundEncoding } from './encoding.ts';
import type { Importer, ImportFile, ReadingWishes, Table } from '../importer.ts';
import { tokenise, Tokeniser, type Tokens } from './tokenise.ts';

const candidates = [',', ';', '\t', '|'] as const;
/** UTF-16 code units from the beginning that decide about the separator. */
const sampleLength = 300_000;

/** Tables of text: comma, semicolon, tab or bar between the cells, quoted or not. */
export const csv: Importer = {
  kind: 'table',
  format: 'csv',
  label: 'CSV',
  endings: ['csv', 'tsv', 'txt'],
  anyText: true,
  // Any text may be a table; what is recognisably something else was refused before.
  recognises: () => true,
  read: async (file, wishes) => readCsv(file, wishes, await findEncoding(file.bytes)),
};

/** Reads a table of text at once; without `found`, an encoding that the bytes do not prove is taken to be Western European. Throws a refusal. */
export function readCsv(file: ImportFile, wishes: ReadingWishes, found?: FoundEncoding): Table {
  const decoded = new DecodedPieces(file, wishes.encoding || undefined, found);
  const beginning = beginningOf(decoded);
  // Excel's hint about the separator, on a line of its own.
  const hint = /^sep=(.)(?:\r\n|\n|\r)/.exec(beginning);
  // A plan for a workbook has no separator.
  const delimiter = wishes.delimiter || (hint?.[1] ?? detectDelimiter(beginning));
  if (delimiter.length !== 1 || /["\r\n]/.test(delimiter))
    throw refused('The separator between cells is one character, such as a comma, a semicolon or a tab.');
  const text: Text = { file, decoded, skip: hint?.[0].length ?? 0 };
  const notes: string[] = [];
  const { rows, lines } = rowsOf(text, delimiter, notes);
  const offset = hint ? 1 : 0;
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) throw refused(`“${file.fileName}” is empty. Export or download it again.`);
  const filled = rows.flatMap((row, index) => (row.some((cell) => cell.trim() !== '') ? [index] : []));
  return {
    rows: filled.length === rows.length ? rows : filled.map((index) => rows[index] ?? []),
    lines: filled.map((index) => (lines[index] ?? 0) + offset),
    encoding: decoded.encoding,
    delimiter,
    emptyRows: rows.length - filled.length,
    warnings: [...decoded.warnings(), ...notes],
    ...(found ? { found } : {}),
    specials: isAscii(file.bytes) ? [] : specialsOf(text, delimiter),
    sheet: '',
    sheets: [],
    merged: [],
  };
}

/** A file on its way to rows: its text in pieces, of which so many characters at the beginning are none of the table's. */
interface Text {
  file: ImportFile;
  decoded: DecodedPieces;
  skip: number;
}

function* piecesOf({ decoded, skip }: Text): Generator<{ text: string; done: number; last: boolean }> {
  let left = skip;
  for (const piece of decoded.pieces()) {
    yield left ? { ...piece, text: piece.text.slice(left) } : piece;
    left = 0;
  }
}

/** As much of the text as decides about the separator, at least. */
function beginningOf(decoded: DecodedPieces): string {
  let text = '';
  for (const piece of decoded.pieces()) {
    text += piece.text;
    if (text.length > sampleLength) break;
  }
  return text;
}

/** The first stretches of text around special characters, each around a different one. */
function specialsOf(text: Text, delimiter: string): string[] {
  const seen = new Set<string>();
  const samples: string[] = [];
  for (const piece of piecesOf(text)) {
    // Blanks and invisible characters show nothing.
    for (const { 0: character, index } of piece.text.matchAll(/[^\x00-\x7f\s\u00ad\u200b-\u200f\u2060]/gu)) {
      if (seen.has(character)) continue;
      const sample = words(piece.text.slice(Math.max(0, index - 24), index), piece.text.slice(index, index + 24), delimiter);
      for (const each of sample) seen.add(each);
      samples.push(sample);
      if (samples.length === 3) return samples;
    }
  }
  return samples;
}

/** The part of both sides that belongs to the same cell, without the words that were cut. */
function words(before: string, after: string, delimiter: string): string {
  const ends = (character: string) => character === delimiter || /["\r\n]/.test(character);
  const start = Array.from(before).findLastIndex(ends);
  const stop = Array.from(after).findIndex(ends);
  const left =
    start === -1
      ? before.replace(/^\S*\s+/, '')
      : Array.from(before)
          .slice(start + 1)
          .join('');
  const right = stop === -1 ? after.replace(/\s+\S*$/, '') : Array.from(after).slice(0, stop).join('');
  return (left + right).toWellFormed().trim();
}

/** Codes of HTML end in a semicolon, which separates nothing. */
const htmlCode = /&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|hellip|[nm]dash|#x?\d{1,6});/gi;

/** The separator under which most rows of the beginning have the same width; the more cells the better. */
function detectDelimiter(text: string): string {
  const cut = text.length > sampleLength;
  // `alone`: one cell stands in the header, and the rows below agree on no other width.
  let best = { delimiter: ',', score: 0, alone: true };
  const sample = text.slice(0, sampleLength).replace(htmlCode, '&');
  for (const delimiter of candidates) {
    const { rows } = tokenise(sample, { delimiter, quoted: true, lenient: true });
    if (cut) rows.pop();
    const widths = new Map<number, number>();
    for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const [width, times] = [...widths].reduce((most, each) => (each[1] > most[1] ? each : most), [1, 0]);
    const score = width > 1 ? (times / rows.length) * Math.log2(1 + width) : 0;
    if (score > best.score) best = { delimiter, score, alone: rows[0]?.length === 1 && times < rows.length * 0.8 };
  }
  // One answer in each line: the commas in them are theirs, and a space follows them; a title above a table has its commas without.
  const prose = text.split(`${best.delimiter} `).length > text.split(best.delimiter).length / 2;
  if (best.alone && prose) return candidates.find((each) => each !== '\t' && !text.includes(each)) ?? best.delimiter;
  return best.delimiter;
}

function rowsOf(text: Text, delimiter: string, warnings: string[]): Omit<Tokens, 'regular'> {
  if (delimiter === '\t') {
    const plain = tokensOf(text, { delimiter, quoted: false });
    if (looksUnquoted(plain.rows)) return plain;
  }
  const tokens = tokensOf(text, { delimiter, quoted: true });
  return tokens.regular ? tokens : parseIrregular(text, delimiter, warnings);
}

function tokensOf(text: Text, options: { delimiter: string; quoted: boolean }): Tokens {
  const size = text.file.bytes.length;
  // Copies take time: a small file of nothing but ASCII may as well stay in memory as it is.
  const own = size > 20_000_000 || !isAscii(text.file.bytes);
  const tokeniser = new Tokeniser({ ...options, oldMac: text.decoded.oldMac, own });
  for (const piece of piecesOf(text)) {
    tokeniser.feed(piece.text, piece.last);
    if (!tokeniser.regular) break;
    tellRead(piece.done, size);
  }
  return tokeniser;
}

/** The bytes of the file that have been read. */
function tellRead(done: number, size: number): void {
  const total = Math.ceil(size / 1_000_000);
  tell('Reading the file', done < size ? Math.floor(done / 1_000_000) : total, total, 'MB');
}

/** Google Sheets' TSV quotes nothing: every row has one width then, and no cell is wrapped in quotation marks that mean anything. A header of nothing but wrapped names is a tool's that wraps everything. */
function looksUnquoted(rows: readonly string[][]): boolean {
  const [header = []] = rows;
  const width = header.length;
  if (width > 0 && header.every((cell) => cell === '' || /^"[^"]*"$/.test(cell))) return false;
  return rows.every(
    (row) => row.length === width && row.every((cell) => !(cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') && cell.slice(1, -1).includes('""'))),
  );
}

/** Files with quotation marks in odd places: csv-parse keeps their rows apart, and refuses a quotation mark that never closes. */
function parseIrregular({ file, decoded, skip }: Text, delimiter: string, warnings: string[]): Omit<Tokens, 'regular'> {
  const { fileName } = file;
  const text = decode(file, decoded.encoding).text.slice(skip);
  const bytes = Buffer.from(text, 'utf8');
  const newline = text.includes('\n') ? 10 : 13;
  const rows: string[][] = [];
  const lines: number[] = [];
  let counted = 0;
  let line = 1;
  const lineAt = (offset: number) => {
    for (; counted < offset; counted++) if (bytes[counted] === newline) line++;
    return line;
  };
  let start = 0;
  let swallowing: number | undefined;
  try {
    parse(bytes, {
      delimiter,
      bom: true,
      columns: false,
      cast: false,
      trim: false,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: newline === 10 ? ['\r\n', '\n'] : '\r',
      max_record_size: 0,
      on_record: (record: string[], context: { bytes: number }) => {
        const begin = firstContent(bytes, start);
        rows.push(record);
        lines.push(lineAt(begin));
        if (swallowing === undefined && swallowsRow(bytes.toString('utf8', begin, context.bytes), delimiter, rows[0]?.length ?? 0)) swallowing = lines.at(-1);
        start = context.bytes;
        if (rows.length % 1_000 === 0) tellRead(start, bytes.length);
        return null;
      },
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'CSV_QUOTE_NOT_CLOSED')
      throw refused(`“${fileName}” cannot be read as a table after line ${lineAt(start)}. Export it again as CSV.`);
    throw refused(
      `In “${fileName}”, a quotation mark is opened on line ${lineAt(firstContent(bytes, start))} or soon after and never closed, so the rows after it cannot be told apart. Correct that line, or export the file again as CSV.`,
    );
  }
  if (swallowing !== undefined)
    throw refused(
      `In “${fileName}”, a quotation mark that is opened on line ${swallowing} is not closed before the next row begins, so that row would become part of an answer. Close it on line ${swallowing}, or export the file again as CSV.`,
    );
  warnings.push('Some quotation marks stand in unusual places. The answers were kept as they are; look at the first respondents below.');
  return { rows, lines };
}

/** Whether a line further down in a row is a whole row itself, with a quoted cell: then a quotation mark before it was never closed. A line of an answer ends such a cell and begins none. */
function swallowsRow(row: string, delimiter: string, width: number): boolean {
  if (width < 2) return false;
  return row.trimEnd().split(/\r\n|\n|\r/).slice(1).some((line) => {
    if (!line.includes('"')) return false;
    const { rows, regular } = tokenise(line, { delimiter, quoted: true });
    return regular && rows[0]?.length === width;
  });
}

/** The next byte that is no line end. */
function firstContent(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] === 10 || bytes[at] === 13)) at++;
  return at;
}
