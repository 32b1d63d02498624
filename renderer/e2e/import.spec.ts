import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookerAt } from './look.ts';
import { noBrowser, openWorkbench } from './testing.ts';

const survey = path.resolve(import.meta.dirname, '../../fixtures/files/branching.csv');

/** A survey with a grid, a rating with its reason, branching, previews and people who did not finish, in a real browser. */
describe.skipIf(noBrowser)(`what a survey means${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  for (const { width, height, dark } of [{ width: 1440, height: 900, dark: false }, { width: 1100, height: 700, dark: true }]) {
    it(`is shown, corrected and confirmed at ${width} x ${height}, ${dark ? 'dark' : 'light'}`, async () => {
      const session = await openWorkbench({ width, height, dark });
      try {
        const { page, ask } = session;
        const look = lookerAt(page, `${width}${dark ? '-dark' : ''}`);
        await page.getByText('Import responses').first().click();
        await page.getByLabel('What is the study called?').fill('Wellbeing');
        await page.keyboard.press('Enter');
        await page.getByLabel('Survey file').setInputFiles(survey);
        await page.locator('.ctab').waitFor();
        await look('import-survey');
        await page.locator('.grid-open').first().click();
        await page.locator('.tie.is-tied').last().click();
        await look('import-tie');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /^Plans/ }).click();
        await look('import-plans');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /^Import \d+ respondents/ }).click();
        await page.getByRole('dialog', { name: 'Who was asked' }).waitFor();
        await look('import-asked');
        await page.getByRole('button', { name: /^That is right/ }).click();
        await page.getByRole('feed').waitFor();
        const questions = await ask('survey.questions', {});
        expect(questions.map(({ tie }) => tie)).toEqual(['other', 'comment', '']);
        expect(questions.every(({ asked, answered }) => asked >= answered)).toBe(true);
        expect(session.troubles).toEqual([]);
      } finally {
        await session.close();
      }
    });
  }
});
