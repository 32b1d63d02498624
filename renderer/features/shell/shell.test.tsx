import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { call } from '../../data/call.ts';
import { getHost, setHost } from '../../host/index.ts';
import { usePlace } from '../../state/place.ts';
import { useSettings } from '../../state/settings.ts';
import { renderWithCore } from '../../test/render.tsx';
import { ask, smallStudy } from '../../test/small-study.ts';
import { useHints } from '../../ui/hints.ts';
import { toast } from '../../ui/toast.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import { Shell } from './Shell.tsx';

function Screen() {
  useHints(
    [
      { keys: ['J'], text: 'Next answer' },
      { keys: ['Tab'], text: 'Walk through extracts', bar: false },
    ],
    'Code',
  );
  return (
    <div className="panes">
      <section className="pane" aria-label="Answers">
        <textarea aria-label="field" />
      </section>
    </div>
  );
}
const window = (
  <>
    <Shell>
      <Screen />
    </Shell>
    <Toasts />
  </>
);

beforeEach(() => usePlace.setState({ screen: 'code', questionId: 1 }));

test('undo and redo say what they would do, and do it by button and by key', async () => {
  const { core, user } = await renderWithCore(window, { seed: smallStudy });
  const undo = await screen.findByRole('button', { name: 'Undo' });
  await waitFor(() => expect(undo).not.toHaveAttribute('aria-disabled'));
  await user.hover(undo);
  expect((await screen.findAllByText('Undo: Coded an extract with “Love of old things”')).length).toBeGreaterThan(0);
  await user.click(undo);
  await screen.findByText('Undone: Coded an extract with “Love of old things”');
  expect(await ask(core, 'coding.list', { questionId: 1 })).toHaveLength(0);
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await waitFor(async () => expect(await ask(core, 'coding.list', { questionId: 1 })).toHaveLength(1));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await ask(core, 'coding.list', { questionId: 1 })).toHaveLength(0));
  await user.keyboard('{Control>}y{/Control}');
  await waitFor(async () => expect(await ask(core, 'coding.list', { questionId: 1 })).toHaveLength(1));
});

test('one toast at a time; an offer to undo goes when something else was done since', async () => {
  await renderWithCore(window, { seed: smallStudy });
  const note = { trigger: 'other' as const, text: 'A thought' };
  act(() => toast({ text: 'First' }));
  act(() => toast({ text: 'Second', action: { label: 'Undo', run: () => {} } }));
  expect(screen.queryByText('First')).toBeNull();
  expect(screen.getByRole('button', { name: 'Dismiss' })).toBeInTheDocument();
  await act(() => call('diary.add', note));
  expect(screen.queryByText('Second')).toBeNull();
  act(() => toast({ text: 'Third' }));
  await act(() => call('diary.add', note));
  expect(screen.getByText('Third')).toBeInTheDocument();
});

test('while importing, the title bar says so', async () => {
  usePlace.setState({ screen: 'import' });
  await renderWithCore(window, { seed: smallStudy });
  expect(screen.getByRole('banner')).toHaveTextContent(/^Import responses/);
});

test('in a text field Ctrl Z belongs to the field', async () => {
  const { core, user } = await renderWithCore(window, { seed: smallStudy });
  await user.type(screen.getByLabelText('field'), 'abc');
  await user.keyboard('{Control>}z{/Control}');
  expect(await ask(core, 'coding.list', { questionId: 1 })).toHaveLength(1);
});

test('the rail shows where one is, goes by button and key, and offers no phase without a screen', async () => {
  const { user } = await renderWithCore(window, { seed: smallStudy });
  const rail = within(screen.getByRole('navigation', { name: 'Phases' }));
  expect(await rail.findByText('Question 1, 1 of 3')).toBeInTheDocument();
  expect(rail.getByRole('button', { current: 'page' })).toHaveAccessibleName('Code Question 1, 1 of 3');
  expect(rail.queryByRole('button', { name: /Define/ })).toBeNull();
  await user.click(rail.getByRole('button', { name: 'Build themes' }));
  expect(usePlace.getState().screen).toBe('themes');
  await user.keyboard('{Control>}[Digit1]{/Control}');
  expect(usePlace.getState().screen).toBe('familiarise');
  expect(await rail.findByText('Question 1, 0 of 3 read')).toBeInTheDocument();
  await user.keyboard('{Control>}[Digit4]{/Control}');
  expect(usePlace.getState().screen).toBe('map');
  await user.keyboard('{Control>}[Digit6]{/Control}');
  expect(usePlace.getState().screen).toBe('report');
});

test('the save state follows the commands that are really under way', async () => {
  const { user } = await renderWithCore(window);
  const state = () => screen.getAllByRole('status').find((each) => each.classList.contains('save-state'));
  await waitFor(() => expect(state()).toHaveTextContent('All changes saved on this computer'));
  const host = getHost();
  let release: () => void = () => {};
  setHost({
    onChanged: host.onChanged,
    onProgress: host.onProgress,
    call: async (name, input) => {
      if (name === 'diary.add')
        await new Promise<void>((done) => {
          release = done;
        });
      return host.call(name, input);
    },
  });
  await user.keyboard('{Control>}j{/Control}');
  await user.type(await screen.findByLabelText('New diary entry', { selector: 'textarea' }), 'Slow disk{Control>}{Enter}{/Control}');
  expect(state()).toHaveTextContent('All changes saved');
  await waitFor(() => expect(state()).toHaveTextContent('Saving…'));
  await act(async () => release());
  await waitFor(() => expect(state()).toHaveTextContent('All changes saved'));
});

test('a change that could not be saved stays and can be tried again', async () => {
  const { core, user } = await renderWithCore(window);
  const host = getHost();
  setHost({
    onChanged: host.onChanged,
    onProgress: host.onProgress,
    call: (name, input) => (name === 'diary.add' ? Promise.reject(new TypeError('Failed to fetch')) : host.call(name, input)),
  });
  await user.keyboard('{Control>}j{/Control}');
  await user.type(await screen.findByLabelText('New diary entry', { selector: 'textarea' }), 'Kept here{Control>}{Enter}{/Control}');
  await screen.findByText(/Could not save/);
  expect(screen.getByLabelText('New diary entry', { selector: 'textarea' })).toHaveValue('Kept here');
  setHost(host);
  await user.click(screen.getByRole('button', { name: 'try again' }));
  await waitFor(async () => expect(await ask(core, 'diary.list', {})).toHaveLength(1));
  await screen.findByText('All changes saved on this computer');
});

test('the project is renamed in place and its participants shown in another scheme, both undoable', async () => {
  const { core, user } = await renderWithCore(window, { seed: smallStudy });
  await user.click(await screen.findByRole('button', { name: 'A small study' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Rename the project' }));
  const field = await screen.findByLabelText('Name of the project');
  await user.clear(field);
  await user.type(field, 'Mending{Enter}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Mending' })).toHaveFocus());
  await user.click(await screen.findByRole('button', { name: 'Mending' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'As P1, P2 …' }));
  await waitFor(async () => expect(await ask(core, 'project.overview', {})).toMatchObject({ title: 'Mending', display: 'numbered' }));
  await user.click(await screen.findByRole('button', { name: 'Mending' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Reflexive' }));
  await waitFor(async () => expect(await ask(core, 'project.overview', {})).toMatchObject({ school: 'reflexive' }));
});

test('? lists the keys that are really registered, here and everywhere', async () => {
  const { user } = await renderWithCore(window);
  await user.keyboard('?');
  const list = within(await screen.findByRole('dialog', { name: 'Keyboard' }));
  expect(list.getByText('Walk through extracts')).toBeInTheDocument();
  expect(list.getByText('Undo, redo')).toBeInTheDocument();
  await user.type(list.getByLabelText('Find a key or an action'), 'extract');
  expect(list.queryByText('Undo, redo')).toBeNull();
  await user.keyboard('{Escape}{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the hint bar shows this screen’s keys and can be turned off', async () => {
  const { user } = await renderWithCore(window);
  expect(await screen.findByText('Next answer')).toBeInTheDocument();
  expect(screen.queryByText('Walk through extracts')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  await user.click(await screen.findByRole('switch', { name: 'Show keys at the bottom' }));
  expect(screen.queryByText('Next answer')).toBeNull();
  act(() => useSettings.getState().set({ hintBar: true }));
});

test('axe finds nothing wrong with the frame', async () => {
  await renderWithCore(window, { seed: smallStudy });
  await screen.findByText('Question 1, 1 of 3');
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
