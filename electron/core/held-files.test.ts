import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { largeSurvey } from '../../fixtures/large-survey.ts';
import { ask } from '../../fixtures/testing.ts';
import type { ColumnRole, GivenPlan } from '../../shared/domain/plan.ts';
import { Refusal } from '../../shared/errors.ts';
import { HeldFiles } from './held-files.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

const csv = (rows: number) => new Uint8Array(Buffer.from([...largeSurvey({ rows, columns: 20 })].map((row) => row.join(',')).join('\n')));
const gone = { kind: 'refused', message: 'The file is not in memory any more, so nothing was done with it. Choose it again.' };

function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('files in memory', () => {
  const bytes = (length: number) => new Uint8Array(length);
  const has = (files: HeldFiles, held: string) => {
    try {
      return files.fill({ bytes: { held } }, false) !== undefined;
    } catch {
      return false;
    }
  };

  test('a word stands for the file wherever bytes may stand, until its last use', () => {
    const files = new HeldFiles();
    const [one, two] = [bytes(3), bytes(4)];
    const words = { one: { held: files.hold(one) }, two: { held: files.hold(two) } };
    const input = { fileName: 'a', bytes: words.one, companions: [{ fileName: 'b', bytes: words.two }, { fileName: 'c', bytes: 'AAAA' }], plan: { columns: [{ index: 0 }] } };
    expect(files.fill(input, false)).toEqual({ ...input, bytes: one, companions: [{ fileName: 'b', bytes: two }, { fileName: 'c', bytes: 'AAAA' }] });
    expect(files.fill({ table: { bytes: words.one } }, true)).toEqual({ table: { bytes: one } });
    expect(refusalOf(() => files.fill({ bytes: words.one }, false)).toData()).toEqual({ ...gone, details: words.one });
    expect(has(files, words.two.held)).toBe(true);
  });

  test('there are so many at most, and of so many bytes: those that nobody asked for longest go', () => {
    const files = new HeldFiles({ files: 3, bytes: 100 });
    const [first, second, third] = [10, 20, 30].map((length) => files.hold(bytes(length)));
    expect(has(files, String(first))).toBe(true);
    const fourth = files.hold(bytes(10));
    expect([first, second, third, fourth].map((held) => has(files, String(held)))).toEqual([true, false, true, true]);
    const large = files.hold(bytes(90));
    expect([first, third, fourth, large].map((held) => has(files, String(held)))).toEqual([false, false, true, true]);
    expect(refusalOf(() => files.hold(bytes(101))).message).toContain('Split it into smaller files.');
    expect(has(files, large)).toBe(true);
  });

  test('a forgotten file is gone, and so are all once their window is', () => {
    const files = new HeldFiles();
    const [one = '', two = '', three = ''] = [1, 2, 3].map((length) => files.hold(bytes(length)));
    files.forget(one);
    expect([one, two].map((held) => has(files, held))).toEqual([false, true]);
    files.forgetAll();
    expect([two, three].map((held) => has(files, held))).toEqual([false, false]);
  });
});

describe('a file that was handed over', () => {
  let folder: string;
  let workbench: Workbench;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'themework-held-'));
    workbench = createWorkbench({ host: 'browser', version: 'test', dataFolder: path.join(folder, 'data'), projectsFolder: folder, sample: () => Promise.reject(new Error('none')) });
    await workbench.createFile(path.join(folder, 'study.themework'), 'A study');
  });
  afterEach(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([['small', 50], ['large', 8_000]])('a %s one is looked at as often as wanted, and brought in once', async (_, rows) => {
    const bytes = { held: workbench.held.hold(csv(rows)) };
    for (let time = 0; time < 2; time++) expect(await workbench.callUnchecked('survey.inspect', { fileName: 'a.csv', bytes })).toMatchObject({ ok: true, value: { respondents: rows, questions: 10 } });
    expect(await workbench.callUnchecked('survey.compare', { fileName: 'a.csv', bytes })).toMatchObject({ ok: true, value: { kind: 'new' } });
    expect(await workbench.callUnchecked('survey.import', { fileName: 'a.csv', bytes })).toMatchObject({ ok: true, value: { participants: rows } });
    expect(await workbench.callUnchecked('survey.inspect', { fileName: 'a.csv', bytes })).toEqual({ ok: false, error: { ...gone, details: bytes } });
    expect((await ask(workbench, 'project.overview', {})).participants).toBe(rows);
  });

  test('a large one is read once for all that is decided about its columns, and once more where it is to be read differently or was let go of', async () => {
    const read = new Set<number>();
    workbench.onProgress(({ task, unit, done }) => unit === 'MB' && done > 0 && read.add(task));
    let bytes = { held: workbench.held.hold(csv(8_000)) };
    const call = (name: string, plan: GivenPlan = {}) => workbench.callUnchecked(name, { fileName: 'a.csv', bytes, plan });
    const as = (role: ColumnRole) => ({ columns: [{ index: 11, name: '', wording: '', shortName: '', filled: 0, reason: '', role }] });
    expect(await call('survey.inspect')).toMatchObject({ ok: true, value: { questions: 10 } });
    expect(read.size).toBe(1);
    expect(await call('survey.inspect', as('ignore'))).toMatchObject({ ok: true, value: { questions: 9, attributes: 9 } });
    // Whoever is quick goes on before the file was looked at.
    const looks = await Promise.all([call('survey.inspect'), call('survey.inspect', as('question')), call('survey.inspect', as('attribute'))]);
    expect(looks).toMatchObject([{ error: { kind: 'cancelled' } }, { error: { kind: 'cancelled' } }, { ok: true, value: { questions: 9, attributes: 10 } }]);
    expect(await call('survey.inspect', { headerRows: 2 })).toMatchObject({ ok: true, value: { respondents: 7_999 } });
    expect(await call('survey.compare', as('attribute'))).toMatchObject({ ok: true, value: { questions: { added: 9 } } });
    expect(read.size).toBe(1);
    const western = { ...as('attribute'), encoding: 'windows-1252' };
    expect(await call('survey.inspect', western)).toMatchObject({ ok: true, value: { encoding: 'windows-1252', questions: 9 } });
    expect(read.size).toBe(2);
    expect(await call('survey.import', western)).toMatchObject({ ok: true, value: { participants: 8_000, questions: 9, attributes: 10, answers: 72_000 } });
    expect(read.size).toBe(2);

    // Brought in, it is forgotten; so it is where the window lets go of it.
    for (const times of [3, 4]) {
      bytes = { held: workbench.held.hold(csv(8_000)) };
      expect(await call('survey.inspect', western)).toMatchObject({ ok: true });
      expect(read.size).toBe(times);
      workbench.held.forget(bytes.held);
    }
  });

  test('leaves none of its words on the disk before it is brought in', async () => {
    const bytes = { held: workbench.held.hold(new Uint8Array(Buffer.from('ID,What helped you most?\n1,Xylophone lessons with my neighbour\n2,The library was open late\n'))) };
    expect(await workbench.callUnchecked('survey.inspect', { fileName: 'a.csv', bytes })).toMatchObject({ ok: true });
    const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    expect(written.length).toBeGreaterThan(0);
    for (const { parentPath, name } of written) expect(readFileSync(path.join(parentPath, name)).includes('Xylophone'), name).toBe(false);
  });
});
