import { expect, test } from 'vitest';
import { inspect, tableFile } from '../../electron/core/importers/testing.ts';
import { unknownInPlan } from './plan-keys.ts';

test.each<[unknown, string]>([
  [{ headerRows: 1, columns: [{ index: 1, role: 'question', asked: { column: 2, values: ['Yes'], separator: ';' }, labels: { '1': 'Yes' } }] }, ''],
  [{ collumns: [] }, 'The plan has “collumns” (did you mean “columns”?), which Themework does not know. Correct it or take it out; nothing was read.'],
  [{ header_rows: 2 }, 'The plan has “header_rows” (did you mean “headerRows”?), which Themework does not know. Correct it or take it out; nothing was read.'],
  [{ columns: [{ index: 0, role: 'question' }, { index: 4, rolle: 'question' }] }, 'The plan has “rolle” in the column with index 4 (did you mean “role”?), which Themework does not know. Correct it or take it out; nothing was read.'],
  [{ columns: [{ index: 3, role: 'question', asked: { column: 2, value: ['Yes'] } }] }, 'The plan has “value” in “asked” of the column with index 3 (did you mean “values”?), which Themework does not know. Correct it or take it out; nothing was read.'],
  [{ rows: { leave: [] }, weather: 1 }, 'The plan has “leave” in “rows” and “weather”, which Themework does not know. Correct them or take them out; nothing was read.'],
  [{ a1: 1, b1: 1, c1: 1, d1: 1, e1: 1 }, 'The plan has “a1”, “b1”, “c1” and 2 more, which Themework does not know. Correct them or take them out; nothing was read.'],
  [{ document: { title: 'Letters', colection: 'Policies' } }, 'The plan has “colection” in “document” (did you mean “collection”?), which Themework does not know. Correct it or take it out; nothing was read.'],
  [{ columns: 'all', rows: null, document: null }, ''],
  ['columns', ''],
  [JSON.parse('{"__proto__": 1, "constructor": 2}'), 'The plan has “__proto__” and “constructor”, which Themework does not know. Correct them or take them out; nothing was read.'],
])('what a plan says that no plan knows is named, with the nearest word: %j', (plan, sentence) => {
  expect(unknownInPlan(plan)).toBe(sentence);
});

test('everything that inspect prints belongs to a plan', async () => {
  const table = await inspect(tableFile([['ID', 'Places', 'Why?'], ...Array.from({ length: 9 }, (_, at) => [`P${at}`, at % 2 ? 'A;B;' : 'A;', `<p>Something that nobody else wrote ${at}</p>`])]));
  expect(unknownInPlan(table)).toBe('');
  expect(unknownInPlan(await inspect({ fileName: 'letter.md', bytes: Buffer.from('# Letter\n\nDear all,\n\nThank you.\n').toString('base64') }))).toBe('');
});
