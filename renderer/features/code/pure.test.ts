import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import type { CodingRow } from '../../../shared/domain/types.ts';
import { inTheirWords, recentCodes } from './find-codes.ts';
import { layoutMargin } from './margin.ts';
import { cutPieces, groupByItem, layMarks, sameLooks, shortest } from './marks.ts';

const codes = new Map(Array.from({ length: 12 }, (_, index) => [index + 1, { id: index + 1, name: `Code ${index + 1}`, ink: index + 1, kind: 'semantic' } as CodeWithCounts]));
const coding = (id: number, codeId: number, start: number, end: number, itemId = 1): CodingRow => ({ id, codeId, itemId, start, end, participantId: 1, fromCodeId: null, note: '' });
const codings = fc.array(fc.tuple(fc.nat(11), fc.nat(60), fc.integer({ min: 1, max: 40 })), { maxLength: 20 })
  .map((list) => list.map(([code, start, length], index) => coding(index + 1, code + 1, start, Math.min(100, start + length))));

describe('marks on an answer', () => {
  it('cut the text without losing or doubling a character, and never share an underline level where they overlap', () => {
    const text = 'x'.repeat(100);
    fc.assert(fc.property(codings, (list) => {
      const marks = layMarks(list, codes);
      const pieces = cutPieces(text, marks);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const piece of pieces) {
        const levels = piece.marks.map((mark) => mark.level).filter((level) => level !== null);
        expect(new Set(levels).size).toBe(levels.length);
        for (const mark of piece.marks) expect(mark.start <= piece.start && mark.end >= piece.end).toBe(true);
      }
    }), { verbose: 1 });
  });

  it('show a sixth overlapping code in the margin only', () => {
    const marks = layMarks([coding(1, 1, 0, 50), coding(2, 2, 5, 40), coding(3, 3, 10, 30), coding(4, 4, 12, 20), coding(5, 1, 13, 20), coding(6, 2, 14, 20)], codes);
    expect(marks.map((mark) => mark.level)).toEqual([0, 1, 2, 3, 4, null]);
  });

  it('keep the array of an answer that nothing happened to', () => {
    const before = groupByItem([coding(1, 1, 0, 5, 1), coding(2, 1, 0, 5, 2)], new Map());
    const after = groupByItem([coding(1, 1, 0, 5, 1), coding(2, 1, 0, 5, 2), coding(3, 2, 1, 4, 2)], before);
    expect(after.get(1)).toBe(before.get(1));
    expect(after.get(2)).not.toBe(before.get(2));
  });
});

describe('brackets in the margin', () => {
  const boxes = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 20, max: 200 })), { maxLength: 60 }).map((list) => list.map(([top, height], index) => ({ codingId: index, top, bottom: top + height, left: index })));

  it('labels never overlap, and the margin is as high as they need', () => {
    fc.assert(fc.property(boxes, (list) => {
      const { brackets, height } = layoutMargin(list);
      expect(brackets).toHaveLength(list.length);
      const tops = brackets.map((bracket) => bracket.labelTop).sort((a, b) => a - b);
      for (let index = 1; index < tops.length; index++) expect((tops[index] ?? 0) - (tops[index - 1] ?? 0)).toBeGreaterThanOrEqual(19);
      expect(height).toBeGreaterThanOrEqual((tops.at(-1) ?? 0));
    }), { verbose: 1 });
  });

  it('a long name takes the lines that are free beneath it, at most four, and never reaches the next label', () => {
    fc.assert(fc.property(boxes, fc.nat(900), (list, end) => {
      const { brackets } = layoutMargin(list, 1, end);
      brackets.forEach((bracket, index) => {
        expect(bracket.lines).toBeGreaterThanOrEqual(1);
        expect(bracket.labelTop + 19 * bracket.lines).toBeLessThanOrEqual((brackets[index + 1]?.labelTop ?? Number.POSITIVE_INFINITY) + 0.2);
      });
    }), { verbose: 1 });
    const at = (top: number) => ({ codingId: top, top, bottom: top + 30, left: 0 });
    expect(layoutMargin([at(0), at(30), at(100), at(300)], 1, 330).brackets.map((bracket) => bracket.lines)).toEqual([1, 3, 4, 2]);
    expect(layoutMargin([at(0)], 1, 200).brackets[0]?.lines).toBe(4);
  });

  it('the label in focus has all of its lines: those below make room, those above stay', () => {
    fc.assert(fc.property(boxes, fc.nat(59), fc.integer({ min: 2, max: 7 }), (list, which, lines) => {
      const codingId = which % Math.max(1, list.length);
      const [rest, { brackets, height }] = [layoutMargin(list), layoutMargin(list, 1, 0, { codingId, lines })];
      const at = brackets.findIndex((bracket) => bracket.codingId === codingId);
      expect(brackets.slice(0, at + 1).map((bracket) => bracket.labelTop)).toEqual(rest.brackets.slice(0, at + 1).map((bracket) => bracket.labelTop));
      brackets.forEach((bracket, index) => {
        const taken = bracket.codingId === codingId ? lines : bracket.lines;
        if (index < brackets.length - 1) expect(bracket.labelTop + 19 * taken).toBeLessThanOrEqual((brackets[index + 1]?.labelTop ?? 0) + 0.2);
      });
      const last = brackets.at(-1);
      if (last) expect(height).toBeGreaterThanOrEqual(last.labelTop + 19 * (last.codingId === codingId ? lines : 1));
    }), { verbose: 1 });
  });

  it('brackets beside each other take lanes of their own', () => {
    const { brackets } = layoutMargin([{ codingId: 1, top: 0, bottom: 60, left: 0 }, { codingId: 2, top: 30, bottom: 90, left: 5 }, { codingId: 3, top: 100, bottom: 120, left: 0 }]);
    expect(brackets.map((bracket) => bracket.left)).toEqual([0, 9, 0]);
  });
});

describe('codes near at hand', () => {
  it('look the same until a name, an ink or a reading changes; counts do not matter', () => {
    const counted = new Map([...codes].map(([id, code]) => [id, { ...code, extracts: 7 }]));
    expect(sameLooks(codes, counted)).toBe(codes);
    const renamed = new Map(counted).set(3, { ...counted.get(3), name: 'Other' } as CodeWithCounts & { extracts: number });
    expect(sameLooks(codes, renamed)).toBe(renamed);
  });

  it('are those used last, active ones only, at most nine', () => {
    const known = new Map([...codes].map(([id, code]) => [id, { ...code, status: id === 2 ? 'set-aside' : 'active' } as CodeWithCounts]));
    expect(recentCodes({ codeOf: known, lately: [1, 2, 3, 99] }, [5, 3]).map((code) => code.id)).toEqual([5, 3, 1]);
    expect(recentCodes({ codeOf: known, lately: [...known.keys()] }, [])).toHaveLength(9);
  });

  it('a press on several extracts means the shortest', () => {
    expect(shortest([{ start: 0, end: 50 }, { start: 5, end: 9 }, { start: 0, end: 20 }])).toEqual({ start: 5, end: 9 });
    expect(shortest([])).toBeUndefined();
  });

  it('are named in the participant’s words in one line without stray marks', () => {
    expect(inTheirWords('  “still alive?”\n')).toBe('still alive?');
    expect(inTheirWords('word '.repeat(60)).length).toBeLessThanOrEqual(80);
    expect(inTheirWords('…')).toBe('…');
  });
});
