import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileOf, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import { inspect, tableFile } from '../../importers/testing.ts';
import { one } from '../../sql.ts';

let project: TempProject;
beforeEach(() => {
  project = tempProject('Moving house');
});
afterEach(() => project.close());

const words = ['It was near to where I live now', 'Because my friend works there too', 'The people were kind to me there', 'They listened and rang me back'];
/** 12 people: a rating with its reason; a question for the four who said Yes, three of whom answered; P2 answered without having been asked. */
const study = (header = ['ID', 'Glad', 'Why?', 'Did you ever stop?', 'If yes, what made you stop?']) =>
  tableFile([
    header,
    ...Array.from({ length: 12 }, (_, at) => [
      `P${at + 1}`,
      ['a little', 'moderate amount', 'a lot'][at % 3] ?? '',
      at === 11 ? '' : `${words[at % 4]}, number ${at}`,
      at < 4 ? 'Yes' : 'No',
      at < 3 || at === 5 ? `${words[at % 4]} and so on, number ${at}` : '',
    ]),
  ]);
const asked = { column: 3, values: ['Yes'] };
const confirmed = async () => {
  const file = study();
  const found = await inspect(file);
  return { ...file, plan: { columns: found.columns.map((column) => (column.index === 4 ? { ...column, asked } : column)) } };
};
const question = async (name: string) => {
  const found = (await project.ask('survey.questions', {})).find(({ column }) => column === name);
  if (!found) throw new Error(`no question ${name}`);
  return found;
};

test('what was understood comes into the project: ties, who was asked, and who answered without', async () => {
  await project.ask('survey.import', await confirmed());
  const attributes = await project.ask('survey.attributes', {});
  const id = (name: string) => attributes.find((each) => each.name === name)?.id;
  expect(await question('Why?')).toMatchObject({ closedId: id('Glad'), tie: 'comment', asked: 12, answered: 11, askedOf: null, outside: 0 });
  expect(await question('If yes, what made you stop?')).toMatchObject({ closedId: null, asked: 4, answered: 4, askedOf: { attributeId: id('Did you ever stop?'), values: ['Yes'] }, outside: 1 });
  expect((await project.ask('analysis.list', {})).map(({ answered, asked: could }) => [answered, could])).toEqual([[11, 12], [4, 4]]);
  expect((await project.ask('counts.list', {})).analyses.map(({ answered, asked: could }) => [answered, could])).toEqual([[11, 12], [4, 4]]);
});

test('an import with ties and conditions is undone and redone as one step', async () => {
  await project.ask('survey.import', await confirmed());
  const before = await project.ask('survey.questions', {});
  await project.ask('history.undo', {});
  expect(await project.ask('survey.questions', {})).toEqual([]);
  await project.ask('history.redo', {});
  expect(await project.ask('survey.questions', {})).toEqual(before);
});

test('who was asked and what a question belongs to are changed later, undone, and refused where they cannot be', async () => {
  await project.ask('survey.import', await confirmed());
  const { id } = await question('If yes, what made you stop?');
  const [glad] = await project.ask('survey.attributes', {});
  expect(await project.ask('survey.setAsked', { questionId: id, asked: null })).toEqual({ asked: 12, answered: 4 });
  expect(await question('If yes, what made you stop?')).toMatchObject({ asked: 12, askedOf: null, outside: 0 });
  await project.ask('history.undo', {});
  expect((await question('If yes, what made you stop?')).asked).toBe(4);
  await project.ask('survey.setTie', { questionId: id, closedId: glad?.id ?? 0, tie: 'other' });
  expect(await question('If yes, what made you stop?')).toMatchObject({ closedId: glad?.id, tie: 'other' });
  await project.ask('survey.setTie', { questionId: id, closedId: null });
  expect(await question('If yes, what made you stop?')).toMatchObject({ closedId: null, tie: '' });
  const refusal = async (input: object) => await project.core.callUnchecked('survey.setAsked', input);
  expect(await refusal({ questionId: 99, asked: null })).toMatchObject({ ok: false, error: { kind: 'missing', message: 'This question is not there any more.' } });
  expect(await refusal({ questionId: id, asked: { attributeId: 99, values: ['x'] } })).toMatchObject({ error: { message: 'This attribute is not there any more.' } });
  expect(await refusal({ questionId: id, asked: { attributeId: glad?.id, values: [] } })).toMatchObject({ ok: false, error: { kind: 'invalid' } });
});

test('an analysis over several questions counts everyone who was asked any of them once', async () => {
  await project.ask('survey.import', { ...(await confirmed()), plan: { ...(await confirmed()).plan, analyses: 'together' } });
  expect(await project.ask('analysis.list', {})).toMatchObject([{ answered: 11, asked: 12 }]);
});

test('people of another survey were not asked', async () => {
  await project.ask('survey.import', await confirmed());
  await project.ask('survey.import', fileOf('other.csv', 'ID,What else helped you?\nX1,Long walks by the river\nX2,\nP1,My sister helped a lot\n'));
  expect((await project.ask('survey.questions', {})).map(({ answered, asked: could }) => [answered, could])).toEqual([[11, 12], [4, 4], [2, 3]]);
});

test('the theme table counts people of those who answered or of those who were asked, and says both', async () => {
  await project.ask('survey.import', await confirmed());
  const why = await question('Why?');
  const [first] = await project.ask('survey.answers', { questionId: why.id });
  const [analysis] = await project.ask('analysis.list', {});
  const { id } = await project.ask('theme.create', { analysisId: analysis?.id ?? 0, name: 'Nearness' });
  const made = await project.core.callUnchecked('coding.add', { analysisId: analysis?.id ?? 0, itemId: first?.itemId ?? 0, start: 0, end: 6, codes: [{ name: 'Near' }] });
  expect(made).toMatchObject({ ok: true });
  const text = async (settings: Record<string, string>) => JSON.stringify(await project.ask('export.preview', { format: 'theme-table', settings: { rows: 'codes', ...settings } }));
  expect(id).toBeGreaterThan(0);
  expect(await text({})).toContain('1 of 11');
  expect(await text({})).toContain('11 people answered of the 12 who were asked.');
  expect(await text({ denominator: 'asked' })).toContain('1 of 12');
});

test('a plan is kept under a name without anything that people wrote, replaced, listed and removed', async () => {
  const file = study();
  const found = await inspect(file);
  expect(await project.ask('plan.save', { name: 'Survey wave 1', plan: found })).toMatchObject({ name: 'Survey wave 1', replaced: false });
  expect(await project.ask('plan.save', { name: 'survey WAVE 1', plan: found })).toMatchObject({ replaced: true });
  await project.ask('survey.import', file);
  const plans = await project.ask('plan.list', {});
  expect(plans.map(({ id, name }) => [id === null, name])).toEqual([[false, 'survey WAVE 1'], [true, 'survey.csv']]);
  expect(plans[0]?.plan.columns?.map(({ role }) => role)).toEqual(found.columns.map(({ role }) => role));
  expect(JSON.stringify(plans)).not.toContain('near to where');
  const db = new Database(project.file, { readonly: true });
  expect(one<{ plan: string }>(db, 'SELECT plan FROM saved_plan')?.plan).not.toMatch(/near to where|evidence|"cells"/);
  db.close();
  expect(await project.ask('plan.remove', { id: plans[0]?.id ?? 0 })).toEqual({ name: 'survey WAVE 1' });
  expect((await project.ask('plan.list', {})).map(({ name }) => name)).toEqual(['survey.csv']);
  await project.ask('history.undo', {});
  expect((await project.ask('plan.list', {})).map(({ name }) => name)).toEqual(['survey WAVE 1', 'survey.csv']);
});

test('repaired places are on record after the import, with the characters before and after', async () => {
  await project.ask('survey.import', fileOf('survey.csv', 'ID,What helped you?\nA,It didnâ€™t help at all then\nB,The cafÃ© near the river was open\nC,My sister\n'));
  expect(await project.ask('survey.repairs', {})).toEqual([
    {
      questionId: 1,
      shortName: 'What helped you?',
      places: 2,
      samples: [
        { itemId: 1, participantId: 1, shown: 'A', start: 7, before: 'â€™', after: '’', left: 'It didn', right: 't help at all then' },
        { itemId: 2, participantId: 2, shown: 'B', start: 7, before: 'Ã©', after: 'é', left: 'The caf', right: ' near the river was open' },
      ],
    },
  ]);
  expect(await project.ask('survey.repairs', { limit: 0 })).toMatchObject([{ places: 2, samples: [] }]);
});

test('people who ticked an option were asked: counted alike at the import, later, and in a later file with other mixtures', async () => {
  const row = (id: string, places: string, said: string) => [id, places, said];
  const first = tableFile([
    ['ID', 'Where did you go?', 'What was the garden like?'],
    row('A', 'The garden;The café;', 'It was green and quiet in the morning'), row('B', 'The garden;', 'I met my neighbour at the bench there'), row('C', 'The café; The library;', ''),
    row('D', 'The library;The garden;The café;', 'There was nobody who could tell me more'), row('E', 'The café;', 'I only walked past it on my way home'), row('F', 'The garden café;', ''), row('G', ' The garden; The library', ''),
  ]);
  const plan = { columns: [{ index: 1, role: 'attribute' as const }, { index: 2, role: 'question' as const, asked: { column: 1, values: ['The garden'], separator: ';' } }] };
  const inspected = await inspect(first, { columns: plan.columns.map((column) => ({ name: '', wording: '', shortName: '', filled: 0, reason: '', ...column })) });
  expect(inspected.columns[2]).toMatchObject({ could: 4 });
  await project.ask('survey.import', { ...first, plan });
  const garden = await question('What was the garden like?');
  expect(garden).toMatchObject({ asked: 4, answered: 4, outside: 1, askedOf: { values: ['The garden'], separator: ';' } });
  await project.ask('survey.import', { ...tableFile([['ID', 'Where did you go?', 'What was the garden like?'], row('H', 'The choir;The library;The garden;', 'Later than the others, but there at last'), row('I', 'The choir;', '')]), plan });
  expect(await question('What was the garden like?')).toMatchObject({ asked: 5, answered: 5, outside: 1 });
  const [places] = await project.ask('survey.attributes', {});
  const set = (values: string[], separator?: string) => project.ask('survey.setAsked', { questionId: garden.id, asked: { attributeId: places?.id ?? 0, values, ...(separator ? { separator } : {}) } });
  expect(await set(['The café', 'The choir'], ';')).toEqual({ asked: 6, answered: 5 });
  expect(await set(['The café;'])).toEqual({ asked: 1, answered: 5 });
});

const richText = (people: readonly string[], said: string) => fileOf('rich.csv', ['ID,Age,What helped you?', ...people.map((id, at) => `${id},${at},"<p>${said} &amp; ${id}</p><p>&lt;3</p>"`), 'Z,9,It took < 5 hours'].join('\n'));
const asText = { columns: [{ index: 2, role: 'question' as const, html: true }] };

test('HTML in answers is read as text where that is wished, and is on record afterwards', async () => {
  const left = await project.ask('survey.import', richText(['A', 'B'], 'My sister'));
  expect(left.repairs).toBe(0);
  expect((await project.ask('survey.answers', { questionId: 1 })).map(({ text }) => text)).toEqual(['<p>My sister &amp; A</p><p>&lt;3</p>', '<p>My sister &amp; B</p><p>&lt;3</p>', 'It took < 5 hours']);
  await project.ask('history.undo', {});
  const done = await project.ask('survey.import', { ...richText(['A', 'B'], 'My sister'), plan: asText });
  expect(done.repairs).toBe(10);
  const answers = await project.ask('survey.answers', { questionId: 1 });
  expect(answers.map(({ text }) => text)).toEqual(['My sister & A\n<3', 'My sister & B\n<3', 'It took < 5 hours']);
  const [record] = await project.ask('survey.repairs', {});
  expect(record?.samples.filter(({ itemId }) => itemId === answers[0]?.itemId).map(({ start, before, after }) => [start, before, after])).toEqual([
    [0, '<p>', ''], [10, '&amp;', '&'], [13, '</p><p>', '\n'], [14, '&lt;', '<'], [16, '</p>', ''],
  ]);
  expect((await project.ask('project.check', {})).problems).toEqual([]);
});

test('a later file is read as the earlier one was, so that its answers are the same ones', async () => {
  await project.ask('survey.import', { ...richText(['A', 'B'], 'My sister'), plan: asText });
  const later = richText(['A', 'B', 'C'], 'My sister');
  expect(await project.ask('survey.compare', later)).toMatchObject({ answers: { same: 3, added: 1, changed: 0 }, roles: [{ index: 2, role: 'question', html: true }] });
  const named = { columns: [{ index: 2, role: 'question' as const, shortName: 'Help' }] };
  expect(await project.ask('survey.compare', { ...later, plan: named })).toMatchObject({ answers: { changed: 0 } });
  expect(await project.ask('survey.compare', { ...later, plan: { columns: [{ index: 2, role: 'question' as const, html: false }] } })).toMatchObject({ answers: { changed: 2 }, roles: [] });
  await project.ask('survey.import', later);
  expect((await project.ask('survey.answers', { questionId: 1 })).map(({ text }) => text)).toEqual(['My sister & A\n<3', 'My sister & B\n<3', 'It took < 5 hours', 'My sister & C\n<3']);
});
