/**
 * `npm run bench`: the figures of the issues, on seeded studies, as medians of five. Ratios carry over to other machines;
 * milliseconds do not. Nothing here is a test: it prints, and exits 0.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type Core, createCore, openCore } from '../electron/core/core.ts';
import { generateAnswers, generateCodings, random } from '../fixtures/generate.ts';
import { ask, fileOf, surveyCsv } from '../fixtures/testing.ts';
import { benchLarge } from './bench-large.ts';
import { benchScreen } from './bench-screen.ts';
import { benchSearch } from './bench-search.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'themework-bench-'));
const rounds = 5;
let files = 0;
const freshFile = () => path.join(folder, `bench-${++files}.themework`);

const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const median = (values: readonly number[]): number => quantile(values, 0.5);
const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function repeat(work: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await work());
  return median(times);
}

function report(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(74)} ${figure}\n`);
}

/** The same rows as an import writes, with the bare library: one transaction, prepared statements, the tables of the schema. */
function rawInserts(answers: readonly (readonly string[])[]): void {
  const db = new Database(freshFile());
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE participant (id INTEGER PRIMARY KEY, label TEXT NOT NULL) STRICT; CREATE TABLE item (id INTEGER PRIMARY KEY, question_id INTEGER NOT NULL, participant_id INTEGER NOT NULL REFERENCES participant, text TEXT NOT NULL) STRICT');
  const person = db.prepare('INSERT INTO participant (label) VALUES (?)');
  const item = db.prepare('INSERT INTO item (question_id, participant_id, text) VALUES (?, ?, ?)');
  db.transaction(() => {
    for (const [index, row] of answers.entries()) {
      const id = person.run(`P${index + 1}`).lastInsertRowid;
      for (const [question, text] of row.entries()) item.run(question + 1, id, text);
    }
  })();
  db.close();
}

const questions = (count: number) => Array.from({ length: count }, (_, index) => `What do you think about point ${index + 1}, and why?`);

async function importBench(): Promise<void> {
  const answers = generateAnswers(10_000, 7);
  const file = fileOf('survey.csv', surveyCsv(questions(7), answers));
  const raw = await repeat(() => timed(() => rawInserts(answers)));
  const ours = await repeat(async () => {
    const core = createCore(freshFile(), 'Bench');
    const time = await timed(() => ask(core, 'survey.import', file));
    core.close();
    return time;
  });
  report('import 10,000 people x 7 questions (parse, understand, write, history)', ms(ours));
  report('the same rows, raw better-sqlite3 inserts in one transaction', ms(raw));
  report('ratio (aim: at most 3)', (ours / raw).toFixed(2));
}

/** 10,000 answers (2,500 people x 4 questions) with 50,000 codings under 150 codes. */
async function largeProject(): Promise<string> {
  const answers = generateAnswers(2_500, 4);
  const file = freshFile();
  const core = createCore(file, 'Bench');
  await ask(core, 'survey.import', fileOf('survey.csv', surveyCsv(questions(4), answers)));
  const time = await timed(() => ask(core, 'coding.import', fileOf('codings.csv', generateCodings(answers, 50_000, 150))));
  report('import-coding of 50,000 rows (one run)', ms(time));
  core.close();
  return file;
}

async function codingBench(core: Core): Promise<void> {
  const next = random(3);
  const analysis = (await ask(core, 'analysis.list', {})).find((each) => each.name === 'Everything');
  const [question] = await ask(core, 'survey.questions', {});
  const answers = await ask(core, 'survey.answers', { questionId: question?.id ?? 0 });
  const codes = await ask(core, 'code.list', { analysisId: analysis?.id ?? 0 });
  const times: number[] = [];
  for (let round = 0; round < 300; round++) {
    const answer = answers[Math.floor(next() * answers.length)];
    const code = codes[Math.floor(next() * codes.length)];
    if (!answer || !code || !analysis) throw new Error('the bench project is empty');
    const start = Math.floor(next() * (answer.text.length - 5));
    times.push(await timed(() => ask(core, 'coding.add', { analysisId: analysis.id, itemId: answer.itemId, start, end: start + 5, codes: [{ id: code.id }] })));
  }
  report('one coding command, p50 of 300', ms(median(times)));
  report('one coding command, p95 of 300', ms(quantile(times, 0.95)));
  const undo: number[] = [];
  for (let round = 0; round < 300; round++) undo.push(await timed(() => ask(core, 'history.undo', {})));
  report('undo of one, p50 / p95 of 300', `${ms(median(undo))} / ${ms(quantile(undo, 0.95))}`);
  report('the code list with counts, as the Code screen asks for it', ms(await repeat(() => timed(() => ask(core, 'code.list', { analysisId: analysis?.id ?? 0 })))));
  report('counts of the whole tree (counts.list)', ms(await repeat(() => timed(() => ask(core, 'counts.list', {})))));
  await ask(core, 'reading.markRead', { itemIds: answers.slice(0, 4_000).map((answer) => answer.itemId), read: true });
  report('how far one has read (reading.state), with 4,000 answers read', ms(await repeat(() => timed(() => ask(core, 'reading.state', {})))));
}

async function openBench(file: string): Promise<void> {
  report('open the project of 10,000 answers and 50,000 codings', ms(await repeat(async () => {
    let core: Core | undefined;
    const time = await timed(() => { core = openCore(file); });
    core?.close();
    return time;
  })));
}

async function exportBench(): Promise<void> {
  const answers = generateAnswers(1_000, 4, 4);
  const core = createCore(freshFile(), 'Bench');
  await ask(core, 'survey.import', fileOf('survey.csv', surveyCsv(questions(4), answers)));
  await ask(core, 'coding.import', fileOf('codings.csv', generateCodings(answers, 5_000, 150, 5)));
  report('appendix (docx) of 5,000 extracts', ms(await repeat(() => timed(() => ask(core, 'export.make', { format: 'appendix' })))));
  core.close();
}

try {
  report(`medians of ${rounds}, seeded; Node ${process.version}, ${process.platform} ${process.arch}`, '');
  await importBench();
  await benchLarge(folder, report);
  const file = await largeProject();
  const core = openCore(file);
  await codingBench(core);
  core.close();
  await openBench(file);
  await exportBench();
  await benchSearch(folder, report);
  await benchScreen(folder, report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
