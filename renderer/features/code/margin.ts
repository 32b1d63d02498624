/** Where a mark's text lies, in pixels from the top of the margin; left breaks ties. */
export interface MarkBox { codingId: number; top: number; bottom: number; left: number }
export interface Bracket { codingId: number; left: number; top: number; height: number; labelLeft: number; labelTop: number; lead: { left: number; top: number; width: number } | null; /** Lines that a long name may take before the next label stands in its way. */ lines: number }

const lane = 9;
const labelHeight = 19;
/** Lanes that leave room for the labels; with more extracts side by side, brackets share the last lanes. */
const mostLanes = 7;
/** Longer names are shown whole while the keyboard is on them; the pointer has them as a tooltip. */
const mostLines = 4;

/**
 * Brackets and labels beside an answer (design/margin-layout.js): each bracket takes a free lane, each label stands level
 * with the top of its bracket and moves down on collision. A label with room beneath may take several lines; the one in focus (`held`)
 * takes as many as it needs, and those below make room. `scale` is that of the text, 1 for 100 percent, `end` where the words of the answer end. `height` is what the margin needs; no label overlaps another.
 */
export function layoutMargin(boxes: readonly MarkBox[], scale = 1, end = 0, held: { codingId: number; lines: number } | null = null): { brackets: Bracket[]; height: number } {
  const tall = labelHeight * scale;
  const sorted = [...boxes].sort((a, b) => a.top - b.top || a.left - b.left || a.codingId - b.codingId);
  const lanes: number[] = [];
  const placed = sorted.map((box) => {
    const top = box.top + 3;
    const bottom = box.bottom + 1;
    let free = lanes.findIndex((end) => end < top - 2);
    if (free < 0) free = Math.min(lanes.length, mostLanes - 1);
    lanes[free] = Math.max(bottom, lanes[free] ?? 0);
    return { box, top, bottom, lane: free };
  });
  const labelLeft = Math.max(1, lanes.length) * lane + 10;
  let next = 0;
  const brackets = placed.map(({ box, top, bottom, lane: at }): Omit<Bracket, 'lines'> => {
    const height = box.bottom - box.top;
    const labelTop = Math.max(top + (height < 34 * scale ? height / 2 - tall / 2 - 2 : 1), next);
    next = labelTop + tall * (held?.codingId === box.codingId ? held.lines : 1);
    const middle = labelTop + tall / 2 - 0.5;
    const left = at * lane;
    // A lead line only where the label still stands beside its bracket.
    const lead = middle >= top && middle <= bottom ? { left: left + 5, top: middle, width: labelLeft - left - 9 } : null;
    return { codingId: box.codingId, left, top, height: bottom - top, labelLeft, labelTop, lead };
  });
  // Under the last label the space between two answers takes one more line.
  const last = Math.max(end, next) + tall;
  return { brackets: brackets.map((bracket, index) => ({ ...bracket, lines: Math.min(mostLines, Math.floor(((brackets[index + 1]?.labelTop ?? last) - bracket.labelTop) / tall + 0.01)) })), height: next };
}
