import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { setOnScreen } from '../../state/onScreen.ts';
import { usePlace } from '../../state/place.ts';
import { renderWithCore } from '../../test/render.tsx';
import { ask, smallStudy } from '../../test/small-study.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import { DiaryScreen } from './DiaryScreen.tsx';
import { firstSentence, phaseOf } from './filters.ts';
import { NotePopover } from './NotePopover.tsx';

const entries = (core: Core) => ask(core, 'diary.list', {});
const two = async (core: Core) => {
  await ask(core, 'diary.add', { trigger: 'puzzled', text: 'Nobody uses the word “support”. Why?', context: 'Coding question 1', toDiscuss: true });
  await ask(core, 'diary.add', { trigger: 'decision', text: 'Keep the two codes apart.', context: 'Building themes' });
};

test('an empty diary says what belongs here, and an entry is written with its type from the keyboard', async () => {
  const { core, user } = await renderWithCore(<DiaryScreen />);
  await screen.findByText('Your diary is empty');
  await user.keyboard('n');
  await user.keyboard('I expected anger and found kettles.');
  await user.keyboard('{Alt>}[Digit4]{/Alt}{Control>}{Enter}{/Control}');
  await screen.findByRole('article', { name: /^Assumption/ });
  expect((await entries(core)).map(({ trigger, text }) => [trigger, text])).toEqual([['assumption', 'I expected anger and found kettles.']]);
  expect(screen.getByLabelText('New diary entry', { selector: 'textarea' })).toHaveValue('');
});

test('filters count and narrow by type, team and phase', async () => {
  const { user } = await renderWithCore(<DiaryScreen />, { seed: two });
  expect(await screen.findAllByRole('article')).toHaveLength(2);
  const filters = within(screen.getByRole('region', { name: 'Filters' }));
  expect(filters.getByRole('button', { name: 'To discuss 1' })).toBeInTheDocument();
  await user.click(filters.getByRole('button', { name: 'Build themes 1' }));
  expect(screen.getAllByRole('article')).toHaveLength(1);
  await user.click(filters.getByRole('button', { name: 'Moved me 0' }));
  expect(screen.getByText('No entry of this kind')).toBeInTheDocument();
});

test('J and K walk the entries, T and R mark the one they are on', async () => {
  const { core, user } = await renderWithCore(<DiaryScreen />, { seed: two });
  await screen.findAllByRole('article');
  await user.keyboard('j');
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Decision/));
  await user.keyboard('tr');
  await waitFor(async () => expect((await entries(core))[0]).toMatchObject({ trigger: 'decision', toDiscuss: true, inReport: false }));
  await user.keyboard('j');
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Puzzled me/));
});

test('a team talk is written down with whom, when and what came of it', async () => {
  const { core, user } = await renderWithCore(<DiaryScreen />, { seed: two });
  await user.click(await screen.findByRole('checkbox', { name: /Mark as discussed: Nobody uses/ }));
  await user.click(screen.getByRole('button', { name: 'Mark as discussed' }));
  expect(await screen.findByText('With whom did you discuss it?')).toBeInTheDocument();
  await user.type(screen.getByLabelText('Discussed with'), 'Imogen');
  await user.type(screen.getByLabelText('What came of it'), 'Reword question 5');
  await user.click(screen.getByRole('button', { name: 'Mark as discussed' }));
  await screen.findByText(/^Discussed on .*, with Imogen$/);
  expect((await entries(core)).at(-1)).toMatchObject({ discussedWith: 'Imogen', outcome: 'Reword question 5', toDiscuss: false });
});

test('an entry is changed in place; removing it can be undone from the toast', async () => {
  const { core, user } = await renderWithCore(
    <>
      <DiaryScreen />
      <Toasts />
    </>,
    { seed: two },
  );
  await screen.findAllByRole('article');
  await user.keyboard('je');
  const field = await screen.findByLabelText('Change the entry', { selector: 'textarea' });
  await user.clear(field);
  await user.type(field, 'Keep them apart for now.');
  await user.click(screen.getByRole('button', { name: /Keep the change/ }));
  await screen.findByText('Keep them apart for now.');
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Decision/));
  await user.keyboard('{Delete}');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Bring it back' }));
  await screen.findByText('Keep them apart for now.');
  expect(await entries(core)).toHaveLength(2);
});

test('a linked extract stands in the participant’s words and leads to the answer', async () => {
  const { user } = await renderWithCore(<DiaryScreen />, {
    seed: async (core) => {
      await smallStudy(core);
      const [code] = await ask(core, 'code.list', { analysisId: 1 });
      const [extract] = await ask(core, 'coding.extracts', { codeIds: [code?.id ?? 0] });
      if (!code || !extract) throw new Error('no extract');
      await ask(core, 'diary.add', {
        trigger: 'moved',
        text: 'These two words.',
        links: [
          { kind: 'extract', id: extract.itemId, start: extract.start, end: extract.end },
          { kind: 'code', id: code.id },
        ],
      });
    },
  });
  await user.click(await screen.findByRole('button', { name: /old radios.*Love of old things/ }));
  expect(usePlace.getState()).toMatchObject({ screen: 'code', questionId: 1, itemId: 1 });
});

test('a link to a code goes to its own analysis, on a question where it is found', async () => {
  const { core, user } = await renderWithCore(<DiaryScreen />, {
    seed: async (fresh) => {
      await smallStudy(fresh);
      const apart = await ask(fresh, 'analysis.create', { name: 'Staying only', questionIds: [2] });
      const code = await ask(fresh, 'code.create', { analysisId: apart.id, name: 'The kettle' });
      await ask(fresh, 'diary.add', { trigger: 'other', text: 'One more.', links: [{ kind: 'code', id: code.id }] });
    },
  });
  const [code] = await ask(core, 'code.list', { analysisId: 2 });
  usePlace.setState({ questionId: 1, analysisId: 1 });
  await user.click(await screen.findByRole('button', { name: 'The kettle' }));
  await waitFor(() => expect(usePlace.getState()).toMatchObject({ screen: 'code', analysisId: 2, questionId: 2, codeId: code?.id }));
});

test('a link is found by words of an answer while writing', async () => {
  const { core, user } = await renderWithCore(<DiaryScreen />, { seed: smallStudy });
  await user.type(await screen.findByLabelText('New diary entry', { selector: 'textarea' }), 'A protest?');
  await user.keyboard('{Alt>}l{/Alt}');
  await user.type(await screen.findByPlaceholderText('Words of an answer, or a name'), 'kettle');
  await user.click(await screen.findByRole('option', { name: /Every kettle is/ }));
  await user.click(screen.getByRole('button', { name: /Keep this entry/ }));
  await waitFor(async () => expect((await entries(core))[0]?.links).toMatchObject([{ kind: 'extract', text: 'kettle' }]));
});

test('a note from anywhere is linked to what is on screen and says where it was written', async () => {
  const { core, user } = await renderWithCore(<NotePopover onClose={() => {}} />, {
    seed: async (fresh) => {
      await smallStudy(fresh);
      usePlace.setState({ screen: 'code', analysisId: 1, questionId: 1 });
      setOnScreen({
        context: 'Coding question 1',
        links: [
          { kind: 'extract', id: 1, start: 7, end: 17 },
          { kind: 'code', id: 1 },
        ],
      });
    },
  });
  expect(await screen.findByText('“old radios”')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Take out the link to Love of old things' }));
  await user.type(screen.getByLabelText('New diary entry', { selector: 'textarea' }), 'Things before people.{Control>}{Enter}{/Control}');
  await waitFor(async () =>
    expect((await entries(core))[0]).toMatchObject({ context: 'Coding question 1', trigger: 'other', links: [{ kind: 'extract', text: 'old radios' }] }),
  );
});

test('the phase is told from the context, the short name from the first sentence', () => {
  expect(['Coding question 4', 'Building themes', 'Reviewing the thematic map', 'Writing the report', 'Reading', ''].map((context) => phaseOf({ context }))).toEqual([
    2,
    3,
    4,
    6,
    1,
    null,
  ]);
  expect(firstSentence('Nobody says so. Why?')).toBe('Nobody says so');
  expect(firstSentence('a'.repeat(30).concat(' ', 'b'.repeat(80)))).toBe(`${'a'.repeat(30)}…`);
});
