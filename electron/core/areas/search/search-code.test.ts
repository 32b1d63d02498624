import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateAnswers } from '../../../../fixtures/generate.ts';
import { fileOf, surveyCsv, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import type { InputOf } from '../../../../shared/contract/index.ts';

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

describe('coding what was found', () => {
  const codeAll = (input: Omit<InputOf<'search.codeAll'>, 'analysisId'>) => project.core.call('search.codeAll', { analysisId: 1, ...input });
  const codings = () =>
    tables().prepare('SELECT item_id, start, "end", participant_id, code.name FROM coding JOIN code ON code.id = code_id ORDER BY coding.id').raw().all();

  test('the preview says what comes, the command does it as one step, undo takes all of it back', async () => {
    await bring();
    const before = everything();
    const preview = await project.ask('search.extracts', { text: 'tea OR repair', extent: 'sentence', into: { analysisId: 1, codes: [{ name: 'Mending' }] } });
    expect(preview).toEqual({
      places: [
        [1, 0, 26],
        [2, 0, 28],
        [6, 11, 53],
        [8, 0, 3],
      ],
      extracts: 4,
      answers: 4,
      people: 3,
      documents: 0,
      already: 0,
      outside: 2,
      tooMany: false,
    });
    const done = await codeAll({ codes: [{ name: 'Mending' }, { name: 'Tea', kind: 'latent' }], places: [...preview.places] as [number, number, number][] });
    expect(done).toMatchObject({
      ok: true,
      value: {
        extracts: 4,
        codings: 8,
        already: 0,
        people: 3,
        documents: 0,
        codes: [
          { name: 'Mending', created: true },
          { name: 'Tea', created: true },
        ],
      },
    });
    expect(codings().filter((row) => (row as unknown[])[4] === 'Mending')).toEqual([
      [1, 0, 26, 1, 'Mending'],
      [2, 0, 28, 2, 'Mending'],
      [6, 11, 53, 2, 'Mending'],
      [8, 0, 3, 4, 'Mending'],
    ]);
    expect((await project.ask('history.list', { limit: 1 }))[0]?.label).toBe('Coded 4 extracts found by searching with “Mending”, “Tea”');
    const after = everything();
    await project.ask('history.undo', {});
    expect(everything()).toEqual(before);
    await project.ask('history.redo', {});
    expect(everything()).toEqual(after);
  });

  test('what stands under the code already, in full or within a longer extract, stays as it is and is told', async () => {
    await bring();
    await project.ask('coding.add', { analysisId: 1, itemId: 1, start: 0, end: 26, codes: [{ name: 'Tea' }] });
    const wanted = { text: 'tea', extent: 'words' as const, into: { analysisId: 1, codes: [{ name: 'tea' }] } };
    const preview = await project.ask('search.extracts', wanted);
    expect(preview).toMatchObject({ extracts: 3, already: 1 });
    expect((await project.ask('search.extracts', { ...wanted, into: { analysisId: 1, codes: [{ name: 'tea' }, { name: 'new' }] } })).already).toBe(0);
    expect(await codeAll({ codes: [{ name: 'TEA' }], places: [...preview.places] as [number, number, number][] })).toMatchObject({
      ok: true,
      value: { extracts: 2, codings: 2, already: 1, people: 2 },
    });
    expect(await codeAll({ codes: [{ name: 'Tea' }], places: [[1, 0, 3]] })).toMatchObject({
      ok: true,
      value: { extracts: 0, codings: 0, already: 1, people: 0 },
    });
    expect((await project.ask('history.list', { limit: 9 })).length).toBe(3);
  });

  test('only some of the hits, or all but some; extracts of one answer that overlap are one', async () => {
    await bring();
    const wanted = { text: 'tea', extent: 'answer' as const, into: { analysisId: 1, codes: [] } };
    expect((await project.ask('search.extracts', { ...wanted, only: [2] })).places).toEqual([[2, 0, 28]]);
    expect((await project.ask('search.extracts', { ...wanted, except: [2] })).places).toEqual([
      [1, 0, 39],
      [8, 0, 3],
    ]);
    expect(
      await codeAll({
        codes: [{ name: 'One' }],
        places: [
          [1, 0, 8],
          [1, 4, 26],
          [1, 27, 38],
        ],
      }),
    ).toMatchObject({ ok: true, value: { extracts: 2 } });
    expect(codings()).toEqual([
      [1, 0, 26, 1, 'One'],
      [1, 27, 38, 1, 'One'],
    ]);
  });

  test('nothing is coded where one of the places is none', async () => {
    await bring();
    const before = everything();
    expect(
      await codeAll({
        codes: [{ name: 'One' }],
        places: [
          [1, 0, 8],
          [1, 4, 2_600],
        ],
      }),
    ).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(
      await codeAll({
        codes: [{ name: 'One' }],
        places: [
          [1, 0, 8],
          [99, 0, 1],
        ],
      }),
    ).toMatchObject({ ok: false, error: { kind: 'missing' } });
    expect(await codeAll({ codes: [{ id: 99 }], places: [[1, 0, 8]] })).toMatchObject({ ok: false, error: { kind: 'missing' } });
    expect(everything()).toEqual(before);
  });

  test('tens of thousands of extracts at once, in a thread of their own that says how far it is, and back', async () => {
    await bring(surveyCsv(['One?', 'Two?'], generateAnswers(4_000, 2)));
    const { places, extracts, people } = await project.ask('search.extracts', {
      text: 'lamp OR the',
      extent: 'words',
      into: { analysisId: 1, codes: [{ name: 'Lamps' }] },
    });
    expect(extracts).toBeGreaterThan(10_000);
    const words = new Set<string>();
    project.core.onProgress((progress) => words.add(progress.words));
    expect(await codeAll({ codes: [{ name: 'Lamps' }], places: [...places] as [number, number, number][] })).toMatchObject({
      ok: true,
      value: { extracts, people },
    });
    expect([...words]).toContain('Coding what was found');
    expect(codings()).toHaveLength(extracts);
    await project.ask('history.undo', {});
    expect(codings()).toEqual([]);
    expect(await project.ask('project.check', {})).toMatchObject({ problems: [] });
  });
});

/** Looks into the file through a handle of its own. */
function tables(): Database.Database {
  const db = new Database(project.file, { readonly: true });
  opened.push(db);
  return db;
}
const opened: Database.Database[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

const everything = () => ['code', 'coding', 'theme', 'analysis', 'item'].map((table) => tables().prepare(`SELECT * FROM ${table} ORDER BY id`).all());
