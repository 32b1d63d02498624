import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lookerAt } from './look.ts';
import { atRest, keys, noBrowser, openWorkbench, type Window } from './testing.ts';

async function openSample(size: { width: number; height: number }, key: string): Promise<Window> {
  const session = await openWorkbench(size);
  await session.page.getByRole('button', { name: /Open sample study/ }).click();
  await session.page.locator('[role="feed"] article').first().waitFor();
  await session.page.keyboard.press(key);
  await session.page.locator('.reader article').first().waitFor();
  await atRest(session.page);
  return session;
}

/** The pane that lies over the answers, and what has the keyboard in it. */
const drawer = (page: Page) => page.evaluate(() => {
  const [open] = [...document.querySelectorAll<HTMLElement>('[data-drawer]')].filter((pane) => pane.getClientRects().length > 0);
  const { activeElement } = document;
  return open ? `${open.dataset.drawer}: ${open.contains(activeElement) ? (activeElement?.getAttribute('aria-label') ?? activeElement?.tagName) : 'elsewhere'}` : `none: ${activeElement?.closest('article.is-current') ? 'answer' : 'elsewhere'}`;
});
const width = (page: Page, selector: string) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().width);

/** 800 × 600, and 200 percent zoom of 1100 × 700. */
const sizes = [{ width: 800, height: 600 }, { width: 550, height: 350 }];

describe.skipIf(noBrowser).each(sizes)(`side panes without room, $width × $height${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, (size) => {
  it('Familiarise: D, I and Ctrl J open the notes and write there, Escape goes back to the answer', async () => {
    const session = await openSample(size, 'Control+1');
    try {
      const { page } = session;
      await keys(page, 'j');
      for (const [key, field] of [['d', 'Diary note'], ['Control+j', 'Diary note'], ['i', 'First impressions of question 1']] as const) {
        // What is typed at once belongs to the field already.
        await keys(page, key, 'x');
        await expect.poll(async () => [key, await drawer(page)]).toEqual([key, `right: ${field}`]);
        await expect.poll(async () => [key, (await page.getByRole('textbox', { name: field }).inputValue()).startsWith('x')]).toEqual([key, true]);
        await keys(page, 'Backspace', 'Escape');
        await expect.poll(async () => [key, await drawer(page)]).toEqual([key, 'none: answer']);
      }
      // Ctrl J in the note itself goes back as well.
      await keys(page, 'Control+j', 'Control+j');
      await expect.poll(() => drawer(page)).toBe('none: answer');
      expect(session.troubles).toEqual([]);
    } finally {
      await session.close();
    }
  });

  it('Code: / finds a code, G lists the extracts of the selected one, F2 renames it', async () => {
    const session = await openSample(size, 'Control+2');
    try {
      const { page } = session;
      await page.locator('.brk-label').first().click();
      await page.getByRole('dialog', { name: 'This extract' }).waitFor();
      await keys(page, 'Escape');
      await keys(page, '/', 'x');
      await expect.poll(() => drawer(page)).toBe('right: Find a code');
      await expect.poll(() => page.getByRole('searchbox', { name: 'Find a code' }).inputValue()).toBe('x');
      await keys(page, 'Backspace', 'Escape');
      await expect.poll(() => drawer(page)).toBe('none: answer');
      await keys(page, 'g');
      await page.locator('.collated li').first().waitFor();
      await expect.poll(() => drawer(page)).toBe('right: Back to the codes');
      // Closed and asked for again, the list is still there.
      await keys(page, 'Escape');
      await expect.poll(() => drawer(page)).toMatch(/^none/);
      await keys(page, 'g');
      await expect.poll(() => drawer(page)).toBe('right: Back to the codes');
      // Pressed, an extract is there to be read.
      await page.locator('.collated li > button').first().click();
      await expect.poll(() => drawer(page)).toMatch(/^none/);
      await keys(page, 'g');
      await page.getByRole('button', { name: 'Back to the codes' }).click();
      await page.locator('.clist').waitFor();
      // A press on the answers puts the pane away.
      await page.locator('.question h1').click({ position: { x: 5, y: 5 } });
      await expect.poll(() => drawer(page)).toMatch(/^none/);
      await keys(page, 'F2');
      await expect.poll(() => drawer(page)).toBe('right: Name of the code');
      expect(session.troubles).toEqual([]);
    } finally {
      await session.close();
    }
  });

  it('two groups: no strip is left for the pane, no name is cut, and every answer can be reached', async () => {
    const session = await openSample(size, 'Control+2');
    try {
      const { page } = session;
      await keys(page, 'j', 'b');
      await page.getByRole('group', { name: 'Two groups side by side' }).waitFor();
      await atRest(page);
      await expect.poll(() => width(page, '.pane.is-paper')).toBeGreaterThan((await width(page, '.code-panes')) - 2);
      const feeds = page.getByRole('feed');
      await expect.poll(() => feeds.count()).toBe(size.width === 800 ? 2 : 1);
      await expect.poll(() => width(page, '.reader')).toBeGreaterThan(size.width === 800 ? 340 : 450);
      await expect.poll(() => page.evaluate(() => [...document.querySelectorAll('.resp-h')].filter((header) => header.scrollWidth > header.clientWidth + 1).length)).toBe(0);
      if (size.width === 550) {
        const [first, other] = await page.evaluate(() => [document.querySelector('[role="feed"]')?.getAttribute('aria-label'), document.querySelector('.side-other .clip')?.textContent]);
        await page.getByRole('button', { name: `Show ${other}` }).click();
        await expect.poll(() => feeds.getAttribute('aria-label')).toMatch(new RegExp(`${other}$`));
        await keys(page, 'h');
        await expect.poll(() => feeds.getAttribute('aria-label')).toBe(first);
        await keys(page, 'l');
        await expect.poll(() => feeds.getAttribute('aria-label')).toMatch(new RegExp(`${other}$`));
      }
      await lookerAt(page, `${size.width}`)('sides');
      expect(session.troubles).toEqual([]);
    } finally {
      await session.close();
    }
  });

  it('the list of keys: as many columns as fit, nothing beside the dialog, all of it by scrolling down', async () => {
    const session = await openSample(size, 'Control+2');
    try {
      const { page } = session;
      await keys(page, '?');
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
      await atRest(page);
      expect(await page.evaluate(() => {
        const list = document.querySelector<HTMLElement>('.ks-groups');
        const view = list?.getBoundingClientRect();
        const rows = [...document.querySelectorAll('.kr')].map((row) => [row.getBoundingClientRect(), ...[...row.children].map((part) => part.getBoundingClientRect())]);
        const boxes = rows.map(([box]) => box as DOMRect);
        return {
          rows: rows.length > 30,
          sideways: list ? list.scrollWidth - list.clientWidth : -1,
          beside: rows.flat().filter((box) => view && (box.left < view.left - 1 || box.right > view.right + 1)).length,
          overlapping: boxes.filter((a, index) => boxes.some((b, other) => other > index && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length,
          narrow: boxes.filter((box) => box.width < 200).length,
        };
      })).toEqual({ rows: true, sideways: 0, beside: 0, overlapping: 0, narrow: 0 });
      await lookerAt(page, `${size.width}`)('keys');
      expect(session.troubles).toEqual([]);
    } finally {
      await session.close();
    }
  });

  it('Search: the hits have the window, and both panes open over them', async () => {
    const session = await openSample(size, 'Control+2');
    try {
      const { page } = session;
      await page.keyboard.press('Control+Shift+f');
      await page.getByRole('searchbox', { name: 'Search all answers' }).fill('tea');
      await page.locator('[data-hit]').first().waitFor();
      await atRest(page);
      await expect.poll(() => width(page, '.se-hits')).toBeGreaterThan(size.width - 80);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-hit'))).toBe(true);
      await keys(page, 'c');
      await expect.poll(() => drawer(page)).toBe('right: Find or create a code');
      await lookerAt(page, `${size.width}`)('search-code');
      await keys(page, 'Escape');
      await expect.poll(() => drawer(page)).toMatch(/^none/);
      await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-hit'))).toBe(true);
      await page.getByRole('button', { name: 'Where to search' }).click();
      await page.getByRole('region', { name: 'Where to search' }).getByRole('button', { name: /Q2/ }).click();
      await keys(page, 'Escape');
      await expect.poll(() => drawer(page)).toMatch(/^none/);
      await lookerAt(page, `${size.width}`)('search');
      expect(session.troubles).toEqual([]);
    } finally {
      await session.close();
    }
  });
});

/** What can be used in the newest thing that floats over the window, and is neither in the window nor in something that scrolls to it. */
const outOfReach = (page: Page, selector: string) => page.evaluate((wanted) => {
  const floating = [...document.querySelectorAll<HTMLElement>(wanted)].at(-1);
  if (!floating) return ['nothing has opened'];
  const scrolls = (element: Element | null): boolean => element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowY) || (element !== floating && scrolls(element.parentElement)));
  return [...floating.querySelectorAll<HTMLElement>('button, input, textarea, select, a[href], [role^="menuitem"]'), floating].filter((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || element.closest('.vh')) return false;
    const out = box.left < -1 || box.right > window.innerWidth + 1 || box.top < -1 || box.bottom > window.innerHeight + 1;
    return out && (element === floating || !scrolls(element.parentElement));
  }).map((element) => element.getAttribute('aria-label') ?? (element.textContent?.slice(0, 40) || element.className));
}, selector);

describe.skipIf(noBrowser)(`what opens over the answers at 200 percent zoom${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  it('lies in the window or scrolls: filter, first impressions, details of an extract, palettes, menus, note, lists of extracts and codes', async () => {
    const session = await openSample({ width: 550, height: 350 }, 'Control+2');
    const { page } = session;
    const found: Record<string, string[]> = {};
    const look = lookerAt(page, '550');
    const check = async (name: string, selector: string) => {
      await page.locator(selector).last().waitFor();
      await look(name);
      found[name] = await outOfReach(page, selector);
      await keys(page, 'Escape');
      await page.locator(selector).waitFor({ state: 'detached' });
    };
    try {
      await keys(page, 'j');
      await page.getByRole('button', { name: /^Filter|^Which answers/ }).first().click();
      await check('filter', '.pop');
      await keys(page, 'i');
      await check('impressions', '.pop');
      await page.getByRole('button', { name: 'Text size and lines' }).click();
      await check('look', '[role="menu"]');
      await page.locator('.piece').first().click();
      await page.getByRole('dialog', { name: 'This extract' }).waitFor();
      await page.getByRole('button', { name: 'Write a memo on this extract' }).click();
      await page.getByRole('textbox', { name: /^Memo/ }).fill('One line after another. '.repeat(20));
      await check('extract', '.pop');
      await keys(page, 'Shift+ArrowRight', 'c');
      await check('codes', '.palette');
      await keys(page, 'Escape', 'Control+k');
      await check('palette', 'dialog');
      await keys(page, 'Control+j');
      await check('note', '.note, .pop, dialog');
      await keys(page, 'g');
      await page.locator('.collated li').first().waitFor();
      await look('collated');
      found.collated = await outOfReach(page, '[data-drawer="right"]');
      await keys(page, 'Escape');
      await page.locator('.project-name').click();
      await check('project', '[role="menu"], .pop');
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
      expect(session.troubles).toEqual([]);
    } finally {
      await session.close();
    }
  });
});
