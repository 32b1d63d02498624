import { guarded } from './coding-columns.ts';

/** Rows as CSV (RFC 4180) with the byte order mark by which Excel knows UTF-8; `guard` keeps spreadsheets from taking text for formulas. */
export function toCsv(rows: readonly (readonly (string | number)[])[], { guard }: { guard: boolean }): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'number' ? String(value) : guard ? guarded(value) : value;
    return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
