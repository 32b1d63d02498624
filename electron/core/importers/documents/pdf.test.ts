import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inspectFile } from '../index.ts';
import { documentFile, type LineOfTest, pdfOf } from './documents-for-tests.ts';

const inspect = (bytes: Buffer, fileName = 'policy.pdf') => inspectFile({ fileName, bytes });
const linesFrom = (top: number, texts: readonly string[]): LineOfTest[] => texts.map((text, at) => ({ text, y: top - at * 14 }));
const textOf = async (pages: readonly (readonly LineOfTest[])[]) => (await inspect(pdfOf(pages))).document?.parts[0]?.beginning;

test('a PDF that LibreOffice wrote from a handbook', async () => {
  const { fileName, bytes } = documentFile('handbook.pdf');
  const found = await inspectFile({ fileName, bytes, plan: { document: { split: 'heading' } } });
  expect(found).toMatchObject({
    format: 'pdf', respondents: 0, columns: [], encoding: '', warnings: [],
    document: { title: 'Volunteer handbook', split: 'heading', parts: [{ heading: 'Volunteer handbook' }, { heading: 'Breaks' }, { heading: 'Saying no', beginning: 'You may turn a repair away. “Not today” is a whole sentence: nobody will ask you for a reason, and nobody will think less of you.' }] },
  });
  expect(found.document?.evidence).toEqual(expect.arrayContaining(['Line breaks inside paragraphs were joined', 'Headings were told by their larger letters']));
});

test('lines of a paragraph are joined, divided words are whole again, and both are said', async () => {
  const page = [
    ...linesFrom(780, ['Volunteers who mend are asked to rest after two hours, because co-', 'operation suffers when people are tired. A well-known organiser says', 'so every month, and she is listened to. She is well-', 'known for the tea, too.']),
    ...linesFrom(700, ['A second paragraph stands further down, with a line of its own.']),
  ];
  const found = await inspect(pdfOf([page]));
  expect(found.document?.parts[0]?.beginning).toContain('because cooperation suffers when people are tired. A well-known organiser says so every month, and she is listened to. She is well-known for');
  expect(found.document?.counts['blank-line']).toBe(2);
  expect(found.document?.evidence).toEqual(['Line breaks inside paragraphs were joined', '1 word that was divided at the end of a line is whole again', 'Lines that stand at the top or bottom of every page are kept']);
});

test('a sentence goes on over the end of a page; page numbers go, other running lines stay', async () => {
  const first = [{ text: 'Larch Street rules', y: 820, size: 9 }, ...linesFrom(780, ['Whoever opens the hall counts the chairs, because the']), { text: 'Page 1 of 2', y: 30 }];
  const second = [...linesFrom(780, ['chairs are borrowed and have to go back.']), { text: '2', y: 30 }];
  expect(await textOf([first, second])).toBe('Larch Street rules\n\nWhoever opens the hall counts the chairs, because the chairs are borrowed and have to go back.');
  expect((await inspect(pdfOf([first, second]))).document?.evidence).toContain('Page numbers were left out');
});

test('items of a list stay apart, and a year at the foot of a page is no page number', async () => {
  expect(await textOf([[...linesFrom(780, ['You bring:', '(a) your own tools', '(b) a cup']), { text: '2019', y: 600 }]])).toBe('You bring:\n\n(a) your own tools\n\n(b) a cup\n\n2019');
});

test('columns are read one after the other', async () => {
  const left = linesFrom(780, ['The left column is read', 'to its end.']).map((line) => ({ ...line, x: 70 }));
  const right = linesFrom(780, ['The right column comes', 'after it.']).map((line) => ({ ...line, x: 320 }));
  expect(await textOf([[...left, ...right]])).toBe('The left column is read to its end.\n\nThe right column comes after it.');
});

test('pages without text are said; a document of nothing else is refused', async () => {
  expect((await inspect(pdfOf([linesFrom(780, ['Some words.']), []]))).warnings).toEqual(['1 page holds no text, perhaps a picture. It is left out.']);
  await expect(inspect(pdfOf([[], []]))).rejects.toThrow('holds pictures of pages and no text. Use text recognition (OCR)');
});

test('passwords, damage and cut files get sentences', async () => {
  await expect(inspect(documentFile('handbook-with-password.pdf').bytes)).rejects.toThrow('is protected with a password');
  await expect(inspect(documentFile('handbook.pdf').bytes.subarray(0, 9_000))).rejects.toThrow(/is a PDF that (cannot be read|holds pictures)/);
  await expect(inspect(Buffer.from('%PDF-1.7\nnothing of the kind'))).rejects.toThrow('is a PDF that cannot be read: it is damaged');
});

const stream = (packed: Buffer, filter: string) => `<< ${filter} /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`;

test('a stream that unpacks to something endless is refused before it is unpacked; pictures may be large', async () => {
  const zeros = deflateSync(Buffer.alloc(150_000_000));
  const page = [linesFrom(780, ['Some words.'])];
  await expect(inspect(pdfOf(page, '', [stream(zeros, '/Filter /FlateDecode')]))).rejects.toThrow('unpacks to far more than its size promises');
  await expect(inspect(pdfOf(page, '', [stream(deflateSync(zeros), '/Filter [/FlateDecode /FlateDecode]')]))).rejects.toThrow('unpacks to far more than its size promises');
  expect(await inspect(pdfOf(page, '', [stream(zeros, '/Type /XObject /Subtype /Image /Filter /FlateDecode')]))).toMatchObject({ document: { parts: [{ beginning: 'Some words.' }] } });
});

test.each([
  ['arrays without end', '['.repeat(200_000)],
  ['pages that contain each other', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'],
])('%s are read or refused, without end they are not', async (_, object) => {
  const file = pdfOf([linesFrom(780, ['Some words.'])], '', [object]);
  const looped = Buffer.from(file.toString('latin1').replace(/\/Kids \[5 0 R\]/, '/Kids [7 0 R]'), 'latin1');
  for (const bytes of [file, looped]) await inspect(bytes).catch((error: Error) => expect(error.message).toMatch(/is a PDF that/));
});

test('nothing is fetched', async () => {
  const asked: unknown[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = (async (url: unknown) => {
    asked.push(url);
    throw new Error('no network');
  }) as typeof fetch;
  try {
    await inspect(documentFile('handbook.pdf').bytes);
    await inspect(pdfOf([linesFrom(780, ['Helvetica is not in the file.'])]));
  } finally {
    globalThis.fetch = real;
  }
  expect(asked).toEqual([]);
});

test('300 pages are read', async () => {
  const pages = Array.from({ length: 300 }, (_, page) => linesFrom(780, Array.from({ length: 40 }, (__, line) => `Line ${line} of page ${page} says something about the hall.`)));
  expect((await inspect(pdfOf(pages))).document?.characters).toBeGreaterThan(400_000);
});
