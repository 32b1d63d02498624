import type { MapModel } from '../domain/map-model.ts';
import { type Box, overlap } from './geometry.ts';
import { codeGap, type NodeSize, type Shown } from './map-boxes.ts';
import { type Branch, type Place, type Places, treeOfMap } from './map-tree.ts';
import { radialLayout } from './radial-layout.ts';
import { treeLayout } from './tree-layout.ts';

/** Where every node of a map stands. The same map gives the same places, on the screen, in an export and on the command line. */
export function layoutMap(model: MapModel, shown: Shown): { root: Branch; places: Places } {
  const root = treeOfMap(model, shown);
  if (model.layout === 'tree') return { root, places: treeLayout(root, model.relationsShown && model.relations.length > 0) };
  return { root, places: model.layout === 'hand' ? byHand(root) : radialLayout(root) };
}

/** Positions as they would be stored: whole pixels. */
export function positionsOf(model: MapModel): { themeId: number; x: number; y: number }[] {
  const { places } = layoutMap(model, { counts: true, codes: 'as set' });
  return [...places].map(([themeId, place]) => ({ themeId, x: Math.round(place.x), y: Math.round(place.y) }));
}

const boxOf = (size: NodeSize, place: { x: number; y: number }): Box => ({ x: place.x, y: place.y, width: size.width, height: size.height });

/** Nodes stand where they were put. One that came later starts beside its parent and steps aside until it is free. */
function byHand(root: Branch): Places {
  const places: Places = new Map();
  const taken: Box[] = [];
  const branches = root.descendants().filter((branch) => branch.data.node);
  const put = (branch: Branch, x: number, y: number) => {
    const id = branch.data.node?.themeId ?? 0;
    places.set(id, { x, y, codes: null });
    taken.push(boxOf(branch.data.size, { x, y }));
  };
  for (const branch of branches) {
    const node = branch.data.node;
    if (node && node.x !== null && node.y !== null) put(branch, node.x, node.y);
  }
  const missing = branches.filter((branch) => !places.has(branch.data.node?.themeId ?? 0));
  const fallback = missing.length ? radialLayout(root) : places;
  for (const branch of missing) {
    const id = branch.data.node?.themeId ?? 0;
    const parent = branch.parent?.data.node && places.get(branch.parent.data.node.themeId);
    const origin = parent ? { x: parent.x, y: parent.y + 90 } : (fallback.get(id) ?? { x: 0, y: 0 });
    const free = spiral(origin).find((point) => !taken.some((box) => overlap(box, boxOf(branch.data.size, point), 14))) ?? origin;
    put(branch, free.x, free.y);
  }
  for (const branch of branches) placeCodes(branch, places, taken);
  return places;
}

/** Points around an origin, nearest first, up to about 4,000 pixels away. */
function spiral(origin: { x: number; y: number }): { x: number; y: number }[] {
  return Array.from({ length: 1_600 }, (_, step) => {
    const [radius, angle] = [2.5 * step, step * 2.399963];
    return { x: Math.round(origin.x + radius * Math.cos(angle)), y: Math.round(origin.y + radius * Math.sin(angle) * 0.7) };
  });
}

/** The codes of a node stand on that side of it where they cover least; away from its parent where nothing is in the way. */
function placeCodes(branch: Branch, places: Places, taken: Box[]): void {
  const { node, size } = branch.data;
  const own: Place | undefined = node ? places.get(node.themeId) : undefined;
  if (!own || !size.codes) return;
  const { width, height } = size.codes;
  const parent = branch.parent?.data.node ? places.get(branch.parent.data.node.themeId) : undefined;
  const up = { x: own.x, y: own.y - size.height / 2 - codeGap - height / 2 };
  const down = { x: own.x, y: own.y + size.height / 2 + codeGap + height / 2 };
  const beside = [1, -1].map((side) => ({ x: own.x + side * (size.width / 2 + codeGap + width / 2), y: own.y }));
  const choices = [...(own.y < (parent?.y ?? 0) ? [up, down] : [down, up]), ...beside].map((point) => ({ ...point, width, height }));
  const covered = choices.map((box) => taken.filter((other) => overlap(box, other, 4)).length);
  const best = choices[covered.indexOf(Math.min(...covered))];
  if (!best) return;
  own.codes = { x: best.x, y: best.y };
  taken.push(best);
}
