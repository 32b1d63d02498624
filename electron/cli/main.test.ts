import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildSample } from '../../fixtures/sample/build.ts';
import { surveyCsv } from '../../fixtures/testing.ts';
import { runCli } from './main.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'themework-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);

async function themework(...argv: string[]): Promise<{ code: number; json: unknown; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', ''];
  const code = await runCli(argv, { version: '1', sample: buildSample, stdout: (text) => (stdout += text), stderr: (text) => (stderr += text) });
  return { code, stdout, stderr, json: code === 2 || !stdout.startsWith('{') ? undefined : JSON.parse(stdout) };
}

async function project(): Promise<string> {
  const file = at('study.themework');
  await themework('new', file, '--title', 'A study');
  writeFileSync(at('answers.csv'), surveyCsv(['Why?', 'How?'], [['Because it rains.', 'Slowly.'], ['For the cake.', '']]));
  await themework('import', file, at('answers.csv'));
  return file;
}

test('new, inspect, import and call', async () => {
  const file = at('study.themework');
  expect(await themework('new', file, '--title', 'A study')).toMatchObject({ code: 0, json: { title: 'A study', fileName: 'study.themework' }, stderr: '' });
  writeFileSync(at('answers.csv'), surveyCsv(['Why?'], [['Because.'], ['For the cake.']]));
  expect(await themework('inspect', at('answers.csv'))).toMatchObject({ code: 0, json: { questions: 1, answers: 2 } });
  expect(await themework('import', file, at('answers.csv'))).toMatchObject({ code: 0, json: { participants: 2, answers: 2 } });
  expect(await themework('call', file, 'project.overview')).toMatchObject({ code: 0, json: { title: 'A study', answers: 2 } });
  expect(await themework('call', file, 'project.update', '{"title":"New"}')).toMatchObject({ code: 0, json: { title: 'New' } });
  expect(existsSync(`${file}-lock`)).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['answers.csv', 'study.themework']);
});

test('what inspect prints, edited, is a plan', async () => {
  const file = at('study.themework');
  await themework('new', file, '--title', 'A study');
  writeFileSync(at('answers.csv'), surveyCsv(['Why?', 'How?'], [['Because.', 'So.'], ['For the cake.', 'Thus.']]));
  const { json } = await themework('inspect', at('answers.csv'));
  const plan = json as { columns: { name: string; role: string }[] };
  for (const column of plan.columns) if (column.name === 'How?') column.role = 'ignore';
  writeFileSync(at('plan.json'), JSON.stringify(plan));
  expect(await themework('import', file, at('answers.csv'), '--plan', at('plan.json'))).toMatchObject({ code: 0, json: { questions: 1 } });
  writeFileSync(at('plan.json'), 'not json');
  expect(await themework('import', file, at('answers.csv'), '--plan', at('plan.json'))).toMatchObject({ code: 1, stdout: '', stderr: '“plan.json” is not JSON.\n' });
  writeFileSync(at('plan.json'), '{"headerRows":11}');
  expect(await themework('inspect', at('answers.csv'), '--plan', at('plan.json'))).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^[^\n]*\(plan\.headerRows\)\n$/) });
  writeFileSync(at('plan.json'), JSON.stringify({ ...plan, columns: plan.columns.map(({ role, ...rest }) => ({ ...rest, role, shortname: 'Why' })) }));
  for (const argv of [['inspect'], ['import', file]])
    expect(await themework(...argv, at('answers.csv'), '--plan', at('plan.json'))).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('“shortname” in the column with index 0 (did you mean “shortName”?)') });
  expect(await themework('counts', file)).toMatchObject({ code: 0, json: { analyses: [expect.anything()] } });
});

test('import-coding lists rows that cannot be placed and imports nothing', async () => {
  const file = await project();
  writeFileSync(at('codings.csv'), 'question,participant,extract,code\n1,P1,it rains,Weather\n1,P2,never said,Weather\n');
  const refused = await themework('import-coding', file, at('codings.csv'));
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/line 3: .+/);
  expect(await themework('counts', file)).toMatchObject({ code: 0, json: { analyses: expect.arrayContaining([expect.objectContaining({ nodes: [] })]) } });
  expect(await themework('import-coding', file, at('codings.csv'), '--skip-bad-rows')).toMatchObject({ code: 0, json: { codings: 1 } });
});

test('export writes the file whole and prints where it is, without its bytes', async () => {
  const file = await project();
  writeFileSync(at('codings.csv'), 'question,participant,extract,code\n1,P1,it rains,Weather\n');
  await themework('import-coding', file, at('codings.csv'));
  const made = await themework('export', 'codings', file, '--out', at('out/codings.csv'));
  expect(made).toMatchObject({ code: 0, json: { file: at('out/codings.csv') } });
  expect(made.json).not.toHaveProperty('bytes');
  expect(readFileSync(at('out/codings.csv'), 'utf8')).toContain('it rains');
  expect(readdirSync(at('out'))).toEqual(['codings.csv']);
  expect(await themework('export', 'no-such-format', file, '--out', at('x.csv'))).toMatchObject({ code: 1, stdout: '' });
  expect(existsSync(at('x.csv'))).toBe(false);
});

test('check exits with 1 where something is wrong', async () => {
  const file = await project();
  expect(await themework('check', file)).toMatchObject({ code: 0, json: { problems: [] } });
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.exec('UPDATE item SET participant_id = 999 WHERE id = 1');
  db.close();
  const found = await themework('check', file);
  expect(found).toMatchObject({ code: 1, stderr: '' });
  expect((found.json as { problems: unknown[] }).problems.length).toBeGreaterThan(0);
});

test('refusals are one plain sentence on standard error and exit 1', async () => {
  writeFileSync(at('text.themework'), 'no project');
  expect(await themework('check', at('text.themework'))).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^“text.themework” is not a Themework project\.[^\n]*\n$/) });
  expect(await themework('inspect', at('absent.csv'))).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('“absent.csv” is not there') });
  const file = await project();
  expect(await themework('new', file, '--title', 'Again')).toMatchObject({ code: 1, stderr: expect.stringContaining('exists already') });
  expect(await themework('call', file, 'no.such')).toMatchObject({ code: 1, stdout: '' });
  expect(await themework('call', file, 'project.update', '{"colour":1}')).toMatchObject({ code: 1, stdout: '' });
});

test('what is wrong with a file is said of that file', async () => {
  const file = await project();
  const sentences: [argv: string[], words: string][] = [
    [['import', file, at('absent.csv')], '“absent.csv” is not there'],
    [['import', file, at('answers.csv'), '--plan', at('absent.json')], '“absent.json” is not there'],
    [['import', file, folder], `“${path.basename(folder)}” is a folder`],
    [['export', 'codings', file, '--out', folder], `“${path.basename(folder)}” is a folder`],
    [['export', 'codings', file, '--out', path.join(file, 'codings.csv')], '“study.themework” is not a folder'],
    [['export', 'codings', file, '--out', at(`${'x'.repeat(260)}.csv`)], 'shorter name'],
    [['demo', '--out', file], '“study.themework” is not a folder'],
  ];
  for (const [argv, words] of sentences) {
    const { code, stdout, stderr } = await themework(...argv);
    expect({ argv, code, stdout, stderr }).toEqual({ argv, code: 1, stdout: '', stderr: expect.stringContaining(words) });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  }
});

test.each([
  [['fly'], '“fly”'],
  [['new', 'a.themework'], '--title'],
  [['counts'], 'needs PROJECT'],
  [['import', 'a.themework'], 'needs FILE'],
  [['import-coding', 'a.themework'], 'needs CODINGS.csv'],
  [['export', 'appendix', 'a.themework'], 'needs --out FILE'],
  [['export', 'appendix', 'a.themework', '--out', 'x', '--set', 'novalue'], 'KEY=VALUE'],
  [['counts', 'a.themework', '--milestone'], 'needs a value'],
  [['counts', 'a.themework', '--colour', 'red'], 'no option --colour'],
  [['counts', 'a.themework', 'b.themework'], '“b.themework”'],
  [['call', 'a.themework', 'project.overview', '{'], 'not JSON'],
])('wrong usage exits with 2: %j', async (argv, words) => {
  const { code, stdout, stderr } = await themework(...argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
});

test('contract describes every entry, help every verb', async () => {
  const { json } = await themework('contract');
  expect(json).toMatchObject({ 'export.make': { kind: 'query', verb: 'export', input: { type: 'object', required: expect.arrayContaining(['format']) } }, 'workbench.status': { kind: 'action' } });
  expect(json).toMatchObject({ 'survey.import': { input: { properties: { bytes: { type: 'string', format: 'base64' } } } } });
  const { code, stdout } = await themework('help');
  expect(code).toBe(0);
  for (const verb of ['new', 'inspect', 'import', 'import-coding', 'counts', 'export', 'call', 'contract', 'check', 'demo']) expect(stdout).toContain(`themework ${verb}`);
});

test('demo makes every export of the sample study', async () => {
  const { code, json, stderr } = await themework('demo', '--out', at('demo'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('Wrote appendix.docx') });
  const { files } = json as { files: { file: string; size: number }[] };
  const names = files.map(({ file }) => path.basename(file));
  for (const name of ['sample.themework', 'appendix.docx', 'theme-table.docx', 'codebook.docx', 'codebook.csv', 'codings.csv', 'codings.xlsx', 'diary.docx', 'participants.docx', 'participants.csv']) expect(names).toContain(name);
  for (const ending of ['svg', 'png']) expect(names.filter((name) => /^(map|development)\b/.test(name) && name.endsWith(ending)).length).toBeGreaterThan(1);
  for (const { file, size } of files) expect(size, file).toBeGreaterThan(200);
  expect(readdirSync(at('demo')).sort()).toEqual(names.sort());
}, 120_000);

test('import-coding accepts near places when asked to, and places from a file', async () => {
  const file = await project();
  writeFileSync(at('codings.csv'), 'question,participant,extract,code\n1,P1,because it reigns,Weather\n1,P1,the cake,Cake\n');
  const refused = await themework('import-coding', file, at('codings.csv'));
  expect(refused.stderr).toMatch(/line 2: These words are not in the answer of P1\. Nearest: in the answer of P1, characters 0 to 16\./);
  expect(refused.stderr).toMatch(/line 3: .*The words are said by P2; the table says P1\./);
  expect(await themework('import-coding', file, at('codings.csv'), '--accept-near', 'soon')).toMatchObject({ code: 1, stdout: '' });
  writeFileSync(at('places.json'), JSON.stringify([{ line: 3, itemId: 2, start: 4, end: 12 }]));
  expect(await themework('import-coding', file, at('codings.csv'), '--accept-near', '0.7', '--confirm', at('places.json'))).toMatchObject({ code: 0, json: { codings: 2, problems: [] } });
});

test('import-coding says what was made of empty cells, and is told otherwise', async () => {
  const file = await project();
  writeFileSync(at('codings.csv'), 'participant,quote,code,theme\nP1,it rains,Weather,Outside\nP2,the cake,Cake,\n');
  expect(await themework('import-coding', file, at('codings.csv'), '--as-above', 'perhaps')).toMatchObject({ code: 1, stderr: expect.stringContaining('--as-above takes yes or no.') });
  expect(await themework('import-coding', file, at('codings.csv'), '--as-above', 'yes')).toMatchObject({ code: 0, json: { themes: 1, notes: ['In one row empty cells were taken to mean the same as above. With --as-above no they stay empty.'] } });
  const counts = await themework('counts', file);
  expect(JSON.stringify(counts.json)).toContain('["Outside","Cake"]');
  writeFileSync(at('bad.csv'), 'participant,quote,code,theme\nP1,it rains,Weather,Outside\nP2,the cake,Cake,\nP2,never said,Cake,Outside\n');
  expect(await themework('import-coding', file, at('bad.csv'))).toMatchObject({ code: 1, stderr: expect.stringContaining('In one row empty cells were left empty. With --as-above yes they mean the same as above.') });
});

test('a key goes with the file that it explains', async () => {
  const file = at('study.themework');
  await themework('new', file, '--title', 'A study');
  writeFileSync(at('results.csv'), 'URN,Q1,Q2,CompletionDate\n1-1-1,1,"My sister helped me a lot",2020-11-02\n1-1-2,2,"The library was open",2020-11-02\n1-1-3,1,"Talking to people there",2020-11-02\n');
  writeFileSync(at('results-key.csv'), 'URN,Unique Response Number\nQ1,What is your post?\n1,Nurse\n2,Doctor\nQ2,What helped you?\n');
  expect(await themework('inspect', at('results.csv'), '--with', at('results-key.csv'))).toMatchObject({ code: 0, json: { companions: [{ fileName: 'results-key.csv' }] } });
  expect(await themework('import', file, at('results.csv'), '--with', at('results-key.csv'))).toMatchObject({ code: 0, json: { participants: 3 } });
  expect((await themework('call', file, 'survey.attributes')).stdout).toContain('Nurse');
  expect(await themework('import', file, at('results-key.csv'))).toMatchObject({ code: 1, stderr: expect.stringContaining('is the key to a Jisc survey') });
});
