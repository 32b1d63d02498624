import { describe, expect, test } from 'vitest';
import { mixedNumberings, nearlySameIds, numberingNotes } from './numberings.ts';

const marked = (count: number, from = 1) => Array.from({ length: count }, (_, index) => `P${from + index}`);

describe('mixed numberings', () => {
  test('bare numbers beside marked ones are named with their counts', () => {
    const found = mixedNumberings([...marked(58), '31', '44', '7', '60']);
    expect(found?.usual).toMatchObject({ kind: 'marked', example: 'P1' });
    expect(found?.others).toEqual([{ kind: 'bare', example: '31', ids: ['31', '44', '7', '60'] }]);
    expect(found?.sentence).toBe('58 ids look like P1, 4 are bare numbers: 31, 44, 7, 60. Perhaps two numberings are mixed; check whether the same number means the same person.');
  });

  test('half and half is a mix as well, with brackets or without, and however often an id occurs', () => {
    expect(mixedNumberings(['[31]', '[P31]', '[4]', '[P2]', '[P3]', '[P3]'])?.others[0]?.ids).toEqual(['[31]', '[4]']);
    expect(mixedNumberings(['4', '31', '17', 'P12'])?.others[0]?.ids).toEqual(['P12']);
  });

  test('one stranger among many is shown, two sites are not', () => {
    expect(mixedNumberings([...marked(20), 'Anna'])?.sentence).toContain('1 is no number: Anna');
    expect(mixedNumberings([...marked(20), 'ppt. 21'])?.sentence).toContain('1 looks different: ppt. 21');
    expect(mixedNumberings([...marked(20), ...Array.from({ length: 10 }, (_, index) => `B${index}`)])).toBeNull();
  });

  test('nothing is said about ids that look alike, have gaps, or are no numbers', () => {
    for (const ids of [marked(5), ['P1', 'p2', 'P 3', '[P4]'], ['1', '5', '33'], ['R_1abC2', 'R_9xy3z', 'R_77'], ['Anna', 'Ben', 'Cleo', '7'], ['P1', ''], []]) expect(mixedNumberings(ids)).toBeNull();
  });
});

test('ids that differ in capitals, blanks or zeros only are found', () => {
  expect(nearlySameIds(['P07', 'P7', 'p 7', 'P70', 'P700', 'A-1', 'A1', 'A10'])).toEqual([['P07', 'P7', 'p 7'], ['A-1', 'A1']]);
  expect(nearlySameIds(marked(120))).toEqual([]);
  expect(numberingNotes(['P07', 'P7', 'P8'])).toEqual(['Two ids differ only in capitals, blanks or zeros: P07 and P7. They come in as different people.']);
  expect(numberingNotes(marked(10))).toEqual([]);
});

test('numbers under two kinds of ids are told, without calling it a mistake', () => {
  const sites = [...marked(4, 10), 'S0-10', 'S0-11', 'S0-12', 'S0-13'];
  expect(mixedNumberings(sites)).toBeNull();
  expect(numberingNotes(sites)).toEqual(['4 numbers stand in more than one kind of id: P10 and S0-10; P11 and S0-11; P12 and S0-12; P13 and S0-13. They come in as different people, as where two sites number alike; check that nobody is here under two ids.']);
  expect(numberingNotes([...marked(4, 10), 'S0-20', 'S0-21', 'S0-22', 'S0-23'])).toEqual([]);
  expect(numberingNotes(['R_1abC2', 'R_9xy2', 'R_77', 'S_77', 'R_2kq77', 'R_8jz2', 'S_2'])).toEqual([]);
});
