import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileOf, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import type { InputOf } from '../../../../shared/contract/index.ts';
import { all } from '../../sql.ts';

let project: TempProject;
beforeEach(() => {
  project = tempProject('Waves');
});
afterEach(() => project.close());

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[], fileName = 'wave.csv') => fileOf(fileName, rows.map((row) => row.map(cell).join(',')).join('\r\n'));
const bring = (input: InputOf<'survey.import'>) => project.ask('survey.import', input);
const compare = (input: InputOf<'survey.compare'>) => project.ask('survey.compare', input);

const header = ['ID', 'What helped you?', 'What got in the way?', 'Role'];
const first = csv([header, ['A1', 'My sister helped me a lot', 'The rain and the buses', 'Nurse'], ['A2', 'The library was open', '', 'Doctor'], ['A3', 'Talking to people there', 'My own two feet', 'Nurse']], 'first.csv');
const second = csv([header, ['A1', 'My sister, and later my aunt', 'The rain and the buses', 'Nurse'], ['A2', 'The library was open', 'Nothing at all', 'Nurse'], ['A9', 'Walking by the river', 'The dark evenings', 'Nurse']], 'second.csv');

/** Every tracked table as rows of text, to compare before and after. */
function everything(file = project.file): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  try {
    const names = all<{ name: string }>(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('operation', 'change', 'bulk', 'picture') AND name NOT LIKE 'sqlite_%'").map(({ name }) => name);
    return Object.fromEntries(names.map((name) => [name, all(db, `SELECT * FROM ${name} ORDER BY 1`)]));
  } finally {
    db.close();
  }
}

describe('a second wave', () => {
  test('asked its people every question that its file has, answered or not', async () => {
    await bring(csv([header, ['A1', 'My sister', 'The rain', 'Nurse'], ['A2', 'The library', '', 'Doctor']]));
    await bring(csv([header, ['A3', 'Walking by the river', '', 'Nurse']]));
    expect((await project.ask('survey.questions', {})).map(({ asked, answered }) => [asked, answered])).toEqual([[3, 3], [3, 1]]);
  });

  test('is laid beside the project before it comes in, and says what it would change', async () => {
    await bring(first);
    const before = everything();
    const found = await compare(second);
    expect(found).toMatchObject({
      kind: 'wave', matchedBy: 'id', people: { matched: 2, added: 1, missing: 1 }, answers: { same: 2, added: 3, changed: 1, gone: 0 },
      questions: { known: 2, added: 0 }, attributes: { known: 1, added: 0, same: 1, values: 1, kept: 1 }, missingNames: ['A3'],
      changes: [{ participant: 'A1', question: 'What helped you?', before: 'My sister helped me a lot', after: 'My sister, and later my aunt' }],
      attributeChanges: [{ participant: 'A2', attribute: 'Role', before: 'Doctor', after: 'Nurse' }],
    });
    expect(everything()).toEqual(before);
  });

  test('adds people, answers and versions; what is there stays under its codes, and people count once', async () => {
    await bring(first);
    const [analysis] = await project.ask('analysis.list', {});
    await project.ask('coding.add', { analysisId: analysis?.id ?? 0, itemId: 1, start: 0, end: 9, codes: [{ name: 'Family' }] });
    const done = await bring(second);
    expect(done).toMatchObject({ answers: 4, questions: 2, analyses: 0, wave: { answers: { same: 2, added: 3, changed: 1 }, people: { matched: 2, added: 1, missing: 1 } } });
    expect(done.warnings.join()).toContain('1 person of the project is not in this file and stays: A3.');

    const answers = await project.ask('survey.answers', { questionId: 1 });
    expect(answers.map(({ text, version, latest }) => [text, version, latest])).toEqual([
      ['My sister helped me a lot', 1, false], ['My sister, and later my aunt', 2, true],
      ['The library was open', 1, true], ['Talking to people there', 1, true], ['Walking by the river', 1, true],
    ]);
    expect(answers[1]?.since).toMatchObject({ fileName: 'second.csv' });
    expect((await project.ask('survey.participants', {})).map(({ label, number, attributes }) => [label, number, attributes[1]])).toEqual([['A1', 1, 'Nurse'], ['A2', 2, 'Doctor'], ['A3', 3, 'Nurse'], ['A9', 4, 'Nurse']]);

    const aunt = answers[1]?.itemId ?? 0;
    await project.ask('coding.add', { analysisId: analysis?.id ?? 0, itemId: aunt, start: 0, end: 9, codes: [{ name: 'Family' }] });
    expect((await project.ask('survey.questions', {})).map(({ answered, coded }) => [answered, coded])).toEqual([[4, 1], [4, 0]]);
    const { analyses } = await project.ask('counts.list', {});
    expect(analyses[0]).toMatchObject({ answered: 4, nodes: [{ path: ['Family'], extracts: 2, participants: 1 }] });
    expect(await project.ask('project.overview', {})).toMatchObject({ participants: 4, answers: 8, answersCoded: 1 });
    expect((await project.ask('project.check', {})).problems).toEqual([]);
  });

  test('undone, leaves nothing of itself; done again, all of it', async () => {
    await bring(first);
    const before = everything();
    await bring(second);
    const after = everything();
    await project.ask('history.undo', {});
    expect(everything()).toEqual(before);
    await project.ask('history.redo', {});
    expect(everything()).toEqual(after);
  });

  test('again and again changes nothing, not even after a third file, and leaves no step behind', async () => {
    await bring(first);
    await bring(second);
    const before = everything();
    const again = await bring(first);
    expect(again).toMatchObject({ answers: 0, wave: { answers: { added: 0, changed: 0 } } });
    expect(again.warnings.at(-1)).toBe('Everything in this file is in the project already, so nothing was added.');
    await bring(second);
    expect(everything()).toEqual(before);
    expect((await project.ask('history.list', { limit: 50 })).length).toBe(2);
  });

  test('an answer that is as it was before again, in another file, is the latest version again', async () => {
    await bring(first);
    await bring(second);
    const third = csv([header, ['A1', 'My sister helped me a lot', 'The rain and the buses', 'Nurse']], 'third.csv');
    const found = await compare(third);
    expect(found).toMatchObject({ answers: { same: 1, changed: 1, gone: 0 }, changes: [{ participant: 'A1', before: 'My sister, and later my aunt', after: 'My sister helped me a lot' }] });
    expect(found.warnings.join()).toContain('1 changed answer is as it was in an earlier file again, and becomes the latest version again.');
    await bring(third);
    const versions = async () => (await project.ask('survey.answers', { questionId: 1 })).filter(({ participantId }) => participantId === 1).map(({ text, version, latest }) => [text, version, latest]);
    const three = [['My sister helped me a lot', 1, false], ['My sister, and later my aunt', 2, false], ['My sister helped me a lot', 3, true]];
    expect(await versions()).toEqual(three);
    // Files that came in before say nothing new, whatever order they are handed over in.
    for (const file of [first, second, third]) expect(await bring(file)).toMatchObject({ answers: 0 });
    expect(await versions()).toEqual(three);
    // Words that were masked since do not come back in this way.
    const itemId = (await project.ask('survey.answers', { questionId: 1 }))[0]?.itemId ?? 0;
    await bring(csv([header, ['A1', 'My aunt alone', '', 'Nurse']], 'fourth.csv'));
    await project.ask('privacy.mask', { places: [{ itemId, start: 0, end: 9, label: '[somebody]' }] });
    await project.ask('privacy.mask', { places: [{ itemId: (await project.ask('survey.answers', { questionId: 1 }))[2]?.itemId ?? 0, start: 0, end: 9, label: '[somebody]' }] });
    expect(await compare(csv([header, ['A1', 'My sister helped me a lot', '', 'Nurse']], 'fifth.csv'))).toMatchObject({ answers: { same: 1, changed: 0 } });
  });

  test('brings new columns as new questions with their own analysis', async () => {
    await bring(first);
    expect(await bring(csv([['ID', 'What helped you?', 'What would you change, looking back?'], ['A2', 'The library was open', 'I would have asked for help earlier'], ['A3', 'Talking to people there', 'Nothing, to be honest with you']]))).toMatchObject({ questions: 2, answers: 2, analyses: 1, wave: { kind: 'wave', questions: { known: 1, added: 1 } } });
    expect((await project.ask('survey.questions', {})).map(({ shortName }) => shortName)).toHaveLength(3);
  });

  test('takes the same question by its column, where only a word of it was corrected, and never another question', async () => {
    const qualtrics = (wording: string, other: string, answers: string[][]) => ({ ...csv([['ID', 'Q1', 'Q2'], ...answers]), plan: { columns: [{ index: 1, role: 'question' as const, wording }, { index: 2, role: 'question' as const, wording: other }] } });
    await bring(qualtrics('What helped you to setle in here?', 'And what got in the way of it?', [['A1', 'My sister', 'The rain'], ['A2', 'The library', 'The buses']]));
    const found = await compare(qualtrics('What helped you to settle in here?', 'Which month is it now where you live?', [['A1', 'My sister', 'May'], ['A3', 'A dog', 'June']]));
    expect(found).toMatchObject({ questions: { known: 1, added: 1 }, answers: { same: 1, changed: 0 } });
    expect(found.warnings.join()).toContain('worded a little differently');
    expect(found.warnings.join()).toContain('asks something else');
  });

  test('reads a handful of late rows in the roles that the project knows', async () => {
    await bring(first);
    const late = csv([header, ['A7', 'Yes', '3', 'Nurse']]);
    expect(await compare(late)).toMatchObject({ kind: 'wave', people: { matched: 0, added: 1 }, questions: { known: 2 }, attributes: { known: 1 } });
    expect(await bring(late)).toMatchObject({ answers: 2 });
    expect((await project.ask('survey.participants', {})).at(-1)).toMatchObject({ label: 'A7', number: 4, attributes: { 1: 'Nurse' } });
  });

  test('leaves a column of ids an attribute where it came in as one, or everybody would come in twice', async () => {
    const numbered = csv([['Ref', 'What helped you?'], ...Array.from({ length: 5 }, (_, at) => [`000${at + 1}`, `Talking to people there, ${at} of them`])]);
    await bring({ ...numbered, plan: { columns: [{ index: 0, role: 'attribute' as const }] } });
    expect(await compare(numbered)).toMatchObject({ matchedBy: 'row', people: { matched: 5, added: 0 }, roles: [{ index: 0, role: 'attribute' }] });
  });

  test('leaves out what was left out on purpose', async () => {
    await bring({ ...first, plan: { columns: [{ index: 2, role: 'ignore' as const }] } });
    expect(await compare(second)).toMatchObject({ questions: { known: 1, added: 0 }, roles: expect.arrayContaining([{ index: 2, role: 'ignore' }]), known: [1] });
    await bring(second);
    expect(await project.ask('survey.questions', {})).toHaveLength(1);
    await bring({ ...second, plan: { columns: [{ index: 2, role: 'question' as const }] } });
    expect(await project.ask('survey.questions', {})).toHaveLength(2);
  });

  test('keeps gaps in ids as they are', async () => {
    await bring(csv([['ID', 'What helped you?'], ['P1', 'One thing or another'], ['P4', 'The people I met'], ['P33', 'A long walk each day']]));
    await bring(csv([['ID', 'What helped you?'], ['P12', 'A late one, this'], ['P33', 'A long walk each day']]));
    expect((await project.ask('survey.participants', {})).map(({ shown }) => shown)).toEqual(['P1', 'P4', 'P33', 'P12']);
  });
});

describe('people', () => {
  test('without ids are recognised by the whole row, twins one by one; the rest are new', async () => {
    const head = ['What helped you most of all?', 'And what else helped you?'];
    const rows = [['The library, which was open all day', 'My sister, who came along on Sundays'], ['Nothing that I know of', 'Nothing again, I am afraid'], ['Nothing that I know of', 'Nothing again, I am afraid'], ['A walk every morning before work', '']];
    const plan = { columns: [0, 1].map((index) => ({ index, role: 'question' as const })) };
    await bring({ ...csv([head, ...rows]), plan });
    const longer = csv([head, ...rows, ['Nothing that I know of', 'Nothing again, I am afraid'], ['The library, which was open all day', 'My brother too']]);
    const found = await compare(longer);
    expect(found).toMatchObject({ kind: 'wave', matchedBy: 'row', people: { matched: 4, added: 2, missing: 0 }, answers: { same: 7, added: 4, changed: 0 } });
    expect(found.warnings.join()).toContain('This file has no ids. 4 rows are the same, word for word, as those of people in the project; the other 2 come in as new people.');
    await bring(longer);
    await bring(longer);
    expect((await project.ask('survey.participants', {})).map(({ label }) => label)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6']);
  });

  test('with an id are never taken for a row without one', async () => {
    await bring(first);
    const found = await compare(csv([['What helped you?', 'What got in the way?'], ['My sister helped me a lot', 'The rain and the buses'], ['Something else', 'Entirely different']]));
    expect(found).toMatchObject({ matchedBy: 'none', people: { matched: 0, added: 2 } });
    expect(found.warnings.join()).toContain('nobody can be recognised');
  });

  test('of a file that mixes two numberings are shown with their numbers', async () => {
    const { warnings } = await bring(csv([['ID', 'What helped you?'], ...Array.from({ length: 8 }, (_, index) => [`P${index + 1}`, `Answer number ${index}`]), ['31', 'One more answer to it'], ['44', 'And another answer to it'], ['P07', 'A twin of somebody else']]));
    expect(warnings.join()).toContain('9 ids look like P1, 2 are bare numbers: 31, 44. Perhaps two numberings are mixed');
    expect(warnings.join()).toContain('P7 and P07');
  });

  test('under a nearly equal id, or in another numbering, are pointed out', async () => {
    await bring(csv([['ID', 'What helped you?'], ...Array.from({ length: 12 }, (_, index) => [`P${index + 1}`, `Answer number ${index}`])]));
    const { warnings } = await compare(csv([['ID', 'What helped you?'], ['P07', 'An answer to it'], ['31', 'Another answer to it']]));
    expect(warnings.join()).toContain('1 new id is nearly the same as one in the project: P7 and P07.');
    expect(warnings.join()).toContain('1 is a bare number: 31');
  });
});

test('masked words do not come back with the same file, with ids or without; another text is pointed out', async () => {
  for (const [head, ids] of [[['ID', 'What helped you?'], ['A1', 'A2']], [['And what helped you most of all?'], []]] as const) {
    const text = 'My sister Tabitha helped me a lot';
    const rows = [text, 'The library was open'].map((answer, index) => [...(ids[index] ? [ids[index]] : []), answer]);
    const file = { ...csv([[...head], ...rows]), plan: { columns: [{ index: head.length - 1, role: 'question' as const }] } };
    await bring(file);
    const questionId = (await project.ask('survey.questions', {})).at(-1)?.id ?? 0;
    const itemId = (await project.ask('survey.answers', { questionId }))[0]?.itemId ?? 0;
    await project.ask('privacy.mask', { places: [{ itemId, start: 10, end: 17, label: '[sister]' }] });
    expect(await bring(file)).toMatchObject({ answers: 0, wave: { people: { matched: 2, added: 0 }, answers: { same: 2, changed: 0 } } });
    if (ids.length === 0) continue;
    const { changes, warnings } = await compare(csv([[...head], ['A1', 'My sister Tabitha helped me'], ['A2', 'The library was open']]));
    expect(changes[0]?.before).not.toContain('Tabitha');
    expect(warnings.join()).toContain('1 changed answer has masked words in the project. The new text may hold them again');
  }
});

test('codings of both versions travel as a file and find their places again', async () => {
  await bring(first);
  await bring(second);
  const answers = await project.ask('survey.answers', { questionId: 1 });
  const [one, two] = [answers[0]?.itemId ?? 0, answers[1]?.itemId ?? 0];
  await project.ask('coding.add', { analysisId: 1, itemId: one, start: 0, end: 24, codes: [{ name: 'Family' }] });
  await project.ask('coding.add', { analysisId: 1, itemId: two, start: 11, end: 28, codes: [{ name: 'Family' }] });
  const made = await project.ask('export.make', { format: 'codings', ending: 'csv', settings: {} });
  expect(await project.ask('coding.import', { fileName: 'codings.csv', bytes: made.bytes })).toMatchObject({ codings: 0, repeated: 2, problems: [] });
});

test('whatever two files hold: undo restores every table, importing again changes nothing, and people are unions across versions', async () => {
  const text = fc.constantFrom('', 'Yes', 'No, never', 'The kettle is always on', 'I come for the people 👩‍🔧', 'cafe\u0301 talk', 'Line one\nline two');
  const rows = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 9 }), a: text, b: text }), { selector: ({ id }) => id, minLength: 2, maxLength: 7 });
  const fileOfRows = (of: { id: number; a: string; b: string }[]) => ({
    ...csv([['ID', 'What helped you?', 'What got in the way?'], ...of.map(({ id, a, b }) => [`X${id}`, a, b])]),
    plan: { columns: [{ index: 0, role: 'participant' as const }, { index: 1, role: 'question' as const }, { index: 2, role: 'question' as const }] },
  });
  await fc.assert(
    fc.asyncProperty(rows, rows, async (one, two) => {
      const mine = tempProject('Random waves');
      try {
        await mine.ask('survey.import', fileOfRows(one));
        const before = everything(mine.file);
        const foretold = await mine.ask('survey.compare', fileOfRows(two));
        const done = await mine.ask('survey.import', fileOfRows(two));
        expect(done.wave).toEqual({ kind: foretold.kind, matchedBy: foretold.matchedBy, people: foretold.people, answers: foretold.answers, questions: foretold.questions, attributes: foretold.attributes });
        const after = everything(mine.file);
        for (const file of [fileOfRows(one), fileOfRows(two)]) expect(await mine.ask('survey.import', file)).toMatchObject({ answers: 0 });
        expect(everything(mine.file)).toEqual(after);
        for (const [at, { id, answered }] of (await mine.ask('survey.questions', {})).entries()) {
          const key = at === 0 ? 'a' : 'b';
          expect([id, answered]).toEqual([id, new Set([...one, ...two].filter((row) => row[key] !== '').map((row) => row.id)).size]);
        }
        expect((await mine.ask('project.check', {})).problems).toEqual([]);
        if (done.answers + done.wave.people.added > 0) await mine.ask('history.undo', {});
        expect(everything(mine.file)).toEqual(before);
      } finally {
        mine.close();
      }
    }),
    { numRuns: 25 },
  );
});
