import { refused } from '../../../shared/errors.ts';
import type { Table } from './importer.ts';
import { plainName } from './known-columns.ts';

/** The rows below the headers, those that are no respondents left out. */
export interface DataRows {
  rows: string[][];
  lines: number[];
  leftOut: { count: number; reason: string }[];
}

const most = 5_000;
const listed = (lines: readonly number[]) =>
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

/** Takes the data rows, leaving out Qualtrics' previews, tests and spam. */
export function dataRows(table: Table, headerRows: number, names: readonly string[], producer: string): DataRows {
  const rows = table.rows.slice(headerRows);
  const lines = table.lines.slice(headerRows);
  const leftOut = table.emptyRows ? [{ count: table.emptyRows, reason: table.emptyRows === 1 ? 'empty row' : 'empty rows' }] : [];
  const status = producer === 'Qualtrics' ? names.findIndex((name) => plainName(name) === 'status') : -1;
  if (status === -1) return { rows, lines, leftOut };
  const coded = rows.every((row) => /^\d*$/.test((row[status] ?? '').trim()));
  const reasons = rows.map((row) => reasonToLeave((row[status] ?? '').trim().toLowerCase(), coded));
  // A trial run of one's own survey is nothing but previews; then they are what there is.
  if (reasons.every(Boolean)) return { rows, lines, leftOut };
  for (const reason of ['preview', 'test', 'spam'] as const) {
    const count = reasons.filter((each) => each === reason).length;
    const words = { preview: 'survey preview', test: 'test response', spam: 'response marked as spam' }[reason];
    if (count)
      leftOut.push({
        count,
        reason: count === 1 ? words : words.replace(/^(survey preview|test response)$/, '$1s').replace(/^response marked/, 'responses marked'),
      });
  }
  return { rows: rows.filter((_, index) => !reasons[index]), lines: lines.filter((_, index) => !reasons[index]), leftOut };
}

function reasonToLeave(status: string, coded: boolean): 'preview' | 'test' | 'spam' | null {
  if (status.includes('preview') || (coded && status === '1')) return 'preview';
  if (status === 'survey test' || (coded && status === '2')) return 'test';
  return status === 'spam' || (coded && status === '8') ? 'spam' : null;
}
