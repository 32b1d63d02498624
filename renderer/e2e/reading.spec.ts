import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atRest, keys, noBrowser, openWorkbench, seriousFindings, type Window } from './testing.ts';

async function openSample(size: { width: number; height: number; touch?: boolean }): Promise<Window> {
  const session = await openWorkbench(size);
  await session.page.getByRole('button', { name: /Open sample study/ }).click();
  await session.page.locator('[role="feed"] article').first().waitFor();
  return session;
}
const skipped = noBrowser ? ` (skipped: ${noBrowser})` : '';

/** Everything that can be used and is neither inside the window nor inside something that scrolls to it. */
const cutOff = (page: Page) => page.evaluate(() => {
  const scrolls = (element: Element | null): boolean => {
    for (let each = element; each && each !== document.body; each = each.parentElement) if (/auto|scroll/.test(getComputedStyle(each).overflow + getComputedStyle(each).overflowY)) return true;
    return false;
  };
  return [...document.querySelectorAll<HTMLElement>('button, input, textarea, select, a[href]')].filter((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || element.closest('.vh, [aria-hidden="true"]') || getComputedStyle(element).visibility === 'hidden') return false;
    const out = box.left < -1 || box.right > window.innerWidth + 1 || box.top < -1 || box.bottom > window.innerHeight + 1;
    return out && !scrolls(element.parentElement);
  }).map((element) => element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? '');
});

describe.skipIf(noBrowser)(`small windows and large text${skipped}`, () => {
  it('200 percent zoom of 1100 x 700: panes open over the answers, nothing is cut off or out of reach', async () => {
    const session = await openSample({ width: 550, height: 350 });
    try {
      const { page } = session;
      for (const [screen, key, right] of [['Code', 'Control+2', 'Codes'], ['Familiarise', 'Control+1', 'Notes']] as const) {
        await page.keyboard.press(key);
        await page.locator('article.is-current, article').first().waitFor();
        await atRest(page);
        expect([screen, await cutOff(page)]).toEqual([screen, []]);
        expect([screen, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([screen, true]);
        const pane = page.locator(`[data-drawer="right"]`);
        expect(await pane.isVisible()).toBe(false);
        await page.getByRole('button', { name: right, exact: true }).click();
        await pane.waitFor();
        await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-drawer]')?.getAttribute('data-drawer'))).toBe('right');
        await atRest(page);
        expect([screen, right, await cutOff(page)]).toEqual([screen, right, []]);
        await page.getByRole('button', { name: right, exact: true }).click({ force: true, position: { x: 5, y: 5 } }).catch(() => undefined);
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await page.keyboard.press('Escape');
        await expect.poll(() => pane.isVisible()).toBe(false);
        await page.getByRole('button', { name: 'Questions and respondents' }).click();
        await page.locator('[data-drawer="left"] .qrow').nth(1).click();
        await expect.poll(() => page.locator('[data-drawer="left"]').isVisible()).toBe(false);
        await page.getByRole('feed', { name: 'Answers to question 2' }).waitFor();
        expect([screen, await seriousFindings(page)]).toEqual([screen, []]);
      }
      // The palette leaves the words in sight that it codes, however low the window.
      await page.keyboard.press('Control+2');
      await keys(page, 'Home', 'j', 'j', 'Shift+ArrowRight', 'Shift+ArrowRight', 'c');
      await page.getByRole('combobox', { name: 'Find or create a code' }).waitFor();
      await atRest(page);
      expect(await page.evaluate(() => {
        const over = document.querySelector('.palette')?.getBoundingClientRect();
        const root = document.querySelector<HTMLElement>('.resp.is-current .data');
        const from = root?.getBoundingClientRect();
        const { backgroundPosition = '', backgroundSize = '' } = root?.style.background ? getComputedStyle(root) : {};
        const sizes = backgroundSize.match(/[\d.]+px [\d.]+px/g) ?? [];
        const words = (backgroundPosition.match(/[\d.-]+px [\d.-]+px/g) ?? []).map((place, index) => {
          const [[x = 0, y = 0], [width = 0, height = 0]] = [place, sizes[index] ?? ''].map((pair) => pair.split(' ').map(Number.parseFloat)) as [number[], number[]];
          const [left, top] = [(from?.left ?? 0) + x, (from?.top ?? 0) + y];
          return { left, top, right: left + width, bottom: top + height };
        });
        return over && words.length > 0 ? words.filter((line) => line.left < over.right && line.right > over.left && line.top < over.bottom && line.bottom > over.top).length : -1;
      })).toBe(0);
      await keys(page, 'Escape', 'Escape');
      // F6 walks through the panes and opens them on its way.
      await page.keyboard.press('Control+2');
      await keys(page, 'j', 'F6');
      await expect.poll(() => page.locator('[data-drawer="right"]').isVisible()).toBe(true);
      expect(session.troubles).toEqual([]);
    } finally {
      await session.close();
    }
  });

  it('text at 150 and 200 percent in a window of 1100 x 700', async () => {
    const session = await openSample({ width: 1100, height: 700 });
    try {
      const { page } = session;
      for (const larger of [5, 5]) {
        for (let step = 0; step < larger; step++) await page.keyboard.press('Control+=');
        for (const key of ['Control+1', 'Control+2']) {
          await page.keyboard.press(key);
          await page.locator('article').first().waitFor();
          await atRest(page);
          expect([key, larger, await cutOff(page)]).toEqual([key, larger, []]);
        }
      }
    } finally {
      await session.close();
    }
  });
});

describe.skipIf(noBrowser)(`by touch${skipped}`, () => {
  let session: Window;
  let finger: CDPSession;
  beforeAll(async () => {
    session = await openSample({ width: 1100, height: 700, touch: true });
    finger = await session.context.newCDPSession(session.page);
  });
  afterAll(async () => { await session?.close(); });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  /** Where the words of an answer stand in the window. */
  const placeOf = (itemId: number, words: string) => session.page.evaluate(([id, wanted]) => {
    const root = document.querySelector(`[data-text="${id}"]`);
    const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(String(wanted)) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + String(wanted).length);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2, right: box.right };
    }
    throw new Error('these words are not on the screen');
  }, [itemId, words] as const);

  it('a finger that rests selects a word, its handle extends it, the button codes it', async () => {
    const { page, ask } = session;
    const [answer] = await ask('survey.answers', { questionId: 1 });
    if (!answer) throw new Error('no answers');
    const word = await placeOf(answer.itemId, 'television');
    await touch('touchStart', word.x, word.y);
    await page.waitForTimeout(650);
    await touch('touchEnd');
    await page.getByRole('status').getByText('Selected: television', { exact: true }).waitFor({ state: 'attached' });
    const grip = await page.locator('.grip.end').boundingBox();
    if (!grip) throw new Error('no handle');
    expect(grip.width).toBeGreaterThanOrEqual(44);
    const further = await placeOf(answer.itemId, 'thirty');
    const from = { x: grip.x + grip.width / 2, y: grip.y + grip.height - 12 };
    await touch('touchStart', from.x, from.y);
    for (const share of [0.3, 0.6, 1]) await touch('touchMove', from.x + (further.right - 4 - from.x) * share, from.y);
    // The finger comes to rest before it leaves: otherwise the browser takes the next press for the end of a flick.
    await page.waitForTimeout(300);
    await touch('touchMove', further.right - 4, from.y);
    await touch('touchEnd');
    await page.getByRole('status').getByText(/^Selected: television shop for thirty/).waitFor({ state: 'attached' });
    const button = page.getByRole('button', { name: 'Code C' });
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(36);
    await page.waitForTimeout(500);
    await button.tap();
    await page.getByRole('combobox', { name: 'Find or create a code' }).fill('Had a shop');
    await page.getByRole('button', { name: /^(Create and apply|Apply)/ }).tap();
    await expect.poll(async () => (await ask('code.list', { analysisId: 1 })).find((code) => code.name === 'Had a shop')?.codings).toBe(1);
  });

  it('a tap on a mark opens it, a finger that moves scrolls', async () => {
    const { page } = session;
    const mark = page.locator('.piece').first();
    await mark.tap();
    await page.getByRole('dialog', { name: 'This extract' }).waitFor();
    await page.keyboard.press('Escape');
    const before = await page.locator('.reader').evaluate((reader) => reader.scrollTop);
    await touch('touchStart', 500, 500);
    for (let y = 480; y >= 200; y -= 20) await touch('touchMove', 500, y);
    await touch('touchEnd');
    await expect.poll(() => page.locator('.reader').evaluate((reader) => reader.scrollTop)).toBeGreaterThan(before + 50);
    expect(session.troubles).toEqual([]);
  });
});

describe.skipIf(noBrowser)(`with the mouse${skipped}`, () => {
  let session: Window;
  beforeAll(async () => { session = await openSample({ width: 1440, height: 900 }); });
  afterAll(async () => { await session?.close(); });

  it('a code dragged in the list goes before another of its place, as one step', async () => {
    const { page, ask } = session;
    const lines = page.locator('.clist [role="group"]').first().locator('[data-code]');
    const order = () => lines.evaluateAll((all) => all.map((line) => Number((line as HTMLElement).dataset.code)));
    const before = await order();
    const [first, third] = [await lines.nth(0).boundingBox(), await lines.nth(2).boundingBox()];
    if (!first || !third) throw new Error('no codes');
    await page.mouse.move(third.x + 60, third.y + third.height / 2);
    await page.mouse.down();
    await page.mouse.move(third.x + 64, third.y + third.height / 2 - 8, { steps: 4 });
    await page.mouse.move(first.x + 64, first.y + 3, { steps: 12 });
    await page.waitForTimeout(150);
    await page.mouse.up();
    await expect.poll(order).toEqual([before[2], before[0], before[1], ...before.slice(3)]);
    expect((await ask('history.list', { limit: 1 }))[0]?.label).toMatch(/^Changed the order of/);
    await page.keyboard.press('Control+z');
    await expect.poll(order).toEqual(before);
  });

  it('words over several answers can be copied, with the names of who wrote them', async () => {
    const { page, ask } = session;
    const [a, b] = await ask('survey.answers', { questionId: 1 });
    const [from, to] = [await page.locator(`[data-text="${a?.itemId}"]`).boundingBox(), await page.locator(`[data-text="${b?.itemId}"]`).boundingBox()];
    if (!from || !to || !a || !b) throw new Error('no answers');
    await page.mouse.move(from.x + 1, from.y + 14);
    await page.mouse.down();
    await page.mouse.move(to.x + 120, to.y + 14, { steps: 10 });
    await page.mouse.up();
    const copied = await page.evaluate(() => {
      const data = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
      return data.getData('text/plain');
    });
    expect(copied.startsWith(`P1\n${a.text.trim()}\n\nP2\n`)).toBe(true);
    expect(b.text.startsWith(copied.split('P2\n')[1] ?? '?')).toBe(true);
  });

  it('find in page finds words far below: a list of this length is wholly in the document', async () => {
    const { page, ask } = session;
    const answers = await ask('survey.answers', { questionId: 1 });
    await page.evaluate(() => document.getSelection()?.removeAllRanges());
    await expect.poll(() => page.locator('[role="feed"] article').count()).toBe(answers.length);
    const last = answers.at(-1)?.text.slice(0, 20) ?? '';
    // What Ctrl F of the browser does.
    expect(await page.evaluate((text) => (window as unknown as { find: (text: string) => boolean }).find(text), last)).toBe(true);
    expect(session.troubles).toEqual([]);
  });
});

describe.skipIf(noBrowser)(`underlines${skipped}`, () => {
  let session: Window;
  beforeAll(async () => {
    session = await openSample({ width: 1440, height: 900 });
    await session.page.keyboard.press('Control+2');
    await session.page.locator('.brk-label').first().waitFor();
  });
  afterAll(async () => { await session?.close(); });

  /** How many points of the first coded answer have the ink of its first underline. */
  async function inked(): Promise<number> {
    const answer = session.page.locator('article:has(.m) .data').first();
    const ink = await answer.locator('.m').first().evaluate((mark) => getComputedStyle(mark).textDecorationColor);
    const picture = (await answer.screenshot()).toString('base64');
    const canvas = await session.context.newPage();
    try {
      return await canvas.evaluate(async ([source, colour]) => {
        const image = new Image();
        image.src = `data:image/png;base64,${source}`;
        await image.decode();
        const at = new OffscreenCanvas(image.width, image.height).getContext('2d');
        if (!at) throw new Error('no canvas');
        at.fillStyle = colour;
        at.fillRect(0, 0, 1, 1);
        const [red, green, blue] = at.getImageData(0, 0, 1, 1).data;
        at.drawImage(image, 0, 0);
        const { data } = at.getImageData(0, 0, image.width, image.height);
        let found = 0;
        for (let point = 0; point < data.length; point += 4) if (data[point] === red && data[point + 1] === green && data[point + 2] === blue) found++;
        return found;
      }, [picture, ink] as const);
    } finally {
      await canvas.close();
    }
  }

  it('keep their ink while the words over them are selected', async () => {
    const { page } = session;
    const item = await page.locator('article:has(.m)').first().getAttribute('data-item');
    await keys(page, 'Home');
    for (let step = 0; step < 40 && (await page.locator('.resp.is-current').getAttribute('data-item')) !== item; step++) await page.keyboard.press('j');
    await atRest(page);
    const before = await inked();
    expect(before).toBeGreaterThan(100);
    await page.keyboard.press('Control+a');
    await atRest(page);
    // Where an ink meets another ground its edges blend with it.
    expect(await inked()).toBeGreaterThan(before * 0.9);
    await page.keyboard.press('Escape');
  });

  it('end with the words of a line, not with the blank after them', async () => {
    const beyond = await session.page.evaluate(() => [...document.querySelectorAll('article .data:not(.is-spaced)')].flatMap((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const blanks: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.nodeValue ?? '';
        for (let at = text.indexOf(' '); at >= 0 && at < text.length - 1; at = text.indexOf(' ', at + 1)) {
          const [blank, next] = [document.createRange(), document.createRange()];
          blank.setStart(node, at);
          blank.setEnd(node, at + 1);
          next.setStart(node, at + 1);
          next.setEnd(node, at + 2);
          if (blank.getBoundingClientRect().width > 0.5 && next.getBoundingClientRect().top > blank.getBoundingClientRect().bottom) blanks.push(text.slice(0, at + 1));
        }
      }
      return blanks;
    }));
    expect(beyond).toEqual([]);
    expect(session.troubles).toEqual([]);
  });
});
