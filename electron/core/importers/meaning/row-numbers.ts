import type { Header } from './headers.ts';

/** What R, its packages and pandas call the column of row names that they write in front, and read again. */
const programNames = /^(?:X(?:\.\d+)?|Unnamed: ?\d+(?:_level_\d+)?|\.\.\.\d+|row[._ ]?names?)$/i;
/** Each time that a table is written and read again, one more stands in front. */
const mostInFront = 3;

/** Whether a column holds the numbers of rows that a program added (in part, where rows were taken out): they count on, and say nothing about people. */
export function isRowNumbers({ index, name, wording }: Header, rows: readonly (readonly string[])[]): boolean {
  if (index >= mostInFront || !(wording === '' || programNames.test(name))) return false;
  let last = -1;
  return rows.length > 1 && rows.every((cells, at) => {
    const cell = (cells[index] ?? '').trim();
    if (!/^\d{1,9}$/.test(cell) || Number(cell) <= last || (at === 0 && Number(cell) > 1)) return false;
    last = Number(cell);
    return true;
  });
}
