import { toCsv } from '../../../shared/report/csv.ts';
import { tell } from '../task.ts';
import type { Made } from './exporter.ts';

type Rows = readonly (readonly (string | number)[])[];

/** Says how far the writing of rows is; the header is row 0. */
const written = (row: number, rows: Rows) => tell('Writing rows', row, rows.length, 'rows');

export const csvFile = (header: readonly string[], rows: Rows, guard = true): Made => ({ bytes: new TextEncoder().encode(toCsv([header, ...rows], { guard, row: (at) => written(at, rows) })), mime: 'text/csv' });

/** Excel takes no more than this in one cell. */
const longestCell = 32_767;

/** One sheet with a header that stays in view. Cells are typed as text or number, so no text can become a formula. */
export async function xlsxFile(header: readonly string[], rows: Rows, widths: readonly number[], sheet: string): Promise<Made> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const text = (value: string) => value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, longestCell);
  const data = [
    header.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
    ...rows.map((row, at) => {
      written(at + 1, rows);
      return row.map((value) => (typeof value === 'number' ? { type: Number, value } : value === '' ? null : { type: String, value: text(value), wrap: true, alignVertical: 'top' as const }));
    }),
  ];
  tell('Packing the workbook', 0, 0, '');
  const buffer = await writeXlsxFile(data, { columns: widths.map((width) => ({ width })), sheet, stickyRowsCount: 1 }).toBuffer();
  return { bytes: new Uint8Array(buffer), mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
}
