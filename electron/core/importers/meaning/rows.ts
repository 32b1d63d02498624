import { refused } from '../../../../shared/errors.ts';
import type { Table } from '../importer.ts';

/** Rows of a table with the line of the file on which each begins. */
export interface DataRows {
  rows: string[][];
  lines: number[];
}

const most = 5_000;
/** “lines 4, 9 and 3 more”. */
export const listed = (lines: readonly number[]) =>
  `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ` and ${lines.length - 5} more` : ''}`;

/** How many columns a table has: the header's, and more where rows are longer. Ragged rows are told in `warnings`. */
export function widthOf({ rows, lines }: Table, headerRows: number, fileName: string, warnings: string[]): number {
  const header = Math.max(0, ...rows.slice(0, headerRows).map((row) => row.length));
  const own = headerRows === 0 ? Math.max(0, ...rows.map((row) => row.length)) : header;
  const long: number[] = [];
  const short: number[] = [];
  let width = own;
  for (let at = headerRows; at < rows.length; at++) {
    const length = rows[at]?.length ?? 0;
    if (length === own) continue;
    (length > own ? long : short).push(lines[at] ?? 0);
    if (length > width) width = length;
  }
  if (width > most) throw refused(`“${fileName}” has ${width} columns; Themework reads up to ${most}. Export the open questions only.`);
  if (long.length)
    warnings.push(
      `${long.length === 1 ? '1 row has' : `${long.length} rows have`} more cells than the header (${listed(long)}), perhaps from a separator inside an answer. The extra cells are kept under “Column ${own + 1}”${width > own + 1 ? ' and on' : ''}.`,
    );
  if (short.length)
    warnings.push(
      `${short.length === 1 ? '1 row has' : `${short.length} rows have`} fewer cells than the header (${listed(short)}); what is missing counts as empty.`,
    );
  return width;
}

/** The rows below the headers. */
export const rowsBelow = (table: Table, headerRows: number): DataRows => ({ rows: table.rows.slice(headerRows), lines: table.lines.slice(headerRows) });

/** The rows that `out` does not name (by their place, from 0). */
export function without<T extends DataRows>({ rows, lines }: T, out: ReadonlySet<number>): DataRows {
  return out.size === 0 ? { rows, lines } : { rows: rows.filter((_, at) => !out.has(at)), lines: lines.filter((_, at) => !out.has(at)) };
}
