import type { InputOf } from '../../../shared/contract/index.ts';
import { type Board, type BoardNode, childrenOf, columnNodes, isStrip, isWithin, type Ref, type Spot, sameSpot, spotOf } from './board-model.ts';

/** What is being moved: codes (in the order in which they are to stand), or one theme with all it holds. */
export type Cargo = { kind: 'codes'; ids: number[] } | { kind: 'theme'; id: number };
/** A gap between things: below `spot`, before the node named, otherwise at the end. */
export interface Gap { spot: Spot; before?: { kind: 'code' | 'theme'; id: number } }
export type Move = { name: 'code.place'; input: InputOf<'code.place'> } | { name: 'theme.move'; input: InputOf<'theme.move'> };

const carries = (cargo: Cargo, node: { kind: string; id: number }) =>
  cargo.kind === 'codes' ? node.kind === 'code' && cargo.ids.includes(node.id) : node.kind === 'theme' && node.id === cargo.id;

/** May the cargo lie there at all? Codes never at the top, themes never in a tray nor inside themselves. */
export function mayLie(board: Board, cargo: Cargo, spot: Spot): boolean {
  if (cargo.kind === 'codes') return spot !== 'top';
  if (spot === 'top') return true;
  return 'themeId' in spot && !isWithin(board, spot.themeId, cargo.id);
}

/**
 * The gap before the child at `index` (of all children, the moved ones included); a gap beside the moved ones themselves is
 * named by the first child after it that stays.
 */
export function gapAt(board: Board, cargo: Cargo, spot: Spot, index: number): Gap {
  const next = childrenOf(board, spot).slice(index).find((child) => !carries(cargo, child));
  return next ? { spot, before: { kind: next.kind, id: next.id } } : { spot };
}

/** The one command that carries out a move, or null where nothing would change or the place is not allowed. */
export function moveTo(board: Board, cargo: Cargo, gap: Gap): Move | null {
  if (!mayLie(board, cargo, gap.spot)) return null;
  const before = gap.before && !carries(cargo, gap.before) ? gap.before : undefined;
  if (standsThere(board, cargo, { spot: gap.spot, ...(before ? { before } : {}) })) return null;
  if (cargo.kind === 'codes') {
    const to = gap.spot;
    if (to === 'top' || cargo.ids.length === 0) return null;
    return { name: 'code.place', input: { ids: cargo.ids, to, ...(before ? { before } : {}) } };
  }
  const parentId = gap.spot === 'top' || 'tray' in gap.spot ? null : gap.spot.themeId;
  return { name: 'theme.move', input: { id: cargo.id, parentId, ...(before ? { before } : {}) } };
}

function standsThere(board: Board, cargo: Cargo, gap: Gap): boolean {
  const children = childrenOf(board, gap.spot);
  const at = children.findIndex((child) => carries(cargo, child));
  if (at < 0) return false;
  const wanted = cargo.kind === 'codes' ? cargo.ids : [cargo.id];
  const run = children.slice(at, at + wanted.length);
  if (run.length < wanted.length || run.some((child, index) => child.id !== wanted[index] || !carries(cargo, child))) return false;
  const next: BoardNode | undefined = children[at + wanted.length];
  return gap.before ? next?.kind === gap.before.kind && next.id === gap.before.id : next === undefined;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * Moving by keyboard. Up and down step past one neighbour, and out of or into the sub-theme next door; left and right go to
 * the end of the neighbouring column, the tray of unplaced codes lying left of the first. Several codes move as one from
 * where the first of them stands.
 */
export function nudge(board: Board, cargo: Cargo, direction: Direction): Gap | null {
  const first: Ref | null = cargo.kind === 'theme' ? { kind: 'theme', id: cargo.id } : cargo.ids[0] === undefined ? null : { kind: 'code', id: cargo.ids[0] };
  if (!first) return null;
  const spot = spotOf(board, first);
  return direction === 'up' || direction === 'down' ? nudgeAlong(board, cargo, spot, direction) : nudgeAcross(board, cargo, first, spot, direction);
}

function nudgeAlong(board: Board, cargo: Cargo, spot: Spot, direction: 'up' | 'down'): Gap | null {
  const children = childrenOf(board, spot);
  const step = direction === 'up' ? -1 : 1;
  const mine = children.map((child, index) => (carries(cargo, child) ? index : -1)).filter((index) => index >= 0);
  const edge = direction === 'up' ? mine[0] : mine.at(-1);
  const neighbour = edge === undefined ? undefined : children[edge + step];
  if (edge !== undefined && neighbour) {
    if (!(cargo.kind === 'theme' && isStrip(board, spot)) && neighbour.kind === 'theme' && mayLie(board, cargo, { themeId: neighbour.id })) {
      return direction === 'up' ? { spot: { themeId: neighbour.id } } : gapAt(board, cargo, { themeId: neighbour.id }, 0);
    }
    return gapAt(board, cargo, spot, direction === 'up' ? edge - 1 : edge + 2);
  }
  // At the edge: out into the parent, before or after the theme that held it.
  if (typeof spot !== 'object') return null;
  if ('tray' in spot) {
    if (direction === 'down' && spot.tray === 'unplaced') return gapAt(board, cargo, { tray: 'miscellaneous' }, 0);
    return direction === 'up' && spot.tray === 'miscellaneous' ? { spot: { tray: 'unplaced' } } : null;
  }
  const outer = spotOf(board, { kind: 'theme', id: spot.themeId });
  if (!mayLie(board, cargo, outer) || outer === 'top') return null;
  const at = childrenOf(board, outer).findIndex((child) => child.kind === 'theme' && child.id === spot.themeId);
  return gapAt(board, cargo, outer, direction === 'up' ? at : at + 1);
}

function nudgeAcross(board: Board, cargo: Cargo, first: Ref, spot: Spot, direction: 'left' | 'right'): Gap | null {
  const step = direction === 'left' ? -1 : 1;
  // A column itself changes places with its neighbour.
  if (cargo.kind === 'theme' && isStrip(board, spot)) {
    const siblings = childrenOf(board, spot);
    const at = siblings.findIndex((child) => child.kind === 'theme' && child.id === first.id);
    let to = at + step;
    while (siblings[to]?.kind === 'code') to += step;
    return at < 0 || to < 0 || to >= siblings.length ? null : gapAt(board, cargo, spot, direction === 'left' ? to : to + 1);
  }
  const columns = columnNodes(board);
  const column = typeof spot !== 'object' || 'tray' in spot ? -1 : columns.findIndex(({ node, within }) => (node === within ? spot.themeId === node.id : isWithin(board, spot.themeId, node.id)));
  const to = column + step;
  if (to < -1 || to >= columns.length) return null;
  const next = columns[to];
  const goal: Spot = next ? { themeId: next.node.id } : { tray: 'unplaced' };
  return mayLie(board, cargo, goal) ? { spot: goal } : null;
}

/** All places where the cargo may go, in the order of the board, the present ones left out. `depth` counts from 0. */
export function destinations(board: Board, cargo: Cargo): { spot: Spot; name: string; path: string; depth: number; kind: 'tray' | 'group' | 'overarching' | 'theme' | 'top' }[] {
  const found: ReturnType<typeof destinations> = [];
  const here: Spot[] = cargo.kind === 'theme' ? [spotOf(board, { kind: 'theme', id: cargo.id })] : cargo.ids.map((id) => spotOf(board, { kind: 'code', id }));
  const allHere = (spot: Spot) => here.length > 0 && here.every((each) => sameSpot(each, spot));
  const offer = (entry: (typeof found)[number]) => {
    if (mayLie(board, cargo, entry.spot) && !allHere(entry.spot)) found.push(entry);
  };
  offer({ spot: 'top', name: 'Top level', path: '', depth: 0, kind: 'top' });
  const walk = (nodes: readonly BoardNode[], above: string[]) => {
    for (const node of nodes) {
      if (node.kind === 'code') continue;
      offer({ spot: { themeId: node.id }, name: node.theme.name, path: above.join(' › '), depth: above.length, kind: node.theme.kind });
      walk(node.children, [...above, node.theme.name]);
    }
  };
  walk(board.roots, []);
  offer({ spot: { tray: 'miscellaneous' }, name: 'Miscellaneous', path: 'fits nowhere yet', depth: 0, kind: 'tray' });
  offer({ spot: { tray: 'unplaced' }, name: 'Not yet placed', path: '', depth: 0, kind: 'tray' });
  return found;
}
