import { parse } from 'csv-parse/sync';
import { columnNames, type CodingColumn, requiredColumns, unguarded } from '../../../shared/report/coding-columns.ts';
import { refused } from '../../../shared/errors.ts';

/** A row of a coding table: the line of the file on which it begins (from 1), and its cells by column. */
export interface CodingRecord { line: number; cells: Partial<Record<CodingColumn, string>> }

/** Reads a table of codings: any order of columns, comma, semicolon or tab, any line ends, with or without a byte order mark. Throws a refusal with a sentence. */
export function readCodingFile(bytes: Buffer, fileName: string): CodingRecord[] {
  if (bytes.length === 0) throw refused(`“${fileName}” is empty.`);
  const text = decode(bytes);
  if (text.includes('\u0000')) throw refused(`“${fileName}” is not a text file. Save the table as CSV and try again.`);
  const [header, ...rows] = recordsOf(text, fileName);
  if (!header) throw refused(`“${fileName}” is empty.`);
  const columns = header.cells.map((cell) => columnNamed(cell));
  const missing = requiredColumns.filter((column) => !columns.includes(column));
  if (!columns.includes('extract') && !(columns.includes('start') && columns.includes('end'))) missing.push('extract');
  if (missing.length) {
    const found = header.cells.map((cell) => cell.trim()).filter(Boolean).slice(0, 20).map((cell) => `“${cell.slice(0, 40)}”`).join(', ');
    throw refused(`“${fileName}” has no column ${missing.map((name) => `“${name}”`).join(', no column ')}. Its first line names: ${found || 'nothing'}. A coding table has the columns ${columnNames.join(', ')}; question, participant, extract and code are needed.`);
  }
  if (rows.length === 0) throw refused(`“${fileName}” has a header and no rows.`);
  return rows.map(({ line, cells }) => {
    const record: CodingRecord = { line, cells: {} };
    columns.forEach((column, index) => {
      const cell = cells[index];
      if (column && cell !== undefined && record.cells[column] === undefined) record.cells[column] = column === 'extract' ? cell : unguarded(cell).trim();
    });
    return record;
  });
}

/** UTF-8 or UTF-16 by their marks, UTF-8 where the bytes are, otherwise what Excel for Windows writes. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function recordsOf(text: string, fileName: string): { line: number; cells: string[] }[] {
  let parsed: { info: { lines: number }; record: string[] }[];
  try {
    parsed = parse(text, { delimiter: delimiterOf(text), info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }) as unknown as typeof parsed;
  } catch {
    throw refused(`“${fileName}” cannot be read as a table: a quotation mark is opened and never closed. Save it again as CSV from the program that it came from.`);
  }
  // The parser tells the line on which a record ends, and counts the two characters of a Windows line end inside quotes as two lines.
  let counted = 0;
  return parsed.flatMap(({ info, record }) => {
    const inside = record.join(' ');
    const line = info.lines - (inside.match(/[\r\n]/g)?.length ?? 0) - counted;
    counted += inside.match(/\r\n/g)?.length ?? 0;
    return record.some((cell) => cell.trim() !== '') ? [{ line, cells: record }] : [];
  });
}

/** The separator that the header line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const times = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (times(each) > times(best) ? each : best));
}

function columnNamed(header: string): CodingColumn | undefined {
  const name = header.trim().replace(/^\uFEFF/, '').toLowerCase();
  return columnNames.find((column) => column === name);
}
