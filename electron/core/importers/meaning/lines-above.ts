import { isIdentifying, isRecorded, participantRank } from './known-columns.ts';
import { isPlain } from './measure.ts';
import { hasGapsFilledBelow, isFirstRespondent } from './two-rows.ts';

type Row = readonly string[];

/** A title, a date of export, some notes. */
const mostLines = 8;

const filledIn = (row: Row) => row.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));

/**
 * How many lines somebody put on top of a table (a title, “Exported:” and a date, notes): they fill a cell or two at the left, and the row below them
 * reads as a header of what follows, or is one of two. 0 where the table begins at once. A lone question over unnamed columns is a header of its own.
 */
export function linesAbove(rows: readonly Row[]): number {
  const heads = rows.map(filledIn);
  // Some programs end a line after its last cell.
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const at = heads.findIndex((filled) => !isLine(filled, width));
  if (at < 1 || at > mostLines) return 0;
  const only = at === 1 && heads[0]?.length === 1 && (rows[0]?.length ?? 0) > 1 ? (rows[0]?.[0] ?? '').trim() : '';
  // Rows of a sparse table may look like lines; then those that follow are no fuller.
  const longest = Math.max(0, ...heads.slice(0, at).map(({ length }) => length));
  const fuller = heads.slice(at + 1).filter(({ length }) => length > longest).length;
  if (fuller < (heads.length - at - 1) * 0.6) return 0;
  if (/[?:…]$/.test(only)) return 0;
  const questions = rows.findIndex((_, place) => place > 0 && place <= at && areTwoHeaders(rows.slice(place), place < at));
  if (questions > 0) return questions;
  return readsAsHeader(rows[at] ?? [], rows.slice(at + 1)) ? at : 0;
}

/** Questions over their options. `short`: they fill a cell or two, as lines above a table do; then nothing stands under one that needs no options. */
const areTwoHeaders = (rows: readonly Row[], short: boolean): boolean =>
  hasGapsFilledBelow(rows, false) && !isFirstRespondent(rows, false) && (!short || (filledIn(rows[0] ?? []).length > 1 && filledIn(rows[0] ?? []).some((at) => (rows[1]?.[at] ?? '').trim() === '')));

const isLine = (filled: readonly number[], width: number) => filled.length > 0 && filled.every((at) => at < 2) && (filled.length === 1 ? filled[0] === 0 : width >= 2 * filled.length);

/** None of its cells comes again below, and something in it names what stands below: an id, a question, a number. */
function readsAsHeader(row: Row, below: readonly Row[]): boolean {
  const named = filledIn(row);
  const alike = below.filter(({ length }) => length === row.length).length;
  if (named.length < 2 || below.length === 0 || alike < below.length * 0.8) return false;
  if (named.length < Math.max(...below.map((each) => filledIn(each).length)) * 0.6) return false;
  const columns = named.map((at) => ({ name: (row[at] ?? '').trim(), cells: below.map((each) => (each[at] ?? '').trim()).filter(Boolean) }));
  if (columns.some(({ name, cells }) => name.length > 1_000 || isPlain(name) || cells.includes(name))) return false;
  return columns.some(
    ({ name, cells }) =>
      participantRank(name) !== undefined ||
      isIdentifying(name) ||
      isRecorded(name, 'any') ||
      /\?[\s*:]*$/.test(name) ||
      (cells.length > 1 && cells.every(isPlain)) ||
      (cells.length > 3 && new Set(cells).size < cells.length * 0.7),
  );
}

/** Says what the lines on top are, and that they are left out. */
export function linesAboveNote(rows: readonly (readonly string[])[], count: number): string {
  const said = rows.slice(0, count).map((cells) => cells.filter((cell) => cell.trim() !== '').join(' ').trim());
  const shown = said.slice(0, 2).map((text) => `“${text.length > 60 ? `${text.slice(0, 59).toWellFormed().trimEnd()}…` : text}”`);
  return `${count === 1 ? 'The first line' : `The first ${count} lines`} (${shown.join(', ')}${count > 2 ? ' …' : ''}) ${count === 1 ? 'stands' : 'stand'} above the header and ${count === 1 ? 'is' : 'are'} left out. If that is wrong, set the header rows under “Read it differently”.`;
}
