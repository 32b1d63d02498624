import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileOf, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import type { InputOf } from '../../../../shared/contract/index.ts';

let project: TempProject;
beforeEach(() => {
  project = tempProject('Numbered waves');
});
afterEach(() => project.close());

const answer = (at: number) => `I like the garden for reason ${at}, and the tea afterwards`;
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const file = (ids: readonly (string | number)[], fileName = 'wave.csv', more = false) =>
  fileOf(fileName, [`ID,What do you like?${more ? ',And what not?' : ''}`, ...ids.map((id, at) => `${id},"${answer(at + 1)}"${more ? `,"The mud on day ${at + 1} was not so good, honestly"` : ''}`)].join('\n'));
const numbering = (name: string, pairs: readonly (readonly [string | number, string | number])[]) =>
  project.ask('alias.import', { name, table: { text: pairs.map((pair) => pair.join('\t')).join('\n') } });
const compare = (input: InputOf<'survey.compare'>) => project.ask('survey.compare', input);
const bring = (input: InputOf<'survey.import'>) => project.ask('survey.import', input);

describe('a later file in another numbering', () => {
  beforeEach(async () => {
    await bring(file(upTo(30)));
    await numbering('Paper forms', upTo(30).map((id) => [id, id + 300]));
  });
  const paper = () => file(upTo(30).map((id) => id + 300), 'paper.csv', true);

  test('is matched by it, says so first, and can be matched by the ids as imported instead', async () => {
    const found = await compare(paper());
    expect(found).toMatchObject({ matchedBy: 'numbering', people: { matched: 30, added: 0, missing: 0 }, answers: { same: 30, added: 30, changed: 0 } });
    expect(found.ids).toEqual({ numbering: 'Paper forms', alike: false, proposed: true, ways: [{ numbering: null, people: 0 }, { numbering: 'Paper forms', people: 30 }], alikes: 0 });
    expect(found.warnings[0]).toBe('These are numbers of the numbering “Paper forms”: 30 people are matched by it.');

    const otherwise = await compare({ ...paper(), plan: { ids: { numbering: null } } });
    expect(otherwise).toMatchObject({ matchedBy: 'id', people: { matched: 0, added: 30 }, ids: { numbering: null, proposed: false } });
    expect(otherwise.warnings.join()).toContain('30 ids of this file are numbers of the numbering “Paper forms”');
  });

  test('comes in by it, is remembered with its plan, and is undone whole', async () => {
    await bring(paper());
    expect(await project.ask('survey.participants', {})).toHaveLength(30);
    const [plan] = await project.ask('plan.list', {});
    expect(plan?.plan.ids).toEqual({ numbering: 'Paper forms', alike: false });
    // The first file was matched with nothing.
    expect((await project.ask('plan.list', {})).at(-1)?.plan.ids).toBeUndefined();
    expect(await bring(paper())).toMatchObject({ answers: 0 });
    await project.ask('history.undo', {});
    expect(await project.ask('survey.questions', {})).toHaveLength(1);
    expect((await project.ask('project.check', {})).problems).toEqual([]);
  });

  test('gives new people their number of it, and never takes one that is an id as imported for that person', async () => {
    const ids = [...upTo(29).map((id) => id + 300), 7, 340];
    const found = await compare(file(ids, 'paper.csv'));
    expect(found).toMatchObject({ matchedBy: 'numbering', people: { matched: 29, added: 2, missing: 1 } });
    expect(found.warnings.join()).toContain('1 id of this file is no number of “Paper forms”, but is the id of somebody as imported: 7. It comes in as a new person');
    await bring(file(ids, 'paper.csv'));
    const people = await project.ask('survey.participants', {});
    expect(people.slice(-2).map(({ label, aliases }) => [label, ...Object.values(aliases)])).toEqual([['7 (Paper forms)', '7'], ['340', '340']]);
    expect(await compare(file(ids, 'paper.csv'))).toMatchObject({ people: { matched: 31, added: 0 } });
    await project.ask('history.undo', {});
    expect((await project.ask('alias.schemes', {}))[0]).toMatchObject({ people: 30 });
    await project.ask('history.redo', {});
    expect((await project.ask('alias.schemes', {}))[0]).toMatchObject({ people: 32 });
    expect((await project.ask('project.check', {})).problems).toEqual([]);
  });

  test('is matched by nothing in silence where two numberings know its ids, or only some are known', async () => {
    await numbering('Phone list', upTo(30).map((id) => [id, 331 - id]));
    const both = await compare(paper());
    expect(both).toMatchObject({ matchedBy: 'id', people: { matched: 0, added: 30 } });
    expect(both.warnings.join()).toContain('30 ids of this file are numbers of the numbering “Paper forms”');
    expect(both.warnings.join()).toContain('30 ids of this file are numbers of the numbering “Phone list”');
    expect(await compare({ ...paper(), plan: { ids: { numbering: 'phone list' } } })).toMatchObject({ matchedBy: 'numbering', people: { matched: 30 }, answers: { changed: 30 } });

    const half = await compare(file([...upTo(10), ...upTo(10).map((id) => id + 300)], 'half.csv'));
    expect(half).toMatchObject({ matchedBy: 'id', people: { matched: 10, added: 10 } });
    expect(half.warnings.join()).toContain('10 ids of this file are numbers of the numbering “Paper forms”');
  });

  test('that the project does not have is not guessed at', async () => {
    const plan = { ids: { numbering: 'Older list' } };
    expect((await compare({ ...paper(), plan })).warnings[0]).toContain('The plan matches people by the numbering “Older list”, which this project does not have');
    await expect(bring({ ...paper(), plan })).rejects.toThrow('“Older list”');
  });
});

describe('ids that differ only in capitals, blanks, hyphens or zeros', () => {
  const marked = (at: number) => `AB-${String(at).padStart(3, '0')}`;
  beforeEach(async () => void (await bring(file(upTo(20).map(marked)))));

  test('are the same where all of a file are written so, which is said', async () => {
    const found = await compare(file(upTo(20).map((at) => `ab${at}`), 'small.csv'));
    expect(found).toMatchObject({ people: { matched: 20, added: 0 }, answers: { same: 20 }, ids: { numbering: null, alike: true, proposed: true, alikes: 20 } });
    expect(found.warnings[0]).toBe('20 ids differ from those in the project only in capitals, blanks, hyphens or zeros (ab1 and AB-001; ab2 and AB-002; ab3 and AB-003 …). They are taken for the same people.');
    expect(await compare({ ...file(upTo(20).map((at) => `ab${at}`)), plan: { ids: { alike: false } } })).toMatchObject({ people: { matched: 0, added: 20 }, ids: { alike: false, proposed: false, alikes: 20 } });
  });

  test('are different people where few are, unless somebody says otherwise', async () => {
    const few = file([...upTo(9).map(marked), 'ab-010', 'AB-11']);
    const found = await compare(few);
    expect(found).toMatchObject({ people: { matched: 9, added: 2 }, ids: { alike: false, alikes: 2 } });
    expect(found.warnings.join()).toContain('They come in as new people.');
    const plan = { ids: { alike: true } };
    expect(await compare({ ...few, plan })).toMatchObject({ people: { matched: 11, added: 0 }, ids: { alike: true, proposed: false } });
    expect(await bring({ ...few, plan })).toMatchObject({ answers: 0 });
    expect(await project.ask('survey.participants', {})).toHaveLength(20);
  });

  test('never let two people fall together', async () => {
    await bring(file(['AB-2', 'ab 21', 'AB-1-1'], 'more.csv'));
    const plan = { ids: { alike: true } };
    // Two in the project are alike, two in the file are, and one is there already under that very id.
    const found = await compare({ ...file(['ab2', 'ab3', 'AB3', 'AB-004', 'ab4', 'ab11']), plan });
    expect(found).toMatchObject({ people: { matched: 2, added: 4 } });
  });
});
