import { guarded } from './coding-columns.ts';

/** Rows as CSV (RFC 4180) with the byte order mark by which Excel knows UTF-8; `guard` keeps spreadsheets from taking text for formulas; `row` is told which row is written. */
export function toCsv(rows: readonly (readonly (string | number)[])[], { guard, row: told }: { guard: boolean; row?: (at: number) => void }): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'number' ? String(value) : guard ? guarded(value) : value;
    return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const line = (row: readonly (string | number)[], at: number): string => {
    told?.(at);
    return `${row.map(cell).join(',')}\r\n`;
  };
  return `\uFEFF${rows.map(line).join('')}`;
}
