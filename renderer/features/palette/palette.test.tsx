import { render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { usePlace } from '../../state/place.ts';
import { renderWithCore } from '../../test/render.tsx';
import { ask, smallStudy } from '../../test/small-study.ts';
import { useCommands } from '../../ui/commands.ts';
import { around, Marked } from './Marked.tsx';
import { Palette } from './Palette.tsx';
import { useCodeUi } from '../code/code-ui.ts';
import { useSearchUi } from '../search/search-ui.ts';
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
  expect(screen.getByText('In 1 answer')).toBeInTheDocument();
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

test('people are found by their id and their other numbers, whatever is shown', async () => {
  const { user } = await renderWithCore(<WithCommands />, {
    seed: async (core) => {
      await smallStudy(core);
      await ask(core, 'project.update', { display: 'numbered' });
      await ask(core, 'alias.import', { name: 'Paper forms', table: { text: 'R1,F-70\nR2,F-71\nR3,F-72' } });
    },
  });
  await typed(user, 'f-71');
  expect(await screen.findByRole('option', { name: /^P2.*F-71/ })).toHaveAttribute('aria-selected', 'true');
  await user.clear(screen.getByRole('combobox'));
  await typed(user, 'r3');
  expect(await screen.findByRole('option', { name: /^P3.*R3/ })).toBeInTheDocument();
  await user.clear(screen.getByRole('combobox'));
  await typed(user, '@p1');
  expect(await screen.findByRole('option', { name: /^P1.*Fixer/ })).toBeInTheDocument();
});

test('themes are found, and the diary entry is gone to', async () => {
  const { user } = await renderWithCore(<WithCommands />, {
    seed: async (core) => {
      await smallStudy(core);
      await ask(core, 'theme.create', { analysisId: 1, name: 'Repairing as talking' });
      await ask(core, 'diary.add', { trigger: 'puzzled', text: 'Who talks, who repairs?' });
    },
  });
  await typed(user, 'talking');
  await user.click(await screen.findByRole('option', { name: /^Repairing as talking.*Theme, 0 people/ }));
  expect(usePlace.getState()).toMatchObject({ screen: 'themes', analysisId: 1 });
  await user.clear(screen.getByRole('combobox'));
  await typed(user, 'who talks');
  await user.click(await screen.findByRole('option', { name: /Who talks, who repairs/ }));
  expect(usePlace.getState()).toMatchObject({ screen: 'diary' });
});

test('the last entry searches all answers for what was typed', async () => {
  useSearchUi.setState(useSearchUi.getInitialState());
  const { user } = await renderWithCore(<WithCommands />, { seed: smallStudy });
  await typed(user, 'old');
  await screen.findByRole('option', { name: /Love of old things/ });
  expect(screen.getAllByRole('option').at(-1)).toHaveTextContent('Search all answers for “old”');
  await user.keyboard('{ArrowUp}{Enter}');
  expect(usePlace.getState()).toMatchObject({ screen: 'search' });
  expect(useSearchUi.getState()).toMatchObject({ text: 'old' });
  usePlace.getState().go({ screen: 'code' });
  await user.clear(screen.getByRole('combobox'));
  await typed(user, 'radios');
  await user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  expect(usePlace.getState()).toMatchObject({ screen: 'search' });
  expect(useSearchUi.getState()).toMatchObject({ text: 'radios' });
});

test('a quick Enter makes no code: where nothing is called so, it searches the answers; what comes above in time is gone to', async () => {
  useSearchUi.setState(useSearchUi.getInitialState());
  const { core, user } = await renderWithCore(<WithCommands />, { seed: smallStudy });
  await typed(user, 'kettle');
  expect(screen.getByRole('option', { name: /New code/ })).not.toHaveAttribute('aria-selected', 'true');
  await waitFor(() => expect(screen.getByRole('option', { name: /Every kettle/ })).toHaveAttribute('aria-selected', 'true'));
  await user.keyboard('{Enter}');
  expect(usePlace.getState()).toMatchObject({ screen: 'code', questionId: 2, itemId: expect.any(Number) });
  expect(useCodeUi.getState()).toMatchObject({ reveal: { at: 6 }, selection: { anchor: 6, focus: 12 } });
  await user.clear(screen.getByRole('combobox'));
  await typed(user, 'zeppelin');
  await user.keyboard('{Enter}');
  expect(usePlace.getState()).toMatchObject({ screen: 'search' });
  expect((await ask(core, 'code.list', { analysisId: 1 })).map(({ name }) => name)).toEqual(['Love of old things']);
});

test('what the arrows chose stays chosen while more is found', async () => {
  const { user } = await renderWithCore(<WithCommands />, { seed: smallStudy });
  await typed(user, 'ol');
  await user.keyboard('{ArrowUp}');
  const chosen = () => screen.getAllByRole('option').find((each) => each.getAttribute('aria-selected') === 'true')?.textContent;
  await waitFor(() => expect(chosen()).toContain('Search all answers'));
  await screen.findByRole('option', { name: /I like old radios/ });
  expect(chosen()).toContain('Search all answers');
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

test('100,000 names are looked through, in their order', () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `P${index + 1}`);
  expect(best(names, '9', (each) => [each], 3)).toEqual(['P9', 'P19', 'P29']);
  expect(best(names, 'p', (each) => [each], 3)).toEqual(['P1', 'P2', 'P3']);
  expect(best(names, 'nobody', (each) => [each], 3)).toEqual([]);
  expect(best(['Café society', 'The naïve', 'Zu\u0308rich'], 'cafe', (each) => [each], 3)).toEqual(['Café society']);
  expect(best(['Café society', 'The naïve', 'Zu\u0308rich'], 'zürich', (each) => [each], 3)).toEqual(['Zu\u0308rich']);
});

test('a long text is cut at words around the place', () => {
  expect(around('one two three four five six seven eight nine ten eleven twelve thirteen kettle fourteen fifteen sixteen seventeen', 'kettle', 40)).toMatch(
    /^….*kettle.*…$/,
  );
  expect(around('short', 'x')).toBe('short');
  render(<Marked text={'At the cafe\u0301s'} wanted="cafe" />);
  expect(document.querySelector('mark')?.textContent).toBe('cafe\u0301');
});
