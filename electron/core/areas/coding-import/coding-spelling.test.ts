import { afterEach, expect, it } from 'vitest';
import { fileOf, tempProject, type TempProject } from '../../../../fixtures/testing.ts';

const open: TempProject[] = [];
afterEach(() => { for (const project of open.splice(0)) project.close(); });

async function survey(...ids: string[]): Promise<TempProject> {
  const project = tempProject();
  open.push(project);
  const answers = ['The tide was out. We walked for hours', 'The tide was out, and my boots were new', 'I saw a heron by the pier', 'Too windy for me on that day'];
  await project.ask('survey.import', fileOf('survey.csv', ['ID,What was the walk like?', ...ids.map((id, at) => `${id},"${answers[at]}"`)].join('\n')));
  return project;
}
const csv = (...lines: string[]) => fileOf('codings.csv', ['Participant,Quote,Codes', ...lines].join('\n'));

it.each(['s02', 'S02', 's-02', '[S-2]', 'S 02', 'S–02'])('takes “%s” for S-02, and says so', async (written) => {
  const project = await survey('S-01', 'S-02', 'S-03', 'S-04');
  const file = csv(`${written},The tide was out,Tide`);
  const { rows, warnings } = await project.ask('coding.inspectImport', file);
  expect(rows.map(({ state, reason, places }) => [state, reason, places.map(({ shown }) => shown)])).toEqual([['exact', `${written} was taken for S-02.`, ['S-02']]]);
  expect(warnings).toContain(`One id is written in another way than in the answers: ${written} was taken for S-02.`);
  expect((await project.ask('coding.import', file)).notes).toContain(`One id is written in another way than in the answers: ${written} was taken for S-02.`);
});

it('does not choose between people whose ids are as near', async () => {
  const project = await survey('S-01', 'S-02', 'S02', 'S-04');
  const { rows } = await project.ask('coding.inspectImport', csv('s02,The tide was out,Tide', 's2,heron by the pier,Heron', 's02,Too windy,Wind', 'S02,heron by the pier,Heron'));
  expect(rows.map(({ state, places }) => [state, places[0]?.shown])).toEqual([['several', 'S-02'], ['several', 'S02'], ['elsewhere', 'S-04'], ['exact', 'S02']]);
  expect(rows[0]?.reason).toBe('s02 may be S-02 or S02, whose ids are nearly the same; S-02 said these words.');
  expect((await project.core.call('coding.import', csv('s02,The tide was out,Tide'))).ok).toBe(false);
});

it('accepts near words from the person whom the row names, and from nobody else', async () => {
  const project = await survey('S-01', 'S-02', 'S-03', 'S-04');
  const file = csv('s04,Too windy for us on that day,Wind', 'S-01,I saw a heron near the pier,Heron', 'Zoe,I saw a heron near the pier,Heron');
  const result = await project.ask('coding.import', { ...file, acceptNear: 0.6, skipBadRows: true });
  expect(result.codings).toBe(1);
  expect(result.problems.map(({ line }) => line)).toEqual([3, 4]);
});

it('names ids that are written with more or less than the number', async () => {
  const project = await survey('P1', 'P2', 'P3', 'P4');
  const { rows, warnings } = await project.ask('coding.inspectImport', csv('participant 2,The tide was out,Tide', 'P3,heron by the pier,Heron', '[P4],Too windy,Wind'));
  expect(rows.map(({ state, places }) => [state, places[0]?.shown])).toEqual([['exact', 'P2'], ['exact', 'P3'], ['exact', 'P4']]);
  expect(warnings.at(-1)).toBe('One id is written in another way than in the answers: participant 2 was taken for P2.');
});
