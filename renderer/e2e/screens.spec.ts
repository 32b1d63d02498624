import { describe, expect, it } from 'vitest';
import { lookerAt } from './look.ts';
import { noBrowser, openWorkbench } from './testing.ts';

const screens: [name: string, open: string, ready: string][] = [
  ['familiarise', 'Control+1', '.fam article'], ['person', 'p', '.fam-card'], ['code', 'Control+2', '[role="feed"] article'], ['themes', 'Control+3', '[role="tree"]'], ['map', 'Control+4', 'svg'], ['report', 'Control+6', '.paper, [aria-label="Options"]'],
];

describe.skipIf(noBrowser)(`every screen of the sample study${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  for (const { width, height, dark } of [{ width: 1440, height: 900, dark: false }, { width: 1100, height: 700, dark: true }]) {
    it(`at ${width} x ${height}, ${dark ? 'dark' : 'light'}: axe finds nothing serious, nothing overflows, no request leaves`, async () => {
      const session = await openWorkbench({ width, height, dark });
      try {
        const { page } = session;
        const look = lookerAt(page, `${width}${dark ? '-dark' : ''}`);
        await page.getByText('Open sample study').waitFor();
        await look('welcome');
        await page.getByText('Open sample study').click();
        // Opening ends at the place where one was last.
        await page.locator('[role="feed"] article').first().waitFor();
        for (const [name, key, ready] of screens) {
          await page.keyboard.press(key);
          await page.locator(ready).first().waitFor();
          await look(name);
        }
        await page.locator('.rail').getByRole('button', { name: 'Diary' }).click();
        await page.getByRole('region', { name: 'Entries' }).waitFor();
        await look('diary');
        await page.keyboard.press('Control+Shift+D');
        for (const tab of ['People', 'Questions', 'Imports', 'Numbering']) {
          await page.getByRole('tab', { name: tab }).click();
          await look(`data-${tab.toLowerCase()}`);
        }
        await page.getByRole('tab', { name: 'People' }).click();
        await page.getByRole('button', { name: /^More about/ }).first().click();
        await page.getByRole('menuitem', { name: /Withdraw/ }).click();
        await page.getByRole('dialog').getByRole('table').waitFor();
        await look('data-withdraw');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox').fill('tea');
        await look('palette');
        await page.keyboard.press('Escape');
        expect(session.troubles).toEqual([]);
      } finally {
        await session.close();
      }
    });
  }
});
