import { describe, expect, it } from 'vitest';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import type { ThemeWithCounts } from '../../../shared/contract/theme.ts';
import { buildBoard, columnNodes, flatten, pathOf, refKey, spotOf } from './board-model.ts';
import { destinations, moveTo, nudge } from './moves.ts';
import { across, along, codesBetween } from './walk.ts';

const counts = { codings: 3, extracts: 3, participants: 2 };
const theme = (id: number, parentId: number | null, position: number, kind: ThemeWithCounts['kind'] = 'theme'): ThemeWithCounts => ({
  id, analysisId: 1, parentId, kind, name: `T${id}`, concept: '', definition: '', excludes: '', position, status: 'active', mergedInto: null, reason: '', codes: 0, ...counts,
});
const code = (id: number, themeId: number | null, position: number, more: Partial<CodeWithCounts> = {}): CodeWithCounts => ({
  id, analysisId: 1, themeId, tray: 'unplaced', name: `C${id}`, kind: 'semantic', ink: 1, definition: '', position, status: 'active', mergedInto: null, reason: '', ...counts, ...more,
});

/** The rows of the board as it draws them without a head across. */
const columnsOf = (of: typeof board) => [
  [{ kind: 'tray', id: 'unplaced' } as const, ...flatten(of.trays.unplaced), { kind: 'tray', id: 'miscellaneous' } as const, ...flatten(of.trays.miscellaneous)],
  ...of.roots.map((root) => flatten([root])),
];

/** T1: C10, T3 (C11, C12), C13. T2: nothing but the heading T4 (C14). Unplaced: C20, C21. Miscellaneous: C30. Set aside: C40. */
const board = buildBoard(1,
  [theme(2, null, 2), theme(1, null, 1), theme(3, 1, 2), theme(4, 2, 1, 'group'), { ...theme(9, null, 9), status: 'merged' }],
  [code(13, 1, 3), code(10, 1, 1), code(11, 3, 1), code(12, 3, 2), code(14, 4, 1), code(20, null, 5), code(21, null, 6), code(30, null, 1, { tray: 'miscellaneous' }), code(40, 1, 4, { status: 'set-aside' })]);

describe('the board', () => {
  it('shows codes and sub-themes of one theme in their common order, trays apart', () => {
    expect(columnsOf(board).map((column) => column.map(refKey).join(' '))).toEqual([
      'tray:unplaced code:20 code:21 tray:miscellaneous code:30',
      'theme:1 code:10 theme:3 code:11 code:12 code:13',
      'theme:2 theme:4 code:14',
    ]);
    expect([board.placed, board.active]).toEqual([5, 8]);
    expect(board.awayCodes.map((each) => each.id)).toEqual([40]);
    expect(board.nodes.get(3)?.level).toBe('sub-theme');
    expect(pathOf(board, 3)).toEqual(['T1', 'T3']);
    expect(spotOf(board, { kind: 'code', id: 30 })).toEqual({ tray: 'miscellaneous' });
  });
});

describe('walking', () => {
  const flat = () => ({ top: 0, bottom: 0 });
  it('goes along a column and across to the level row, or to the same number where nothing is drawn', () => {
    const rows = columnsOf(board)[1] ?? [];
    expect(along(rows, { kind: 'code', id: 10 }, 1)).toEqual({ kind: 'theme', id: 3 });
    expect(along(rows, { kind: 'theme', id: 1 }, -1)).toBeNull();
    expect(across(columnsOf(board), { kind: 'theme', id: 3 }, 1, flat)).toEqual({ kind: 'code', id: 14 });
    expect(across(columnsOf(board), { kind: 'code', id: 14 }, 1, flat)).toBeNull();
    const drawn = (ref: { kind: string; id: number | string }) => (ref.kind === 'code' && ref.id === 13 ? { top: 90, bottom: 110 } : ref.id === 20 ? { top: 95, bottom: 105 } : flat());
    expect(across(columnsOf(board), { kind: 'code', id: 20 }, 1, drawn)).toEqual({ kind: 'code', id: 13 });
  });
  it('selects codes between two rows, headings left out', () => {
    expect(codesBetween(columnsOf(board)[1] ?? [], { kind: 'code', id: 13 }, { kind: 'code', id: 10 })).toEqual([10, 11, 12, 13]);
  });
});

describe('moving', () => {
  it('names the thing it stands before, and does nothing where nothing changes', () => {
    expect(moveTo(board, { kind: 'codes', ids: [20, 21] }, { spot: { themeId: 3 }, before: { kind: 'code', id: 12 } }))
      .toEqual({ name: 'code.place', input: { ids: [20, 21], to: { themeId: 3 }, before: { kind: 'code', id: 12 } } });
    expect(moveTo(board, { kind: 'codes', ids: [10] }, { spot: { themeId: 1 }, before: { kind: 'theme', id: 3 } })).toBeNull();
    expect(moveTo(board, { kind: 'codes', ids: [13] }, { spot: { themeId: 1 } })).toBeNull();
    expect(moveTo(board, { kind: 'codes', ids: [10] }, { spot: 'top' })).toBeNull();
    expect(moveTo(board, { kind: 'theme', id: 1 }, { spot: { themeId: 3 } })).toBeNull();
    expect(moveTo(board, { kind: 'theme', id: 3 }, { spot: 'top' })).toEqual({ name: 'theme.move', input: { id: 3, parentId: null } });
  });

  it('by keyboard: down into the sub-theme, on through it, and out again', () => {
    const down = (id: number) => nudge(board, { kind: 'codes', ids: [id] }, 'down');
    expect(down(10)).toEqual({ spot: { themeId: 3 }, before: { kind: 'code', id: 11 } });
    expect(down(11)).toEqual({ spot: { themeId: 3 } });
    expect(down(12)).toEqual({ spot: { themeId: 1 }, before: { kind: 'code', id: 13 } });
    expect(down(13)).toBeNull();
    expect(nudge(board, { kind: 'codes', ids: [13] }, 'up')).toEqual({ spot: { themeId: 3 } });
    expect(nudge(board, { kind: 'codes', ids: [21] }, 'down')).toEqual({ spot: { tray: 'miscellaneous' }, before: { kind: 'code', id: 30 } });
  });

  it('by keyboard: sideways to the end of the next column, and home to the tray', () => {
    expect(nudge(board, { kind: 'codes', ids: [11, 12] }, 'right')).toEqual({ spot: { themeId: 2 } });
    expect(nudge(board, { kind: 'codes', ids: [11] }, 'left')).toEqual({ spot: { tray: 'unplaced' } });
    expect(nudge(board, { kind: 'codes', ids: [20] }, 'right')).toEqual({ spot: { themeId: 1 } });
    expect(nudge(board, { kind: 'theme', id: 1 }, 'right')).toEqual({ spot: 'top' });
    expect(nudge(board, { kind: 'theme', id: 2 }, 'left')).toEqual({ spot: 'top', before: { kind: 'theme', id: 1 } });
    expect(nudge(board, { kind: 'theme', id: 3 }, 'left')).toBeNull();
  });

  it('draws the themes of an overarching theme as columns, and moves among them', () => {
    const wide = buildBoard(1, [theme(1, null, 1, 'overarching'), theme(2, 1, 2), theme(3, 1, 3), theme(4, null, 2)], [code(10, 1, 1), code(11, 2, 1), code(12, 4, 1)]);
    expect(columnNodes(wide).map(({ node, within }) => `${within?.id ?? '-'}:${node.id}`)).toEqual(['1:1', '1:2', '1:3', '-:4']);
    expect(nudge(wide, { kind: 'codes', ids: [11] }, 'right')).toEqual({ spot: { themeId: 3 } });
    expect(nudge(wide, { kind: 'codes', ids: [11] }, 'left')).toEqual({ spot: { themeId: 1 } });
    expect(nudge(wide, { kind: 'codes', ids: [12] }, 'left')).toEqual({ spot: { themeId: 3 } });
    expect(nudge(wide, { kind: 'theme', id: 3 }, 'left')).toEqual({ spot: { themeId: 1 }, before: { kind: 'theme', id: 2 } });
    expect(nudge(wide, { kind: 'theme', id: 2 }, 'left')).toBeNull();
  });

  it('offers every place but the present one, and for a theme nothing inside itself', () => {
    expect(destinations(board, { kind: 'codes', ids: [11] }).map((place) => place.name)).toEqual(['T1', 'T2', 'T4', 'Miscellaneous', 'Not yet placed']);
    expect(destinations(board, { kind: 'theme', id: 1 }).map((place) => place.name)).toEqual(['T2', 'T4']);
    expect(destinations(board, { kind: 'theme', id: 3 }).map((place) => place.name)).toEqual(['Top level', 'T2', 'T4']);
  });
});
