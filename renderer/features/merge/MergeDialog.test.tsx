import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { usePlace } from '../../state/place.ts';
import { type Rendered, renderWithCore } from '../../test/render.tsx';
import { Toasts } from '../../ui/Toasts.tsx';
import { ask, seedThemes, treeLine } from '../themes/seed-for-tests.ts';
import { ThemesScreen } from '../themes/ThemesScreen.tsx';
import { resetUi, setUi } from '../themes/ui-state.ts';

async function start(analysisId: number): Promise<Rendered> {
  usePlace.getState().go({ analysisId });
  const rendered = await renderWithCore(<><ThemesScreen /><Toasts /></>, { seed: seedThemes });
  await screen.findByRole('tree');
  return rendered;
}

const changes = () => within(screen.getByRole('dialog')).getAllByRole('row').slice(1).map((row) => row.textContent);

beforeEach(() => {
  resetUi();
  setUi({ view: 'board' });
});

it('merges two codes: the same words are one band and count once; a reason is needed; undo brings both back', async () => {
  const { core, user } = await start(2);
  screen.getByRole('treeitem', { name: /^Sunday evenings/ }).focus();
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}m');
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveAccessibleName('Merge 2 codes');
  await waitFor(() => expect(within(dialog).getAllByText('Same words in both. Counted once.')).toHaveLength(2));
  expect(changes()).toEqual(['Codes21', 'Extracts under this name2 + 34', 'Same words in both, counted once1', 'Respondents who contributed2 + 34']);
  expect((await axe.run(dialog, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map((each) => each.id)).toEqual([]);

  const button = within(dialog).getByRole('button', { name: /^Merge 2 codes/ });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(within(dialog).getByLabelText('Name')).toHaveFocus();
  await user.keyboard('Evenings already spent');
  await user.type(within(dialog).getByLabelText(/^Why merge them\?/), 'I kept choosing between them for the same sentence.');
  await user.click(within(dialog).getByRole('checkbox', { name: 'Ask for a review' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Merged into “Evenings already spent”: 4 extracts, 1 was in both. 4 people.')).toBeVisible();
  expect(await treeLine(core, 'Wearing out')).toBe(' | Evenings already spent | ');
  expect((await ask(core, 'code.list', { analysisId: 2 })).find((code) => code.status === 'active')).toMatchObject({ name: 'Evenings already spent', extracts: 4, codings: 5, participants: 4 });
  expect(await ask(core, 'merge.list', {})).toMatchObject([{ kind: 'code', review: 'asked', reason: 'I kept choosing between them for the same sentence.', duplicates: 1 }]);

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await treeLine(core, 'Wearing out')).toBe(' | Sunday evenings, Marking until late | '));
});

it('begins with one code and finds the other by typing; a name that is taken stays in the dialog with its sentence', async () => {
  const { user } = await start(1);
  screen.getByRole('treeitem', { name: /^Mentor makes time/ }).focus();
  await user.keyboard('m');
  const dialog = await screen.findByRole('dialog', { name: 'Merge codes' });
  await user.type(await within(dialog).findByPlaceholderText('Find a code…'), 'laugh{Enter}');
  await waitFor(() => expect(dialog).toHaveAccessibleName('Merge 2 codes'));
  expect(within(dialog).getByText('“Someone nearby” goes from 2 codes to 1.')).toBeVisible();
  await user.type(within(dialog).getByLabelText('Name'), 'Known by name');
  await user.type(within(dialog).getByLabelText(/^Why merge them\?/), 'Same thing.{Control>}{Enter}{/Control}');
  expect(await within(dialog).findByText(/There is another code “Known by name”/)).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Laughing together' }));
  await user.click(within(dialog).getByRole('button', { name: /^Merge 2 codes/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await waitFor(() => expect(screen.getByRole('treeitem', { name: /^Laughing together, .*2 extracts, 1 person/ })).toHaveFocus());
});

it('merges two themes; what they hold moves over as it is', async () => {
  const { core, user } = await start(1);
  screen.getByRole('treeitem', { name: /^Known by someone, theme/ }).focus();
  await user.keyboard('x');
  screen.getByRole('treeitem', { name: /^Small proof, theme/ }).focus();
  await user.keyboard('xm');
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveAccessibleName('Merge 2 themes');
  await waitFor(() => expect(changes()).toEqual(['Themes and headings32', 'Codes under this name3 + 14', 'Sub-themes that move1', 'Extracts3 + 14', 'Respondents who contributed2 + 13']));
  await user.type(within(dialog).getByLabelText('Name'), 'Seen');
  await user.type(within(dialog).getByLabelText(/^Why merge them\?/), 'One idea.{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await treeLine(core, 'Staying')).toBe('Seen(Mentor makes time, Someone nearby(Laughing together, Someone down the corridor), Greeted at the gate) | Staffroom as refuge, Known by name | '));
});

it('merges whole analyses under headings of their own, and shows the result', async () => {
  const { core, user } = await start(1);
  await user.click(screen.getByRole('button', { name: 'Analysis' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Merge analyses…' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('checkbox', { name: 'Wearing out' }));
  await waitFor(() => expect(changes()).toEqual(['Analyses21', 'Questions1 + 12', 'Codes6 + 28', 'Extracts6 + 410', 'Same words in several, counted once0', 'Respondents who contributed4 + 44']));
  await user.type(within(dialog).getByLabelText('Name'), 'Everything');
  await user.type(within(dialog).getByLabelText(/^Why merge them\?/), 'The two questions were answered together.{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/^Merged into “Everything”: 10 extracts/)).toBeVisible();
  expect(await screen.findByRole('treeitem', { name: /^Staying, group heading/ })).toBeVisible();
  expect(await treeLine(core, 'Everything')).toMatch(/^#Staying\(Known by someone\(/);

  await user.click(screen.getByRole('button', { name: 'Analysis' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Merges and their reasons' }));
  expect(await screen.findByText('The two questions were answered together.')).toBeVisible();
  await ask(core, 'history.undo', {});
  await waitFor(() => expect(screen.getByRole('treeitem', { name: /^Known by someone, theme/ })).toBeVisible());
});
