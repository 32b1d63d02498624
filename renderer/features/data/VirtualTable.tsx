import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSettings } from '../../state/settings.ts';

export interface Column<Row> {
  key: string;
  head: ReactNode;
  /** A class for the cells, such as `num`. */
  className?: string;
  cell: (row: Row) => ReactNode;
  /** What the column is sorted by; without it the header is no button. */
  sortBy?: (row: Row) => string | number;
}
export interface Sorting { key: string; down: boolean }

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => number;
  columns: readonly Column<Row>[];
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
}

/** Tables with more rows than this draw only those near the window. */
const whole = 100;

/** A table of any length with headers that stay, sorted by whichever header was pressed. */
export function VirtualTable<Row>({ label, rows, keyOf, columns, sorting, onSort }: Props<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const height = useSettings((settings) => Math.round((34 * settings.textSize) / 100));
  const some = rows.length > whole;
  const virtual = useVirtualizer({ count: some ? rows.length : 0, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 16 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text size means other heights
  useEffect(() => virtual.measure(), [height]);
  const items = virtual.getVirtualItems();
  const shown = some ? items.flatMap(({ index }) => rows[index] ?? []) : rows;
  const first = some ? (items[0]?.index ?? 0) : 0;
  const above = items[0]?.start ?? 0;
  const below = some ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const gap = (size: number) => size > 0 && <tr aria-hidden className="gap"><td colSpan={columns.length} style={{ height: size }} /></tr>;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="dtab" ref={scroller} tabIndex={0} role="region" aria-label={label}>
      <table className="table" aria-label={label} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map(({ key, head, className, sortBy }) => {
              const on = sorting?.key === key;
              return (
                <th key={key} scope="col" className={className} aria-sort={on ? (sorting.down ? 'descending' : 'ascending') : undefined}>
                  {sortBy && onSort ? (
                    <button type="button" className="dtab-sort" onClick={() => onSort({ key, down: on ? !sorting.down : false })}>
                      {head}
                      <span aria-hidden>{on ? (sorting.down ? ' ↓' : ' ↑') : ''}</span>
                    </button>
                  ) : (
                    head
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {gap(above)}
          {shown.map((row, at) => (
            <tr key={keyOf(row)} aria-rowindex={first + at + 2}>
              {columns.map(({ key, className, cell }) => <td key={key} className={className}>{cell(row)}</td>)}
            </tr>
          ))}
          {gap(below)}
        </tbody>
      </table>
    </div>
  );
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Rows in the order of a column, P2 before P10; rows that are equal stay as they were. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], { key, down }: Sorting): readonly Row[] {
  const by = columns.find((column) => column.key === key)?.sortBy;
  if (!by) return rows;
  const compared = (a: string | number, b: string | number) => (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
  return rows.toSorted((a, b) => (down ? compared(by(b), by(a)) : compared(by(a), by(b))));
}
