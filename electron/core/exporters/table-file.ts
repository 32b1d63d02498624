import { toCsv } from '../../../shared/report/csv.ts';
import type { Made } from './exporter.ts';

type Rows = readonly (readonly (string | number)[])[];

export const csvFile = (header: readonly string[], rows: Rows, guard = true): Made => ({ bytes: new TextEncoder().encode(toCsv([header, ...rows], { guard })), mime: 'text/csv' });

/** Excel takes no more than this in one cell. */
const longestCell = 32_767;

/** One sheet with a header that stays in view. Cells are typed as text or number, so no text can become a formula. */
export async function xlsxFile(header: readonly string[], rows: Rows, widths: readonly number[], sheet: string): Promise<Made> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const text = (value: string) => value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, longestCell);
  const data = [
    header.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => (typeof value === 'number' ? { type: Number, value } : value === '' ? null : { type: String, value: text(value), wrap: true, alignVertical: 'top' as const }))),
  ];
  const buffer = await writeXlsxFile(data, { columns: widths.map((width) => ({ width })), sheet, stickyRowsCount: 1 }).toBuffer();
  return { bytes: new Uint8Array(buffer), mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
}
