import { hierarchy, type HierarchyNode } from 'd3';
import type { MapModel, MapNode } from '../domain/map-model.ts';
import { type NodeSize, type Shown, sizeOf } from './map-boxes.ts';
import type { Point } from './geometry.ts';

/** A node of the map with its set text; the root of a forest has no node of its own. */
export interface Sized { node: MapNode | null; size: NodeSize; children: Sized[] }
export type Branch = HierarchyNode<Sized>;
/** Where the centre of each theme's box is, and of the list of its codes where that is shown. */
export interface Place extends Point { codes: Point | null }
export type Places = Map<number, Place>;

/** The tree of a map: a single overarching theme or group at the top is its root, otherwise an invisible one. */
export function treeOfMap(model: MapModel, shown: Shown): Branch {
  const known = new Set(model.nodes.map((node) => node.themeId));
  const under = (parent: number | null): Sized[] =>
    model.nodes.filter((node) => (node.parentId !== null && known.has(node.parentId) ? node.parentId : null) === parent).map((node) => ({ node, size: sizeOf(node, shown), children: under(node.themeId) }));
  const tops = under(null);
  const only = tops.length === 1 ? tops[0] : undefined;
  return hierarchy<Sized>(only ?? { node: null, size: { width: 0, height: 0, lines: [], counts: '', codes: null }, children: tops });
}
