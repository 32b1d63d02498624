import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { personRowHeight, useSettings } from '../../state/settings.ts';

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => number;
  /** The row that is kept in view; -1 for none. */
  current: number;
  render: (row: Row, current: boolean) => ReactNode;
}

/** A list of any length, of which only the rows near the window are in the document. */
export function RowList<Row>({ label, rows, keyOf, current, render }: Props<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useSettings(personRowHeight);
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text size means other heights
  useEffect(() => virtualizer.measure(), [rowHeight]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row scrolls the list
  useEffect(() => {
    if (current >= 0) virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [current]);
  return (
    <div ref={scroller} className="rlist pane-b">
      <div role="list" aria-label={label} className="rlist-in" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((at) => {
          const row = rows[at.index];
          if (row === undefined) return null;
          return (
            <div key={keyOf(row)} role="listitem" aria-setsize={rows.length} aria-posinset={at.index + 1} className="rlist-i" style={{ transform: `translateY(${at.start}px)` }}>
              {render(row, at.index === current)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
