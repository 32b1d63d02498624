import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateAnswers } from '../../../../fixtures/generate.ts';
import { ask, fileOf, surveyCsv, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import type { InputOf } from '../../../../shared/contract/index.ts';
import { openCore } from '../../core.ts';

let project: TempProject;
beforeEach(() => {
  project = tempProject();
});
afterEach(() => project.close());

const csv = `ID,role,What helped?,What got in the way?
A1,Fixer,"Tea, and repairing radios. The company!",Nothing
A2,Tea,"100% of the tea, every week.","The buses. I repaired my own bike, then the bus came."
A3,Fixer,"Café talk — “don’t stop”, they said…",我喜欢修理东西
A4,Tea,No,Tea
`;
const bring = (text = csv) => project.ask('survey.import', fileOf('a.csv', text));
type Asked = Partial<InputOf<'search.answers'>>;
const find = async (text: string, more: Asked = {}) =>
  (await project.ask('search.answers', { text, ...more })).hits.map(
    (hit) =>
      `${hit.shown}.${hit.questionId}: ${hit.pieces
        .filter((piece) => piece.hit)
        .map((piece) => piece.text)
        .join('|')}`,
  );

describe('finding', () => {
  test('words, beginnings, phrases and letters, whatever their case, accents, quotes and spaces', async () => {
    await bring();
    expect(await find('repair')).toEqual(['A1.1: repair', 'A2.2: repair']);
    expect(await find('repair', { mode: 'words' })).toEqual([]);
    expect(await find('pair', { mode: 'anywhere' })).toEqual(['A1.1: pair', 'A2.2: pair']);
    expect(await find('"every week"')).toEqual(['A2.1: every week']);
    expect(await find('tea -week')).toEqual(['A1.1: Tea', 'A4.2: Tea']);
    expect(await find('100% tea')).toEqual(['A2.1: 100%|tea']);
    expect(await find('CAFE\u0301 "don\'t stop" said...')).toEqual(['A3.1: Café|don’t stop|said…']);
    expect(await find('修理')).toEqual(['A3.2: 修理']);
    expect(await find('   ')).toEqual([]);
    expect(await find('-tea')).toEqual([]);
    const [hit] = (await project.ask('search.answers', { text: 'company' })).hits;
    expect(hit).toMatchObject({ itemId: 1, participantId: 1, document: null, places: [{ start: 31, end: 38 }], before: false, after: false, codes: [] });
    expect(hit?.pieces.map((piece) => piece.text)).toEqual(['Tea, and repairing radios. The ', 'company', '!']);
  });

  test('only some questions, people, codes, or answers without any', async () => {
    await bring();
    const [analysis] = await project.ask('analysis.list', {});
    await project.ask('coding.add', { analysisId: analysis?.id ?? 0, itemId: 1, start: 0, end: 3, codes: [{ name: 'Tea' }] });
    const [code] = await project.ask('code.list', { analysisId: analysis?.id ?? 0 });
    expect(await find('tea')).toEqual(['A1.1: Tea', 'A2.1: tea', 'A4.2: Tea']);
    expect(await find('tea', { questionIds: [2] })).toEqual(['A4.2: Tea']);
    expect(await find('tea', { analysisId: analysis?.id ?? 0 })).toEqual(
      analysis?.questionIds.length === 1 ? ['A1.1: Tea', 'A2.1: tea'] : ['A1.1: Tea', 'A2.1: tea', 'A4.2: Tea'],
    );
    expect(await find('tea', { attributes: [{ attributeId: 1, values: ['Tea', 'Nobody'] }] })).toEqual(['A2.1: tea', 'A4.2: Tea']);
    expect(await find('tea', { code: { id: code?.id ?? 0, borne: true } })).toEqual(['A1.1: Tea']);
    expect(await find('tea', { code: { id: code?.id ?? 0, borne: false } })).toEqual(['A2.1: tea', 'A4.2: Tea']);
    expect(await find('tea', { uncoded: true })).toEqual(['A2.1: tea', 'A4.2: Tea']);
    expect(await find('tea', { uncoded: true, analysisId: analysis?.id ?? 0, questionIds: [1] })).toEqual(['A2.1: tea']);
    expect((await project.ask('search.answers', { text: 'company' })).hits[0]?.codes).toEqual([
      { id: code?.id, name: 'Tea', ink: code?.ink, kind: code?.kind },
    ]);
    expect(await project.ask('search.count', { text: 'tea' })).toEqual({
      answers: 3,
      places: 3,
      people: 3,
      documents: 0,
      questions: [
        { questionId: 1, answers: 2, places: 2 },
        { questionId: 2, answers: 1, places: 1 },
      ],
    });
  });

  test('pages follow each other and together hold everything once', async () => {
    await bring(surveyCsv(['One?', 'Two?', 'Three?'], generateAnswers(70, 3)));
    const whole = (await project.ask('search.answers', { text: 'lamp', limit: 500 })).hits.map((hit) => hit.itemId);
    const seen: number[] = [];
    for (let after: number | undefined; ; ) {
      const page = await project.ask('search.answers', { text: 'lamp', limit: 7, ...(after === undefined ? {} : { after }) });
      expect(page).toMatchObject({ complete: true, total: whole.length - seen.length });
      seen.push(...page.hits.map((hit) => hit.itemId));
      if (page.next === null) break;
      after = page.next;
    }
    expect(whole.length).toBeGreaterThan(60);
    expect(seen).toEqual(whole);
  });

  test('a text shown is never half a character, and marks the words', async () => {
    await bring(`ID,What helped you?\nA2,"${'😀'.repeat(120)} Kettle ${'😀'.repeat(400)}"\n`);
    const [hit] = (await project.ask('search.answers', { text: 'kettle', around: 41 })).hits;
    expect(hit?.pieces.every((piece) => piece.text.isWellFormed())).toBe(true);
    expect([hit?.before, hit?.after]).toEqual([true, true]);
  });

  test('masked words are not there to be found, and their label is shown', async () => {
    await bring();
    expect(await find('radios')).toEqual(['A1.1: radios']);
    await project.ask('privacy.mask', { places: [{ itemId: 1, start: 19, end: 25, label: 'gadget' }] });
    for (const mode of ['beginnings', 'words', 'anywhere'] as const)
      for (const text of ['radios', '█', 'gadget', '"repairing radios"']) expect([mode, text, await find(text, { mode })]).toEqual([mode, text, []]);
    expect(await find('repair company')).toEqual(['A1.1: repair|company']);
    const [hit] = (await project.ask('search.answers', { text: 'company' })).hits;
    expect(hit?.pieces).toEqual([
      { text: 'Tea, and repairing ', hit: false },
      { text: '[gadget]', hit: false, label: true },
      { text: '. The ', hit: false },
      { text: 'company', hit: true },
      { text: '!', hit: false },
    ]);
  });

  test('a part of a document shows its title', async () => {
    await bring();
    writeBeside((db) => {
      db.prepare("INSERT INTO document (id, import_id, title, position) VALUES (1, 1, 'House rules', 1)").run();
      db.prepare("INSERT INTO item (question_id, document_id, import_id, part, heading, text) VALUES (2, 1, 1, 1, 'Tools', 'Every tool has a shadow.')").run();
    });
    const { hits } = await project.ask('search.answers', { text: 'shadow' });
    expect(hits).toMatchObject([{ participantId: null, shown: 'House rules, Tools', document: { id: 1, title: 'House rules' } }]);
    expect(await project.ask('search.count', { text: 'shadow' })).toMatchObject({ people: 0, documents: 1 });
  });

  test('an answer that a later file changed is found in both versions, and its person counts once', async () => {
    await bring();
    writeBeside((db) => {
      db.prepare(
        "INSERT INTO import (id, file_name, size, sha256, plan, at, actor) VALUES (2, 'later.csv', 1, '', '{}', '2026-01-02T00:00:00.000Z', '')",
      ).run();
      db.prepare("INSERT INTO item (question_id, participant_id, import_id, version, text) VALUES (1, 1, 2, 2, 'More tea')").run();
    });
    const { hits } = await project.ask('search.answers', { text: 'tea', questionIds: [1] });
    expect(hits.map(({ shown, version, latest, since }) => [shown, version, latest, since?.fileName])).toEqual([
      ['A1', 1, false, undefined],
      ['A1', 2, true, 'later.csv'],
      ['A2', 1, true, undefined],
    ]);
    expect(await project.ask('search.count', { text: 'tea', questionIds: [1] })).toMatchObject({ answers: 3, people: 2 });
  });

  test('what a large project is asked meanwhile is not kept waiting, and the newest question wins', async () => {
    await bring(surveyCsv(['One?', 'Two?'], generateAnswers(12_000, 2)));
    const old = project.core.call('search.answers', { text: 'nowhere', asker: 'me' });
    const other = project.core.call('search.answers', { text: 'nowhere', asker: 'you' });
    const newest = project.core.call('search.answers', { text: 'lamp', limit: 3, asker: 'me' });
    const order: string[] = [];
    const whole = other.then(() => order.push('searched'));
    expect((await project.core.call('survey.renameQuestion', { id: 1, shortName: 'First' })).ok).toBe(true);
    order.push('renamed');
    await whole;
    expect(order).toEqual(['renamed', 'searched']);
    expect(await old).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(await newest).toMatchObject({ ok: true, value: { hits: { length: 3 } } });
    expect(await other).toMatchObject({ ok: true, value: { total: 0, complete: true } });
  });
});

/** Rows that other parts of the program write, put into the closed file. */
function writeBeside(work: (db: Database.Database) => void): void {
  const { file, folder, core: before } = project;
  before.close();
  const db = new Database(file);
  work(db);
  db.close();
  const core = openCore(file);
  project = {
    file,
    folder,
    core,
    ask: (name, input) => ask(core, name, input),
    close: () => {
      core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
