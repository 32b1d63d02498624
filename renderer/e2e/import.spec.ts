import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { noBrowser, openWorkbench, seriousFindings } from './testing.ts';

const survey = path.resolve(import.meta.dirname, '../../fixtures/files/branching.csv');
const pictures = process.env.THEMEWORK_SCREENSHOTS;

/** A survey with a grid, a rating with its reason, branching, previews and people who did not finish, in a real browser. */
describe.skipIf(noBrowser)(`what a survey means${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  for (const { width, height, dark } of [{ width: 1440, height: 900, dark: false }, { width: 1100, height: 700, dark: true }]) {
    it(`is shown, corrected and confirmed at ${width} x ${height}, ${dark ? 'dark' : 'light'}`, async () => {
      const session = await openWorkbench({ width, height, dark });
      try {
        const { page, ask } = session;
        const look = async (name: string) => {
          await page.waitForTimeout(300);
          if (pictures) {
            mkdirSync(pictures, { recursive: true });
            await page.screenshot({ path: path.join(pictures, `import-${name}-${width}${dark ? '-dark' : ''}.png`) });
          }
          expect([name, await seriousFindings(page)]).toEqual([name, []]);
          expect([name, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([name, true]);
        };
        await page.getByText('Import responses').first().click();
        await page.getByLabel('What is the study called?').fill('Wellbeing');
        await page.keyboard.press('Enter');
        await page.getByLabel('Survey file').setInputFiles(survey);
        await page.locator('.ctab').waitFor();
        await look('survey');
        await page.locator('.grid-open').first().click();
        await page.locator('.tie.is-tied').last().click();
        await look('tie');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /^Plans/ }).click();
        await look('plans');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /^Import \d+ respondents/ }).click();
        await page.getByRole('dialog', { name: 'Who was asked' }).waitFor();
        await look('asked');
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
