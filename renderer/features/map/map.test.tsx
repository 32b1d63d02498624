import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { ask, importSmallSurvey } from '../../../fixtures/testing.ts';
import { usePlace } from '../../state/place.ts';
import { renderWithCore } from '../../test/render.tsx';
import { MapScreen } from './MapScreen.tsx';
import { forgetMapUi, setMapUi } from './map-ui.ts';
import { pause } from './useMoving.ts';

let analysisId = 0;
const theme: Record<string, number> = {};

/** An overarching theme, two themes, a sub-theme with two codes. */
async function study(core: Core): Promise<void> {
  const { items, analysisIds } = await importSmallSurvey(core);
  analysisId = analysisIds[0] ?? 0;
  const make = async (name: string, parent: string | null, kind: 'theme' | 'overarching' = 'theme') => {
    theme[name] = (await ask(core, 'theme.create', { analysisId, parentId: parent === null ? null : (theme[parent] ?? null), kind, name })).id;
  };
  await make('Staying', null, 'overarching');
  await make('Known by someone', 'Staying');
  await make('Small proof', 'Staying');
  await make('Someone nearby', 'Known by someone');
  const own = items.filter((item) => item.questionId === items[0]?.questionId);
  for (const [index, name] of ['Corridor', 'Staffroom'].entries()) for (const item of own.slice(index, index + 3)) await ask(core, 'coding.add', { analysisId, itemId: item.itemId, start: 0, end: 2, codes: [{ name }] });
  const codes = await ask(core, 'code.list', { analysisId });
  await ask(core, 'code.place', { ids: codes.map((code) => code.id), to: { themeId: theme['Someone nearby'] ?? 0 } });
}

const node = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name} \\d+ .*theme$`) });
const model = async (core: Core) => (await ask(core, 'map.current', { analysisId })).model;
const labels = async (core: Core, limit = 3) => (await ask(core, 'history.list', { limit })).map((operation) => operation.label);
const clean = async (container: Element) => (await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map((violation) => `${violation.id}: ${violation.nodes.map((each) => each.html.slice(0, 120)).join(' | ')}`);

beforeEach(() => {
  setMapUi({ tab: 'map', view: 'map' });
  forgetMapUi();
});

describe('the thematic map', () => {
  test('draws itself from the themes, and shows the one in hand', async () => {
    const { user, container } = await renderWithCore(<MapScreen />, { seed: study });
    expect(await screen.findByRole('group', { name: /^Thematic map\. Themes: “Staying”/ })).toBeInTheDocument();
    await user.click(node('Known by someone'));
    fireEvent.focus(node('Known by someone'));
    const panel = screen.getByRole('complementary', { name: 'Theme' });
    expect(within(panel).getByRole('heading', { name: 'Known by someone' })).toBeInTheDocument();
    expect(within(panel).getByText('4 of 8 respondents contributed')).toBeInTheDocument();
    expect(await within(panel).findByText('Corridor')).toBeInTheDocument();
    expect(await clean(container)).toEqual([]);
  });

  test('moves a theme with the arrow keys: one command for one move, with what belongs to it', async () => {
    const { core, user } = await renderWithCore(<MapScreen />, { seed: study });
    const before = await model(core);
    await screen.findByRole('group', { name: /^Thematic map/ });
    node('Known by someone').focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
    await waitFor(async () => expect((await model(core)).layout).toBe('hand'));
    expect(before.layout).toBe('radial');
    expect(await labels(core, 1)).toEqual(['Moved 2 themes on the map']);
    expect((await labels(core)).filter((label) => label.endsWith('on the map'))).toHaveLength(1);
  });

  test('writes a move down when the focus leaves before the pause', async () => {
    const { core, user } = await renderWithCore(<MapScreen />, { seed: study });
    await screen.findByRole('group', { name: /^Thematic map/ });
    // The pause never ends here.
    const later = globalThis.setTimeout;
    const held = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms?: number) => (ms === pause ? 0 : later(run, ms))) as typeof setTimeout);
    node('Small proof').focus();
    await user.keyboard('{ArrowUp}');
    node('Staying').focus();
    await waitFor(async () => expect(await labels(core, 1)).toEqual(['Moved a theme on the map']));
    expect(held.mock.calls.some(([, ms]) => ms === pause)).toBe(true);
    held.mockRestore();
  });

  test('is dragged with the pointer and written down on drop', async () => {
    const { core } = await renderWithCore(<MapScreen />, { seed: study });
    await screen.findByRole('group', { name: /^Thematic map/ });
    const small = node('Small proof');
    const at = (x: number, y: number) => ({ clientX: x, clientY: y, button: 0, pointerId: 1, bubbles: true });
    fireEvent.pointerDown(small, at(100, 100));
    fireEvent.pointerMove(small, at(160, 130));
    fireEvent.pointerMove(small, at(200, 150));
    fireEvent.pointerUp(small, at(200, 150));
    await waitFor(async () => expect(await labels(core, 1)).toEqual(['Moved a theme on the map']));
  });

  test('draws a relation with the keyboard, changes and removes it', async () => {
    const { core, user } = await renderWithCore(<MapScreen />, { seed: study });
    await screen.findByRole('group', { name: /^Thematic map/ });
    node('Known by someone').focus();
    await user.keyboard('r');
    expect(screen.getByText(/choose the other theme/)).toBeInTheDocument();
    node('Small proof').focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('textbox')).toHaveFocus();
    await user.keyboard('steadies{Enter}');
    await waitFor(async () => expect((await model(core)).relations).toMatchObject([{ from: theme['Known by someone'], to: theme['Small proof'], label: 'steadies', direction: 'one' }]));
    expect(node('Known by someone')).toHaveFocus();
    await user.click(await screen.findByRole('button', { name: 'Change the relation with Small proof' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Direction' }), 'From Small proof');
    await user.click(screen.getByRole('button', { name: 'Save relation' }));
    await waitFor(async () => expect((await model(core)).relations).toMatchObject([{ from: theme['Small proof'], to: theme['Known by someone'] }]));
    await user.click(await screen.findByRole('button', { name: 'Change the relation with Small proof' }));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(async () => expect((await model(core)).relations).toEqual([]));
  });

  test('shows codes with E, all of them with the tick box, and arranges itself anew', async () => {
    const { core, user } = await renderWithCore(<MapScreen />, { seed: study });
    await screen.findByRole('group', { name: /^Thematic map/ });
    node('Known by someone').focus();
    await user.keyboard('e');
    await waitFor(async () => expect((await model(core)).nodes.find((each) => each.name === 'Someone nearby')?.codesShown).toBe(true));
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Codes' })).toBeChecked());
    await user.click(screen.getByRole('checkbox', { name: 'Codes' }));
    await waitFor(async () => expect((await model(core)).nodes.every((each) => !each.codesShown)).toBe(true));
    await user.click(screen.getByRole('radio', { name: 'Top to bottom' }));
    await waitFor(async () => expect((await model(core)).layout).toBe('tree'));
    await user.click(screen.getByRole('checkbox', { name: 'Relations' }));
    await waitFor(async () => expect((await model(core)).relationsShown).toBe(false));
  });

  test('keeps a version and looks at it without changing it', async () => {
    const { core, user } = await renderWithCore(<MapScreen />, { seed: study });
    await user.click(await screen.findByRole('button', { name: 'Keep this version' }));
    const form = await screen.findByRole('dialog', { name: 'Keep this version' });
    await user.click(within(form).getByRole('button', { name: 'Keep this version' }));
    await user.click(await screen.findByRole('button', { name: /^Map 1/ }));
    expect(await screen.findByText(/Kept versions never change/)).toBeInTheDocument();
    expect(screen.queryByRole('checkbox', { name: 'Codes' })).not.toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('checkbox', { name: 'Codes' })).toBeInTheDocument();
    expect((await ask(core, 'map.current', { analysisId })).versions.map((version) => version.name)).toEqual(['Map 1']);
  });

  test('has the same in a list', async () => {
    const { core, user, container } = await renderWithCore(<MapScreen />, { seed: study });
    await user.click(await screen.findByRole('button', { name: 'Show the map as a list' }));
    const table = screen.getByRole('table', { name: 'Themes on the map' });
    expect(within(table).getByRole('row', { name: /Someone nearby Sub-theme Known by someone 4 of 8 2/ })).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Show the codes of Someone nearby on the map' }));
    await waitFor(async () => expect((await model(core)).nodes.find((each) => each.name === 'Someone nearby')?.codesShown).toBe(true));
    await user.selectOptions(screen.getByRole('combobox', { name: 'From' }), 'Known by someone');
    await user.selectOptions(screen.getByRole('combobox', { name: 'To' }), 'Small proof');
    await user.click(screen.getByRole('button', { name: 'Draw a relation…' }));
    await user.type(screen.getByRole('textbox'), 'hides{Enter}');
    expect(await within(screen.getByRole('table', { name: 'Relations between themes' })).findByText('hides')).toBeInTheDocument();
    expect(await clean(container)).toEqual([]);
  });

  test('explains itself while there are not two themes', async () => {
    const { user } = await renderWithCore(<MapScreen />, { seed: async (core) => void (await importSmallSurvey(core)) });
    expect(await screen.findByRole('heading', { name: 'A map needs two themes' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Go to Build themes' }));
    expect(usePlace.getState().screen).toBe('themes');
  });
});

describe('how themes developed', () => {
  test('follows a code from the milestone to its theme', async () => {
    const { user, container } = await renderWithCore(<MapScreen />, {
      seed: async (core) => {
        await study(core);
        await ask(core, 'milestone.create', { name: 'Step 1: initial codes' });
        const codes = await ask(core, 'code.list', { analysisId });
        await ask(core, 'code.merge', { ids: codes.map((code) => code.id), name: 'Around', reason: 'The same idea' });
      },
    });
    await user.click(await screen.findByRole('tab', { name: 'How themes developed' }));
    const corridor = await screen.findByRole('button', { name: 'Corridor' });
    corridor.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Merged into “Around”')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Read its extracts' })).toBeInTheDocument();
    await user.keyboard('p');
    expect(screen.getByRole('radio', { name: 'People' })).toBeChecked();
    expect(await clean(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Show the figure as a list' }));
    expect(screen.getByRole('row', { name: /Corridor 3 Known by someone Known by someone, as “Around”/ })).toBeInTheDocument();
  });
});
