export interface Point { x: number; y: number }
/** A rectangle by its centre; pixels. */
export interface Box extends Point { width: number; height: number }
export type Cubic = readonly [Point, Point, Point, Point];

export const left = (box: Box): number => box.x - box.width / 2;
export const right = (box: Box): number => box.x + box.width / 2;
export const top = (box: Box): number => box.y - box.height / 2;
export const bottom = (box: Box): number => box.y + box.height / 2;

export const overlap = (a: Box, b: Box, gap = 0): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap - 1e-6 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + gap - 1e-6;

/** The smallest rectangle around all of them; an empty list gives a point at the origin. */
export function around(boxes: readonly Box[]): Box {
  if (!boxes.length) return { x: 0, y: 0, width: 0, height: 0 };
  const [x0, x1] = [Math.min(...boxes.map(left)), Math.max(...boxes.map(right))];
  const [y0, y1] = [Math.min(...boxes.map(top)), Math.max(...boxes.map(bottom))];
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, width: x1 - x0, height: y1 - y0 };
}

export const inside = (point: Point, box: Box, gap = 0): boolean => Math.abs(point.x - box.x) <= box.width / 2 + gap && Math.abs(point.y - box.y) <= box.height / 2 + gap;

export function at([a, b, c, d]: Cubic, t: number): Point {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number) => u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}

/** The part of a curve between two parameters, 0 ≤ from < to ≤ 1. */
export function part(curve: Cubic, from: number, to: number): Cubic {
  const tail = divide(curve, from)[1];
  return divide(tail, (to - from) / (1 - from))[0];
}

function divide([a, b, c, d]: Cubic, t: number): [Cubic, Cubic] {
  const mix = (p: Point, q: Point): Point => ({ x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t });
  const [ab, bc, cd] = [mix(a, b), mix(b, c), mix(c, d)];
  const [abc, bcd] = [mix(ab, bc), mix(bc, cd)];
  const middle = mix(abc, bcd);
  return [[a, ab, abc, middle], [middle, bcd, cd, d]];
}
