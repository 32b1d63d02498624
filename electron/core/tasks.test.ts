import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { largeSurvey } from '../../fixtures/large-survey.ts';
import { ask, fileOf, importSmallSurvey, type TempProject, tempProject } from '../../fixtures/testing.ts';
import type { Progress } from '../../shared/contract/index.ts';
import { filesWith } from './areas/people/privacy-for-tests.ts';
import { openCore } from './core.ts';
import { problemsOf } from './everything.ts';
import type { TaskLimits } from './tasks.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

/** A CSV above the size from which on a call gets a thread. */
const csvOf = (rows: number, columns = 20): string =>
  [...largeSurvey({ rows, columns })].map((row) => row.map((cell) => (cell.includes(' ') ? `"${cell}"` : cell)).join(',')).join('\n');
const large = fileOf('large.csv', csvOf(8_000));
/** One that is written to the disk long before it has come in: a word in many long answers. */
const word = 'Quillfeather';
const long = fileOf('long.csv', csvOf(8_000).replaceAll('neighbours', `${word}${' and on'.repeat(200)}`));

let project: TempProject;
const open = (limits: TaskLimits = {}) => (project = tempProject('A study', { limits }));
afterEach(() => project.close());

/** Everything in the file but the pages: a checksum of each table. */
function contentOf(file: string): Record<string, string> {
  const db = new Database(file, { readonly: true });
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name").pluck().all() as string[];
  const content = Object.fromEntries(names.map((name) => [name, createHash('sha256').update(JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).raw().all())).digest('hex')]));
  db.close();
  return content;
}

/** Resolves with the first progress that the test wants. */
const until = (wanted: (progress: Progress) => boolean): Promise<Progress> =>
  new Promise((resolve) => {
    const stop = project.core.onProgress((progress) => {
      if (!wanted(progress)) return;
      stop();
      resolve(progress);
    });
  });

describe('a large import', () => {
  beforeEach(() => void open());

  test('says how far it is: numbers rise to their total under each of its words, and the end is told once', async () => {
    const said: Progress[] = [];
    project.core.onProgress((progress) => said.push(progress));
    const changes: unknown[] = [];
    project.core.onChanged((change) => changes.push(change));
    const summary = await project.ask('survey.import', large);
    expect(summary).toMatchObject({ participants: 8_000, questions: 10, attributes: 9, answers: 80_000 });
    expect(new Set(said.map(({ task }) => task)).size).toBe(1);
    expect(said.filter(({ over }) => over)).toHaveLength(1);
    expect(said.at(-1)).toMatchObject({ over: true });
    for (const words of ['Reading the file', 'Bringing in answers']) {
      const numbers = said.filter((each) => each.words === words && !each.over);
      expect(numbers.length).toBeGreaterThan(1);
      expect(numbers.map(({ done }) => done)).toEqual(numbers.map(({ done }) => done).toSorted((a, b) => a - b));
      expect(numbers.at(-1)?.done).toBe(numbers.at(-1)?.total);
    }
    expect(said.findLast(({ words }) => words === 'Bringing in answers')).toMatchObject({ total: 152_000, unit: 'cells' });
    expect(changes).toEqual([{ operationId: expect.any(Number), tables: expect.arrayContaining(['item', 'participant', 'operation']) }]);
  });

  test('is the same as one in the same thread: it can be undone, done again, and checked', async () => {
    const before = contentOf(project.file);
    await project.ask('survey.import', large);
    const after = contentOf(project.file);
    expect((await project.ask('history.list', {})).map(({ label }) => label)).toEqual(['Imported 8000 respondents and 10 questions from large.csv']);
    await project.ask('history.undo', {});
    const undone = contentOf(project.file);
    expect(undone.item).toBe(before.item);
    expect(undone.participant).toBe(before.participant);
    await project.ask('history.redo', {});
    expect(contentOf(project.file).item).toBe(after.item);
    expect(await problemsOf(project.core)).toEqual([]);
  });

  test('cancelled in the middle, it leaves tables and history as they were', async () => {
    await importSmallSurvey(project.core);
    const before = contentOf(project.file);
    const importing = project.core.call('survey.import', large);
    const { done, total } = await until(({ words, done }) => words === 'Bringing in answers' && done > 0);
    expect(done).toBeLessThan(total);
    expect(project.core.cancel()).toBe(true);
    expect(await importing).toEqual({ ok: false, error: { kind: 'cancelled', message: 'Cancelled. Nothing was imported.' } });
    expect(contentOf(project.file)).toEqual(before);
    expect(project.core.cancel()).toBe(false);
    // And the project goes on.
    await project.ask('survey.import', large);
    expect((await project.ask('project.overview', {})).participants).toBe(8_008);
  });

  test('cancelled when much of it is written, it leaves no byte of the answers in any file', async () => {
    const started = project.core.call('survey.import', long);
    await until(({ words, done, total }) => words === 'Bringing in answers' && done > total / 2);
    expect(filesWith(project.folder, word)).toEqual(['study.themework-wal']);
    expect(project.core.cancel()).toBe(true);
    expect(await started).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(filesWith(project.folder, word)).toEqual([]);
    expect(await problemsOf(project.core)).toEqual([]);
  });

  test('cancelled while somebody else reads from the log, the answers go as soon as they can', async () => {
    await importSmallSurvey(project.core);
    const reader = new Database(project.file, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM item').get();
    const started = project.core.call('survey.import', long);
    await until(({ words, done, total }) => words === 'Bringing in answers' && done > total / 2);
    project.core.cancel();
    await started;
    expect(filesWith(project.folder, word)).toEqual(['study.themework-wal']);
    reader.close();
    await project.ask('diary.add', { trigger: 'decision', text: 'The short file first.' });
    expect(filesWith(project.folder, word)).toEqual([]);
  });

  test('queries are answered meanwhile, commands wait for their turn', async () => {
    await importSmallSurvey(project.core);
    const order: string[] = [];
    const importing = project.ask('survey.import', large).then(() => order.push('import'));
    await until(({ words, done }) => words === 'Bringing in answers' && done > 0);
    const renaming = project.ask('project.update', { title: 'Another title' }).then(() => order.push('command'));
    const second = project.ask('diary.add', { trigger: 'decision', text: 'After the import' }).then(() => order.push('second command'));
    expect((await project.ask('project.overview', {})).participants).toBe(8);
    order.push('query');
    await Promise.all([importing, renaming, second]);
    expect(order).toEqual(['query', 'import', 'command', 'second command']);
    expect(await project.ask('project.overview', {})).toMatchObject({ participants: 8_008, title: 'Another title' });
  });

  test('what the project refuses is a sentence, as ever, and leaves nothing', async () => {
    const before = contentOf(project.file);
    const answered = await project.core.call('survey.import', fileOf('large.csv', csvOf(8_000).replaceAll('\nR', '\nR1,yes\nR')));
    expect(answered).toMatchObject({ ok: false, error: { message: expect.stringContaining('several respondents have the same id') } });
    expect(contentOf(project.file)).toEqual(before);
  });

  test('closing the project stops it, and the file opens as it was', async () => {
    const before = contentOf(project.file);
    const importing = project.core.call('survey.import', large);
    await until(({ words }) => words === 'Bringing in answers');
    project.core.close();
    expect(await importing).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    await expect.poll(() => existsSync(`${project.file}-lock`)).toBe(false);
    expect(contentOf(project.file)).toEqual(before);
  });
});

describe('a task that ends badly is a sentence, and leaves nothing', () => {
  const sentence = 'This file is too large or too odd to be read in a minute, so nothing was imported. Split it into smaller files, or export the open questions only.';

  test.each([
    ['more memory than it may have', { memory: 40 }, csvOf(60_000)],
    ['silence', { silence: 1 }, csvOf(8_000)],
  ])('%s', async (_, limits, text) => {
    open(limits);
    const before = contentOf(project.file);
    expect(await project.core.call('survey.import', fileOf('large.csv', text))).toEqual({ ok: false, error: { kind: 'refused', message: sentence } });
    expect(contentOf(project.file)).toEqual(before);
    await project.ask('project.update', { title: 'It goes on' });
  });

  test('the whole program killed while it imports: what was acknowledged is there, and nothing of the import', async () => {
    open();
    await importSmallSurvey(project.core);
    const before = contentOf(project.file);
    project.core.close();
    const child = fork(path.join(import.meta.dirname, 'import-for-tests.ts'), [project.file], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    // It says so once half of the answers are written.
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(filesWith(project.folder, 'neighbours')).toEqual(['study.themework-wal']);
    const core = openCore(project.file);
    expect(filesWith(project.folder, 'neighbours')).toEqual([]);
    expect((await ask(core, 'project.overview', {})).participants).toBe(8);
    expect(await problemsOf(core)).toEqual([]);
    core.close();
    expect(contentOf(project.file)).toEqual(before);
  });
});

describe('looking into a large file', () => {
  let folder: string;
  let workbench: Workbench;
  beforeEach(() => {
    open();
    folder = mkdtempSync(path.join(tmpdir(), 'themework-tasks-'));
    workbench = createWorkbench({ host: 'browser', version: 'test', dataFolder: null, projectsFolder: folder, sample: () => Promise.reject(new Error('none')) });
  });
  afterEach(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('goes on in another thread, says how far it is, and can be cancelled', async () => {
    const said: Progress[] = [];
    workbench.onProgress((progress) => said.push(progress));
    expect(await ask(workbench, 'survey.inspect', large)).toMatchObject({ respondents: 8_000, questions: 10 });
    expect(said.map(({ words }) => words)).toContain('Reading the file');
    const looking = workbench.call('survey.inspect', large);
    expect(await ask(workbench, 'workbench.cancel', {})).toEqual({ cancelled: true });
    expect(await looking).toEqual({ ok: false, error: { kind: 'cancelled', message: 'Cancelled. The file was not read.' } });
    expect(await ask(workbench, 'workbench.cancel', {})).toEqual({ cancelled: false });
  });

  test('a further look takes the place of the one before', async () => {
    const first = workbench.call('survey.inspect', large);
    const second = workbench.call('survey.inspect', { ...large, plan: { analyses: 'together' } });
    expect(await first).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await second).toMatchObject({ ok: true, value: { analyses: 'together' } });
  });

  test('the thread of this program is free meanwhile', async () => {
    const file = fileOf('large.csv', csvOf(40_000));
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await ask(workbench, 'survey.inspect', file);
    clearInterval(timer);
    process.stdout.write(`longest pause of the main thread while 14 MB are read elsewhere: ${longest.toFixed(0)} ms\n`);
  });
});

test('an export of a large project is made in another thread, and can be cancelled', async () => {
  open();
  await project.ask('survey.import', large);
  const said: Progress[] = [];
  project.core.onProgress((progress) => said.push(progress));
  expect((await project.ask('export.make', { format: 'participants', ending: 'csv' })).size).toBeGreaterThan(500);
  expect(said[0]).toMatchObject({ words: 'Making the file', over: false });
  expect(said.filter(({ over }) => over)).toHaveLength(1);
  expect(said.findLast(({ words }) => words === 'Reading attributes')).toMatchObject({ done: 9, total: 9, unit: 'attributes' });
  const making = project.core.call('export.make', { format: 'participants', ending: 'docx' });
  expect(project.core.cancel()).toBe(true);
  expect(await making).toEqual({ ok: false, error: { kind: 'cancelled', message: 'Cancelled. No file was made.' } });
});

test('an export says how far it is: rows of a table, quotes of a document', async () => {
  open();
  await project.ask('survey.import', large);
  const found = await project.ask('search.extracts', { text: 'neighbours', extent: 'answer', into: { analysisId: 1, codes: [{ name: 'Neighbours' }] } });
  const places = [...found.places].slice(0, 1_500) as [number, number, number][];
  await project.ask('search.codeAll', { analysisId: 1, codes: [{ name: 'Neighbours' }], places });
  const said: Progress[] = [];
  project.core.onProgress((progress) => said.push(progress));
  const last = (wanted: string) => said.findLast(({ words, over }) => words === wanted && !over);
  await project.ask('export.make', { format: 'codings', ending: 'csv' });
  expect(last('Writing rows')).toMatchObject({ done: places.length, total: places.length, unit: 'rows' });
  said.length = 0;
  await project.ask('export.make', { format: 'codings', ending: 'xlsx' });
  expect(last('Writing rows')).toMatchObject({ done: places.length, total: places.length, unit: 'rows' });
  await project.ask('export.make', { format: 'appendix', ending: 'docx' });
  expect(last('Writing the document')).toMatchObject({ done: places.length, total: places.length, unit: 'quotes' });
  expect(said.at(-1)).toMatchObject({ words: 'Packing the document', total: 0, over: true });
}, 60_000);
