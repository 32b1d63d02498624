import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { ask, fileOf, surveyCsv } from '../../../fixtures/testing.ts';
import { usePlace } from '../../state/place.ts';
import { type Rendered, renderWithCore } from '../../test/render.tsx';
import { CodeScreen } from '../code/CodeScreen.tsx';
import { giveSizes } from '../code/open-for-tests.tsx';
import { Shell } from '../shell/Shell.tsx';
import { FamiliariseScreen } from './FamiliariseScreen.tsx';
import { setFamiliariseUi } from './familiarise-ui.ts';

const handbook = '# Handbook\n\nWe are glad that you are here.\n\n## Breaks\n\nNobody mends for more than two hours.\n';

function Window() {
  const at = usePlace((place) => place.screen);
  return <Shell>{at === 'code' ? <CodeScreen /> : <FamiliariseScreen />}</Shell>;
}

async function open(screenName: 'familiarise' | 'code'): Promise<Rendered> {
  usePlace.setState({ screen: screenName, questionId: 2 });
  setFamiliariseUi({ writing: null, filter: 'all', notes: true, allNotes: false, back: null });
  return renderWithCore(<Window />, {
    seed: async (core) => {
      await ask(core, 'survey.import', fileOf('small.csv', surveyCsv(['What brings you here?'], [['The kettle is always on.'], ['I come for the people.']])));
      await ask(core, 'survey.import', { ...fileOf('handbook.md', handbook), plan: { document: { split: 'heading', collection: 'House rules' } } });
      await ask(core, 'survey.import', { ...fileOf('letter.txt', 'Dear all,\n\nbring a cup on Tuesday, and a chair.'), plan: { document: { collection: 'House rules' } } });
    },
  });
}

beforeEach(giveSizes);

it('a collection is read like a question; P opens the whole document, ] the next one, Escape goes back', async () => {
  const { core, user } = await open('familiarise');
  await screen.findByRole('article', { name: /^Handbook, Breaks/ });
  const list = screen.getByRole('region', { name: 'Questions and respondents' });
  expect(within(list).getByRole('button', { name: /House rules/ })).toHaveAttribute('aria-current', 'true');
  expect(within(list).getByLabelText('Documents')).toBeInTheDocument();
  expect(screen.getByText('3 parts of 2 documents, 0 read')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: /^Parts/ })).toBeInTheDocument();
  await waitFor(() => expect(usePlace.getState().itemId).not.toBeNull());
  await user.keyboard('p');
  expect(await screen.findByRole('heading', { name: 'Handbook', level: 1 })).toBeInTheDocument();
  expect(screen.getByText('2 parts, 0 read')).toBeInTheDocument();
  await waitFor(() => expect(screen.getAllByRole('article').map((each) => each.getAttribute('aria-label'))).toEqual(['Handbook. Unread', 'Breaks. Unread']));
  await user.keyboard(' ');
  await waitFor(async () => expect((await ask(core, 'reading.marks', { documentId: 1 })).itemIds).toHaveLength(1));
  await user.keyboard(']');
  expect(await screen.findByRole('heading', { name: 'letter', level: 1 })).toBeInTheDocument();
  await user.keyboard('{Escape}');
  expect(await screen.findByText('3 parts of 2 documents, 1 read')).toBeInTheDocument();
});

it('while coding, parts bear the title and the heading, and people are not counted', async () => {
  await open('code');
  expect(await screen.findByRole('article', { name: /Handbook, Breaks/ })).toBeInTheDocument();
  expect(screen.getByRole('feed', { name: 'Parts of “House rules”' })).toBeInTheDocument();
  const row = await screen.findByRole('button', { name: /^letterDear all,/ });
  expect(row).toBeInTheDocument();
});
