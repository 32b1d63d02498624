import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../electron/core/importers/text/csv.ts';
import { toCsv } from '../../shared/report/csv.ts';
import { lookerAt } from './look.ts';
import { noBrowser, openWorkbench } from './testing.ts';


/** The codings of the sample as somebody would have kept them in a table, with what happens to words on the way. */
function table(): Buffer {
  const bytes = readFileSync(new URL('../../fixtures/sample/codings.csv', import.meta.url));
  const rows = readCsv({ fileName: 'codings.csv', bytes }, {}).rows.slice(1, 121);
  const person = rows.map((row) => row[1] ?? '');
  const changed = rows.map(([question = '', who = '', extract = '', code = '', theme = ''], index) => {
    const words = index % 23 === 5 ? extract.replace(/(\w{4})\w/, '$1') : index % 17 === 3 ? extract.replaceAll(' ', '  ') : extract;
    return [index % 31 === 7 ? (person.find((each) => each !== who) ?? '') : who, question, index % 41 === 11 ? 'words that nobody here has ever written down' : words, `${code}${index % 29 === 2 ? '; Worth quoting' : ''}`, theme];
  });
  return Buffer.from(toCsv([['Respondent', 'Question', 'Quote', 'Codes', 'Theme'], ...changed], { guard: false }));
}

describe.skipIf(noBrowser)(`coding done elsewhere${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  for (const { width, height, dark } of [{ width: 1440, height: 900, dark: false }, { width: 1100, height: 700, dark: true }]) {
    it(`comes in at ${width} x ${height}, ${dark ? 'dark' : 'light'}: found in the palette, decided with keys, undone`, async () => {
      const session = await openWorkbench({ width, height, dark });
      try {
        const { page } = session;
        const look = lookerAt(page, `${width}${dark ? '-dark' : ''}`);
        await page.getByText('Open sample study').click();
        await page.locator('[role="feed"] article').first().waitFor();
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox').fill('coding done elsewhere');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Bring in coding done elsewhere' }).waitFor();
        await look('coding-import-empty');
        await page.getByLabel('File of codings').setInputFiles({ name: 'Team coding, March.csv', mimeType: 'text/csv', buffer: table() });
        await page.getByRole('region', { name: 'Quotes of the file' }).waitFor();
        await look('coding-import');
        await page.keyboard.press('y');
        await page.keyboard.press('n');
        await look('coding-import-decided');
        const before = (await session.ask('counts.list', {})).analyses.reduce((sum, analysis) => sum + analysis.nodes.reduce((each, node) => each + node.extracts, 0), 0);
        await page.keyboard.press('Control+Enter');
        await page.getByRole('dialog').waitFor();
        await look('coding-import-left-out');
        await page.getByRole('button', { name: 'Go to coding' }).click();
        await page.locator('[role="feed"] article').first().waitFor();
        const after = (await session.ask('counts.list', {})).analyses.reduce((sum, analysis) => sum + analysis.nodes.reduce((each, node) => each + node.extracts, 0), 0);
        expect(after).toBeGreaterThan(before);
        // The offer to undo goes after a while; the key stays.
        await page.keyboard.press('Control+z');
        await expect.poll(async () => (await session.ask('counts.list', {})).analyses.reduce((sum, analysis) => sum + analysis.nodes.reduce((each, node) => each + node.extracts, 0), 0)).toBe(before);
        expect(session.troubles).toEqual([]);
      } finally {
        await session.close();
      }
    });
  }
});
