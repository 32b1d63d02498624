import { readFileSync } from 'node:fs';
import path from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys, noBrowser, openWorkbench, type Window } from './testing.ts';

const sample = path.resolve(import.meta.dirname, '../../fixtures/sample/responses.csv');

/** The first ten minutes with one's own study, in a real browser: each step begins where the one before ended. */
describe.skipIf(noBrowser)(`the main job${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  let session: Window;
  beforeAll(async () => { session = await openWorkbench({ width: 1440, height: 900 }); });
  afterAll(async () => { await session?.close(); });

  const operations = async () => (await session.ask('history.list', { limit: 1_000 })).filter((operation) => operation.reverts === null && operation.state === 'done');
  const pictureOf = async () => JSON.stringify([
    await session.ask('counts.list', {}), await session.ask('coding.list', { questionId: 1 }), await session.ask('merge.list', {}),
    await session.ask('code.list', { analysisId: 1 }), await session.ask('theme.list', { analysisId: 1 }),
  ]);
  let done = '';

  it('imports the sample export', async () => {
    const { page, ask } = session;
    await page.getByText('Import responses').first().click();
    await page.getByLabel('What is the study called?').fill('Repair cafés, my study');
    await page.keyboard.press('Enter');
    await page.getByLabel('Survey file').setInputFiles(sample);
    await page.getByRole('radio', { name: /together/i }).click();
    await page.getByRole('button', { name: /^Import 52 respondents/ }).click();
    await page.getByRole('feed').waitFor();
    expect(await ask('project.overview', {})).toMatchObject({ title: 'Repair cafés, my study', participants: 52, questions: 6, answers: 293 });
    expect(await ask('analysis.list', {})).toHaveLength(1);
  });

  it('codes with the keyboard only', async () => {
    const { page, ask } = session;
    await page.locator('[data-text]').first().waitFor();
    const code = async (words: number, name: string) => {
      await keys(page, 'j', ...Array.from({ length: words }, () => 'Shift+ArrowRight'), 'c');
      await page.getByRole('combobox', { name: 'Find or create a code' }).waitFor();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Code this passage' }).waitFor({ state: 'detached' });
    };
    await code(4, 'Had a shop once');
    await code(5, 'Came along with somebody');
    await code(3, 'Began it themselves');
    await code(6, 'Had a shop once');
    const codings = await ask('coding.list', { questionId: 1 });
    const answers = await ask('survey.answers', { questionId: 1 });
    expect(codings.map((coding) => coding.itemId)).toEqual(answers.slice(0, 4).map((answer) => answer.itemId));
    expect(answers[0]?.text.slice(codings[0]?.start, codings[0]?.end).split(' ')).toHaveLength(4);
    // The same stretch under a second code, so that a merge has a duplicate to report.
    await keys(page, 'Tab', 'Enter');
    await page.getByRole('button', { name: 'Add a code' }).click();
    await page.getByRole('combobox', { name: 'Find or create a code' }).fill('Came along with somebody');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Code this passage' }).waitFor({ state: 'detached' });
    expect(await ask('coding.list', { questionId: 1 })).toHaveLength(5);
  });

  it('builds a theme and merges two codes, with a reason and a report', async () => {
    const { page, ask } = session;
    await page.keyboard.press('Control+3');
    await page.getByRole('treeitem', { name: /^Began it themselves/ }).click();
    await page.keyboard.press('t');
    await page.getByLabel('Name of the new theme').fill('Somebody begins');
    await page.keyboard.press('Enter');
    await page.getByRole('treeitem', { name: /^Somebody begins ?, theme/ }).waitFor();
    await page.getByRole('treeitem', { name: /^Had a shop once/ }).focus();
    await keys(page, 'x');
    await page.getByRole('treeitem', { name: /^Came along with somebody/ }).focus();
    await keys(page, 'x', 'm');
    const dialog = page.getByRole('dialog', { name: /Merge 2 codes/ });
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('How they came in');
    await dialog.getByLabel(/^Why merge them/).fill('Both say how the door was found.');
    expect(await dialog.getByText('Same words in both. Counted once.').count()).toBeGreaterThan(0);
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await ask('merge.list', {})).toMatchObject([{ targetName: 'How they came in', moved: 4, duplicates: 1, reason: 'Both say how the door was found.' }]);
    expect((await ask('code.list', { analysisId: 1 })).find((each) => each.name === 'How they came in')).toMatchObject({ codings: 4, extracts: 3, participants: 3 });
    done = await pictureOf();
  });

  it('undoes everything, and does it all again', async () => {
    const { page } = session;
    const count = (await operations()).length;
    expect(count).toBe(8);
    await page.keyboard.press('Control+2');
    for (let left = count; left > 0; left--) {
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await operations()).length).toBe(left - 1);
    }
    expect(await session.ask('project.overview', {})).toMatchObject({ participants: 0, answers: 0, codes: 0, merges: 0 });
    for (let again = 1; again <= count; again++) {
      await page.keyboard.press('Control+Shift+z');
      await expect.poll(async () => (await operations()).length).toBe(again);
    }
    expect(await pictureOf()).toBe(done);
  });

  it('exports the appendix, which another program reads back', async () => {
    const { page, ask } = session;
    await page.keyboard.press('Control+6');
    const button = page.getByRole('button', { name: /Export to Word/ });
    await button.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const file = path.join(session.folder, download.suggestedFilename());
    await download.saveAs(file);
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(file) });
    const lines = value.split('\n').map((line) => line.trim()).filter(Boolean);
    const answers = await ask('survey.answers', { questionId: 1 });
    const codings = await ask('coding.list', { questionId: 1 });
    for (const coding of codings) {
      const answer = answers.find((each) => each.itemId === coding.itemId);
      expect(lines).toContain(`${answer?.text.slice(coding.start, coding.end)} [P${answer?.participantId}]`);
    }
    expect(lines).toContain('How they came in');
  });

  it('kept within the content security policy, and within the computer', async () => {
    expect(session.troubles).toEqual([]);
    expect((await session.ask('project.check', {})).problems).toEqual([]);
  });
});
