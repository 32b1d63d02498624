import { expect, test } from 'vitest';
import type { Inspection } from '../../../../shared/domain/plan.ts';
import { inspect, tableFile } from '../testing.ts';

const words = ['It was near to where I live now', 'Because my friend works there too', 'The people were kind to me there', 'They listened and rang me back', 'It never felt like being judged'];
const rows = (header: readonly (readonly string[])[], cells: (at: number) => string[], count = 20) => tableFile([...header, ...Array.from({ length: count }, (_, at) => cells(at))]);
const text = (at: number) => `${words[at % 5]}, number ${at}`;
const tie = ({ columns }: Inspection, name: string) => {
  const column = columns.find((each) => each.name === name);
  return column?.tiedTo == null ? null : [columns.find(({ index }) => index === column.tiedTo)?.name, column.tie];
};

test.each<[string, string[][], (at: number) => string[], string, [string, string]]>([
  [
    'Qualtrics: the text box of an option',
    [['ResponseId', 'Q2', 'Q2_4_TEXT'], ['Response ID', 'What is your post?', 'What is your post? - Other - Text'], ['{"ImportId":"_recordId"}', '{"ImportId":"QID2"}', '{"ImportId":"QID2_4_TEXT"}']],
    (at) => [`R_abcdefghijkl${at + 10}`, ['Nurse', 'Doctor', 'Other'][at % 3] ?? '', at % 3 === 2 ? text(at) : ''],
    'Q2_4_TEXT',
    ['Q2', 'other'],
  ],
  ['LimeSurvey: [other]', [['id', 'submitdate', 'lastpage', 'startlanguage', 'post', 'post[other]']], (at) => [`${at}`, '2020-01-01', '3', 'en', at % 3 ? 'A1' : '-oth-', at % 3 ? '' : text(at)], 'post[other]', ['post', 'other']],
  ['LimeSurvey: [comment]', [['id', 'submitdate', 'lastpage', 'startlanguage', 'glad', 'glad[comment]']], (at) => [`${at}`, '2020-01-01', '3', 'en', at % 2 ? 'Y' : 'N', text(at)], 'glad[comment]', ['glad', 'comment']],
  ['Alchemer: Write In', [['Response ID', 'Time Started', 'Date Submitted', 'Status', 'Which did you use?', 'Other - Write In:Which did you use?']], (at) => [`${at}`, '7 Mar', '7 Mar', 'Complete', at % 2 ? 'Café' : 'Other', at % 2 ? '' : text(at)], 'Other - Write In:Which did you use?', ['Which did you use?', 'other']],
  ['plain: _other', [['ID', 'role', 'role_other']], (at) => [`${at}`, at % 4 ? 'Nurse' : 'Other', at % 4 ? '' : text(at)], 'role_other', ['role', 'other']],
  ['plain: “Other, please specify” follows', [['ID', 'What is your post?', 'Other, please specify']], (at) => [`${at}`, at % 4 ? 'Nurse' : 'Other', at % 4 ? '' : text(at)], 'Other, please specify', ['What is your post?', 'other']],
  ['plain: a reason follows a rating', [['ID', 'How much did it help?', 'Please explain your rating.']], (at) => [`${at}`, ['a little', 'moderate amount', 'a lot'][at % 3] ?? '', text(at)], 'Please explain your rating.', ['How much did it help?', 'comment']],
  ['plain: Why?', [['ID', 'Would you go again?', 'Why?']], (at) => [`${at}`, at % 2 ? 'yes' : 'no', text(at)], 'Why?', ['Would you go again?', 'comment']],
])('%s', async (_, header, cells, name, expected) => {
  const found = await inspect(rows(header, cells));
  expect(tie(found, name)).toEqual(expected);
  expect(found.columns.find((column) => column.name === expected[0])?.role).toBe('attribute');
  expect(found.columns.find((column) => column.name === name)?.tieReason).toMatch(/“/);
});

test('a closed column that is the same for everyone comes in where a text belongs to it', async () => {
  const found = await inspect(rows([['ID', 'glad', 'glad_comment']], (at) => [`${at}`, 'yes', text(at)]));
  expect(found.columns[1]).toMatchObject({ role: 'attribute' });
  expect(tie(found, 'glad_comment')).toEqual(['glad', 'comment']);
});

test('a question of its own is tied to nothing, whatever stands before it', async () => {
  for (const wording of ['Why did you become a teacher?', 'Is there anything else you would like to say?', 'Should visitors pay? Please say why.', 'Any further comments?']) {
    const found = await inspect(rows([['ID', 'How old are you?', wording]], (at) => [`${at}`, at % 2 ? '20 to 30' : '30 to 40', text(at)]));
    expect(tie(found, wording)).toBeNull();
  }
});

test('what is proposed can be undone and chosen, and the plan keeps it', async () => {
  const file = rows([['ID', 'glad', 'sure', 'Why?']], (at) => [`${at}`, at % 2 ? 'yes' : 'no', at % 3 ? 'yes' : 'no', text(at)]);
  const column = (change: object) => ({ columns: [{ index: 3, name: '', wording: '', role: 'question' as const, shortName: '', filled: 0, reason: '', ...change }] });
  expect(tie(await inspect(file), 'Why?')).toEqual(['sure', 'comment']);
  const none = await inspect(file, column({ tiedTo: null }));
  expect(tie(none, 'Why?')).toBeNull();
  expect(tie(await inspect(file, none), 'Why?')).toBeNull();
  const chosen = await inspect(file, column({ tiedTo: 1, tie: 'other' }));
  expect(tie(chosen, 'Why?')).toEqual(['glad', 'other']);
  expect(chosen.columns[3]?.tieReason).toBe('Chosen by you.');
});

test.each<[string, string[][], (at: number) => string[], string, number]>([
  ['Google Forms', [['Timestamp', 'How was it? [The food]', 'How was it? [The people]', 'What helped you?']], (at) => ['3/4/2020 10:00:00', at % 2 ? 'good' : 'bad', at % 3 ? 'good' : 'bad', text(at)], 'How was it?', 2],
  ['LimeSurvey', [['id', 'submitdate', 'lastpage', 'startlanguage', 'how[SQ001]', 'how[SQ002]', 'help']], (at) => [`${at}`, '2020-01-01', '3', 'en', at % 2 ? 'A1' : 'A2', 'A1', text(at)], 'how', 2],
  ['Alchemer', [['Response ID', 'Time Started', 'Date Submitted', 'Status', 'Food:How was it?', 'People:How was it?', 'What helped you?']], (at) => [`${at}`, '7 Mar', '7 Mar', 'Complete', at % 2 ? 'good' : 'bad', at % 3 ? 'good' : 'bad', text(at)], 'How was it?', 2],
  ['Qualtrics', [['ResponseId', 'Q5_1', 'Q5_2', 'Q6'], ['Response ID', 'How was it? - The food', 'How was it? - The people', 'What helped you?'], ['{"ImportId":"_recordId"}', '{"ImportId":"QID5_1"}', '{"ImportId":"QID5_2"}', '{"ImportId":"QID6_TEXT"}']], (at) => [`R_abcdefghijkl${at + 10}`, at % 2 ? 'good' : 'bad', at % 3 ? 'good' : 'bad', text(at)], 'How was it?', 2],
  ['SurveyMonkey', [['Respondent ID', 'How was it?', '', '', 'What helped you?'], ['', 'The food', 'The people', 'Other (please specify)', 'Open-Ended Response']], (at) => [`1234567890${at + 10}`, at % 2 ? 'good' : 'bad', at % 3 ? 'good' : 'bad', at % 4 ? '' : text(at), text(at)], 'How was it?', 3],
])('the columns of a grid share its stem: %s', async (_, header, cells, stem, count) => {
  const found = await inspect(rows(header, cells));
  expect(found.columns.filter(({ group }) => group === stem)).toHaveLength(count);
});

test('comments are tied to a rating or a question, not to a fact about people', async () => {
  for (const fact of ['Gender', 'Mode', 'Age group', 'Faculty']) expect(tie(await inspect(rows([['ID', fact, 'Comments']], (at) => [`${at}`, at % 2 ? 'one' : 'other', text(at)])), 'Comments')).toBeNull();
  for (const rated of ['How was the food?', 'Overall rating', 'Satisfaction']) expect(tie(await inspect(rows([['ID', rated, 'Comments']], (at) => [`${at}`, at % 2 ? 'good' : 'bad', text(at)])), 'Comments')).toEqual([rated, 'comment']);
  expect(tie(await inspect(rows([['ID', 'Food (1-5)', 'Comments']], (at) => [`${at}`, String(1 + (at % 5)), text(at)])), 'Comments')).toEqual(['Food (1-5)', 'comment']);
});

test('a reason after a grid belongs to no single row of it', async () => {
  const monkey = await inspect(rows([['Respondent ID', 'How was it?', '', 'Why?'], ['', 'The food', 'The people', 'Open-Ended Response']], (at) => [`1234567890${at + 10}`, at % 2 ? 'good' : 'bad', at % 3 ? 'good' : 'bad', text(at)]));
  expect(tie(monkey, 'Why?')).toBeNull();
  const forms = await inspect(rows([['Timestamp', 'How was it? [The food]', 'How was it? [The people]', 'Why?']], (at) => ['3/4/2020 10:00:00', at % 2 ? 'good' : 'bad', at % 3 ? 'good' : 'bad', text(at)]));
  expect(tie(forms, 'Why?')).toBeNull();
  // A row that all rated alike is ignored, and the plan that says so changes nothing.
  const alike = rows([['Timestamp', 'How was it? [The food]', 'How was it? [The people]', 'Why?']], (at) => [`3/4/2020 10:00:${at + 10}`, 'good', at % 3 ? 'good' : 'bad', text(at)]);
  expect(tie(await inspect(alike, await inspect(alike)), 'Why?')).toBeNull();
});

test.each(['1.a. Why?', '1a. Why?', '1a Please explain your answer', '1.a Why?', '1.1. Why?', 'Q1.a) Why?'])('a reason is known under the number that a tool gives it: %s', async (name) => {
  expect(tie(await inspect(rows([['ID', '1. How glad are you?', name]], (at) => [`${at}`, ['very', 'a bit', 'not'][at % 3] ?? '', text(at)])), name)).toEqual(['1. How glad are you?', 'comment']);
});

test('a reason or a comment is tied to no fact about people or the interview', async () => {
  for (const fact of ['Group', 'Version', 'Form version', '2. Site', 'Age group', 'Type of school', 'Interviewer', 'Name of member', 'Member name']) expect(tie(await inspect(rows([['ID', fact, 'Why?']], (at) => [`${at}`, at % 2 ? 'm-1' : 'm-2', text(at)])), 'Why?')).toBeNull();
  for (const fact of ['What is your role?', '3. What is your post?', 'How old are you?']) expect(tie(await inspect(rows([['ID', fact, 'Comments']], (at) => [`${at}`, at % 2 ? 'one' : 'other', text(at)])), 'Comments')).toBeNull();
  for (const asked of ['What is your overall rating?', 'What is your opinion of the food?']) expect(tie(await inspect(rows([['ID', asked, 'Comments']], (at) => [`${at}`, at % 2 ? 'good' : 'bad', text(at)])), 'Comments')).toEqual([asked, 'comment']);
});
