import { readFileSync } from 'node:fs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { sheetOf, workbook } from '../../../electron/core/importers/workbook/workbooks-for-tests.ts';
import { getHost, setHost } from '../../host/index.ts';
import { usePlace } from '../../state/place.ts';
import { ask } from '../../test/small-study.ts';
import { openImport } from './open-for-tests.tsx';

const fixture = (name: string) => new File([readFileSync(`fixtures/${name}`)], name.split('/').at(-1) ?? name);

/** The button that says what a column is used as. */
const use = (name: string) => within(row(name)).getByRole('button', { name: /: (?:Free-text question|Participant|Ignore)/ });
const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name} `) });

test('the empty state says what belongs here', async () => {
  await openImport();
  expect(screen.getByRole('heading', { name: 'Drop a survey or documents here' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /Choose a file/ })).toBeInTheDocument();
});

test('a Qualtrics export is understood, checked and imported with the keyboard', async () => {
  const { core, user, container } = await openImport(fixture('sample/responses.csv'));
  expect(screen.getByText('This looks like a Qualtrics export')).toBeInTheDocument();
  expect(screen.getByText('3: names, wording, internal ids')).toBeInTheDocument();
  expect(screen.getByText('52, after leaving out 2 survey previews')).toBeInTheDocument();
  expect(screen.getByText('2 columns that could identify people are set to Ignore.')).toBeInTheDocument();
  expect(use('Q5')).toHaveAccessibleName('Q5: Free-text question');
  expect(
    (await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
    ),
  ).toEqual([]);
  await user.keyboard('{Enter}');
  await screen.findByText('52 respondents came in, with 293 answers to 6 questions.');
  expect(usePlace.getState()).toMatchObject({ screen: 'code', questionId: 1, analysisId: 1 });
  expect(await ask(core, 'survey.questions', {})).toHaveLength(6);
});

test('roles change from the menu and with single keys, names in place, and the counts follow', async () => {
  const { core, user } = await openImport(fixture('sample/responses.csv'));
  await user.click(use('Q2'));
  await user.click(screen.getByRole('menuitemcheckbox', { name: /Free-text question/ }));
  await waitFor(() =>
    expect(screen.getByRole('status', { name: 'What will be imported' })).toHaveTextContent('52 respondents, 7 questions, 345 answers, 4 attributes'),
  );
  use('Q10').focus();
  await user.keyboard('i');
  await waitFor(() => expect(screen.getByRole('status', { name: 'What will be imported' })).toHaveTextContent('52 respondents, 6 questions'));
  const name = screen.getByLabelText('Short name of Q5');
  await user.clear(name);
  await user.type(name, 'Coming in{Enter}');
  await user.click(screen.getByRole('radio', { name: 'All together' }));
  await waitFor(() => expect(screen.getByRole('columnheader', { name: 'Coming in' })).toBeInTheDocument());
  await user.click(screen.getByRole('button', { name: /^Import 52 respondents/ }));
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
  expect((await ask(core, 'survey.questions', {})).map(({ column, shortName }) => [column, shortName]).slice(0, 2)).toEqual([
    ['Q2', expect.any(String)],
    ['Q5', 'Coming in'],
  ]);
  expect(await ask(core, 'analysis.list', {})).toHaveLength(1);
});

test('damage is shown before and after, all of it on request, and repairing can be switched off', async () => {
  const { core, user } = await openImport(fixture('sample/responses.csv'));
  expect(screen.getByText(/6 places were saved in the wrong encoding/)).toBeInTheDocument();
  expect(document.querySelectorAll('.repair .rp')).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'Check all 6' }));
  expect(within(screen.getByRole('dialog')).getAllByRole('listitem')).toHaveLength(6);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await user.click(screen.getByRole('switch', { name: 'Repair' }));
  await screen.findByText(/They stay as they are/);
  await waitFor(() => expect(screen.getByRole('button', { name: /^Import/ })).not.toHaveAttribute('aria-disabled'));
  await user.click(screen.getByRole('button', { name: /^Import/ }));
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
  const answers = (await Promise.all((await ask(core, 'survey.questions', {})).map(({ id }) => ask(core, 'survey.answers', { questionId: id })))).flat();
  expect(answers.filter(({ text }) => text.includes('â€™')).length).toBeGreaterThan(0);
});

test('a file is read differently, and what cannot be is said there', async () => {
  const { user } = await openImport(fixture('files/no-participants.csv'));
  expect(screen.getByText('No column tells the respondents apart, so they are numbered in the order of the file.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Read it differently' }));
  await user.selectOptions(screen.getByLabelText('Header rows'), '0');
  await waitFor(() => expect(screen.getByRole('status', { name: 'What will be imported' })).toHaveTextContent('4 respondents'));
  await user.selectOptions(screen.getByLabelText('Header rows'), '5');
  expect((await screen.findAllByRole('alert'))[0]).toHaveTextContent('has a header but no respondents below it');
});

test('a file that is none is refused in a sentence, and another can be chosen', async () => {
  const { user, core } = await openImport();
  await user.upload(screen.getByLabelText('Survey file'), new File([readFileSync('fixtures/files/workbook.csv')], 'survey.csv'));
  expect(await screen.findByRole('alert')).toHaveTextContent('“survey.csv” is an Excel workbook that cannot be read');
  fireEvent.drop(document.querySelector('.i-app') as Element, { dataTransfer: { files: [fixture('files/equal-ids.csv')] } });
  await screen.findByText(/^In the column “ParticipantId”, several respondents have the same id/);
  await user.click(screen.getByRole('button', { name: /^Import 5 respondents/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent('“P1” on lines 2 and 4');
  expect(await ask(core, 'survey.questions', {})).toEqual([]);
  use('ParticipantId').focus();
  await user.keyboard('i');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  await user.click(screen.getByRole('button', { name: /^Import 5 respondents/ }));
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
});

test('cells copied from a spreadsheet are pasted; cancelling goes back to the beginning', async () => {
  const { user } = await openImport();
  fireEvent.paste(document, { clipboardData: { files: [], getData: () => 'ID\tWhat helped you?\n1\tMy sister helped me\n2\tThe library was open\n' } });
  await screen.findByText('Pasted table.tsv');
  expect(screen.getByRole('status', { name: 'What will be imported' })).toHaveTextContent('2 respondents, 1 question, 2 answers, 0 attributes');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.getByRole('heading', { name: 'Drop a survey or documents here' })).toBeInTheDocument();
});

test('a workbook shows its sheet, and another one can be chosen', async () => {
  const sheet = (answer: string) =>
    sheetOf([
      ['ID', 'What helped you?'],
      ['1', answer],
      ['2', 'The library was open all day'],
    ]);
  const bytes = workbook([
    { name: 'Wave 1', xml: sheet('My sister helped me a lot') },
    { name: 'Wave 2', xml: sheet('Talking to people there') },
  ]);
  const { user } = await openImport(new File([new Uint8Array(bytes)], 'survey.xlsx'));
  expect(screen.getByText('Wave 1, one of 2')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Read it differently' }));
  expect(screen.queryByLabelText('Encoding')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Sheet'), 'Wave 2');
  await screen.findByText('Wave 2, one of 2');
  expect(within(screen.getByRole('region', { name: 'Preview' })).getByText('Talking to people there')).toBeInTheDocument();
});

test('the encoding is shown with its evidence and with samples, and another one is read from the same bytes', async () => {
  // “café” and “Zoë” as an old Mac writes them.
  const mac = Buffer.from('ID,What helped you?\n1,The caf\x8e near the river\n2,My friend Zo\x91 and her sister\n', 'latin1');
  const { user } = await openImport(new File([new Uint8Array(mac)], 'survey.csv'));
  expect(screen.getByText(/^Western European \(old Mac\)/)).toBeInTheDocument();
  expect(screen.getByText('It is not UTF-8, and the 2 special characters make most sense this way.')).toBeInTheDocument();
  const samples = screen.getByRole('list', { name: 'Special characters in the file' });
  expect(
    within(samples)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['The café near the river', 'My friend Zoë and her sister']);
  await user.click(screen.getByRole('button', { name: 'Read it differently' }));
  await user.selectOptions(screen.getByLabelText('Encoding'), 'windows-1252');
  await screen.findByText('Chosen by you; the file itself looks like macintosh.');
  await user.selectOptions(screen.getByLabelText('Encoding'), 'macintosh');
  await screen.findByText('It is not UTF-8, and the 2 special characters make most sense this way.');
});

test('a file whose reading was stopped is no error: the place for a file is back, and a word says so', async () => {
  const { user } = await openImport();
  const host = getHost();
  setHost({ ...host, call: async (name, input) => (name === 'survey.inspect' ? { ok: false, error: { kind: 'cancelled', message: 'Cancelled. The file was not read.' } } : host.call(name, input)) });
  await user.upload(screen.getByLabelText('Survey file'), fixture('sample/responses.csv'));
  await screen.findByText('Cancelled. The file was not read.');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('heading', { name: 'Drop a survey or documents here' })).toBeInTheDocument();
});
