import type { PlanColumn } from '../../../shared/domain/plan.ts';

/** Columns beside one another that share a stem; `first` is the index of the first. */
export interface Grid {
  first: number;
  stem: string;
  columns: PlanColumn[];
}
/** A row of the table of columns; `at` counts from 0. */
export type TableRow = { at: number } & ({ kind: 'grid'; grid: Grid } | { kind: 'column'; column: PlanColumn; inGrid: boolean });

/** Columns and grids in the order of the file; a closed grid hides its columns. */
export function rowsOf(columns: readonly PlanColumn[], isOpen: (grid: Grid) => boolean): TableRow[] {
  const rows: TableRow[] = [];
  for (let from = 0; from < columns.length; ) {
    const first = columns[from];
    if (!first) break;
    let to = from + 1;
    while (first.group && columns[to]?.group === first.group) to++;
    const members = columns.slice(from, to);
    if (members.length > 1) {
      const grid = { first: first.index, stem: first.group ?? '', columns: members };
      rows.push({ at: rows.length, kind: 'grid', grid });
      if (isOpen(grid)) for (const column of members) rows.push({ at: rows.length, kind: 'column', column, inGrid: true });
    } else rows.push({ at: rows.length, kind: 'column', column: first, inGrid: false });
    from = to;
  }
  return rows;
}
