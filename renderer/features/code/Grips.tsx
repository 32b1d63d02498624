import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { step, type TextRange } from '../../../shared/domain/text-range.ts';
import { dragEnd, type End } from './boundaries.ts';
import { setCodeUi } from './code-ui.ts';
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
    const put = () => setGrips(gripsOf(article.current, root, text, { start, end }));
    put();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(put);
    observer.observe(root);
    return () => observer.disconnect();
  }, [article, text, start, end]);
  // Taken away in the middle of a drag, as by an undo.
  useEffect(() => () => { if (drag.current) setCodeUi({ dragging: false }); }, []);
  if (!grips) return null;

  const begin = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setCodeUi({ dragging: true });
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
    setCodeUi({ dragging: false });
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

/** Where the first character begins and the last one ends: in mixed directions these are not the outer edges of the stretch. */
function gripsOf(article: HTMLElement | null, root: HTMLElement, text: string, { start, end }: TextRange): Record<End, Grip> | null {
  const from = article?.getBoundingClientRect();
  const lines = boxesOf(root, start, end);
  const first = boxesOf(root, start, step(text, start, 'grapheme', 1))[0] ?? lines[0];
  const last = boxesOf(root, step(text, end, 'grapheme', -1), end).at(-1) ?? lines.at(-1);
  if (!from || !first || !last) return null;
  const backwards = isRightToLeft(Number(root.dataset.text));
  const at = (box: DOMRect, side: 'left' | 'right'): Grip => ({ left: box[side] - from.left, top: box.top - from.top, height: box.height });
  return {
    start: at(first, runsLeft(root, text, start, 1, backwards) ? 'right' : 'left'),
    end: at(last, runsLeft(root, text, step(text, end, 'grapheme', -1), -1, backwards) ? 'left' : 'right'),
  };
}

const boxesOf = (root: HTMLElement, start: number, end: number): DOMRect[] => [...(rangeOf(root, start, end)?.getClientRects?.() ?? [])].filter((box) => box.width > 0.5);

const leftwards = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const rightwards = /^[\p{L}\p{N}]/u;

/** Whether the character at an offset stands in words that run to the left; for marks that go with either, where its neighbour inside the stretch stands says so. */
function runsLeft(root: HTMLElement, text: string, at: number, inwards: 1 | -1, otherwise: boolean): boolean {
  const character = text.slice(at, at + 2);
  if (leftwards.test(character)) return true;
  if (rightwards.test(character)) return false;
  const next = inwards === 1 ? step(text, at, 'grapheme', 1) : step(text, at, 'grapheme', -1);
  const [own, other] = [at, next].map((offset) => boxesOf(root, offset, step(text, offset, 'grapheme', 1))[0]);
  if (!own || !other || next === at || Math.abs(own.top - other.top) > own.height / 2) return otherwise;
  return inwards === 1 ? other.left < own.left : other.left > own.left;
}
