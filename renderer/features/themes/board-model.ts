import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import type { ThemeWithCounts } from '../../../shared/contract/theme.ts';
import { type ThemeNode as LevelNode, type TreeNode, treeOf } from '../../../shared/domain/theme-tree.ts';
import type { Tray } from '../../../shared/domain/types.ts';

/** Names one row of the board or the list: what is focused, dragged, or stood before. */
export type Ref = { kind: 'code' | 'theme'; id: number } | { kind: 'tray'; id: Tray };
export interface CodeNode { kind: 'code'; id: number; code: CodeWithCounts }
export interface ThemeNode { kind: 'theme'; id: number; theme: ThemeWithCounts; level: LevelNode['kind']; children: BoardNode[] }
export type BoardNode = CodeNode | ThemeNode;
/** The place of a thing: below a theme or heading, in a tray, or (themes only) at the top, a column of its own. */
export type Spot = { themeId: number } | { tray: Tray } | 'top';

export interface Board {
  /** Columns, in the researcher's order. */
  roots: ThemeNode[];
  trays: Record<Tray, CodeNode[]>;
  codes: ReadonlyMap<number, CodeWithCounts>;
  themes: ReadonlyMap<number, ThemeWithCounts>;
  nodes: ReadonlyMap<number, ThemeNode>;
  /** Merged or set aside: out of the structure, kept with their reasons. */
  awayCodes: CodeWithCounts[];
  awayThemes: ThemeWithCounts[];
  placed: number;
  active: number;
}

/** The tree of an analysis as the screen shows it: the tree of the house, with the counts of each node and the trays apart. */
export function buildBoard(analysisId: number, themes: readonly ThemeWithCounts[], codes: readonly CodeWithCounts[]): Board {
  const tree = treeOf({ themes: [...themes], codes: [...codes] }, analysisId);
  const themeById = new Map(themes.map((theme) => [theme.id, theme]));
  const codeById = new Map(codes.map((code) => [code.id, code]));
  const nodes = new Map<number, ThemeNode>();
  const take = (node: TreeNode): BoardNode[] => {
    if (node.type === 'code') {
      const code = codeById.get(node.id);
      return code ? [{ kind: 'code', id: node.id, code }] : [];
    }
    const theme = themeById.get(node.id);
    if (!theme) return [];
    const taken: ThemeNode = { kind: 'theme', id: node.id, theme, level: node.kind, children: node.children.flatMap(take) };
    nodes.set(node.id, taken);
    return [taken];
  };
  const top = tree.roots.flatMap(take);
  const trays = {
    unplaced: top.filter((node) => node.kind === 'code'),
    miscellaneous: tree.miscellaneous.flatMap(take).filter((node) => node.kind === 'code'),
  };
  const active = codes.filter((code) => code.status === 'active');
  return {
    roots: top.filter((node) => node.kind === 'theme'), trays, nodes,
    codes: new Map(active.map((code) => [code.id, code])),
    themes: new Map([...nodes.values()].map((node) => [node.id, node.theme])),
    awayCodes: codes.filter((code) => code.status !== 'active'),
    awayThemes: themes.filter((theme) => theme.status !== 'active'),
    placed: active.length - trays.unplaced.length - trays.miscellaneous.length,
    active: active.length,
  };
}

export const refKey = (ref: Ref): string => `${ref.kind}:${ref.id}`;
export const sameRef = (a: Ref | null, b: Ref | null): boolean => a !== null && b !== null && a.kind === b.kind && a.id === b.id;
export const trayName: Record<Tray, string> = { unplaced: 'Not yet placed', miscellaneous: 'Miscellaneous' };
export const levelName = { group: 'Group heading', overarching: 'Overarching theme', theme: 'Theme', 'sub-theme': 'Sub-theme' } as const;

export const sameSpot = (a: Spot, b: Spot): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && ('themeId' in a ? 'themeId' in b && a.themeId === b.themeId : 'tray' in b && a.tray === b.tray));

/** Where a thing stands now. */
export function spotOf(board: Board, ref: Ref): Spot {
  if (ref.kind === 'tray') return { tray: ref.id };
  if (ref.kind === 'theme') {
    const parentId = board.themes.get(ref.id)?.parentId ?? null;
    return parentId !== null && board.themes.has(parentId) ? { themeId: parentId } : 'top';
  }
  const code = board.codes.get(ref.id);
  return code && code.themeId !== null && board.themes.has(code.themeId) ? { themeId: code.themeId } : { tray: code?.tray ?? 'unplaced' };
}

export function childrenOf(board: Board, spot: Spot): readonly BoardNode[] {
  if (spot === 'top') return board.roots;
  return 'tray' in spot ? board.trays[spot.tray] : (board.nodes.get(spot.themeId)?.children ?? []);
}

/** A theme's own name after those of the themes above it, outermost first. */
export function pathOf(board: Board, themeId: number): string[] {
  const path: string[] = [];
  for (let theme = board.themes.get(themeId); theme; theme = theme.parentId === null ? undefined : board.themes.get(theme.parentId)) path.unshift(theme.name);
  return path;
}

/** A place in words, as it stands after “moved to”. */
export function spotName(board: Board, spot: Spot): string {
  if (spot === 'top') return 'the top level';
  return 'tray' in spot ? trayName[spot.tray] : pathOf(board, spot.themeId).join(' › ');
}

/** The theme itself and everything that hangs below it. */
export function isWithin(board: Board, themeId: number, ancestorId: number): boolean {
  for (let at: number | null = themeId; at !== null; at = board.themes.get(at)?.parentId ?? null) if (at === ancestorId) return true;
  return false;
}

/** Codes of a subtree in reading order. */
export function codesWithin(node: ThemeNode): CodeWithCounts[] {
  return node.children.flatMap((child) => (child.kind === 'code' ? [child.code] : codesWithin(child)));
}

/** Every row from top to bottom: a node, then what it holds. `closed` themes hide what they hold. */
export function flatten(nodes: readonly BoardNode[], closed: ReadonlySet<number> = new Set()): Ref[] {
  return nodes.flatMap((node): Ref[] =>
    node.kind === 'code' ? [{ kind: 'code', id: node.id }]
    : [{ kind: 'theme', id: node.id }, ...(closed.has(node.id) ? [] : flatten(node.children, closed))]);
}

/**
 * An overarching theme or a heading at the top that holds themes is drawn as a head across, with those themes as its columns;
 * as one column it would leave the board empty beside it.
 */
export const isSpread = (node: ThemeNode): boolean =>
  node.theme.parentId === null && node.theme.kind !== 'theme' && node.children.some((child) => child.kind === 'theme' && child.theme.kind !== 'group');

export interface BoardColumn { node: ThemeNode; /** The head across, where there is one; a column of its own codes is the head itself. */ within: ThemeNode | null }

/** The columns of the board, left to right. */
export function columnNodes(board: Board): BoardColumn[] {
  return board.roots.flatMap((root): BoardColumn[] => {
    if (!isSpread(root)) return [{ node: root, within: null }];
    const themes = root.children.filter((child) => child.kind === 'theme');
    return [...(looseCodes(root).length > 0 ? [{ node: root, within: root }] : []), ...themes.map((node) => ({ node, within: root }))];
  });
}

/** Codes that stand directly under a head across, beside its themes. */
export const looseCodes = (node: ThemeNode): CodeNode[] => node.children.filter((child) => child.kind === 'code');

/** Whether a place is one whose themes are columns side by side. */
export const isStrip = (board: Board, spot: Spot): boolean => {
  if (spot === 'top') return true;
  const node = 'themeId' in spot ? board.nodes.get(spot.themeId) : undefined;
  return node !== undefined && isSpread(node);
};

export const exists = (board: Board, ref: Ref): boolean =>
  ref.kind === 'tray' || (ref.kind === 'code' ? board.codes.has(ref.id) : board.themes.has(ref.id));

/** “9 codes, 38 respondents”; people are counted once however often they are quoted, and not named where counts are hidden. */
export const peopleLine = (codes: number, participants: number | null): string =>
  `${codes} ${codes === 1 ? 'code' : 'codes'}${participants === null ? '' : `, ${participants} ${participants === 1 ? 'respondent' : 'respondents'}`}`;
export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
