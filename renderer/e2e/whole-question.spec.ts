import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../shared/contract/survey.ts';
import { keys, noBrowser, openWorkbench, type Window } from './testing.ts';

/** A coding as one means it: words of an answer under a code. */
interface Meant { itemId: number; words: string; code: string }

/** The first `count` words of a text, as the keys select them. */
function firstWords(text: string, count: number): string {
  const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter((part) => part.isWordLike);
  const first = words[0];
  const last = words[Math.min(count, words.length) - 1];
  return first && last ? text.slice(first.index, last.index + last.segment.length) : '';
}

/** A whole question of the sample study, coded without a mouse from the first answer to the last, and undone to nothing. */
describe.skipIf(noBrowser)(`a whole question with the keyboard alone${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  let session: Window;
  let answers: Answer[] = [];
  let questionId = 0;
  let before = 0;
  let untouched = '';
  const meant: Meant[] = [];
  const nothing: number[] = [];

  const operations = async () => (await session.ask('history.list', { limit: 1_000 })).filter((operation) => operation.reverts === null && operation.state === 'done').length;
  const coded = async (): Promise<Meant[]> => {
    const names = new Map((await session.ask('code.list', { analysisId: 1 })).map((code) => [code.id, code.name]));
    const texts = new Map(answers.map((answer) => [answer.itemId, answer.text]));
    return (await session.ask('coding.list', { questionId })).map(({ itemId, start, end, codeId }) => ({ itemId, words: texts.get(itemId)?.slice(start, end) ?? '', code: names.get(codeId) ?? '' }));
  };
  const sorted = (list: readonly Meant[]) => list.map((each) => `${each.itemId} ${each.code}: ${each.words}`).sort();
  const picture = async () => JSON.stringify([await session.ask('counts.list', {}), await session.ask('coding.list', { questionId }), await session.ask('code.list', { analysisId: 1 }), await session.ask('coding.examined', { analysisId: 1, questionId })]);

  beforeAll(async () => {
    session = await openWorkbench({ width: 1440, height: 900 });
    const { page, ask } = session;
    await page.getByRole('button', { name: /Open sample study/ }).click();
    await page.locator('[role="feed"] article').first().waitFor();
    questionId = (await ask('survey.questions', {}))[1]?.id ?? 0;
    // A question that nobody coded yet: what the sample brings is taken away first.
    const codings = await ask('coding.list', { questionId });
    if (codings.length > 0) await ask('coding.remove', { ids: codings.map((coding) => coding.id) });
    const examined = await ask('coding.examined', { analysisId: 1, questionId });
    if (examined.length > 0) await ask('coding.examine', { analysisId: 1, itemIds: examined, nothing: false });
    answers = await ask('survey.answers', { questionId });
    before = await operations();
    untouched = await picture();
    await page.keyboard.press(']');
    await page.getByRole('feed', { name: 'Answers to question 2' }).waitFor();
  });
  afterAll(async () => { await session?.close(); });

  /** Opens the palette on the selection and gives it codes by name, all at once. */
  async function give(...names: string[]): Promise<void> {
    const { page } = session;
    await page.keyboard.press('c');
    const box = page.getByRole('combobox', { name: 'Find or create a code' });
    await box.waitFor();
    for (const [index, name] of names.entries()) {
      await box.fill(name);
      await page.keyboard.press(index < names.length - 1 ? 'Control+Space' : 'Enter');
    }
    await page.getByRole('dialog', { name: 'Code this passage' }).waitFor({ state: 'detached' });
  }

  it('gives every answer its codes, or finds nothing to code in it', async () => {
    const { page } = session;
    // Two codes to choose from, made on the first answer.
    for (const [index, answer] of answers.entries()) {
      await page.keyboard.press('j');
      await page.locator(`article.is-current[data-item="${answer.itemId}"]`).waitFor();
      if (index % 7 === 6) {
        await page.keyboard.press('n');
        nothing.push(answer.itemId);
        continue;
      }
      const count = 1 + (index % 3);
      await keys(page, ...Array.from({ length: count }, () => 'Shift+ArrowRight'));
      const words = firstWords(answer.text, count);
      if (index === 0) {
        await give('A first thing');
        meant.push({ itemId: answer.itemId, words, code: 'A first thing' });
        await keys(page, 'Control+a');
        await give('A second thing');
        meant.push({ itemId: answer.itemId, words: answer.text.trim(), code: 'A second thing' });
      } else if (index % 5 === 1) {
        await give('A first thing', 'A second thing');
        meant.push({ itemId: answer.itemId, words, code: 'A first thing' }, { itemId: answer.itemId, words, code: 'A second thing' });
      } else {
        // 1 and 2 stand for the codes used last; whichever is first now is told by what the file holds.
        await page.keyboard.press('1');
        await expect.poll(async () => (await coded()).filter((each) => each.itemId === answer.itemId).length).toBe(1);
        const [given] = (await coded()).filter((each) => each.itemId === answer.itemId);
        expect(given).toMatchObject({ words });
        meant.push({ itemId: answer.itemId, words, code: given?.code ?? '' });
      }
    }
    await expect.poll(async () => sorted(await coded())).toEqual(sorted(meant));
    expect(await session.ask('coding.examined', { analysisId: 1, questionId })).toEqual(nothing);
    const question = (await session.ask('survey.questions', {})).find((each) => each.id === questionId);
    expect(question).toMatchObject({ answered: answers.length, coded: answers.length - nothing.length });
  });

  it('changes what is there: boundaries, another code, split and joined, removed, described, all by keys', async () => {
    const { page, ask } = session;
    const first = answers[0];
    if (!first) throw new Error('no answers');
    const own = () => meant.filter((each) => each.itemId === first.itemId);
    await keys(page, 'Home');
    await page.locator(`article.is-current[data-item="${first.itemId}"]`).waitFor();
    // Tab walks to the whole answer first (it begins where the other one does and is longer), then to its first word.
    await keys(page, 'Tab', 'Tab');
    const [word] = own();
    if (!word) throw new Error('nothing coded');
    for (const count of [2, 3]) {
      await page.keyboard.press('Alt+ArrowRight');
      word.words = firstWords(first.text, count);
      await expect.poll(async () => sorted(await coded())).toEqual(sorted(meant));
    }
    // Split before its second word, and joined again.
    await keys(page, 'ArrowRight', 's');
    const [head, both] = [firstWords(first.text, 1), word.words];
    const parts = async () => (await coded()).filter((each) => each.itemId === first.itemId && each.code === 'A first thing').map((each) => each.words);
    await expect.poll(parts).toEqual([head, both.slice(head.length).trim()]);
    // The second part is on the screen before it can be joined.
    await expect.poll(() => page.locator('article.is-current .brk-label').count()).toBe(3);
    await keys(page, 'Shift+J');
    await expect.poll(async () => sorted(await coded())).toEqual(sorted(meant));
    // To another code, with a memo.
    await page.keyboard.press('v');
    const box = page.getByRole('combobox', { name: 'Find or create a code' });
    await box.fill('A third thing');
    await page.keyboard.press('Enter');
    word.code = 'A third thing';
    await expect.poll(async () => sorted(await coded())).toEqual(sorted(meant));
    await page.getByRole('dialog', { name: 'Move to another code' }).waitFor({ state: 'detached' });
    await page.locator('article.is-current .brk-label', { hasText: 'A third thing' }).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('textbox', { name: /^Memo on this extract/ }).waitFor();
    await page.keyboard.type('Said in passing.');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await ask('coding.list', { questionId })).map((coding) => coding.note).filter(Boolean)).toEqual(['Said in passing.']);
    // The extract of the second answer under one code goes.
    const second = answers[1];
    await keys(page, 'j');
    await page.locator(`article.is-current[data-item="${second?.itemId}"]`).waitFor();
    await keys(page, 'Tab', 'Backspace');
    await expect.poll(async () => (await coded()).filter((each) => each.itemId === second?.itemId).length).toBe(1);
  });

  it('undoes it to nothing, step by step', async () => {
    const { page } = session;
    await page.locator('article.is-current').focus();
    for (let left = await operations(); left > before; left--) {
      await page.keyboard.press('Control+z');
      await expect.poll(operations).toBe(left - 1);
    }
    expect(await coded()).toEqual([]);
    expect(await picture()).toBe(untouched);
    expect(session.troubles).toEqual([]);
    expect((await session.ask('project.check', {})).problems).toEqual([]);
  });
});
