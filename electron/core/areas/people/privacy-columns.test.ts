import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ask, fileOf } from '../../../../fixtures/testing.ts';
import { staysAsItIs } from '../../../../shared/contract/privacy.ts';
import { createWorkbench } from '../../workbench.ts';
import { columnsOf, columnsWith, filesWith, open, project } from './privacy-for-tests.ts';

const word = 'Quillfeather';
/** Columns that no word of a person can come into, and why. */
const neverWords: readonly [columns: RegExp, why: string][] = [
  [/\.(at|started_at|ended_at|created_at|discussed_on)$/, 'a date'], [/\.actor$/, 'always “researcher”'],
  [/\.(kind|status|tray|state|record|command|trigger|review|tie|display|school|layout|direction|tbl)$/, 'one of a few words of ours'],
  [/\.(sha256|picture|hash)$/, 'a check sum'], [/^repair\./, 'a few damaged characters; those in masked places are deleted'],
];
/** Columns that keep the words, and why. */
const staying: Readonly<Record<string, string>> = {
  'participant.label': 'people of later files are matched by it', 'alias.label': 'people of later files and coding are matched by it',
  'attribute.name': 'columns of later files are matched by it', 'attribute.wording': 'columns of later files are matched by it', 'attribute_value.value': 'closed answers have a masking of their own',
  'question.column_name': 'columns of later files are matched by it', 'question.wording': 'columns of later files are matched by it', 'question.matrix': 'is part of the wording', 'question.short_name': 'coding done elsewhere is matched by it',
  'question.asked': 'holds closed answers', 'import.plan': 'columns of later files are matched by it', 'saved_plan.plan': 'columns of later files are matched by it',
  'change.before': 'earlier names of a question that still holds the words', 'change.after': 'earlier names of a question that still holds the words',
};


/** A project in which the name stands in every column that can hold it. */
async function everywhere() {
  const made = project();
  const { ask: askIt } = made;
  await askIt('project.update', { title: `Life with ${word}`, display: 'custom', pattern: `${word} {}` });
  const csv = `Id,Team of ${word},Grid ${word} 1,Grid ${word} 2,Left out\nP1 ${word},${word} team,I met ${word} once and liked the tea,I like ${word} a lot,x\nP2,Other team,I never met anybody here in years,The kettle is always on here,y\n`;
  const plan = { columns: [
    { index: 0, name: 'Id', role: 'participant' as const, reason: `Holds ${word}` }, { index: 1, name: `Team of ${word}`, wording: `Are you in the team of ${word}?`, role: 'attribute' as const },
    { index: 2, name: `Grid ${word} 1`, wording: `What do you think of ${word}?`, shortName: `${word} at work`, role: 'question' as const, group: `About ${word}`, asked: { column: 1, values: [`${word} team`] }, askedReason: `Those with “${word} team”.` },
    { index: 3, name: `Grid ${word} 2`, wording: `Why ${word}?`, role: 'question' as const, group: `About ${word}` }, { index: 4, name: 'Left out', role: 'ignore' as const },
  ] };
  await askIt('survey.import', { ...fileOf(`From ${word}.csv`, csv), plan: { ...plan, analyses: 'together' } });
  await askIt('survey.import', { ...fileOf(`Letter from ${word}.md`, `# Letter from ${word}\n\n## ${word} writes\n\nI lift nothing.\n\n## More on ${word}\n\n${word} lifts.\n`), plan: { document: { split: 'heading' } } });
  await askIt('plan.save', { name: `Files of ${word}`, plan: { ...plan, sheet: `Sheet of ${word}` } });
  await askIt('plan.save', { name: 'Files of [name]', plan });
  const scheme = await askIt('alias.addScheme', { name: `Numbers of ${word}` });
  await askIt('alias.set', { participantId: 1, schemeId: scheme.id, label: `${word} 7` });
  const questions = await askIt('survey.questions', {});
  const questionId = questions[0]?.id ?? 0;
  await askIt('survey.renameQuestion', { id: questionId, shortName: `${word} in short` });
  await askIt('survey.renameQuestion', { id: questionId, shortName: `${word} at length` });
  const [item] = await askIt('survey.answers', { questionId });
  const start = item?.text.indexOf(word) ?? -1;
  const at = { itemId: item?.itemId ?? 0, start, end: start + word.length };
  const analysisId = (await askIt('analysis.list', {}))[0]?.id ?? 0;
  const [code, other] = [await askIt('code.create', { analysisId, name: `${word} helps`, definition: `What ${word} does` }), await askIt('code.create', { analysisId, name: `Friends of ${word}` })];
  const [coding] = (await askIt('coding.add', { analysisId, ...at, codes: [{ id: code.id }] })).codingIds;
  await askIt('coding.update', { id: coding ?? 0, note: `Is ${word} the same person?` });
  const [theme, second] = [await askIt('theme.create', { analysisId, name: `Around ${word}`, codeIds: [code.id] }), await askIt('theme.create', { analysisId, name: 'Wards' })];
  await askIt('theme.update', { id: theme.id, concept: `${word} as the heart of it`, definition: `With ${word}`, excludes: `${word} at home` });
  await askIt('map.relate', { analysisId, from: theme.id, to: second.id, label: `${word} links them` });
  await askIt('map.keep', { analysisId, name: `Before ${word} left` });
  await askIt('milestone.create', { name: `${word} step`, note: `All of ${word}` });
  await askIt('code.keep', { kind: 'single', codeId: code.id, reason: `${word} matters` });
  await askIt('code.merge', { ids: [code.id, other.id], name: `Helpers of ${word}`, reason: `Both are about ${word}` });
  await askIt('code.setAside', { ids: [(await askIt('code.create', { analysisId, name: 'Odd' })).id], reason: `Only ${word} said it` });
  await askIt('theme.dissolve', { id: (await askIt('theme.create', { analysisId, name: 'Even' })).id, reason: `Only ${word} said it` });
  await askIt('noticing.add', { ...at, text: `${word} again` });
  await askIt('memo.set', { questionId, text: `Many name ${word}.` });
  const entry = await askIt('diary.add', { trigger: 'moved', text: `I know ${word}`, context: `Coding, P1 on ${word}` });
  await askIt('diary.discuss', { id: entry.id, with: `Dr ${word}`, on: '2026-01-02', outcome: `${word} agrees` });
  // A label of an earlier mask may tell what is masked now.
  await askIt('privacy.mask', { places: [{ ...at, start: (item?.text.indexOf('tea') ?? 0), end: (item?.text.indexOf('tea') ?? 0) + 3, label: `drink of ${word}` }] });
  const { places } = await askIt('privacy.places', { words: word });
  const mask = () => askIt('privacy.mask', { places: places.map((place) => ({ itemId: place.itemId, start: place.start, end: place.end, label: 'name' })), notes: true });
  return { ...made, mask, questionId, schemeId: scheme.id, wanted: places };
}

describe('every column of text in a project file', () => {
  it('loses the masked words, or is one of a few that say why they keep them and are told of', async () => {
    const { ask: askIt, file, folder, mask, core } = await everywhere();
    const columns = columnsOf(file).filter((name) => !neverWords.some(([pattern]) => pattern.test(name)));
    // Each column that could hold the words does; a new one has to be thought of here.
    expect(columns.filter((name) => !columnsWith(file, word).includes(name))).toEqual([]);
    const told = await askIt('privacy.mentions', { words: [word], limit: 1_000 });
    const hidden = ['project', 'plan', 'numbering', 'label', 'column', 'code', 'theme', 'diary', 'note', 'memo', 'loose end', 'question', 'analysis', 'merge', 'milestone', 'map', 'attribute', 'person', 'document', 'import', 'history'];
    expect([...new Set(told.map(({ where }) => where as string))].toSorted()).toEqual(hidden.toSorted());

    await mask();
    expect(columnsWith(file, word).filter((name) => !(name in staying))).toEqual([]);
    expect((await askIt('privacy.mentions', { words: [word], limit: 1_000 })).filter(({ where }) => !staysAsItIs.has(where) && where !== 'history')).toEqual([]);
    expect((await askIt('project.overview', {})).title).toBe('Life with [name]');
    expect((await askIt('plan.list', {})).filter(({ id }) => id !== null).map(({ name }) => name).toSorted()).toEqual(['Files of [name]', 'Files of [name] (2)']);
    expect((await askIt('project.check', {})).problems).toEqual([]);
    core.close();
    expect(filesWith(folder, word).length).toBeLessThanOrEqual(1);
  });

  it('goes on being undone and redone step by step afterwards', async () => {
    const { ask: askIt, core, file, mask } = await everywhere();
    await mask();
    let undone = 0;
    while ((await core.call('history.undo', {})).ok) undone++;
    expect(undone).toBeGreaterThan(20);
    expect((await askIt('history.state', {})).undo).toBeNull();
    expect(columnsWith(file, word).filter((name) => !(name in staying))).toEqual([]);
    for (let step = 0; step < undone; step++) await askIt('history.redo', {});
    expect((await core.call('history.redo', {})).ok).toBe(false);
    expect((await askIt('project.check', {})).problems).toEqual([]);
  });
});

it('leaves no byte of the words where names that were changed by hand stand in earlier versions, in plans and in the title', async () => {
  const { ask: askIt, core, file, folder } = project();
  await askIt('project.update', { title: `Life with ${word}` });
  await askIt('survey.import', fileOf('a.csv', `Id,Why?\nP1,I met ${word} once and liked the tea\nP2,The kettle is always on here\n`));
  const questionId = (await askIt('survey.questions', {}))[0]?.id ?? 0;
  await askIt('survey.renameQuestion', { id: questionId, shortName: `Why ${word}` });
  await askIt('survey.renameQuestion', { id: questionId, shortName: 'Why' });
  const scheme = await askIt('alias.addScheme', { name: `Numbers of ${word}` });
  await askIt('alias.set', { participantId: 1, schemeId: scheme.id, label: `${word} 7` });
  await askIt('alias.set', { participantId: 1, schemeId: scheme.id, label: 'A7' });
  const plan = { columns: [{ index: 0, name: 'Id', role: 'participant' as const }] };
  await askIt('plan.save', { name: `Files of ${word}`, plan });
  await askIt('plan.save', { name: 'Files of Marchbanks', plan });
  await askIt('plan.remove', { id: (await askIt('plan.list', {})).find(({ name }) => name.endsWith(word))?.id ?? 0 });
  writeFileSync(`${file}.before-2`, word);
  const { places } = await askIt('privacy.places', { words: word });
  await askIt('privacy.mask', { places: places.map(({ itemId, start, end }) => ({ itemId, start, end, label: 'name' })), notes: true });
  expect(filesWith(folder, word)).toEqual([]);
  const undo = async (steps: number) => {
    for (let step = 0; step < steps; step++) await askIt('history.undo', {});
  };
  await undo(3);
  expect((await askIt('alias.table', { schemeId: scheme.id })).map(({ alias }) => alias)).toEqual(['A7', '']);
  await undo(1);
  expect((await askIt('alias.table', { schemeId: scheme.id })).map(({ alias }) => alias)).toEqual(['[name] 7', '']);
  await undo(3);
  expect((await askIt('survey.questions', {}))[0]?.shortName).toBe('Why [name]');
  for (let step = 0; step < 7; step++) await askIt('history.redo', {});
  expect((await askIt('project.check', {})).problems).toEqual([]);
  core.close();
  expect(filesWith(folder, word)).toEqual([]);
  const db = new Database(file, { readonly: true });
  expect(db.prepare('SELECT title FROM project').get()).toEqual({ title: 'Life with [name]' });
  db.close();
});

it('takes along what is known of damaged characters in the masked words, and of none beside them', async () => {
  const { ask: askIt } = project();
  await askIt('survey.import', fileOf('damaged.csv', 'Id,Why?\nP1,I met RenÃ©e Quillfeather in the cafÃ© and liked the tea\nP2,The kettle is always on here\n'));
  const repairs = async () => (await askIt('survey.repairs', {})).flatMap(({ samples }) => samples.map(({ left, after, right }) => `${left}|${after}|${right}`));
  expect(await repairs()).toEqual([expect.stringMatching(/^I met Ren\|é\|/), expect.stringMatching(/in the caf\|é\|/)]);
  const { places } = await askIt('privacy.places', { words: 'Renée Quillfeather' });
  await askIt('privacy.mask', { places: places.map(({ itemId, start, end }) => ({ itemId, start, end, label: 'name' })) });
  expect(await repairs()).toEqual([expect.stringMatching(/in the caf\|é\|/)]);
});

it('reaches the title in the list of recent projects, which lies outside of the file', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'themework-'));
  const bench = createWorkbench({ host: 'browser', version: '1', dataFolder: path.join(folder, 'data'), projectsFolder: path.join(folder, 'projects'), sample: async () => {} });
  open.push({ close: () => rmSync(folder, { recursive: true, force: true }) });
  await ask(bench, 'workbench.create', { title: 'Our study' });
  await ask(bench, 'project.update', { title: `Life with ${word}` });
  await ask(bench, 'survey.import', fileOf('a.csv', `Id,Why?\nP1,I met ${word} once and liked the tea\n`));
  expect(filesWith(path.join(folder, 'data'), word)).toEqual(['recent-projects.json']);
  const { places } = await ask(bench, 'privacy.places', { words: word });
  await ask(bench, 'privacy.mask', { places: places.map(({ itemId, start, end }) => ({ itemId, start, end, label: 'name' })), notes: true });
  expect(filesWith(path.join(folder, 'data'), word)).toEqual([]);
  expect(filesWith(path.join(folder, 'projects'), word)).toEqual([]);
  await bench.close();
});
