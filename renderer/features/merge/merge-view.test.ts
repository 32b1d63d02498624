import { expect, it } from 'vitest';
import type { Extract } from '../../../shared/contract/coding.ts';
import { bandNote, mergeReport, mergeView, themeSentence } from './merge-view.ts';

let next = 0;
const extract = (codeId: number, itemId: number, start = 0, participantId = itemId): Extract => ({
  codingId: ++next, codeId, itemId, questionId: 1, participantId, document: null, start, end: start + 5, text: 'words', before: '', after: '', fromCodeId: null, borrowed: false,
});

it('puts the same stretch of several codes in one band and counts it once', () => {
  const view = mergeView([[extract(1, 1), extract(1, 2), extract(1, 3)], [extract(2, 9), extract(2, 2), extract(2, 1)]]);
  expect(view.bands.map((band) => band.cells.map((cell) => cell?.itemId))).toEqual([[1, 1], [2, 2]]);
  expect(view.rest.map((column) => column.map((each) => each.itemId))).toEqual([[3], [9]]);
  expect(view.effect.duplicates).toBe(2);
  expect(view.effect.after).toEqual({ codings: 6, extracts: 4, participants: 4 });
});

it('leaves a gap where one of three codes does not hold the stretch', () => {
  const view = mergeView([[extract(1, 1)], [extract(2, 5)], [extract(3, 1), extract(3, 1)]]);
  expect(view.bands[0]?.cells.map((cell) => cell !== null)).toEqual([true, false, true]);
  expect(view.bands[0] && bandNote(view.bands[0])).toBe('Same words in 2 of these. Counted once.');
  // The third code held the stretch twice already (an earlier merge); that is no news.
  expect(view.effect.duplicates).toBe(1);
});

it('the same person in both sources is one person, another stretch of the same answer is another extract', () => {
  const view = mergeView([[extract(1, 1, 0)], [extract(2, 1, 7)]]);
  expect(view.bands).toEqual([]);
  expect(view.effect.after).toMatchObject({ extracts: 2, participants: 1 });
});

it('reports in plain words', () => {
  expect(mergeReport({ sources: 2, duplicates: 6, participants: 27 }, 34)).toBe('34 extracts, 6 were in both. 27 people.');
  expect(mergeReport({ sources: 3, duplicates: 1, participants: 1 }, 1)).toBe('1 extract, 1 was in more than one. 1 person.');
  expect(mergeReport({ sources: 2, duplicates: 0, participants: 0 }, 0)).toBe('0 extracts. 0 people.');
});

it('says which themes lose a code', () => {
  const themes = new Map([[1, { name: 'Enough', codes: 8 }], [2, { name: 'Time', codes: 1 }]]);
  expect(themeSentence([{ themeId: 1 }, { themeId: 1 }], themes)).toBe('“Enough” goes from 8 codes to 7.');
  expect(themeSentence([{ themeId: 1 }, { themeId: 2 }, { themeId: null }], themes)).toBe('“Time” goes from 1 code to 0.');
});
