import { expect, test } from 'vitest';
import type { PlanColumn } from './plan.ts';
import { fitPlan, fitShare, planToKeep } from './plan-fit.ts';

const column = (index: number, name: string, change: Partial<PlanColumn> = {}): PlanColumn => ({ index, name, wording: name, role: 'attribute', shortName: name, filled: 12, reason: '3 values', ...change });
const plan = {
  encoding: 'windows-1252',
  headerRows: 2,
  respondents: 12,
  warnings: ['look'],
  repairs: { count: 1, apply: false, samples: [{ participant: 'P1', before: 'It ', damaged: 'â€™', repaired: '’', after: 's' }] },
  columns: [
    column(0, 'ID', { role: 'participant' }),
    column(1, 'Glad'),
    column(2, 'Why?', { role: 'question', tiedTo: 1, tie: 'comment', tieReason: 'right after', asked: { column: 1, values: ['yes'] }, could: 4, askedReason: 'All 4' }),
    column(3, 'Why?', { role: 'question', mergedWith: 2 }),
    column(4, 'IP', { role: 'ignore' }),
  ],
};

test('a kept plan holds nothing of the file that it was made with', () => {
  const kept = planToKeep(plan);
  expect(JSON.stringify(kept)).not.toMatch(/look|3 values|All 4|right after|â€™/);
  expect(kept).toMatchObject({ headerRows: 2, repairs: { apply: false, samples: [], count: 0 } });
  expect(kept.columns?.[2]).toMatchObject({ tiedTo: 1, asked: { column: 1, values: ['yes'] }, filled: 0 });
});

test('columns are found again by their names, wherever they stand now', () => {
  const fit = fitPlan(plan, [column(0, 'New'), column(1, 'ID'), column(2, 'Why?'), column(3, 'Glad'), column(4, 'Why?')]);
  expect(fit.missing).toEqual([]);
  expect(fit.fresh).toEqual(['New']);
  expect(fit.plan.encoding).toBeUndefined();
  expect(fit.plan.columns?.map(({ index, name, tiedTo, asked, mergedWith }) => [index, name, tiedTo, asked?.column, mergedWith])).toEqual([
    [1, 'ID', undefined, undefined, undefined],
    [3, 'Glad', undefined, undefined, undefined],
    [2, 'Why?', 3, 3, undefined],
    [4, 'Why?', undefined, undefined, 2],
  ]);
});

test('columns that are gone are named, and what hung on them falls away', () => {
  const fit = fitPlan(plan, [column(0, 'ID'), column(1, 'Why?')]);
  expect(fit.missing).toEqual(['Glad', 'Why?']);
  expect(fit.plan.columns?.[1]).not.toHaveProperty('tiedTo');
  expect(fit.plan.columns?.[1]).not.toHaveProperty('asked');
  expect(fitShare(plan, [column(0, 'ID'), column(1, 'Why?')])).toBe(0.5);
  expect(fitShare({}, [])).toBe(0);
});
