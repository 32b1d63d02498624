import { hierarchy, tree } from 'd3';
import { codeGap } from './map-boxes.ts';
import type { Branch, Place, Places } from './map-tree.ts';

/** Between neighbours; wider where arrows with words run between them. */
const gap = { plain: 36, related: 88 };
const rowGap = 56;
const stackGap = 14;
/** How far a stacked sub-theme stands to the right of its theme's left edge. */
const stackIndent = 22;

const heightWithCodes = (branch: Branch): number => branch.data.size.height + (branch.data.size.codes ? codeGap + branch.data.size.codes.height : 0);
const widthWithCodes = (branch: Branch): number => Math.max(branch.data.size.width, branch.data.size.codes?.width ?? 0);
const isLeaf = (branch: Branch): boolean => !branch.children?.length;
/** Children that have no children of their own stand below one another, as in an organisation chart: the map stays narrow. */
export const isStack = (branch: Branch): boolean => branch.depth > 0 && !!branch.children?.length && branch.children.every(isLeaf);

interface Cell { branch: Branch; width: number; height: number; children: Cell[] }

function cell(branch: Branch): Cell {
  if (!isStack(branch)) return { branch, width: widthWithCodes(branch), height: heightWithCodes(branch), children: (branch.children ?? []).map(cell) };
  const stack = branch.children ?? [];
  return {
    branch, width: Math.max(widthWithCodes(branch), 2 * (stackIndent - branch.data.size.width / 2) + 2 * Math.max(...stack.map(widthWithCodes)), stackIndent + Math.max(...stack.map(widthWithCodes))),
    height: heightWithCodes(branch) + stack.reduce((sum, child) => sum + stackGap + heightWithCodes(child), 10), children: [],
  };
}

/** Top to bottom, each level on one line (d3's tidy tree with true widths); never overlaps. */
export function treeLayout(root: Branch, related: boolean): Places {
  const places: Places = new Map();
  const tidy = tree<Cell>().nodeSize([1, 1]).separation((a, b) => (a.data.width + b.data.width) / 2 + (related ? gap.related : gap.plain))(hierarchy(cell(root)));
  const levels: number[] = [];
  tidy.each((node) => {
    levels[node.depth] = Math.max(levels[node.depth] ?? 0, node.data.height);
  });
  const topOf = (depth: number) => levels.slice(0, depth).reduce((sum, height) => sum + height + (height ? rowGap : 0), 0);
  tidy.each((node) => {
    const { branch } = node.data;
    if (!branch.data.node) return;
    const topEdge = topOf(node.depth);
    places.set(branch.data.node.themeId, placeAt(branch, node.x, topEdge));
    if (!isStack(branch)) return;
    let y = topEdge + heightWithCodes(branch) + 10;
    const x = node.x - branch.data.size.width / 2 + stackIndent;
    for (const child of branch.children ?? []) {
      const own = child.data.node;
      if (own) places.set(own.themeId, placeAt(child, x + child.data.size.width / 2, y + stackGap, x + (child.data.size.codes?.width ?? 0) / 2));
      y += stackGap + heightWithCodes(child);
    }
  });
  return places;
}

/** A node by its centre line and top edge; its codes stand below it. */
const placeAt = ({ data: { size } }: Branch, x: number, topEdge: number, codesX = x): Place => ({
  x, y: topEdge + size.height / 2, codes: size.codes ? { x: codesX, y: topEdge + size.height + codeGap + size.codes.height / 2 } : null,
});
