/** Rows of cells as the reader gives them: text, true or false, dates, null for nothing. Numbers come as text (`plainNumber`). */
export type ReadCells = readonly (readonly unknown[])[];

/** The cells of a sheet as text, rows of equal width; the dates of a column are written alike. */
export function textColumns(data: ReadCells): string[][] {
  const width = data.reduce((most, row) => Math.max(most, row.length), 0);
  const timed = Array.from({ length: width }, (_, index) => data.some((row) => hasTime(row[index])));
  return data.map((row) => Array.from({ length: width }, (_, index) => textOf(row[index], timed[index] ?? false)));
}

/**
 * A number as people know it. Long whole numbers (ids) keep every digit of the file; a fraction is stored with more digits
 * than anybody typed (1.1 as 1.1000000000000001), and the shortest one that means the same is what was typed.
 */
export const plainNumber = (stored: string): string => (/^-?\d+\.\d{12,}$/.test(stored) ? String(Number(stored)) : stored);

/** Excel's serial numbers come out a few milliseconds off. */
const inSeconds = (date: Date): Date => new Date(Math.round(date.getTime() / 1_000) * 1_000);
const hasTime = (value: unknown): boolean => value instanceof Date && inSeconds(value).getTime() % 86_400_000 !== 0;

function textOf(value: unknown, timed: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (!(value instanceof Date)) return String(value);
  // As Excel shows a date that is none.
  if (Number.isNaN(value.getTime())) return '########';
  const [day = '', time = ''] = inSeconds(value)
    .toISOString()
    .split(/T|\.\d+Z$/);
  // A time of day alone is counted from the day before Excel's first one.
  if (value.getUTCFullYear() < 1900) return time;
  return timed ? `${day} ${time}` : day;
}
