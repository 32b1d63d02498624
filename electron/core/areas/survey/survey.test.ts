import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, fileOf, surveyCsv, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import { generateAnswers, generateCodings } from '../../../../fixtures/generate.ts';
import { all, one } from '../../sql.ts';
import Database from 'better-sqlite3';
import type { InputOf } from '../../../../shared/contract/index.ts';
import { awkwardFile } from '../../importers/testing.ts';
import { sheetOf, workbook, workbookFile } from '../../importers/workbook/workbooks-for-tests.ts';

let project: TempProject;
beforeEach(() => {
  project = tempProject('Moving house');
});
afterEach(() => project.close());

const csv = (text: string, fileName = 'survey.csv') => fileOf(fileName, text);
const bring = (input: InputOf<'survey.import'>) => project.ask('survey.import', input);

/** Rows of every table that an import may write, straight from the file. */
function rowsIn(table: string): unknown[] {
  const db = new Database(project.file, { readonly: true });
  try {
    return all(db, `SELECT * FROM ${table}`);
  } finally {
    db.close();
  }
}
const written = () =>
  ['import', 'participant', 'attribute', 'attribute_value', 'question', 'item', 'repair', 'analysis', 'operation'].map((table) => rowsIn(table).length);

async function refusal(input: InputOf<'survey.import'>): Promise<{ kind: string; message: string }> {
  const before = written();
  const result = await project.core.call('survey.import', input);
  expect(written()).toEqual(before);
  if (result.ok) throw new Error('was not refused');
  return result.error;
}

const small =
  'ID,What helped you?,Role\nA1,My sister helped me a lot,Nurse\nA2,"The library\r\nwas open",Doctor\nA3,   ,Nurse\nA4,  talking to people  ,Nurse\n';

describe('an import', () => {
  test('writes participants, attributes, questions, answers and one analysis per question', async () => {
    expect(await bring(csv(small))).toMatchObject({ participants: 4, questions: 1, attributes: 1, answers: 3, repairs: 0, analyses: 1 });
    expect(await project.ask('survey.participants', {})).toMatchObject([
      { number: 1, label: 'A1', shown: 'A1', attributes: { 1: 'Nurse' } },
      { shown: 'A2', attributes: { 1: 'Doctor' } },
      { shown: 'A3' },
      { shown: 'A4' },
    ]);
    expect(await project.ask('survey.questions', {})).toMatchObject([
      { id: 1, column: 'What helped you?', shortName: 'What helped you?', wording: 'What helped you?', position: 1, answered: 3, coded: 0 },
    ]);
    expect((await project.ask('survey.answers', { questionId: 1 })).map(({ text }) => text)).toEqual([
      'My sister helped me a lot',
      'The library\nwas open',
      '  talking to people  ',
    ]);
    expect(await project.ask('survey.attributes', {})).toEqual([{ id: 1, name: 'Role', wording: 'Role', position: 1, values: ['Nurse', 'Doctor'] }]);
    expect(await project.ask('analysis.list', {})).toMatchObject([{ name: 'What helped you?', questionIds: [1], answered: 3 }]);
  });

  test('takes wordings and short names from an edited plan', async () => {
    const codes = csv('ID,Q1,Q2\nA1,I like the people here,The stairs were too much\nA2,My lamp broke on a Friday,Nothing at all so far\n');
    const columns = [{ index: 1, role: 'question' as const, wording: 'What brings you here?', shortName: 'Coming' }, { index: 2, role: 'question' as const }];
    await bring({ ...codes, plan: { columns } });
    expect(await project.ask('survey.questions', {})).toMatchObject([{ column: 'Q1', wording: 'What brings you here?', shortName: 'Coming' }, { column: 'Q2', wording: 'Q2' }]);
  });

  test('counts an answer as coded only in an analysis of its question', async () => {
    await bring(csv('ID,What helped you?,What was in the way?\nA1,My sister helped me,The stairs at home\nA2,The library was open,My own head mostly\n'));
    const [first, second] = await project.ask('analysis.list', {});
    await project.ask('coding.add', { analysisId: first?.id ?? 0, itemId: 1, start: 0, end: 9, codes: [{ name: 'Family' }] });
    await project.ask('coding.add', { analysisId: second?.id ?? 0, itemId: 2, start: 0, end: 9, codes: [{ name: 'Borrowed' }] });
    expect((await project.ask('survey.questions', {})).map(({ coded }) => coded)).toEqual([1, 0]);
  });

  test('keeps the file’s name, size, hash and plan, and no word of the answers outside them', async () => {
    await bring(awkwardFile('mojibake.csv'));
    const [row] = rowsIn('import') as { file_name: string; size: number; sha256: string; plan: string }[];
    expect(row).toMatchObject({ file_name: 'mojibake.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(row?.plan).not.toMatch(/thatâ€|that’s/);
    expect(rowsIn('operation')).toMatchObject([{ label: 'Imported 4 respondents and 1 question from mojibake.csv' }]);
  });

  test('records each repaired place where it now stands', async () => {
    expect(await bring(awkwardFile('mojibake.csv'))).toMatchObject({ repairs: 5 });
    const texts = new Map((await project.ask('survey.answers', { questionId: 1 })).map(({ itemId, text }) => [itemId, text]));
    for (const { item_id, start, after } of rowsIn('repair') as { item_id: number; start: number; after: string }[])
      expect(texts.get(item_id)?.slice(start, start + after.length)).toBe(after);
    expect([...texts.values()][0]).toBe('It didn’t, and that’s it');
    expect((await project.ask('survey.attributes', {}))[0]?.values).toEqual(['Café', 'Nurse']);
  });

  test('leaves damage alone where repairing is off', async () => {
    expect(await bring({ ...awkwardFile('mojibake.csv'), plan: { repairs: { apply: false } } })).toMatchObject({ repairs: 0 });
    expect((await project.ask('survey.answers', { questionId: 1 }))[0]?.text).toBe('It didnâ€™t, and thatâ€™s it');
  });

  test('takes control characters out, makes line ends LF, and changes nothing else', async () => {
    const { warnings } = await bring(awkwardFile('controls.csv'));
    expect((await project.ask('survey.answers', { questionId: 1 })).map(({ text }) => text)).toEqual([
      'My sister helped me',
      'The library\nwas open\nall day',
      '  spaces stay  ',
    ]);
    expect(warnings.join()).toContain('1 empty character (NUL) was removed');
    expect(warnings.join()).toContain('2 control characters');
  });

  test('follows the plan: roles, short names, all questions together', async () => {
    const plan = {
      columns: [
        { index: 2, role: 'question' as const, shortName: 'Job' },
        { index: 1, role: 'question' as const, shortName: 'Help' },
      ],
      analyses: 'together' as const,
    };
    expect(await bring({ ...csv(small), plan })).toMatchObject({ questions: 2, attributes: 0, analyses: 1 });
    expect((await project.ask('survey.questions', {})).map(({ shortName }) => shortName)).toEqual(['Help', 'Job']);
    expect(await project.ask('analysis.list', {})).toMatchObject([{ name: 'Moving house', questionIds: [1, 2] }]);
  });

  test('shows P1, P2 … for long ids and for respondents without an id', async () => {
    await bring(awkwardFile('qualtrics-2016.csv'));
    expect((await project.ask('survey.participants', {})).map(({ shown, label }) => [shown, label])).toEqual([
      ['P1', 'R_1abcdefghijklmn'],
      ['P2', 'R_2abcdefghijklmn'],
      ['P3', 'R_4abcdefghijklmn'],
    ]);
    await bring(csv('Anything else you would like to say?\nNo, that was all\nYes, thank you very much\nPerhaps another time\n'));
    expect((await project.ask('survey.participants', {})).map(({ shown }) => shown)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6']);
  });

  test('can be undone and done again', async () => {
    await bring(csv(small));
    const before = ['participant', 'attribute_value', 'question', 'item', 'analysis', 'analysis_question'].map(rowsIn);
    await project.ask('history.undo', {});
    expect(rowsIn('item')).toEqual([]);
    await project.ask('history.redo', {});
    expect(['participant', 'attribute_value', 'question', 'item', 'analysis', 'analysis_question'].map(rowsIn)).toEqual(before);
  });
});

describe('an Excel workbook', () => {
  const header = ['ID', 'What helped you?', 'Role'];
  const file = workbookFile(
    workbook([
      { name: 'First', xml: sheetOf([header, ['A1', 'My sister helped me a lot', 'Nurse'], ['A2', 'The library_x000D_\nwas open all day', 'Doctor'], ['A3', 'Talking to people there', 'Nurse']]) },
      { name: 'Second', xml: sheetOf([header, ['B1', 'Walking by the river', 'Nurse'], ['B2', 'Nothing that I know of', 'Doctor']]) },
    ]),
  );

  test('comes in as a CSV does, is remembered with its sheet, and can be undone', async () => {
    expect(await bring(file)).toMatchObject({ participants: 3, questions: 1, attributes: 1, answers: 3 });
    expect((await project.ask('survey.answers', { questionId: 1 })).map(({ text }) => text)).toEqual(['My sister helped me a lot', 'The library\nwas open all day', 'Talking to people there']);
    const [row] = rowsIn('import') as { file_name: string; plan: string }[];
    expect(JSON.parse(row?.plan ?? '')).toMatchObject({ format: 'xlsx', sheet: 'First' });
    await project.ask('history.undo', {});
    expect(rowsIn('item')).toEqual([]);
  });

  test('another sheet is chosen in the plan', async () => {
    expect(await bring({ ...file, plan: { sheet: 'Second' } })).toMatchObject({ participants: 2, answers: 2 });
    expect((await refusal({ ...file, plan: { sheet: 'Third' } })).message).toContain('has no sheet “Third”. It has: “First”, “Second”.');
  });
});

describe('a second file', () => {
  test('gives people who are there new answers, and adds the others', async () => {
    await bring(csv(small));
    const { warnings } = await bring(
      csv(
        'ID,And what got in the way?,Role\nA2,The rain and the buses,Teacher\nA9,Nothing got in the way,Nurse\nA3,My own two feet really,Nurse\n',
        'more.csv',
      ),
    );
    expect((await project.ask('survey.participants', {})).map(({ label, number }) => [label, number])).toEqual([
      ['A1', 1],
      ['A2', 2],
      ['A3', 3],
      ['A4', 4],
      ['A9', 5],
    ]);
    expect((await project.ask('survey.questions', {})).map(({ answered, position }) => [answered, position])).toEqual([
      [3, 1],
      [3, 2],
    ]);
    expect((await project.ask('survey.participants', {}))[1]?.attributes).toEqual({ 1: 'Doctor' });
    expect(warnings.join()).toContain('1 attribute differs from what the project has. The earlier value stays');
    expect((await project.ask('project.check', {})).problems).toEqual([]);
  });
});

describe('nothing is written for', () => {
  test.each([
    ['equal-ids.csv', '“P1” on lines 2 and 4'],
    ['picture.csv', 'is a picture'],
    ['paper.csv', 'is a PDF'],
    ['workbook.csv', 'is an Excel workbook'],
    ['letter.csv', 'is a Word document'],
    ['noise.csv', 'is not a text file'],
    ['page.csv', 'is a web page'],
    ['empty.csv', 'is empty'],
    ['only-headers.csv', 'no respondents'],
    ['unclosed-quote.csv', 'line 3'],
    ['surveymonkey-summary.csv', 'is a summary'],
  ])('%s: %s', async (name, sentence) => {
    expect((await refusal(awkwardFile(name))).message).toContain(sentence);
  });

  test('a plan without a question', async () => {
    expect((await refusal({ ...csv(small), plan: { columns: [{ index: 1, role: 'ignore' }] } })).message).toContain('No column is set to “Free-text question”');
  });

  test('equal ids are fine once their column is ignored', async () => {
    expect(await bring({ ...awkwardFile('equal-ids.csv'), plan: { columns: [{ index: 0, role: 'ignore' }] } })).toMatchObject({ participants: 5, answers: 5 });
  });
});

test('renaming a question keeps names apart', async () => {
  await bring(
    csv(
      'ID,What helped you?,What got in the way?\nA1,My sister helped me,The rain and buses\nA2,The library was open,Nothing got in my way\nA3,Talking to people,My own two feet\n',
    ),
  );
  await project.ask('survey.renameQuestion', { id: 1, shortName: 'Help' });
  expect((await project.ask('survey.questions', {}))[0]?.shortName).toBe('Help');
  expect(await project.core.call('survey.renameQuestion', { id: 2, shortName: 'help' })).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  expect(await project.core.call('survey.renameQuestion', { id: 9, shortName: 'x' })).toMatchObject({ ok: false, error: { kind: 'missing' } });
});

test('questions of a large project are counted quickly', async () => {
  const answers = generateAnswers(3_000, 7);
  await ask(
    project.core,
    'survey.import',
    fileOf(
      'large.csv',
      surveyCsv(
        Array.from({ length: 7 }, (_, index) => `What about point ${index + 1}, and why?`),
        answers,
      ),
    ),
  );
  await ask(project.core, 'coding.import', fileOf('codings.csv', generateCodings(answers, 15_000, 150)));
  const times = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await project.ask('survey.questions', {});
    times.push(performance.now() - start);
  }
  process.stdout.write(`survey.questions with 21,000 answers and 15,000 codings: ${times.map((time) => time.toFixed(1)).join(', ')} ms\n`);
  const db = new Database(project.file, { readonly: true });
  const naive = one<{ coded: number }>(db, 'SELECT count(DISTINCT c.item_id) AS coded FROM coding c JOIN item i ON i.id = c.item_id WHERE i.question_id = 1');
  db.close();
  expect((await project.ask('survey.questions', {}))[0]).toMatchObject({ answered: 3_000, coded: naive?.coded });
});
