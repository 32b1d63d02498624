import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileOf, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import { openCore } from '../../core.ts';
import { one } from '../../sql.ts';

let project: TempProject;
beforeEach(() => {
  project = tempProject('Going for good');
});
afterEach(() => project.close());

const first = fileOf('first.csv', 'ID,What helped you?,What got in the way?,Role\nA1,My sister Tabitha helped me a lot,The rain and the buses,Nurse\nA2,The library was open,Nothing at all,Doctor\nA3,Talking to people there,My own two feet,Nurse\n');
const second = fileOf('second.csv', 'ID,What helped you?,What got in the way?,Home\nA1,My sister Tabitha and my aunt,The rain and the buses,Inverlochy\nA9,Walking by the river,The dark evenings,Nether Wallop\n');

/** A study with something of everything: codings, notes, readings, a memo, the diary, a milestone, numbers. */
async function study(of: TempProject) {
  await of.ask('survey.import', first);
  await of.ask('survey.import', second);
  const items = [...(await of.ask('survey.answers', { questionId: 1 })), ...(await of.ask('survey.answers', { questionId: 2 }))];
  const [one, two] = await of.ask('analysis.list', {});
  const [a, b] = [one?.id ?? 0, two?.id ?? 0];
  for (const { itemId, questionId, text } of items) {
    const words = text.split(' ');
    await of.ask('coding.add', { analysisId: questionId === 1 ? a : b, itemId, start: 0, end: text.indexOf(' '), codes: [{ name: 'Everything' }, { name: `Only ${words[0]}` }] });
    await of.ask('noticing.add', { itemId, start: 0, end: 2, text: `Struck by ${text}` });
  }
  await of.ask('reading.markRead', { itemIds: items.map(({ itemId }) => itemId), read: true });
  await of.ask('memo.set', { questionId: 1, text: 'First impressions of what helped' });
  await of.ask('milestone.create', { name: 'Step 1', note: '' });
  await of.ask('diary.add', { trigger: 'moved', text: 'That one stayed with me', context: '', links: [{ kind: 'extract', id: items[0]?.itemId ?? 0, start: 0, end: 2 }, { kind: 'question', id: 1 }], toDiscuss: false, inReport: true });
  await of.ask('alias.import', { name: 'Paper', table: { text: 'A1\tTabitha-7\nA2\t12\n' } });
  return { items, analyses: [a, b] };
}

const clean = async (of: TempProject) => expect((await of.ask('project.check', {})).problems).toEqual([]);
/** Whether bytes stand anywhere in the folder of the project: the file, its log, backups. */
const somewhere = (of: TempProject, words: string) => readdirSync(of.folder).filter((name) => readFileSync(path.join(of.folder, name)).includes(words));

describe('withdrawing somebody', () => {
  test('names what hangs on them, and takes all of it out of the file, its log and its backups', async () => {
    await study(project);
    const backup = path.join(project.folder, 'study.themework.before-2');
    writeFileSync(backup, 'an earlier copy with Tabitha in it');
    for (const words of ['Tabitha', 'Inverlochy']) expect(somewhere(project, words).length).toBeGreaterThan(0);

    const effect = await project.ask('survey.deletionEffect', { kind: 'participant', id: 1 });
    expect(effect).toMatchObject({ name: 'A1', people: 1, answers: 3, codings: 6, extracts: 3, noticings: 3, readings: 3, diaryLinks: 1, numbers: 1, milestones: 1, questions: [], analyses: [] });
    expect(effect.codes.map(({ name, extracts, left }) => [name, extracts, left])).toEqual([['Everything', 2, 3], ['Only My', 2, 0], ['Everything', 1, 3], ['Only The', 1, 1]]);
    expect(effect.steps).toBeGreaterThan(5);

    expect(await project.ask('survey.withdraw', { participantId: 1 })).toEqual({ name: 'A1', people: 1, answers: 3, extracts: 3 });
    await clean(project);
    for (const words of ['Tabitha', 'Inverlochy', 'Struck by My sister']) expect([words, somewhere(project, words)]).toEqual([words, []]);
    expect((await project.ask('survey.participants', {})).map(({ label }) => label)).toEqual(['A2', 'A3', 'A9']);
    expect(await project.core.call('history.undo', {})).toMatchObject({ ok: false, error: { message: 'There is nothing to undo.' } });
    expect((await project.ask('diary.list', {}))[0]?.links).toMatchObject([{ kind: 'question' }]);
    expect((await project.ask('history.list', { limit: 1 }))[0]?.label).toBe('Withdrew somebody for good, with 3 answers and 3 extracts');
  });

  test('takes the words of undone steps along, too', async () => {
    await project.ask('survey.import', first);
    await project.ask('survey.import', second);
    await project.ask('history.undo', {});
    expect(somewhere(project, 'Nether Wallop').length).toBeGreaterThan(0);
    await project.ask('survey.withdraw', { participantId: 2 });
    expect(somewhere(project, 'Nether Wallop')).toEqual([]);
    expect(await project.core.call('history.redo', {})).toMatchObject({ ok: false });
    await clean(project);
  });

  test('a milestone shows fewer extracts, and nobody else gets the number or the ids', async () => {
    await study(project);
    const before = await project.ask('counts.list', { milestone: 'Step 1' });
    const last = (await project.ask('survey.participants', {})).at(-1);
    await project.ask('survey.withdraw', { participantId: last?.id ?? 0 });
    const after = await project.ask('counts.list', { milestone: 'Step 1' });
    const everything = (of: typeof before) => of.analyses.map(({ nodes }) => nodes.find(({ path }) => path[0] === 'Everything')?.extracts);
    expect([everything(before), everything(after)]).toEqual([[5, 4], [4, 3]]);
    await project.ask('survey.import', fileOf('third.csv', 'ID,What helped you?\nA10,Somebody quite new here\nA11,And somebody else, too\n'));
    expect((await project.ask('survey.participants', {})).map(({ label, number }) => [label, number])).toEqual([['A1', 1], ['A2', 2], ['A3', 3], ['A10', 5], ['A11', 6]]);
    expect((await project.ask('counts.list', { milestone: 'Step 1' })).analyses.map(({ nodes }) => nodes)).toEqual(after.analyses.map(({ nodes }) => nodes));
    await clean(project);
  });
});

test('what lay in free pages of the file from earlier goes with it', async () => {
  await project.ask('survey.import', first);
  project.core.close();
  // Another program, or a Themework of before, deleted rows without overwriting them.
  const other = new Database(project.file);
  other.pragma('secure_delete = OFF');
  other.exec("CREATE TABLE old (text TEXT); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO old SELECT 'Ermintrude of Little Snoring ' || i FROM n; DROP TABLE old");
  other.close();
  expect(somewhere(project, 'Ermintrude')).toEqual(['study.themework']);
  const core = openCore(project.file);
  try {
    expect((await core.call('survey.withdraw', { participantId: 2 })).ok).toBe(true);
    expect(somewhere(project, 'Ermintrude')).toEqual([]);
  } finally {
    core.close();
  }
});

describe('deleting an import', () => {
  test('takes back a wave: its versions, its people, its attributes; what was there stays', async () => {
    await study(project);
    const [wave] = await project.ask('survey.imports', {});
    expect(wave).toMatchObject({ fileName: 'second.csv', people: 1, questions: 0, attributes: 1, answers: 3, changed: 1, kind: 'survey', steps: expect.any(Number) });
    expect(await project.ask('survey.deletionEffect', { kind: 'import', id: wave?.id ?? 0 })).toMatchObject({ name: 'second.csv', people: 1, answers: 3, attributes: ['Home'], questions: [] });
    await project.ask('survey.deleteImport', { id: wave?.id ?? 0 });
    await clean(project);
    expect((await project.ask('survey.answers', { questionId: 1 })).map(({ text, version, latest }) => [text, version, latest])).toEqual([['My sister Tabitha helped me a lot', 1, true], ['The library was open', 1, true], ['Talking to people there', 1, true]]);
    expect(somewhere(project, 'Nether Wallop')).toEqual([]);
    expect(await project.ask('survey.imports', {})).toHaveLength(1);
  });

  test('of the first file leaves what the second brought, as first versions, and hands over people and questions', async () => {
    await study(project);
    await project.ask('survey.deleteImport', { id: 1 });
    await clean(project);
    expect((await project.ask('survey.answers', { questionId: 1 })).map(({ text, version, since }) => [text, version, since])).toEqual([['My sister Tabitha and my aunt', 1, null], ['Walking by the river', 1, null]]);
    expect((await project.ask('survey.participants', {})).map(({ label, number }) => [label, number])).toEqual([['A1', 1], ['A9', 4]]);
    expect(await project.ask('survey.imports', {})).toMatchObject([{ people: 2, questions: 2, attributes: 1, answers: 3, changed: 0, steps: null }]);
    // What both files said stood in the first only, and comes back with the second.
    expect(await project.ask('survey.import', second)).toMatchObject({ answers: 1 });
  });

  test('takes analyses that lose their last question, with their codes, after naming them', async () => {
    await project.ask('survey.import', first);
    await project.ask('coding.add', { analysisId: 1, itemId: 1, start: 0, end: 9, codes: [{ name: 'Family' }] });
    expect((await project.ask('survey.deletionEffect', { kind: 'import', id: 1 })).analyses).toEqual([{ name: 'What helped you?', codes: 1, themes: 0, merges: 0 }, { name: 'What got in the way?', codes: 0, themes: 0, merges: 0 }]);
    await project.ask('survey.deleteImport', { id: 1 });
    await clean(project);
    expect(await project.ask('project.overview', {})).toMatchObject({ participants: 0, questions: 0, answers: 0, codes: 0 });
    expect(await project.ask('analysis.list', {})).toEqual([]);
  });

  test('says how many steps undo needs to take it back', async () => {
    await project.ask('survey.import', first);
    expect((await project.ask('survey.imports', {}))[0]?.steps).toBe(1);
    await project.ask('coding.add', { analysisId: 1, itemId: 1, start: 0, end: 9, codes: [{ name: 'Family' }] });
    expect((await project.ask('survey.imports', {}))[0]?.steps).toBe(2);
  });
});

describe('deleting a question', () => {
  test('takes its answers, its memo and its empty analysis; people stay', async () => {
    await project.ask('survey.import', first);
    await project.ask('memo.set', { questionId: 2, text: 'What stood in the way' });
    expect(await project.ask('survey.deletionEffect', { kind: 'question', id: 2 })).toMatchObject({ answers: 3, memos: 1, analyses: [{ name: 'What got in the way?', codes: 0 }], people: 0 });
    await project.ask('survey.deleteQuestion', { id: 2 });
    await clean(project);
    expect((await project.ask('analysis.list', {})).map(({ name }) => name)).toEqual(['What helped you?']);
    expect(await project.ask('survey.participants', {})).toHaveLength(3);
    for (const words of ['What stood in the way', 'Nothing at all']) expect(somewhere(project, words)).toEqual([]);
    expect(await project.core.call('survey.deleteQuestion', { id: 2 })).toMatchObject({ ok: false, error: { kind: 'missing' } });
  });

  test('takes the analysis that has no other: codes, themes, merges, links and what a milestone kept of them', async () => {
    const { analyses } = await study(project);
    const analysisId = analyses[1] ?? 0;
    const [one] = await project.ask('survey.answers', { questionId: 2 });
    const { codes } = await project.ask('coding.add', { analysisId, itemId: one?.itemId ?? 0, start: 0, end: 3, codes: [{ name: 'Weather indeed' }, { name: 'Weather again' }] });
    await project.ask('code.merge', { ids: codes.map(({ id }) => id), name: 'All weather', reason: 'The same' });
    const { id: themeId } = await project.ask('theme.create', { analysisId, name: 'Out of doors' });
    await project.ask('diary.add', { trigger: 'other', text: 'A thought', links: [{ kind: 'theme', id: themeId }] });
    await project.ask('milestone.create', { name: 'Before' });
    expect((await project.ask('survey.deletionEffect', { kind: 'question', id: 2 })).analyses).toMatchObject([{ themes: 1, merges: 1 }]);
    await project.ask('survey.deleteQuestion', { id: 2 });
    await clean(project);
    expect((await project.ask('analysis.list', {})).map(({ id }) => id)).not.toContain(analysisId);
    for (const words of ['All weather', 'Weather indeed', 'Out of doors']) expect((await project.ask('counts.list', { milestone: 'Before' })).analyses.flatMap(({ nodes }) => nodes.flatMap(({ path }) => path))).not.toContain(words);
    expect((await project.ask('diary.list', {})).find(({ text }) => text === 'A thought')?.links).toEqual([]);
    const reader = new Database(project.file, { readonly: true });
    const kept = JSON.stringify(reader.prepare('SELECT json FROM picture').all());
    reader.close();
    expect(kept).toContain('Only My');
    for (const words of ['All weather', 'Weather indeed', 'Out of doors', 'What got in the way?']) expect(kept).not.toContain(words);
  });

  test('leaves an analysis that has another question, and its codes', async () => {
    const { analyses } = await study(project);
    await project.ask('analysis.update', { id: analyses[1] ?? 0, questionIds: [1, 2] });
    await project.ask('survey.deleteQuestion', { id: 2 });
    await clean(project);
    expect((await project.ask('analysis.list', {})).map(({ id }) => id)).toContain(analyses[1]);
  });
});

test('whatever is deleted, in whatever order: check stays clean, and exactly what was named is gone', async () => {
  const step = fc.record({ kind: fc.constantFrom('participant' as const, 'import' as const, 'question' as const, 'wave' as const, 'undo' as const), at: fc.nat(5) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const mine = tempProject('Random goings');
      try {
        await study(mine);
        for (const { kind, at } of steps) {
          if (kind === 'undo') await mine.core.call('history.undo', {});
          else if (kind === 'wave') await mine.core.call('survey.import', fileOf('wave.csv', `ID,What helped you?,What got in the way?\nA${at},Something new number ${at},Another thing altogether\nA${at + 1},More of the same as before,The weather again\n`));
          else {
            const ids = kind === 'participant' ? await mine.ask('survey.participants', {}) : kind === 'import' ? await mine.ask('survey.imports', {}) : await mine.ask('survey.questions', {});
            const id = ids[at % Math.max(1, ids.length)]?.id;
            if (id === undefined) continue;
            const effect = await mine.ask('survey.deletionEffect', { kind, id });
            const before = rows(mine);
            const result = kind === 'participant' ? await mine.core.call('survey.withdraw', { participantId: id }) : kind === 'import' ? await mine.core.call('survey.deleteImport', { id }) : await mine.core.call('survey.deleteQuestion', { id });
            expect(result.ok).toBe(true);
            expect(rows(mine)).toEqual({ participant: before.participant - effect.people, item: before.item - effect.answers, coding: before.coding - effect.codings, noticing: before.noticing - effect.noticings, question: before.question - effect.questions.length, attribute: before.attribute - effect.attributes.length });
          }
          await clean(mine);
        }
      } finally {
        mine.close();
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);

function rows(of: TempProject) {
  const db = new Database(of.file, { readonly: true });
  try {
    const n = (table: string) => one<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
    return { participant: n('participant'), item: n('item'), coding: n('coding'), noticing: n('noticing'), question: n('question'), attribute: n('attribute') };
  } finally {
    db.close();
  }
}
