import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../shared/errors.ts';
import { inspect, rolesOf } from './testing.ts';

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

describe.skipIf(!existsSync(surveys))('real survey exports (skipped where the folder is absent)', () => {
  const files = existsSync(surveys)
    ? readFileSync(path.join(surveys, 'MANIFEST.tsv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'))
        .map((cells) => ({ file: cells[1] ?? '', rows: Number(cells[7]), text: Number(cells[8]) }))
    : [];
  const table: string[] = [];

  test.each(files)('$file', async ({ file, rows, text }) => {
    try {
      const given = load(path.join(surveys, file));
      const found = await inspect(given);
      table.push(
        [
          file.slice(0, 50).padEnd(50),
          (found.producer || 'generic').padEnd(20),
          `${found.headerRows} header`,
          `${found.respondents} of ${rows} rows`,
          `${found.columns.length} columns`,
          `${found.questions} questions (listed: ${text})`,
          `${found.attributes} attributes`,
          found.columns.find(({ role }) => role === 'participant')?.name ?? 'numbered',
        ].join(' | '),
      );
      // What inspect prints is a plan; given back, it changes nothing.
      expect({ ...(await inspect(given, found)), warnings: [] }).toEqual({ ...found, warnings: [] });
      // The list counts an average that somebody added below the last respondent as no respondent.
      expect(Math.abs(found.respondents - rows)).toBeLessThanOrEqual(1);
      // Text columns of one to two words each are a matter of opinion; none may be missed by more than a few.
      expect(Math.abs(found.questions - text)).toBeLessThanOrEqual(Math.max(2, text * 0.2));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      table.push(`${file.slice(0, 50).padEnd(50)} | refused: ${error.message}`);
      expect(file).toMatch(/key\.en\.csv$|\.xlsx$|summary/);
    }
  });

  test('what was understood', () => {
    process.stdout.write(`${table.join('\n')}\n`);
    expect(table).toHaveLength(files.length);
  });
});
