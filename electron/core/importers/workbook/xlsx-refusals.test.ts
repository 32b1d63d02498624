import { expect, test } from 'vitest';
import { refusalOf } from '../testing.ts';
import { sheetOf, workbook, workbookFile, workbookParts, zipOf } from './workbooks-for-tests.ts';
import { storedZip } from '../package/zip.ts';

const plain = {
  xml: sheetOf([
    ['ParticipantId', 'What helped you?'],
    ['A1', 'My sister helped me a lot'],
  ]),
};
const large = Buffer.alloc(60_000_000, 'a');

test.each<[string, () => Buffer, string]>([
  ['a bomb', () => zipOf({ ...workbookParts([plain]), 'xl/worksheets/sheet1.xml': large }), 'unpacks to far more than its size promises'],
  [
    'a bomb that lies about its size',
    () => zipOf({ ...workbookParts([plain]), 'xl/worksheets/sheet1.xml': large }, { claimedSize: 5_000 }),
    'unpacks to far more than its size promises',
  ],
  [
    'thousands of parts',
    () => zipOf({ ...workbookParts([plain]), ...Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`xl/media/${at}`, 'x'])) }),
    'unpacks to far more',
  ],
  ['a zip with a password', () => zipOf(workbookParts([plain]), { encrypted: true }), 'is protected with a password'],
  ['a truncated file', () => workbook([plain]).subarray(0, 700), 'is damaged or was not copied completely'],
  ['a workbook without cells', () => workbook([{ xml: '<sheetData/>' }]), 'is an Excel workbook without a single filled cell'],
  ['strings that are not there', () => workbook([{ xml: '<sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData>' }]), 'cannot be read'],
  [
    'tags that never end',
    () => workbook([{ xml: `<sheetData>${'<c '.repeat(2_000_000)}${'<!--'.repeat(100_000)}${'<![CDATA['.repeat(100_000)}` }]),
    'is an Excel workbook without a single filled cell',
  ],
  ['XML entities', () => workbook([{ xml: '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><sheetData/>' }]), 'defines XML entities'],
  [
    '16,384 filled columns',
    () =>
      workbook([
        {
          xml: `<sheetData>${Array.from({ length: 40 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c><c r="XFD${row + 1}"><v>1</v></c></row>`).join('')}</sheetData>`,
        },
      ]),
    'has more than 5,000 columns, the most that Themework reads',
  ],
  [
    'a column beyond all columns',
    () => workbook([{ xml: '<sheetData><row r="1"><c r="ZZZZZZ1"><v>1</v></c></row></sheetData>' }]),
    'has more than 5,000 columns',
  ],
  [
    'a row beyond all rows',
    () => workbook([{ xml: '<sheetData><row r="999999999"><c r="A999999999"><v>1</v></c></row></sheetData>' }]),
    'is too large to be read at once',
  ],
  [
    'a summary of SurveyMonkey',
    () => workbook([1, 2, 3].map((n) => ({ name: `Question ${n}`, xml: sheetOf([['What helped you?'], ['Yes', '12', '40%']]) }))),
    'is a summary with a sheet for each question',
  ],
  [
    'an old workbook (.xls)',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]),
    'is an old Excel file (.xls)',
  ],
  [
    'a workbook with a password',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    'is protected with a password',
  ],
  [
    'a LibreOffice sheet (.ods)',
    () =>
      Buffer.concat([
        ...storedZip(
          new Map([
            ['mimetype', [Buffer.from('application/vnd.oasis.opendocument.spreadsheet')]],
            ['content.xml', [Buffer.from('<x/>')]],
          ]),
        ),
      ]),
    'is a LibreOffice spreadsheet (.ods)',
  ],
  ['a binary workbook (.xlsb)', () => zipOf({ 'xl/workbook.bin': 'x' }), 'is a binary Excel workbook'],
  ['a web page called .xlsx', () => Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'is a web page'],
])('%s is refused in a sentence, before the test runs out of time, in bounded memory', async (_, make, sentence) => {
  const file = workbookFile(make());
  const memory = process.memoryUsage().rss;
  expect(await refusalOf(file)).toContain(sentence);
  expect(process.memoryUsage().rss - memory).toBeLessThan(150_000_000);
});
