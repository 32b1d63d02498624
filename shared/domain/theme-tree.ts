import type { CodeRow, Structure, ThemeKind, ThemeRow } from './types.ts';

/** A node of an analysis's tree as people see it. A theme under a theme is a sub-theme; that is derived, never stored. */
export type TreeNode = ThemeNode | CodeNode;
export interface ThemeNode { type: 'theme'; id: number; name: string; kind: ThemeKind | 'sub-theme'; theme: ThemeRow; depth: number; children: TreeNode[] }
export interface CodeNode { type: 'code'; id: number; name: string; code: CodeRow; depth: number }
export interface AnalysisTree {
  /** Top-level themes and codes not yet placed, in their common order. */
  roots: TreeNode[];
  miscellaneous: CodeNode[];
}

type Rows = Pick<Structure, 'themes' | 'codes'>;
const byPosition = (a: { position: number; id: number }, b: { position: number; id: number }) => a.position - b.position || a.id - b.id;

/** Active themes and codes of an analysis, ordered by `position`, which codes and themes under one parent share. */
export function treeOf(rows: Rows, analysisId: number): AnalysisTree {
  const themesIn = group(rows.themes.filter((theme) => theme.analysisId === analysisId && theme.status === 'active'), (theme) => theme.parentId);
  const codes = rows.codes.filter((code) => code.analysisId === analysisId && code.status === 'active');
  const codesIn = group(codes.filter((code) => code.themeId !== null || code.tray === 'unplaced'), (code) => code.themeId);
  const under = (parent: ThemeRow | null, depth: number): TreeNode[] => {
    const key = parent?.id ?? null;
    const children = [
      ...(themesIn.get(key) ?? []).map((theme) => ({ row: theme, node: (): TreeNode => themeNode(theme, parent, depth) })),
      ...(codesIn.get(key) ?? []).map((code) => ({ row: code, node: (): TreeNode => ({ type: 'code', id: code.id, name: code.name, code, depth }) })),
    ];
    return children.sort((a, b) => byPosition(a.row, b.row)).map((child) => child.node());
  };
  const themeNode = (theme: ThemeRow, parent: ThemeRow | null, depth: number): ThemeNode => ({
    type: 'theme', id: theme.id, name: theme.name, kind: levelOf(theme, parent), theme, depth, children: under(theme, depth + 1),
  });
  const miscellaneous = codes.filter((code) => code.themeId === null && code.tray === 'miscellaneous').sort(byPosition);
  return { roots: under(null, 0), miscellaneous: miscellaneous.map((code) => ({ type: 'code', id: code.id, name: code.name, code, depth: 0 })) };
}

/** A plain theme directly below another plain theme is a sub-theme; group headings and overarching themes do not make one. */
export const levelOf = (theme: ThemeRow, parent: ThemeRow | null): ThemeNode['kind'] => (theme.kind === 'theme' && parent?.kind === 'theme' ? 'sub-theme' : theme.kind);

/** Codes at or below a node. */
export const codesBelow = (node: TreeNode): CodeRow[] => (node.type === 'code' ? [node.code] : node.children.flatMap(codesBelow));

/** Every node of the tree, parents before children, the miscellaneous tray last. */
export function flatten(tree: AnalysisTree): TreeNode[] {
  const walk = (node: TreeNode): TreeNode[] => [node, ...(node.type === 'theme' ? node.children.flatMap(walk) : [])];
  return [...tree.roots.flatMap(walk), ...tree.miscellaneous];
}

function group<T, K>(rows: T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const found = groups.get(key(row));
    if (found) found.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
