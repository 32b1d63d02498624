import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { usePlace } from '../../state/place.ts';
import { answers, codeWords, codingsOf, giveSizes, openCode } from './open-for-tests.tsx';

beforeAll(giveSizes);

const stretches = async (core: Core) => (await codingsOf(core)).map(({ start, end }) => (answers[0]?.[0] ?? '').slice(start, end)).sort();
const details = () => screen.findByRole('dialog', { name: 'This extract' });
const inDetails = async () => {
  const opened = await details();
  await waitFor(() => expect(opened).toContainElement(document.activeElement as HTMLElement));
};

describe('with the keyboard in the details of an extract', () => {
  it('S splits it at the word cursor and Shift J joins it again, as the hints beside them say', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'kettle is always', 'Tea'));
    await user.keyboard('j{Tab}{ArrowRight}{Enter}');
    await inDetails();
    await user.keyboard('s');
    await waitFor(async () => expect(await stretches(core)).toEqual(['is always', 'kettle']));
    await user.keyboard('{Enter}');
    await inDetails();
    await user.keyboard('{Shift>}J{/Shift}');
    await waitFor(async () => expect(await stretches(core)).toEqual(['kettle is always']));
  });

  it('V moves it, M writes its memo, C adds a code, Backspace removes it', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await user.keyboard('j{Tab}{Enter}');
    await inDetails();
    await user.keyboard('v');
    await waitFor(() => expect(screen.getByRole('combobox')).toHaveFocus());
    expect(screen.getByRole('dialog', { name: 'Move to another code' })).toBeInTheDocument();
    await user.keyboard('{Escape}{Enter}');
    await inDetails();
    await user.keyboard('m');
    await waitFor(() => expect(screen.getByLabelText('Memo on this extract, under “Company”')).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.keyboard('{Enter}');
    await inDetails();
    await user.keyboard('c');
    expect(within(await screen.findByRole('dialog', { name: 'Code this passage' })).getByText('“people”')).toBeInTheDocument();
    await user.keyboard('{Escape}{Escape}{Tab}{Enter}');
    await inDetails();
    await user.keyboard('{Backspace}');
    await waitFor(async () => expect(await codingsOf(core)).toEqual([]));
  });
});

describe('the person behind an extract', () => {
  it('is one key away from its details', async () => {
    const { user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await user.keyboard('j{Tab}{Enter}');
    await inDetails();
    await user.keyboard('p');
    await waitFor(() => expect(usePlace.getState()).toMatchObject({ screen: 'familiarise', participantId: 1, itemId: 1 }));
  });

  it('is the one of the extract in focus in a list of extracts, not the one of the answer beside it', async () => {
    const { user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await user.keyboard('jjj');
    await user.click(await screen.findByRole('button', { name: /^Company 1 extract/ }));
    await user.keyboard('g');
    const list = await screen.findByRole('region', { name: 'Extracts of Company' });
    const extract = await within(list).findByRole('button', { name: /P1.*people/ });
    extract.focus();
    await user.keyboard('p');
    await waitFor(() => expect(usePlace.getState()).toMatchObject({ screen: 'familiarise', participantId: 1, itemId: 1 }));
  });
});
