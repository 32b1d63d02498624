import { expect, test } from 'vitest';
import { inspect, rolesOf, tableFile } from '../testing.ts';

const sentences = ['The desk by the window was always taken', 'Somebody showed me how the oven works', 'It rained in, twice, and nobody came', 'I would have liked a map of the paths', 'My brother drove me there and back', 'Less talking, more planting'];
const options = ['repair_tea', 'repair_talk', 'repair_tools'];
/** What person `at` ticked of some options: one to all of them, in every mixture. */
const ticks = (at: number, of = options) => of.filter((_, place) => (((at % 7) + 1) >> place) & 1);
const uuid = (at: number) => `6ba7b810-9dad-11d1-80b4-00c04fd4${1000 + at}`;

test.each([
  ['0 and 1', '1', '0', 'g1/came_for'],
  ['TRUE and FALSE', 'TRUE', 'FALSE', 'g1/came_for'],
  ['1 and nothing, under labels', '1', '', 'What did you come for? (tea/talk)'],
])('options joined by blanks beside a column for each (%s) are ticked options, all in one group', async (_, yes, no, stem) => {
  const file = tableFile([
    [stem, ...options.map((option) => `${stem}/${option}`), 'g1/why', '_uuid', '_submission_time', '_index'],
    ...sentences.map((text, at) => [ticks(at).join(' '), ...options.map((option) => (ticks(at).includes(option) ? yes : no)), text, uuid(at), '2025-05-01T10:00:00', String(at + 1)]),
  ]);
  const found = await inspect(file);
  expect([found.producer, found.questions]).toEqual(['KoboToolbox', 1]);
  expect(found.columns.slice(0, 4).map(({ role, group }) => [role, group])).toEqual(Array.from({ length: 4 }, () => ['attribute', stem]));
  expect(found.columns[0]?.reason).toBe('Several options ticked');
  expect(found.columns[4]?.group).toBeUndefined();
  expect(await inspect(file, found)).toEqual(found);
});

test('options under labels of several words are known by the columns beside them', async () => {
  const labels = ['Tea and cake', 'A talk', 'Borrowing tools'];
  const found = await inspect(tableFile([['ID', 'What for?', ...labels.map((label) => `What for?/${label}`), 'Why?'], ...sentences.map((text, at) => [String(at + 1), ticks(at, labels).join(' '), ...labels.map((label) => (ticks(at, labels).includes(label) ? '1' : '0')), text])]));
  expect(rolesOf(found)).toEqual(['participant', 'attribute', 'attribute', 'attribute', 'attribute', 'question']);
  expect(found.columns[1]).toMatchObject({ reason: 'Several options ticked', group: 'What for?' });
});

test('columns of somebody’s coding beside an answer do not make it a list of options', async () => {
  const found = await inspect(tableFile([['ID', 'What helped?', 'What helped?/warm', 'What helped?/quiet'], ...sentences.map((text, at) => [String(at + 1), text, String(at % 2), String(at % 3 ? 1 : 0)])]));
  expect(found.columns[1]).toMatchObject({ role: 'question', reason: 'Answers in people’s own words' });
  expect(found.columns[1]?.group).toBeUndefined();
});

test.each<[string, string[]]>([
  ['names with underscores', options],
  ['plain names', ['tea', 'talk', 'tools', 'other']],
  ['numbers', ['1', '2', '3', '88']],
])('options joined by blanks without further columns (%s): those who ticked one were asked', async (_, of) => {
  const all = Array.from({ length: 60 }, (__, at) => of.filter((___, place) => ((at % 11) + 1) >> place & 1));
  const file = tableFile([['ID', 'came_for', 'what_else'], ...all.map((some, at) => [String(at + 1), some.join(' '), some.includes(of[2] ?? '') ? `On day ${at} it went well` : ''])]);
  const found = await inspect(file);
  const could = all.filter((some) => some.includes(of[2] ?? '')).length;
  expect(rolesOf(found)).toEqual(['participant', 'attribute', 'question']);
  expect(found.columns[1]?.reason).toBe('Several options ticked');
  expect(found.choices.find(({ column }) => column === 1)).toMatchObject({ separator: ' ', values: expect.arrayContaining([{ value: of[2], people: could }]) });
  expect(found.columns[2]).toMatchObject({ asked: { column: 1, values: [of[2]], separator: ' ' }, could });
  expect(await inspect(file, found)).toEqual(found);
});

test.each<[string, string[], string]>([
  ['how good it was', ['very good', 'good', 'not good', 'good enough', 'very very good', 'fine', 'good fun', 'fine good'], 'attribute'],
  ['options of two words', ['strongly agree', 'agree', 'disagree', 'strongly disagree'], 'attribute'],
  ['parts of a country', ['north', 'east', 'north east', 'south', 'south east', 'west', 'north west'], 'attribute'],
  ['school years', ['year 1', 'year 2', 'year 3'], 'attribute'],
  ['sizes', ['10 000', '10', '20 000', '20'], 'attribute'],
])('answers of a few words are no ticked options: %s', async (_, values, role) => {
  const found = await inspect(tableFile([['ID', 'How was it?', 'Why?'], ...Array.from({ length: 60 }, (__, at) => [String(at + 1), values[(at * 5) % values.length] ?? '', `${sentences[at % 6]}, ${at}`])]));
  expect(found.columns[1]).toMatchObject({ role, reason: expect.not.stringContaining('ticked') });
  expect(found.choices.find(({ column }) => column === 1)?.separator).toBeUndefined();
});

test('short answers in people’s own words stay a question', async () => {
  const openings = ['tea', 'the tea', 'warm tea and cake', 'cake', 'talking', 'tea and talking', 'the oven', 'my neighbour', 'cake and the oven', 'the people', 'talking to people', 'people'];
  const found = await inspect(tableFile([['ID', 'What helped you?'], ...Array.from({ length: 24 }, (__, at) => [String(at + 1), at < 12 ? (openings[at] ?? '') : `${openings[at % 12]} ${['again', 'mostly', 'of course', 'too'][at % 4]}`])]));
  expect(found.columns[1]).toMatchObject({ role: 'question' });
});
