import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileOf, importSmallSurvey, type TempProject, tempProject } from '../../../../fixtures/testing.ts';
import { inkNames } from '../../../../shared/domain/colours.ts';

let project: TempProject;
let itemId = 0;
/** Twelve codes, one of each ink. */
beforeEach(async () => {
  project = tempProject();
  itemId = (await importSmallSurvey(project.core)).items[0]?.itemId ?? 0;
  for (const name of inkNames) await project.ask('code.create', { analysisId: 1, name });
});
afterEach(() => project.close());

const inkOf = async (name: string) => (await project.ask('code.list', { analysisId: 1 })).find((code) => code.name === name)?.ink;
const code = (start: number, end: number, ...codes: ({ id: number } | { name: string })[]) => project.ask('coding.add', { analysisId: 1, itemId, start, end, codes });

it('twelve codes have twelve inks, in their order, and the thirteenth begins again', async () => {
  expect(await Promise.all(inkNames.map(inkOf))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  await project.ask('code.create', { analysisId: 1, name: 'More' });
  expect(await inkOf('More')).toBe(1);
});

it('a new code is not of the ink of those before it in its place', async () => {
  const { id: themeId } = await project.ask('theme.create', { analysisId: 1, name: 'Mending', codeIds: [2, 1] });
  await project.ask('code.create', { analysisId: 1, name: 'New', to: { themeId } });
  expect(await inkOf('New')).toBe(3);
});

it('nor of the inks of codes on overlapping words, or of those applied with it', async () => {
  await code(0, 6, { id: 1 });
  await code(3, 8, { name: 'Over it' });
  expect(await inkOf('Over it')).toBe(2);
  await code(20, 24, { id: 3 }, { name: 'Beside it' });
  expect(await inkOf('Beside it')).not.toBe(3);
  await code(9, 11, { id: 1 });
  await project.ask('coding.update', { id: 5, code: { name: 'Elsewhere' }, range: { start: 4, end: 11 } });
  expect([1, 2]).not.toContain(await inkOf('Elsewhere'));
});

it('nor where coding done elsewhere brings it', async () => {
  const words = (await project.ask('survey.answers', { questionId: 1 }))[0]?.text ?? '';
  await code(0, words.length, { id: 1 }, { id: 2 });
  const [person] = await project.ask('survey.participants', {});
  await project.ask('coding.import', fileOf('codings.csv', `question,participant,extract,code,analysis\n1,${person?.label},"${words.split(' ').slice(0, 2).join(' ')}",Brought,${(await project.ask('analysis.list', {}))[0]?.name}`));
  expect(await inkOf('Brought')).toBe(3);
});
