import type { CodingFileRow, FoundPlace, RowState } from '../../../shared/domain/coding-import.ts';
import { toCsv } from '../../../shared/report/csv.ts';

/** What a person decided about a row: the place that it means, or that it has none. */
export type Decision = FoundPlace | 'none';
export type Decisions = ReadonlyMap<string, Decision>;

export const rowKey = ({ line, part }: Pick<CodingFileRow, 'line' | 'part'>): string => `${line}/${part}`;
export const needsLook = (state: RowState): boolean => state === 'near' || state === 'elsewhere' || state === 'several';

/** The place under which a row comes in; undefined where it stays out. */
export function placeOf(row: CodingFileRow, decisions: Decisions): FoundPlace | undefined {
  const decided = decisions.get(rowKey(row));
  if (decided !== undefined) return decided === 'none' ? undefined : decided;
  return row.state === 'exact' || row.state === 'forgiving' ? row.places[0] : undefined;
}

/** Why a row stays out, for the list of them. */
export function whyOut(row: CodingFileRow, decisions: Decisions): string {
  if (decisions.get(rowKey(row)) === 'none') return `You said that this is not the place. ${row.reason}`;
  return needsLook(row.state) ? `Nobody has confirmed the place. ${row.reason}` : row.reason;
}

export interface Tally { ready: CodingFileRow[]; out: CodingFileRow[]; open: number; codings: number }

export function tally(rows: readonly CodingFileRow[], decisions: Decisions): Tally {
  const ready = rows.filter((row) => placeOf(row, decisions) !== undefined);
  const kept = new Set(ready);
  const out = rows.filter((row) => !kept.has(row));
  return { ready, out, open: out.filter((row) => needsLook(row.state) && !decisions.has(rowKey(row))).length, codings: ready.reduce((sum, row) => sum + row.codes.length, 0) };
}

/** Rows that stay out as a table, to go on with in a spreadsheet. */
export const outCsv = (rows: readonly CodingFileRow[], reason: (row: CodingFileRow) => string): string =>
  toCsv([['where', 'question', 'participant', 'extract', 'code', 'theme', 'group', 'note', 'reason'], ...rows.map((row) => [row.where, row.question, row.participant, row.extract, row.codes.join('; '), row.theme.join(' > '), row.group.join(' > '), row.note, reason(row)])], { guard: true });

/** A group of the list: rows that were found alike. */
export interface RowGroup { key: 'exact' | 'forgiving' | 'look' | 'missing' | 'incomplete'; rows: CodingFileRow[] }

/** The groups in the order in which they are worth looking at; empty ones are left out. */
export function groupsOf(rows: readonly CodingFileRow[]): RowGroup[] {
  const of = (...states: RowState[]) => rows.filter((row) => states.includes(row.state));
  const groups: RowGroup[] = [
    { key: 'look', rows: of('near', 'elsewhere', 'several') }, { key: 'missing', rows: of('missing') }, { key: 'incomplete', rows: of('incomplete') },
    { key: 'forgiving', rows: of('forgiving') }, { key: 'exact', rows: of('exact') },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

/** Rows whose words stand word for word in one other answer: these can be accepted together. */
export const verbatimElsewhere = (rows: readonly CodingFileRow[], decisions: Decisions): CodingFileRow[] =>
  rows.filter((row) => row.state === 'elsewhere' && row.places.length === 1 && !decisions.has(rowKey(row)));
