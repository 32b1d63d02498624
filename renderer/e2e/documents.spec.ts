import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookerAt } from './look.ts';
import { noBrowser, openWorkbench } from './testing.ts';

const documents = path.resolve(import.meta.dirname, '../../fixtures/documents');

/** From a folder of policies to codes in them, in a real browser. */
describe.skipIf(noBrowser)(`documents${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  for (const { width, height, dark } of [{ width: 1440, height: 900, dark: false }, { width: 1100, height: 700, dark: true }]) {
    it(`are imported, read and coded at ${width} x ${height}, ${dark ? 'dark' : 'light'}`, async () => {
      const session = await openWorkbench({ width, height, dark });
      try {
        const { page, ask } = session;
        const look = lookerAt(page, `${width}${dark ? '-dark' : ''}`);
        await page.getByText('Import responses').first().click();
        await page.getByLabel('What is the study called?').fill('House rules');
        await page.keyboard.press('Enter');
        await look('documents-empty');
        await page.getByLabel('Survey file').setInputFiles([path.join(documents, 'handbook.docx'), path.join(documents, 'handbook-with-password.pdf'), path.join(documents, 'letter-1252.txt')]);
        await page.getByRole('radio', { name: 'By heading, 3 parts' }).click();
        await page.getByText('Nobody mends for more than two hours').waitFor();
        await look('documents-import');
        await page.getByRole('button', { name: /^letter-1252/ }).click();
        await page.getByRole('radio', { name: 'By blank line, 4 parts' }).click();
        await page.getByText('Bring a cup').waitFor();
        await look('documents-import-text');
        await page.getByRole('button', { name: /^Import 2 documents/ }).click();
        await page.getByRole('feed').waitFor();
        expect(await ask('document.list', {})).toMatchObject([{ title: 'Volunteer handbook', parts: 3 }, { title: 'letter-1252', parts: 4 }]);

        await page.locator('[data-text]').first().waitFor();
        for (const key of ['j', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'c']) await page.keyboard.press(key);
        await page.getByRole('combobox', { name: 'Find or create a code' }).fill('Rest is a rule');
        await look('documents-palette');
        await page.keyboard.press('Enter');
        await page.getByRole('dialog', { name: 'Code this passage' }).waitFor({ state: 'detached' });
        await look('documents-code');
        expect(await ask('counts.list', {})).toMatchObject({ analyses: [{ answered: 0, nodes: [{ path: ['Rest is a rule'], extracts: 1, participants: 0 }] }] });

        await page.keyboard.press('Control+1');
        await page.locator('.fam article').first().waitFor();
        await look('documents-familiarise');
        await page.keyboard.press('p');
        await page.locator('.fam-card').waitFor();
        await page.getByRole('heading', { name: 'Volunteer handbook', level: 1 }).waitFor();
        await look('documents-card');
        await page.keyboard.press(']');
        await page.getByRole('heading', { name: 'letter-1252', level: 1 }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('feed', { name: 'Parts of “Documents”' }).waitFor();
        await page.keyboard.press('Control+3');
        await page.locator('[role="tree"]').waitFor();
        await look('documents-themes');
        await page.keyboard.press('Control+6');
        await page.locator('.paper, [aria-label="Options"]').first().waitFor();
        await look('documents-report');
        expect(session.troubles).toEqual([]);
      } finally {
        await session.close();
      }
    });
  }
});
