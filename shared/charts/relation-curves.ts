import type { MapRelation } from '../domain/map-model.ts';
import { around, at, type Box, type Cubic, inside, overlap, part, type Point } from './geometry.ts';
import { textWidth, wrap } from './text-width.ts';

export const labelSize = 12;
const labelLine = 16;
/** Air between an arrow's tip and the edge of a box. */
const clearance = 5;

export interface DrawnRelation {
  relation: MapRelation;
  curve: Cubic; path: string;
  /** Open arrowheads as paths of their own: markers do not survive in every program that reads SVG. */
  heads: string[];
  label: (Box & { lines: readonly string[] }) | null;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);
export const pathOf = ([a, b, c, d]: Cubic): string => `M${round(a.x)} ${round(a.y)}C${round(b.x)} ${round(b.y)} ${round(c.x)} ${round(c.y)} ${round(d.x)} ${round(d.y)}`;

/**
 * Relations as curves from edge to edge. Each tries a few bows to either side and takes the one that runs over least:
 * other themes, their codes, and the labels drawn before it.
 */
export function drawRelations(relations: readonly MapRelation[], boxes: ReadonlyMap<number, Box>, obstacles: readonly Box[]): DrawnRelation[] {
  const labels: Box[] = [];
  /** Points on the arrows drawn so far. */
  const passed: Point[] = [];
  const drawn: DrawnRelation[] = [];
  for (const relation of relations) {
    const [from, to] = [boxes.get(relation.from), boxes.get(relation.to)];
    if (!from || !to) continue;
    const others = obstacles.filter((box) => box !== from && box !== to);
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const aside = Math.max(from.width, to.width) / 2;
    const offsets = [...bows.map((bow) => bow * Math.min(length, 700)), ...(length < 280 ? [aside + 34, -aside - 34, aside + 90, -aside - 90] : [])];
    const options = offsets.map((bow) => draw(relation, from, to, bow)).map((option, index) => ({ option, cost: cost(option, [...others, from, to], labels, passed) + index * 0.2 }));
    const best = options.reduce((a, b) => (b.cost < a.cost ? b : a)).option;
    if (best.label) labels.push(best.label);
    passed.push(...[0.25, 0.5, 0.75].map((t) => at(best.curve, t)));
    drawn.push(best);
  }
  return drawn;
}

/** How far the middle of a curve stands off, as a share of the distance; positive: away from the middle of the map. Close themes also try to go round. */
const bows = [0.14, -0.14, 0.07, -0.07, 0.28, -0.28, 0.45, -0.45, 0.65, -0.65];

function draw(relation: MapRelation, from: Box, to: Box, bow: number): DrawnRelation {
  const curve = trim(bend(from, to, bow), from, to);
  const heads = [...(relation.direction === 'none' ? [] : [head(curve, 1)]), ...(relation.direction === 'both' ? [head(curve, 0)] : [])];
  const middle = at(curve, 0.5);
  const lines = relation.label ? wrap(relation.label, Math.min(160, Math.max(64, gapBetween(from, to) - 26)), labelSize, 500) : [];
  const label = lines.length ? { ...middle, width: Math.ceil(Math.max(...lines.map((line) => textWidth(line, labelSize, 500))) + 12), height: lines.length * labelLine + 2, lines } : null;
  return { relation, curve, path: pathOf(curve), heads, label };
}

/** The free distance between two boxes, side by side or one above the other: a label should not be wider. */
const gapBetween = (a: Box, b: Box): number => {
  const across = Math.abs(a.x - b.x) - (a.width + b.width) / 2;
  return across > 0 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 ? across : Number.POSITIVE_INFINITY;
};

/** The normal that points away from the origin, so that arrows bow outwards. */
function bend(from: Box, to: Box, bow: number): Cubic {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  let normal: Point = { x: -dy / length, y: dx / length };
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (normal.x * middle.x + normal.y * middle.y < 0) normal = { x: -normal.x, y: -normal.y };
  const off = (bow * 4) / 3;
  const control = (share: number): Point => ({ x: from.x + dx * share + normal.x * off, y: from.y + dy * share + normal.y * off });
  return [from, control(0.25), control(0.75), to];
}

/** Cuts off what lies under the two boxes, with a little air. */
function trim(curve: Cubic, from: Box, to: Box): Cubic {
  const steps = 200;
  const outside = (box: Box) => (step: number) => !inside(at(curve, step / steps), box, clearance);
  let [first, last] = [0, steps];
  while (first < steps && !outside(from)(first)) first++;
  while (last > 0 && !outside(to)(last)) last--;
  // Boxes that touch or lie on one another leave nothing to draw between; a short stroke still shows the relation.
  return first < last ? part(curve, first / steps, last / steps) : part(curve, 0.35, 0.65);
}

function head(curve: Cubic, end: 0 | 1): string {
  const [tip, before] = end === 1 ? [curve[3], at(curve, 0.96)] : [curve[0], at(curve, 0.04)];
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const wing = (turn: number) => `${round(tip.x - 9 * Math.cos(angle + turn))} ${round(tip.y - 9 * Math.sin(angle + turn))}`;
  return `M${wing(0.46)}L${round(tip.x)} ${round(tip.y)}L${wing(-0.46)}`;
}

function cost({ curve, label }: DrawnRelation, boxes: readonly Box[], labels: readonly Box[], passed: readonly Point[]): number {
  const points = Array.from({ length: 39 }, (_, step) => at(curve, (step + 1) / 40));
  const reach = around(points.map((point) => ({ ...point, width: 4, height: 4 })));
  const covered = boxes.filter((box) => overlap(box, reach)).filter((box) => points.some((point) => inside(point, box, 2))).length;
  const near = points.filter((point) => passed.some((other) => Math.abs(other.x - point.x) < 8 && Math.abs(other.y - point.y) < 8)).length;
  const underLabel = label ? boxes.filter((box) => overlap(box, label, 3)).length * 3 + labels.filter((box) => overlap(box, label, 3)).length * 4 : 0;
  const throughLabels = labels.filter((box) => points.some((point) => inside(point, box))).length * 2;
  return covered * 3 + near * 0.3 + underLabel + throughLabels;
}
