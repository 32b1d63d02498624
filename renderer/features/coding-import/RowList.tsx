import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { CodingFileRow } from '../../../shared/domain/coding-import.ts';
import { rowKey } from './decisions.ts';
import { codeWords } from './words.ts';

/** One line of the list: the head of a group, a row that needs a look, or one that was found. */
export type Item =
  | { kind: 'head'; group: string; title: string; about: string; open: boolean; tools?: ReactNode }
  | { kind: 'card' | 'line'; row: CodingFileRow };

export interface RowListHandle { show: (key: string) => void }
interface Props { items: readonly Item[]; onFlip: (group: string) => void; card: (row: CodingFileRow) => ReactNode; handle: Ref<RowListHandle> }

/** Lists with more items than this draw only those near the window. */
const whole = 500;
const keyOf = (item: Item) => (item.kind === 'head' ? item.group : rowKey(item.row));

/** All rows of the file in their groups, each with a head that opens and closes it. */
export function RowList({ items, onFlip, card, handle }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const some = items.length > whole;
  const virtual = useVirtualizer({
    count: some ? items.length : 0, getScrollElement: () => scroller.current, overscan: 8,
    estimateSize: (index) => ({ head: 44, card: 190, line: 34 })[items[index]?.kind ?? 'line'], getItemKey: (index) => keyOf(items[index] as Item),
  });
  const wanted = useRef<string | null>(null);
  useImperativeHandle(handle, () => ({
    show: (key) => {
      wanted.current = key;
      if (some) virtual.scrollToIndex(items.findIndex((item) => keyOf(item) === key), { align: 'auto' });
      focusRow();
    },
  }));
  // A card that was out of sight is there after the list has moved.
  useEffect(() => focusRow());
  function focusRow() {
    const card = wanted.current === null ? null : scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!card) return;
    wanted.current = null;
    card.focus({ preventScroll: true });
    card.scrollIntoView?.({ block: 'nearest' });
  }
  const draw = (item: Item) => (item.kind === 'head' ? <Head item={item} onFlip={onFlip} /> : item.kind === 'card' ? card(item.row) : <Line row={item.row} />);
  const shown = virtual.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="ci-list" ref={scroller} role="region" aria-label="Quotes of the file" tabIndex={0}>
      {some ? (
        <div className="ci-all" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, key, start }) => (
            <div key={key} data-index={index} ref={virtual.measureElement} className="ci-item" style={{ transform: `translateY(${start}px)` }}>{draw(items[index] as Item)}</div>
          ))}
        </div>
      ) : (
        items.map((item) => <div key={keyOf(item)}>{draw(item)}</div>)
      )}
    </div>
  );
}

function Head({ item: { group, title, about, open, tools }, onFlip }: { item: Extract<Item, { kind: 'head' }>; onFlip: (group: string) => void }) {
  return (
    <div className="ci-head">
      <h3>
        <button type="button" className="ci-flip" aria-expanded={open} onClick={() => onFlip(group)}>
          {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          {title}
        </button>
      </h3>
      <span className="muted clip" title={about}>{about}</span>
      <span className="push" />
      {tools}
    </div>
  );
}

/** A row that was found, in one line. */
function Line({ row }: { row: CodingFileRow }) {
  const place = row.places[0];
  return (
    <div className="ci-line">
      <span className="muted num clip" title={row.where}>{row.where}</span>
      <span className="med clip" title={row.reason || undefined}>{place?.shown ?? row.participant}</span>
      <span className="sample clip" title={row.extract}>{place?.match || row.extract}</span>
      <span className="clip soft" title={row.codes.join('; ')}>{row.reason && !place ? row.reason : codeWords(row)}</span>
    </div>
  );
}
