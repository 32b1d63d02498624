import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeLargeCsv } from '../../fixtures/large-survey.ts';
import { openCore } from '../core/core.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'themework-cli-'));
const project = path.join(folder, 'study.themework');
const script = path.resolve(import.meta.dirname, '../../scripts/themework.ts');

/** The command line in a process of its own; `heard` gets each piece of what it says on standard error. */
async function run(args: string[], heard: (said: string, interrupt: () => void) => void = () => undefined): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let said = '';
  let interrupted = false;
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (out += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
    heard(said, () => interrupted || (interrupted = child.kill('SIGINT')));
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, said };
}

beforeAll(async () => {
  await run(['new', project, '--title', 'A study']);
  await writeLargeCsv(path.join(folder, 'large.csv'), { rows: 60_000, columns: 20 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a long import says on standard error how far it is, and Ctrl+C ends it with nothing imported', async () => {
  const { code, out, said } = await run(['import', project, path.join(folder, 'large.csv')], (heard, interrupt) => heard.includes('Bringing in answers') && interrupt());
  expect(said).toMatch(/^(Reading the file|Understanding the columns|Bringing in answers): [\d,]+ of [\d,]+ \w+$/m);
  expect(said.trim().split('\n').at(-1)).toBe('Cancelled. Nothing was imported.');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  const core = openCore(project);
  expect(await core.call('project.overview', {})).toMatchObject({ ok: true, value: { participants: 0, questions: 0 } });
  core.close();
});
