import { around, type Box, overlap, type Point } from './geometry.ts';
import { codeGap } from './map-boxes.ts';
import type { Branch, Place, Places } from './map-tree.ts';

const gap = 18;
const rowGap = 38;
/** Between the bundles of two themes; a labelled arrow must fit. */
const bundleGap = 30;
type Side = 'above' | 'below';

/** A theme with everything below it, laid out around the theme's own centre. */
interface Bundle { boxes: Box[]; places: Places }

/**
 * Themes around a centre: each theme stands on an ellipse with its sub-themes in rows on the side away from the centre.
 * The ellipse grows until nothing touches, so the result never overlaps and depends on nothing but the map.
 */
export function radialLayout(root: Branch): Places {
  const places: Places = new Map();
  const { node: centre, size } = root.data;
  const centreBoxes: Box[] = centre ? [{ x: 0, y: 0, width: size.width, height: size.height }] : [];
  if (centre) {
    const codes = size.codes ? { x: 0, y: size.height / 2 + codeGap + size.codes.height / 2 } : null;
    if (codes && size.codes) centreBoxes.push({ ...codes, width: size.codes.width, height: size.codes.height });
    places.set(centre.themeId, { x: 0, y: 0, codes });
  }
  const spokes = angles(root.children?.length ?? 0);
  const bundles = (root.children ?? []).map((child, index) => {
    const angle = spokes[index] ?? 0;
    return { angle, ...bundle(child, Math.sin(angle) > 0.01 ? 'below' : 'above') };
  });
  const radius = grow(bundles.map(({ angle, boxes }) => ({ angle, boxes })), centreBoxes);
  for (const { angle, places: own } of bundles) {
    const [x, y] = [radius.x * Math.cos(angle), radius.y * Math.sin(angle)];
    for (const [id, place] of own) places.set(id, moved(place, x, y));
  }
  return places;
}

const moved = (place: Place, dx: number, dy: number): Place => ({ x: place.x + dx, y: place.y + dy, codes: place.codes && { x: place.codes.x + dx, y: place.codes.y + dy } });

/** Clockwise from the upper left; even numbers stand symmetrically, two stand left and right. */
function angles(count: number): number[] {
  if (count === 2) return [Math.PI, 0];
  const step = (2 * Math.PI) / Math.max(count, 1);
  const above = Math.ceil(count / 2);
  return Array.from({ length: count }, (_, index) => -Math.PI / 2 - (step * (above - 1)) / 2 + step * index);
}

/** The node at the origin; its children, and its codes as one more of them, in rows on one side. */
function bundle(branch: Branch, side: Side): Bundle {
  const { size, node } = branch.data;
  const away = side === 'above' ? -1 : 1;
  const own: Place = { x: 0, y: 0, codes: null };
  const boxes: Box[] = [{ x: 0, y: 0, width: size.width, height: size.height }];
  const places: Places = new Map(node ? [[node.themeId, own]] : []);
  const items: Bundle[] = (branch.children ?? []).map((child) => bundle(child, side));
  if (size.codes && items.length) items.push({ boxes: [{ x: 0, y: 0, width: size.codes.width, height: size.codes.height }], places: new Map([[codesKey, { x: 0, y: 0, codes: null }]]) });
  else if (size.codes) {
    own.codes = { x: 0, y: away * (size.height / 2 + codeGap + size.codes.height / 2) };
    boxes.push({ ...own.codes, width: size.codes.width, height: size.codes.height });
  }
  let edge = size.height / 2;
  let gaps: { at: Point[]; distance: number } | null = null;
  for (const row of rows(items)) {
    const outlines = row.map((item) => around(item.boxes));
    const near = Math.max(...outlines.map((outline) => outline.height / 2 - away * outline.y));
    const distance = edge + rowGap + near;
    const centres = spread(outlines, wanted(gaps, row.length, distance));
    row.forEach((item, index) => {
      const [dx, dy] = [(centres[index] ?? 0) - (outlines[index]?.x ?? 0), away * distance];
      for (const box of item.boxes) boxes.push({ ...box, x: box.x + dx, y: box.y + dy });
      for (const [id, place] of item.places) {
        if (id === codesKey) own.codes = { x: dx, y: dy };
        else places.set(id, moved(place, dx, dy));
      }
    });
    gaps = { distance, at: centres.slice(1).map((x, index) => ({ x: (x - (outlines[index + 1]?.width ?? 0) / 2 + (centres[index] ?? 0) + (outlines[index]?.width ?? 0) / 2) / 2, y: 0 })) };
    edge = distance + Math.max(...outlines.map((outline) => outline.height / 2 + away * outline.y));
  }
  return { boxes, places };
}

/** Stands for the codes of a node among its children; theme ids are positive. */
const codesKey = 0;

/** Four side by side at most; the next row has one less, so that its lines pass between those of the row before. */
function rows<T>(items: T[]): T[][] {
  if (items.length <= 4) return items.length ? [items] : [];
  const first = items.length <= 5 ? 3 : 4;
  return [items.slice(0, first), ...rows(items.slice(first).slice(0, first - 1)), ...rows(items.slice(2 * first - 1))];
}

/** Where the lines through the gaps of the row before would lead; the middle gaps first. */
function wanted(gaps: { at: Point[]; distance: number } | null, count: number, distance: number): number[] | null {
  if (!gaps || gaps.at.length < count) return null;
  const from = Math.floor((gaps.at.length - count) / 2);
  return gaps.at.slice(from, from + count).map((point) => (point.x * distance) / gaps.distance);
}

/** Centres of boxes side by side with at least the usual gap, near where they are wanted, centred as a whole. */
function spread(outlines: readonly Box[], near: readonly number[] | null): number[] {
  const centres: number[] = [];
  let edge = Number.NEGATIVE_INFINITY;
  outlines.forEach((outline, index) => {
    const least = edge === Number.NEGATIVE_INFINITY ? 0 : edge + gap + outline.width / 2;
    const centre = near ? Math.max(near[index] ?? 0, index ? least : Number.NEGATIVE_INFINITY) : least;
    centres.push(centre);
    edge = centre + outline.width / 2;
  });
  const first = (centres[0] ?? 0) - (outlines[0]?.width ?? 0) / 2;
  return centres.map((centre) => centre - (first + edge) / 2);
}

interface Spoke { angle: number; boxes: Box[] }

/** The radii of the smallest ellipse, at least as large as the design's, at which no two bundles touch. */
function grow(spokes: readonly Spoke[], centre: readonly Box[]): { x: number; y: number } {
  const radius = { x: spokes.length > 1 ? 240 : 0, y: spokes.length > 2 ? 132 : 120 };
  const parts: Spoke[] = [...spokes, { angle: Number.NaN, boxes: [...centre] }];
  const outlines = parts.map(({ boxes }) => around(boxes));
  const all = pairs(parts.length);
  for (let round = 0; round < 2_000; round++) {
    const shift = <B extends Box>(box: B, angle: number): B => (Number.isNaN(angle) ? box : { ...box, x: box.x + radius.x * Math.cos(angle), y: box.y + radius.y * Math.sin(angle) });
    const touch = (a: number, b: number): boolean => {
      const [one, other, oneOutline, otherOutline] = [parts[a], parts[b], outlines[a], outlines[b]];
      if (!one || !other || !oneOutline || !otherOutline || !overlap(shift(oneOutline, one.angle), shift(otherOutline, other.angle), bundleGap)) return false;
      const placed = other.boxes.map((box) => shift(box, other.angle));
      return one.boxes.some((box) => placed.some((each) => overlap(shift(box, one.angle), each, bundleGap)));
    };
    const touching = all.filter(([a, b]) => touch(a, b));
    if (!touching.length) break;
    const unit = (index: number) => {
      const angle = parts[index]?.angle ?? Number.NaN;
      return Number.isNaN(angle) ? { x: 0, y: 0 } : { x: Math.cos(angle), y: Math.sin(angle) };
    };
    const [across, down] = touching.reduce(([dx, dy], [a, b]) => [dx + Math.abs(unit(a).x - unit(b).x), dy + Math.abs(unit(a).y - unit(b).y)], [0, 0]);
    if (across >= down * 0.8) radius.x += 8;
    if (down >= across * 0.8) radius.y += 6;
  }
  return radius;
}

const pairs = (count: number): [number, number][] => Array.from({ length: count }, (_, a) => Array.from({ length: count - a - 1 }, (_, b): [number, number] => [a, a + b + 1])).flat();
