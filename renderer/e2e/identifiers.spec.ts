import { describe, expect, it } from 'vitest';
import { fileOf, surveyCsv } from '../../fixtures/testing.ts';
import { lookerAt } from './look.ts';
import { noBrowser, openWorkbench } from './testing.ts';


const rows = [
  ['My colleague Annegret covers for me on Fridays, and nobody on Willow Ward notices until something goes missing from the cupboard.', 'You can reach me on 07700 900123 or at nora.field@example.org if you want to hear the rest of it.'],
  ['I started after my manager, Beatrix Oddie, moved to Harrow Vale. Since then we count the kettles ourselves.', ''],
  ['Nobody asked me. The tea helps.', 'On willow ward they do it differently, and Mrs Pemberton from the front desk was kind about it.'],
  ['I live at 14 Juniper Street, so walking over takes five minutes, and I have worked for Brackwater Logistics since I was born, so to speak.', 'I was born on 3 May 1984 and have mended radios for most of that time.'],
  ['Willow Ward again. I could write a book.', 'Nothing more.'],
];

describe.skipIf(noBrowser)(`identifiers in a real window${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  for (const { width, height, dark } of [{ width: 1440, height: 900, dark: false }, { width: 1100, height: 700, dark: true }]) {
    it(`are found, collected, masked and shown as labels, ${dark ? 'dark' : 'light'}`, async () => {
      const session = await openWorkbench({ width, height, dark });
      try {
        const { page } = session;
        const look = lookerAt(page, `${width}${dark ? '-dark' : ''}`);
        await page.getByText('Open sample study').click();
        await page.locator('[role="feed"] article').first().waitFor();
        await session.ask('survey.import', fileOf('second.csv', surveyCsv(['What would you tell a newcomer?', 'What else?'], rows)));
        await session.ask('diary.add', { trigger: 'moved', text: 'Beatrix Oddie reminds me of my first manager, and of what I did not dare to say then.' });
        const question = (await session.ask('survey.questions', {})).find(({ wording }) => wording.includes('newcomer'));
        const answers = await session.ask('survey.answers', { questionId: question?.id ?? 0 });
        await page.keyboard.press('Control+Shift+D');
        await page.getByRole('tab', { name: 'Identifiers' }).click();
        await page.getByText(/answers looked through/).waitFor();
        await page.getByRole('combobox', { name: 'Question' }).selectOption(String(question?.id));
        await page.keyboard.press('Escape');
        await page.locator('.idf-hit').first().click();
        await look('identifiers');
        await page.locator('.idf-hit:has(mark:text-is("Willow Ward"))').first().getByRole('button', { name: 'Mask everywhere' }).click();
        await page.getByText('3 places').waitFor();
        await page.locator('.idf-hit:has(mark:text-is("Beatrix Oddie"))').getByRole('button', { name: 'Mask', exact: true }).click();
        await look('identifiers-tray');
        await page.keyboard.press('Control+Enter');
        await page.getByRole('dialog', { name: 'Mask 4 places for good' }).waitFor();
        await page.getByRole('checkbox', { name: /^Mask there too/ }).scrollIntoViewIfNeeded();
        await look('identifiers-dialog');
        await page.getByRole('button', { name: 'Mask for good' }).click();
        await page.getByText('4 places masked with').waitFor();
        // In the reading column the label stands for the words, and a selection over it keeps its offsets.
        const first = answers[0];
        await page.locator('.idf-hit:has(mark:text-is("Annegret"))').click();
        await page.keyboard.press('o');
        const paragraph = page.locator(`[data-text="${first?.itemId}"]`);
        await paragraph.locator('.veil').waitFor();
        await look('masked-code');
        const box = await paragraph.locator('.veil').boundingBox();
        expect(box?.width).toBeGreaterThan(40);
        const start = first?.text.indexOf('nobody') ?? 0;
        const places = await paragraph.evaluate((element, [from, to]) => {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          let passed = 0;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const length = node.nodeValue?.length ?? 0;
            if (from >= passed && from < passed + length) range.setStart(node, from - passed);
            if (to > passed && to <= passed + length) range.setEnd(node, to - passed);
            passed += length;
          }
          const rects = [...range.getClientRects()].filter((rect) => rect.width > 1);
          const [a, b] = [rects[0], rects.at(-1)];
          return a && b ? [a.left + 1, a.top + a.height / 2, b.right - 1, b.top + b.height / 2] : null;
        }, [start, first?.text.indexOf('until') ?? 0] as const);
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = places ?? [];
        await page.mouse.move(x1, y1);
        await page.mouse.down();
        await page.mouse.move((x1 + x2) / 2, (y1 + y2) / 2, { steps: 4 });
        await page.mouse.move(x2, y2, { steps: 4 });
        await page.mouse.up();
        await page.getByRole('button', { name: 'Mask these words' }).waitFor();
        await look('masked-selection');
        await page.keyboard.press('c');
        await page.keyboard.type('Things go missing');
        await page.keyboard.press('Enter');
        await expect.poll(async () => (await session.ask('coding.list', { questionId: question?.id ?? 0 })).map((coding) => first?.text.slice(coding.start, coding.end))).toEqual(['nobody on Willow Ward notices']);
        await page.keyboard.press('Control+1');
        await page.locator('.fam .veil').first().waitFor();
        await look('masked-familiarise');
        expect(session.troubles).toEqual([]);
      } finally {
        await session.close();
      }
    });
  }
});
