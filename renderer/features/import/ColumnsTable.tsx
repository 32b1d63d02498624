import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { PlanColumn } from '../../../shared/domain/plan.ts';
import { ColumnRow } from './ColumnRow.tsx';
import { GridRow } from './GridRow.tsx';
import { type Grid, rowsOf } from './grids.ts';
import type { Importing } from './useImport.ts';

interface Props {
  columns: readonly PlanColumn[];
  onColumn: Importing['setColumn'];
  onRole: Importing['setRole'];
  onName: Importing['setName'];
}

/** Tables with more rows than this draw only what can be seen. */
const whole = 80;

/** Every column of the file with what it will be used as; the columns of a grid under its stem, folded where all are closed. */
export function ColumnsTable({ columns, onColumn, onRole, onName }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  /** Grids that somebody opened or closed; the others are open where they hold a question. */
  const [chosen, setChosen] = useState<Readonly<Record<number, boolean>>>({});
  const isOpen = (grid: Grid) => chosen[grid.first] ?? grid.columns.some(({ role }) => role === 'question' || role === 'participant');
  const rows = rowsOf(columns, isOpen);
  const some = rows.length > whole;
  const virtual = useVirtualizer({ count: some ? rows.length : 0, getScrollElement: () => scroller.current, estimateSize: () => 33, overscan: 12 });
  const items = virtual.getVirtualItems();
  const shown = some ? items.flatMap(({ index }) => rows[index] ?? []) : rows;
  const above = items[0]?.start ?? 0;
  const below = some ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  return (
    <>
      <div className="cols-h">
        <h2>Columns</h2>
        <span className="muted">Decide what each column is. You can change this later in Data.</span>
      </div>
      <div className="ctab" ref={scroller}>
        <table className="table" aria-label="Columns of the file" aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              <th className="c-name">Column</th>
              <th>Wording in the survey</th>
              <th className="num c-filled">Filled in</th>
              <th className="c-use">Use as</th>
              <th className="c-call">Called</th>
            </tr>
          </thead>
          <tbody>
            {above > 0 && (
              <tr aria-hidden className="gap">
                <td colSpan={5} style={{ height: above }} />
              </tr>
            )}
            {shown.map((row) =>
              row.kind === 'grid' ? (
                <GridRow
                  key={`grid ${row.grid.first}`}
                  grid={row.grid}
                  row={row.at + 2}
                  open={isOpen(row.grid)}
                  onOpen={(open) => setChosen((before) => ({ ...before, [row.grid.first]: open }))}
                  onRole={(role) => {
                    for (const column of row.grid.columns) onRole(column, role);
                  }}
                />
              ) : (
                <ColumnRow
                  key={row.column.index}
                  column={row.column}
                  columns={columns}
                  row={row.at + 2}
                  inGrid={row.inGrid}
                  onColumn={onColumn}
                  onRole={onRole}
                  onName={onName}
                />
              ),
            )}
            {below > 0 && (
              <tr aria-hidden className="gap">
                <td colSpan={5} style={{ height: below }} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}
