/**
 * `npm test`: types, lint, unused code, then every test; the last line counts them. Each of the first three counts as one.
 * Further words go to vitest: `npm test -- electron/core` runs the tests under that path only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.ts';
import { ensureChromium } from './chromium.ts';
import { dist, root } from './paths.ts';

interface Outcome { name: string; passed: number; failed: number; skipped: number; seconds: number }

const only = process.argv.slice(2);
/** The program of a package in the lockfile, run with this Node. */
const tool = (file: string) => path.join(root, 'node_modules', file);

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } }).status === 0;
}

function timed(name: string, work: () => Omit<Outcome, 'name' | 'seconds'>): Outcome {
  process.stdout.write(`\n── ${name}\n`);
  const start = performance.now();
  return { name, ...work(), seconds: (performance.now() - start) / 1_000 };
}

const check = (name: string, file: string, ...args: string[]): Outcome =>
  timed(name, () => (run(process.execPath, [tool(file), ...args]) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }));

/** What vitest writes about a run; files that could not even be loaded have no test of their own. */
interface Report { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; testResults: { status: string; assertionResults: unknown[] }[] }

function tests(name: string, projects: string[]): Outcome {
  return timed(name, () => {
    const file = path.join(dist, 'test', `${name.replaceAll(' ', '-')}.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    rmSync(file, { force: true });
    const selected = projects.flatMap((project) => ['--project', project]);
    const fine = run(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...selected, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--passWithNoTests', ...only]);
    if (!existsSync(file)) return { passed: 0, failed: fine ? 0 : 1, skipped: 0 };
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
    const failed = report.numFailedTests + broken;
    return { passed: report.numPassedTests, failed: failed === 0 && !fine ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests };
  });
}

async function built(): Promise<Outcome[]> {
  try {
    await ensureBuilt();
    return [];
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return [{ name: 'build', passed: 0, failed: 1, skipped: 0, seconds: 0 }];
  }
}

const outcomes: Outcome[] = [];
if (only.length === 0) {
  outcomes.push(check('types', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'));
  outcomes.push(check('lint', '@biomejs/biome/bin/biome', 'lint', '--diagnostic-level=error'));
  outcomes.push(check('unused code', 'knip/bin/knip.js', '--no-progress'));
}
outcomes.push(...(await built()));
if (!ensureChromium()) process.stdout.write('\nThere is no Chromium here, so the tests in a real browser are skipped. Set CHROMIUM to run them.\n');
if (!existsSync(path.join(root, '..', 'shared', 'data'))) process.stdout.write('\nThere is no ../shared/data here, so the tests on published data are skipped.\n');
outcomes.push(tests('tests', ['node', 'dom']));
outcomes.push(tests('end to end', ['e2e']));

const sum = (of: 'passed' | 'failed' | 'skipped') => outcomes.reduce((total, outcome) => total + outcome[of], 0);
process.stdout.write('\n');
for (const { name, passed, failed, skipped, seconds } of outcomes) {
  process.stdout.write(`${failed ? '✗' : '✓'} ${name.padEnd(14)} ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''} (${seconds.toFixed(1)} s)\n`);
}
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
