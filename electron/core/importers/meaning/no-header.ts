import { isIdentifying, isRecorded, participantRank } from './known-columns.ts';
import { isPlain } from './measure.ts';

type Row = readonly string[];

/** The number at the end of an id, and what stands before it. */
const counted = (cell = '') => /^(.{0,12}?)(\d{1,9})$/.exec(cell.trim());

/** “P1” over “P2”, “P3” and so on: the first row is counted with the others. */
function countsOn(rows: readonly Row[], at: number): boolean {
  const first = counted(rows[0]?.[at]);
  return first !== null && rows.every((row, index) => {
    const id = counted(row[at]);
    return id?.[1] === first[1] && Number(id?.[2]) === Number(first[2]) + index;
  });
}

/** A time, an address, an id that a tool made: nobody calls a column so, least of all one of nothing else. */
const value = /^(?:\d{4}-\d\d-\d\d[ T]\d|R_\w{10,}$|uuid:|[^\s@]+@[^\s@]+\.\w+$)/;
const holdsValues = (rows: readonly Row[], at: number) => rows.every((row) => value.test((row[at] ?? '').trim()));

/** A value that comes again below, among others. */
function comesAgain(rows: readonly Row[], at: number): boolean {
  const [first = '', ...below] = rows.map((row) => (row[at] ?? '').trim());
  return first !== '' && below.includes(first) && new Set(below.filter(Boolean)).size > 1;
}

/** Whether a table has no header: its first row continues in the ids below, holds times or ids itself, or several of its values come again. */
export function beginsWithRespondent(rows: readonly Row[]): boolean {
  const [first = []] = rows;
  const filled = first.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  const names = filled.map((at) => (first[at] ?? '').trim());
  if (rows.length < 4 || filled.length < 2 || names.every(isPlain)) return false;
  if (names.some((name) => participantRank(name) !== undefined || isIdentifying(name) || isRecorded(name, 'any') || /\?[\s*:]*$/.test(name))) return false;
  return countsOn(rows, filled[0] ?? 0) || filled.some((at) => holdsValues(rows, at)) || filled.filter((at) => comesAgain(rows, at)).length > 1;
}

/** Says that the first row comes in, and what the columns are called then. */
export function noHeaderNote([first = []]: readonly Row[]): string {
  const [shown = ''] = first.map((cell) => cell.trim()).filter(Boolean);
  return `The first row (“${shown.length > 60 ? `${shown.slice(0, 59).toWellFormed().trimEnd()}…` : shown}” …) reads like a respondent and not like a header, so it comes in as one, and the columns are called “Column 1”, “Column 2” and so on. If that is wrong, set the header rows under “Read it differently”.`;
}
