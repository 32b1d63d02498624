import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { ask } from '../../../fixtures/testing.ts';
import { useSettings } from '../../state/settings.ts';
import { codeWords, giveSizes, openCode } from './open-for-tests.tsx';

beforeAll(giveSizes);
beforeEach(() => useSettings.getState().set({ counts: {} }));

const line = () => within(screen.getByRole('region', { name: 'Codes' })).getAllByRole('button', { name: /^A kettle/ }).find((each) => each.dataset.code !== undefined) ?? document.body;
const toggle = () => screen.getByRole('button', { name: 'Counts beside codes' });

it('a reflexive project hides its counts until they are asked for, and then remembers', async () => {
  const { core, user } = await openCode(async (core) => {
    await codeWords(core, 'kettle', 'A kettle');
    await ask(core, 'project.update', { school: 'reflexive' });
  });
  await waitFor(() => expect(line().textContent?.trim()).toBe('A kettle'));
  expect(toggle()).toHaveAttribute('aria-pressed', 'false');
  await user.click(toggle());
  expect(line()).toHaveTextContent(/A kettle\s+1\s+extract,\s+1\s+person/);
  expect(Object.values(useSettings.getState().counts)).toEqual([true]);
  expect((await ask(core, 'history.list', { limit: 1 }))[0]?.label).toBe('Declared a reflexive thematic analysis');
});

it('another project shows them, and one press hides them, in what is said about the selected code as well', async () => {
  const { user } = await openCode((core) => codeWords(core, 'kettle', 'A kettle'));
  await waitFor(() => expect(line()).toHaveTextContent(/1\s+extract/));
  await user.click(line());
  await screen.findByRole('button', { name: 'See 1 extract from 1 person' });
  await user.click(toggle());
  expect(line().textContent?.trim()).toBe('A kettle');
  await screen.findByRole('button', { name: 'See its extracts' });
  expect(within(screen.getByRole('region', { name: 'Codes' })).queryByText(/1 of 3/)).toBeNull();
});

it('a name changed by key gives the keyboard back to where it was; the search for a code to the answer', async () => {
  const { user } = await openCode((core) => codeWords(core, 'kettle', 'A kettle'));
  await user.click(line());
  await user.keyboard('j');
  const article = screen.getAllByRole('article')[0];
  await waitFor(() => expect(article).toHaveFocus());
  await user.keyboard('{F2}');
  expect(screen.getByRole('textbox', { name: 'Name of the code' })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(article).toHaveFocus();
  await user.keyboard('/');
  expect(screen.getByRole('searchbox', { name: 'Find a code' })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(article).toHaveFocus();
  await user.keyboard('/ket{ArrowDown}');
  expect(line()).toHaveFocus();
  await user.click(screen.getByTitle('Rename (F2)'));
  await user.keyboard('{Escape}');
  expect(screen.getByTitle('Rename (F2)')).toHaveFocus();
});

it('the collated extracts of a code name the codes beside them', async () => {
  const { user } = await openCode(async (core) => {
    await codeWords(core, 'kettle', 'A kettle');
    await codeWords(core, 'people', 'People');
  });
  await user.click(line());
  await user.keyboard('g');
  const pane = await screen.findByRole('region', { name: 'Extracts of A kettle' });
  expect(pane).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(line()).toHaveFocus();
  await user.keyboard('g');
  await user.click(await within(await screen.findByRole('region', { name: 'Extracts of A kettle' })).findByRole('button', { name: 'People' }));
  await screen.findByRole('region', { name: 'Extracts of People' });
});
