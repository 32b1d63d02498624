/** Pixels kept free between what is shown and the edges of the column. */
const above = 20;
const below = 96;

interface Box { top: number; bottom: number }

/** How far to scroll so that `box` can be read in `view`: as little as possible; of what is taller than the view, its beginning. */
export function scrollBy(view: Box, box: Box, keepBelow = below): number {
  const height = view.bottom - view.top;
  const toTop = box.top - view.top - above;
  // A small window keeps less free below.
  const free = Math.min(keepBelow, height / 2);
  if (toTop < 0 || box.bottom - box.top > height - above - free) return toTop;
  return Math.max(0, Math.min(toTop, box.bottom - view.bottom + free));
}

/** Scrolls so that `box` can be read; true where that moved something. */
export function scrollInto(scroller: Element, box: Box, keepBelow?: number): boolean {
  const view = scroller.getBoundingClientRect();
  if (view.height === 0) return false;
  const before = scroller.scrollTop;
  scroller.scrollTop = before + scrollBy(view, box, keepBelow);
  return Math.abs(scroller.scrollTop - before) > 1;
}
