import { type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { TextRange } from '../../../shared/domain/text-range.ts';
import { dragEnd, type End } from './boundaries.ts';
import { isRightToLeft, offsetOf, rangeOf } from './dom-range.ts';

interface Props {
  article: RefObject<HTMLElement | null>; range: TextRange; text: string;
  /** The ink of the extract; none for a selection. */
  ink?: number;
  /** Made for a finger. */
  large?: boolean;
  /** While one end is dragged. */
  onDrag: (range: TextRange) => void;
  /** Once it is let go; null where nothing came of it. */
  onDrop: (range: TextRange | null) => void;
}
interface Grip { left: number; top: number; height: number }

/** Grips at the two ends of a stretch: dragging one moves that end, to whole words or, with Alt held, to any character. Keys do the same, so these are for the pointer alone. */
export function Grips({ article, range, text, ink, large = false, onDrag, onDrop }: Props) {
  const [grips, setGrips] = useState<Record<End, Grip> | null>(null);
  const drag = useRef<{ from: TextRange; off: number; drawn: TextRange | null }>(undefined);
  const { start, end } = range;
  useLayoutEffect(() => {
    const root = article.current?.querySelector<HTMLElement>('.data');
    if (!root) return undefined;
    const put = () => setGrips(gripsOf(article.current, root, { start, end }));
    put();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(put);
    observer.observe(root);
    return () => observer.disconnect();
  }, [article, start, end]);
  if (!grips) return null;

  const begin = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    // A finger holds the grip below the line; what counts is where the line is.
    drag.current = { from: { start, end }, off: event.pointerType === 'touch' ? event.clientY - (box.top + Math.min(box.height, grips.start.height) / 2) : 0, drawn: null };
  };
  const move = (which: End) => (event: PointerEvent<HTMLElement>) => {
    const { current } = drag;
    const root = article.current?.querySelector('.data');
    const caret = current && document.caretPositionFromPoint?.(event.clientX, event.clientY - current.off);
    if (!current || !event.currentTarget.hasPointerCapture(event.pointerId) || !root || !caret || !root.contains(caret.offsetNode)) return;
    const to = dragEnd(text, current.from, which, offsetOf(root, caret.offsetNode, caret.offset), event.altKey);
    if (!to) return;
    current.drawn = to;
    onDrag(to);
  };
  const finish = (event: PointerEvent<HTMLElement>, keep: boolean) => {
    event.stopPropagation();
    const drawn = drag.current?.drawn ?? null;
    drag.current = undefined;
    onDrop(keep ? drawn : null);
  };
  return (['start', 'end'] as const).map((which) => (
    <span
      key={which} className={`grip ${which} ${large ? 'large' : ''}`} data-ink={ink} data-grip={which} aria-hidden style={{ left: grips[which].left, top: grips[which].top, height: grips[which].height }}
      onPointerDown={begin} onPointerMove={move(which)} onPointerUp={(event) => finish(event, true)} onPointerCancel={(event) => finish(event, false)}
      onMouseUp={(event) => event.stopPropagation()} onClick={(event) => event.stopPropagation()}
    />
  ));
}

function gripsOf(article: HTMLElement | null, root: HTMLElement, { start, end }: TextRange): Record<End, Grip> | null {
  const from = article?.getBoundingClientRect();
  const lines = rangeOf(root, start, end)?.getClientRects?.();
  const shown = lines ? [...lines].filter((line) => line.width > 0.5) : [];
  const first = shown[0];
  const last = shown.at(-1);
  if (!from || !first || !last) return null;
  const backwards = isRightToLeft(Number(root.dataset.text));
  const at = (line: DOMRect, side: 'left' | 'right'): Grip => ({ left: line[side] - from.left, top: line.top - from.top, height: line.height });
  return { start: at(first, backwards ? 'right' : 'left'), end: at(last, backwards ? 'left' : 'right') };
}
