import { act, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { getHost, setHost } from '../../host/index.ts';
import { call } from '../../data/call.ts';
import { renderWithCore, renderWithWorkbench } from '../../test/render.tsx';
import { Working } from './Working.tsx';

/** A CSV of which each row is 20 bytes of nothing much and an answer; large enough for a thread of its own. */
const large = (rows: number) => ({
  fileName: 'large.csv',
  bytes: btoa(['Badge,What helped you most?', ...Array.from({ length: rows }, (_, row) => `B${row},My neighbour came by with soup and with the number ${row}`)].join('\n')),
});

/** The host of the test, whose queries take their time. */
function slowly(core: Core, milliseconds: number): void {
  const host = getHost();
  setHost({
    ...host,
    call: async (name, input) => {
      await new Promise((done) => setTimeout(done, milliseconds));
      return core.callUnchecked(name, input);
    },
  });
}

test('an import of more than a second shows words, a count and a bar, and Escape cancels it', async () => {
  const { workbench, user, container } = await renderWithWorkbench(<Working />, { seed: async (each) => void (await each.call('workbench.create', { title: 'A small study' })) });
  const importing = call('survey.import', large(150_000));
  const bar = await screen.findByRole('progressbar', {}, { timeout: 15_000 });
  expect(screen.getByRole('status')).toHaveTextContent(/^(Reading the file|Understanding the columns|Bringing in answers)$/);
  await waitFor(() => expect(bar).toHaveAttribute('aria-valuetext', expect.stringMatching(/^[\d,]+ of [\d,]+ \w+$/)), { timeout: 15_000 });
  expect((await axe.run(container)).violations).toEqual([]);
  await user.keyboard('{Escape}');
  expect(await importing).toMatchObject({ ok: false, error: { kind: 'cancelled', message: 'Cancelled. Nothing was imported.' } });
  await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument());
  expect(await workbench.call('history.list', {})).toMatchObject({ ok: true, value: [] });
});

test('a call that takes long without saying how far it is gets a calm word; a short one none', async () => {
  const { core } = await renderWithCore(<Working />);
  slowly(core, 250);
  await act(async () => void (await call('project.overview', {})));
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  slowly(core, 1_400);
  const asked = call('project.overview', {});
  expect(await screen.findByRole('status')).toHaveTextContent('Still working…');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  await act(async () => void (await asked));
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
});
