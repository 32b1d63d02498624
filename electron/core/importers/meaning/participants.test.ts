import { expect, test } from 'vitest';
import { inspect, rolesOf, tableFile } from '../testing.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const said = (at: number) => `The answer that person ${at} gave about it is long enough, I hope`;
const table = (name: string, values: readonly string[], front: readonly [string, (at: number) => string][] = []) =>
  tableFile([[...front.map(([header]) => header), name, 'Travel', 'What do you think of it?'], ...values.map((value, at) => [...front.map(([, of]) => of(at)), value, at % 2 ? 'Bus' : 'Car', said(at)])]);
const padded = upTo(60).map((at) => String(at).padStart(4, '0'));

test.each(['Ref', 'Reference', 'Ref no', 'Code', 'Nr', 'No.', 'Number', 'Interview', 'Form', 'Staff code', 'Name code', 'Survey number'])('distinct ids under “%s” tell the respondents apart, which is said', async (name) => {
  const found = await inspect(table(name, padded));
  expect(rolesOf(found)).toEqual(['participant', 'attribute', 'question']);
  expect(found.columns[0]?.reason).toBe('A different one in every row, such as 0001');
  expect(found.warnings.join()).not.toContain('tells the respondents apart');
});

test.each<[string, string[]]>([
  ['with a prefix', upTo(12).map((at) => `LW-${at * 7}`)],
  ['in brackets', upTo(12).map((at) => `[${at + 20}]`)],
  ['of letters and as many digits', upTo(12).map((at) => `${String.fromCharCode(64 + at)}K${20 + at}`)],
  ['with gaps', upTo(12).map((at) => String(at + Math.floor(at / 3)))],
])('ids %s are found, in another column as well', async (_, ids) => {
  expect(rolesOf(await inspect(table('Code', ids, [['Town', (at) => (at % 3 ? 'Hill' : 'Dale')]])))).toEqual(['attribute', 'participant', 'attribute', 'question']);
});

test.each<[string, string, string[]]>([
  ['not all are different', 'Code', upTo(12).map((at) => `K${at % 11}`)],
  ['not all are filled', 'Ref', upTo(12).map((at) => (at === 5 ? '' : `K${at}`))],
  ['they are words', 'Code', ['Trust', 'Time', 'Money', 'Weather', 'Noise', 'Friends', 'Food']],
  ['they are amounts', 'Number', ['7', '1200', '35', '410', '96', '5000', '2']],
  ['they are small amounts', 'Number', ['12', '95', '38', '41', '96', '50', '22']],
  ['they are no whole numbers', 'Number', ['1.5', '2.25', '3', '4.75', '5', '6.5']],
  ['they are of many kinds', 'Reference', ['A1', 'Letter 12', 'see 4', 'B-17', '2020', 'x']],
])('what stands under such a name is no id where %s', async (_, name, values) => {
  const found = await inspect(table(name, values));
  expect(rolesOf(found)[0]).not.toBe('participant');
  expect(found.warnings.join()).toContain('No column tells the respondents apart');
});

test('a column named after participants goes before one of codes', async () => {
  expect(rolesOf(await inspect(table('Participant', upTo(12).map((at) => `p${at}`), [['Code', (at) => `K${at + 10}`]])))).toEqual(['attribute', 'participant', 'attribute', 'question']);
});
