import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../fixtures/testing.ts';
import { usePlace } from '../../state/place.ts';
import { useProject } from '../../state/project.ts';
import { useCodeUi } from './code-ui.ts';
import { noFilter } from './filters.ts';
import { codeWords, codingsOf, giveSizes, openCode } from './open-for-tests.tsx';

beforeAll(giveSizes);

describe('filters', () => {
  const shown = () => screen.getAllByRole('article').map((article) => Number(article.dataset.item));

  it('show what is not coded yet, keep in place what one codes meanwhile, and walk with J', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await user.click(screen.getByRole('button', { name: 'Which answers to show' }));
    await user.click(await screen.findByRole('radio', { name: 'Not coded yet' }));
    expect(shown()).toEqual([2, 3]);
    await user.keyboard('{Escape}');
    expect(screen.getByText('2 of 3 answers: not coded yet')).toBeInTheDocument();
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard('j{Shift>}{ArrowRight}{/Shift}1');
    await waitFor(async () => expect(await codingsOf(core)).toHaveLength(2));
    expect(await screen.findByText('2 of 3 answers: not coded yet (1 no longer)')).toBeInTheDocument();
    expect(shown()).toEqual([2, 3]);
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(shown()).toEqual([1, 2, 3]);
  });

  it('by code say so in words, offer to show all where nothing fits, and stay while an answer that one goes to is shown beside them', async () => {
    const { user } = await openCode(async (core) => {
      await codeWords(core, 'people', 'Company');
      await ask(core, 'code.create', { analysisId: 1, name: 'Empty' });
    });
    await user.click(screen.getByRole('button', { name: 'Which answers to show' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Coded with' }), 'Company');
    expect(shown()).toEqual([1]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Coded with' }), 'Empty');
    await user.keyboard('{Escape}');
    expect(screen.getByText('0 of 3 answers: coded with “Empty”')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all 3 answers' }));
    expect(shown()).toEqual([1, 2, 3]);
    await user.click(screen.getByRole('button', { name: 'Which answers to show' }));
    await user.click(await screen.findByRole('radio', { name: 'Not coded yet' }));
    await user.keyboard('{Escape}');
    fireEvent.click(screen.getByRole('button', { name: /^Company 1 extract/ }));
    fireEvent.click(await screen.findByRole('button', { name: /^See 1 extract/ }));
    fireEvent.click(await screen.findByRole('button', { name: /question 1/ }));
    await waitFor(() => expect(shown()).toEqual([1, 2, 3]));
    expect(screen.getByText('3 of 3 answers: not coded yet, and 1 that you went to')).toBeInTheDocument();
  });

  it('stay until they are cleared: across questions, on another screen and back, wherever one was there', async () => {
    const { user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await user.click(screen.getByRole('button', { name: 'Which answers to show' }));
    await user.click(await screen.findByRole('radio', { name: 'Coded' }));
    await user.keyboard('{Escape}');
    expect(shown()).toEqual([1]);
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard(']');
    expect(await screen.findByText('0 of 2 answers: coded')).toBeInTheDocument();
    await user.keyboard('[[');
    // As familiarising leaves it: at an answer that the filter does not show.
    act(() => usePlace.getState().go({ itemId: 3 }));
    expect(await screen.findByText('2 of 3 answers: coded, and 1 that you went to')).toBeInTheDocument();
    expect(shown()).toEqual([1, 3]);
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(shown()).toEqual([1, 2, 3]);
  });

  it('leave the current answer where they are chosen by a command', async () => {
    const { user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await user.keyboard('j');
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Search or jump to' }), '>not coded');
    await user.click(await screen.findByRole('option', { name: /^Show only answers that are not coded yet/ }));
    await waitFor(() => expect(shown()).toEqual([2, 3]));
  });

  it('do not follow into another project', async () => {
    useProject.setState({ entered: 'here' });
    await openCode();
    useCodeUi.setState({ filter: { ...noFilter, state: 'coded' }, recent: [1] });
    act(() => useProject.setState({ entered: 'elsewhere' }));
    expect(useCodeUi.getState()).toMatchObject({ filter: noFilter, recent: [], sides: null });
  });
});
