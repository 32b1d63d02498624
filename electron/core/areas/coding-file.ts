import { columnNames, type CodingColumn, requiredColumns, unguarded } from '../../../shared/report/coding-columns.ts';
import { refused } from '../../../shared/errors.ts';
import { readCsv } from '../importers/csv.ts';

/** A row of a coding table: the line of the file on which it begins (from 1), and its cells by column. */
export interface CodingRecord { line: number; cells: Partial<Record<CodingColumn, string>> }

/** Reads a table of codings: any order of columns, comma, semicolon or tab, any line ends, with or without a byte order mark. Throws a refusal with a sentence. */
export function readCodingFile(bytes: Buffer, fileName: string): CodingRecord[] {
  if (bytes.length === 0) throw refused(`“${fileName}” is empty.`);
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') throw refused(`“${fileName}” is an Excel file. Save the sheet as CSV (UTF-8) and bring that in.`);
  const { rows: [header, ...rows], lines: [, ...lines] } = readCsv({ fileName, bytes }, {});
  if (!header) throw refused(`“${fileName}” is empty.`);
  const columns = header.map((cell) => columnNamed(cell));
  const missing = requiredColumns.filter((column) => !columns.includes(column));
  if (!columns.includes('extract') && !(columns.includes('start') && columns.includes('end'))) missing.push('extract');
  if (missing.length) {
    const found = header.map((cell) => cell.trim()).filter(Boolean).slice(0, 20).map((cell) => `“${cell.slice(0, 40)}”`).join(', ');
    throw refused(`“${fileName}” has no column ${missing.map((name) => `“${name}”`).join(', no column ')}. Its first line names: ${found || 'nothing'}. A coding table has the columns ${columnNames.join(', ')}; question, participant, extract and code are needed.`);
  }
  if (rows.length === 0) throw refused(`“${fileName}” has a header and no rows.`);
  return rows.map((cells, row) => {
    const record: CodingRecord = { line: lines[row] ?? 0, cells: {} };
    columns.forEach((column, index) => {
      const cell = cells[index];
      if (column && cell !== undefined && record.cells[column] === undefined) record.cells[column] = column === 'extract' ? cell : unguarded(cell).trim();
    });
    return record;
  });
}

function columnNamed(header: string): CodingColumn | undefined {
  const name = header.trim().replace(/^\uFEFF/, '').toLowerCase();
  return columnNames.find((column) => column === name);
}
