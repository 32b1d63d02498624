import type { MapModel, MapNode } from '../domain/map-model.ts';
import { around, at, type Box } from './geometry.ts';
import type { NodeSize, Shown } from './map-boxes.ts';
import { layoutMap } from './map-layout.ts';
import type { Branch } from './map-tree.ts';
import { type DrawnRelation, drawRelations } from './relation-curves.ts';
import { isStack } from './tree-layout.ts';

export interface DrawnNode extends Box { node: MapNode; lines: readonly string[]; counts: string; codes: (Box & { lines: NonNullable<NodeSize['codes']>['lines']; link: string }) | null }
export interface DrawnBranch { parent: number; child: number; path: string; /** Below the top level of the map: drawn lighter. */ light: boolean }

/** A thematic map with all its geometry and no colours: the screen draws it in React, an export writes it as SVG text. */
export interface MapDrawing {
  nodes: DrawnNode[]; branches: DrawnBranch[]; relations: DrawnRelation[];
  /** The rectangle around everything drawn. */
  bounds: Box;
}

export function drawMap(model: MapModel, shown: Shown & { relations?: boolean } = { counts: true, codes: 'as set' }): MapDrawing {
  const { root, places } = layoutMap(model, shown);
  const nodes = root.descendants().flatMap((branch): DrawnNode[] => {
    const { node, size } = branch.data;
    const place = node && places.get(node.themeId);
    if (!node || !place) return [];
    const box: Box = { x: place.x, y: place.y, width: size.width, height: size.height };
    return [{ ...box, node, lines: size.lines, counts: size.counts, codes: size.codes && place.codes ? withLink(box, { ...place.codes, width: size.codes.width, height: size.codes.height }, size.codes.lines) : null }];
  });
  const byId = new Map(nodes.map((node) => [node.node.themeId, node]));
  const branches = root.descendants().flatMap((branch) => branchTo(branch, byId, model.layout === 'tree'));
  const relations = (shown.relations ?? model.relationsShown) ? drawRelations(model.relations, byId, nodes.flatMap((node): Box[] => [node, ...(node.codes ? [node.codes] : [])])) : [];
  const bounds = around([...nodes, ...nodes.flatMap((node) => node.codes ?? []), ...relations.flatMap((relation) => [...(relation.label ? [relation.label] : []), ...spots(relation)])]);
  return { nodes, branches, relations, bounds };
}

const spots = (relation: DrawnRelation): Box[] => [0, 0.25, 0.5, 0.75, 1].map((t) => ({ ...at(relation.curve, t), width: 12, height: 12 }));

/** A short line ties the list of codes to its theme. */
function withLink(box: Box, codes: Box, lines: NonNullable<NodeSize['codes']>['lines']): DrawnNode['codes'] {
  const sideways = Math.abs(codes.y - box.y) < (codes.height + box.height) / 2 && Math.abs(codes.x - box.x) > (codes.width + box.width) / 2;
  const end = sideways ? { x: codes.x - (Math.sign(codes.x - box.x) * codes.width) / 2, y: codes.y } : { x: clamp(box.x, codes), y: codes.y - (Math.sign(codes.y - box.y) * codes.height) / 2 };
  return { ...codes, lines, link: `M${end.x} ${end.y}L${box.x} ${box.y}` };
}

const clamp = (x: number, box: Box): number => Math.min(Math.max(x, box.x - box.width / 2 + 4), box.x + box.width / 2 - 4);

function branchTo(branch: Branch, nodes: ReadonlyMap<number, DrawnNode>, elbows: boolean): DrawnBranch[] {
  const [parent, child] = [branch.parent?.data.node, branch.data.node].map((node) => node && nodes.get(node.themeId));
  if (!branch.parent || !parent || !child) return [];
  return [{ parent: parent.node.themeId, child: child.node.themeId, light: branch.depth > 1, path: elbows ? elbow(parent, child, isStack(branch.parent)) : `M${parent.x} ${parent.y}L${child.x} ${child.y}` }];
}

function elbow(parent: Box, child: Box, stacked: boolean): string {
  if (stacked) return `M${parent.x - parent.width / 2 + 10} ${parent.y}V${child.y}H${child.x}`;
  const y = child.y - child.height / 2 - 28;
  return `M${parent.x} ${parent.y}V${y}H${child.x}V${child.y}`;
}
