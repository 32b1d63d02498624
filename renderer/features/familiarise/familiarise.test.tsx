import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { ask, fileOf, surveyCsv } from '../../../fixtures/testing.ts';
import { useOnScreen } from '../../state/onScreen.ts';
import { usePlace } from '../../state/place.ts';
import { type Rendered, renderWithCore } from '../../test/render.tsx';
import { CodeScreen } from '../code/CodeScreen.tsx';
import { giveSizes } from '../code/open-for-tests.tsx';
import { Shell } from '../shell/Shell.tsx';
import { FamiliariseScreen } from './FamiliariseScreen.tsx';
import { setFamiliariseUi } from './familiarise-ui.ts';

const answers = [
  ['The kettle is always on. I come for the people 👩‍🔧 and the cake.', 'Nobody asked me.'],
  ['No', ''],
  ['It keeps things out of landfill.\nAnd me out of the house.', 'The stairs.'],
];
/** The ids of the answers, by their words. */
const ITEM = { kettle: 0, no: 0, landfill: 0, nobody: 0, stairs: 0 };

function Window() {
  const at = usePlace((place) => place.screen);
  return <Shell>{at === 'code' ? <CodeScreen /> : <FamiliariseScreen />}</Shell>;
}

async function openReading(more?: (core: Core) => Promise<void>): Promise<Rendered> {
  usePlace.setState({ screen: 'familiarise' });
  setFamiliariseUi({ writing: null, filter: 'all', notes: true, allNotes: false, back: null });
  const rendered = await renderWithCore(<Window />, {
    seed: async (core) => {
      await ask(core, 'survey.import', { ...fileOf('small.csv', surveyCsv(['What brings you here?', 'What nearly made you stop?'], answers)), plan: { analyses: 'together' } });
      const items = (await Promise.all([1, 2].map((questionId) => ask(core, 'survey.answers', { questionId })))).flat().map((answer) => answer.itemId);
      [ITEM.kettle = 0, ITEM.no = 0, ITEM.landfill = 0, ITEM.nobody = 0, ITEM.stairs = 0] = items;
      await more?.(core);
    },
  });
  await screen.findByRole('article', { name: /^P3/ });
  await waitFor(() => expect(usePlace.getState().itemId).not.toBeNull());
  return rendered;
}
const current = () => document.querySelector('.resp.is-current')?.getAttribute('aria-label');
const readItems = async (core: Core) => (await ask(core, 'reading.marks', { questionId: 1 })).itemIds;

beforeEach(giveSizes);

describe('reading the answers to a question', () => {
  it('Space reads on to the end, U finds what is left elsewhere, and undo takes one answer back', async () => {
    const { core, user } = await openReading();
    expect(current()).toBe('P1. Unread');
    await user.keyboard(' ');
    await waitFor(() => expect(current()).toBe('P2. Unread'));
    await user.keyboard('j ');
    await waitFor(async () => expect(await readItems(core)).toEqual([ITEM.kettle, ITEM.landfill]));
    expect(await screen.findByText('3 answers, 2 read')).toBeInTheDocument();
    expect(await screen.findByText('Question 1, 2 of 3 read')).toBeInTheDocument();
    expect(current()).toBe('P3. Read');
    await user.keyboard('u');
    await waitFor(() => expect(current()).toBe('P2. Unread'));
    await user.keyboard(' u');
    await waitFor(() => expect(usePlace.getState()).toMatchObject({ questionId: 2, itemId: ITEM.nobody }));
    expect(await screen.findByText('Nobody asked me.')).toBeInTheDocument();
    expect((await ask(core, 'reading.state', {})).sessions).toMatchObject([{ read: 3 }]);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await readItems(core)).toHaveLength(2));
  });

  it('marks by button and by key, filters what is unread without moving an answer away, and says when all is read', async () => {
    const { core, user } = await openReading((each) => ask(each, 'reading.markRead', { itemIds: [ITEM.kettle], read: true }).then(() => undefined));
    await user.click(screen.getByRole('button', { name: 'Which answers' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Unread' }));
    await waitFor(() => expect(screen.queryByText(/The kettle is always on/)).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'P2: read' }));
    await waitFor(async () => expect(await readItems(core)).toHaveLength(2));
    expect(screen.getByRole('article', { name: /^P2/ })).toBeInTheDocument();
    await user.keyboard('jr');
    await waitFor(async () => expect((await ask(core, 'reading.state', {})).questions[0]?.read).toBe(3));
    await user.click(screen.getByRole('button', { name: /^Q2/ }));
    await screen.findByText('The stairs.');
    await user.click(screen.getByRole('button', { name: /^Q1/ }));
    expect(await screen.findByText('All of these answers have been read')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all answers' }));
    expect(await screen.findByText(/The kettle is always on/)).toBeInTheDocument();
    expect(await screen.findByText('You have read all of these.')).toBeInTheDocument();
  });

  it('comes back to the same answer of each question', async () => {
    const { core, user } = await openReading();
    await user.keyboard('jj');
    await waitFor(() => expect(usePlace.getState().itemId).toBe(ITEM.landfill));
    await user.keyboard(']');
    await waitFor(() => expect(usePlace.getState()).toMatchObject({ questionId: 2, itemId: ITEM.nobody }));
    await user.keyboard('j');
    await waitFor(() => expect(usePlace.getState().itemId).toBe(ITEM.stairs));
    await user.keyboard('[[');
    await waitFor(() => expect(usePlace.getState()).toMatchObject({ questionId: 1, itemId: ITEM.landfill }));
    await user.click(screen.getByRole('button', { name: /^Q2/ }));
    await waitFor(() => expect(usePlace.getState().itemId).toBe(ITEM.stairs));
    // The keyboard is with the answer, not with the button that was pressed.
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-item', String(ITEM.stairs)));
    await user.keyboard(' ');
    await waitFor(async () => expect((await ask(core, 'reading.marks', { questionId: 2 })).itemIds).toEqual([ITEM.stairs]));
  });

  it('says where an earlier sitting ended, and not where one read a moment ago', async () => {
    const { user } = await openReading(async (core) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-03-09T12:30:00.000Z') });
      await ask(core, 'reading.markRead', { itemIds: [ITEM.kettle], read: true });
      vi.useRealTimers();
      await ask(core, 'reading.markRead', { itemIds: [ITEM.nobody], read: true });
    });
    expect(current()).toBe('P2. Unread');
    expect(screen.getByText(/^1 read\. You stopped here on 9 March 2024 at \d\d:30$/)).toBeInTheDocument();
    await user.keyboard(' ');
    expect(screen.getByText(/You stopped here/)).toBeInTheDocument();
    await user.keyboard(']');
    await screen.findByText('Nobody asked me.');
    expect(screen.queryByText(/You stopped here/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^2, the last on/ }));
    expect(within(await screen.findByRole('dialog', { name: 'Sittings' })).getAllByRole('listitem')).toHaveLength(2);
  });
});

describe('noticing', () => {
  it('M notes the selected words in the margin; the note is listed, leads to its place, and can be changed and removed', async () => {
    const { core, user } = await openReading();
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}m');
    await user.type(await screen.findByLabelText('New note in the margin'), 'Hospitality first{Enter}');
    await waitFor(async () => expect(await ask(core, 'noticing.list', {})).toMatchObject([{ itemId: ITEM.kettle, start: 0, end: 10, words: 'The kettle', text: 'Hospitality first' }]));
    const list = within(await screen.findByRole('region', { name: 'Notes in the margin' }));
    await user.keyboard('jj');
    await user.click(await list.findByRole('button', { name: /Hospitality first/ }));
    await waitFor(() => expect(current()).toBe('P1. Unread, 1 note'));
    expect(document.querySelector('.noted')).toHaveTextContent('The kettle');
    await user.click(screen.getByTitle('Change this note'));
    await user.type(await screen.findByLabelText('Change the note'), ', people second{Enter}');
    await waitFor(async () => expect((await ask(core, 'noticing.list', {}))[0]?.text).toBe('Hospitality first, people second'));
    await user.click(await screen.findByTitle('Change this note'));
    await user.click(await screen.findByRole('button', { name: 'Remove this note' }));
    await waitFor(async () => expect(await ask(core, 'noticing.list', {})).toEqual([]));
  });

  it('without a selection the note is about the whole answer; Escape keeps what is written, and so does going elsewhere', async () => {
    const { core, user } = await openReading();
    await user.keyboard('jm');
    await user.type(await screen.findByLabelText('New note in the margin'), 'So short{Escape}');
    await waitFor(() => expect(screen.queryByLabelText('New note in the margin')).not.toBeInTheDocument());
    await waitFor(async () => expect(await ask(core, 'noticing.list', {})).toMatchObject([{ itemId: ITEM.no, start: 0, end: 2, text: 'So short' }]));
    await user.click(await screen.findByTitle('Change this note'));
    await user.type(await screen.findByLabelText('Change the note'), ', so odd{Escape}');
    await waitFor(async () => expect(await ask(core, 'noticing.list', {})).toMatchObject([{ text: 'So short, so odd' }]));
    // Nothing written is no note.
    await user.keyboard('n');
    await user.type(await screen.findByLabelText('New note in the margin'), '{Escape}');
    await waitFor(() => expect(screen.queryByLabelText('New note in the margin')).not.toBeInTheDocument());
    expect(await ask(core, 'noticing.list', {})).toHaveLength(1);
    await user.keyboard('n');
    await user.type(await screen.findByLabelText('New note in the margin'), 'Says no to what?');
    await user.click(screen.getByText(/It keeps things out of landfill/));
    await waitFor(async () => expect(await ask(core, 'noticing.list', {})).toMatchObject([{ text: 'So short, so odd' }, { itemId: ITEM.no, start: 0, end: 2, text: 'Says no to what?' }]));
    expect(document.querySelector('.noted')).toBeNull();
  });

  it('first impressions of a question are kept on leaving the field, each question its own', async () => {
    const { core, user } = await openReading();
    await user.keyboard('i');
    await user.keyboard('Tea comes before mending.{Escape}');
    await waitFor(async () => expect(await ask(core, 'memo.list', {})).toMatchObject([{ questionId: 1, text: 'Tea comes before mending.' }]));
    await user.keyboard(']');
    await user.type(await screen.findByLabelText('First impressions of question 2'), 'Short, all of them.');
    await user.click(screen.getByRole('button', { name: /^Q1/ }));
    await waitFor(async () => expect((await ask(core, 'memo.list', {})).map((memo) => memo.text)).toEqual(['Tea comes before mending.', 'Short, all of them.']));
    expect(await screen.findByLabelText('First impressions of question 1')).toHaveValue('Tea comes before mending.');
  });

  it('a diary note is one key away and linked to the answer', async () => {
    const { core, user } = await openReading();
    await user.keyboard('j');
    await waitFor(() => expect(useOnScreen.getState()).toMatchObject({ context: 'Reading question 1', links: [{ kind: 'extract', id: ITEM.no, start: 0, end: 2 }] }));
    await user.keyboard('{Control>}j{/Control}');
    await user.keyboard('One word, and I resent it.{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await ask(core, 'diary.list', {})).toMatchObject([{ text: 'One word, and I resent it.', context: 'Reading question 1', links: [{ kind: 'extract', id: ITEM.no }] }]));
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-item', String(ITEM.no)));
  });
});

describe('reading one person', () => {
  it('P opens everything they wrote with who they are, Escape comes back', async () => {
    const { core, user } = await openReading();
    await user.keyboard('jjp');
    expect(await screen.findByRole('heading', { name: 'P3' })).toBeInTheDocument();
    expect(await screen.findByText('2 of 2 questions answered, 0 read')).toBeInTheDocument();
    expect(screen.getByText('The stairs.')).toBeInTheDocument();
    expect(await screen.findByText('P3, 0 of 2 read')).toBeInTheDocument();
    await user.keyboard(' ');
    await waitFor(async () => expect((await ask(core, 'reading.marks', { participantId: 3 })).itemIds).toEqual([ITEM.landfill]));
    await waitFor(() => expect(useOnScreen.getState().context).toBe('Reading what P3 wrote'));
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { name: 'What brings you here?' })).toBeInTheDocument();
    expect(usePlace.getState()).toMatchObject({ participantId: null, questionId: 1, itemId: ITEM.landfill });
  });

  it('people can be read one after the other, and U finds the next of whom something is unread', async () => {
    const { user } = await openReading((core) => ask(core, 'reading.markRead', { itemIds: [ITEM.kettle, ITEM.nobody, ITEM.no], read: true }).then(() => undefined));
    await user.click(screen.getByRole('radio', { name: 'By person' }));
    expect(await screen.findByRole('button', { name: /^P1.*2 of 2 read/ })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^P2.*1 of 1 read/ }));
    expect(await screen.findByText('1 of 2 questions answered, 1 read')).toBeInTheDocument();
    await user.keyboard('u');
    await waitFor(() => expect(usePlace.getState()).toMatchObject({ participantId: 3, itemId: ITEM.landfill }));
    await user.click(screen.getByRole('radio', { name: 'By question' }));
    expect(await screen.findByRole('heading', { name: 'What brings you here?' })).toBeInTheDocument();
  });

  it('is one key away from an answer in Code, and Escape comes back there', async () => {
    const { user } = await openReading();
    await user.keyboard('jj{Control>}[Digit2]{/Control}');
    await screen.findByRole('region', { name: 'Codes' });
    await user.keyboard('p');
    expect(await screen.findByRole('heading', { name: 'P3' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(usePlace.getState()).toMatchObject({ screen: 'code', questionId: 1, itemId: ITEM.landfill }));
  });
});

it('axe finds nothing wrong, reading a question or a person', async () => {
  const { user } = await openReading((core) => ask(core, 'noticing.add', { itemId: ITEM.kettle, start: 4, end: 10, text: 'Again the kettle.' }).then(() => undefined));
  const look = async () => (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
  expect(await look()).toEqual([]);
  await user.keyboard('p');
  await screen.findByRole('heading', { name: 'P1' });
  expect(await look()).toEqual([]);
});
