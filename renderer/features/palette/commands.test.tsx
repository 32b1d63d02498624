import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../fixtures/testing.ts';
import { usePlace } from '../../state/place.ts';
import { useSettings } from '../../state/settings.ts';
import type { Rendered } from '../../test/render.tsx';
import { codeWords, giveSizes, openCode } from '../code/open-for-tests.tsx';
import { useDataUi } from '../data/data-ui.ts';
import { useReportUi } from '../report/report-ui.ts';
import { best } from './rank.ts';

beforeAll(giveSizes);

/** Opens the palette and looks for a command. */
async function look(user: Rendered['user'], words: string): Promise<HTMLElement> {
  if (!screen.queryByRole('combobox', { name: 'Search or jump to' })) await user.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox', { name: 'Search or jump to' });
  await user.clear(field);
  await user.type(field, `>${words}`);
  return field;
}
const choose = async (user: Rendered['user'], words: string, name: RegExp) => {
  await look(user, words);
  await user.click(await screen.findByRole('option', { name }));
};

describe('commands of the Code screen', () => {
  it('are found by plain words, with the keys that do the same', async () => {
    const { user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    usePlace.getState().go({ codeId: 1 });
    for (const [words, name] of [
      ['nothing', /^Nothing to code here.*N$/], ['next answer', /^Next answer.*J$/], ['next question', /^Next question.*\]$/], ['filter', /^Choose which answers to show/],
      ['export', /^Export “/], ['export codebook', /^Export “.*[Cc]odebook/], ['settings', /^Use close lines/], ['larger', /^Larger text/], ['set aside', /^Set “Company” aside/], ['rename', /^Rename the selected code.*F2$/],
      ['merge', /^Merge codes or themes/], ['mask', /^Mask the selected words for good/], ['identifiers', /^Look for names and other identifiers/], ['loose ends', /^Show loose ends/], ['sitting', /^Show new codes by sitting/],
      ['new code', /^Make a new code/], ['split', /^Split the extract/], ['numbering', /^Go to Data: Numbering/], ['imports', /^Go to Data: Imports/],
    ] as const) {
      await look(user, words);
      expect((await screen.findAllByRole('option', { name }, { timeout: 5_000 })).length, words).toBeGreaterThan(0);
    }
    // Keys that belong to another place, or stand for several, are no commands.
    await look(user, 'while choosing');
    await waitFor(() => expect(screen.queryByRole('option')).not.toBeInTheDocument());
  });

  it('do what their keys do', async () => {
    const { core, user } = await openCode((core) => codeWords(core, 'people', 'Company'));
    await choose(user, 'next answer', /^Next answer/);
    await waitFor(() => expect(usePlace.getState().itemId).toBe(1));
    await choose(user, 'next answer', /^Next answer/);
    await waitFor(() => expect(usePlace.getState().itemId).toBe(2));
    await choose(user, 'nothing', /^Nothing to code here/);
    await waitFor(async () => expect(await ask(core, 'coding.examined', { analysisId: 1, questionId: 1 })).toEqual([2]));
    await choose(user, 'filter', /^Choose which answers/);
    expect(await screen.findByRole('radio', { name: 'Not coded yet' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await choose(user, 'loose', /^Show loose ends/);
    expect(await screen.findByText(/to this question was never opened/)).toBeInTheDocument();
    await choose(user, 'close lines', /^Use close lines/);
    expect(useSettings.getState().density).toBe('close');
    useSettings.getState().set({ density: 'roomy' });
    await choose(user, 'numbering', /^Go to Data: Numbering/);
    expect(usePlace.getState().screen).toBe('data');
    expect(useDataUi.getState().tab).toBe('numbering');
    await choose(user, 'codings excel', /^Export “/);
    expect(usePlace.getState().screen).toBe('report');
    expect(useReportUi.getState().format).not.toBe('');
  });
});

it('several words are found in any order, after those that stand as they were typed', () => {
  expect(best(['The code list', 'A list of codes', 'Codes, list'], 'list code', (each) => [each], 9)).toEqual(['The code list', 'A list of codes', 'Codes, list']);
  expect(best(['cat and dog', 'dog cat'], 'dog cat', (each) => [each], 9)).toEqual(['dog cat', 'cat and dog']);
});
