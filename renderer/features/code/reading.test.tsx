import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../fixtures/testing.ts';
import { useOnScreen } from '../../state/onScreen.ts';
import { usePlace } from '../../state/place.ts';
import { codeWords, codingsOf, giveSizes, openCode } from './open-for-tests.tsx';

beforeAll(giveSizes);

describe('reading', () => {
  it('removes what the keyboard walked to, never what the pointer merely rests on', async () => {
    const { core, user } = await openCode(async (core) => {
      await codeWords(core, 'kettle', 'Tea');
      await codeWords(core, 'people', 'Company');
    });
    await user.keyboard('j');
    fireEvent.mouseEnter(screen.getByText('people').closest('.piece') as Element);
    await user.keyboard('{Backspace}');
    expect(await codingsOf(core)).toHaveLength(2);
    await user.keyboard('{Tab}{Delete}');
    await waitFor(async () => expect(await codingsOf(core)).toHaveLength(1));
    expect(await screen.findByRole('article', { name: /Coded: Company$/ })).toBeInTheDocument();
  });

  it('opens an extract with Enter, goes to its code, and takes it away from there', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'people', 'Company', 'Cake'));
    await user.keyboard('j{Tab}{Enter}');
    const opened = await screen.findByRole('dialog', { name: 'This extract' });
    expect(within(opened).getByText('people')).toBeInTheDocument();
    await user.click(within(opened).getByRole('button', { name: 'Remove from Cake' }));
    await waitFor(async () => expect(await codingsOf(core)).toHaveLength(1));
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-item', '1'));
    await user.keyboard('{Tab}{Enter}');
    await user.click(within(await screen.findByRole('dialog', { name: 'This extract' })).getByRole('button', { name: 'Company' }));
    expect(usePlace.getState().codeId).toBe(1);
    expect(screen.queryByRole('dialog', { name: 'This extract' })).not.toBeInTheDocument();
  });

  it('lights the underline, the label and the code together', async () => {
    const { container, user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    const line = await screen.findByRole('button', { name: /^Company 1 extract/ });
    await user.hover(line);
    expect(container.querySelectorAll('.m.is-hot, .brk.is-hot, .brk-label.is-hot')).toHaveLength(3);
    await user.unhover(line);
    expect(container.querySelectorAll('.is-hot')).toHaveLength(0);
  });

  it('draws only the answer that was touched again', async () => {
    const { core, user, container } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await user.keyboard('j');
    const others = [...container.querySelectorAll('[data-text="2"], [data-text="3"]')];
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((list) => changes.push(...list));
    for (const other of others) observer.observe(other, { subtree: true, childList: true, characterData: true, attributes: true });
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}1');
    await waitFor(async () => expect(await codingsOf(core)).toHaveLength(2));
    await screen.findByRole('button', { name: /^Company 2 extracts/ });
    expect(changes).toEqual([]);
    observer.disconnect();
  });

  it('tells a diary note what is on screen: the question, then the answer, then the selected words', async () => {
    const { user } = await openCode();
    await waitFor(() => expect(useOnScreen.getState()).toMatchObject({ context: 'Coding question 1', links: [{ kind: 'question', id: 1 }] }));
    await user.keyboard('j{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    await waitFor(() => expect(useOnScreen.getState().links).toEqual([{ kind: 'extract', id: 1, start: 0, end: 10 }]));
  });

  it('goes to other questions and back, and to an extract from the collated list', async () => {
    const { user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await user.click(await screen.findByRole('button', { name: /^Company 1 extract/ }));
    await user.keyboard(']');
    expect(await screen.findByText('Nobody asked me.')).toBeInTheDocument();
    await user.keyboard('g');
    await user.click(await screen.findByRole('button', { name: /^.{0,6} question 1/ }));
    await waitFor(() => expect(usePlace.getState()).toMatchObject({ questionId: 1, itemId: 1 }));
    expect(await screen.findByText(/It keeps things out of landfill/)).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('heading', { name: 'Codes' })).toBeInTheDocument();
  });

  it('shows codes under their themes or in one list, and codes set aside apart', async () => {
    const { user } = await openCode(async (core) => {
      await codeWords(core, 'people', 'Company', 'Cake', 'Thin');
      await ask(core, 'theme.create', { analysisId: 1, name: 'Being together', codeIds: [1] });
      await ask(core, 'code.setAside', { ids: [3], reason: 'Too thin' });
    });
    const group = await screen.findByRole('group', { name: 'Being together' });
    expect(within(group).getByRole('button', { name: /^Company 1 extract/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Thin \d extract/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Set aside 1 code/ }));
    expect(screen.getByRole('button', { name: /^Thin \d extract/ })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Under their themes' }));
    expect(screen.queryByRole('group', { name: 'Being together' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Company 1 extract/ })).toBeInTheDocument();
  });
});
