import { expect, test } from 'vitest';
import { zipOf } from '../workbook/workbooks-for-tests.ts';
import { readDocxBlocks } from './docx.ts';
import { documentFile, docxOf, footnotesPart, paragraph, runOf } from './documents-for-tests.ts';
import { inspectFile } from '../index.ts';

const blocks = (bytes: Buffer, fileName = 'policy.docx') => readDocxBlocks({ fileName, bytes });
const inspect = (bytes: Buffer, fileName = 'policy.docx') => inspectFile({ fileName, bytes });
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;

test('headings, paragraphs and tables come in the order of the document', async () => {
  const table = `<w:tbl><w:tr>${cell('Quote')}${cell('Code')}</w:tr><w:tr>${cell('One must book')}${cell('Booking', '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell('Nobody answers')}${cell('', '<w:vMerge/>')}</w:tr><w:tr>${cell('The end', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`;
  expect(await blocks(docxOf(`${paragraph('Visits', 1)}${paragraph('You book & come.')}${table}${paragraph('Deep', 8)}<w:p/>${paragraph('After.')}`))).toEqual([
    { kind: 'heading', level: 1, text: 'Visits' },
    { kind: 'paragraph', text: 'You book & come.' },
    { kind: 'table', rows: [['Quote', 'Code'], ['One must book', 'Booking'], ['Nobody answers', ''], ['The end', '']] },
    { kind: 'heading', level: 8, text: 'Deep' },
    { kind: 'paragraph', text: 'After.' },
  ]);
});

test('line breaks stay, lists are paragraphs, notes come at the end', async () => {
  const note = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const found = await blocks(docxOf(`<w:p>${runOf('First line')}<w:r><w:br/></w:r>${runOf('second line')}${note}</w:p>`, { 'word/footnotes.xml': footnotesPart(['Said in May.']) }));
  expect(found).toEqual([{ kind: 'paragraph', text: 'First line\nsecond line[1]' }, { kind: 'paragraph', text: '[1] Said in May.' }]);
});

test('tracked changes are read as accepted, and said; comments and pictures are left out, and said', async () => {
  const tracked = `<w:p>${runOf('Visits are ')}<w:del w:id="1"><w:r><w:delText>forbidden</w:delText></w:r></w:del><w:ins w:id="2">${runOf('welcome')}</w:ins><w:r><w:commentReference w:id="3"/></w:r><w:r><w:drawing/></w:r></w:p>`;
  const found = await inspect(docxOf(tracked));
  expect(found.document?.parts).toMatchObject([{ beginning: 'Visits are welcome' }]);
  expect(found.warnings).toEqual(['The document has tracked changes. It is read as if all of them were accepted.', 'The document has comments. They are left out.', 'Pictures and drawings are left out.']);
});

test('a document that LibreOffice wrote', async () => {
  const { fileName, bytes } = documentFile('handbook.docx');
  const found = await inspect(bytes, fileName);
  expect(found).toMatchObject({ format: 'docx', columns: [], respondents: 0, document: { title: 'Volunteer handbook', split: 'whole', counts: { whole: 1, heading: 3, 'blank-line': 5 } } });
});

test.each([
  ['empty', Buffer.alloc(0), '“policy.docx” is empty.'],
  ['nothing but empty paragraphs', docxOf('<w:p/><w:p/>'), 'there is not a single word in it'],
  ['nothing but a picture', docxOf('<w:p><w:r><w:drawing/></w:r></w:p>'), 'holds pictures only'],
  ['entities', docxOf('', { 'word/document.xml': '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;&b;</a>' }), 'defines XML entities'],
  ['an entity in another part', docxOf(paragraph('Hello'), { 'word/styles.xml': '<!DOCTYPE a><a/>' }), 'defines XML entities'],
  ['cut off', docxOf(paragraph('Hello')).subarray(0, 900), 'damaged or was not copied completely'],
  ['no document inside', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': 'not xml' }), 'is a Word document that cannot be read'],
  ['a password (zip)', zipOf({ 'word/document.xml': 'x' }, { encrypted: true }), 'is protected with a password'],
  ['a lie about sizes', zipOf({ 'word/document.xml': 'a'.repeat(100_000) }, { claimedSize: 10 }), 'unpacks to far more than its size promises'],
  ['a bomb', zipOf({ 'word/document.xml': Buffer.alloc(30_000_000, 'a') }), 'unpacks to far more than its size promises'],
])('%s is refused with a sentence', async (_, bytes, sentence) => {
  await expect(inspect(bytes)).rejects.toThrow(sentence);
});

test('old, protected and other documents are told by what they are', async () => {
  const old = documentFile('handbook.doc');
  await expect(inspect(old.bytes, 'handbook.docx')).rejects.toThrow('is an old Word document (.doc). Open it in Word or LibreOffice, save it as “Word document (.docx)”');
  await expect(blocks(old.bytes)).rejects.toThrow('is an old Word document (.doc)');
  const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
  await expect(inspect(locked)).rejects.toThrow('is protected with a password');
  await expect(blocks(locked)).rejects.toThrow('is protected with a password');
  await expect(inspect(documentFile('handbook.odt').bytes, 'handbook.odt')).rejects.toThrow('is a LibreOffice document (.odt)');
  await expect(blocks(documentFile('handbook.odt').bytes)).rejects.toThrow('is a LibreOffice document (.odt)');
  await expect(blocks(Buffer.from('just text'))).rejects.toThrow('is not a Word document (.docx), whatever its name says');
  await expect(inspect(Buffer.from('{\\rtf1 hello}'), 'letter.rtf')).rejects.toThrow('is a formatted text document (.rtf)');
});

test('content decides: a Word document called .txt is a Word document', async () => {
  expect(await inspect(docxOf(paragraph('Dear all')), 'letter.txt')).toMatchObject({ format: 'docx', document: { parts: [{ beginning: 'Dear all' }] } });
});

test('a document as long as a book is read', async () => {
  const book = docxOf(Array.from({ length: 20_000 }, (_, at) => (at % 50 ? paragraph(`Paragraph ${at} of a long report, with some words in it.`) : paragraph(`Chapter ${at}`, 1))).join(''));
  expect(await inspect(book)).toMatchObject({ document: { split: 'heading', counts: { heading: 400 } } });
});
