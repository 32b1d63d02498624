/**
 * The large import of issue 3: 200,000 people, 9 closed and 10 open questions, as the command line does it and as a browser window does.
 * Each in a process of its own, whose greatest size is what counts. `node scripts/bench-large.ts PROJECT FILE` is that process; without a
 * file it serves browser windows until it is told to end.
 */
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { runCli } from '../electron/cli/main.ts';
import { startBrowserHost } from '../electron/loopback/main.ts';
import type { GivenPlan, Inspection, PlanColumn } from '../shared/domain/plan.ts';
import { type LargeSurvey, largeSurvey, writeLargeCsv, writeLargeXlsx } from '../fixtures/large-survey.ts';

interface Measured { seconds: number; megabytes: number }

const size: LargeSurvey = { rows: 200_000, columns: 20 };

export async function benchLarge(folder: string, report: (what: string, figure: string) => void): Promise<void> {
  const files = { CSV: path.join(folder, 'large.csv'), workbook: path.join(folder, 'large.xlsx'), 'CSV in Cyrillic': path.join(folder, 'cyrillic.csv') };
  await writeLargeCsv(files.CSV, size);
  await writeLargeXlsx(files.workbook, size);
  await writeLargeCsv(files['CSV in Cyrillic'], { ...size, letters: 'cyrillic' });
  const raw = rawInserts(path.join(folder, 'raw.db'));
  report('200,000 people x 20 columns, raw better-sqlite3 inserts in one transaction', `${raw.toFixed(1)} s`);
  for (const [kind, file] of Object.entries(files)) {
    const project = path.join(folder, `${kind}.themework`);
    const { seconds, megabytes } = JSON.parse(execFileSync(process.execPath, [import.meta.filename, project, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as Measured;
    report(`import of a ${kind} of that size (aim: at most 700 MB)`, `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ratio ${(seconds / raw).toFixed(2)}`);
  }
  const { handing, looking, changing, importing, megabytes } = await inBrowser(path.join(folder, 'browser.themework'), files.CSV);
  report('a CSV of that size in a browser window (aim: at most 700 MB)', `handed over in ${handing.toFixed(1)} s, looked at in ${looking.toFixed(1)} s, again with a changed role in ${changing.toFixed(1)} s, imported in ${importing.toFixed(1)} s, ${megabytes.toFixed(0)} MB`);
}

/** Seconds until a file was handed over, looked at, looked at with another role for a column (the mean of ten such corrections, one after the other) and brought in by a browser window, and the size of the program meanwhile. */
async function inBrowser(project: string, file: string): Promise<{ handing: number; looking: number; changing: number; importing: number; megabytes: number }> {
  const program = fork(import.meta.filename, [project], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [url] = (await once(program, 'message')) as [string];
  const { origin, hash } = new URL(url);
  const post = async <T>(target: string, type: string, body: BodyInit, more: Record<string, string> = {}) =>
    (await (await fetch(origin + target, { method: 'POST', headers: { origin, 'content-type': type, ...more }, body })).json()) as { ok: boolean; value: T; token: string; error?: { message: string } };
  const { token } = await post('/session', 'application/json', JSON.stringify({ launch: hash.replace('#launch=', '') }));
  const authorization = { authorization: `Bearer ${token}` };
  let last = performance.now();
  const lap = () => -(last - (last = performance.now())) / 1_000;
  const { value: held } = await post<string>('/file', 'application/octet-stream', await openAsBlob(file), authorization);
  const call = async (name: string, plan: GivenPlan = {}) => {
    const { ok, value, error } = await post<Inspection>('/call', 'application/json', JSON.stringify({ name, input: { fileName: path.basename(file), bytes: { held }, plan } }), authorization);
    if (!ok) throw new Error(error?.message);
    return value;
  };
  const handing = lap();
  const { columns } = await call('survey.inspect');
  const looking = lap();
  const changed = columns.slice(1, 11).map((column): PlanColumn => ({ ...column, role: column.role === 'question' ? 'attribute' : 'ignore' }));
  for (const at of changed.keys()) await call('survey.inspect', { columns: changed.slice(0, at + 1) });
  const changing = lap() / changed.length;
  await call('survey.import');
  const importing = lap();
  program.send('end');
  const [megabytes] = (await once(program, 'message')) as [number];
  await once(program, 'exit');
  return { handing, looking, changing, importing, megabytes };
}

/** Seconds for the rows that the import writes, with the bare library. */
function rawInserts(file: string): number {
  const [, ...rows] = [...largeSurvey(size)];
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.exec(
    'CREATE TABLE participant (id INTEGER PRIMARY KEY, label TEXT NOT NULL) STRICT;' +
      'CREATE TABLE attribute_value (id INTEGER PRIMARY KEY, participant_id INTEGER NOT NULL REFERENCES participant, attribute_id INTEGER NOT NULL, value TEXT NOT NULL) STRICT;' +
      'CREATE TABLE item (id INTEGER PRIMARY KEY, question_id INTEGER NOT NULL, participant_id INTEGER NOT NULL REFERENCES participant, text TEXT NOT NULL) STRICT',
  );
  const person = db.prepare('INSERT INTO participant (label) VALUES (?)');
  const value = db.prepare('INSERT INTO attribute_value (participant_id, attribute_id, value) VALUES (?, ?, ?)');
  const item = db.prepare('INSERT INTO item (question_id, participant_id, text) VALUES (?, ?, ?)');
  const start = performance.now();
  db.transaction(() => {
    for (const [label = '', ...cells] of rows) {
      const id = person.run(label).lastInsertRowid;
      for (const [at, text] of cells.entries()) at < 9 ? value.run(id, at + 1, text) : item.run(at, id, text);
    }
  })();
  db.close();
  return (performance.now() - start) / 1_000;
}

if (process.argv[1] === import.meta.filename) {
  const [, , project = '', file] = process.argv;
  await (file === undefined ? serve(project) : bringIn(project, file));
}

async function bringIn(project: string, file: string): Promise<void> {
  const options = { version: 'bench', sample: async () => undefined, stdout: () => undefined, stderr: (text: string) => void (text.includes(' of ') || process.stderr.write(text)) };
  await runCli(['new', project, '--title', 'Bench'], options);
  const start = performance.now();
  process.exitCode = await runCli(['import', project, file], options);
  process.stdout.write(JSON.stringify({ seconds: (performance.now() - start) / 1_000, megabytes: process.resourceUsage().maxRSS / 1_000 } satisfies Measured));
}

async function serve(project: string): Promise<void> {
  const folder = path.dirname(project);
  const host = await startBrowserHost({ root: folder, version: 'bench', sample: async () => undefined, dataFolder: path.join(folder, 'data'), projectsFolder: folder, port: 0 });
  await host.workbench.createFile(project, 'Bench');
  process.once('message', () => {
    process.send?.(process.resourceUsage().maxRSS / 1_000);
    process.disconnect();
    void host.close();
  });
  process.send?.(host.url);
}
