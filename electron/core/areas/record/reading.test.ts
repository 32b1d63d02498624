import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileOf, importSmallSurvey, surveyCsv, type TempProject, tempProject } from '../../../../fixtures/testing.ts';
import { generateAnswers } from '../../../../fixtures/generate.ts';

let project: TempProject;
let clock: Date;
const later = (minutes: number) => { clock = new Date(clock.getTime() + minutes * 60_000); };

beforeEach(() => {
  clock = new Date('2026-03-09T20:30:00.000Z');
  project = tempProject('A study', { actor: 'Nell', now: () => clock });
});
afterEach(() => project.close());

describe('reading', () => {
  it('counts answers read, by question and by person, once however often they are read', async () => {
    const { items, questionIds } = await importSmallSurvey(project.core);
    const mine = items.filter((item) => item.questionId === questionIds[0]);
    for (const item of mine.slice(0, 3)) await project.ask('reading.markRead', { itemIds: [item.itemId], read: true });
    later(60);
    expect(await project.ask('reading.markRead', { itemIds: [mine[0]?.itemId ?? 0], read: true })).toEqual({ changed: 1, question: 'What brings you here?' });
    const state = await project.ask('reading.state', {});
    expect(state).toMatchObject({ answers: items.length, read: 3, questions: [{ questionId: questionIds[0], answered: 8, read: 3 }, { read: 0 }, { answered: 7, read: 0 }] });
    expect((await project.ask('reading.people', {})).map((person) => [person.answered, person.read])).toEqual([[3, 1], [3, 1], [3, 1], [3, 0], [3, 0], [3, 0], [2, 0], [3, 0]]);
    expect((await project.ask('project.overview', {})).answersRead).toBe(3);
    expect(await project.ask('reading.marks', { questionId: questionIds[0] ?? 0 })).toEqual({ itemIds: mine.slice(0, 3).map((item) => item.itemId), last: { itemId: mine[0]?.itemId, at: clock.toISOString() } });
    expect((await project.ask('reading.marks', { participantId: 2 })).itemIds).toEqual([mine[1]?.itemId]);
  });

  it('keeps sittings: a pause of more than half an hour begins another, and so does another reader', async () => {
    const { items } = await importSmallSurvey(project.core);
    const read = (index: number) => project.ask('reading.markRead', { itemIds: [items[index]?.itemId ?? 0], read: true });
    await read(0);
    later(25);
    await read(1);
    later(25);
    await read(1);
    await read(2);
    later(31);
    await read(0);
    const sessions = (await project.ask('reading.state', {})).sessions;
    expect(sessions).toEqual([
      { id: 1, startedAt: '2026-03-09T20:30:00.000Z', endedAt: '2026-03-09T21:20:00.000Z', actor: 'Nell', read: 3 },
      { id: 2, startedAt: '2026-03-09T21:51:00.000Z', endedAt: '2026-03-09T21:51:00.000Z', actor: 'Nell', read: 1 },
    ]);
    clock = new Date('2026-03-09T21:40:00.000Z');
    await read(3);
    expect((await project.ask('reading.state', {})).sessions[1]).toMatchObject({ startedAt: '2026-03-09T21:40:00.000Z', endedAt: '2026-03-09T21:51:00.000Z', read: 2 });
    expect((await project.ask('project.check', {})).problems).toEqual([]);
  });

  it('one mark is one operation: undo takes exactly that one back, and marking twice in a sitting leaves no trace', async () => {
    const { items } = await importSmallSurvey(project.core);
    for (const item of items.slice(0, 2)) await project.ask('reading.markRead', { itemIds: [item.itemId], read: true });
    const before = await project.ask('history.list', { limit: 10 });
    expect(before.map((each) => each.label).slice(0, 1)).toEqual(['Read an answer to “What brings you here?”']);
    expect(await project.ask('reading.markRead', { itemIds: [items[0]?.itemId ?? 0], read: true })).toMatchObject({ changed: 0 });
    expect(await project.ask('history.list', { limit: 10 })).toEqual(before);
    await project.ask('history.undo', {});
    expect(await project.ask('reading.state', {})).toMatchObject({ read: 1, sessions: [{ read: 1 }] });
    await project.ask('history.undo', {});
    expect(await project.ask('reading.state', {})).toMatchObject({ read: 0, sessions: [] });
  });

  it('takes marks away, of several questions at once, and refuses answers that are not there', async () => {
    const { items } = await importSmallSurvey(project.core);
    const ids = items.map((item) => item.itemId);
    await project.ask('reading.markRead', { itemIds: ids, read: true });
    later(90);
    await project.ask('reading.markRead', { itemIds: ids.slice(0, 4), read: true });
    expect(await project.ask('reading.markRead', { itemIds: ids.slice(0, 2), read: false })).toMatchObject({ changed: 2 });
    expect((await project.ask('reading.state', {})).read).toBe(ids.length - 2);
    expect((await project.ask('history.list', { limit: 1 }))[0]?.label).toBe('Marked as unread: 2 answers to “What brings you here?”');
    expect(await project.core.call('reading.markRead', { itemIds: [ids[0] ?? 0, 4711], read: true })).toMatchObject({ ok: false, error: { kind: 'missing' } });
    expect((await project.ask('reading.state', {})).read).toBe(ids.length - 2);
  });

  it('gives everything that one person said, in the order of the questions', async () => {
    const { questionIds } = await importSmallSurvey(project.core);
    const answers = await project.ask('reading.person', { participantId: 7 });
    expect(answers.map((answer) => answer.questionId)).toEqual(questionIds.slice(0, 2));
    expect(answers[0]?.text).toContain('(6.0)');
  });

  it('counts the same by question, by person and as a list, with 10,000 answers', async () => {
    await project.ask('survey.import', fileOf('large.csv', surveyCsv(['One?', 'Two?'], generateAnswers(5_000, 2))));
    await project.ask('reading.markRead', { itemIds: Array.from({ length: 4_000 }, (_, index) => index + 1), read: true });
    await project.ask('noticing.add', { itemId: 1, start: 0, end: 3, text: 'Hm.' });
    const { questions, read, answers } = await project.ask('reading.state', {});
    const people = await project.ask('reading.people', {});
    const marks = await Promise.all([1, 2].map((questionId) => project.ask('reading.marks', { questionId })));
    expect([answers, read]).toEqual([10_000, 4_000]);
    expect(people.reduce((sum, each) => sum + each.read, 0)).toBe(4_000);
    expect(questions.map((each) => each.read)).toEqual(marks.map(({ itemIds }) => itemIds.length));
    expect([questions, people].map((list) => list.reduce((sum, each) => sum + each.noticings, 0))).toEqual([1, 1]);
  });
});

describe('notes in the margin', () => {
  it('are written on a stretch, changed, removed and listed with the words they stand by', async () => {
    const { items, questionIds } = await importSmallSurvey(project.core);
    const item = items[1];
    const end = (item?.text.indexOf('👩‍🔧') ?? 0) + 5;
    const { id } = await project.ask('noticing.add', { itemId: item?.itemId ?? 0, start: 2, end, text: '  Comes for people.\r\nSays so first. ' });
    await project.ask('noticing.add', { itemId: items[0]?.itemId ?? 0, start: 0, end: items[0]?.text.length ?? 0, text: 'The kettle!' });
    await project.ask('noticing.update', { id, text: 'Comes for people, and says so first.' });
    expect(await project.ask('noticing.list', {})).toMatchObject([
      { itemId: items[0]?.itemId, text: 'The kettle!', shown: 'P1', start: 0 },
      { id, itemId: item?.itemId, questionId: questionIds[0], participantId: 2, words: 'come for the people 👩‍🔧', text: 'Comes for people, and says so first.', actor: 'Nell' },
    ]);
    expect((await project.ask('reading.state', {})).questions[0]).toMatchObject({ noticings: 2, read: 0 });
    await project.ask('noticing.remove', { id });
    expect(await project.ask('noticing.list', {})).toHaveLength(1);
    await project.ask('history.undo', {});
    expect(await project.ask('noticing.list', {})).toHaveLength(2);
  });

  it('lie inside their answer and cut no character; the check finds those that do not', async () => {
    const { items } = await importSmallSurvey(project.core);
    const item = items.find((each) => each.text.includes('👩'));
    const at = (item?.text.indexOf('👩') ?? 0) + 1;
    for (const [start, end] of [[0, 4711], [at, at + 1], [3, 3]] as const) {
      expect(await project.core.call('noticing.add', { itemId: item?.itemId ?? 0, start, end, text: 'Hm.' })).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    }
    expect(await project.core.call('noticing.add', { itemId: item?.itemId ?? 0, start: 0, end: 1, text: '  ' })).toMatchObject({ ok: false, error: { kind: 'invalid', message: expect.stringContaining('Write a few words first.') } });
    expect(await project.core.call('noticing.update', { id: 9, text: 'Hm.' })).toMatchObject({ ok: false, error: { kind: 'missing' } });
    const { id } = await project.ask('noticing.add', { itemId: item?.itemId ?? 0, start: 0, end: 1, text: 'Hm.' });
    const other = new Database(project.file);
    other.prepare('UPDATE noticing SET "end" = 4711').run();
    other.close();
    expect((await project.ask('project.check', {})).problems).toMatchObject([{ kind: 'noticing', ids: [id] }]);
  });

  it('never put the words of an answer into the history', async () => {
    const { items } = await importSmallSurvey(project.core);
    await project.ask('noticing.add', { itemId: items[0]?.itemId ?? 0, start: 0, end: 10, text: 'Hospitable.' });
    await project.ask('reading.markRead', { itemIds: [items[0]?.itemId ?? 0], read: true });
    const db = new Database(project.file, { readonly: true });
    const log = JSON.stringify([db.prepare('SELECT * FROM operation').all(), db.prepare('SELECT * FROM change').all()]);
    db.close();
    expect(log).not.toContain('kettle');
  });
});

describe('first impressions', () => {
  it('are one memo per question; empty text removes it, equal text changes nothing', async () => {
    const { questionIds } = await importSmallSurvey(project.core);
    const [first = 0, second = 0] = questionIds;
    await project.ask('memo.set', { questionId: second, text: 'Nobody minds the stairs.' });
    await project.ask('memo.set', { questionId: first, text: 'Tea everywhere.' });
    later(5);
    await project.ask('memo.set', { questionId: first, text: 'Tea nearly everywhere.\n' });
    expect(await project.ask('memo.list', {})).toMatchObject([{ questionId: first, text: 'Tea nearly everywhere.', at: clock.toISOString() }, { questionId: second }]);
    const operations = await project.ask('history.list', { limit: 1 });
    await project.ask('memo.set', { questionId: first, text: 'Tea nearly everywhere.' });
    expect(await project.ask('history.list', { limit: 1 })).toEqual(operations);
    expect(await project.ask('memo.set', { questionId: second, text: ' ' })).toMatchObject({ removed: true });
    expect(await project.ask('memo.list', {})).toHaveLength(1);
    expect(await project.core.call('memo.set', { questionId: 99, text: 'x' })).toMatchObject({ ok: false, error: { kind: 'missing' } });
  });
});
