import { type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type End, dragEnd } from './boundaries.ts';
import { isRightToLeft, offsetOf, rangeOf } from './dom-range.ts';
import type { Mark } from './marks.ts';

interface Props { article: RefObject<HTMLElement | null>; mark: Mark; text: string; onReach: (codingId: number, range: { start: number; end: number }) => void }
interface Grip { left: number; top: number; height: number }

/** Grips at the two ends of the extract in focus: dragging one moves that end, to whole words or, with Alt held, to any character. Keys do the same, so these are for the pointer alone. */
export function ExtractEnds({ article, mark, text, onReach }: Props) {
  const [grips, setGrips] = useState<Record<End, Grip> | null>(null);
  const drawn = useRef<{ start: number; end: number } | null>(null);
  useLayoutEffect(() => {
    const root = article.current?.querySelector<HTMLElement>('.data');
    if (!root) return undefined;
    const put = () => setGrips(gripsOf(article.current, root, mark));
    put();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(put);
    observer.observe(root);
    return () => observer.disconnect();
  }, [article, mark]);
  if (!grips) return null;

  const drag = (end: End) => (event: PointerEvent<HTMLElement>) => {
    const root = article.current?.querySelector('.data');
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !root || !caret || !root.contains(caret.offsetNode)) return;
    const range = dragEnd(text, mark, end, offsetOf(root, caret.offsetNode, caret.offset), event.altKey);
    if (!range) return;
    drawn.current = range;
    const shown = rangeOf(root, range.start, range.end);
    if (shown && 'highlights' in CSS) CSS.highlights.set('reaching', new Highlight(shown));
  };
  const finish = (event: PointerEvent<HTMLElement>, keep: boolean) => {
    event.stopPropagation();
    if (typeof CSS !== 'undefined' && 'highlights' in CSS) CSS.highlights.delete('reaching');
    const range = drawn.current;
    drawn.current = null;
    if (keep && range && (range.start !== mark.start || range.end !== mark.end)) onReach(mark.codingId, range);
  };
  return (['start', 'end'] as const).map((end) => (
    <span
      key={end} className={`grip ${end}`} data-ink={mark.ink} data-grip={end} aria-hidden style={{ left: grips[end].left, top: grips[end].top, height: grips[end].height }}
      onPointerDown={(event) => { event.preventDefault(); event.currentTarget.setPointerCapture(event.pointerId); }} onPointerMove={drag(end)} onPointerUp={(event) => finish(event, true)} onPointerCancel={(event) => finish(event, false)}
      onMouseUp={(event) => event.stopPropagation()} onClick={(event) => event.stopPropagation()}
    />
  ));
}

function gripsOf(article: HTMLElement | null, root: HTMLElement, mark: Mark): Record<End, Grip> | null {
  const from = article?.getBoundingClientRect();
  const lines = rangeOf(root, mark.start, mark.end)?.getClientRects?.();
  const shown = lines ? [...lines].filter((line) => line.width > 0.5) : [];
  const first = shown[0];
  const last = shown.at(-1);
  if (!from || !first || !last) return null;
  const backwards = isRightToLeft(Number(root.dataset.text));
  const at = (line: DOMRect, side: 'left' | 'right'): Grip => ({ left: line[side] - from.left, top: line.top - from.top, height: line.height });
  return { start: at(first, backwards ? 'right' : 'left'), end: at(last, backwards ? 'left' : 'right') };
}
