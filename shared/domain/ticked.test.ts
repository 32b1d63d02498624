import { expect, test } from 'vitest';
import { meets, optionsIn } from './ticked.ts';

test('a cell holds an option where it stands whole between separators, with or without spaces', () => {
  const tea = { values: ['Tea'], separator: ';' };
  expect(['Tea', 'Tea;', 'Cake;Tea', 'Cake; Tea; Music', ' Tea ;Cake'].map((cell) => meets(cell, tea))).toEqual([true, true, true, true, false]);
  expect(['', 'Green Tea', 'Teacake;Music', 'tea'].some((cell) => meets(cell, tea))).toBe(false);
  expect(meets('Cake, Tea, coffee or water', { values: ['Tea, coffee or water'], separator: ',' })).toBe(true);
  expect(meets('Cake,Music', { values: ['Tea', 'Music'], separator: ',' })).toBe(true);
});

test('without a separator the whole cell counts', () => {
  expect(meets('Tea;Cake', { values: ['Tea'] })).toBe(false);
  expect(meets('Tea;Cake', { values: ['Tea;Cake'] })).toBe(true);
});

test('options are read off the cells, the most frequent first', () => {
  expect(optionsIn(['A;B', 'A', 'B;C;', 'A; C', 'A;B;C', 'A', '', 'typed by hand;A'])).toEqual({ separator: ';', options: [{ value: 'A', people: 6 }, { value: 'B', people: 3 }, { value: 'C', people: 3 }] });
  expect(optionsIn(['Yes, often', 'No, never', 'Yes, often', 'No, never', 'No, never', 'Yes, often'])).toBeUndefined();
  expect(optionsIn(['A;', 'A;', 'A;', 'A;B;', 'A;B;', 'A;B;'])?.options).toEqual([{ value: 'A', people: 6 }, { value: 'B', people: 3 }]);
  expect(optionsIn(['Nurse', 'Doctor', 'Nurse'])).toBeUndefined();
  expect(optionsIn([])).toBeUndefined();
});

test('options joined by blanks are names: each with an underscore, or also alone where somebody ticked three', () => {
  expect(optionsIn(['tea_cup', 'tea_cup talk_x', 'talk_x tea_cup', 'talk_x'])).toEqual({ separator: ' ', options: [{ value: 'tea_cup', people: 3 }, { value: 'talk_x', people: 3 }] });
  const plain = ['tea', 'talk', 'tools', 'tea talk', 'tea tools', 'talk tools'];
  expect(optionsIn([...plain, 'tea talk tools'])).toMatchObject({ separator: ' ', options: [{ people: 4 }, { people: 4 }, { people: 4 }] });
  expect(optionsIn(plain)).toBeUndefined();
  expect(optionsIn(['Tea', 'Talk', 'Tools', 'Tea Talk', 'Talk Tools', 'Tea Talk Tools', 'Tea Tools'])).toBeUndefined();
  expect(meets('talk tea tools', { values: ['tea'], separator: ' ' })).toBe(true);
  expect(meets('talk teas tools', { values: ['tea'], separator: ' ' })).toBe(false);
});
