import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { PlanColumn } from '../../../shared/domain/plan.ts';
import type { Importing } from './useImport.ts';
import { ColumnRow } from './ColumnRow.tsx';

interface Props {
  columns: readonly PlanColumn[];
  onRole: Importing['setRole'];
  onName: Importing['setName'];
}

/** Tables with more rows than this draw only what can be seen. */
const whole = 80;

/** Every column of the file with what it will be used as. */
export function ColumnsTable({ columns, onRole, onName }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const some = columns.length > whole;
  const virtual = useVirtualizer({ count: some ? columns.length : 0, getScrollElement: () => scroller.current, estimateSize: () => 33, overscan: 12 });
  const items = virtual.getVirtualItems();
  const shown = some ? items.flatMap(({ index }) => columns[index] ?? []) : columns;
  const above = items[0]?.start ?? 0;
  const below = some ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  return (
    <>
      <div className="cols-h">
        <h2>Columns</h2>
        <span className="muted">Decide what each column is.</span>
      </div>
      <div className="ctab" ref={scroller}>
        <table className="table" aria-label="Columns of the file" aria-rowcount={columns.length + 1}>
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
            {shown.map((column) => (
              <ColumnRow key={column.index} column={column} row={columns.indexOf(column) + 2} onRole={onRole} onName={onName} />
            ))}
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
