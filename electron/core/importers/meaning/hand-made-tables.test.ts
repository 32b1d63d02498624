import { expect, test } from 'vitest';
import { inspect, rolesOf, tableFile, textFile } from '../testing.ts';
import { sheetOf, workbook, workbookFile } from '../workbook/workbooks-for-tests.ts';

const sentences = ['The desk by the window was always taken', 'Somebody showed me how the oven works', 'It rained in, twice, and nobody came', 'I would have liked a map of the paths', 'My brother drove me there and back', 'Less talking, more planting', 'Ask the people who live next door', 'We met on Tuesdays and it went well'];

test('a table of tabs whose cells are all in quotation marks has none of them in its names and answers', async () => {
  const rows = [['CASE', 'QUESTNNR', 'STARTED', 'A101_01'], ['Number of the interview', 'Questionnaire', 'Time when it began', 'Why: [01]'], ...sentences.map((text, at) => [String(200 + at), 'base', `2025-05-0${at + 1} 10:00:00`, text])];
  const found = await inspect(textFile(rows.map((row) => row.map((cell) => `"${cell}"`).join('\t')).join('\r\n'), 'rdata.txt'));
  expect([found.producer, found.columns[0]?.name, found.preview[0]?.cells[3]]).toEqual(['SoSci Survey', 'CASE', sentences[0]]);
  expect(rolesOf(found)).toEqual(['participant', 'ignore', 'ignore', 'question']);
  // Where only some answers are quotations, the marks are theirs.
  const said = await inspect(textFile(['id\twhy', ...sentences.map((text, at) => `${at + 1}\t${at % 2 ? text : `"${text}"`}`)].join('\n'), 'said.tsv'));
  expect(said.preview[0]?.cells[1]).toBe(`"${sentences[0]}"`);
});

test('a file that begins with a respondent keeps them, and says so', async () => {
  for (const row of [
    (text: string, at: number) => [`P${at + 1}`, at % 2 ? 'over 40' : 'under 40', text],
    (text: string, at: number) => [String(at + 1), text, ['yes', 'no'][at % 2] ?? ''],
  ]) {
    const file = tableFile(sentences.map(row));
    const found = await inspect(file);
    expect([found.headerRows, found.respondents, found.answers]).toEqual([0, 8, 8]);
    expect(found.warnings.join()).toContain('reads like a respondent');
    expect(await inspect(file, found)).toEqual(found);
    // Somebody who knows better.
    expect(await inspect(file, { headerRows: 1 })).toMatchObject({ headerRows: 1, respondents: 7 });
  }
});

test('headers that look like what stands below them are headers', async () => {
  const shed = await inspect(tableFile([['id', 'Shed', 'Pond', 'Why?'], ...sentences.map((text, at) => [String(at + 1), at % 2 ? 'Shed' : '', at % 3 ? 'Pond' : '', text])]));
  expect([shed.headerRows, shed.respondents]).toEqual([1, 8]);
  const years = await inspect(tableFile([['2019', '2020', '2021'], ...sentences.map((text, at) => [text, `${text}!`, String(2022 + at)])]));
  expect([years.headerRows, years.respondents]).toEqual([1, 8]);
  const numbered = await inspect(tableFile([['Q1', 'Q2', 'Q3'], ...sentences.map((text, at) => [text, ['a', 'b'][at % 2] ?? '', `${text}!`])]));
  expect([numbered.headerRows, numbered.respondents]).toEqual([1, 8]);
});

test('lines above a table are left out where each line ends after its last cell', async () => {
  const found = await inspect(tableFile([['Project', 'Garden'], ['Date', '2025-05-05'], ['n', '8'], ['Participant', 'Age', 'Why did you join?', 'What next?'], ...sentences.map((text, at) => [`P${at + 1}`, String(30 + at), text, `${text}!`])]));
  expect(found).toMatchObject({ headerRows: 4, respondents: 8, answers: 16 });
  expect(found.columns.map(({ name }) => name)).toEqual(['Participant', 'Age', 'Why did you join?', 'What next?']);
  // Answers with commas in them make rows longer, and the first of them no header.
  const commas = await inspect(textFile(['id,comment', ...sentences.map((text, at) => `${at + 1},${text}`)].join('\n')));
  expect([commas.headerRows, commas.respondents]).toEqual([1, 8]);
});

test('a title above a column “Response” is no question of SurveyMonkey', async () => {
  const found = await inspect(tableFile([['Responses to the consultation', '', '', ''], ['Ref', 'Type', 'Response', 'Note'], ...sentences.map((text, at) => [`C/${100 + at}`, at % 2 ? 'Resident' : 'Business', text, at % 3 ? '' : 'seen'])]));
  expect([found.producer, found.headerRows, found.leftOut[0]?.count]).toEqual(['', 2, 1]);
  expect(found.columns.map(({ name }) => name)).toEqual(['Ref', 'Type', 'Response', 'Note']);
  const forms = await inspect(tableFile([['Garden day (Responses)', '', ''], ['Timestamp', 'How was it?', 'Why?'], ...sentences.map((text, at) => [`2025/05/0${at + 1} 9:15:00`, at % 2 ? 'good' : 'bad', text])]));
  expect([forms.producer, forms.headerRows]).toEqual(['Google Forms', 2]);
  // The export of a survey of one question, without the tool's own columns.
  const monkey = await inspect(tableFile([['Which do you use', '', ''], ['Shed', 'Pond', 'Other (please specify)'], ...sentences.map((text, at) => [at % 2 ? 'Shed' : '', at % 3 ? 'Pond' : '', at % 4 ? '' : text])]));
  expect([monkey.producer, monkey.headerRows]).toEqual(['SurveyMonkey-like', 2]);
});

test('answers in a column “ID” are answers', async () => {
  const found = await inspect(tableFile([['ID', 'Age group'], ...sentences.map((text, at) => [text, at % 2 ? 'over 40' : 'under 40'])]));
  expect(rolesOf(found)).toEqual(['question', 'attribute']);
});

test('ids that a spreadsheet rounded do not tell that people have several rows', async () => {
  const found = await inspect(tableFile([['Respondent ID', 'Why?'], ...sentences.map((text) => ['1.19E+11', text])]));
  expect(found.warnings[0]).toContain('the same id');
  expect(found.warnings[0]).toContain('rounded');
  expect(found.warnings.join()).not.toContain('several rows for each person');
});

test('a note below the table is told once, and not as another numbering', async () => {
  const found = await inspect(tableFile([['ID', 'Why?', 'How?'], ...[...sentences, ...sentences].map((text, at) => [`R${at + 1}`, text, `${text}!`]), ['', '', ''], ['Source: survey of 2024', '', '']]));
  expect(found.found.map(({ kind }) => kind)).toContain('last');
  expect(found.warnings.join()).not.toContain('numberings');
});

test('a single column says that its first line is taken for its name, unless that asks something', async () => {
  const bare = await inspect(textFile(sentences.join('\n'), 'answers.csv'));
  expect(bare.respondents).toBe(7);
  expect(bare.warnings.join()).toContain(`“${sentences[0]}” is taken for its name`);
  expect((await inspect(textFile(['What did you like?', ...sentences].join('\n'), 'answers.csv'))).warnings.join()).not.toContain('taken for its name');
});

test('two answers under each question make no header of the first respondent', async () => {
  const words = ['tea', 'the choir', 'mud', 'no queue', 'light', 'old stairs', 'cake', 'the bus', 'rain', 'new bins', 'music', 'my seat', 'noise', 'a plant', 'games', 'snow', 'dogs', 'the smell', 'signs', 'heat', 'chairs', 'crowds', 'trains', 'parking', 'posters', 'children', 'coffee', 'talks', 'a door', 'paint', 'the hill', 'maps'];
  const names = ['Ann', 'Bob', 'Cyd', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal'];
  const short = names.map((name, at) => [name, ...words.slice(at * 4, at * 4 + 4)]);
  const long = names.map((name, at) => [name, ...[0, 1, 2, 3].map((more) => `${sentences[(at + more) % 8]} ${words[at]}`)]);
  for (const rows of [short, long]) {
    const gaps = await inspect(tableFile([['Name', 'Likes', '', 'Dislikes', ''], ...rows]));
    expect([gaps.headerRows, gaps.respondents]).toEqual([1, 8]);
    const merged = await inspect(workbookFile(workbook([{ xml: `${sheetOf([['Name', 'Likes', null, 'Dislikes', null], ...rows])}<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>` }])));
    expect([merged.headerRows, merged.respondents]).toEqual([1, 8]);
  }
  const parts = await inspect(tableFile([['Name', 'Likes', '', 'Dislikes', ''], ['', 'first', 'second', 'first', 'second'], ...short]));
  expect([parts.headerRows, parts.respondents, parts.columns[2]?.wording]).toEqual([2, 8, 'Likes – second']);
  const apart = await inspect(tableFile([['About you', '', 'Your views', ''], ['Age', 'Sex', 'Good', 'Bad'], ...long.map(([, one = '', two = ''], at) => [String(19 + 3 * at * at), at % 2 ? 'F' : 'M', one, two])]));
  expect([apart.headerRows, apart.respondents]).toEqual([2, 8]);
});

test('a row that begins with a time or an id of a tool is no header', async () => {
  const found = await inspect(tableFile(sentences.map((text, at) => ['2025-05-01 10:00:00', `R_abcdefghij12${at}`, text, 'True'])));
  expect([found.headerRows, found.respondents]).toEqual([0, 8]);
  const days = await inspect(tableFile([['Name', '2025-05-01', '2025-05-02'], ...sentences.map((text, at) => [`G${at}`, text, `${text}!`])]));
  expect([days.headerRows, days.respondents]).toEqual([1, 8]);
});

test('several rows of figures below the table are pointed out together', async () => {
  const found = await inspect(tableFile([['Participant', 'Rating', 'Why?'], ...sentences.map((text, at) => [`P${at + 1}`, String(1 + (at % 5)), text]), ['Mean', '3.1', ''], ['SD', '1.2', ''], ['n', '8', '']]));
  expect(found.found.find(({ kind }) => kind === 'last')).toMatchObject({ count: 3, lines: [10, 11, 12], leftOut: false });
  expect(found.warnings.join()).toContain('begin with “Mean”, “SD” and “n”');
});

test('a title above Qualtrics’ own rows is told', async () => {
  const found = await inspect(tableFile([['Export of May', '', '', ''], ['StartDate', 'ResponseId', 'Finished', 'Q1'], ['Start Date', 'Response ID', 'Finished', 'Why did you go?'], ['{"ImportId":"startDate"}', '{"ImportId":"_recordId"}', '{"ImportId":"finished"}', '{"ImportId":"QID1_TEXT"}'], ...sentences.map((text, at) => ['2025-05-01 10:00:00', `R_abcdefghij12${at}`, 'True', text])]));
  expect(found).toMatchObject({ headerRows: 4, respondents: 8, leftOut: [{ count: 1, reason: 'line above the header' }] });
});

test('a question is called by its own number, or by its wording where its name is a code of the tool', async () => {
  const numbered = await inspect(tableFile([['urn', 'q3', 'q7a'], ...sentences.map((text, at) => [`u${at}`, text, `${text}!`])]));
  expect(numbered.columns.slice(1).map(({ shortName }) => shortName)).toEqual(['Q3', 'Q7a']);
  const coded = await inspect(tableFile([['CASE', 'QUESTNNR', 'A101_01', 'G01Q02'], ['Number', 'Questionnaire', 'Why did you go?', 'What was hard?'], ...sentences.map((text, at) => [String(at + 1), 'base', text, `${text}!`])]));
  expect(coded.columns.slice(2).map(({ shortName }) => shortName)).toEqual(['Why did you go?', 'What was hard?']);
});
