import { readFileSync } from 'node:fs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { inspectFile } from '../../../electron/core/importers/index.ts';
import { contract } from '../../../shared/contract/index.ts';
import { setHost } from '../../host/index.ts';
import { usePlace } from '../../state/place.ts';
import { renderWithCore } from '../../test/render.tsx';
import { ask } from '../../test/small-study.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import { ImportScreen } from './ImportScreen.tsx';

const handbook = () => new File([readFileSync('fixtures/documents/handbook.docx')], 'handbook.docx');
const textFile = (name: string, text: string) => new File([text], name);
const letter = 'Dear all,\n\nthe hall is ours until June, and the committee hopes to keep it for longer than that.\n\nBring a cup on Tuesday.';

/** The screen against a real core; looking into a file is what the workbench does outside of any project. */
async function open(...files: File[]) {
  const rendered = await renderWithCore(
    <>
      <ImportScreen />
      <Toasts />
    </>,
  );
  const { core, user } = rendered;
  setHost({
    call: async (name, input) => {
      if (name !== 'survey.inspect') return core.callUnchecked(name, input);
      try {
        return { ok: true, value: await inspectFile(contract['survey.inspect'].input.parse(input)) };
      } catch (error) {
        return { ok: false, error: { kind: 'refused', message: (error as Error).message } };
      }
    },
    onChanged: (listener) => core.onChanged(listener),
    onProgress: (listener) => core.onProgress(listener),
  });
  if (files.length) await user.upload(screen.getByLabelText('Survey file'), files);
  return rendered;
}
const parts = () => within(screen.getByRole('list', { name: 'Parts of the document' })).getAllByRole('listitem');

test('a Word document shows what it becomes, is split by heading, and is imported with the keyboard', async () => {
  const { core, user, container } = await open(handbook());
  expect(await screen.findByText('This is a document')).toBeInTheDocument();
  expect(screen.getByText('Word document')).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: /Title/ })).toHaveValue('Volunteer handbook');
  expect(screen.getByRole('status', { name: 'What will be imported' })).toHaveTextContent('1 document in 1 part, into “Documents”');
  expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map(({ id }) => id)).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'By heading, 3 parts' }));
  await waitFor(() => expect(parts()).toHaveLength(3));
  expect(parts()[1]).toHaveTextContent(/Breaks.*Nobody mends for more than two hours/);
  expect(screen.getByRole('status', { name: 'What will be imported' })).toHaveTextContent('1 document in 3 parts');
  const title = screen.getByRole('textbox', { name: /Title/ });
  await user.clear(title);
  expect(screen.getByText('A document needs a title.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /Import the document/ })).toHaveAttribute('aria-disabled', 'true');
  await user.type(title, 'The handbook');
  await user.click(document.body);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
  expect(screen.getByText('1 document in 3 parts came in.')).toBeInTheDocument();
  expect(await ask(core, 'document.list', {})).toMatchObject([{ title: 'The handbook', parts: 3 }]);
  const [collection] = await ask(core, 'survey.questions', {});
  expect(usePlace.getState().questionId).toBe(collection?.id);
});

test('several files go into one collection; one that cannot be read is said and left out; undo takes all back', async () => {
  const { core, user } = await open(handbook(), textFile('letter.txt', letter), textFile('scan.pdf', '%PDF-1.4 nothing'));
  expect(await screen.findByRole('heading', { name: '3 documents' })).toBeInTheDocument();
  const status = () => screen.getByRole('status', { name: 'What will be imported' });
  await waitFor(() => expect(status()).toHaveTextContent('2 documents in 2 parts, into “Documents”'));
  await user.click(screen.getByRole('button', { name: /scan.pdf.*cannot be read/ }));
  expect(screen.getByRole('alert')).toHaveTextContent('is a PDF that cannot be read');
  await user.click(screen.getByRole('button', { name: 'Leave out scan.pdf' }));
  await user.click(screen.getByRole('button', { name: /^letter/ }));
  await user.click(await screen.findByRole('radio', { name: 'By blank line, 3 parts' }));
  await waitFor(() => expect(status()).toHaveTextContent('2 documents in 4 parts'));
  const collection = screen.getByRole('textbox', { name: /Collection/ });
  await user.clear(collection);
  await user.type(collection, 'House rules');
  await user.click(screen.getByRole('button', { name: /Import 2 documents/ }));
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
  expect((await ask(core, 'document.list', {})).map(({ title }) => title).sort()).toEqual(['Volunteer handbook', 'letter']);
  expect(await ask(core, 'survey.questions', {})).toMatchObject([{ shortName: 'House rules', answered: 4 }]);
  await user.click(screen.getByRole('button', { name: /Undo/ }));
  await waitFor(async () => expect(await ask(core, 'document.list', {})).toEqual([]));
  expect(await ask(core, 'survey.questions', {})).toEqual([]);
});

test('a later document goes into the collection that is there, or a new one; the same again is refused', async () => {
  const { core, user } = await open();
  await ask(core, 'survey.import', { fileName: 'letter.txt', bytes: Buffer.from(letter).toString('base64'), plan: { document: { collection: 'Letters' } } });
  await user.upload(screen.getByLabelText('Survey file'), textFile('letter.txt', letter));
  await waitFor(() => expect(screen.getByRole('status', { name: 'What will be imported' })).toHaveTextContent('into “Letters”'));
  await user.click(await screen.findByRole('button', { name: /Import the document/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent('“letter” is in the project already, with the same text, so nothing was imported.');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Collection' }), 'A new collection');
  expect(screen.getByRole('textbox', { name: /Name of the collection/ })).toHaveValue('');
  expect(screen.getByRole('button', { name: /Import the document/ })).toHaveAttribute('aria-disabled', 'true');
});

test('pasted prose is a document; it can be read as a table, and a text that is a table as a document', async () => {
  const { user } = await open();
  fireEvent.paste(document.body, { clipboardData: { getData: () => letter, files: [] } });
  expect(await screen.findByText('This is a document')).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: /Title/ })).toHaveValue('Pasted text');
  await user.click(screen.getByRole('button', { name: 'Read it differently' }));
  await user.click(screen.getByRole('button', { name: 'Read as a table' }));
  await waitFor(() => expect(screen.queryByText('This is a document')).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Read it differently' }));
  await user.click(screen.getByRole('button', { name: 'Read as a document' }));
  expect(await screen.findByText('This is a document')).toBeInTheDocument();
});

test('the encoding of a text is shown and can be changed', async () => {
  const { user } = await open(new File([Buffer.from(letter.replace('Dear', 'Ch\u00e8re Zo\u00eb, dear'), 'latin1')], 'letter.txt'));
  expect(await screen.findByText('Western European (Windows)')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Read it differently' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Encoding' }), 'Western European (old Mac)');
  await waitFor(() => expect(parts()[0]).toHaveTextContent('ChËre ZoÎ'));
  expect(screen.getByText(/Chosen by you/)).toBeInTheDocument();
});

test('a table that is chosen together with a document comes first, and the document is not forgotten silently', async () => {
  await open(textFile('answers.csv', `ID,What helped you most?\n1,${'Tea and time. '.repeat(20)}\n2,My neighbour who drives me\n`), textFile('letter.txt', letter));
  expect(await screen.findByText('Tables come in one at a time. Import “letter.txt” after this one.')).toBeInTheDocument();
  expect(await screen.findByText('This looks like a plain table')).toBeInTheDocument();
});

test('a text that is a table is a document where somebody says so', async () => {
  const { core, user } = await open(textFile('list.txt', 'What helped you most?\nTea and a chair to sit on\nMy neighbour who drives me\nTime to think about it\n'));
  await user.click(await screen.findByRole('button', { name: 'Read it differently' }));
  await user.click(screen.getByRole('button', { name: 'Read as a document' }));
  await user.click(await screen.findByRole('button', { name: /Import the document/ }));
  await waitFor(async () => expect(await ask(core, 'document.list', {})).toMatchObject([{ title: 'list', parts: 1 }]));
});
