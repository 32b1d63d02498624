import { expect, test } from 'vitest';
import { awkwardFile, inspect, refusalOf, rolesOf, textFile } from './testing.ts';

test('a Qualtrics export with three header rows', async () => {
  const found = await inspect({ ...awkwardFile('../sample/responses.csv'), fileName: 'responses.csv' });
  expect(found).toMatchObject({
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    headerRows: 3,
    producer: 'Qualtrics',
    respondents: 52,
    questions: 6,
    attributes: 5,
    leftOut: [{ count: 2, reason: 'survey previews' }],
  });
  const by = Object.fromEntries(found.columns.map((column) => [column.name, column]));
  expect(by.ResponseId).toMatchObject({ role: 'participant', reason: 'Shown as P1 to P52' });
  expect(by.IPAddress).toMatchObject({ role: 'ignore', reason: 'Could identify people' });
  expect(by.RecipientEmail).toMatchObject({ role: 'ignore', reason: 'Could identify people' });
  expect(by.Q1).toMatchObject({ role: 'ignore', reason: 'Same for everyone' });
  expect(by.Q2).toMatchObject({ role: 'attribute', reason: '4 values' });
  expect(by.Q5).toMatchObject({
    role: 'question',
    wording: 'How did you come to volunteer at a repair café, and what happened the first time?',
    shortName: 'How did you come to volunteer at a…',
  });
  expect(found.repairs.count).toBe(6);
  expect(found.repairs.samples[0]).toMatchObject({ damaged: 'â€™', repaired: '’' });
  expect(found.preview[0]?.participant).toBe('P1');
  expect(found.answers).toBe(found.columns.filter(({ role }) => role === 'question').reduce((sum, { filled }) => sum + filled, 0));
});

test('an older Qualtrics export, import ids in single quotes, its own columns called V1, V2', async () => {
  const found = await inspect(awkwardFile('qualtrics-2016.csv'));
  expect(found).toMatchObject({ producer: 'Qualtrics', headerRows: 3, respondents: 3, leftOut: [{ count: 1, reason: 'survey preview' }] });
  expect(rolesOf(found)).toEqual(['participant', 'ignore', 'attribute', 'question']);
  expect(found.warnings.join()).toContain('-99');
  expect(found.columns[3]?.filled).toBe(2);
});

test('import ids of which none says TEXT do not make answers in people’s own words a closed question', async () => {
  const answers = ['Because the kettle is always on when I come.', 'For the people, mostly.', 'My neighbour asked me to, and I stayed.', 'It keeps good things out of the bin.', 'I cannot say, I just like it here.'];
  const rows = ['ResponseId,Q1', 'Response ID,Why do you come here?', ...answers.map((answer, index) => `R_${index}abcdefghijklmn,"${answer}"`)];
  const file = (id: string) => textFile([...rows.slice(0, 2), `"{""ImportId"":""_recordId""}","{""ImportId"":""${id}""}"`, ...rows.slice(2)].join('\n'));
  for (const id of ['QID1', 'QID1_TEXT']) expect(rolesOf(await inspect(file(id)))).toEqual(['participant', 'question']);
});

test('a SurveyMonkey export: questions over several columns, tick boxes, text boxes', async () => {
  const found = await inspect(awkwardFile('surveymonkey.csv'));
  expect(found).toMatchObject({ producer: 'SurveyMonkey', headerRows: 2, respondents: 4 });
  expect(rolesOf(found)).toEqual(['participant', 'ignore', 'ignore', 'ignore', 'question', 'question', 'attribute', 'attribute', 'question', 'attribute']);
  expect(found.columns[5]?.wording).toBe('What helped you? – Other (please specify)');
  expect(found.columns[7]?.wording).toBe('Which of these did you use? – Café');
});

test.each([
  ['windows-1252-semicolon.csv', 'windows-1252', ';', 'Meine Schwester – sie hörte zu'],
  ['utf-16.tsv', 'utf-16le', '\t', 'My sister – she listened'],
  ['unquoted.tsv', 'utf-8', '\t', '"Books" and tea, mostly tea'],
  ['old-mac.csv', 'utf-8', ',', 'My sister helped me'],
  ['cr-cr-lf.csv', 'utf-8', ',', 'My sister helped me'],
  ['separator-hint.csv', 'utf-8', ';', 'My sister, mostly'],
  ['lone-quotes.csv', 'utf-8', ',', 'A 5" pipe and some tape'],
])('%s is read as %s, separated by %j', async (name, encoding, delimiter, answer) => {
  const found = await inspect(awkwardFile(name));
  expect(found).toMatchObject({ encoding, delimiter, headerRows: 1 });
  expect(found.preview[0]?.cells[1]).toBe(answer);
  expect(rolesOf(found).slice(0, 2)).toEqual(['participant', 'question']);
});

test('a quotation mark that Google Sheets left bare does not swallow the rows after it', async () => {
  expect((await inspect(awkwardFile('unquoted.tsv'))).preview.map(({ cells }) => cells[2])).toEqual([
    'Nothing else to say',
    '"No comment',
    'That was all of it',
  ]);
});

test('ragged rows are padded or kept under new headers, and told with their lines', async () => {
  const found = await inspect(awkwardFile('ragged.csv'));
  expect(found.columns.map(({ name }) => name)).toEqual(['Participant', 'What helped you?', 'Anything else you would like to say?', 'Column 4', 'Column 5']);
  expect(found.warnings).toContainEqual(expect.stringContaining('2 rows have more cells than the header (lines 2, 4)'));
  expect(found.warnings).toContainEqual(expect.stringContaining('1 row has fewer cells than the header (line 3)'));
});

test('columns with equal or dangerous names are kept apart by their place', async () => {
  const found = await inspect(awkwardFile('equal-headers.csv'));
  expect(found.columns.map(({ shortName }) => shortName)).toEqual(['', 'Other', 'Other (2)', '__proto__', 'constructor']);
  expect(rolesOf(found)).toEqual(['participant', 'question', 'question', 'question', 'question']);
  expect(found.warnings.join()).toContain('Several columns have the same name: “Other”');
});

test('without a participant column the respondents are numbered, and that is said', async () => {
  const found = await inspect(awkwardFile('no-participants.csv'));
  expect(rolesOf(found)).toEqual(['question', 'question']);
  expect(found.preview.map(({ participant }) => participant)).toEqual(['P1', 'P2', 'P3']);
  expect(found.warnings).toContain('No column tells the respondents apart, so they are numbered in the order of the file.');
});

test('one column of answers is a question; that it is the only one is said', async () => {
  const found = await inspect(awkwardFile('one-column.csv'));
  expect(rolesOf(found)).toEqual(['question']);
  expect(found.warnings.join()).toContain('Only one column was found');
});

test('equal ids are told with their lines', async () => {
  expect((await inspect(awkwardFile('equal-ids.csv'))).warnings[0]).toBe(
    'In the column “ParticipantId”, several respondents have the same id: “P1” on lines 2 and 4; “P2” on lines 3 and 6. Correct the ids in the file, leave out the later rows, or set this column to Ignore; the respondents are numbered then.',
  );
});

test('300 columns', async () => {
  const header = Array.from({ length: 300 }, (_, index) => `Point ${index}: please say why`);
  const row = (person: number) => header.map((_, index) => `Because of reason ${person} and ${index}`);
  const found = await inspect(textFile([header, row(1), row(2), row(3)].map((cells) => cells.join(',')).join('\n')));
  expect(found).toMatchObject({ questions: 300, respondents: 3, answers: 900 });
});

test('a cell of a million characters is kept whole', async () => {
  const long = 'word '.repeat(200_000);
  const found = await inspect(textFile(`ID,What helped you?\n1,${long}\n2,Nothing much really\n`));
  expect(found.warnings.join()).toContain('longer than 100,000 characters');
  expect(found.preview[0]?.cells[1]?.length).toBe(400);
});

test.each([
  ['picture.csv', 'is a picture'],
  ['paper.csv', 'is a PDF'],
  ['workbook.csv', 'is an Excel workbook that cannot be read: it is damaged'],
  ['letter.csv', 'is a Word document'],
  ['packed.csv', '“survey.csv” has a header but no respondents below it'],
  ['page.csv', 'is a web page'],
  ['noise.csv', 'is not a text file'],
  ['empty.csv', '“empty.csv” is empty. Export or download it again.'],
  ['blank-lines.csv', '“blank-lines.csv” is empty. Export or download it again.'],
  ['only-headers.csv', 'has a header but no respondents below it'],
  ['only-headers-qualtrics.csv', 'has a header but no respondents below it'],
  ['unclosed-quote.csv', 'a quotation mark is opened on line 3 or soon after and never closed'],
  ['surveymonkey-summary.csv', 'In SurveyMonkey choose Export, then “All responses data”'],
])('%s is refused: %s', async (name, sentence) => {
  expect(await refusalOf(awkwardFile(name))).toContain(sentence);
});

test('a plan wins over what is guessed, and the printed plan fed back changes nothing', async () => {
  const file = awkwardFile('no-participants.csv');
  const found = await inspect(file);
  expect(await inspect(file, found)).toEqual(found);
  const changed = await inspect(file, {
    columns: [
      { index: 1, role: 'ignore', name: '', wording: '', shortName: '', filled: 0, reason: '' },
      { index: 0, role: 'question', name: '', wording: '', shortName: 'Help', filled: 0, reason: '' },
    ],
    analyses: 'together',
  });
  expect(rolesOf(changed)).toEqual(['question', 'ignore']);
  expect(changed).toMatchObject({ questions: 1, analyses: 'together' });
  expect(changed.columns[0]?.shortName).toBe('Help');
  expect(await inspect(file, { headerRows: 0 })).toMatchObject({ respondents: 4, headerRows: 0 });
  expect((await inspect(awkwardFile('windows-1252-semicolon.csv'), { delimiter: ',' })).columns[0]?.name).toBe('Participant;Was hat geholfen?;Note');
});

test('repairing can be switched off; the places are counted all the same', async () => {
  const on = await inspect(awkwardFile('mojibake.csv'));
  expect(on.preview.map(({ cells }) => cells[1])).toEqual([
    'It didn’t, and that’s it',
    'The café near “École” was open',
    'Ça va, Ärzte und Übung: sound as it is',
    'Twice: ’ and 😀',
  ]);
  const off = await inspect(awkwardFile('mojibake.csv'), { repairs: { count: 0, apply: false, samples: [] } });
  expect(off.preview[0]?.cells[1]).toBe('It didnâ€™t, and thatâ€™s it');
  expect([on.repairs.count, off.repairs.count]).toEqual([5, 5]);
  expect(off.repairs.samples).toEqual(on.repairs.samples);
});

test('plans that cannot be are refused', async () => {
  const file = awkwardFile('ragged.csv');
  const column = (index: number, role: 'participant' | 'question') => ({ index, role, name: '', wording: '', shortName: '', filled: 0, reason: '' });
  expect(await refusalOf(file, { columns: [column(0, 'participant'), column(1, 'participant')] })).toContain('Two columns are set to “Participant id”');
  expect(await refusalOf(file, { columns: [column(77, 'question')] })).toContain('The plan names column 77');
  expect(await refusalOf(file, { encoding: 'klingon' })).toContain('does not know the text encoding “klingon”');
  expect(await refusalOf(file, { delimiter: '--' })).toContain('one character');
});
