import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { usePlace } from '../../state/place.ts';
import { renderWithCore } from '../../test/render.tsx';
import { ask, smallStudy } from '../../test/small-study.ts';
import { useCommands } from '../../ui/commands.ts';
import { around } from './Marked.tsx';
import { Palette } from './Palette.tsx';
import { best, scopeOf } from './rank.ts';

const close = vi.fn();
const run = vi.fn();
function WithCommands() {
  useCommands([{ id: 'merge', label: 'Merge the codes chosen', keys: ['M'], run }]);
  return <Palette onClose={close} />;
}
const typed = async (user: { keyboard: (text: string) => Promise<void> }, text: string) => {
  await screen.findByRole('combobox');
  await user.keyboard(text.replaceAll(/[{[]/g, '$&$&'));
};

test('a code is found by its name and opened with Enter', async () => {
  const { user } = await renderWithCore(<WithCommands />, { seed: smallStudy });
  await typed(user, 'old th');
  expect(await screen.findByRole('option', { name: /Love of old things.*1 extract, 1 person/ })).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{Enter}');
  expect(close).toHaveBeenCalled();
  expect(usePlace.getState()).toMatchObject({ screen: 'code', codeId: 1 });
});

test('words of an answer are found with the place they stand in', async () => {
  const { user } = await renderWithCore(<WithCommands />, { seed: smallStudy });
  await typed(user, 'kettle');
  const hit = await screen.findByRole('option', { name: /Every kettle is a small protest.*question 2/ });
  expect(screen.getByText('In the answers, 1 place')).toBeInTheDocument();
  await user.click(hit);
  expect(usePlace.getState()).toMatchObject({ screen: 'code', questionId: 2 });
});

test('a sign alone lists all of its kind', async () => {
  const { core, user } = await renderWithCore(<WithCommands />, { seed: smallStudy });
  await typed(user, '#');
  expect(await screen.findByRole('option', { name: /Love of old things/ })).toBeInTheDocument();
  await user.clear(screen.getByRole('combobox'));
  await typed(user, '@');
  const people = await ask(core, 'survey.participants', {});
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(people.length));
});

test('arrows choose, and a command of the screen runs', async () => {
  const { user } = await renderWithCore(<WithCommands />, { seed: smallStudy });
  await typed(user, '>merge');
  await screen.findByRole('option', { name: /Merge the codes chosen/ });
  await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  expect(run).toHaveBeenCalledTimes(1);
});

test('people, questions and the diary are found too', async () => {
  const { user } = await renderWithCore(<WithCommands />, {
    seed: async (core) => {
      await smallStudy(core);
      await ask(core, 'diary.add', { trigger: 'puzzled', text: 'Why radios, of all things?' });
    },
  });
  await typed(user, 'radios');
  expect(await screen.findByRole('option', { name: /Why radios, of all things\?.*Puzzled me/ })).toBeInTheDocument();
  await user.clear(screen.getByRole('combobox'));
  await typed(user, 'q2');
  expect(await screen.findByRole('option', { name: /Staying/ })).toBeInTheDocument();
  await user.clear(screen.getByRole('combobox'));
  await typed(user, '@R3');
  await user.click(await screen.findByRole('option', { name: /R3/ }));
  await waitFor(() => expect(usePlace.getState()).toMatchObject({ screen: 'code', questionId: 1, itemId: expect.any(Number) }));
});

test('Ctrl Enter makes a new code of what was typed', async () => {
  const { core, user } = await renderWithCore(<WithCommands />, { seed: smallStudy });
  await typed(user, 'Company');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => expect((await ask(core, 'code.list', { analysisId: 1 })).map(({ name }) => name)).toContain('Company'));
});

test('a beginning of the text narrows the search', () => {
  expect(['#mentor', '@P3', 'q4', 'q why', '> go', 'quiet'].map(scopeOf)).toEqual([
    { scope: 'codes', text: 'mentor' },
    { scope: 'participants', text: 'P3' },
    { scope: 'questions', text: 'q4' },
    { scope: 'questions', text: 'why' },
    { scope: 'commands', text: 'go' },
    { scope: 'all', text: 'quiet' },
  ]);
});

test('beginnings come before words inside, names before definitions', () => {
  expect(best(['the cat', 'concatenate', 'Cat'], 'cat', (each) => [each], 9)).toEqual(['Cat', 'the cat', 'concatenate']);
  expect(
    best(
      [
        ['x', 'cat'],
        ['a cat', ''],
      ],
      'cat',
      (each) => each,
      1,
    ),
  ).toEqual([['a cat', '']]);
});

test('a long text is cut at words around the place', () => {
  expect(around('one two three four five six seven eight nine ten eleven twelve thirteen kettle fourteen fifteen sixteen seventeen', 'kettle', 40)).toMatch(
    /^….*kettle.*…$/,
  );
  expect(around('short', 'x')).toBe('short');
});
