import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { atRest, seriousFindings } from './testing.ts';

/** Keeps a picture of the screen where THEMEWORK_SCREENSHOTS names a folder, and expects that axe finds nothing serious and nothing is wider than the window. */
export function lookerAt(page: Page, ending: string): (name: string) => Promise<void> {
  const pictures = process.env.THEMEWORK_SCREENSHOTS;
  return async (name) => {
    await atRest(page);
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: path.join(pictures, `${name}-${ending}.png`) });
    }
    expect([name, await seriousFindings(page)]).toEqual([name, []]);
    expect([name, await page.evaluate(() => [document.documentElement, ...document.querySelectorAll('.app, .stage-main, .se > *')].filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.className || part.tagName))]).toEqual([name, []]);
  };
}
