import { expect, test } from 'vitest';
import type { GivenPlan } from '../../../../shared/domain/plan.ts';
import { inspect, inspectWith, refusalOf, tableFile } from '../testing.ts';
import { sheetOf, workbook } from '../workbook/workbooks-for-tests.ts';

const words = ['It was near to where I live now', 'Because my friend works there too', 'The people were kind to me there', 'They listened and rang me back', 'It never felt like being judged'];
const text = (at: number) => `${words[at % 5]}, number ${at}`;
const leaveOut = (...kinds: NonNullable<GivenPlan['rows']>['leaveOut']): GivenPlan => ({ rows: { leaveOut: kinds } });

const qualtrics = tableFile([
  ['ResponseId', 'Status', 'Finished', 'IPAddress', 'Q1', 'Q2'],
  ...Array.from({ length: 12 }, (_, at) => [
    `R_abcdefghijkl${at + 10}`,
    at === 0 ? 'Survey Preview' : 'IP Address',
    at === 5 ? 'False' : 'True',
    at === 7 ? '192.0.2.6' : `192.0.2.${at}`,
    at === 3 ? 'test' : at === 4 ? '' : at === 7 ? text(6) : text(at),
    at === 3 ? 'asdf' : at === 4 ? '' : at === 7 ? `${text(6)} again` : `${text(at)} again`,
  ]),
]);

test('rows that may be no respondents are found with their lines, and only previews are left out by themselves', async () => {
  const found = await inspect(qualtrics);
  expect(found.found.map(({ kind, count, lines, leftOut }) => [kind, count, lines, leftOut])).toEqual([
    ['preview', 1, [2], true],
    ['unfinished', 1, [7], false],
    ['twin', 1, [9], false],
    ['silent', 1, [6], false],
    ['trial', 1, [5], false],
  ]);
  expect(found.respondents).toBe(11);
  expect(found.leftOut).toEqual([{ count: 1, reason: 'survey preview' }]);
  expect(found.warnings.join('\n')).toContain('all answers are the same. Perhaps one person answered twice. They have the same IP address, too.');
});

test('each kind can be left out or brought in; what is left out is counted and not warned about; the plan keeps the decision', async () => {
  const everything = await inspect(qualtrics, leaveOut());
  expect(everything).toMatchObject({ respondents: 12, leftOut: [], rows: { leaveOut: [] } });
  expect(everything.warnings.join('\n')).toContain('1 survey preview comes in.');
  const strict = await inspect(qualtrics, leaveOut('preview', 'trial', 'twin', 'silent', 'unfinished'));
  expect(strict.respondents).toBe(7);
  expect(strict.leftOut.map(({ reason }) => reason)).toEqual(['survey preview', 'unfinished response', 'response with the answers of another', 'respondent without any answer', 'try-out']);
  expect(strict.warnings.join('\n')).not.toMatch(/wrote nothing but|answered none|did not finish|are the same/);
  expect(strict.questions && strict.columns.find(({ name }) => name === 'Q1')?.filled).toBe(7);
  expect(await inspect(qualtrics, strict)).toEqual(strict);
});

test('where every row is of a kind that is left out, that is refused', async () => {
  const tests = tableFile([['ID', 'What helped you?'], ['1', 'test'], ['2', 'asdf']]);
  const question: GivenPlan = { ...leaveOut('trial'), columns: [{ index: 1, name: '', wording: '', role: 'question', shortName: '', filled: 0, reason: '' }] };
  expect(await refusalOf(tests, question)).toBe('Nothing would be left of “survey.csv”: every row is of a kind that is to be left out. Keep at least one kind.');
});

test('the same id twice: the later rows can be left out, and the file can be imported then', async () => {
  const file = tableFile([['ParticipantId', 'What helped you?'], ['P1', text(0)], ['P2', text(1)], ['P1', text(2)]]);
  const found = await inspect(file);
  expect(found.warnings[0]).toContain('leave out the later rows');
  expect(found.found).toMatchObject([{ kind: 'again', count: 1, lines: [4], leftOut: false, words: 'row with an id that came before' }]);
  const once = await inspect(file, leaveOut('again'));
  expect(once).toMatchObject({ respondents: 2, answers: 2, leftOut: [{ count: 1, reason: 'row with an id that came before' }] });
  expect(once.warnings.join()).not.toContain('several respondents have the same id');
});

test('a row that somebody added below the last respondent can be left out', async () => {
  const file = tableFile([['Timestamp', 'What helped you?', 'How often?'], ...Array.from({ length: 12 }, (_, at) => ['12/13/2019 12:02:32', text(at), `${at % 3}`]), ['', '', '4.105']]);
  expect((await inspect(file)).found).toMatchObject([{ kind: 'untimed', lines: [14] }, { kind: 'silent', lines: [14] }]);
  expect(await inspect(file, leaveOut('untimed'))).toMatchObject({ respondents: 12, found: [{ kind: 'untimed', leftOut: true }] });
});

test('REDCap: one event is taken, and people are counted', async () => {
  const file = tableFile([
    ['record_id', 'redcap_event_name', 'comments', 'survey_complete'],
    ...Array.from({ length: 6 }, (_, at) => [String(1 + (at % 3)), at < 3 ? 'first_arm_1' : 'second_arm_1', text(at), '2']),
  ]);
  const found = await inspect(file);
  expect(found.warnings[0]).toContain('To count people, choose one event');
  expect(found.events).toEqual([{ name: 'first_arm_1', rows: 3 }, { name: 'second_arm_1', rows: 3 }]);
  const first = await inspect(file, { event: 'first_arm_1' });
  expect(first).toMatchObject({ respondents: 3, answers: 3, event: 'first_arm_1', leftOut: [{ count: 3, reason: 'rows of other events' }] });
  expect(first.warnings.join()).not.toContain('records');
  expect(await inspect(file, first)).toEqual(first);
  expect(await refusalOf(file, { event: 'third' })).toBe('The file has no event “third”. It has: first_arm_1, second_arm_1.');
});

test('who sent nothing off is told from who did, by whether there is a date', async () => {
  const found = await inspect(tableFile([['id', 'submitdate', 'lastpage', 'startlanguage', 'q1'], ...Array.from({ length: 8 }, (_, at) => [String(at + 1), at > 5 ? '' : '2020-03-07 15:32:10', at > 5 ? '2' : '5', 'en', text(at)])]));
  expect(found.columns.slice(1, 3)).toMatchObject([
    { role: 'attribute', shortName: 'Finished', as: 'finished' },
    { role: 'attribute', shortName: 'Last page' },
  ]);
  expect(found.preview[0]?.cells[1]).toBe('yes');
  expect(found.choices.find(({ column }) => column === 1)?.values).toEqual([{ value: 'yes', people: 6 }, { value: 'no', people: 2 }]);
});

test('Typeform: a question that stands twice is offered to be merged, never merged silently', async () => {
  const wording = 'What did the people there do for you?';
  const file = tableFile([
    ['#', wording, 'Did you stay?', wording, 'Submit Date (UTC)'],
    ...Array.from({ length: 10 }, (_, at) => [`0123456789abcdef0123456789abcde${at}`, at % 2 ? text(at) : '', at % 3 ? 'yes' : 'no', at % 2 ? '' : text(at), '2016-03-07']),
  ]);
  const found = await inspect(file);
  expect(found).toMatchObject({ questions: 2, twins: [{ column: 3, into: 1, merged: false }] });
  expect(found.warnings.join('\n')).toContain('Columns 2 and 4 ask the same question, and nobody filled both. They can be merged into one.');
  const wish = (mergedWith: number | null): GivenPlan => ({ columns: [{ index: 3, name: '', wording: '', role: 'question', shortName: '', filled: 0, reason: '', mergedWith }] });
  const merged = await inspect(file, wish(1));
  expect(merged).toMatchObject({ questions: 1, answers: 10, twins: [{ column: 3, into: 1, merged: true }] });
  expect(merged.columns[3]).toMatchObject({ role: 'ignore', reason: 'Fills the gaps of column 2' });
  expect(merged.preview.map(({ cells }) => cells[1])).toEqual([0, 1, 2, 3, 4].map(text));
  expect(await inspect(file, merged)).toEqual(merged);
  expect((await inspect(file, wish(null))).twins).toEqual([]);
  const both = tableFile([['ID', wording, wording], ['1', text(1), text(2)], ['2', text(3), '']]);
  expect(await refusalOf(both, { columns: [{ index: 2, name: '', wording: '', role: 'question', shortName: '', filled: 0, reason: '', mergedWith: 1 }] })).toContain('Columns 2 and 3 cannot be merged: somebody filled both');
});

const key = tableFile(
  [['URN', 'Unique Response Number'], ['Q1', 'What is your post?'], ['1', 'Nurse'], ['2', 'Doctor'], ['Q2', 'Which did you use?'], ['1', 'Café'], ['2', 'Library'], ['Q3', 'What helped you?']],
  'results-key.en.csv',
);
const jisc = tableFile(
  [['URN', 'Q1', 'Q2_1', 'Q2_2', 'Q3', 'CompletionDate'], ...Array.from({ length: 8 }, (_, at) => [`638954-638945-6546162${at}`, at % 2 ? '1' : '2', `${at % 2}`, '1', text(at), '2020-11-02'])],
  'results.en.csv',
);

test('Jisc: the key labels codes and gives questions their wordings; alone it is no data', async () => {
  expect((await inspect(jisc)).warnings.join('\n')).toContain('Add it to this import.');
  expect(await refusalOf(key)).toBe('“results-key.en.csv” is the key to a Jisc survey (questions and option codes); it holds no respondents. Import the file with the responses, together with this one.');
  const found = await inspectWith(jisc, [key]);
  expect(found.companions).toEqual([{ fileName: 'results-key.en.csv', told: 'It knows 4 of 6 columns' }]);
  expect(found.columns.map(({ wording }) => wording)).toEqual(['URN', 'What is your post?', 'Which did you use? – Café', 'Which did you use? – Library', 'What helped you?', 'CompletionDate']);
  expect(found.columns[1]?.labels).toEqual({ '1': 'Nurse', '2': 'Doctor' });
  expect(found.preview.slice(0, 2).map(({ cells }) => cells[1])).toEqual(['Doctor', 'Nurse']);
  expect(found.columns[2]?.group).toBe('Which did you use?');
  expect(found.warnings.join('\n')).not.toContain('option numbers');
  // The plan carries what the key said: it needs no key any more.
  const again = await inspect(jisc, found);
  expect(again.preview).toEqual(found.preview);
  expect(again.columns.map(({ wording }) => wording)).toEqual(found.columns.map(({ wording }) => wording));
});

test('REDCap: the data dictionary tells notes, identifiers, wordings and choices', async () => {
  const dictionary = tableFile(
    [
      ['Variable / Field Name', 'Form Name', 'Section Header', 'Field Type', 'Field Label', 'Choices, Calculations, OR Slider Labels', 'Field Note', 'Text Validation Type OR Show Slider Number', 'Text Validation Min', 'Text Validation Max', 'Identifier?'],
      ['post', 'survey', '', 'radio', 'What is your post?', '1, Nurse | 2, Doctor, senior', '', '', '', '', ''],
      ['used', 'survey', '', 'checkbox', 'Which did you use?', '1, Café | 2, Library', '', '', '', '', ''],
      ['ward', 'survey', '', 'text', 'Where do you work?', '', '', '', '', '', 'y'],
      ['words', 'survey', '', 'notes', 'What helped you?', '', '', '', '', '', ''],
    ],
    'dictionary.csv',
  );
  const file = tableFile([
    ['record_id', 'post', 'used___1', 'used___2', 'ward', 'words', 'survey_complete'],
    ...Array.from({ length: 8 }, (_, at) => [`${at}`, at % 2 ? '1' : '2', '1', `${at % 2}`, `A ward with a long name ${at}`, at % 2 ? 'Tea' : 'Talk', '2']),
  ]);
  expect(await refusalOf(dictionary)).toContain('is the data dictionary of a REDCap project; it holds no respondents');
  const found = await inspectWith(file, [dictionary]);
  expect(found.columns.map(({ role }) => role)).toEqual(['participant', 'attribute', 'ignore', 'attribute', 'ignore', 'question', 'ignore']);
  expect(found.columns[4]?.reason).toBe('An identifier, as the dictionary says');
  expect(found.columns[3]).toMatchObject({ wording: 'Which did you use? – Library', group: 'Which did you use?' });
  expect(found.preview[0]?.cells[1]).toBe('Doctor, senior');
});

test('a file that is no key goes with nothing', async () => {
  await expect(inspectWith(jisc, [jisc])).rejects.toThrow('is no key or data dictionary that Themework knows');
});

test('KoboToolbox: repeat groups stand on other sheets; that is said, and each sheet can be read', async () => {
  const group = sheetOf([['what_helped', '_index', '_parent_index', '_submission__id', '_submission__uuid', '_submission__submission_time', '_submission__submitted_by'], ...[1, 2, 3, 4].map((at) => [text(at), String(at), String(1 + (at % 2)), String(900 + (at % 2)), `0b1c2d3e-000${1 + (at % 2)}-4a5b-8c9d-0e1f2a3b4c5d`, `2020-01-0${1 + (at % 2)}`, 'anna'])]);
  const main = sheetOf([['name_of_place', '_uuid', '_submission_time', '_index'], ...[1, 2].map((at) => [text(at), `0b1c2d3e-000${at}-4a5b-8c9d-0e1f2a3b4c5d`, '2020-01-01', String(at)])]);
  const file = { fileName: 'kobo.xlsx', bytes: workbook([{ name: 'Main', xml: main }, { name: 'helpers', xml: group }]).toString('base64') };
  expect((await inspect(file)).warnings.join('\n')).toContain('The other sheet “helpers” holds a repeat group, whose text is not in this one.');
  const helpers = await inspect(file, { sheet: 'helpers' });
  expect(helpers).toMatchObject({ producer: 'KoboToolbox', respondents: 4, questions: 1 });
  expect(new Set(helpers.columns.flatMap(({ name, role }) => (name.startsWith('_submission') ? role : [])))).toEqual(new Set(['ignore']));
  expect(helpers.warnings.join()).not.toContain('the same id');
  expect(helpers.warnings.join('\n')).toContain('each row is one entry, and “_parent_index” says to which response it belongs');
});
