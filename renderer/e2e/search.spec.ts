import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { lookerAt } from './look.ts';
import { atRest, keys, noBrowser, openWorkbench } from './testing.ts';

describe.skipIf(noBrowser)(`searching all answers with the keyboard${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  for (const { width, height, dark } of [
    { width: 1440, height: 900, dark: false },
    { width: 1100, height: 700, dark: true },
  ]) {
    it(`codes every hit but one as one step and undoes it to nothing, at ${width} x ${height}, ${dark ? 'dark' : 'light'}`, async () => {
      const session = await openWorkbench({ width, height, dark });
      try {
        const { page, ask } = session;
        const look = lookerAt(page, `${width}${dark ? '-dark' : ''}`);
        await page.getByText('Open sample study').click();
        await page.locator('[role="feed"] article').first().waitFor();
        const project = await ask('workbench.status', {});
        const file = path.join(session.folder, 'projects', project.project?.fileName ?? '');
        const before = rows(file);

        const field = page.getByRole('searchbox', { name: 'Search all answers' });
        await page.keyboard.press('Control+1');
        await page.locator('.fam article').first().waitFor();
        await atRest(page);
        await page.keyboard.press('/');
        // What is typed at once belongs to the field, the first time too, and not to the screen that was left.
        await page.keyboard.type('np');
        expect(await field.inputValue()).toBe('np');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+2');
        await page.locator('.code-panes article').first().waitFor();
        await page.keyboard.press('Control+Shift+F');
        await field.waitFor();
        await look('search-empty');
        await page.keyboard.type('tea');
        await page.getByText(/^\d+ answers from \d+ people/).waitFor();
        await keys(page, 'ArrowDown', 'j');
        await page.locator('[data-hit]:focus').waitFor();
        const left = Number(await page.locator('[data-hit]:focus').getAttribute('data-hit'));
        await keys(page, 'Space', 'c');
        await page.keyboard.type('All about tea');
        await keys(page, 'Enter');
        await page.getByRole('button', { name: /^Code \d+ extracts/ }).waitFor();
        await look('search-coding');
        await keys(page, 'Control+Enter');
        await page.getByText(/^Coded \d+ extracts from \d+ people with “All about tea”/).waitFor();
        await look('search-coded');

        // What was meant, found without any of our searching.
        const wanted = sentencesAround(
          before.items.filter((item) => item.id !== left),
          /(?<![\p{L}\p{N}])tea/giu,
        );
        expect(wanted.length).toBeGreaterThan(10);
        const codes = rows(file).codes.filter((code) => !before.codes.some((each) => each.id === code.id));
        expect(codes).toMatchObject([{ name: 'All about tea' }]);
        expect(
          rows(file)
            .codings.filter((coding) => coding.code_id === codes[0]?.id)
            .map(({ item_id, start, end }) => [item_id, start, end]),
        ).toEqual(wanted);
        expect((await ask('history.list', { limit: 1 }))[0]?.command).toBe('search.codeAll');

        await page.keyboard.press('Control+z');
        await page.waitForFunction(() => !document.querySelector('.se-hits')?.textContent?.includes('All about tea'));
        expect(rows(file)).toEqual(before);

        await keys(page, 'Enter');
        await page.locator(`.code-panes [data-item="${left}"]`).waitFor();
        await look('search-opened');
        expect(await page.evaluate(() => document.activeElement?.getAttribute('data-item'))).toBe(String(left));

        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: 'Search or jump to' }).fill('zeppelin');
        await page.getByRole('option', { name: /Search all answers for/ }).waitFor();
        await keys(page, 'Enter');
        await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
        await look('search-nothing');
        expect(session.troubles).toEqual([]);
      } finally {
        await session.close();
      }
    });
  }
});

interface Rows {
  items: { id: number; text: string }[];
  codes: { id: number; name: string }[];
  codings: { code_id: number; item_id: number; start: number; end: number }[];
}

/** What lies in the file, read beside the program. */
function rows(file: string): Rows {
  const db = new Database(file, { readonly: true });
  try {
    return {
      items: db.prepare('SELECT id, text FROM item ORDER BY id').all() as Rows['items'],
      codes: db.prepare('SELECT * FROM code ORDER BY id').all() as Rows['codes'],
      codings: db.prepare('SELECT * FROM coding ORDER BY item_id, start').all() as Rows['codings'],
    };
  } finally {
    db.close();
  }
}

/** The sentences in which a pattern is found, as `[item, start, end)`, worked out apart from the program's own search. */
function sentencesAround(items: readonly { id: number; text: string }[], pattern: RegExp): [number, number, number][] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  return items.flatMap(({ id, text }) => {
    const segments = segmenter.segment(text);
    const found = new Map<number, [number, number, number]>();
    for (const { index } of text.matchAll(pattern)) {
      const sentence = segments.containing(index);
      if (!sentence) continue;
      const start = sentence.index + sentence.segment.length - sentence.segment.trimStart().length;
      found.set(start, [id, start, sentence.index + sentence.segment.trimEnd().length]);
    }
    return [...found.values()];
  });
}
