import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { usePlace } from '../../state/place.ts';
import { codeWords, giveSizes, openCode } from './open-for-tests.tsx';

beforeAll(giveSizes);

it('new codes by sitting are a small chart with the same in words', async () => {
  const { user } = await openCode(async (core) => {
    await codeWords(core, 'people', 'Company', 'Stairs');
    await codeWords(core, 'cake', 'Company');
  });
  const group = await screen.findByRole('group', { name: 'New codes by sitting' });
  await user.click(within(group).getByRole('button', { name: 'New codes by sitting' }));
  expect(await within(group).findByRole('img', { name: 'One sitting, with 2 new codes.' })).toBeInTheDocument();
  expect(group.querySelectorAll('rect')).toHaveLength(1);
  expect(within(group).getByText('One sitting, with 2 new codes.')).toBeInTheDocument();
  await user.click(within(group).getByText('All sittings'));
  expect(within(group).getByRole('listitem')).toHaveTextContent(/: 2 new codes, 3 extracts coded$/);
});

it('Ctrl F goes to the search where the browser cannot find in what is not in the document', async () => {
  const { user } = await openCode();
  usePlace.getState().go({ screen: 'code' });
  await user.keyboard('{Control>}f{/Control}');
  await waitFor(() => expect(usePlace.getState().screen).toBe('search'));
});
