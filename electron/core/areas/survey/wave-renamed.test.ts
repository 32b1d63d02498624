import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileOf, tempProject, type TempProject } from '../../../../fixtures/testing.ts';

let project: TempProject;
beforeEach(() => {
  project = tempProject('Reworded waves');
});
afterEach(() => project.close());

const people = Array.from({ length: 12 }, (_, at) => at + 1);
const table = (header: string, row: (at: number) => string[]) => fileOf('wave.csv', [header, ...people.map((at) => [`A${at}`, ...row(at)].map((cell) => `"${cell}"`).join(','))].join('\n'));
const worry = (at: number) => `I worry that nobody reads it because of reason ${at}`;
const use = (at: number) => `I use it to find the words and for ${at} other things`;
const role = (at: number) => (at % 3 ? 'Lecturer' : 'Student');
const first = table('ID,Role,Town,How do you use such tools in your work?,What worries you about them?', (at) => [role(at), at % 2 ? 'Hill' : 'Dale', use(at), worry(at)]);
const renamed = table('ID,Which fears do you have?,How do you use such tools in your everyday work?,Job role,What would be fair?', (at) => [
  at === 3 ? 'None any more is what I would say' : worry(at), `${use(at)}. Since May daily`, at === 4 ? 'Retired' : role(at), `A new thought about fairness and marks number ${at}`,
]);

test('a question, or an attribute, under other words is pointed out by its answers, and is the same where somebody says so', async () => {
  await project.ask('survey.import', first);
  const found = await project.ask('survey.compare', renamed);
  expect(found.questions).toEqual({ known: 0, added: 3 });
  expect(found.renamed).toEqual([
    { column: 1, kind: 'question', wording: 'What worries you about them?', sentence: '“Which fears do you have?” looks like the question “What worries you about them?”: its answers are the same for 11 of 12 people. It comes in as a new question unless you say that it is the same.' },
    { column: 2, kind: 'question', wording: 'How do you use such tools in your work?', sentence: '“How do you use such tools in your everyday work?” looks like the question “How do you use such tools in your work?”: they share nearly all words. It comes in as a new question unless you say that it is the same.' },
    { column: 3, kind: 'attribute', wording: 'Role', sentence: '“Job role” looks like the attribute “Role”: its values are the same for 11 of 12 people. It comes in as a new attribute unless you say that it is the same.' },
  ]);
  for (const { sentence } of found.renamed) expect(found.warnings).toContain(sentence);
  expect(found.fresh).toEqual([1, 2, 4, 3]);

  const plan = { columns: found.renamed.map(({ column, kind, wording }) => ({ index: column, role: kind, wording })) };
  const joined = await project.ask('survey.compare', { ...renamed, plan });
  expect(joined).toMatchObject({ questions: { known: 2, added: 1 }, attributes: { known: 1, added: 0, same: 11, kept: 1 }, answers: { same: 11, changed: 13, added: 12 }, renamed: [], fresh: [4] });
  await project.ask('survey.import', { ...renamed, plan });
  expect(await project.ask('survey.questions', {})).toHaveLength(3);
  expect(await project.ask('survey.attributes', {})).toHaveLength(2);
});

test('chance is not pointed out: few answers, short ones that many give, values that only look alike', async () => {
  await project.ask('survey.import', { ...table('ID,Helps,Town,What helped you?', (at) => [at % 2 ? 'Yes' : 'No', at % 2 ? 'Hill' : 'Dale', at < 10 ? 'No' : worry(at)]), plan: { columns: [{ index: 3, role: 'question' as const }] } });
  const later = table('ID,Drives,What annoyed you?', (at) => [at % 3 ? 'Yes' : 'No', at < 10 ? 'No' : use(at)]);
  const plan = { columns: [{ index: 1, role: 'attribute' as const }, { index: 2, role: 'question' as const }] };
  expect(await project.ask('survey.compare', { ...later, plan })).toMatchObject({ renamed: [], fresh: [2, 1] });
});
