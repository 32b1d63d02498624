import { expect, test } from 'vitest';
import { nearlyEqual, rarelyUsed, leftBehind } from './loose-ends.ts';

const pairs = (...names: string[]) => nearlyEqual(names.map((name, index) => ({ id: index + 1, name }))).map((end) => [end.codeId, end.otherId]);

test('names that differ by a letter, an accent, punctuation or the order of their words are nearly equal', () => {
  expect(pairs('Stairs', 'Stair')).toEqual([[1, 2]]);
  expect(pairs('Café talk', 'Cafe-talk')).toEqual([[1, 2]]);
  expect(pairs('Cake and tea', 'Tea and cake')).toEqual([[1, 2]]);
  expect(pairs('Feeling like a guest', 'Feeling like the guest')).toEqual([]);
  expect(pairs('Feeling like a guest', 'Felling like a gest')).toEqual([[1, 2]]);
  expect(pairs('修理', '修理', '茶')).toEqual([[1, 2]]);
});

test('names that differ in a number are different on purpose', () => {
  expect(pairs('Code 1', 'Code 12', 'Code 2', 'Code number 12', 'Code numbers 12', 'Code')).toEqual([[4, 5]]);
  expect(pairs('Week 2 stress', 'Stress, week 2', 'Week 3 stress', 'Week ３ stress')).toEqual([[1, 2]]);
});

test('short or different names are not', () => {
  expect(pairs('Tea', 'Ten', 'Company', 'Landfill', '?', '!')).toEqual([]);
});

test('codes with one extract and with none', () => {
  expect(rarelyUsed([{ id: 1, extracts: 0 }, { id: 2, extracts: 1 }, { id: 3, extracts: 2 }])).toEqual([{ kind: 'unused', codeId: 1, otherId: null }, { kind: 'single', codeId: 2, otherId: null }]);
});

test('codes left behind for three sittings, if they were given by hand and more than once', () => {
  const codes = [{ id: 1, extracts: 5 }, { id: 2, extracts: 5 }, { id: 3, extracts: 1 }, { id: 4, extracts: 9 }];
  expect(leftBehind(codes, 5, new Map([[1, 1], [2, 2], [3, 0]]))).toEqual([{ kind: 'stale', codeId: 1, otherId: null }]);
  expect(leftBehind(codes, 3, new Map([[1, 0]]))).toEqual([]);
});
