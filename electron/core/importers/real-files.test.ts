import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlanColumn } from '../../../shared/domain/plan.ts';
import { Refusal } from '../../../shared/errors.ts';
import { inspect, inspectWith, rolesOf } from './testing.ts';

/** Real exports and a published analysis lie beside the project on the developers' machines only. */
const data = path.resolve(import.meta.dirname, '../../../../shared/data');
const surveys = path.join(data, 'surveys');
const load = (file: string) => ({ fileName: path.basename(file), bytes: readFileSync(file).toString('base64') });

test.skipIf(!existsSync(path.join(data, 'appendix-b')))(
  'a published study: first column participant, all others questions, however sparse (skipped where the data is absent)',
  async () => {
    const found = await inspect(load(path.join(data, 'appendix-b/responses.repaired.csv')));
    expect(rolesOf(found)).toEqual(['participant', 'question', 'question', 'question', 'question']);
    expect(found).toMatchObject({ respondents: 52, headerRows: 1, answers: 107 });
  },
);

/** What a person who knows the file calls its producer; not every file says so itself. */
const producers: Readonly<Record<string, RegExp>> = {
  googleforms: /^Google Forms$/,
  jisc: /^Jisc Online Surveys$/,
  limesurvey: /^LimeSurvey$/,
  odk: /^ODK$/,
  qualtrics: /^Qualtrics$/,
  redcap: /^REDCap$/,
  surveymonkey: /^SurveyMonkey(-like)?$/,
  typeform: /^Typeform$/,
  other: /^$|-like$/,
};

interface Line {
  file: string;
  producer: string;
  respondents: string;
  questions: string;
  /** Questions tied to a closed one, questions with a condition, and grids. */
  understood: string;
  warnings: readonly string[];
}

const understoodOf = (columns: readonly PlanColumn[]) =>
  `${columns.filter(({ tiedTo }) => tiedTo != null).length}, ${columns.filter(({ asked }) => asked).length}, ${new Set(columns.flatMap(({ group }) => group || [])).size}`;

function printed(lines: readonly Line[]): string {
  const cells = (line: Line) =>
    [
      line.file.slice(0, 58).padEnd(58),
      line.producer.padEnd(19),
      line.respondents.padStart(12),
      line.questions.padStart(9),
      line.understood.padStart(20),
      String(line.warnings.length).padStart(8),
    ].join(' | ');
  const head = ['file'.padEnd(58), 'producer'.padEnd(19), 'respondents', 'questions', 'tied, asked, grids'.padStart(20), 'warnings'].join(' | ');
  return [head, ...lines.flatMap((line) => [cells(line), ...line.warnings.map((warning) => `    ${warning}`)])].join('\n');
}

if (!existsSync(surveys)) process.stdout.write(`The real survey exports are not on this machine (${surveys}); their tests are skipped.\n`);

describe.skipIf(!existsSync(surveys))('real survey exports (skipped where the folder is absent)', () => {
  const files = existsSync(surveys)
    ? readFileSync(path.join(surveys, 'MANIFEST.tsv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'))
        .map((cells) => ({ file: cells[1] ?? '', rows: Number(cells[7]), text: Number(cells[8]) }))
        .filter(({ file }) => existsSync(path.join(surveys, file)))
    : [];
  const table: Line[] = [];

  test.each(files)('$file', async ({ file, rows, text }) => {
    try {
      const given = load(path.join(surveys, file));
      const found = await inspect(given);
      table.push({
        file,
        producer: found.producer || 'plain table',
        respondents: `${found.respondents} of ${rows}`,
        questions: `${found.questions} of ${text}`,
        understood: understoodOf(found.columns),
        warnings: found.warnings,
      });
      expect(found.producer).toMatch(producers[file.split('-')[0] ?? ''] ?? /^never$/);
      expect(found.evidence.producer === '').toBe(found.producer === '');
      // What inspect prints is a plan; given back, it changes nothing.
      expect(await inspect(given, found)).toEqual(found);
      // The list counts an average that somebody added below the last respondent as no respondent.
      expect(Math.abs(found.respondents - rows)).toBeLessThanOrEqual(1);
      // Text columns of one to two words each are a matter of opinion; none may be missed by more than a few.
      expect(Math.abs(found.questions - text)).toBeLessThanOrEqual(Math.max(2, text * 0.2));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      table.push({ file, producer: 'refused', respondents: '', questions: '', understood: '', warnings: [error.message] });
      expect(file).toMatch(/key\.en\.csv$|summary/);
    }
  });

  test.skipIf(!files.some(({ file }) => file.startsWith('jisc')))('the key of a Jisc survey explains its columns and codes', async () => {
    const of = (part: string) => load(path.join(surveys, files.find(({ file }) => file.startsWith('jisc') && file.includes(part))?.file ?? ''));
    const found = await inspectWith(of('0807'), [of('key')]);
    expect(found.columns.filter(({ name, wording }) => /^Q\d/.test(name) && wording === name)).toEqual([]);
    expect(found.columns.find(({ name }) => name === 'Q2')).toMatchObject({ wording: 'What gender do you identify with?', labels: { '1': 'male' } });
    expect(found.preview[0]?.cells[2]).toMatch(/^(male|female|other)$/);
    expect(found.columns.find(({ name }) => name === 'Q11_1_a_1')?.wording).toMatch(/^Where did you store .* – non-digital formats/);
  });

  test('what was understood', () => {
    process.stdout.write(`${printed(table)}\n`);
    expect(table).toHaveLength(files.length);
  });
});
