import type { TextRange } from '../../../shared/domain/text-range.ts';
import { rangeOf } from './dom-range.ts';

/** `chosen`: selected words; `cursor`: the word that the keyboard is at; `reaching`: an extract while its ends are dragged. */
export type Look = 'chosen' | 'cursor' | 'reaching';
interface Box { left: number; top: number; right: number; bottom: number }

/** A box for each line; of more lines those in the middle become one, because each box is a layer to paint. */
const mostBoxes = 80;
const fill = (colour: string, { left, top, right, bottom }: Box): string =>
  `linear-gradient(var(${colour}), var(${colour})) ${left}px ${top}px / ${right - left}px ${bottom - top}px no-repeat`;
const layers: Record<Look, (box: Box) => string[]> = {
  chosen: (box) => [fill('--selection', box)],
  reaching: (box) => [fill('--selection', box)],
  cursor: (box) => [fill('--accent', { ...box, top: box.bottom - 2 }), fill('--hover', box)],
};

const painted = new WeakMap<HTMLElement, Map<Look, string>>();

/**
 * Paints a stretch of an answer, or nothing any more, as the background of the element that holds its words: beneath the underlines,
 * which keep their inks. On a highlight, as on a selection of its own, Chromium draws all underlines in the colour of the words.
 */
export function paint(root: HTMLElement, look: Look, range: TextRange | null): void {
  const looks = painted.get(root) ?? new Map<Look, string>();
  painted.set(root, looks);
  const boxes = range ? boxesIn(root, range) : [];
  if (boxes.length > 0) looks.set(look, boxes.flatMap(layers[look]).join(', '));
  else looks.delete(look);
  root.style.background = [...looks.values()].join(', ');
}

/** Where a stretch stands, from the corner of its element: what touches on a line is one box, in mixed directions there are several. */
function boxesIn(root: HTMLElement, { start, end }: TextRange): Box[] {
  const rects = rangeOf(root, start, end)?.getClientRects?.() ?? [];
  const from = root.getBoundingClientRect();
  const boxes: Box[] = [];
  for (const rect of rects) {
    if (rect.width < 0.5) continue;
    const box = { left: rect.left - from.left, top: rect.top - from.top, right: rect.right - from.left, bottom: rect.bottom - from.top };
    const last = boxes.at(-1);
    if (last && onOneLine(last, box) && box.left <= last.right + 1 && box.right >= last.left - 1) boxes[boxes.length - 1] = around([last, box]);
    else boxes.push(box);
  }
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (boxes.length <= mostBoxes || !first || !last) return boxes;
  const inside = boxes.filter((box) => !onOneLine(box, first) && !onOneLine(box, last));
  return [...boxes.filter((box) => onOneLine(box, first)), around(inside), ...boxes.filter((box) => onOneLine(box, last))];
}

const onOneLine = (a: Box, b: Box): boolean => Math.abs(a.top - b.top) < (a.bottom - a.top) / 2;
const around = (boxes: readonly Box[]): Box => boxes.reduce((a, b) => ({ left: Math.min(a.left, b.left), top: Math.min(a.top, b.top), right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom) }));
