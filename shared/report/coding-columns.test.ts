import { describe, expect, it } from 'vitest';
import { guarded, pathCell, pathOf, unguarded } from './coding-columns.ts';

describe('cells of a coding table', () => {
  it('come back from the guard against formulas as they were', () => {
    for (const cell of ['=1', "'=1", "''-x", '-', "'tis", "''", '', '@x', 'plain', '\tx']) expect(unguarded(guarded(cell))).toBe(cell);
    expect(guarded('=1')).toBe("'=1");
    expect(guarded("'tis")).toBe("'tis");
  });

  it('hold paths, also of names with the separator in them', () => {
    for (const names of [['A', 'B'], ['A > B', 'C'], ['A>B'], []]) expect(pathOf(pathCell(names))).toEqual(names);
    expect(pathOf(' A  >  B > ')).toEqual(['A', 'B']);
  });
});
