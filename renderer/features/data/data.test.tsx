import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { ask, fileOf } from '../../../fixtures/testing.ts';
import { usePlace } from '../../state/place.ts';
import { renderWithCore } from '../../test/render.tsx';
import { askToDelete, showDataTab } from './data-ui.ts';
import { HintBar } from '../shell/HintBar.tsx';
import { DataScreen } from './DataScreen.tsx';
import { sortRows } from './VirtualTable.tsx';

const first = fileOf('first.csv', 'ID,What helped you?,What got in the way?,Role\nP2,My sister helped me a lot,The rain and the buses,Nurse\nP10,The library was open,Nothing at all,Doctor\nP33,Talking to people there,,Nurse\n');
const second = fileOf('second.csv', 'ID,What helped you?,What got in the way?,Role\nP2,My sister and my aunt,The rain and the buses,Nurse\nP40,Walking by the river,The dark evenings,Nurse\n');

const seed = async (core: Core) => {
  await ask(core, 'survey.import', first);
  await ask(core, 'survey.import', second);
};
const open = (tab: string, fill = seed) => {
  showDataTab(tab);
  return renderWithCore(<DataScreen />, { seed: fill });
};
const table = (name: string) => screen.findByRole('table', { name });
const cells = async (name: string, column: number) => within(await table(name)).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell')[column]?.textContent ?? '');

beforeEach(() => usePlace.setState({ screen: 'data' }));
afterEach(() => askToDelete(null));

describe('People', () => {
  it('lists everybody by number, finds and sorts them, and opens what they wrote', async () => {
    const { user } = await open('people');
    await waitFor(async () => expect(await cells('People', 0)).toEqual(['P2', 'P10', 'P33', 'P40']));
    expect(await cells('People', 3)).toEqual(['2', '2', '1', '2']);
    await user.click(screen.getByRole('button', { name: 'Role' }));
    expect(await cells('People', 2)).toEqual(['Doctor', 'Nurse', 'Nurse', 'Nurse']);
    await user.click(screen.getByRole('button', { name: /Role/ }));
    expect((await cells('People', 2)).at(-1)).toBe('Doctor');
    await user.keyboard('/');
    await user.keyboard('doctor');
    expect(await cells('People', 0)).toEqual(['P10']);
    expect(screen.getByRole('status')).toHaveTextContent('1 found');
    await user.click(screen.getByRole('button', { name: 'P10' }));
    expect(usePlace.getState()).toMatchObject({ screen: 'familiarise', participantId: 2 });
  });

  it('shows and changes numbers of another numbering where they stand', async () => {
    const { user, core } = await open('people', async (core) => {
      await seed(core);
      await ask(core, 'alias.import', { name: 'Paper', table: { text: 'P2\t7\nP10\t8\n' } });
    });
    await user.click(await screen.findByRole('button', { name: 'Paper of P33: none. Change' }));
    await user.keyboard('9{Enter}');
    await screen.findByRole('button', { name: 'Paper of P33: 9. Change' });
    await user.click(screen.getByRole('button', { name: 'Paper of P40: none. Change' }));
    await user.keyboard('10{Escape}');
    expect((await ask(core, 'alias.table', { schemeId: 1 })).map(({ alias }) => alias)).toEqual(['7', '8', '9', '']);
  });

  it('names what hangs on somebody before they are withdrawn, and asks twice', async () => {
    const { user, core } = await open('people', async (core) => {
      await seed(core);
      await ask(core, 'coding.add', { analysisId: 1, itemId: 1, start: 0, end: 9, codes: [{ name: 'Family' }] });
    });
    await user.click(await screen.findByRole('button', { name: 'More about P2' }));
    await user.click(await screen.findByRole('menuitem', { name: /Withdraw/ }));
    const dialog = await screen.findByRole('dialog', { name: /Withdraw somebody/ });
    expect(await within(dialog).findByText('1 extract')).toBeInTheDocument();
    expect(within(dialog).getByText('3 answers')).toBeInTheDocument();
    expect(within(dialog).getByRole('table', { name: 'Codes that lose extracts' })).toHaveTextContent('Familynone, unused then'.replace('none', 'What helped you?1none'));
    expect(dialog).toHaveTextContent('cannot be undone');
    await user.click(within(dialog).getByRole('button', { name: 'Withdraw for good' }));
    expect(await ask(core, 'survey.participants', {})).toHaveLength(4);
    await user.click(within(dialog).getByRole('checkbox', { name: 'I have read what goes' }));
    await user.click(within(dialog).getByRole('button', { name: 'Withdraw for good' }));
    await waitFor(async () => expect(await cells('People', 0)).toEqual(['P10', 'P33', 'P40']));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('Questions', () => {
  it('shows who could answer and who did, and renames in place', async () => {
    const { user, core } = await open('questions');
    await waitFor(async () => expect(await cells('Questions', 4)).toEqual(['4 people', '3 of 4']));
    await user.click(screen.getByRole('button', { name: 'Short name: What helped you?. Change' }));
    await user.keyboard('Help{Enter}');
    await waitFor(async () => expect((await ask(core, 'survey.questions', {}))[0]?.shortName).toBe('Help'));
    await user.click(screen.getByRole('button', { name: /Who could answer “What got in the way\?”: Everyone/ }));
    await user.selectOptions(await screen.findByRole('combobox', { name: /Who could answer/ }), 'By “Role”');
    await waitFor(async () => expect((await ask(core, 'survey.questions', {}))[1]?.askedOf).toMatchObject({ values: ['Nurse'] }));
  });

  it('names the analysis that goes with its last question, and deletes both', async () => {
    const { user, core } = await open('questions', async (core) => {
      await seed(core);
      await ask(core, 'coding.add', { analysisId: 1, itemId: 1, start: 0, end: 9, codes: [{ name: 'Family' }] });
    });
    await user.click(await screen.findByRole('button', { name: 'Delete “What helped you?”' }));
    expect(await screen.findByText('the analysis “What helped you?”, with its 1 code: no other question is in it')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'I have read what goes' }));
    await user.click(screen.getByRole('button', { name: 'Delete for good' }));
    await waitFor(async () => expect((await ask(core, 'analysis.list', {})).map(({ name }) => name)).not.toContain('What helped you?'));
  });
});

describe('Imports', () => {
  it('says what each file brought, and takes back the last one, or several steps', async () => {
    const { user, core } = await open('imports');
    expect(await cells('Imports', 2)).toEqual(['1 person, 2 answers and 1 changed answer', '3 people, 5 answers, 2 questions and 1 attribute']);
    await user.click(screen.getByRole('button', { name: 'Undo 2 steps …' }));
    expect(screen.getByRole('button', { name: 'Undo this import and the 1 step since' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'No' }));
    await user.click(screen.getByRole('button', { name: 'Undo this import' }));
    await waitFor(async () => expect(await cells('Imports', 0)).toEqual(['first.csv']));
    expect(await ask(core, 'survey.participants', {})).toHaveLength(3);
  });
});

describe('Numbering', () => {
  it('shows people in another way everywhere, with an example of each way', async () => {
    const { user, core } = await open('numbering', async (core) => {
      await seed(core);
      await ask(core, 'alias.import', { name: 'Paper', table: { text: 'P2\t7\nP10\t8\n' } });
    });
    const ways = await screen.findByRole('radiogroup', { name: 'How people are shown' });
    expect(ways).toHaveTextContent('P2 would be P1');
    await user.click(within(ways).getByRole('radio', { name: 'P1, P2, P3 …' }));
    const shown = async () => (await ask(core, 'survey.participants', {})).map((person) => person.shown);
    await waitFor(async () => expect(await shown()).toEqual(['P1', 'P2', 'P3', 'P4']));
    const field = within(ways).getByRole('textbox', { name: 'Pattern' });
    await user.clear(field);
    await user.type(field, 'nobody');
    expect(within(ways).getByRole('alert')).toHaveTextContent('exactly once');
    await user.clear(field);
    await user.type(field, '[[{{}]');
    await user.click(within(ways).getByRole('button', { name: 'Use it' }));
    await waitFor(async () => expect(await shown()).toEqual(['[1]', '[2]', '[3]', '[4]']));
    await user.click(within(ways).getByRole('radio', { name: 'Paper' }));
    await waitFor(async () => expect(await shown()).toEqual(['7', '8', 'P33*', 'P40*']));
    expect(ways).toHaveTextContent('2 without a number here, shown as imported and marked *');
  });

  it('brings in a pasted table, with every line that does not fit', async () => {
    const { user, core } = await open('numbering');
    await user.click(await screen.findByRole('button', { name: 'Bring in a table of numbers' }));
    const dialog = screen.getByRole('dialog');
    await user.type(within(dialog).getByLabelText('Name of the numbering'), 'Old list');
    await user.click(within(dialog).getByLabelText('Pasted from a spreadsheet, one person a line'));
    await user.paste('P2\t4\nP3\t5\nP10\t31');
    await user.click(within(dialog).getByRole('button', { name: 'Bring in' }));
    expect(await within(dialog).findByRole('list', { name: 'Lines that do not fit' })).toHaveTextContent('Line 2There is no participant “P3”.');
    await user.click(within(dialog).getByRole('button', { name: 'Leave that line out' }));
    await waitFor(async () => expect((await ask(core, 'alias.schemes', {})).map(({ name, people }) => [name, people])).toEqual([['Old list', 2]]));
    await user.click(await screen.findByRole('button', { name: 'More about “Old list”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Remove this numbering' }));
    await waitFor(async () => expect(await ask(core, 'alias.schemes', {})).toEqual([]));
  });
});

describe('the screen', () => {
  it('walks its sections by keys, and says what belongs here while it is empty', async () => {
    const { user } = await open('people', async () => {});
    expect(await screen.findByText('Nobody yet')).toBeInTheDocument();
    for (const [key, text] of [[']', 'No question yet'], [']', 'Nothing was imported yet']] as const) {
      await user.keyboard(key === ']' ? ']' : '[[');
      expect(await screen.findByText(text)).toBeInTheDocument();
    }
    screen.getByRole('tab', { name: 'Imports' }).focus();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('tab', { name: 'Questions' })).toHaveFocus();
    expect(screen.getByRole('tab', { name: 'Questions' })).toHaveAttribute('aria-selected', 'true');
  });

  it('sorts numbers in words as numbers, and leaves equal rows as they were', () => {
    const columns = [{ key: 'id', head: 'Id', cell: () => null, sortBy: (row: { id: string }) => row.id }];
    const rows = ['P10', 'p2', 'P2', 'P1'].map((id) => ({ id }));
    expect(sortRows(rows, columns, { key: 'id', down: false }).map(({ id }) => id)).toEqual(['P1', 'p2', 'P2', 'P10']);
    expect(sortRows(rows, columns, { key: 'id', down: true }).map(({ id }) => id)).toEqual(['P10', 'p2', 'P2', 'P1']);
    expect(sortRows(rows, columns, { key: 'other', down: true })).toBe(rows);
  });
});

it('the identifiers have the hint bar for their own keys', async () => {
  showDataTab('people');
  const { user } = await renderWithCore(<><DataScreen /><HintBar /></>, { seed });
  await user.click(await screen.findByRole('tab', { name: 'Identifiers' }));
  await screen.findByText(/answers looked through/);
  expect(screen.getByRole('contentinfo', { name: 'Keys' })).toHaveTextContent('Mask everywhere');
});
