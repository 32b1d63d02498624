/** `npm run seed -- FILE.themework [ANSWERS]`: an invented study with one question and five codings an answer, the same one every time. */
import path from 'node:path';
import { createCore } from '../electron/core/core.ts';
import { generateAnswers, generateCodings } from '../fixtures/generate.ts';
import { ask, fileOf, surveyCsv } from '../fixtures/testing.ts';

/** Rows of one file of codings. */
const portion = 50_000;

export interface Seed { answers: number; codingsEach?: number; codes?: number }

/** Writes the project; some seconds for 10,000 answers, about a minute for 100,000. */
export async function seedProject(file: string, { answers: people, codingsEach = 5, codes = 150 }: Seed): Promise<void> {
  const answers = generateAnswers(people, 1);
  const core = createCore(file, `A study of ${people.toLocaleString('en')} answers`, { actor: 'Seed' });
  try {
    await ask(core, 'survey.import', fileOf('survey.csv', surveyCsv(['What do you think, and why?'], answers)));
    // Into the question's own analysis; in files that are read well within the limit on long tasks.
    const [header = '', ...rows] = generateCodings(answers, people * codingsEach, codes).replaceAll(',Everything', ',').split('\n');
    for (let from = 0; from < rows.length; from += portion) await ask(core, 'coding.import', fileOf('codings.csv', [header, ...rows.slice(from, from + portion)].join('\n')));
  } finally {
    core.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const [file, count = '10000'] = process.argv.slice(2);
  const answers = Number(count);
  if (file === undefined || !Number.isInteger(answers) || answers < 1) {
    process.stderr.write('npm run seed -- FILE.themework [ANSWERS]   for example: npm run seed -- big.themework 100000\n');
    process.exitCode = 2;
  } else {
    await seedProject(path.resolve(file), { answers });
    process.stdout.write(`${file}: ${answers.toLocaleString('en')} answers with 5 codings each\n`);
  }
}
