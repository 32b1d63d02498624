import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../fixtures/testing.ts';
import { getHost, setHost } from '../../host/index.ts';
import type { Rendered } from '../../test/render.tsx';
import { useCodeUi } from './code-ui.ts';
import { answers, codeWords, codingsOf, giveSizes, openCode } from './open-for-tests.tsx';

beforeAll(giveSizes);

const shift = async (user: Rendered['user'], times: number) => user.keyboard(`{Shift>}${'{ArrowRight}'.repeat(times)}{/Shift}`);

describe('coding with the keyboard alone', () => {
  it('selects words, makes a code, applies it again by its number, and undoes it all to nothing', async () => {
    const { core, user } = await openCode();
    await user.keyboard('j');
    await shift(user, 2);
    await user.keyboard('c');
    const field = await screen.findByRole('combobox', { name: 'Find or create a code' });
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard('Tea first{Enter}');
    await waitFor(async () => expect(await codingsOf(core)).toEqual([{ itemId: 1, start: 0, end: 10, codeId: 1 }]));
    expect(await screen.findByRole('button', { name: 'Tea first 1 extract, 1 person' })).toBeInTheDocument();

    await user.keyboard('jj');
    await shift(user, 3);
    await user.keyboard('1');
    await waitFor(async () => expect(await codingsOf(core)).toHaveLength(2));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await codingsOf(core)).toHaveLength(1));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await codingsOf(core)).toEqual([]));
    expect((await ask(core, 'code.list', { analysisId: 1 }))).toEqual([]);
  });

  it('puts several codes on one stretch as one operation, their own words among them', async () => {
    const { core, user } = await openCode(async (core) => {
      for (const name of ['Company', 'Cake']) await ask(core, 'code.create', { analysisId: 1, name });
    });
    await user.keyboard('j');
    await user.keyboard('{Control>}a{/Control}c');
    await screen.findByRole('combobox', { name: 'Find or create a code' });
    await user.keyboard('{ArrowDown} {ArrowDown} {Enter}');
    await waitFor(async () => expect((await codingsOf(core)).map((coding) => coding.codeId).sort()).toEqual([1, 2]));
    expect((await codingsOf(core))[0]).toMatchObject({ start: 0, end: answers[0]?.[0]?.length });
    await user.keyboard('{Escape}j{Shift>}{ArrowRight}{/Shift}c');
    await screen.findByRole('combobox', { name: 'Find or create a code' });
    await user.keyboard('{Control>}i{/Control}');
    await waitFor(async () => expect((await ask(core, 'code.list', { analysisId: 1 })).map((code) => code.name)).toContain('No'));
    expect((await ask(core, 'history.list', {})).filter((operation) => operation.command === 'coding.add')).toHaveLength(2);
  });

  it('walks the extracts with Tab and takes one away with Backspace', async () => {
    const { core, user } = await openCode(async (core) => {
      await ask(core, 'coding.add', { analysisId: 1, itemId: 1, start: 0, end: 10, codes: [{ name: 'Kettle' }] });
      await ask(core, 'coding.add', { analysisId: 1, itemId: 1, start: 4, end: 23, codes: [{ name: 'Always on' }] });
    });
    await user.keyboard('j');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-item', '1'));
    await user.keyboard('{Tab}{Tab}');
    await waitFor(() => expect(screen.getByText(/Extract coded Always on/)).toBeInTheDocument());
    await user.keyboard('{Backspace}');
    await waitFor(async () => expect((await codingsOf(core)).map((coding) => coding.end)).toEqual([10]));
  });

  it('never takes a letter typed into a field for a key', async () => {
    const { user, core } = await openCode();
    await user.keyboard('/');
    await user.keyboard('jkc1');
    expect(screen.getByRole('searchbox', { name: 'Find a code' })).toHaveValue('jkc1');
    expect(await codingsOf(core)).toEqual([]);
  });
});

describe('marks and codes', () => {
  it('draws overlapping extracts and keeps the words whole', async () => {
    await openCode(async (core) => {
      for (const [start, end, name] of [[0, 24, 'A'], [4, 30, 'B'], [8, 20, 'C'], [10, 18, 'D']] as const) await ask(core, 'coding.add', { analysisId: 1, itemId: 1, start, end, codes: [{ name }] });
    });
    const text = document.querySelector('[data-text="1"]');
    expect(text?.textContent).toBe(answers[0]?.[0]);
    expect(screen.getByRole('article', { name: /Coded: A, B, C, D/ })).toBeInTheDocument();
    expect(within(screen.getByRole('article', { name: /Coded/ })).getAllByRole('button', { name: /^[ABCD]$/ })).toHaveLength(4);
  });

  it('selects with the mouse to whole words, across marks and emoji', async () => {
    const { core, user } = await openCode(async (core) => {
      await ask(core, 'coding.add', { analysisId: 1, itemId: 1, start: 4, end: 10, codes: [{ name: 'Kettle' }] });
    });
    const text = document.querySelector('[data-text="1"]') as HTMLElement;
    const first = text.childNodes[0] as Node;
    const last = text.childNodes[2] as Node;
    act(() => {
      window.getSelection()?.setBaseAndExtent(first, 1, last, 42);
      fireEvent.mouseUp(text);
    });
    await user.keyboard('c');
    await screen.findByRole('combobox', { name: 'Find or create a code' });
    await user.keyboard('Everything{Enter}');
    await waitFor(async () => expect(await codingsOf(core)).toHaveLength(2));
    const [, made] = await codingsOf(core);
    expect(answers[0]?.[0]?.slice(made?.start, made?.end)).toBe('The kettle is always on. I come for the people 👩‍🔧');
  });

  it('renames in place, changes the ink, sets aside with a reason and brings back', async () => {
    const { core, user } = await openCode(async (core) => {
      await ask(core, 'coding.add', { analysisId: 1, itemId: 1, start: 0, end: 10, codes: [{ name: 'Kettle' }] });
    });
    await user.click(await screen.findByRole('button', { name: /^Kettle 1 extract/ }));
    await user.keyboard('{F2}');
    await user.clear(await screen.findByRole('textbox', { name: 'Name of the code' }));
    await user.keyboard('Always on{Enter}');
    await screen.findByRole('button', { name: /^Always on 1 extract/ });
    await user.click(screen.getByRole('button', { name: /^Ink: Cobalt/ }));
    await user.click(await screen.findByRole('button', { name: 'Plum' }));
    await screen.findByRole('button', { name: /^Ink: Plum/ });
    await user.click(screen.getByRole('button', { name: 'Set aside…' }));
    await user.type(screen.getByRole('textbox', { name: 'Why set it aside?' }), 'Too thin');
    await user.click(screen.getByRole('button', { name: 'Set the code aside' }));
    await waitFor(async () => expect((await ask(core, 'code.list', { analysisId: 1 }))[0]).toMatchObject({ name: 'Always on', ink: 4, status: 'set-aside', reason: 'Too thin' }));
    await user.click(await screen.findByRole('button', { name: 'Bring it back' }));
    await waitFor(async () => expect((await ask(core, 'code.list', { analysisId: 1 }))[0]?.status).toBe('active'));
  });
});

describe('a mark drawn with its key', () => {
  it('may be opened before the file has it, and stays open under the id that it gets', async () => {
    const { user } = await openCode((seeded) => codeWords(seeded, 'people', 'Company'));
    const before = getHost();
    let letThrough = () => {};
    const waiting = new Promise<void>((done) => { letThrough = done; });
    setHost({ ...before, call: async (name, input) => { if (name === 'coding.add') await waiting; return await before.call(name, input); }, onChanged: (listener) => before.onChanged(listener) });
    await user.keyboard('jj{Shift>}{ArrowRight}{/Shift}1{Tab}{Enter}');
    const opened = await screen.findByRole('dialog', { name: 'This extract' });
    expect(useCodeUi.getState().opened?.codingId).toBeLessThan(0);
    letThrough();
    await waitFor(() => expect(useCodeUi.getState().opened?.codingId).toBe(2));
    expect(opened).toBeInTheDocument();
    expect(within(opened).getByRole('button', { name: 'Add a code' })).toBeInTheDocument();
    setHost(before);
  });

  it('shows “Saving…” until the file has it, and goes again where it could not be kept', async () => {
    const { core, user } = await openCode((seeded) => codeWords(seeded, 'people', 'Company'));
    const before = getHost();
    let letThrough = () => {};
    const waiting = new Promise<void>((done) => { letThrough = done; });
    setHost({ ...before, call: async (name, input) => { if (name === 'coding.add') await waiting; return await before.call(name, input); }, onChanged: (listener) => before.onChanged(listener) });
    await user.keyboard('jj{Shift>}{ArrowRight}{/Shift}1');
    expect(screen.getByRole('article', { name: /^P2\. Coded: Company$/ })).toBeInTheDocument();
    expect(screen.getByText('Saving…')).toBeInTheDocument();
    expect(await codingsOf(core)).toHaveLength(1);
    letThrough();
    expect(await screen.findByText('All changes saved on this computer')).toBeInTheDocument();
    expect(await codingsOf(core)).toMatchObject([{ itemId: 1 }, { itemId: 2, start: 0, end: 2 }]);
    setHost({ ...before, call: async (name, input) => (name === 'coding.add' ? { ok: false, error: { kind: 'refused', message: 'Not now.' } } : await before.call(name, input)), onChanged: (listener) => before.onChanged(listener) });
    await user.keyboard('j{Shift>}{ArrowRight}{/Shift}1');
    // The words are selected again: nothing has to be done twice.
    await waitFor(() => expect(useCodeUi.getState()).toMatchObject({ fresh: [], selection: { itemId: 3 } }));
    expect(screen.getByRole('article', { name: /^P3\. Not coded yet$/ })).toBeInTheDocument();
  });
});
