import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { ask } from '../../../fixtures/testing.ts';
import { codingsOf, giveSizes, openCode } from './open-for-tests.tsx';

beforeAll(giveSizes);

/** One awkward answer each, to the first question. */
const awkward = {
  joined: '👨‍👩‍👧 came first, then 👩🏽‍🔧.', marks: 'Cafe\u0301 talk, n\u0303andu\u0301', mixed: 'مرحبا hello שלום and 12 مقاه', chinese: '修理很有意思。茶也很好。', letter: 'k', crowded: 'The kettle is always on and the door is open.',
};
const texts = Object.values(awkward);
const rows = texts.map((text) => [text, '']);
const open = (more?: (core: Core) => Promise<void>) => openCode(more, rows);
/** What was coded, as words. */
const coded = async (core: Core) => (await codingsOf(core)).map((coding) => texts[coding.itemId - 1]?.slice(coding.start, coding.end));
const goTo = (text: string) => 'j'.repeat(texts.indexOf(text) + 1);

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const cutsNone = (text: string, start: number, end: number) => {
  const edges = new Set([0, ...[...graphemes.segment(text)].map((each) => each.index + each.segment.length)]);
  return edges.has(start) && edges.has(end);
};

describe('awkward texts', () => {
  it('stand on screen as they were written', async () => {
    await open();
    for (const [index, text] of texts.entries()) expect(document.querySelector(`[data-text="${index + 1}"]`)?.textContent).toBe(text);
    expect(document.querySelectorAll('.data[dir="auto"]')).toHaveLength(texts.length);
  });

  it('are selected by what the reader sees as one character, in every script', async () => {
    const { core, user } = await open((core) => ask(core, 'code.create', { analysisId: 1, name: 'Any' }).then(() => undefined));
    for (const text of texts) {
      // The arrow points where the text goes: to the left in what begins in Arabic.
      await user.keyboard(`{Home}${goTo(text).slice(1)}{Control>}{Shift>}{${text === awkward.mixed ? 'ArrowLeft' : 'ArrowRight'}}{/Shift}{/Control}c`);
      await screen.findByRole('combobox', { name: 'Find or create a code' });
      const before = (await codingsOf(core)).length;
      await user.keyboard('any{Enter}');
      await waitFor(async () => expect(await codingsOf(core)).toHaveLength(before + 1));
      await waitFor(() => expect(screen.queryByRole('combobox')).not.toBeInTheDocument());
    }
    const codings = await codingsOf(core);
    expect(await coded(core)).toEqual(['👨‍👩‍👧', 'C', 'م', '修', 'k', 'T']);
    for (const coding of codings) expect(cutsNone(texts[coding.itemId - 1] ?? '', coding.start, coding.end)).toBe(true);
    expect((await ask(core, 'project.check', {})).problems).toEqual([]);
  });

  it('are selected by words without spaces and by sentences in Chinese', async () => {
    const { core, user } = await open((core) => ask(core, 'code.create', { analysisId: 1, name: 'Any' }).then(() => undefined));
    await user.keyboard(`${goTo(awkward.chinese)}{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}c`);
    await screen.findByRole('combobox', { name: 'Find or create a code' });
    await user.keyboard('any{Enter}');
    await waitFor(async () => expect(await coded(core)).toEqual(['修理很有意思。']));
    await user.keyboard('{Escape}{Shift>}{ArrowRight}{/Shift}c');
    await screen.findByRole('combobox', { name: 'Find or create a code' });
    await user.keyboard('any{Enter}');
    await waitFor(async () => expect(await coded(core)).toHaveLength(2));
    expect((await coded(core)).at(-1)?.length).toBeLessThan(awkward.chinese.length);
  });

  it('keep whole characters when the ends of an extract move', async () => {
    const { core, user } = await open((core) => ask(core, 'coding.add', { analysisId: 1, itemId: 1, start: 0, end: '👨‍👩‍👧'.length, codes: [{ name: 'Any' }] }).then(() => undefined));
    await user.keyboard('j{Tab}');
    for (let step = 0; step < 6; step++) {
      const [before] = await coded(core);
      await user.keyboard('{Control>}{ArrowRight}{/Control}');
      await waitFor(async () => expect((await coded(core))[0]).not.toBe(before));
    }
    expect(await coded(core)).toEqual(['👨‍👩‍👧 came ']);
    await user.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}');
    await waitFor(async () => expect(await coded(core)).toEqual([' came ']));
  });

  it('carry sixty codes on one answer, each with a label and in its name', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `Code number ${index + 1}`);
    const { user } = await open((core) => ask(core, 'coding.add', { analysisId: 1, itemId: 6, start: 0, end: 20, codes: names.map((name) => ({ name })) }).then(() => undefined));
    const article = await screen.findByRole('article', { name: /Coded: Code number 1, .*Code number 60$/ });
    expect(article.querySelectorAll('[data-coding]')).toHaveLength(60);
    expect(article.querySelector('[data-text]')?.textContent).toBe(awkward.crowded);
    await user.keyboard(`${goTo(awkward.crowded)}{Tab}{Tab}{Enter}`);
    const opened = await screen.findByRole('dialog', { name: 'This extract' });
    expect(opened.querySelectorAll('li')).toHaveLength(60);
  });
});
