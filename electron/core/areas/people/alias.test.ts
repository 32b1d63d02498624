import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileOf, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import type { InputOf } from '../../../../shared/contract/index.ts';
import { sheetOf, workbook, workbookFile } from '../../importers/workbook/workbooks-for-tests.ts';
import { findParticipant } from './alias.ts';

let project: TempProject;
beforeEach(async () => {
  project = tempProject('Numbers');
  await project.ask('survey.import', fileOf('a.csv', 'ID,What helped you?\nP2,My sister helped me\nP25,The library was open\nP33,Talking to people\nP50,Walking by the river\n'));
});
afterEach(() => project.close());

const bring = (table: InputOf<'alias.import'>['table'], more: Partial<InputOf<'alias.import'>> = {}) => project.core.call('alias.import', { name: 'Raw rows', table, ...more });
const shown = async () => (await project.ask('survey.participants', {})).map((person) => person.shown);
const find = (label: string, scheme?: number) => {
  const db = new Database(project.file, { readonly: true });
  try {
    const found = findParticipant(db, label, scheme);
    return found.kind === 'one' ? `${found.person.label} by ${found.by}` : found.kind === 'several' ? found.people.map((person) => person.label).join(' or ') : 'nobody';
  } finally {
    db.close();
  }
};

describe('another numbering', () => {
  test.each([
    ['pasted, tabs', { text: 'P2\t4\nP25\t31\nP50\t56\n' }],
    ['a CSV file with headers', fileOf('raw.csv', 'Participant,Row\nP2,4\nP25,31\nP50,56\n')],
    ['a CSV file with headers that hold digits', fileOf('two.csv', 'P2 number,S0 number\nP2,4\nP25,31\nP50,56\n')],
    ['the other way round, in brackets', { text: '[4],[P2]\n[31],[P25]\n[56],[P50]\n'.replaceAll(/\[(\d+)\]/g, '$1') }],
    ['an Excel workbook', workbookFile(workbook([{ name: 'Numbers', xml: sheetOf([['Id', 'Raw'], ['P2', '4'], ['P25', '31'], ['P50', '56']]) }]))],
  ])('comes in from %s', async (_, table) => {
    expect(await bring(table)).toMatchObject({ ok: true, value: { name: 'Raw rows', added: 3, same: 0, without: 1, problems: [] } });
    expect((await project.ask('alias.table', { schemeId: 1 })).map(({ label, alias }) => [label, alias])).toEqual([['P2', '4'], ['P25', '31'], ['P33', ''], ['P50', '56']]);
    expect(await project.ask('alias.schemes', {})).toMatchObject([{ name: 'Raw rows', people: 3 }]);
    expect(await bring(table)).toMatchObject({ ok: true, value: { added: 0, same: 3 } });
    expect(await project.ask('alias.schemes', {})).toHaveLength(1);
  });

  test('takes ids that are written nearly so for those that they can only be, and says for which', async () => {
    expect(await bring({ text: 'p-2\t4\n[P 025]\t31\nP50\t56\n' })).toMatchObject({ ok: true, value: { added: 3, problems: [], notes: ['Line 1: p-2 was taken for P2.', 'Line 2: [P 025] was taken for P25.'] } });
    expect((await project.ask('alias.table', { schemeId: 1 })).map(({ alias }) => alias)).toEqual(['4', '31', '', '56']);
    await project.ask('survey.import', fileOf('b.csv', 'ID,What helped you?\nP-2,Another person altogether\n'));
    expect(await bring({ text: 'p2\t7\n' }, { name: 'Other' })).toMatchObject({ ok: false });
  });

  test('comes in whole or not at all, unless lines are skipped on purpose', async () => {
    const table = { text: 'P2\t4\nP99\t31\nP25\t4\nP25\t32\nP25\t33\nP33\t\n' };
    const refused = await bring(table);
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'refused', details: { problems: [
        { line: 2, reason: 'There is no participant “P99”.' }, { line: 3, reason: 'The number “4” stands on line 1 already, for somebody else.' },
        { line: 5, reason: 'P25 stands on line 4 already.' }, { line: 6, reason: 'There is no other number.' },
      ] } },
    });
    expect(await project.ask('alias.schemes', {})).toEqual([]);
    expect(await bring(table, { skipBadLines: true })).toMatchObject({ ok: true, value: { added: 2, problems: { length: 4 } } });
    expect(await bring({ text: 'P33\t32\n' })).toMatchObject({ ok: false, error: { message: expect.stringContaining('The number “32” belongs to P25 already.') } });
    expect(await bring({ text: 'P2\t9\n' })).toMatchObject({ ok: false, error: { message: expect.stringContaining('P2 has the number “4” in this numbering already.') } });
    expect(await bring({ text: 'X\tY\nZ\tW\n' })).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await bring({ text: 'only one column\n' })).toMatchObject({ ok: false, error: { message: expect.stringContaining('one column only') } });
  });

  test('is shown everywhere while it is chosen, and nowhere else; who has no number in it is marked', async () => {
    await bring({ text: 'P2\t4\nP25\t31\nP50\t56\n' });
    await project.ask('project.update', { display: 'alias', schemeId: 1 });
    expect(await shown()).toEqual(['4', '31', 'P33*', '56']);
    expect(await project.ask('project.overview', {})).toMatchObject({ display: 'alias', displaySchemeId: 1 });
    await project.ask('coding.add', { analysisId: 1, itemId: 2, start: 0, end: 11, codes: [{ name: 'Places' }] });
    const made = await project.ask('export.make', { format: 'codings', ending: 'csv', settings: {} });
    const text = Buffer.from(made.bytes as string, 'base64').toString('utf8');
    expect(text).toContain(',P25,31,The library,');
    await project.ask('alias.removeScheme', { id: 1 });
    expect(await shown()).toEqual(['P2', 'P25', 'P33', 'P50']);
    await project.ask('history.undo', {});
    expect(await shown()).toEqual(['4', '31', 'P33*', '56']);
    expect((await project.ask('project.check', {})).problems).toEqual([]);
  });

  test('is changed by hand, renamed, and undone like everything else', async () => {
    const { id } = await project.ask('alias.addScheme', { name: 'Paper' });
    await project.ask('alias.set', { participantId: 1, schemeId: id, label: ' 12 ' });
    expect(await project.core.call('alias.set', { participantId: 2, schemeId: id, label: '12' })).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    await project.ask('alias.set', { participantId: 1, schemeId: id, label: '13' });
    await project.ask('alias.renameScheme', { id, name: 'Paper forms' });
    expect(await project.core.call('alias.addScheme', { name: 'paper forms' })).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect((await project.ask('alias.table', { schemeId: id }))[0]?.alias).toBe('13');
    for (let step = 0; step < 2; step++) await project.ask('history.undo', {});
    expect((await project.ask('alias.table', { schemeId: id }))[0]?.alias).toBe('12');
    await project.ask('alias.set', { participantId: 1, schemeId: id, label: '' });
    expect(await project.ask('alias.schemes', {})).toMatchObject([{ name: 'Paper', people: 0 }]);
  });
});

test('a person is found by id, by the name shown and by another number; two candidates are never guessed between', async () => {
  await bring({ text: 'P2\t4\nP25\tP33\nP50\t56\n' });
  await project.ask('alias.import', { name: 'Paper', table: { text: 'P33\t56\nP50\t7\n' } });
  expect([find('P25'), find(' [P25] '), find('4'), find('(7)'), find('nobody at all')]).toEqual(['P25 by id', 'P25 by id', 'P2 by alias', 'P50 by alias', 'nobody']);
  expect(find('P33')).toBe('P33 by id');
  expect(find('P33', 1)).toBe('P25 by alias');
  expect(find('56')).toBe('P33 or P50');
  await project.ask('project.update', { display: 'numbered' });
  expect([find('P1'), find('P2')]).toEqual(['P2 by shown', 'P2 or P25']);
});

test('participants are shown as imported, numbered, or after a pattern with one place for the number', async () => {
  const cases: [InputOf<'project.update'>, string[]][] = [
    [{ display: 'numbered' }, ['P1', 'P2', 'P3', 'P4']], [{ display: 'custom', pattern: 'ppt. {}' }, ['ppt. 1', 'ppt. 2', 'ppt. 3', 'ppt. 4']],
    [{ display: 'custom', pattern: '[{}]' }, ['[1]', '[2]', '[3]', '[4]']], [{ display: 'imported' }, ['P2', 'P25', 'P33', 'P50']],
  ];
  for (const [input, names] of cases) {
    await project.ask('project.update', input);
    expect(await shown()).toEqual(names);
  }
  expect((await project.ask('history.list', { limit: 2 })).map(({ label }) => label)).toEqual(['Showed participants as imported', 'Showed participants as [1], [2] …']);
  for (const pattern of ['P', '{}{}', '']) expect(await project.core.call('project.update', { display: 'custom', pattern })).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  expect(await project.core.call('project.update', { display: 'custom' })).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  expect(await project.core.call('project.update', { display: 'alias', schemeId: 9 })).toMatchObject({ ok: false, error: { kind: 'missing' } });
  await project.ask('project.update', { title: 'Renamed' });
  expect(await project.ask('project.overview', {})).toMatchObject({ title: 'Renamed', display: 'imported' });
});
