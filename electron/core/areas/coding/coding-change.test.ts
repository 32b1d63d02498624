import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileOf, surveyCsv, type TempProject, tempProject } from '../../../../fixtures/testing.ts';

let project: TempProject;
const text = 'Tea 👩‍🔧 first, then  the lamp.';
const rows = async () => (await project.ask('coding.list', { questionId: 1 })).map(({ id, codeId, start, end, note }) => [id, codeId, text.slice(start, end), note]);
const code = (words: string, name: string) => project.ask('coding.add', { analysisId: 1, itemId: 1, start: text.indexOf(words), end: text.indexOf(words) + words.length, codes: [{ name }] });
const refusal = async (work: Promise<unknown>) => work.then(() => 'done', (error: Error) => error.message);

beforeEach(async () => {
  project = tempProject('A study', { actor: 'Nell' });
  await project.ask('survey.import', fileOf('small.csv', surveyCsv(['What brings you here?'], [[text], ['No'], ['Cake']])));
});
afterEach(() => project.close());

describe('changing a coding', () => {
  it('moves it to another code, made by name where there is none, and says so without the participant’s words', async () => {
    await code('Tea', 'Kettle');
    expect(await project.ask('coding.update', { id: 1, code: { name: 'Warmth' } })).toEqual({ id: 1, codeId: 2, codeName: 'Warmth', from: 'Kettle' });
    expect(await rows()).toEqual([[1, 2, 'Tea', '']]);
    expect((await project.ask('history.list', {}))[0]?.label).toBe('Moved an extract from “Kettle” to “Warmth”');
    await project.ask('history.undo', {});
    expect(await rows()).toEqual([[1, 1, 'Tea', '']]);
    expect(await project.ask('code.list', { analysisId: 1 })).toHaveLength(1);
  });

  it('changes its boundaries and its memo; refuses halves of characters, places outside, and the same words twice', async () => {
    await code('Tea', 'Kettle');
    await code('first', 'Kettle');
    await project.ask('coding.update', { id: 1, range: { start: 0, end: text.indexOf(',') } });
    await project.ask('coding.update', { id: 1, note: 'Said with a laugh.' });
    expect(await rows()).toEqual([[1, 1, text.slice(0, text.indexOf(',')), 'Said with a laugh.'], [2, 1, 'first', '']]);
    expect(await refusal(project.ask('coding.update', { id: 1, range: { start: 0, end: 5 } }))).toMatch(/cut a character/);
    expect(await refusal(project.ask('coding.update', { id: 1, range: { start: 3, end: 900 } }))).toMatch(/only \d+ characters/);
    const first = text.indexOf('first');
    expect(await refusal(project.ask('coding.update', { id: 1, range: { start: first, end: first + 5 } }))).toMatch(/stand under “Kettle” already/);
    await code('first', 'Order');
    expect(await refusal(project.ask('coding.update', { id: 3, code: { id: 1 } }))).toMatch(/stand under “Kettle” already/);
    expect(await refusal(project.ask('coding.update', { id: 77, note: 'x' }))).toMatch(/not coded any more/);
  });

  it('splits an extract without the white space at the cut and joins its parts again, memos included', async () => {
    await code('first, then  the', 'Order');
    await project.ask('coding.update', { id: 1, note: 'One.' });
    expect(await project.ask('coding.split', { id: 1, at: text.lastIndexOf(' the') })).toEqual({ ids: [1, 2], codeName: 'Order' });
    await project.ask('coding.update', { id: 2, note: 'Two.' });
    expect(await rows()).toEqual([[1, 1, 'first, then', 'One.'], [2, 1, 'the', 'Two.']]);
    expect(await refusal(project.ask('coding.split', { id: 2, at: text.lastIndexOf('the ') }))).toMatch(/inside/);
    expect(await project.ask('coding.join', { ids: [2, 1] })).toEqual({ id: 1, joined: 2, codeName: 'Order' });
    expect(await rows()).toEqual([[1, 1, 'first, then  the', 'One.\nTwo.']]);
    expect(await refusal(project.ask('coding.split', { id: 1, at: text.indexOf('👩') + 1 }))).toMatch(/divide a character/);
  });

  it('joins only what stands under one code in one answer', async () => {
    await code('Tea', 'Kettle');
    await code('first', 'Order');
    await project.ask('coding.add', { analysisId: 1, itemId: 3, start: 0, end: 4, codes: [{ name: 'Kettle' }] });
    expect(await refusal(project.ask('coding.join', { ids: [1, 2] }))).toMatch(/different codes/);
    expect(await refusal(project.ask('coding.join', { ids: [1, 3] }))).toMatch(/one answer/);
    expect(await refusal(project.ask('coding.join', { ids: [1, 1] }))).toMatch(/two extracts/);
  });
});

describe('nothing to code here', () => {
  const examined = (analysisId = 1) => project.ask('coding.examined', { analysisId, questionId: 1 });

  it('is kept per analysis, can be taken away, and survives a merge of analyses', async () => {
    expect(await project.ask('coding.examine', { analysisId: 1, itemIds: [2, 3], nothing: true })).toMatchObject({ changed: 2 });
    await project.ask('coding.examine', { analysisId: 1, itemIds: [2], nothing: true });
    expect(await examined()).toEqual([2, 3]);
    await project.ask('coding.examine', { analysisId: 1, itemIds: [3], nothing: false });
    expect(await examined()).toEqual([2]);
    const other = await project.ask('analysis.create', { name: 'Other', questionIds: [1] });
    expect(await examined(other.id)).toEqual([]);
    await project.ask('code.create', { analysisId: 1, name: 'A' });
    await project.ask('code.create', { analysisId: other.id, name: 'B' });
    await project.ask('analysis.merge', { ids: [1, other.id], name: 'All', keepAsGroups: false, reason: 'one matter' });
    const all = (await project.ask('analysis.list', {})).find((analysis) => analysis.name === 'All');
    expect(await examined(all?.id)).toEqual([2]);
    await project.ask('coding.examine', { analysisId: all?.id ?? 0, itemIds: [2], nothing: false });
    expect(await examined(all?.id)).toEqual([]);
  });

  it('is refused for an answer that is coded, and leaves no trace where nothing changes', async () => {
    await code('Tea', 'Kettle');
    expect(await refusal(project.ask('coding.examine', { analysisId: 1, itemIds: [1], nothing: true }))).toMatch(/is coded/);
    await project.ask('coding.examine', { analysisId: 1, itemIds: [2], nothing: false });
    expect((await project.ask('history.list', {})).map((operation) => operation.command)).toEqual(['coding.add', 'survey.import']);
  });
});

describe('codes', () => {
  it('change their order by hand, before or after a neighbour', async () => {
    for (const name of ['A', 'B', 'C']) await project.ask('code.create', { analysisId: 1, name });
    const order = async () => (await project.ask('code.list', { analysisId: 1 })).map((each) => each.name).join('');
    expect(await project.ask('code.place', { ids: [1], to: { tray: 'unplaced' }, after: { kind: 'code', id: 2 } })).toMatchObject({ reordered: true });
    expect(await order()).toBe('BAC');
    await project.ask('code.place', { ids: [2], to: { tray: 'unplaced' }, after: { kind: 'code', id: 3 } });
    expect(await order()).toBe('ACB');
    expect((await project.ask('history.list', {}))[0]?.label).toBe('Changed the order of “B” in Not yet placed');
  });

  it('stay as loose ends on purpose, with a reason, until they are taken up again', async () => {
    for (const name of ['Stairs', 'Stair']) await project.ask('code.create', { analysisId: 1, name });
    await project.ask('code.keep', { codeId: 1, kind: 'twin', otherId: 2, reason: 'One is the building, one the step.' });
    await project.ask('code.keep', { codeId: 2, kind: 'twin', otherId: 1, reason: 'Two ideas.' });
    await project.ask('code.keep', { codeId: 1, kind: 'unused', reason: 'Waits for the second wave.' });
    expect((await project.ask('code.kept', { analysisId: 1 })).map(({ codeId, kind, otherId, reason }) => [codeId, kind, otherId, reason])).toEqual([[2, 'twin', 1, 'Two ideas.'], [1, 'unused', null, 'Waits for the second wave.']]);
    await project.ask('code.reconsider', { codeId: 1, kind: 'twin', otherId: 2 });
    expect(await project.ask('code.kept', { analysisId: 1 })).toHaveLength(1);
    expect(await refusal(project.ask('code.keep', { codeId: 1, kind: 'twin', reason: 'x' }))).toMatch(/two codes/);
  });
});
