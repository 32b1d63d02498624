import { describe, expect, test } from 'vitest';
import { developmentOf, type Moment } from './development.ts';
import type { CodeRow, CodingRow, Structure, ThemeRow } from './types.ts';

const code = (id: number, name: string, more: Partial<CodeRow> = {}): CodeRow => ({ id, analysisId: 1, themeId: null, tray: 'unplaced', name, kind: 'semantic', ink: 1, definition: '', position: id, status: 'active', mergedInto: null, reason: '', ...more });
const theme = (id: number, name: string, more: Partial<ThemeRow> = {}): ThemeRow => ({ id, analysisId: 1, parentId: null, kind: 'theme', name, concept: '', definition: '', excludes: '', position: id, status: 'active', mergedInto: null, reason: '', ...more });
let last = 0;
const coding = (codeId: number, participantId: number, fromCodeId: number | null = null): CodingRow => ({ id: ++last, codeId, itemId: participantId, start: 0, end: 5, participantId, fromCodeId, note: '' });
const structure = (codes: CodeRow[], themes: ThemeRow[], codings: CodingRow[], analyses: Structure['analyses'] = [{ id: 1, name: 'Staying', position: 1, status: 'active', mergedInto: null, questionIds: [1] }]): Structure => ({ analyses, themes, codes, codings });
const at = (milestone: string | null, built: Structure): Moment => ({ milestone, at: milestone && '2026-04-26T10:00:00.000Z', structure: built });

const start = at('Initial codes', structure([code(1, 'Corridor'), code(2, 'Staffroom'), code(3, 'Pay')], [], [coding(1, 1), coding(1, 2), coding(2, 2), coding(3, 3)]));

describe('the development of themes', () => {
  test('follows codes through renaming, merging and setting aside', () => {
    const later = at(null, structure(
      [code(1, 'Corridor', { status: 'merged', mergedInto: 4 }), code(2, 'Staffroom', { status: 'merged', mergedInto: 4 }), code(3, 'Money', { status: 'set-aside', reason: 'Outside the question' }), code(4, 'People nearby', { themeId: 9 })],
      [theme(9, 'Known by someone')], [coding(4, 1, 1), coding(4, 2, 1), coding(4, 2, 2), coding(3, 3)]));
    const model = developmentOf(1, [start, later]);
    expect(model.columns.map((column) => [column.milestone, column.shows])).toEqual([['Initial codes', 'codes'], [null, 'themes']]);
    expect(model.bands.map((band) => band.codeId)).toEqual([1, 2, 3]);
    expect(model.bands[0]?.places[1]).toMatchObject({ bucket: 'theme 9', codeName: 'People nearby', merged: true, extracts: 2, participants: 2 });
    expect(model.bands[2]?.places[1]).toMatchObject({ bucket: 'set-aside', codeName: 'Money', merged: false, reason: 'Outside the question' });
    expect(model.columns[1]?.buckets).toEqual([
      { key: 'theme 9', name: 'Known by someone', kind: 'theme', codes: 1, extracts: 2, participants: 2 },
      { key: 'set-aside', name: 'Set aside', kind: 'set-aside', codes: 1, extracts: 1, participants: 1 }]);
  });

  test('begins a band where its code was made, and counts codes of sub-themes with their theme', () => {
    const later = at(null, structure([...start.structure.codes.map((row) => ({ ...row, themeId: 8 })), code(5, 'Late', { themeId: 8 })], [theme(7, 'AGREE', { kind: 'group' }), theme(9, 'Upper', { parentId: 7 }), theme(8, 'Lower', { parentId: 9 })], start.structure.codings));
    const model = developmentOf(1, [start, later]);
    expect(model.bands.find((band) => band.codeId === 5)?.places[0]).toBeNull();
    expect(model.columns[1]?.buckets).toMatchObject([{ key: 'theme 9', codes: 4 }]);
  });

  test('brings in the codes of an analysis that was merged into this one', () => {
    const two = (status: 'active' | 'merged'): Structure['analyses'] => [{ id: 1, name: 'All', position: 1, status: 'active', mergedInto: null, questionIds: [] }, { id: 2, name: 'Question 2', position: 2, status, mergedInto: status === 'merged' ? 1 : null, questionIds: [] }];
    const before = at('Before', structure([code(1, 'Corridor', { analysisId: 2 })], [], [coding(1, 1)], two('active')));
    const after = at(null, structure([code(1, 'Corridor', { analysisId: 1, themeId: 9 })], [theme(9, 'Known')], [coding(1, 1)], two('merged')));
    expect(developmentOf(1, [before, after]).bands).toMatchObject([{ codeId: 1, places: [{ bucket: 'unplaced' }, { bucket: 'theme 9' }] }]);
    expect(developmentOf(2, [before, after]).bands).toHaveLength(1);
  });

  test('shows a first milestone with themes twice, as codes and as themes, and the present only where it differs', () => {
    const placed = structure(start.structure.codes.map((row) => ({ ...row, themeId: 9 })), [theme(9, 'Known')], start.structure.codings);
    const model = developmentOf(1, [at('Step 1', placed), at(null, placed)]);
    expect(model.columns.map((column) => [column.milestone, column.shows])).toEqual([['Step 1', 'codes'], ['Step 1', 'themes']]);
    expect(model.bands.every((band) => band.places.length === 2)).toBe(true);
  });

  test('is empty without codes', () => {
    expect(developmentOf(1, [at(null, structure([], [], []))])).toMatchObject({ columns: [], bands: [] });
  });
});
