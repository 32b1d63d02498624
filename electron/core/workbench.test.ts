import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../shared/contract/index.ts';
import { fileOf, surveyCsv } from '../../fixtures/testing.ts';
import { createCore, openCore } from './core.ts';
import { createWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

let folder: string;
const opened: Workbench[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'themework-workbench-'));
});
afterEach(async () => {
  for (const workbench of opened.splice(0)) await workbench.close();
  rmSync(folder, { recursive: true, force: true });
});

function workbench(options: Partial<WorkbenchOptions> = {}): Workbench {
  const made = createWorkbench({
    host: 'browser', version: '1.2.3', dataFolder: path.join(folder, 'data'), projectsFolder: path.join(folder, 'projects'),
    sample: async (file) => createCore(file, 'The sample').close(), ...options,
  });
  opened.push(made);
  return made;
}

const projects = () => readdirSync(path.join(folder, 'projects')).filter((name) => name.endsWith('.themework')).sort();

test('without a project, commands and queries are refused with a sentence', async () => {
  const bench = workbench();
  expect(await bench.call('project.overview', {})).toEqual({ ok: false, error: { kind: 'refused', message: 'No project is open. Open one first.' } });
  expect(await bench.callUnchecked('no.such', {})).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  expect(await bench.callUnchecked('toString', {})).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  expect(await bench.call('workbench.status', {})).toEqual({ ok: true, value: { version: '1.2.3', host: 'browser', projectsFolder: path.join(folder, 'projects'), project: null } });
});

test('a new project takes its name from the title and never overwrites', async () => {
  const bench = workbench();
  const changes: Change[] = [];
  bench.onChanged((change) => changes.push(change));
  const first = await bench.call('workbench.create', { title: 'Why: repair/cafés?' });
  expect(first).toMatchObject({ ok: true, value: { title: 'Why: repair/cafés?', fileName: 'Why repair cafés.themework', sample: false } });
  expect(await bench.call('workbench.create', { title: 'Why: repair/cafés?' })).toMatchObject({ ok: true, value: { fileName: 'Why repair cafés 2.themework' } });
  expect(projects()).toEqual(['Why repair cafés 2.themework', 'Why repair cafés.themework']);
  expect(changes).toEqual([{ operationId: null, tables: 'everything' }, { operationId: null, tables: 'everything' }]);
});

test('the desktop asks where; a cancelled dialog changes nothing', async () => {
  let answer: string | null = null;
  const bench = workbench({ chooseSave: async () => answer, chooseOpen: async () => answer });
  expect(await bench.call('workbench.create', { title: 'A' })).toEqual({ ok: true, value: null });
  expect(await bench.call('workbench.choose', {})).toEqual({ ok: true, value: null });
  answer = path.join(folder, 'chosen');
  expect(await bench.call('workbench.create', { title: 'A' })).toMatchObject({ ok: true, value: { fileName: 'chosen.themework', folder } });
});

test('recent projects are opened by id, renamed in the list, and listed as missing when gone', async () => {
  const bench = workbench();
  await bench.call('workbench.create', { title: 'First' });
  await bench.call('project.update', { title: 'Renamed' });
  await bench.call('workbench.create', { title: 'Second' });
  await bench.call('workbench.close', {});
  const again = workbench();
  const list = await again.call('workbench.projects', {});
  if (!list.ok) throw new Error(list.error.message);
  expect(list.value.map(({ title, missing }) => [title, missing]).sort()).toEqual([['Renamed', false], ['Second', false]]);
  const first = list.value.find(({ title }) => title === 'Renamed');
  expect(await again.call('workbench.open', { id: first?.id ?? '' })).toMatchObject({ ok: true, value: { title: 'Renamed' } });
  expect(await again.call('workbench.open', { id: 'never handed out' })).toMatchObject({ ok: false, error: { kind: 'missing' } });
  rmSync(path.join(folder, 'projects', 'Second.themework'));
  expect(await again.call('workbench.projects', {})).toMatchObject({ value: [{ missing: false }, { title: 'Second', missing: true }] });
});

test('a damaged list of recent projects is forgotten', async () => {
  mkdirSync(path.join(folder, 'data'));
  writeFileSync(path.join(folder, 'data', 'recent-projects.json'), '[{"path": 1}, {"path"');
  const bench = workbench();
  expect(await bench.call('workbench.projects', {})).toEqual({ ok: true, value: [] });
  await bench.call('workbench.create', { title: 'A' });
  expect(JSON.parse(readFileSync(path.join(folder, 'data', 'recent-projects.json'), 'utf8'))).toHaveLength(1);
});

test('a project that cannot be opened leaves the open one alone', async () => {
  const bench = workbench();
  await bench.call('workbench.create', { title: 'A' });
  const wrong = path.join(folder, 'wrong.themework');
  writeFileSync(wrong, 'no project');
  await expect(bench.openFile(wrong)).rejects.toThrow('is not a Themework project');
  expect(bench.project?.title).toBe('A');
  expect((await bench.call('project.overview', {})).ok).toBe(true);
});

test('a copy of a project is taken in; a file that is none leaves nothing behind', async () => {
  const other = path.join(folder, 'other.themework');
  createCore(other, 'From elsewhere').close();
  const bench = workbench();
  const bytes = readFileSync(other).toString('base64');
  expect(await bench.call('workbench.adopt', { fileName: 'C:\\fakepath\\other.themework', bytes })).toMatchObject({ ok: true, value: { title: 'From elsewhere', fileName: 'other.themework' } });
  expect(await bench.call('workbench.adopt', { fileName: '../../x.themework', bytes: Buffer.from('nothing').toString('base64') })).toMatchObject({ ok: false, error: { kind: 'refused' } });
  expect(projects()).toEqual(['other.themework']);
});

test('the sample study is fresh each time, and a copy open elsewhere is left alone', async () => {
  const bench = workbench();
  await bench.call('workbench.openSample', {});
  await bench.call('project.update', { title: 'Changed' });
  expect(await bench.call('workbench.openSample', {})).toMatchObject({ ok: true, value: { title: 'The sample', sample: true, fileName: 'Sample study.themework' } });
  expect(projects()).toEqual(['Sample study.themework']);
  const second = workbench({ dataFolder: null });
  expect(await second.call('workbench.openSample', {})).toMatchObject({ ok: true, value: { fileName: 'Sample study 2.themework' } });
  expect((await bench.call('project.overview', {})).ok).toBe(true);
});

test('calls on their way are answered before a project closes, and closing lets go of the file', async () => {
  const bench = workbench();
  await bench.call('workbench.create', { title: 'A' });
  const file = bench.current?.file ?? '';
  await bench.call('survey.import', fileOf('a.csv', surveyCsv(['Why?'], [['Because.'], ['No idea.']])));
  const asked = bench.call('search.answers', { text: 'idea' });
  await bench.close();
  expect(await asked).toMatchObject({ ok: true, value: { total: 1 } });
  expect(existsSync(`${file}-lock`)).toBe(false);
  openCore(file).close();
  expect(await bench.call('project.overview', {})).toMatchObject({ ok: false, error: { kind: 'refused' } });
});

test('a file is looked into without a project', async () => {
  const found = await workbench().call('survey.inspect', fileOf('a.csv', surveyCsv(['Why?'], [['Because.'], ['No idea.']])));
  expect(found).toMatchObject({ ok: true, value: { questions: 1, answers: 2 } });
});
