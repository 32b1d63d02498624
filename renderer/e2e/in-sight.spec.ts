import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys, noBrowser, openWorkbench, type Window } from './testing.ts';

/** Whether an element stands wholly inside of what scrolls it. */
const inSight = (page: Page, element: string, scroller: string) => page.evaluate(([inner, outer]) => {
  const [box, view] = [document.querySelector(inner), document.querySelector(outer)].map((each) => each?.getBoundingClientRect());
  return box !== undefined && view !== undefined && box.top >= view.top && box.bottom <= view.bottom;
}, [element, scroller] as const);

describe.skipIf(noBrowser)(`what the keyboard is about can be seen${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  let session: Window;
  beforeAll(async () => {
    session = await openWorkbench({ width: 1100, height: 700 });
    await session.page.getByRole('button', { name: /Open sample study/ }).click();
    await session.page.locator('[role="feed"] article').first().waitFor();
  });
  afterAll(async () => { await session?.close(); });

  it('the row that Enter means, however many rows arrive after it', async () => {
    const { page } = session;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('tea');
    await page.getByText(/^In \d+ answers$/).waitFor();
    await expect.poll(() => page.locator('[cmdk-item][data-selected="true"]').textContent()).toMatch(/^It's the tea that does it/);
    await expect.poll(() => inSight(page, '[cmdk-item][data-selected="true"]', '[cmdk-list]')).toBe(true);
    await page.keyboard.press('Escape');
  });

  it('a note being written below other notes on the same answer', async () => {
    const { page, ask } = session;
    const [, short] = await ask('survey.answers', { questionId: 1 });
    if (!short) throw new Error('no answers');
    for (const count of [1, 2, 3, 4, 5]) await ask('noticing.add', { itemId: short.itemId, start: 0, end: 10, text: `${count}. A note of several lines that goes on until the margin beside this short answer is full of notes.` });
    await page.keyboard.press('Control+1');
    await page.locator('.fam article').first().waitFor();
    await keys(page, 'Home', 'j');
    await expect.poll(() => page.locator('article.is-current .mnote').count()).toBe(5);
    await page.keyboard.press('m');
    await page.getByLabel('New note in the margin').waitFor();
    await expect.poll(() => inSight(page, '.mnote.writing', '.reader')).toBe(true);
    await page.keyboard.press('Escape');
    expect(session.troubles).toEqual([]);
  });
});
