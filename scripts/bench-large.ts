/**
 * The large import of issue 3, as the command line does it: 200,000 people, 9 closed and 10 open questions. Each in a process of its own,
 * whose greatest size is what counts. `node scripts/bench-large.ts PROJECT FILE` is that process.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import Database from 'better-sqlite3';
import { runCli } from '../electron/cli/main.ts';
import { type LargeSurvey, largeSurvey, writeLargeCsv, writeLargeXlsx } from '../fixtures/large-survey.ts';

interface Measured { seconds: number; megabytes: number }

const size: LargeSurvey = { rows: 200_000, columns: 20 };

export async function benchLarge(folder: string, report: (what: string, figure: string) => void): Promise<void> {
  const files = { CSV: path.join(folder, 'large.csv'), workbook: path.join(folder, 'large.xlsx') };
  await writeLargeCsv(files.CSV, size);
  await writeLargeXlsx(files.workbook, size);
  const raw = rawInserts(path.join(folder, 'raw.db'));
  report('200,000 people x 20 columns, raw better-sqlite3 inserts in one transaction', `${raw.toFixed(1)} s`);
  for (const [kind, file] of Object.entries(files)) {
    const project = path.join(folder, `${kind}.themework`);
    const { seconds, megabytes } = JSON.parse(execFileSync(process.execPath, [import.meta.filename, project, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as Measured;
    report(`import of a ${kind} of that size (aim: at most 700 MB)`, `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ratio ${(seconds / raw).toFixed(2)}`);
  }
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
  const [, , project = '', file = ''] = process.argv;
  const options = { version: 'bench', sample: async () => undefined, stdout: () => undefined, stderr: (text: string) => void (text.includes(' of ') || process.stderr.write(text)) };
  await runCli(['new', project, '--title', 'Bench'], options);
  const start = performance.now();
  process.exitCode = await runCli(['import', project, file], options);
  process.stdout.write(JSON.stringify({ seconds: (performance.now() - start) / 1_000, megabytes: process.resourceUsage().maxRSS / 1_000 } satisfies Measured));
}
