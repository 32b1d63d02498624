import { expect, test } from 'vitest';
import { inspect, rolesOf, tableFile } from '../testing.ts';

const sentences = ['The desk by the window was always taken', 'Somebody showed me how the oven works', 'It rained in, twice, and nobody came', 'I would have liked a map of the paths', 'My brother drove me there and back', 'Less talking, more planting'];
const table = (names: readonly string[], numbers: (at: number) => string[]) =>
  tableFile([[...names, 'Participant', 'What helped you?'], ...sentences.map((text, at) => [...numbers(at), `k${at * 7}`, text])]);

test.each<[string, string[], (at: number) => string[]]>([
  ['without a name', [''], (at) => [String(at + 1)]],
  ['called X, after R read it again', ['X'], (at) => [String(at + 1)]],
  ['twice, after it was written again', ['', 'X'], (at) => [String(at + 1), String(at + 1)]],
  ['of some rows of a larger table', [''], (at) => [String(at * at + 1)]],
  ['from 0, as pandas writes them', ['Unnamed: 0'], (at) => [String(at)]],
  ['named by readr', ['...1'], (at) => [String(at + 1)]],
])('row numbers that a program wrote (%s) are left out, with the reason', async (_, names, numbers) => {
  const file = table(names, numbers);
  const found = await inspect(file);
  expect(rolesOf(found)).toEqual([...names.map(() => 'ignore'), 'participant', 'question']);
  for (const { reason } of found.columns.slice(0, names.length)) expect(reason).toBe('Row numbers that a program added');
  expect(await inspect(file, { columns: [{ ...found.columns[0]!, role: 'attribute' }] })).toMatchObject({ attributes: 1 });
});

test.each<[string, string[], (at: number) => string[]]>([
  ['numbers in another order', ['X'], (at) => [String(7 - at)]],
  ['a place of that name', ['X'], (at) => [String(at * 1.5)]],
  ['a name of somebody’s own', ['Order'], (at) => [String(at + 1)]],
])('%s: an attribute', async (_, names, numbers) => {
  expect(rolesOf(await inspect(table(names, numbers)))).toEqual(['attribute', 'participant', 'question']);
});

test('numbers without a name are the participants’ where nothing else tells them apart', async () => {
  const found = await inspect(tableFile([['', 'What helped you?'], ...sentences.map((text, at) => [String(at + 1), text])]));
  expect(rolesOf(found)).toEqual(['participant', 'question']);
});
