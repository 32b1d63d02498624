import { expect, test } from 'vitest';
import { largeSurvey } from '../../fixtures/large-survey.ts';
import { atRest, noBrowser, openWorkbench } from './testing.ts';

/** Some 600 KB: too much to travel with each call. */
const survey = [...largeSurvey({ rows: 2_000, columns: 20 })].map((row) => row.join(',')).join('\n');

test.skipIf(noBrowser)('a large file travels once while somebody decides about its columns, and again only where it was forgotten', async () => {
  const window = await openWorkbench();
  try {
    const { page, ask, host } = window;
    const sent = { files: 0, looks: 0, bytes: 0 };
    page.on('request', (request) => {
      if (request.method() !== 'POST') return;
      if (request.url().endsWith('/file')) sent.files++;
      else sent.bytes += request.postDataBuffer()?.length ?? 0;
      if (request.postData()?.includes('"survey.inspect"')) sent.looks++;
    });
    await page.getByText('Import responses').first().click();
    await page.getByLabel('What is the study called?').fill('Handing over');
    await page.keyboard.press('Enter');
    await page.getByLabel('Survey file').setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from(survey) });
    await page.getByRole('button', { name: 'Closed 0: Participant attribute' }).focus();
    await page.keyboard.press('i');
    await page.getByRole('button', { name: 'Closed 0: Ignore' }).waitFor();
    await atRest(page);
    expect(sent).toMatchObject({ files: 1, looks: 2 });
    expect(sent.bytes).toBeLessThan(100_000);

    host.workbench.held.forgetAll();
    await page.getByRole('button', { name: 'Closed 1: Participant attribute' }).focus();
    await page.keyboard.press('i');
    await page.getByRole('button', { name: 'Closed 1: Ignore' }).waitFor();
    await atRest(page);
    expect(sent.files).toBe(2);

    await page.getByRole('button', { name: /^Import\b/ }).last().click();
    await page.getByRole('feed').waitFor();
    expect(sent.files).toBe(2);
    expect(await ask('project.overview', {})).toMatchObject({ participants: 2_000, questions: 10 });
    expect(window.troubles).toEqual([]);
  } finally {
    await window.close();
  }
});
