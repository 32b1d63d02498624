import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openWorkbench, type Window } from './testing.ts';

/** Presses on one thing and lets go over another, in steps, as a hand does. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag');
  await page.mouse.move(start.x + 40, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 60, start.y + start.height / 2 + 10, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + Math.min(end.height / 2, 60), { steps: 12 });
  await page.waitForTimeout(150);
  await page.mouse.up();
}

/** What jsdom cannot show: dragging on the board and on the map, and the files that the map becomes. */
describe.skipIf(noBrowser)(`by hand, in the sample study${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  let session: Window;
  beforeAll(async () => {
    session = await openWorkbench({ width: 1440, height: 900 });
    await session.page.getByRole('button', { name: /Open sample study/ }).click();
    await session.page.locator('[role="feed"] article').first().waitFor();
  });
  afterAll(async () => { await session?.close(); });

  it('drags a code from the miscellaneous tray into a theme, and undoes it', async () => {
    const { page, ask } = session;
    await page.keyboard.press('Control+3');
    const card = page.getByRole('treeitem', { name: /^Nothing would make me stop/ });
    await card.waitFor();
    const placeOf = async () => (await ask('code.list', { analysisId: 1 })).find((code) => code.name === 'Nothing would make me stop');
    const themes = await ask('theme.list', { analysisId: 1 });
    expect(await placeOf()).toMatchObject({ themeId: null, tray: 'miscellaneous' });
    await drag(page, card, page.getByRole('treeitem', { name: /^Made to fail, and made to stay shut/ }));
    await expect.poll(async () => (await placeOf())?.themeId).toBe(themes.find((theme) => theme.name === 'A small refusal' && theme.status === 'active')?.id);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await placeOf())?.tray).toBe('miscellaneous');
    await expect.poll(async () => (await placeOf())?.themeId).toBeNull();
  });

  it('drags a theme on the map as one operation, and keeps where it was put', async () => {
    const { page, ask } = session;
    await page.keyboard.press('Control+4');
    const node = page.locator('[data-theme-id], [data-node]').filter({ hasText: 'A small refusal' }).first();
    await node.waitFor();
    const before = (await ask('history.list', { limit: 5 }))[0]?.id;
    const box = await node.boundingBox();
    if (!box) throw new Error('the theme is not on the map');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 70, { steps: 8 });
    await page.mouse.up();
    await expect.poll(async () => (await ask('map.current', { analysisId: 1 })).model.layout).toBe('hand');
    const added = (await ask('history.list', { limit: 5 })).filter((operation) => operation.id > (before ?? 0));
    expect(added.map((operation) => operation.command)).toEqual(['map.moveNodes']);
  });

  it('exports the map as SVG and PNG', async () => {
    const { page, folder } = session;
    const save = async (item: RegExp) => {
      await page.getByRole('button', { name: /^Export/ }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
      const file = path.join(folder, download.suggestedFilename());
      await download.saveAs(file);
      return readFileSync(file);
    };
    const svg = (await save(/SVG/)).toString('utf8');
    expect(svg).toContain('A small refusal');
    const png = await save(/PNG/);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(1_500);
  });

  it('kept within the content security policy, and within the computer', () => {
    expect(session.troubles).toEqual([]);
  });
});
