import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { ask } from '../../../fixtures/testing.ts';
import { getHost, setHost } from '../../host/index.ts';
import { useToasts } from '../../ui/toast.ts';
import { dragEnd, moveEnd } from './boundaries.ts';
import { answers, codeWords, codingsOf, giveSizes, openCode } from './open-for-tests.tsx';

beforeAll(giveSizes);

const text = answers[0]?.[0] ?? '';
const stretches = async (core: Core) => (await codingsOf(core)).map((coding) => text.slice(coding.start, coding.end));
const last = async (core: Core) => (await ask(core, 'history.list', {}))[0]?.label;

describe('an extract in focus', () => {
  it('changes its end with Alt and its beginning with Alt Shift, by words, with Ctrl by characters; each step can be undone', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'kettle is', 'Tea'));
    await user.keyboard('j{Tab}{Alt>}{ArrowRight}{/Alt}');
    await waitFor(async () => expect(await stretches(core)).toEqual(['kettle is always']));
    await user.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
    await waitFor(async () => expect(await stretches(core)).toEqual(['The kettle is always']));
    await user.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}');
    await waitFor(async () => expect(await stretches(core)).toEqual(['he kettle is always']));
    await user.keyboard('{Control>}{ArrowLeft}{/Control}');
    await waitFor(async () => expect(await stretches(core)).toEqual(['he kettle is alway']));
    expect(await last(core)).toBe('Changed where an extract of “Tea” begins and ends');
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('The extract is now: he kettle is alway');
    await user.keyboard('{Control>}zzzz{/Control}');
    await waitFor(async () => expect(await stretches(core)).toEqual(['kettle is']));
  });

  it('leaves the keys to the selection where no extract is in focus', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'kettle', 'Tea'));
    await user.keyboard('j{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}c');
    expect(await screen.findByText('“The kettle is always on.”')).toBeInTheDocument();
    expect(await stretches(core)).toEqual(['kettle']);
  });

  it('moves to another code from the palette, which offers every code but its own, or to a new one', async () => {
    const { core, user } = await openCode(async (core) => {
      await codeWords(core, 'people', 'Company');
      await codeWords(core, 'cake', 'Cake');
    });
    await user.keyboard('j{Tab}v');
    const palette = await screen.findByRole('dialog', { name: 'Move to another code' });
    await waitFor(() => expect(within(palette).getByRole('combobox')).toHaveFocus());
    expect(within(palette).getByText('Now under “Company”')).toBeInTheDocument();
    expect(within(palette).queryByRole('option', { name: /Company/ })).not.toBeInTheDocument();
    await user.keyboard('cak{Enter}');
    await waitFor(async () => expect((await codingsOf(core)).map((coding) => coding.codeId)).toEqual([2, 2]));
    expect(await last(core)).toBe('Moved an extract from “Company” to “Cake”');
    expect(await screen.findByRole('button', { name: /^Cake 2 extracts/ })).toBeInTheDocument();
    await user.keyboard('v');
    await waitFor(async () => expect(within(await screen.findByRole('dialog', { name: 'Move to another code' })).getByRole('combobox')).toHaveFocus());
    await user.keyboard('Belonging{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await ask(core, 'code.list', { analysisId: 1 })).map((code) => [code.name, code.codings])).toEqual([['Company', 0], ['Cake', 1], ['Belonging', 1]]));
  });

  it('is split at the word cursor and joined again', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'kettle is always', 'Tea'));
    await user.keyboard('j{Tab}s');
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('Put the word cursor inside an extract first');
    await user.keyboard('{ArrowRight}s');
    await waitFor(async () => expect(await stretches(core)).toEqual(['kettle', 'is always']));
    await user.keyboard('{Shift>}j{/Shift}');
    await waitFor(async () => expect(await stretches(core)).toEqual(['kettle is always']));
    expect(await last(core)).toBe('Joined 2 extracts of “Tea” into one');
    await user.keyboard('{Shift>}j{/Shift}');
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('There is no other extract of this code in this answer');
  });

  it('is split where the keys say, though they come before the screen shows what those before them did', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'kettle', 'Tea'));
    await user.keyboard('j{Tab}');
    const host = getHost();
    setHost({ ...host, call: async (name, input) => {
      const result = await host.call(name, input);
      if (name === 'coding.changes') await new Promise((done) => setTimeout(done, 150));
      return result;
    } });
    await user.keyboard('{Alt>}{ArrowRight}{ArrowRight}{/Alt}{ArrowRight}{ArrowRight}s{Shift>}j{/Shift}{ArrowRight}s');
    await waitFor(async () => expect((await ask(core, 'history.list', {})).slice(0, 3).map((each) => each.label)).toEqual(['Split an extract of “Tea” in two', 'Joined 2 extracts of “Tea” into one', 'Split an extract of “Tea” in two']));
    expect(await stretches(core)).toEqual(['kettle', 'is always']);
  });

  it('carries a memo, written in its details, and shows that it has one', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await user.keyboard('j{Tab}m');
    const field = await screen.findByRole('textbox', { name: 'Memo on this extract, under “Company”' });
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard('Not the tea, then.{Escape}');
    await waitFor(async () => expect((await ask(core, 'coding.list', { questionId: 1 }))[0]?.note).toBe('Not the tea, then.'));
    expect(await last(core)).toBe('Wrote a memo on an extract of “Company”');
    expect(await screen.findByLabelText('with a memo')).toBeInTheDocument();
  });

  it('offers all of it in its details, where the pointer put the word cursor too', async () => {
    const { core, user } = await openCode(async (core) => {
      await codeWords(core, 'kettle is always', 'Tea');
      await codeWords(core, 'people', 'Tea');
    });
    await user.keyboard('j{Tab}{ArrowRight}{Enter}');
    const opened = await screen.findByRole('dialog', { name: 'This extract' });
    await user.click(within(opened).getByRole('button', { name: /^Split before “is”/ }));
    await waitFor(async () => expect((await stretches(core)).sort()).toEqual(['is always', 'kettle', 'people']));
    await user.keyboard('{Enter}');
    await user.click(within(await screen.findByRole('dialog', { name: 'This extract' })).getByRole('button', { name: 'Join with the next' }));
    await waitFor(async () => expect((await stretches(core)).sort()).toEqual(['kettle is always', 'people']));
  });

  it('refuses the same words twice under one code with a sentence', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'people', 'Company', 'Cake'));
    await user.keyboard('j{Tab}v');
    await waitFor(() => expect(screen.getByRole('combobox')).toHaveFocus());
    await user.keyboard('cake{Enter}');
    await waitFor(() => expect(useToasts.getState().shown?.text).toBe('These very words stand under “Cake” already.'));
    expect(await codingsOf(core)).toHaveLength(2);
  });
});

describe('boundaries', () => {
  const words = 'Tea 👩‍🔧 first, then cafe\u0301.';
  it('move by words and by what the reader sees as one character, and never turn an extract into nothing', () => {
    const tea = { start: 0, end: 3 };
    expect(words.slice(0, moveEnd(words, tea, 'end', 'grapheme', 1)?.end)).toBe('Tea ');
    const lamp = { start: 4, end: 4 + '👩‍🔧'.length };
    expect(moveEnd(words, lamp, 'start', 'grapheme', 1)).toBeNull();
    expect(words.slice(lamp.start, moveEnd(words, lamp, 'end', 'word', 1)?.end)).toBe('👩‍🔧 first');
    expect(moveEnd(words, tea, 'end', 'word', -1)).toBeNull();
    const whole = { start: 0, end: words.length };
    expect(words.slice(0, moveEnd(words, whole, 'end', 'word', -1)?.end)).toBe('Tea 👩‍🔧 first, then');
    expect(moveEnd(words, whole, 'end', 'word', 1)).toBeNull();
    expect(words.slice(moveEnd(words, whole, 'start', 'word', 1)?.start)).toBe('👩‍🔧 first, then cafe\u0301.');
  });

  it('snap to whole words when they are dragged, with Alt to whole characters', () => {
    const first = { start: words.indexOf('first'), end: words.indexOf('first') + 5 };
    expect(dragEnd(words, first, 'end', words.indexOf('then') + 2, false)?.end).toBe(words.indexOf('then') + 4);
    expect(dragEnd(words, first, 'end', words.indexOf('then') + 2, true)?.end).toBe(words.indexOf('then') + 2);
    expect(dragEnd(words, first, 'start', 6, true)?.start).toBe(4);
    expect(dragEnd(words, first, 'start', first.end + 2, false)).toBeNull();
  });
});

describe('nothing to code here', () => {
  it('is marked with N, shown beside the answer, counted beside the coded ones, and undone', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await user.keyboard('jjn');
    await waitFor(async () => expect(await ask(core, 'coding.examined', { analysisId: 1, questionId: 1 })).toHaveLength(1));
    expect(await screen.findByText('1 with nothing to code')).toBeInTheDocument();
    expect(screen.getByText('1 of 3 coded')).toBeInTheDocument();
    expect(screen.getByRole('article', { name: /Nothing to code here/ })).toHaveAttribute('data-item', '2');
    expect(screen.getByRole('img', { name: 'nothing to code' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Code it after all' }));
    await waitFor(async () => expect(await ask(core, 'coding.examined', { analysisId: 1, questionId: 1 })).toEqual([]));
    await user.keyboard('n');
    await screen.findByText('1 with nothing to code');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(screen.queryByText('1 with nothing to code')).not.toBeInTheDocument());
  });

  it('is refused for an answer with codes', async () => {
    const { user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await user.keyboard('jn');
    await waitFor(() => expect(useToasts.getState().shown?.text).toMatch(/^This answer is coded/));
  });
});
