import { chmodSync, closeSync, copyFileSync, existsSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, importSmallSurvey, tempProject, type TempProject } from '../../fixtures/testing.ts';
import { Refusal } from '../../shared/errors.ts';
import { createCore, openCore } from './core.ts';
import { closeProject, openProjectFile } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';

let project: TempProject;
afterEach(() => project?.close());

/** Opens and expects a refusal; gives its sentence, and sees that the file was not touched. */
function refusalOf(file: string): string {
  const before = existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null;
  try {
    openCore(file).close();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    if (before) expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}-lock`)).toBe(false);
    return (error as Refusal).message;
  }
  throw new Error(`${file} opened`);
}

/** A closed project with some work in it, and a second path beside it to damage. */
async function closedProject(): Promise<{ file: string; beside: (name: string) => string }> {
  project = tempProject();
  await importSmallSurvey(project.core, 300);
  project.core.close();
  return { file: project.file, beside: (name) => path.join(project.folder, name) };
}

describe('a project file that cannot be opened', () => {
  it('is missing', async () => {
    const { beside } = await closedProject();
    expect(refusalOf(beside('gone.themework'))).toMatch(/not there/);
  });

  it('is no project', async () => {
    const { beside } = await closedProject();
    writeFileSync(beside('letter.themework'), 'Dear reader, this is a letter and not a project. '.repeat(20));
    expect(refusalOf(beside('letter.themework'))).toMatch(/not a Themework project/);
    writeFileSync(beside('empty.themework'), '');
    expect(refusalOf(beside('empty.themework'))).toMatch(/not a Themework project/);
    const other = new Database(beside('other.themework'));
    other.exec('CREATE TABLE t (a)');
    other.close();
    expect(refusalOf(beside('other.themework'))).toMatch(/not a Themework project/);
  });

  it('is from a newer version', async () => {
    const { file, beside } = await closedProject();
    copyFileSync(file, beside('newer.themework'));
    const db = new Database(beside('newer.themework'));
    db.pragma('user_version = 99');
    db.pragma('journal_mode = DELETE');
    db.close();
    expect(refusalOf(beside('newer.themework'))).toMatch(/newer Themework .*99/);
  });

  it('is cut off', async () => {
    const { file, beside } = await closedProject();
    copyFileSync(file, beside('cut.themework'));
    truncateSync(beside('cut.themework'), Math.floor(statSync(file).size / 2));
    expect(refusalOf(beside('cut.themework'))).toMatch(/cut off/);
  });

  it('is damaged inside', async () => {
    const { file, beside } = await closedProject();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 8_192, 20_480);
    writeFileSync(beside('scratched.themework'), bytes);
    expect(refusalOf(beside('scratched.themework'))).toMatch(/damaged/);
  });

  it('is read-only', async () => {
    const { file } = await closedProject();
    chmodSync(file, 0o444);
    expect(refusalOf(file)).toMatch(/read-only.*Copy it/s);
  });

  it('is open elsewhere, until that is closed', async () => {
    project = tempProject();
    expect(() => openCore(project.file)).toThrow(/open in another window/);
    expect(await ask(project.core, 'project.overview', {})).toMatchObject({ title: 'A study' });
    project.core.close();
    openCore(project.file).close();
  });

  it('has a name that is taken, is too long, or does not end in .themework', () => {
    project = tempProject();
    expect(() => createCore(path.join(project.folder, `${'ü'.repeat(120)}.themework`), 'Long')).toThrow(/shorter name/);
    expect(refusalOf(path.join(project.folder, `${'x'.repeat(300)}.themework`))).toMatch(/shorter name/);
    expect(() => createCore(project.file, 'Again')).toThrow(/exists already/);
    expect(() => createCore(path.join(project.folder, 'study.doc'), 'Study')).toThrow(/\.themework/);
  });
});

it('takes a title of one line with at most 200 characters', async () => {
  project = tempProject('  Two\nlines \u0000');
  expect((await project.ask('project.overview', {})).title).toBe('Two lines');
  for (const [title, words] of [['x'.repeat(201), /longer than 200/], [' \n', /name is needed/]] as const) {
    const file = path.join(project.folder, 'other.themework');
    expect(() => createCore(file, title)).toThrow(words);
    expect(existsSync(file)).toBe(false);
  }
});

describe('an open project', () => {
  it.each(['deleted', 'renamed', 'replaced'])('takes no more commands when its file is %s, so that nothing is shown as saved that is lost', async (how) => {
    project = tempProject();
    await importSmallSurvey(project.core);
    await project.ask('project.update', { title: 'Before' });
    renameSync(project.file, path.join(project.folder, 'elsewhere.themework'));
    if (how === 'deleted') rmSync(path.join(project.folder, 'elsewhere.themework'));
    if (how === 'replaced') writeFileSync(project.file, 'another file');
    expect(await project.core.call('project.update', { title: 'After' })).toMatchObject({ ok: false, error: { kind: 'storage', message: expect.stringContaining('not there any more') } });
    if (how === 'deleted') return;
    const again = openCore(path.join(project.folder, 'elsewhere.themework'));
    expect((await ask(again, 'project.overview', {})).title).toBe('Before');
    project.core.close();
    expect((await ask(again, 'project.check', {})).problems).toEqual([]);
    again.close();
  });

  it('leaves one file behind when it is closed', async () => {
    const { file } = await closedProject();
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(existsSync(`${file}-lock`)).toBe(false);
  });

  it('opens again after a crash in the middle of moving its log into the file', async () => {
    project = tempProject();
    await importSmallSurvey(project.core, 300);
    const crashed = path.join(project.folder, 'crashed.themework');
    for (const ending of ['', '-wal']) copyFileSync(project.file + ending, crashed + ending);
    project.core.close();
    // The first page is moved first; it says how long the file is going to be.
    const handle = openSync(crashed, 'r+');
    writeSync(handle, readFileSync(project.file).subarray(0, 4_096), 0, 4_096, 0);
    closeSync(handle);
    const again = openCore(crashed);
    expect(await ask(again, 'project.overview', {})).toMatchObject({ participants: 300 });
    expect((await ask(again, 'project.check', {})).problems).toEqual([]);
    again.close();
  });

  it('gives queries a handle that cannot write', async () => {
    const { file } = await closedProject();
    const open = openProjectFile(file);
    expect(() => open.reader.exec("UPDATE project SET title = 'x'")).toThrow(/readonly/);
    closeProject(open);
  });

  it('does not undo over what another program changed in the file', async () => {
    project = tempProject();
    const { analysisIds } = await importSmallSurvey(project.core);
    const { id } = await project.ask('code.create', { analysisId: analysisIds[0] ?? 0, name: 'Kettles', kind: 'semantic' });
    await project.ask('code.update', { id, name: 'Tea' });
    const other = new Database(project.file);
    other.prepare("UPDATE code SET name = 'From outside' WHERE id = ?").run(id);
    other.close();
    await expect(project.ask('history.undo', {})).rejects.toThrow(/changed again from outside. Nothing was done/);
    expect((await project.ask('code.list', { analysisId: analysisIds[0] ?? 0 })).map(({ name }) => name)).toEqual(['From outside']);
  });

  it('refuses calls after it was closed, and calls that the contract does not know', async () => {
    project = tempProject();
    expect(await project.core.callUnchecked('code.explode', {})).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(await project.core.callUnchecked('code.create', { name: '' })).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    project.core.close();
    expect(await project.core.call('project.overview', {})).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });
});

describe('migration', () => {
  it('brings a project file of every earlier version up to date and keeps all that it held', async () => {
    const folder = path.resolve(import.meta.dirname, '../../fixtures/projects');
    const files = readdirSync(folder).filter((name) => name.endsWith('.themework'));
    expect(files).toHaveLength(migrations.length - 1);
    project = tempProject();
    for (const name of files) {
      const file = path.join(project.folder, name);
      copyFileSync(path.join(folder, name), file);
      const core = openCore(file);
      expect((await ask(core, 'project.check', {})).problems).toEqual([]);
      expect(await ask(core, 'project.overview', {})).toMatchObject({ participants: 8, questions: 3, answers: 23, answersRead: 2, answersCoded: 2, codes: 2, themes: 1, milestones: 1, diaryEntries: 1 });
      const codings = (await Promise.all([1, 2, 3].map((questionId) => ask(core, 'coding.list', { questionId })))).flat();
      expect(codings.map(({ start, end, note }) => [start, end, note])).toEqual([[0, 30, ''], [0, 30, ''], [0, 8, '']]);
      expect(existsSync(`${file}.before-${migrations.length}`)).toBe(true);
      core.close();
    }
  });

  it('upgrades in one transaction after a backup, and seals the history', async () => {
    const { file } = await closedProject();
    const db = new Database(file);
    migrate(db, file, [...migrations, 'CREATE TABLE extra (id INTEGER PRIMARY KEY, text TEXT) STRICT']);
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length + 1);
    expect(db.prepare("SELECT count(*) AS n FROM operation WHERE state = 'done'").get()).toEqual({ n: 0 });
    db.close();
    expect(existsSync(`${file}.before-${migrations.length + 1}`)).toBe(true);
  });

  it('leaves the file as it was when a step fails', async () => {
    const { file } = await closedProject();
    const db = new Database(file);
    expect(() => migrate(db, file, [...migrations, 'CREATE TABLE extra (id INTEGER) STRICT', 'THIS IS NO SQL'])).toThrow();
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'extra'").get()).toEqual({ n: 0 });
    db.close();
  });
});
