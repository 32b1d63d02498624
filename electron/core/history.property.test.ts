import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, fileOf, importSmallSurvey, tempProject, type TempProject } from '../../fixtures/testing.ts';
import type { InputOf, Name, OutputOf } from '../../shared/contract/index.ts';
import { type Core, openCore } from './core.ts';
import { all } from './sql.ts';
import { trackedTables } from './tracking.ts';

/** Every tracked table, row by row, as another program reads it. */
function picture(file: string): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  try {
    return Object.fromEntries([...trackedTables(db).keys()].map((name) => [name, all(db, `SELECT * FROM "${name}" ORDER BY id`)]));
  } finally {
    db.close();
  }
}

/** A step is a few random numbers; what they mean depends on what there is at that moment. */
type Step = readonly [kind: number, a: number, b: number, c: number];
const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(48), fc.nat(10_000), fc.nat(10_000), fc.nat(10_000));

/** Random commands through the public call. Many are refused, on purpose: a refusal must leave no trace. */
async function act(core: Core, [kind, a, b, c]: Step, survey: { items: { itemId: number; text: string }[]; questionIds: number[] }): Promise<void> {
  const some = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
  const analyses = await ask(core, 'analysis.list', {});
  // Mostly one analysis, so that its codes and themes meet; now and then another, even a merged one.
  const busy = analyses.find((analysis) => analysis.status === 'active' && analysis.codes > 0) ?? analyses[0];
  const analysisId = (a % 5 ? busy : some(analyses, a))?.id ?? 1;
  const codes = await ask(core, 'code.list', { analysisId });
  const themes = await ask(core, 'theme.list', { analysisId });
  const code = some(codes, b)?.id ?? 999;
  const other = some(codes, c)?.id ?? 999;
  const theme = some(themes, b)?.id ?? 999;
  const otherTheme = some(themes, c)?.id ?? 999;
  const item = some(survey.items, b);
  const length = item?.text.length ?? 1;
  const start = c % length;
  const call = <N extends Name>(name: N, input: InputOf<N>) => core.call(name, input);
  const name = `${['Tea', 'Waste', 'Company', 'Pride', 'Tea'][b % 5]}${c % 3 === 0 ? '' : ` ${c % 7}`}`;
  const table: (() => Promise<unknown>)[] = [
    () => call('coding.add', { analysisId, itemId: item?.itemId ?? 999, start, end: start + 1 + (a % length), codes: [{ name }, { id: code }] }),
    () => call('coding.add', { analysisId, itemId: item?.itemId ?? 999, start, end: Math.min(length, start + 3), codes: [{ name }] }),
    () => call('coding.add', { analysisId, itemId: item?.itemId ?? 999, start: 0, end: length, codes: [{ id: code }, { id: other }] }),
    () => call('search.codeAll', { analysisId, codes: [{ name }, { id: code }], places: [[item?.itemId ?? 999, start, Math.min(length, start + 3)], [item?.itemId ?? 999, 0, Math.min(length, 1 + (a % length))], [1 + (b % 9), 0, 1]] }),
    () => call('coding.remove', { ids: [1 + (b % 40), 1 + (c % 40)] }),
    () => call('code.create', { analysisId, name, to: b % 2 ? { themeId: theme } : { tray: 'miscellaneous' } }),
    () => call('code.update', { id: code, name, ink: 1 + (a % 12) }),
    () => call('code.update', { id: code, definition: 'What it covers.\nSecond line “quoted” 🙂' }),
    () => call('code.setAside', { ids: [code], reason: 'thin' }),
    () => call('code.restore', { ids: [code] }),
    () => call('code.place', { ids: [code, other], to: { themeId: theme } }),
    () => call('code.place', { ids: [code], to: { tray: c % 2 ? 'unplaced' : 'miscellaneous' }, before: { kind: 'code', id: other } }),
    () => call('code.merge', { ids: [code, other], name, reason: 'they say the same' }),
    () => call('theme.create', { analysisId, name, kind: (['group', 'overarching', 'theme'] as const)[a % 3], parentId: b % 2 ? theme : null, codeIds: c % 2 && codes.length ? [code] : [] }),
    () => call('theme.update', { id: theme, concept: 'People stay for each other.', name }),
    () => call('theme.move', { id: theme, parentId: a % 3 ? otherTheme : null, before: { kind: 'theme', id: otherTheme } }),
    () => call('theme.dissolve', { id: theme, reason: 'no concept of its own' }),
    () => call('theme.merge', { ids: [theme, otherTheme], name, reason: 'one idea' }),
    () => call('analysis.merge', { ids: [analysisId, some(analyses, b)?.id ?? 1], name: `All of it ${c % 4}`, keepAsGroups: a % 2 === 0, reason: 'they overlap' }),
    () => call('analysis.create', { name: `Extra ${c % 5}`, questionIds: [some(survey.questionIds, b) ?? 1] }),
    () => call('milestone.create', { name: `Step ${c % 6}` }),
    () => call('diary.add', { trigger: 'puzzled', text: 'Why so much tea?', links: [{ kind: 'extract', id: item?.itemId ?? 999, start: 0, end: 1 }, ...(b % 2 ? [{ kind: 'code' as const, id: code }] : [])] }),
    () => call('diary.remove', { id: 1 + (b % 5) }),
    () => call('reading.markRead', { itemIds: [item?.itemId ?? 999, some(survey.items, c)?.itemId ?? 999], read: a % 4 > 0 }),
    () => call('noticing.add', { itemId: item?.itemId ?? 999, start, end: start + 1 + (a % 9), text: 'Struck me.' }),
    () => call('noticing.add', { itemId: item?.itemId ?? 999, start: 0, end: length, text: `All of it ${c % 3}` }),
    () => call('noticing.update', { id: 1 + (b % 5), text: `Changed ${c % 4}` }),
    () => call('noticing.remove', { id: 1 + (b % 5) }),
    () => call('memo.set', { questionId: some(survey.questionIds, b) ?? 1, text: c % 3 ? `First impression ${c % 3}` : '' }),
    () => call('memo.set', { questionId: some(survey.questionIds, c) ?? 1, text: 'So far.' }),
    () => call('coding.update', { id: 1 + (b % 40), code: c % 2 ? { id: other } : { name } }),
    () => call('coding.update', { id: 1 + (b % 40), range: { start: c % 4, end: (c % 4) + 1 + (a % 9) } }),
    () => call('coding.update', { id: 1 + (b % 40), note: c % 3 ? `Said twice ${c % 3}` : '' }),
    () => call('coding.split', { id: 1 + (b % 40), at: c % 12 }),
    () => call('coding.join', { ids: [1 + (b % 40), 1 + (c % 40)] }),
    () => call('coding.join', { ids: [1 + (b % 40), 2 + (b % 40), 3 + (b % 40)] }),
    () => call('coding.examine', { analysisId, itemIds: [item?.itemId ?? 999], nothing: a % 3 > 0 }),
    () => call('code.place', { ids: [code], to: b % 2 ? { themeId: theme } : { tray: 'unplaced' }, after: { kind: a % 2 ? 'code' : 'theme', id: a % 2 ? other : otherTheme } }),
    () => call('code.keep', { codeId: code, kind: 'twin', otherId: other, reason: 'two ideas' }),
    () => call('code.reconsider', { codeId: other, kind: 'twin', otherId: code }),
    () => call('alias.addScheme', { name: `Numbering ${c % 3}` }),
    () => call('alias.set', { participantId: 1 + (b % 8), schemeId: 1 + (a % 3), label: c % 4 ? String(c % 9) : '' }),
    () => call('alias.removeScheme', { id: 1 + (a % 3) }),
    () => call('project.update', a % 2 ? { display: 'alias', schemeId: 1 + (b % 3) } : { display: 'custom', pattern: `ppt. {}${c % 3 ? '' : ','}` }),
    () => call('survey.renameQuestion', { id: some(survey.questionIds, b) ?? 1, shortName: `Question ${c % 5}` }),
    () => call('privacy.keep', { places: [{ itemId: item?.itemId ?? 999, start, end: start + 1 + (a % 9), kind: 'name' }, { itemId: item?.itemId ?? 999, start: 0, end: 1, kind: 'place' }] }),
    () => call('privacy.unkeep', { places: [{ itemId: item?.itemId ?? 999, start: 0, end: 1 }, { itemId: item?.itemId ?? 999, start, end: start + 1 + (a % 9) }] }),
    () => call('history.undo', {}),
    () => call('history.redo', {}),
  ];
  await table[kind]?.();
}

/** Something to act on: five codes with overlapping extracts, three themes, one inside another. */
async function begin(core: Core, items: { itemId: number; text: string }[], analysisId: number): Promise<void> {
  for (let index = 0; index < 5; index++) {
    const code = await ask(core, 'code.create', { analysisId, name: `Start ${index}` });
    for (const item of items.slice(index, index + 4)) await ask(core, 'coding.add', { analysisId, itemId: item.itemId, start: 0, end: 1 + (index % 2), codes: [{ id: code.id }] });
  }
  const outer = await ask(core, 'theme.create', { analysisId, name: 'Outer', codeIds: [1] });
  await ask(core, 'theme.create', { analysisId, name: 'Inner', parentId: outer.id, codeIds: [2] });
  await ask(core, 'theme.create', { analysisId, name: 'Beside', codeIds: [3] });
}

/** A snapshot and what changed since make the codings as they are now. */
async function expectChangesToLead(core: Core, questionId: number, { at, codings }: OutputOf<'coding.snapshot'>): Promise<void> {
  const changes = await ask(core, 'coding.changes', { questionId, since: at });
  if (changes.whole) return;
  const kept = codings.filter((row) => !changes.itemIds.includes(row[2])).map(([id, codeId, itemId, start, end, participantId, fromCodeId, note]) => ({ id, codeId, itemId, start, end, participantId, fromCodeId, note }));
  expect([...kept, ...changes.codings].sort((a, b) => a.id - b.id)).toEqual(await ask(core, 'coding.list', { questionId }));
}

/** Contributors, extracts and placements of every node, counted anew and naively from the tables. */
async function expectNaiveCounts(project: TempProject): Promise<void> {
  const tables = picture(project.file) as Record<string, { [key: string]: never }[]>;
  const rows = <T>(name: string) => (tables[name] ?? []) as unknown as T[];
  const codings = rows<{ code_id: number; item_id: number; start: number; end: number }>('coding');
  const personOf = new Map(rows<{ id: number; participant_id: number }>('item').map((item) => [item.id, item.participant_id]));
  const themes = rows<{ id: number; parent_id: number | null; analysis_id: number; status: string }>('theme');
  const codes = rows<{ id: number; theme_id: number | null; status: string; analysis_id: number }>('code').filter((code) => code.status === 'active');
  const below = (themeId: number): number[] => [
    ...codes.filter((code) => code.theme_id === themeId).map((code) => code.id),
    ...themes.filter((theme) => theme.parent_id === themeId && theme.status === 'active').flatMap((theme) => below(theme.id)),
  ];
  for (const analysis of await project.ask('analysis.list', {})) {
    for (const theme of (await project.ask('theme.list', { analysisId: analysis.id })).filter((each) => each.status === 'active')) {
      const ids = below(theme.id);
      const mine = codings.filter((coding) => ids.includes(coding.code_id));
      expect([theme.codings, theme.extracts, theme.participants]).toEqual([
        mine.length, new Set(mine.map((coding) => [coding.item_id, coding.start, coding.end].join())).size, new Set(mine.map((coding) => personOf.get(coding.item_id))).size,
      ]);
    }
    for (const code of (await project.ask('code.list', { analysisId: analysis.id }))) {
      const mine = codings.filter((coding) => coding.code_id === code.id);
      expect([code.codings, code.participants]).toEqual([mine.length, new Set(mine.map((coding) => personOf.get(coding.item_id))).size]);
    }
  }
}

const runs = Number(process.env.THEMEWORK_FUZZ_RUNS ?? 25);

describe('the history, over random commands', () => {
  it('undo to the start and redo to the end restore every tracked table exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 45 }), fc.nat(44), async (steps, restartAt) => {
        const project = tempProject();
        let core = project.core;
        try {
          const empty = picture(project.file);
          const survey = await importSmallSurvey(core);
          await begin(core, survey.items, survey.analysisIds[0] ?? 0);
          const snapshots = new Map<number, OutputOf<'coding.snapshot'>>();
          for (const [index, each] of steps.entries()) {
            if (index === restartAt) {
              core.close();
              core = openCore(project.file);
              for (const questionId of survey.questionIds) snapshots.set(questionId, await ask(core, 'coding.snapshot', { questionId, from: 0 }));
            }
            await act(core, each, survey);
          }
          for (const [questionId, snapshot] of snapshots) await expectChangesToLead(core, questionId, snapshot);
          const health = await ask(core, 'project.check', {});
          expect(health.problems).toEqual([]);
          await expectNaiveCounts({ ...project, core, ask: (name, input) => ask(core, name, input) });
          while ((await core.call('history.redo', {})).ok);
          const full = picture(project.file);
          let undone = 0;
          while ((await core.call('history.undo', {})).ok) undone++;
          expect(picture(project.file)).toEqual(empty);
          core.close();
          core = openCore(project.file);
          for (let step = 0; step < undone; step++) expect(await core.call('history.redo', {})).toMatchObject({ ok: true });
          expect(picture(project.file)).toEqual(full);
          expect((await ask(core, 'project.check', {})).problems).toEqual([]);
        } finally {
          core.close();
          project.close();
        }
      }),
      { numRuns: runs, verbose: 1 },
    );
  }, 300_000);

  it('labels are whole characters, and name a thing once', async () => {
    const project = tempProject();
    const { analysisIds } = await importSmallSurvey(project.core);
    await project.ask('diary.add', { trigger: 'other', text: `${'x'.repeat(58)}🙂 and much more than that` });
    const { id } = await project.ask('code.create', { analysisId: analysisIds[0] ?? 0, name: 'Tea' });
    await project.ask('code.setAside', { ids: [id, id], reason: 'thin' });
    await project.ask('code.restore', { ids: [id, id] });
    const labels = (await project.ask('history.list', {})).map((operation) => operation.label);
    expect(labels.slice(0, 2)).toEqual(['Brought back “Tea”', 'Set aside “Tea”']);
    expect(labels.every((label) => label.isWellFormed())).toBe(true);
    project.close();
  });

  it('an import that is refused half-way leaves what comes after it in the history', async () => {
    const project = tempProject();
    const { analysisIds } = await importSmallSurvey(project.core);
    await expect(project.ask('survey.import', fileOf('twice.csv', 'ID,What helped you?\nP1,My sister helped me\nP1,The library was open\n'))).rejects.toThrow(/same id/);
    await project.ask('code.create', { analysisId: analysisIds[0] ?? 0, name: 'Tea' });
    expect(await project.ask('history.undo', {})).toMatchObject({ label: 'Created the code “Tea”' });
    expect(await project.ask('code.list', { analysisId: analysisIds[0] ?? 0 })).toEqual([]);
    project.close();
  });

  it('a command that fails half-way leaves no trace', async () => {
    const project = tempProject();
    const { items, analysisIds } = await importSmallSurvey(project.core);
    const before = picture(project.file);
    // The first code would be created, the second does not exist: both or nothing.
    const result = await project.core.call('coding.add', { analysisId: analysisIds[0] ?? 0, itemId: items[0]?.itemId ?? 0, start: 0, end: 2, codes: [{ name: 'New' }, { id: 4711 }] });
    expect(result).toMatchObject({ ok: false, error: { kind: 'missing' } });
    expect(picture(project.file)).toEqual(before);
    project.close();
  });

  it('keeps participants’ words out of the history, merges and milestones', async () => {
    const project = tempProject();
    const { items, analysisIds } = await importSmallSurvey(project.core);
    const item = items.find((each) => each.text.includes('kettle'));
    await project.ask('coding.add', { analysisId: analysisIds[0] ?? 0, itemId: item?.itemId ?? 0, start: 0, end: item?.text.length ?? 0, codes: [{ name: 'A' }, { name: 'B' }] });
    await project.ask('code.merge', { ids: [1, 2], name: 'C', reason: 'same' });
    await project.ask('milestone.create', { name: 'Step 1' });
    project.core.close();
    const db = new Database(project.file, { readonly: true });
    for (const table of ['operation', 'change', 'picture', 'merge', 'merge_source']) expect(JSON.stringify(all(db, `SELECT * FROM ${table}`))).not.toContain('kettle');
    db.close();
    expect(readFileSync(project.file).toString('latin1').split('kettle is always on').length).toBeGreaterThan(1);
    project.close();
  });
});
