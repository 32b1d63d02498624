import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf, surveyCsv } from '../../fixtures/testing.ts';
import { atRest, keys, noBrowser, openWorkbench, type Window } from './testing.ts';

const skipped = noBrowser ? ` (skipped: ${noBrowser})` : '';

async function openSample(size: { width: number; height: number; touch?: boolean }): Promise<Window> {
  const session = await openWorkbench(size);
  await session.page.getByRole('button', { name: /Open sample study/ }).click();
  await session.page.locator('[role="feed"] article').first().waitFor();
  await session.page.keyboard.press('Control+2');
  await session.page.locator('.brk-label').first().waitFor();
  await atRest(session.page);
  return session;
}

/** Where characters of an answer stand in the window. */
const boxOf = (page: Page, itemId: number, start: number, end: number) => page.evaluate(([id, from, to]) => {
  const root = document.querySelector(`[data-text="${id}"]`);
  const range = document.createRange();
  const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(), begun = false; node; passed += node.nodeValue?.length ?? 0, node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!begun && from < passed + length) { range.setStart(node, from - passed); begun = true; }
    if (to <= passed + length) { range.setEnd(node, to - passed); break; }
  }
  const { left, right, top, bottom } = range.getBoundingClientRect();
  return { left, right, top, bottom };
}, [itemId, start, end] as const);
/** Where a handle's line stands. */
const gripAt = (page: Page, end: 'start' | 'end') => page.locator(`.grip.${end}`).evaluate((grip) => {
  const box = grip.getBoundingClientRect();
  return { x: box.left + box.width / 2, top: box.top, bottom: box.bottom };
});

describe.skipIf(noBrowser)(`labels of brackets${skipped}`, () => {
  it('never cover another, at rest or while the keyboard walks through the extracts or the pointer is on one', async () => {
    const session = await openSample({ width: 1280, height: 820 });
    const { page } = session;
    const covered = () => page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.resp.is-current .brk-label')].map((label) => ({ name: label.textContent, box: label.getBoundingClientRect() })).sort((a, b) => a.box.top - b.box.top);
      return boxes.filter(({ box }, index) => index > 0 && box.top < (boxes[index - 1]?.box.bottom ?? 0) - 0.5).map(({ name }) => name);
    });
    /** The name of the extract in focus is not cut. */
    const cut = () => page.evaluate(() => [...document.querySelectorAll('.resp.is-current .brk-label.is-held span')].filter((name) => name.scrollWidth > name.clientWidth + 1 || name.scrollHeight > name.clientHeight + 1).map((name) => name.textContent));
    try {
      for (const number of [2, 3]) {
        await keys(page, ']');
        await page.getByRole('feed', { name: `Answers to question ${number}` }).waitFor();
      }
      await keys(page, 'Home');
      let walked = 0;
      for (let answer = 0; answer < 14; answer++) {
        await atRest(page);
        const labels = page.locator('.resp.is-current .brk-label');
        const count = await labels.count();
        for (let each = 0; each < count; each++, walked++) {
          await keys(page, 'Tab');
          await expect.poll(async () => [answer, each, await page.locator('.resp.is-current .brk-label.is-held').count(), await covered(), await cut()]).toEqual([answer, each, 1, [], []]);
        }
        for (let each = 0; each < count; each++) {
          await labels.nth(each).hover();
          await expect.poll(async () => [answer, each, await covered()]).toEqual([answer, each, []]);
        }
        await keys(page, 'j');
      }
      expect(walked).toBeGreaterThan(20);
      expect(session.troubles).toEqual([]);
    } finally {
      await session.close();
    }
  });
});

describe.skipIf(noBrowser)(`the ends of an extract${skipped}`, () => {
  let session: Window;
  beforeAll(async () => { session = await openSample({ width: 1280, height: 820 }); });
  afterAll(async () => { await session?.close(); });

  it('the details of an extract go out of the way while an end is dragged, and come back', async () => {
    const { page } = session;
    const mark = page.locator('article .piece').first();
    await mark.click();
    const details = page.getByRole('dialog', { name: 'This extract' });
    await details.waitFor();
    await atRest(page);
    const over = await details.boundingBox();
    const end = await gripAt(page, 'end');
    if (!over) throw new Error('no details');
    expect(end.bottom <= over.y || (await gripAt(page, 'start')).top >= over.y + over.height).toBe(true);
    await page.mouse.move(end.x, (end.top + end.bottom) / 2);
    await page.mouse.down();
    await page.mouse.move(over.x + over.width / 2, over.y + over.height / 2, { steps: 6 });
    await atRest(page);
    await expect.poll(() => page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest('.opened') === null, [over.x + over.width / 2, over.y + over.height / 2] as const)).toBe(true);
    await expect.poll(() => details.evaluate((element) => getComputedStyle(element).opacity)).toBe('0');
    // Let go where it began, the extract stays as it was.
    await page.mouse.move(end.x, (end.top + end.bottom) / 2, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => details.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    await keys(page, 'Escape');
  });

  it('a drag across two answers is for copying: it opens no extract and leaves none to be coded', async () => {
    const { page, ask } = session;
    const [a, b] = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('article')];
      const at = all.findIndex((article, index) => index > 0 && article.querySelector('.piece[data-codings]'));
      return [all[at - 1], all[at]].map((article) => Number(article?.dataset.item));
    });
    const before = await ask('coding.list', { questionId: 1 });
    const coding = before.find((each) => each.itemId === b);
    if (!a || !b || !coding) throw new Error('no coded answer');
    await keys(page, 'Escape');
    const from = await boxOf(page, a, 0, 1);
    const to = await boxOf(page, b, coding.start, coding.start + 5);
    await page.mouse.move(from.left + 1, (from.top + from.bottom) / 2);
    await page.mouse.down();
    await page.mouse.move(to.right, (to.top + to.bottom) / 2, { steps: 8 });
    await page.mouse.up();
    // Longer than a press waits to see whether it becomes a double click.
    await page.waitForTimeout(500);
    await atRest(page);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.getSelection()?.isCollapsed)).toBe(false);
    await keys(page, 'c');
    await page.getByRole('status').getByText('Select words first', { exact: false }).waitFor({ state: 'attached' });
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('in words of mixed direction the handles stand at the edges of the first and the last character', async () => {
    const { page, ask } = session;
    const texts = ['مرحبا بكم في المقهى. قال لي "Hello, my friend" ثم جلس.', 'He said "שלום לכם" and then sat down.', 'שלום עולם 123 טוב'];
    await ask('survey.import', { ...fileOf('mixed.csv', surveyCsv(['What did he say?'], texts.map((text) => [text]))), plan: { analyses: 'together' } });
    const question = (await ask('survey.questions', {})).at(-1);
    const analysis = (await ask('analysis.list', {})).find((each) => each.questionIds.includes(question?.id ?? 0));
    const answers = await ask('survey.answers', { questionId: question?.id ?? 0 });
    if (!question || !analysis || answers.length !== 3) throw new Error('nothing was imported');
    /** Words, and at which side of their first and last character the handles belong. */
    const wanted = [[0, 'بكم في المقهى. قال لي "Hello, my', 'right', 'right'], [1, 'said "שלום לכם', 'left', 'left'], [2, 'עולם 123', 'right', 'right']] as const;
    for (const [at, words] of wanted) {
      const start = texts[at]?.indexOf(words) ?? -1;
      await ask('coding.add', { analysisId: analysis.id, itemId: answers[at]?.itemId ?? 0, start, end: start + words.length, codes: [{ name: 'Speech' }] });
    }
    // Not through the palette, where the search for these very words stands first until the question is found.
    await page.locator('.qrow', { hasText: 'What did he say' }).click();
    await page.locator(`[data-text="${answers[0]?.itemId}"] .piece[data-codings]`).first().waitFor();
    await keys(page, 'Home');
    for (const [at, words, first, last] of wanted) {
      const itemId = answers[at]?.itemId ?? 0;
      const start = texts[at]?.indexOf(words) ?? -1;
      await page.locator(`[data-item="${itemId}"] header`).click({ position: { x: 200, y: 5 } });
      await keys(page, 'Tab');
      await page.locator(`[data-item="${itemId}"] .grip.end`).waitFor();
      await atRest(page);
      const [from, to] = [await boxOf(page, itemId, start, start + 1), await boxOf(page, itemId, start + words.length - 1, start + words.length)];
      const [begin, end] = [await gripAt(page, 'start'), await gripAt(page, 'end')];
      expect([words, Math.abs(begin.x - from[first]) < 3, Math.abs(end.x - to[last]) < 3]).toEqual([words, true, true]);
    }
    expect(session.troubles).toEqual([]);
  });
});

describe.skipIf(noBrowser)(`the ends of an extract, by touch${skipped}`, () => {
  it('both round handles can be held while the details are open, and dragging one moves the end', async () => {
    const session = await openSample({ width: 1100, height: 700, touch: true });
    try {
      const { page, ask } = session;
      const finger: CDPSession = await session.context.newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
      const piece = page.locator('article .piece').first();
      const itemId = Number(await page.locator('article:has(.piece)').first().getAttribute('data-item'));
      await piece.tap();
      await page.getByRole('dialog', { name: 'This extract' }).waitFor();
      await atRest(page);
      /** The round part of a handle. */
      const round = async (end: 'start' | 'end') => {
        const box = await gripAt(page, end);
        return { x: box.x, y: box.bottom - 18 };
      };
      for (const end of ['start', 'end'] as const) {
        const { x, y } = await round(end);
        await expect.poll(async () => [end, await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.getAttribute('data-grip'), [x, y] as const)]).toEqual([end, end]);
      }
      const before = (await ask('coding.list', { questionId: 1 })).filter((each) => each.itemId === itemId);
      const { x, y } = await round('end');
      await touch('touchStart', x, y);
      for (const share of [0.3, 0.6, 1]) await touch('touchMove', x - 120 * share, y);
      await touch('touchEnd');
      await expect.poll(async () => JSON.stringify((await ask('coding.list', { questionId: 1 })).filter((each) => each.itemId === itemId).map(({ start, end }) => [start, end]))).not.toBe(JSON.stringify(before.map(({ start, end }) => [start, end])));
      expect(session.troubles).toEqual([]);
    } finally {
      await session.close();
    }
  });
});
