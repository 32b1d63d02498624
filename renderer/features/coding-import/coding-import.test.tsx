import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { wordFile } from '../../../electron/core/areas/coding-import/coding-files-for-tests.ts';
import { usePlace } from '../../state/place.ts';
import { renderWithCore } from '../../test/render.tsx';
import { ask, smallStudy } from '../../test/small-study.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import { CodingImportScreen } from './CodingImportScreen.tsx';

const csv = (...lines: string[]) => new File([lines.join('\n')], 'codings.csv');
const rows = csv(
  'participant,question,quote,code,theme',
  'R1,Coming,the people,Company,Others',
  'R3,Coming,Saw  a poster,Posters,',
  'R2,Coming,My neighbour asks me to come,Invited,',
  'R1,Coming,company on a Saturday morning,Company,Others',
  'R1,Coming,seventeen penguins on a ferry,Lost,',
  'R1,Coming,,Empty,',
);

async function open(file?: File) {
  const rendered = await renderWithCore(<><CodingImportScreen /><Toasts /></>, { seed: smallStudy });
  if (file) {
    await rendered.user.upload(screen.getByLabelText('File of codings'), file);
    await screen.findByRole('complementary', { name: 'The file' });
  }
  return rendered;
}
const findings = async (container: Element) =>
  (await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
const status = () => screen.getByRole('status', { name: 'What will be brought in' });
const codes = async (core: Parameters<typeof ask>[0]) => {
  const [analysis] = await ask(core, 'analysis.list', {});
  const listed = await ask(core, 'code.list', { analysisId: analysis?.id ?? 0 });
  return listed.map(({ name, codings }) => `${name} ${codings}`);
};

test('the empty state says what belongs here', async () => {
  const { container } = await open();
  expect(screen.getByRole('heading', { name: 'Bring in coding done elsewhere' })).toBeInTheDocument();
  expect(await findings(container)).toEqual([]);
});

test('rows are grouped by how they were found; those that need a look are decided with the keyboard, and undo takes all back', async () => {
  const { user, core, container } = await open(rows);
  expect(screen.getByRole('button', { name: '2 quotes to look at' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '1 not found' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '1 incomplete' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '1 found as written' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '1 found with other spaces or quotation marks' })).toBeInTheDocument();
  expect(status()).toHaveTextContent('2 of 6 rows have their place, 4 stay out, 2 to be looked at');
  expect(await findings(container)).toEqual([]);
  const near = screen.getByRole('article', { name: 'Line 4, Invited' });
  expect(near).toHaveAttribute('aria-current', 'true');
  expect(near.querySelector('del')).toHaveTextContent('asks');
  expect(near.querySelector('ins')).toHaveTextContent('asked');
  await user.keyboard('y');
  expect(within(near).getByText('Comes in, R2')).toBeInTheDocument();
  const other = screen.getByRole('article', { name: 'Line 5, Company' });
  await waitFor(() => expect(other).toHaveFocus());
  expect(within(other).getByText(/said by R2 to “Staying”; the table says R1\./)).toBeInTheDocument();
  await user.keyboard('n');
  expect(within(other).getByText('Stays out')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /^Bring in 3 codings/ })).toBeInTheDocument();
  await user.keyboard('{Control>}{Enter}{/Control}');
  const dialog = await screen.findByRole('dialog', { name: '3 rows stayed out' });
  expect(within(dialog).getAllByRole('listitem').map((item) => item.textContent?.slice(0, 6))).toEqual(['Line 5', 'Line 6', 'Line 7']);
  await user.click(within(dialog).getByRole('button', { name: 'Go to coding' }));
  expect(usePlace.getState().screen).toBe('code');
  expect(await codes(core)).toEqual(['Love of old things 1', 'Company 1', 'Posters 1', 'Invited 1']);
  expect(screen.getByText('3 codings came in with 3 new codes.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await codes(core)).toEqual(['Love of old things 1']));
});

test('a place is found by hand', async () => {
  const { user } = await open(rows);
  await user.keyboard('kjj');
  const card = screen.getByRole('article', { name: 'Line 6, Lost' });
  await waitFor(() => expect(card).toHaveFocus());
  await user.keyboard('f');
  const box = within(card).getByRole('searchbox', { name: 'Words of the answer' });
  expect(box).toHaveFocus();
  await user.clear(box);
  await user.type(box, 'mall protes');
  await user.click(await within(card).findByRole('button', { name: /^R1.*mall protes/ }));
  expect(await within(card).findByText('Comes in, R1')).toBeInTheDocument();
  const marked = () => card.querySelector('mark')?.textContent;
  // Whole words, whatever was typed; then as many as are meant.
  expect(marked()).toBe('small protest');
  await user.click(within(card).getByRole('button', { name: 'Begin one word earlier' }));
  await waitFor(() => expect(marked()).toMatch(/^\S+ small protest$/));
  await user.click(within(card).getByRole('button', { name: 'Begin one word later' }));
  await waitFor(() => expect(marked()).toBe('small protest'));
  await user.click(within(card).getByRole('button', { name: 'End one word earlier' }));
  await waitFor(() => expect(marked()).toBe('small'));
  await user.click(within(card).getByRole('button', { name: 'Whole sentence' }));
  await waitFor(() => expect(marked()).toBe('Every kettle is a small protest'));
  expect(status()).toHaveTextContent('3 of 6 rows');
  await user.click(within(card).getByRole('button', { name: 'Decide again' }));
  expect(status()).toHaveTextContent('2 of 6 rows');
});

test('columns are given their meaning by hand, and nothing is left out in silence', async () => {
  const { user } = await open(csv('Spalte A,Spalte B,Spalte C', 'R1,the people,Company'));
  expect(screen.getAllByText(/No column is known to hold/).length).toBeGreaterThan(0);
  expect(screen.getByRole('button', { name: /^Bring in 0 codings/ })).toHaveAttribute('aria-disabled', 'true');
  await user.selectOptions(screen.getByLabelText('What “Spalte A” is for'), 'participant');
  await user.selectOptions(screen.getByLabelText('What “Spalte B” is for'), 'extract');
  await user.selectOptions(screen.getByLabelText('What “Spalte C” is for'), 'code');
  expect(await screen.findByRole('button', { name: '1 found as written' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Bring in 1 coding/ }));
  await screen.findByText('1 coding came in with 1 new code.');
});

test('an appendix in Word is read; its parts are chosen; quotes in other people’s answers are taken together', async () => {
  const file = await wordFile('appendix.docx', [
    { heading: 2, text: 'Step 1: Codes' }, { heading: 3, text: 'Question 1, Coming: ‘Why did you come?’' }, { heading: 4, text: 'Reasons' },
    { text: 'I like old radios [R2]', bullet: true }, { text: 'Saw a poster in the library [R1]', bullet: true },
    { heading: 2, text: 'Step 2: Themes' }, { heading: 3, text: 'Question 1, Coming: ‘Why did you come?’' }, { heading: 4, text: 'Things' }, { text: 'old radios [R1]', bullet: true },
  ]);
  const { user } = await open(new File([new Uint8Array(Buffer.from(file.bytes, 'base64'))], 'appendix.docx'));
  await user.click(screen.getByRole('button', { name: 'Take 2 quotes where they stand word for word' }));
  expect(status()).toHaveTextContent('2 of 2 rows have their place');
  await user.selectOptions(screen.getByLabelText('Part'), 'Step 2: Themes');
  await waitFor(() => expect(status()).toHaveTextContent('1 of 1 row has its place'));
});

test('what is no table is refused in a sentence; cells are pasted; cancelling goes back', async () => {
  const { user } = await open();
  await user.upload(screen.getByLabelText('File of codings'), new File(['%PDF-1.7'], 'notes.csv'));
  expect(await screen.findByRole('alert')).toHaveTextContent('“notes.csv” is a PDF');
  fireEvent.paste(document, { clipboardData: { files: [], getData: () => 'Who\tQuote\tCode\nR1\tthe people\tCompany\n' } });
  await screen.findByRole('button', { name: '1 found as written' });
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.getByRole('heading', { name: 'Bring in coding done elsewhere' })).toBeInTheDocument();
});
