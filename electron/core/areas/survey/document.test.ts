import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, fileOf, importSmallSurvey, surveyCsv, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import type { OutputOf } from '../../../../shared/contract/index.ts';

const handbook = '# Volunteer handbook\n\nWe are glad that you are here.\n\n## Breaks\n\nNobody mends for more than two hours.\n\n## Saying no\n\nYou may turn a repair away.\n';

let project: TempProject;
beforeEach(() => {
  project = tempProject('Policies', { actor: 'Nell' });
});
afterEach(() => project.close());

const byHeading = (text = handbook, fileName = 'handbook.md', more: { title?: string; collection?: string } = {}) =>
  project.ask('survey.import', { ...fileOf(fileName, text), plan: { document: { split: 'heading', ...more } } });
const bytesOf = (made: OutputOf<'export.make'>) => Buffer.from(made.bytes, 'base64');
const rowsOf = (db: Database.Database) =>
  Object.fromEntries(['document', 'item', 'question', 'analysis', 'analysis_question', 'import', 'participant', 'coding'].map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]));
const snapshot = () => {
  const db = new Database(project.file, { readonly: true });
  try {
    return rowsOf(db);
  } finally {
    db.close();
  }
};

describe('importing a document', () => {
  it('makes a collection with an analysis of its own, and one item for each part', async () => {
    expect(await byHeading()).toMatchObject({ participants: 0, questions: 1, analyses: 1, answers: 0, document: { title: 'Volunteer handbook', collection: 'Documents', parts: 3 } });
    const [collection] = await project.ask('survey.questions', {});
    expect(collection).toMatchObject({ kind: 'documents', shortName: 'Documents', answered: 3 });
    expect(await project.ask('survey.answers', { questionId: collection?.id ?? 0 })).toMatchObject([
      { participantId: null, document: { title: 'Volunteer handbook', heading: 'Volunteer handbook' }, text: 'We are glad that you are here.' },
      { participantId: null, document: { heading: 'Breaks' }, text: 'Nobody mends for more than two hours.' },
      { participantId: null, document: { heading: 'Saying no' }, text: 'You may turn a repair away.' },
    ]);
    expect(await project.ask('analysis.list', {})).toMatchObject([{ name: 'Documents', answered: 0, participants: 0 }]);
    expect((await project.ask('history.list', { limit: 1 }))[0]?.label).toBe('Imported a document in 3 parts from handbook.md');
    expect(await project.ask('project.check', {})).toMatchObject({ problems: [] });
  });

  it('puts further documents into the collection that is named, in any case of its letters', async () => {
    await byHeading(handbook, 'handbook.md', { collection: 'Policies' });
    expect(await byHeading('Come on Tuesday.\n\nBring a cup.', 'letter.txt', { collection: 'policies' })).toMatchObject({ questions: 0, analyses: 0, document: { title: 'letter', collection: 'Policies', parts: 1 } });
    expect(await project.ask('document.list', {})).toMatchObject([{ title: 'Volunteer handbook', parts: 3, fileName: 'handbook.md' }, { title: 'letter', parts: 1 }]);
    const questions = await project.ask('survey.questions', {});
    expect(questions).toHaveLength(1);
    const answers = await project.ask('survey.answers', { questionId: questions[0]?.id ?? 0 });
    expect(answers.map(({ document }) => document?.title)).toEqual(['Volunteer handbook', 'Volunteer handbook', 'Volunteer handbook', 'letter']);
  });

  it('is refused where the document is there already, however it is split; another text gets a number', async () => {
    await byHeading();
    expect(await project.core.call('survey.import', fileOf('again.md', `${handbook}\n`))).toMatchObject({ ok: false, error: { kind: 'conflict', message: '“Volunteer handbook” is in the project already, with the same text, so nothing was imported.' } });
    const other = await byHeading(handbook.replace('two hours', 'three hours'));
    expect(other).toMatchObject({ document: { title: 'Volunteer handbook (2)' }, warnings: ['There is another document called “Volunteer handbook” with other text, so this one is called “Volunteer handbook (2)”.'] });
    expect((await byHeading(handbook, 'handbook.md', { title: 'The rules' })).warnings).toEqual(['The same file was imported before as “Volunteer handbook”.']);
  });

  it('does not take the name of a question for a collection', async () => {
    await importSmallSurvey(project.core);
    const [question] = await project.ask('survey.questions', {});
    expect(await project.core.call('survey.import', { ...fileOf('a.md', handbook), plan: { document: { collection: question?.shortName ?? '' } } })).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  });

  it('leaves the numbers of the survey questions alone: collections come last, also before a later survey', async () => {
    await byHeading();
    await importSmallSurvey(project.core);
    expect((await project.ask('survey.questions', {})).map(({ kind }) => kind)).toEqual(['survey', 'survey', 'survey', 'documents']);
    expect((await project.ask('reading.state', {})).questions.map(({ answered }) => answered)).toEqual([8, 8, 7, 3]);
  });

  it('can be deleted for good, while the collection stays for the others', async () => {
    await byHeading();
    await byHeading('Come on Tuesday.\n\nBring a cup.', 'letter.txt');
    const [letter, handbookImport] = await project.ask('survey.imports', {});
    expect([letter, handbookImport]).toMatchObject([{ kind: 'documents', documents: 1 }, { fileName: 'handbook.md' }]);
    await project.ask('survey.deleteImport', { id: handbookImport?.id ?? 0 });
    expect(await project.ask('document.list', {})).toMatchObject([{ title: 'letter' }]);
    expect(await project.ask('survey.questions', {})).toMatchObject([{ kind: 'documents', answered: 1 }]);
    expect(await project.ask('project.check', {})).toMatchObject({ problems: [] });
    await byHeading();
    expect(await project.ask('document.list', {})).toHaveLength(2);
  });

  it('is taken back and brought again by undo and redo, exactly', async () => {
    await importSmallSurvey(project.core);
    const before = snapshot();
    await byHeading();
    const after = snapshot();
    await project.ask('history.undo', {});
    expect(snapshot()).toEqual(before);
    expect(await project.ask('document.list', {})).toEqual([]);
    await project.ask('history.redo', {});
    expect(snapshot()).toEqual(after);
    expect(await project.ask('project.check', {})).toMatchObject({ problems: [] });
  });
});

describe('documents beside people', () => {
  /** A survey and a handbook under one code, in one analysis over both. */
  async function both() {
    const { items, questionIds } = await importSmallSurvey(project.core);
    await byHeading();
    const collection = (await project.ask('survey.questions', {})).find(({ kind }) => kind === 'documents');
    const parts = await project.ask('survey.answers', { questionId: collection?.id ?? 0 });
    const { id: analysisId } = await project.ask('analysis.create', { name: 'Rest', questionIds: [questionIds[0] ?? 0, collection?.id ?? 0] });
    const code = (itemId: number, name = 'Breaks') => project.ask('coding.add', { analysisId, itemId, start: 0, end: 6, codes: [{ name }] });
    await code(items[0]?.itemId ?? 0);
    await code(items[1]?.itemId ?? 0);
    await code(parts[1]?.itemId ?? 0);
    await code(parts[2]?.itemId ?? 0);
    await code(parts[2]?.itemId ?? 0, 'Only in the handbook');
    return { items, parts, analysisId, collection };
  }

  it('never change how many people say something', async () => {
    const { analysisId } = await both();
    const codes = await project.ask('code.list', { analysisId });
    expect(codes).toMatchObject([{ name: 'Breaks', codings: 4, extracts: 4, participants: 2 }, { name: 'Only in the handbook', codings: 1, participants: 0 }]);
    expect((await project.ask('analysis.list', {})).find(({ id }) => id === analysisId)).toMatchObject({ answered: 8, participants: 2, extracts: 5 - 1 });
    const counts = await project.ask('counts.list', {});
    expect(counts.analyses.find(({ name }) => name === 'Rest')).toMatchObject({ answered: 8, nodes: [{ path: ['Breaks'], extracts: 4, participants: 2 }, { path: ['Only in the handbook'], participants: 0 }] });
    const [target, source] = codes;
    expect(await project.ask('code.merge', { ids: [target?.id ?? 0, source?.id ?? 0], name: 'Breaks', reason: 'the same' })).toMatchObject({ participants: 2, duplicates: 1 });
    expect(await project.ask('reading.people', {})).toHaveLength(8);
    expect(await project.ask('project.check', {})).toMatchObject({ problems: [] });
  });

  it('are named by their titles and headings in extracts, search, notes, diary and milestones', async () => {
    const { analysisId, parts } = await both();
    const [code] = await project.ask('code.list', { analysisId });
    const extracts = await project.ask('coding.extracts', { codeIds: [code?.id ?? 0] });
    expect(extracts.map(({ participantId, document }) => [participantId, document?.heading])).toEqual([[1, undefined], [2, undefined], [null, 'Breaks'], [null, 'Saying no']]);
    await project.ask('noticing.add', { itemId: parts[1]?.itemId ?? 0, start: 0, end: 6, text: 'Nobody?' });
    expect(await project.ask('noticing.list', {})).toMatchObject([{ participantId: null, documentId: parts[1]?.document?.id, shown: 'Volunteer handbook, Breaks' }]);
    await project.ask('diary.add', { trigger: 'moved', text: 'Two hours is long.', links: [{ kind: 'extract', id: parts[1]?.itemId ?? 0, start: 0, end: 6 }] });
    expect((await project.ask('diary.list', {}))[0]?.links).toMatchObject([{ shown: 'Volunteer handbook, Breaks', fromDocument: true, text: 'Nobody' }]);
    await project.ask('milestone.create', { name: 'Step 1' });
    await project.ask('coding.remove', { ids: [extracts[2]?.codingId ?? 0] });
    expect((await project.ask('counts.list', { milestone: 'Step 1' })).analyses.find(({ name }) => name === 'Rest')?.nodes[0]).toMatchObject({ extracts: 4, participants: 2 });
  });

  it('are read like answers, and as a whole', async () => {
    const { parts } = await both();
    const documentId = parts[0]?.document?.id ?? 0;
    expect((await project.ask('reading.document', { documentId })).map(({ text }) => text)).toEqual(parts.map(({ text }) => text));
    await project.ask('reading.markRead', { itemIds: [parts[2]?.itemId ?? 0], read: true });
    expect(await project.ask('reading.marks', { documentId })).toMatchObject({ itemIds: [parts[2]?.itemId] });
    expect((await project.ask('reading.state', {})).questions.at(-1)).toMatchObject({ answered: 3, read: 1 });
  });

  it('stand in exports by their titles, whatever is printed for people, and are no participants', async () => {
    await both();
    const csv = bytesOf(await project.ask('export.make', { format: 'codings', ending: 'csv', settings: {} })).toString('utf8');
    expect(csv).toMatch(/"?Volunteer handbook, Breaks"?,/);
    for (const ids of ['shown', 'ppt', 'none']) {
      const preview = JSON.stringify(await project.ask('export.preview', { format: 'appendix', settings: { ids } }));
      expect(preview).toContain(' [Volunteer handbook, Breaks]');
      expect(preview.includes('P1]') || preview.includes('ppt. 1]')).toBe(ids !== 'none');
    }
    expect(JSON.stringify(await project.ask('export.preview', { format: 'theme-table', settings: {} }))).not.toContain('of 9');
    expect(bytesOf(await project.ask('export.make', { format: 'participants', ending: 'csv', settings: {} })).toString('utf8')).not.toContain('handbook');
  });

  it('alone have nobody to count, and the tables say so', async () => {
    await byHeading();
    const [analysis] = await project.ask('analysis.list', {});
    const [part] = await project.ask('survey.answers', { questionId: analysis?.questionIds[0] ?? 0 });
    await project.ask('coding.add', { analysisId: analysis?.id ?? 0, itemId: part?.itemId ?? 0, start: 0, end: 6, codes: [{ name: 'Welcome' }] });
    for (const [format, settings] of [['theme-table', { rows: 'codes' }], ['codebook', {}]] as const) {
      const preview = JSON.stringify(await project.ask('export.preview', { format, settings }));
      expect(preview).toContain('Only documents were analysed, so there are no people to count');
      expect(preview).not.toMatch(/0 of 0|0 people/);
    }
    expect(JSON.stringify(await project.ask('export.preview', { format: 'appendix', settings: { counts: 'true' } }))).toMatch(/"Documents".*We are.* \[Volunteer handbook\]/);
  });

  it('come back from the exported codings to the same places', async () => {
    const { parts } = await both();
    const exported = bytesOf(await project.ask('export.make', { format: 'codings', ending: 'csv', settings: {} })).toString('utf8');
    const before = (await project.ask('coding.list', { questionId: parts[0]?.questionId ?? 0 })).map(({ itemId, start, end }) => [itemId, start, end]);
    expect(before).toHaveLength(3);
    const ids = (await Promise.all((await project.ask('survey.questions', {})).map(({ id }) => project.ask('coding.list', { questionId: id })))).flat().map(({ id }) => id);
    await project.ask('coding.remove', { ids });
    await project.ask('coding.import', fileOf('codings.csv', exported));
    expect((await project.ask('coding.list', { questionId: parts[0]?.questionId ?? 0 })).map(({ itemId, start, end }) => [itemId, start, end])).toEqual(before);
  });

  it('cannot be given to a participant behind the back of the check', async () => {
    const { parts } = await both();
    const other = new Database(project.file);
    other.prepare('UPDATE coding SET participant_id = 1 WHERE item_id = ?').run(parts[1]?.itemId);
    other.close();
    expect((await project.ask('project.check', {})).problems).toMatchObject([{ message: 'A coding names another participant than its answer does.' }]);
  });
});

it('a document and a survey of the same project are told apart by their content alone', async () => {
  await ask(project.core, 'survey.import', fileOf('Pasted text', surveyCsv(['What helped?'], [['The tea, and people who wait for me'], ['Time to think about it']])));
  await ask(project.core, 'survey.import', fileOf('Pasted text', 'A letter to all of us.\n\nIt says that the hall closes in June, and that nobody knows what comes then.'));
  expect((await project.ask('survey.questions', {})).map(({ kind }) => kind)).toEqual(['survey', 'documents']);
  expect(await project.ask('document.list', {})).toMatchObject([{ title: 'Pasted text' }]);
});
