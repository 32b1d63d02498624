import { expect, test } from 'vitest';
import { inspect, rolesOf, tableFile } from '../testing.ts';
import { sheetOf, workbook, workbookFile } from '../workbook/workbooks-for-tests.ts';

const sentences = ['The desk by the window was always taken', 'Somebody showed me how the oven works', 'It rained in, twice, and nobody came', 'I would have liked a map of the paths', 'My brother drove me there and back', 'Less talking, more planting'];
const header = ['Name', 'Age group', 'What helped you?', 'What was hard?'];
const people = sentences.map((text, at) => [`G${at + 1}`, at % 2 ? 'over 40' : 'under 40', text, `${sentences[(at + 2) % 6]}!`]);

test.each<[string, string[][], number]>([
  ['a title', [['Garden study, spring']], 1],
  ['a title with empty cells beside it', [['Garden study, spring', '', '', '']], 1],
  ['a title, a note and an empty line', [['Garden study, spring', '', '', ''], ['Exported on Monday, do not pass on', '', '', ''], ['', '', '', '']], 2],
  ['names and values', [['Study:', 'Garden, spring', '', ''], ['Exported:', '2025-05-05', '', '']], 2],
])('%s above the table is no part of the column names', async (_, above, lines) => {
  const found = await inspect(tableFile([...above, header, ...people]));
  expect(found.columns.map(({ name }) => name)).toEqual(header);
  expect(rolesOf(found)).toEqual(['participant', 'attribute', 'question', 'question']);
  expect(found).toMatchObject({ headerRows: lines + 1, respondents: 6, answers: 12 });
  expect(found.leftOut[0]).toEqual({ count: lines, reason: lines === 1 ? 'line above the header' : 'lines above the header' });
  expect(found.warnings[0]).toMatch(/^The first (line|2 lines) \(“(Garden study|Study:)/);
  expect(found.warnings[0]).toContain('above the header');
  // The printed plan brings in the same, and a person may see it otherwise.
  expect(await inspect(tableFile([...above, header, ...people]), found)).toEqual(found);
  expect((await inspect(tableFile([...above, header, ...people]), { headerRows: 1 })).respondents).toBe(6 + lines);
});

test('a title above an export does not hide who made it', async () => {
  const rows = people.map(([, age = '', helped = ''], at) => [`2025/05/0${at + 1} 9:15:00`, age, helped]);
  const forms = await inspect(tableFile([['Garden study (Responses)', '', ''], ['Timestamp', 'Age group', 'What helped you?'], ...rows]));
  expect([forms.producer, forms.headerRows, forms.columns[1]?.name]).toEqual(['Google Forms', 2, 'Age group']);
  expect(rolesOf(forms)).toEqual(['ignore', 'attribute', 'question']);
});

test('a title over a whole sheet is one, though its cells are merged; a question merged over its columns is none', async () => {
  const sheet = (rows: string[][], merged: string) => workbookFile(workbook([{ xml: `${sheetOf(rows)}<mergeCells><mergeCell ref="${merged}"/></mergeCells>` }]));
  const title = await inspect(sheet([['Garden study, spring'], header, ...people], 'A1:D1'));
  expect([title.headerRows, title.columns.map(({ name }) => name)]).toEqual([2, header]);
  const stem = await inspect(sheet([['Name', 'How often do you go?', '', 'Why?'], ['', 'Shed', 'Pond', ''], ...people.map(([name = '', , text = ''], at) => [name, String(at % 3), String(at % 2), text])], 'B1:C1'));
  expect([stem.headerRows, stem.columns[2]?.wording]).toEqual([2, 'How often do you go? – Pond']);
});

test('a question over unnamed columns, and a header with gaps, are no title', async () => {
  const stem = await inspect(tableFile([['How often do you use these?', '', ''], ['Shed', 'Pond', 'Oven'], ...people.map((_, at) => [String(at % 3), String(at % 2), String((at + 1) % 4)])], 'grid.csv'));
  expect(stem.columns[0]?.wording).toBe('How often do you use these? – Shed');
  const gaps = await inspect(tableFile([['Id', 'Comment', '', ''], ...people.map(([id = '', , helped = '', hard = '']) => [id, helped, hard, 'note'])]));
  expect([gaps.headerRows, gaps.respondents]).toEqual([1, 6]);
  const wide = await inspect(tableFile([['Participant', 'Answer', '', '', ''], ...people.map(([id = '', , helped = ''], at) => [id, helped, at === 3 ? 'Was that so?' : '', '', ''])]));
  expect([wide.headerRows, wide.respondents]).toEqual([1, 6]);
  const sparse = await inspect(tableFile([['Comment'], ...sentences.map((text) => text.split(', '))]));
  expect([sparse.headerRows, sparse.respondents]).toEqual([1, 6]);
});

test.each<[string, string[][], string[][]]>([
  ['a title', [['Garden study, spring', '', '', '', '', '']], [['Participant', 'How often do you use these?', '', '', 'Age group', 'What helped you?'], ['', 'Shed', 'Pond', 'Oven', '', '']]],
  ['a title in a line that ends after it', [['Garden study, spring']], [['Participant', 'How often do you use these?', '', '', 'Age group', 'What helped you?'], ['', 'Shed', 'Pond', 'Oven', '', '']]],
  ['a title and a note', [['Garden study, spring', '', '', '', '', ''], ['Exported on Monday', '', '', '', '', '']], [['Participant', 'How often do you use these?', '', '', 'Age group', 'What helped you?'], ['', 'Shed', 'Pond', 'Oven', '', '']]],
  ['a title, over questions at the left,', [['Garden study, spring', '', '', '', '', '']], [['Participant', 'How often do you use these?', '', '', '', ''], ['', 'Shed', 'Pond', 'Oven', 'Age group', 'What helped you?']]],
  ['names and values', [['Study:', 'Garden, spring', '', '', '', ''], ['Exported:', '2025-05-05', '', '', '', '']], [['Participant', 'How often do you use these?', '', '', 'Age group', 'What helped you?'], ['', 'Shed', 'Pond', 'Oven', '', '']]],
])('%s above questions and what stands under them', async (_, above, headers) => {
  const rows = people.map(([id = '', age = '', helped = ''], at) => [id, ['never', 'often'][at % 2] ?? '', ['often', 'never', 'daily'][at % 3] ?? '', ['never', 'daily'][at % 2] ?? '', age, helped]);
  const wordings = ['How often do you use these? – Shed', 'How often do you use these? – Pond', 'How often do you use these? – Oven'];
  for (const file of [tableFile([...above, ...headers, ...rows]), workbookFile(workbook([{ xml: sheetOf([...above, ...headers, ...rows]) }]))]) {
    const found = await inspect(file);
    expect(found).toMatchObject({ headerRows: above.length + 2, respondents: 6, answers: 6 });
    expect(found.columns.slice(1, 4).map(({ wording }) => wording)).toEqual(wordings);
    expect(found.columns[1]?.group).toBe('How often do you use these?');
    expect(found.columns[5]?.wording).toContain('What helped you?');
    expect(rolesOf(found)).toEqual(['participant', 'attribute', 'attribute', 'attribute', 'attribute', 'question']);
    expect(found.leftOut[0]?.count).toBe(above.length);
    expect(await inspect(file, found)).toEqual(found);
  }
});

test.each<[string, string[], string[]]>([
  ['ids and texts named in the first row', ['Participant', 'How often do you use these?', '', '', 'Which of these would you miss?', '', '', 'What helped you?'], ['', 'Shed', 'Pond', 'Oven', 'Shed', 'Pond', 'Oven', '']],
  ['ids and texts named in the second row', ['', 'How often do you use these?', '', '', 'Which of these would you miss?', '', '', ''], ['Participant', 'Shed', 'Pond', 'Oven', 'Shed', 'Pond', 'Oven', 'What helped you?']],
])('a title above two wide questions, %s', async (_, first, second) => {
  const uses = (at: number) => ['never', 'often', 'daily'][at % 3] ?? '';
  const rows = sentences.map((text, at) => [`G${at + 1}`, uses(at), uses(at + 1), uses(at * 2), at % 2 ? 'yes' : '', at % 3 ? 'yes' : '', at % 2 ? '' : 'yes', text]);
  const plain = await inspect(tableFile([first, second, ...rows]));
  expect(plain.headerRows).toBe(2);
  const found = await inspect(tableFile([['Garden study, spring', ...first.slice(1).map(() => '')], first, second, ...rows]));
  expect([found.headerRows, found.respondents]).toEqual([3, 6]);
  expect(found.columns).toEqual(plain.columns);
  expect(found.columns[4]).toMatchObject({ wording: 'Which of these would you miss? – Shed', group: 'Which of these would you miss?' });
});

test('questions that somebody wrote over the names of a Typeform export', async () => {
  const file = tableFile([
    ['', 'Which parts do you use?', '', '', 'Tell us more', '', ''],
    ['#', 'Shed', 'Pond', 'Other', 'What would help you?', 'Start Date (UTC)', 'Submit Date (UTC)'],
    ...sentences.map((text, at) => [`k3j5h2k3j5h2k3j5h2k3j5h2k3j5h2${at}a`, at % 2 ? 'Shed' : '', at % 3 ? 'Pond' : '', at > 3 ? `the ${at} gates` : '', text, '2025-05-01 10:00:00', '2025-05-01 10:05:00']),
  ]);
  const found = await inspect(file);
  expect([found.producer, found.headerRows, found.respondents]).toEqual(['Typeform', 2, 6]);
  expect(rolesOf(found)).toEqual(['participant', 'attribute', 'attribute', 'question', 'question', 'ignore', 'ignore']);
  expect(found.columns[1]?.wording).toBe('Which parts do you use? – Shed');
});

test('notes and a second table below the last respondent are pointed out, after an empty line only', async () => {
  const table = [['Participant', ...header.slice(1)], ...people];
  const note = await inspect(tableFile([...table, ['', '', '', ''], ['Note: two people left early', '', '', '']]));
  expect(note.found.find(({ kind }) => kind === 'last')).toMatchObject({ count: 1, lines: [9] });
  const second = await inspect(tableFile([...table, ['', '', '', ''], ['Age group', 'n', '', ''], ['under 40', '3', '', ''], ['over 40', '3', '', '']]));
  expect(second.found.find(({ kind }) => kind === 'last')).toMatchObject({ count: 3, lines: [9, 10, 11], leftOut: false });
  expect((await inspect(tableFile([...table, ['', '', '', ''], ['Age group', 'n', '', ''], ['under 40', '3', '', '']]), { rows: { leaveOut: ['last'] } })).respondents).toBe(6);
  // Somebody who left the questions empty, without a gap before.
  expect((await inspect(tableFile([...table, ['G7', 'over 40', '', '']]))).found.map(({ kind }) => kind)).toEqual(['silent']);
});
