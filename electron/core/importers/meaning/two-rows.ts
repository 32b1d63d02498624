import { isIdentifying, isRecorded, participantRank } from './known-columns.ts';
import { isPlain } from './measure.ts';

type Row = readonly string[];

/** The share of cells without anything in them, 0 to 1. */
export const emptyShare = (row: Row) => row.filter((cell) => cell.trim() === '').length / Math.max(1, row.length);
/** A separator too many at the end of each line leaves gaps in the first row as well, and nothing in them below. */
const fillsGaps = (first: Row, second: Row) => {
  const gaps = first.flatMap((cell, at) => (cell.trim() === '' ? [at] : []));
  return gaps.filter((at) => (second[at] ?? '').trim() !== '').length > gaps.length / 2;
};
/** “p0” over “p1” and “p2”, “23” over “25” and “31”: the second row is a respondent and no header. */
const readsOnBelow = (rows: readonly Row[]) =>
  (rows[1] ?? []).some((_, at) => {
    const cells = rows.slice(1, 4).map((row) => (row[at] ?? '').trim());
    return cells.length === 3 && new Set(cells).size === 3 && /\d/.test(cells[0] ?? '') && new Set(cells.map((cell) => cell.replace(/\d+/g, '0'))).size === 1;
  });
/** Under a gap, long texts stand over long texts; or a value under a name comes again further down, among others. */
const isAnswered = (first: Row, rows: readonly Row[]) =>
  (rows[1] ?? []).some((cell, at) => {
    const below = rows.slice(2).map((row) => (row[at] ?? '').trim()).filter(Boolean);
    if ((first[at] ?? '').trim() === '') return cell.length >= 40 && below.filter((each) => each.length >= 25).length > below.length / 2;
    return cell.trim() !== '' && below.includes(cell.trim()) && new Set(below).size > 1;
  });

/** Questions over their options: the first row has gaps that the second fills. `merged`: a spreadsheet shows cells of the first row over several columns. */
export const hasGapsFilledBelow = (rows: readonly Row[], merged: boolean): boolean => {
  const [first = [], second = []] = rows;
  return rows.length > 2 && first.length > 2 && (merged || emptyShare(first) > 0.15) && emptyShare(second) < 0.6 && fillsGaps(first, second);
};

/** Something tells the second row from those below: it is empty where all of them are filled, its names promise what stands there, or they are far shorter. */
function differsFromBelow([, second = [], ...below]: readonly Row[]): boolean {
  const columns = second.map((cell, at) => ({ name: cell.trim(), cells: below.map((row) => (row[at] ?? '').trim()).filter(Boolean) })).filter(({ cells }) => cells.length > 0);
  const promises = columns.some(({ name, cells }) => {
    if (name === '') return cells.length >= below.length * 0.8;
    if (participantRank(name) !== undefined || isIdentifying(name) || isRecorded(name, 'any') || /\?[\s*:]*$/.test(name)) return true;
    return !isPlain(name) && cells.length > 1 && cells.every(isPlain);
  });
  const named = columns.filter(({ name }) => name !== '');
  const options = named.filter(({ name, cells }) => cells.length > 3 && new Set(cells).size <= cells.length / 2 && !cells.includes(name)).length;
  const shorter = named.filter(({ name, cells }) => cells.reduce((sum, { length }) => sum + length, 0) / cells.length > Math.max(20, name.length * 2.5)).length;
  return promises || options > 1 || shorter > named.length * 0.6;
}

/** The second row is a respondent, whatever gaps the first has. `merged`: the gaps are cells that a spreadsheet joined. */
export const isFirstRespondent = (rows: readonly Row[], merged: boolean): boolean => !differsFromBelow(rows) || (!merged && (readsOnBelow(rows) || isAnswered(rows[0] ?? [], rows)));

const isCode = (cell: string) => /^[A-Za-z_][\w.:#[\]-]{0,40}$/.test(cell.trim());

/** Codes over what they mean: where numbers stand below, the second row has words, and more than once. */
export function isCodesOverWordings([first = [], second = [], ...below]: readonly Row[]): boolean {
  if (below.length < 2 || first.length < 3 || first.filter(isCode).length < first.length * 0.9 || emptyShare(second) > 0.4) return false;
  const meant = first.map((_, at) => ({ words: (second[at] ?? '').trim(), cells: below.map((row) => (row[at] ?? '').trim()).filter(Boolean) }));
  const numbers = meant.filter(({ cells }) => cells.length > 1 && cells.every(isPlain));
  const told = numbers.filter(({ words }) => words !== '' && !isPlain(words) && /\p{L}{2}/u.test(words));
  if (told.length < 2 || told.length < numbers.length * 0.9 || meant.some(({ words, cells }) => words !== '' && cells.includes(words))) return false;
  return meant.filter(({ words }) => /\S\s+\S/.test(words)).length >= first.length / 2;
}
