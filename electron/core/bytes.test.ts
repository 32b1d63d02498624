import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { largeSurvey } from '../../fixtures/large-survey.ts';
import { type TempProject, tempProject } from '../../fixtures/testing.ts';
import { spend } from './bytes.ts';
import { inspectFile } from './importers/index.ts';

const text = [...largeSurvey({ rows: 8_000, columns: 20 })].map((row) => row.join(',')).join('\n');
const bytesOfText = () => new Uint8Array(Buffer.from(text));
const sha256 = createHash('sha256').update(text).digest('hex');

let project: TempProject;
beforeEach(() => void (project = tempProject()));
afterEach(() => project.close());

test('a large file that nobody needs any more is let go of once its rows are read', async () => {
  const bytes = spend(bytesOfText());
  const size = bytes.length;
  expect(await inspectFile({ fileName: 'large.csv', bytes })).toMatchObject({ file: { name: 'large.csv', size }, respondents: 8_000, questions: 10 });
  expect(bytes.buffer.byteLength).toBe(0);
});

test('it moves to the thread of its import, which remembers the file as it was', async () => {
  const bytes = spend(bytesOfText());
  const size = bytes.length;
  const importing = project.ask('survey.import', { fileName: 'large.csv', bytes });
  await expect.poll(() => bytes.length).toBe(0);
  expect(await importing).toMatchObject({ participants: 8_000 });
  const db = new Database(project.file, { readonly: true });
  expect(db.prepare('SELECT size, sha256 FROM import').all()).toEqual([{ size, sha256 }]);
  db.close();
});

test('bytes that their owner needs stay as they are', async () => {
  const bytes = bytesOfText();
  await inspectFile({ fileName: 'large.csv', bytes });
  await project.ask('survey.import', { fileName: 'large.csv', bytes });
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
});
