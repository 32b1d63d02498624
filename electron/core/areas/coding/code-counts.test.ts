import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileOf, importSmallSurvey, surveyCsv, type TempProject, tempProject } from '../../../../fixtures/testing.ts';
import { codeCounts } from './code-counts.ts';

let project: TempProject;
beforeEach(() => { project = tempProject(); });
afterEach(() => project.close());

/** On a connection that has counted nothing yet. */
function countedAnew() {
  const db = new Database(project.file, { readonly: true });
  try {
    return Object.fromEntries(codeCounts(db));
  } finally {
    db.close();
  }
}

it('counts again only what was touched, and gives what counting everything gives, after every kind of step', async () => {
  const { items } = await importSmallSurvey(project.core);
  const [a, b, c] = items;
  if (!a || !b || !c) throw new Error('no answers');
  const { ask } = project;
  const add = (itemId: number, end: number, ...names: string[]) => ask('coding.add', { analysisId: 1, itemId, start: 0, end, codes: names.map((name) => ({ name })) });
  const steps: (() => Promise<unknown>)[] = [
    () => add(a.itemId, 1, 'Tea', 'Company'), () => add(b.itemId, 1, 'Tea'), () => add(b.itemId, 2, 'Tea'),
    () => ask('coding.update', { id: 1, code: { name: 'Company' }, range: { start: 0, end: 2 } }), () => ask('history.undo', {}), () => ask('history.redo', {}),
    () => ask('coding.remove', { ids: [3] }), () => ask('code.setAside', { ids: [1], reason: 'A try' }), () => ask('history.undo', {}),
    () => add(c.itemId, 2, 'Cake'), () => ask('code.merge', { ids: [1, 2], name: 'Tea and company', reason: 'One thing' }), () => ask('history.undo', {}), () => ask('history.undo', {}),
    () => ask('survey.import', fileOf('more.csv', surveyCsv(['What else would you like to tell us about it?'], [['It was a long evening and nobody wanted to go home before the lamp worked.']]))), () => ask('history.undo', {}), () => ask('history.undo', {}),
  ];
  for (const [index, step] of steps.entries()) {
    await step();
    const listed = (await ask('code.list', { analysisId: 1 })).filter((code) => code.codings > 0).map(({ id, codings, extracts, participants }) => [String(id), { codings, extracts, participants }]);
    expect([index, Object.fromEntries(listed)]).toEqual([index, countedAnew()]);
  }
});
