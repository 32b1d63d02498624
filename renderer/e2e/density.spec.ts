import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookerAt } from './look.ts';
import { atRest, noBrowser, openWorkbench, type Window } from './testing.ts';

/** Answers that stand wholly in the window. */
const wholeAnswers = (page: Page) => page.evaluate(() => {
  const view = document.querySelector('.reader')?.getBoundingClientRect();
  return [...document.querySelectorAll('.reader article')].map((each) => each.getBoundingClientRect()).filter((box) => view && box.top >= view.top && box.bottom <= view.bottom).length;
});

/** Labels in the margin that touch the next one of their answer. */
const covered = (page: Page) => page.evaluate(() => [...document.querySelectorAll('.reader article')].flatMap((article) => {
  const boxes = [...article.querySelectorAll('.brk-label')].map((label) => label.getBoundingClientRect()).sort((a, b) => a.top - b.top);
  return boxes.filter((box, index) => index > 0 && box.top < (boxes[index - 1]?.bottom ?? 0) - 0.5);
}).length);

describe.skipIf(noBrowser)(`lines can be roomy or close${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  let session: Window;
  beforeAll(async () => {
    session = await openWorkbench({ width: 1440, height: 900 });
    await session.page.getByRole('button', { name: /Open sample study/ }).click();
    await session.page.locator('[role="feed"] article').first().waitFor();
  });
  afterAll(async () => { await session?.close(); });

  const choose = async (lines: 'Roomy lines' | 'Close lines') => {
    await session.page.getByRole('button', { name: 'Text size and lines' }).click();
    await session.page.getByRole('menuitemcheckbox', { name: lines }).click();
    await session.page.keyboard.press('Escape');
    await atRest(session.page);
  };

  it.each([['Familiarise', 'Control+1'], ['Code', 'Control+2']])('%s shows more answers with close lines, and nothing covers anything', async (name, key) => {
    const { page } = session;
    await page.keyboard.press(key);
    await page.locator('.reader article').first().waitFor();
    await choose('Roomy lines');
    const roomy = await wholeAnswers(page);
    await choose('Close lines');
    await expect.poll(() => wholeAnswers(page)).toBeGreaterThan(roomy);
    await expect.poll(() => covered(page)).toBe(0);
    await lookerAt(page, '1440-close')(name.toLowerCase());
  });

  it('is kept on this computer', async () => {
    const { page } = session;
    await page.reload();
    await page.locator('.reader article').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-close'))).toBe(true);
    await choose('Roomy lines');
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-close'))).toBe(false);
    expect(session.troubles).toEqual([]);
  });
});
