import { type Ref, refKey, sameRef } from './board-model.ts';

/** Where a row is drawn, for sideways steps; both 0 where nothing is laid out. Pixels from the top of the window. */
export interface Extent { top: number; bottom: number }

/** Up and down: the next row of the same column. */
export function along(rows: readonly Ref[], from: Ref, step: 1 | -1): Ref | null {
  const at = rows.findIndex((row) => sameRef(row, from));
  return rows[at + step] ?? null;
}

/** Left and right: the row of the next column that lies most nearly level with this one (by its number where nothing is drawn). */
export function across(columns: readonly (readonly Ref[])[], from: Ref, step: 1 | -1, extentOf: (ref: Ref) => Extent): Ref | null {
  const at = columns.findIndex((column) => column.some((row) => sameRef(row, from)));
  const rows = columns[at]?.findIndex((row) => sameRef(row, from)) ?? 0;
  const next = columns[at + step];
  if (at < 0 || !next) return null;
  const mine = middle(extentOf(from));
  let best: { ref: Ref; distance: number; rows: number } | null = null;
  for (const [index, ref] of next.entries()) {
    const candidate = { ref, distance: Math.abs(middle(extentOf(ref)) - mine), rows: Math.abs(index - rows) };
    if (!best || candidate.distance < best.distance || (candidate.distance === best.distance && candidate.rows < best.rows)) best = candidate;
  }
  return best?.ref ?? null;
}

const middle = (extent: Extent) => (extent.top + extent.bottom) / 2;

/** Codes between two rows of one list, both ends included: what Shift selects. */
export function codesBetween(rows: readonly Ref[], from: Ref, to: Ref): number[] {
  const ends = [from, to].map((end) => rows.findIndex((row) => refKey(row) === refKey(end)));
  if (ends.some((end) => end < 0)) return [];
  return rows.slice(Math.min(...ends), Math.max(...ends) + 1).flatMap((row) => (row.kind === 'code' ? [row.id] : []));
}
