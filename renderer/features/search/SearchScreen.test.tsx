import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateAnswers } from '../../../fixtures/generate.ts';
import { ask, fileOf, surveyCsv } from '../../../fixtures/testing.ts';
import { usePlace } from '../../state/place.ts';
import { renderWithCore } from '../../test/render.tsx';
import { Toasts } from '../../ui/Toasts.tsx';
import { giveSizes } from '../code/open-for-tests.tsx';
import { closePerson } from '../familiarise/familiarise-ui.ts';
import { useCodeUi } from '../code/code-ui.ts';
import { SearchScreen } from './SearchScreen.tsx';
import { openSearch, showEverything, useSearchUi } from './search-ui.ts';

beforeAll(giveSizes);
const fresh = useSearchUi.getInitialState();
beforeEach(() => useSearchUi.setState(fresh));

const csv = `ID,Role,What helped?,What got in the way?
A1,Fixer,"Tea, and repairing radios. The company!",Nothing
A2,Helper,"Lots of tea, every week.","The buses. I repaired my own bike, then the bus came for tea."
A3,Fixer,Café talk,No
A4,Helper,No,Tea
`;

async function openScreen(text = csv, seed?: (core: Parameters<typeof ask>[0]) => Promise<unknown>) {
  const rendered = await renderWithCore(
    <>
      <SearchScreen />
      <Toasts />
    </>,
    {
      seed: async (core) => {
        await ask(core, 'survey.import', fileOf('a.csv', text));
        await seed?.(core);
      },
    },
  );
  const field = await screen.findByRole('searchbox', { name: 'Search all answers' });
  await waitFor(() => expect(field).toHaveFocus());
  const codings = async () => {
    const codes = (
      await Promise.all((await ask(rendered.core, 'analysis.list', {})).map(({ id }) => ask(rendered.core, 'code.list', { analysisId: id })))
    ).flat();
    if (codes.length === 0) return [];
    return (await ask(rendered.core, 'coding.extracts', { codeIds: codes.map((code) => code.id) })).map(
      (extract) => `${codes.find((code) => code.id === extract.codeId)?.name}: ${extract.itemId} ${extract.text}`,
    );
  };
  return { ...rendered, field, codings };
}
const hits = () => screen.queryAllByRole('article').map((article) => article.querySelector('.extract')?.textContent);

describe('searching', () => {
  it('P reads everything that the person behind a hit wrote, and the search is still there afterwards', async () => {
    const { user } = await openScreen();
    act(() => usePlace.getState().go({ screen: 'search' }));
    await user.keyboard('tea');
    await waitFor(() => expect(hits().length).toBeGreaterThan(2));
    await user.keyboard('{ArrowDown}j');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^A2, ticked/));
    await user.keyboard('p');
    await waitFor(() => expect(usePlace.getState()).toMatchObject({ screen: 'familiarise', participantId: 2 }));
    expect(closePerson()).toBe(true);
    expect([usePlace.getState().screen, useSearchUi.getState().text]).toEqual(['search', 'tea']);
  });

  it('shows hits in their words under their questions, with the words marked', async () => {
    const { user } = await openScreen();
    expect(screen.getByText('Search what people wrote')).toBeInTheDocument();
    await user.keyboard('tea');
    await waitFor(() =>
      expect(hits()).toEqual([
        'Tea, and repairing radios. The company!',
        'Lots of tea, every week.',
        'The buses. I repaired my own bike, then the bus came for tea.',
        'Tea',
      ]),
    );
    expect(screen.getAllByRole('article')[1]?.querySelector('mark')).toHaveTextContent('tea');
    expect(await screen.findByText('4 answers from 3 people')).toBeInTheDocument();
    expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Q1 .*2 answers$/), expect.stringMatching(/^Q2 .*2 answers$/)]),
    );
    await user.keyboard(' repair');
    await waitFor(() => expect(hits()).toHaveLength(2));
  });

  it('narrows to questions, people and what is not coded yet, and back', async () => {
    const { user } = await openScreen(csv, (core) => ask(core, 'coding.add', { analysisId: 1, itemId: 1, start: 0, end: 3, codes: [{ name: 'Tea' }] }));
    await user.keyboard('tea');
    await waitFor(() => expect(hits()).toHaveLength(4));
    const where = within(screen.getByRole('region', { name: 'Where to search' }));
    await user.click(where.getByRole('button', { name: /^Q2.*2$/ }));
    await waitFor(() => expect(hits()).toEqual(['The buses. I repaired my own bike, then the bus came for tea.', 'Tea']));
    await user.click(where.getByRole('button', { name: /^All questions/ }));
    await user.selectOptions(where.getByLabelText('Coded'), 'Not coded yet');
    await waitFor(() => expect(hits()).toHaveLength(3));
    await user.selectOptions(where.getByLabelText('People by'), 'Role');
    await user.selectOptions(where.getByLabelText('Role'), 'Fixer');
    await waitFor(() => expect(screen.getByText('Nothing found', { selector: 'h3' })).toBeInTheDocument());
    await user.click(within(screen.getByRole('region', { name: 'Search' })).getByRole('button', { name: 'Search everywhere' }));
    await waitFor(() => expect(hits()).toHaveLength(4));
  });

  it('says where nothing is found, and offers to look inside words', async () => {
    const { user } = await openScreen();
    await user.keyboard('pair');
    await user.click(await screen.findByRole('button', { name: 'Look inside words too' }));
    await waitFor(() => expect(hits()).toHaveLength(2));
    await user.keyboard('-pair');
    expect(await screen.findByText(/A word with a minus before it is left out/)).toBeInTheDocument();
  });

  it('opens an answer in Code with the words selected', async () => {
    const { user } = await openScreen();
    await user.keyboard('repair');
    await waitFor(() => expect(hits()).toHaveLength(2));
    await user.keyboard('{ArrowDown}j');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-hit', '6'));
    await user.keyboard('{Enter}');
    expect(usePlace.getState()).toMatchObject({ screen: 'code', questionId: 2, itemId: 6 });
    expect(useCodeUi.getState()).toMatchObject({ selection: { itemId: 6, anchor: 13, focus: 19 }, reveal: { itemId: 6, at: 13 } });
  });

  it('loads more as one goes on, and keeps what was loaded after a change', async () => {
    const { core, user } = await openScreen(surveyCsv(['One?'], generateAnswers(380, 1)));
    await user.keyboard('the');
    await waitFor(() => expect(hits().length).toBeGreaterThan(3));
    const last = () => Number(screen.getAllByRole('article').at(-1)?.getAttribute('aria-posinset'));
    for (let at = 0; at < 4; at++) {
      await user.keyboard(at === 0 ? '{ArrowDown}{End}' : '{End}');
      await waitFor(() => expect(last()).toBeGreaterThanOrEqual(Math.min(300, 100 * (at + 1))));
    }
    const total = (await ask(core, 'search.count', { text: 'the' })).answers;
    await waitFor(() => expect(last()).toBe(total));
    await act(() => ask(core, 'survey.renameQuestion', { id: 1, shortName: 'Renamed' }));
    await screen.findAllByText('Renamed');
    await waitFor(() => expect(last()).toBe(total));
  });
});

describe('coding what was found', () => {
  it('codes all but the unticked with the keyboard alone, as one step, and undoes it to nothing', async () => {
    const { core, user, codings } = await openScreen();
    await user.keyboard('tea');
    await waitFor(() => expect(hits()).toHaveLength(4));
    await user.keyboard('{ArrowDown}jj');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-hit', '6'));
    await user.keyboard(' ');
    expect(await screen.findByRole('heading', { name: 'Code these 3' })).toBeInTheDocument();
    await user.keyboard('c');
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Find or create a code' })).toHaveFocus());
    await user.keyboard('Tea first{Enter}');
    expect(await screen.findByText(/^3 extracts from 3 people\./)).toBeInTheDocument();
    await screen.findByRole('button', { name: /^Code 3 extracts/ });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () =>
      expect(await codings()).toEqual(['Tea first: 1 Tea, and repairing radios.', 'Tea first: 2 Lots of tea, every week.', 'Tea first: 8 Tea']),
    );
    expect(await screen.findByText('Coded 3 extracts from 3 people with “Tea first”.')).toBeInTheDocument();
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-hit', '6'));
    expect(screen.getAllByRole('article')[0]).toHaveAccessibleName(/Coded: Tea first/);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await codings()).toEqual([]));
    expect(await ask(core, 'code.list', { analysisId: 1 })).toEqual([]);
  });

  it('takes the words only, or whole answers, and says what is coded already', async () => {
    const { user, codings } = await openScreen(csv, (core) =>
      ask(core, 'coding.add', { analysisId: 1, itemId: 1, start: 0, end: 26, codes: [{ name: 'Tea' }] }),
    );
    await user.keyboard('tea');
    await waitFor(() => expect(hits()).toHaveLength(4));
    await user.click(screen.getByRole('radio', { name: 'Words' }));
    await user.click(await screen.findByRole('option', { name: /^Tea/ }));
    expect(await screen.findByText(/4 extracts from 3 people\. 1 is coded so already\./)).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: /^Code 3 extracts/ }));
    await waitFor(async () => expect(await codings()).toEqual(['Tea: 1 Tea, and repairing radios.', 'Tea: 2 tea', 'Tea: 6 tea', 'Tea: 8 Tea']));
    expect(await screen.findByText(/1 was coded so already/)).toBeInTheDocument();
  });

  it('takes only what is ticked after unticking all, several codes at once', async () => {
    const { user, codings } = await openScreen();
    await user.keyboard('tea');
    await waitFor(() => expect(hits()).toHaveLength(4));
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-hit', '1'));
    await user.keyboard('{Control>}a{/Control} ');
    expect(await screen.findByRole('heading', { name: 'Code this answer' })).toBeInTheDocument();
    await user.keyboard('c');
    await user.keyboard('One{Enter}Two{Enter}');
    await user.click(screen.getByRole('radio', { name: 'Answer' }));
    await user.click(await screen.findByRole('button', { name: /^Code 1 extract(?!s)/ }));
    await waitFor(async () =>
      expect(await codings()).toEqual(['One: 1 Tea, and repairing radios. The company!', 'Two: 1 Tea, and repairing radios. The company!']),
    );
  });

  it('does nothing while nothing is ticked or no code is chosen', async () => {
    const { user } = await openScreen();
    await user.keyboard('tea');
    await waitFor(() => expect(hits()).toHaveLength(4));
    expect(screen.getByRole('button', { name: /^Code/ })).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('checkbox', { name: 'All 4' }));
    expect(await screen.findByText('Tick the answers to code.')).toBeInTheDocument();
    await user.click(screen.getAllByRole('checkbox', { name: /^Code the answer of A2/ })[0] ?? document.body);
    expect(await screen.findByText('Choose one code or several.')).toBeInTheDocument();
  });
});

it('a search from elsewhere takes the place of the one before, and the field takes the keyboard', async () => {
  const { user, field } = await openScreen();
  await user.keyboard('tea');
  await waitFor(() => expect(hits()).toHaveLength(4));
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(field).not.toHaveFocus());
  act(() => openSearch('company'));
  await waitFor(() => expect(hits()).toHaveLength(1));
  expect(field).toHaveFocus();
  expect(field).toHaveValue('company');
  fireEvent.keyDown(field, { key: 'Escape' });
  await waitFor(() => expect(hits()).toHaveLength(0));
  act(() => showEverything());
  expect(screen.getByText('Search what people wrote')).toBeInTheDocument();
});
