import { expect, test } from 'vitest';
import { tempProject } from '../../../../fixtures/testing.ts';
import { inspect, refusalOf, rolesOf, tableFile } from '../testing.ts';

const questions = ['What helped you?', 'What was hard?', 'Age group'];
const answer = (person: number, question: number) => (question === 2 ? (['under 40', 'over 40'][person % 2] ?? '') : `On day ${person} it was ${['good', 'loud'][question]} in the shed`);
/** Eight people; K3 was not asked the second question, and K5 answered the first one twice. */
const rows = Array.from({ length: 8 }, (_, person) =>
  questions.flatMap((question, at) => {
    if (person === 3 && at === 1) return [];
    const row = (text: string, time: string) => [`K${person}`, `Site ${person % 2}`, question, text, time];
    return [row(answer(person, at), `2025-05-0${person + 1}`), ...(person === 5 && at === 0 ? [row('And there was cake', '2025-06-01')] : [])];
  }),
).flat();
const header = ['Participant', 'Site', 'Question', 'Answer', 'Written on'];
const file = tableFile([header, ...rows]);

test('a table with a row for each answer is turned into people and questions, in the order of the file', async () => {
  const found = await inspect(file);
  expect(found).toMatchObject({ respondents: 8, questions: 3, long: { participant: 0, question: 2, answer: 3 }, headerRows: 1 });
  expect(found.columns.map(({ name, role }) => [name, role])).toEqual([
    ['Participant', 'participant'],
    ['Site', 'attribute'],
    ['What helped you?', 'question'],
    ['What helped you? (answer 2)', 'question'],
    ['What was hard?', 'question'],
    ['Age group', 'attribute'],
  ]);
  expect(found.columns.map(({ filled }) => filled)).toEqual([8, 8, 8, 1, 7, 8]);
  expect(found.preview[1]).toEqual({ participant: 'K1', cells: ['K1', 'Site 1', answer(1, 0), '', answer(1, 1), 'over 40'] });
  const said = found.warnings.join('\n');
  expect(said).toContain('This file has a row for each answer: “Participant” says who answered, “Question” what was asked, and “Answer” holds the answers. It is read as 8 people and 3 questions');
  expect(said).toContain('K5 answered “What helped you?” twice');
  expect(said).toContain('“Written on” differs from answer to answer and is left out');
  expect(await inspect(file, found)).toEqual(found);
});

test('turned, every answer comes into the project, also the second one of a person', async () => {
  const project = tempProject('Shed');
  try {
    await project.ask('survey.import', file);
    const found = await project.ask('survey.questions', {});
    expect(found.map(({ wording, answered }) => [wording, answered])).toEqual([['What helped you?', 8], ['What helped you? (answer 2)', 1], ['What was hard?', 7]]);
    const { wave } = await project.ask('survey.import', file);
    expect([wave.people.matched, wave.answers.same, wave.answers.added]).toEqual([8, 16, 0]);
  } finally {
    project.close();
  }
});

test('it is read as it stands where the plan says so, and by other columns where the plan names them', async () => {
  const plain = await inspect(file, { long: null });
  expect(plain).toMatchObject({ respondents: 24, long: null });
  expect(plain.warnings[0]).toContain('several rows for each person');
  expect(await inspect(file, plain)).toEqual(plain);
  const own = tableFile([['who', 'what', 'said'], ...rows.map(([who = '', , what = '', said = '']) => [who, what, said])]);
  expect((await inspect(own)).long).toBeUndefined();
  expect(await inspect(own, { long: { participant: 0, question: 1, answer: 2 } })).toMatchObject({ respondents: 8 });
  expect(await refusalOf(file, { long: { participant: 0, question: 9, answer: 3 } })).toBe('The plan reads columns 1, 10 and 4 as person, question and answer, but the file has 5 columns. Correct “long” in the plan.');
});

test.each<[string, string[][]]>([
  ['one row for each person', [['Participant', 'Question', 'Answer'], ...Array.from({ length: 8 }, (_, at) => [`K${at}`, 'What helped you?', answer(at, 0)])]],
  ['several rows for each person, and every question another', [['Participant', 'Question', 'Answer'], ...Array.from({ length: 8 }, (_, at) => [`K${at % 4}`, `Asked on day ${at}`, answer(at, 0)])]],
  ['questions as columns', [['Participant', 'What helped you?', 'Answer'], ...Array.from({ length: 8 }, (_, at) => [`K${at % 4}`, answer(at, 0), answer(at, 1)])]],
])('%s: no such table', async (_, table) => {
  expect((await inspect(tableFile(table))).long).toBeUndefined();
});

test('an answer whose person or question is missing is not dropped: the file is read as it stands', async () => {
  const missing = tableFile([header, ...rows, ['', '', 'What was hard?', 'Somebody said so', '2025-05-05']]);
  expect(rolesOf(await inspect(missing))).toHaveLength(5);
  expect(await refusalOf(missing, { long: { participant: 0, question: 2, answer: 3 } })).toContain('line 26');
});
