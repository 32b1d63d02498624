import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../../fixtures/testing.ts';
import type { Core } from '../../../electron/core/core.ts';
import type { Answer } from '../../../shared/contract/survey.ts';
import type { CodingRow, Participant } from '../../../shared/domain/types.ts';
import { usePlace } from '../../state/place.ts';
import { smallStudy } from '../../test/small-study.ts';
import { renderWithCore } from '../../test/render.tsx';
import { Shell } from '../shell/Shell.tsx';
import { CodeScreen } from './CodeScreen.tsx';
import { useCodeUi } from './code-ui.ts';
import { noFilter } from './filters.ts';
import { giveSizes } from './open-for-tests.tsx';
import { columnsOf, columnWith, comparedCodes, firstSides } from './sides.ts';

beforeAll(giveSizes);
beforeEach(() => useCodeUi.setState({ sides: null, filter: noFilter, recent: [], collating: false, grouped: true, touch: false }));

const person = (id: number, role?: string): Participant => ({ id, number: id, label: `R${id}`, shown: `P${id}`, aliases: [], attributes: role === undefined ? {} : { 1: role } });
const answer = (itemId: number, participantId: number | null) => ({ itemId, questionId: 1, participantId, text: 'words' }) as Answer;
const coding = (id: number, codeId: number, itemId: number): CodingRow => ({ id, codeId, itemId, start: 0, end: 1, participantId: itemId, fromCodeId: null, note: '' });

describe('two groups', () => {
  const people = new Map([person(1, 'Fixer'), person(2, 'Tea'), person(3, 'Fixer'), person(4), person(5, 'Host')].map((each) => [each.id, each]));
  const answers = [1, 2, 3, 4, 5].map((id) => answer(id, id)).concat(answer(6, null));
  const ids = (right: string | null) => columnsOf(answers, people, { attributeId: 1, left: 'Fixer', right }).map((column) => column.answers.map(({ itemId }) => itemId));

  it('hold those with a value, and those with another or everyone else, in the order received', () => {
    expect(ids('Tea')).toEqual([[1, 3], [2]]);
    expect(ids(null)).toEqual([[1, 3], [2, 4, 5, 6]]);
    expect(columnsOf(answers, people, null)).toEqual([{ key: 'all', name: '', answers }]);
    const columns = columnsOf(answers, people, { attributeId: 1, left: 'Fixer', right: 'Tea' });
    expect([columnWith(columns, 2)?.key, columnWith(columns, 5)?.key, columnWith(columns, null)?.key]).toEqual(['right', 'left', 'left']);
  });

  it('count different people by code, never extracts, and documents as nobody', () => {
    const codings = new Map([[1, [coding(1, 7, 1), coding(2, 7, 1), coding(3, 8, 1)]], [3, [coding(4, 7, 3)]], [4, [coding(5, 8, 4)]], [6, [coding(6, 8, 6)]]]);
    const { of, byCode } = comparedCodes(columnsOf(answers, people, { attributeId: 1, left: 'Fixer', right: null }), codings);
    expect(of).toEqual([2, 3]);
    expect([...byCode]).toEqual([[7, [2, 0]], [8, [1, 1]]]);
  });

  it('begin with an attribute of named groups, one value against the rest unless there are two', () => {
    const attribute = (id: number, ...values: string[]) => ({ id, name: `A${id}`, wording: '', position: id, values });
    expect(firstSides([attribute(1, '100', '55'), attribute(2, 'True', 'False'), attribute(3, 'Fixer', 'Tea', 'Host')])).toEqual({ attributeId: 3, left: 'Fixer', right: null });
    expect(firstSides([attribute(1, '1', '2'), attribute(2, 'Yes', 'No')])).toEqual({ attributeId: 1, left: '1', right: '2' });
    expect(firstSides([attribute(1, 'Only')])).toBeNull();
  });
});

async function open(more?: (core: Core) => Promise<void>) {
  const rendered = await renderWithCore(<Shell><CodeScreen /></Shell>, { seed: async (core) => { await smallStudy(core); await more?.(core); } });
  await screen.findAllByRole('article');
  return rendered;
}
const feeds = () => screen.getAllByRole('feed').map((feed) => [feed.getAttribute('aria-label'), within(feed).getAllByRole('article').map((each) => Number(each.dataset.item))]);

describe('side by side', () => {
  it('B shows the groups in two columns; keys stay in a column and cross to the other; both are coded alike', async () => {
    const { core, user } = await open();
    usePlace.getState().go({ screen: 'code' });
    await user.keyboard('b');
    expect(feeds()).toEqual([['Answers to question 1, Fixer', [1, 3]], ['Answers to question 1, Tea', [2]]]);
    expect(screen.getByText('3 of 3 answers, two groups side by side')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Questions and respondents' })).toBeNull();
    await user.keyboard('jj');
    expect(usePlace.getState().itemId).toBe(3);
    await user.keyboard('l');
    expect(usePlace.getState().itemId).toBe(2);
    await user.keyboard('j');
    expect(usePlace.getState().itemId).toBe(2);
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}c');
    await user.type(await screen.findByRole('combobox', { name: 'Find or create a code' }), 'Neighbours{Enter}');
    await waitFor(async () => expect((await ask(core, 'coding.list', { questionId: 1 })).map(({ itemId }) => itemId)).toEqual([1, 2]));
    // Counts of people stand beside each code.
    expect(await screen.findByRole('button', { name: /^Neighbours Fixer: 0 of 2 people, Tea: 1 of 1/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Love of old things Fixer/ })).toHaveTextContent('1 of 2 · 0 of 1');
    // H comes back to where one was on the left.
    await user.keyboard('h');
    expect(usePlace.getState().itemId).toBe(3);
    await user.keyboard('b');
    expect(feeds().map(([label]) => label)).toEqual(['Answers to question 1']);
  });

  it('chooses who stands where, and says so where nobody does', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Two groups side by side' }));
    fireEvent.change(screen.getByRole('combobox', { name: 'On the left' }), { target: { value: 'Tea' } });
    expect(feeds().map(([, ids]) => ids)).toEqual([[2], [1, 3]]);
    await user.keyboard(']');
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('What keeps you coming?'));
    expect(feeds().map(([label]) => label)).toEqual(['Answers to question 2, Tea', 'Answers to question 2, Everyone else']);
    useCodeUi.setState({ filter: { ...noFilter, attribute: { id: 1, value: 'Fixer' } } });
    expect(await screen.findByText(/^Nobody of “Tea” answered this/)).toBeInTheDocument();
    await user.click(screen.getAllByRole('button', { name: 'One column again' })[0] as HTMLElement);
    expect(feeds()).toHaveLength(1);
  });

  it('gives way to an answer that stands in neither group', async () => {
    await open();
    useCodeUi.setState({ sides: { attributeId: 1, left: 'Tea', right: 'Nobody' } });
    await screen.findByText(/^Nobody of “Nobody”/);
    usePlace.getState().go({ itemId: 3 });
    await waitFor(() => expect(feeds()).toEqual([['Answers to question 1', [1, 2, 3]]]));
  });
});

describe('unread', () => {
  it('is a filter of its own, held against the reading marks', async () => {
    const { core, user } = await open(async (core) => { await ask(core, 'reading.markRead', { itemIds: [1], read: true }); });
    await user.click(screen.getByRole('button', { name: 'Which answers to show' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Only answers that are not read yet' }));
    await waitFor(() => expect(screen.getAllByRole('article').map((each) => Number(each.dataset.item))).toEqual([2, 3]));
    await user.keyboard('{Escape}');
    expect(screen.getByText('2 of 3 answers: not read yet')).toBeInTheDocument();
    await ask(core, 'reading.markRead', { itemIds: [2], read: true });
    // What one works on stays; it is only said.
    await waitFor(() => expect(screen.getByText('2 of 3 answers: not read yet (1 no longer)')).toBeInTheDocument());
  });
});

describe('what familiarising left behind', () => {
  it('is marked at the answer, opens with O or a press, and leads back', async () => {
    const { user } = await open(async (core) => {
      await ask(core, 'noticing.add', { itemId: 1, start: 7, end: 17, text: 'Old things again.' });
      await ask(core, 'memo.set', { questionId: 1, text: 'Everybody was asked.' });
    });
    usePlace.getState().go({ screen: 'code' });
    expect(await screen.findByRole('article', { name: /^R1, Fixer\. Coded: Love of old things\. 1 note from familiarising$/ })).toBeInTheDocument();
    await user.keyboard('jo');
    const notes = await screen.findByRole('dialog', { name: 'What you noticed here' });
    expect(notes).toHaveTextContent('Old things again.');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'What you noticed here' })).toBeNull());
    await user.keyboard('i');
    expect(await screen.findByRole('textbox', { name: 'First impressions of question 1' })).toHaveValue('Everybody was asked.');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: '1 note' }));
    await user.click(await screen.findByRole('button', { name: 'See it in Familiarise' }));
    expect(usePlace.getState()).toMatchObject({ screen: 'familiarise', itemId: 1 });
  });
});
