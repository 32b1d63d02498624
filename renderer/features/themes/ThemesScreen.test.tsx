import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { useOnScreen } from '../../state/onScreen.ts';
import { type Rendered, renderWithCore } from '../../test/render.tsx';
import { Toasts } from '../../ui/Toasts.tsx';
import { ask, seedThemes, treeLine } from './seed-for-tests.ts';
import { ThemesScreen } from './ThemesScreen.tsx';
import { resetUi, setUi } from './ui-state.ts';

const before = 'Known by someone(Mentor makes time, Someone nearby(Laughing together, Someone down the corridor)), Small proof(Greeted at the gate) | Staffroom as refuge, Known by name | ';

async function start(more?: (core: Rendered['core']) => Promise<unknown>): Promise<Rendered> {
  const rendered = await renderWithCore(<><ThemesScreen /><Toasts /></>, { seed: async (core) => { await seedThemes(core); await more?.(core); } });
  await screen.findByRole('tree');
  return rendered;
}

const row = (name: RegExp | string) => screen.getByRole('treeitem', { name });
/** Puts the keyboard on a row, as Tab and arrows would. */
const on = (name: RegExp | string) => row(name).focus();
const tree = async (core: Rendered['core'], expected: string) => waitFor(async () => expect(await treeLine(core, 'Staying')).toBe(expected));

beforeEach(() => {
  resetUi();
  setUi({ view: 'board', samples: true });
});

describe('looking at the board', () => {
  it('shows columns, sub-themes, trays and counts, with one extract on a card', async () => {
    await start();
    expect(screen.getByText('4 of 6 codes placed.', { exact: false })).toBeVisible();
    expect(row(/^Known by someone, theme, 3 codes, 2 people/)).toHaveAttribute('aria-level', '1');
    expect(row(/^Someone nearby, sub-theme, 2 codes, 2 people/)).toHaveAttribute('aria-level', '2');
    expect(row(/^Laughing together, .*1 extract, 1 person/)).toHaveAttribute('aria-level', '3');
    expect(document.querySelectorAll('[data-node="tray:unplaced"] .tcard')).toHaveLength(2);
    expect(await screen.findByText('we laugh about it together')).toBeVisible();
  });

  it('hides counts in a reflexive project until they are asked for, on cards, in lists and in what is read out', async () => {
    const { core, user } = await start((core) => ask(core, 'project.update', { school: 'reflexive' }));
    await waitFor(() => expect(row(/^Known by someone, theme, 3 codes(?!,)/)).toBeVisible());
    expect(row(/^Laughing together/)).not.toHaveAccessibleName(/extract|person/);
    expect(document.querySelector('.ccard .n, .tcard .n')).toBeNull();
    expect(screen.queryByText(/respondents?$/)).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'List' }));
    expect([...document.querySelectorAll('.lrow .n, .lhead .n')].map((each) => each.textContent).join('')).toBe('');
    on(/^Known by someone/);
    await user.keyboard('{Enter}');
    expect(await screen.findByLabelText('Central concept')).toBeVisible();
    expect(screen.queryByText(/contributed/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Counts beside codes and themes' }));
    expect(row(/^Known by someone, theme, 3 codes, 2 people/)).toBeVisible();
    expect(screen.getByText(/contributed/)).toBeVisible();
    expect((await ask(core, 'history.list', { limit: 1 }))[0]?.label).toBe('Declared a reflexive thematic analysis');
  });

  it('tells the diary what is on screen', async () => {
    const { core } = await start();
    const codes = await ask(core, 'code.list', { analysisId: 1 });
    expect(useOnScreen.getState()).toMatchObject({ context: 'Building themes', links: [{ kind: 'analysis', id: 1 }] });
    on(/^Greeted at the gate/);
    await waitFor(() => expect(useOnScreen.getState().links).toEqual([{ kind: 'code', id: codes.find((code) => code.name === 'Greeted at the gate')?.id }]));
  });

  it('has nothing that axe calls a violation, as a board, as a list, with a drawer open', async () => {
    const { container, user } = await start();
    const check = async () => expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
    await check();
    on(/^Known by someone, theme/);
    await user.keyboard('{Enter}');
    await screen.findByLabelText('Central concept');
    await check();
    await user.click(screen.getByRole('radio', { name: 'List' }));
    await check();
  });
});

describe('working with the keyboard', () => {
  it('walks with arrows: into the tree, along a column, across columns', async () => {
    const { user } = await start();
    row(/^Not yet placed/).focus();
    await user.keyboard('{ArrowDown}');
    expect(row(/^Staffroom as refuge/)).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.closest('[data-column]')).toContainElement(row(/^Known by someone, theme/));
    await user.keyboard('{Home}{ArrowDown}{ArrowDown}');
    expect(row(/^Someone nearby, sub-theme/)).toHaveFocus();
    await user.keyboard('{End}');
    expect(row(/^Someone down the corridor/)).toHaveFocus();
  });

  it('places a code with V and a few letters, says so, and keeps the keyboard on it', async () => {
    const { core, user } = await start();
    on(/^Staffroom as refuge/);
    await user.keyboard('v');
    await user.type(await screen.findByPlaceholderText('Move 1 code to…'), 'nearby{Enter}');
    await tree(core, before.replace('corridor))', 'corridor, Staffroom as refuge))').replace('Staffroom as refuge, Known by name |', 'Known by name |'));
    expect(screen.getByText('Moved “Staffroom as refuge” to Known by someone › Someone nearby, place 3 of 3.')).toBeInTheDocument();
    await waitFor(() => expect(row(/^Staffroom as refuge/)).toHaveFocus());
  });

  it('makes a theme from several chosen codes, and a group heading inside it', async () => {
    const { core, user } = await start();
    on(/^Staffroom as refuge/);
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(screen.getByRole('toolbar', { name: '2 codes selected' })).toBeVisible();
    await user.keyboard('t');
    await user.type(screen.getByLabelText('Name of the new theme'), 'A place of one’s own{Enter}');
    await waitFor(() => expect(row(/^A place of one’s own, theme, 2 codes/)).toHaveFocus());
    on(/^Known by name/);
    await user.keyboard('s');
    await user.type(await screen.findByPlaceholderText('Heading in “A place of one’s own”…'), 'Keeps people here');
    await user.click(screen.getByText('New heading “Keeps people here”'));
    await tree(core, before.replace(' | Staffroom as refuge, Known by name', ', A place of one’s own(Staffroom as refuge, #Keeps people here(Known by name)) | '));
  });

  it('moves with Alt and arrows: past a neighbour, into the sub-theme, to the next column, a column past its neighbour', async () => {
    const { core, user } = await start();
    on(/^Mentor makes time/);
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await tree(core, before.replace('Mentor makes time, Someone nearby(', 'Someone nearby(Mentor makes time, '));
    await waitFor(() => expect(row(/^Mentor makes time/)).toHaveFocus());
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await tree(core, before.replace('Mentor makes time, ', '').replace('gate)', 'gate, Mentor makes time)'));
    on(/^Small proof, theme/);
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await waitFor(async () => expect(await treeLine(core, 'Staying')).toMatch(/^Small proof\(/));
  });

  it('renames with F2, sets aside with a reason and brings back, dissolves a theme', async () => {
    const { core, user } = await start();
    on(/^Greeted at the gate/);
    await user.keyboard('{F2}');
    await user.clear(screen.getByLabelText('Name of the code'));
    await user.keyboard('Met at the gate{Enter}');
    await screen.findByRole('treeitem', { name: /^Met at the gate/ });
    on(/^Met at the gate/);
    await user.keyboard('{Delete}');
    await user.type(await screen.findByLabelText(/^Why\?/), 'Only one person.');
    await user.click(screen.getByRole('button', { name: /^Set aside ?Ctrl/ }));
    await waitFor(() => expect(screen.queryByRole('treeitem', { name: /^Met at the gate/ })).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: /^Set aside and merged/ }));
    expect(screen.getByText('Only one person.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Bring back' }));
    await screen.findByRole('treeitem', { name: /^Met at the gate/ });

    on(/^Someone nearby, sub-theme/);
    await user.keyboard('{Delete}');
    await user.type(await screen.findByLabelText(/^Why\?/), 'The theme says it already.{Control>}{Enter}{/Control}');
    await tree(core, 'Known by someone(Mentor makes time, Laughing together, Someone down the corridor), Small proof(Met at the gate) | Staffroom as refuge, Known by name | ');
  });

  it('undoes everything, back to where it began', async () => {
    const { core, user } = await start();
    const imported = (await ask(core, 'history.list', {})).length;
    on(/^Staffroom as refuge/);
    await user.keyboard('v');
    await user.type(await screen.findByPlaceholderText('Move 1 code to…'), 'misc{Enter}');
    await tree(core, before.replace('Staffroom as refuge, Known by name | ', 'Known by name | Staffroom as refuge'));
    on(/^Known by name/);
    await user.keyboard('t');
    await user.type(screen.getByLabelText('Name of the new theme'), 'Names{Enter}');
    await screen.findByRole('treeitem', { name: /^Names, theme/ });
    for (let done = (await ask(core, 'history.list', {})).length; done > imported; done -= 1) await ask(core, 'history.undo', {});
    await tree(core, before);
    await waitFor(() => expect(document.querySelectorAll('[data-node="tray:unplaced"] .tcard')).toHaveLength(2));
  });
});

describe('themes and analyses', () => {
  it('opens a theme: the people who contributed of those who answered; prose is one command when the field is left', async () => {
    const { core, user } = await start();
    on(/^Known by someone, theme/);
    await user.keyboard('{Enter}');
    const pane = await screen.findByRole('complementary', { name: 'Theme Known by someone' });
    expect(pane).toHaveTextContent('2 of 5 people who answered contributed · 3 extracts');
    const operations = (await ask(core, 'history.list', {})).length;
    await user.type(within(pane).getByLabelText('Central concept'), 'Somebody knows that you are there.');
    await user.tab();
    await waitFor(async () => expect((await ask(core, 'theme.list', { analysisId: 1 }))[0]?.concept).toBe('Somebody knows that you are there.'));
    expect((await ask(core, 'history.list', {})).length).toBe(operations + 1);
  });

  it('makes a sub-theme from the menu of a theme, and the list shows it with the same keys', async () => {
    const { core, user } = await start();
    await user.click(screen.getByLabelText('What to do with “Small proof”'));
    await user.click(await screen.findByRole('menuitem', { name: 'New sub-theme' }));
    await user.type(await screen.findByLabelText('Name of the new sub-theme'), 'At the gate{Enter}');
    await tree(core, before.replace('gate)', 'gate, At the gate())'));
    await user.click(screen.getByRole('radio', { name: 'List' }));
    on(/^Known by someone, theme/);
    await user.keyboard('{ArrowLeft}');
    expect(row(/^Known by someone, theme/)).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('treeitem', { name: /^Mentor makes time/ })).not.toBeInTheDocument();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(row(/^Mentor makes time/)).toHaveFocus();
    await user.type(screen.getByLabelText('Find a code or theme'), 'corridor');
    expect(screen.queryByRole('treeitem', { name: /^Mentor makes time/ })).not.toBeInTheDocument();
    expect(row(/^Someone down the corridor/)).toBeVisible();
  });

  it('keeps the moment under a name, and refuses a name that is taken', async () => {
    const { core, user } = await start();
    for (const expected of [1, 1]) {
      await user.click(screen.getByRole('button', { name: 'Keep this moment' }));
      await user.type(await screen.findByLabelText('Name'), 'Step 1{Enter}');
      await waitFor(async () => expect(await ask(core, 'milestone.list', {})).toHaveLength(expected));
    }
    expect(await screen.findByText(/There is a milestone “Step 1” already/)).toBeVisible();
    expect((await ask(core, 'milestone.list', {}))[0]).toMatchObject({ name: 'Step 1', codes: 8, themes: 3 });
  });

  it('reads a code: its extracts with the person and the words around', async () => {
    const { user } = await start();
    on(/^Laughing together/);
    await user.keyboard('{Enter}');
    const pane = await screen.findByRole('complementary', { name: 'Extracts of Laughing together' });
    expect(await within(pane).findByText('we laugh about it together')).toBeVisible();
    expect(pane).toHaveTextContent('P1');
    expect(pane).toHaveTextContent('My mentor makes time and we laugh about it together every single week.');
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByRole('complementary', { name: 'Extracts of Someone down the corridor' })).toBeVisible();
  });
});

it('says what belongs here while there are no codes', async () => {
  await renderWithCore(<ThemesScreen />);
  expect(await screen.findByText('No codes yet')).toBeVisible();
});
