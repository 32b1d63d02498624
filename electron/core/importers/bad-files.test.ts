import { expect, test } from 'vitest';
import { storedZip } from './package/zip.ts';
import { inspect, refusalOf, tableFile } from './testing.ts';
import { docxOf, paragraph } from './documents/documents-for-tests.ts';
import { sheetOf, workbook, zipOf } from './workbook/workbooks-for-tests.ts';

const sector = 512;
const padded = (bytes: Buffer, to = sector) => Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);

/** A compound file as old Office programs wrote it: a table of sectors, a directory, and one sector for each stream. */
function compound(...streams: string[]): Buffer {
  const header = Buffer.alloc(sector);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const fat = Buffer.alloc(sector, 0xff);
  for (const [at, next] of [0xfffffffd, 0xfffffffe, ...streams.map(() => 0xfffffffe)].entries()) fat.writeUInt32LE(next, at * 4);
  const entries = ['Root Entry', ...streams].map((name, at) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE(name.length * 2 + 2, 64);
    entry[66] = at === 0 ? 5 : 2;
    entry.writeUInt32LE(at === 0 ? 0xfffffffe : at + 1, 116);
    entry.writeUInt32LE(at === 0 ? 0 : sector, 120);
    return entry;
  });
  return Buffer.concat([header, fat, padded(Buffer.concat(entries)), ...streams.map(() => Buffer.alloc(sector, 7))]);
}
const zipped = (parts: Record<string, string>) => Buffer.concat([...storedZip(new Map(Object.entries(parts).map(([name, text]) => [name, [Buffer.from(text)]])))]);

/** What `zip -e` made of a small CSV. */
const lockedZip = Buffer.from('UEsDBAoACQAAAJ29fl3QUAZNLAAAACAAAAALABwAYW5zd2Vycy5jc3ZVVAkAA3kKDmt5Cg5rdXgLAAEEAAAAAAQAAAAADyNDod3eijW9ev4n88kbDVST3XFnPzt9RPNYl7TNIugQr2k8CvE6bZUAiM5QSwcI0FAGTSwAAAAgAAAAUEsBAh4DCgAJAAAAnb1+XdBQBk0sAAAAIAAAAAsAGAAAAAAAAQAAAKSBAAAAAGFuc3dlcnMuY3N2VVQFAAN5Cg5rdXgLAAEEAAAAAAQAAAAAUEsFBgAAAAABAAEAUQAAAIEAAAAAAA==', 'base64');
const table = '<table><tr><td>ID</td><td>What helped you?</td></tr><tr><td>A</td><td>My sister</td></tr></table>';
const spss = Buffer.concat([Buffer.from('$FL2@(#) SPSS DATA FILE MS Windows 28.0.0'.padEnd(64)), Buffer.from([2, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0]), Buffer.from('01 Jan 2620:30:00'.padEnd(80)), Buffer.from('2\0\0\0ID      ')]);
const header = 'ID,What helped you?,Age group\n';

test.each<[what: string, fileName: string, bytes: Buffer | string, is: string, goOn: RegExp]>([
  ['a zip with a password', 'answers.zip', lockedZip, 'is protected with a password', /Unpack it with the password/],
  ['a workbook with a password', 'answers.xlsx', compound('EncryptionInfo', 'EncryptedPackage'), 'is protected with a password', /remove the password .*save it, and import that/],
  ['an old workbook', 'answers.xls', compound('Workbook'), 'is an old Excel file (.xls)', /save it as “Excel workbook \(\.xlsx\)”/],
  ['an older workbook', 'answers.xls', compound('Book'), 'is an old Excel file (.xls)', /save it as “Excel workbook \(\.xlsx\)”/],
  ['a workbook of the nineties, without a container', 'answers.xls', Buffer.concat([Buffer.from('0908080000051000', 'hex'), Buffer.alloc(400, 1)]), 'is an old Excel file (.xls)', /save it as “Excel workbook \(\.xlsx\)”/],
  ['an old presentation', 'answers.ppt', compound('PowerPoint Document'), 'is a PowerPoint presentation', /CSV or as an Excel workbook/],
  ['a mail of Outlook', 'answers.msg', compound('__substg1.0_0037001F'), 'is an e-mail', /Save what is attached to it/],
  ['a compound file of another kind', 'answers.xls', compound('Quill'), 'is a file of an old program', /CSV or as an Excel workbook/],
  ['a LibreOffice spreadsheet', 'answers.ods', zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office:document-content/>' }), 'is a LibreOffice spreadsheet (.ods)', /Save it as “Excel 2007–365 \(\.xlsx\)” or as CSV/],
  ['a spreadsheet of Apple Numbers', 'answers.numbers', zipped({ 'Index/Document.iwa': 'x', 'Index/CalculationEngine.iwa': 'x', 'preview.jpg': 'x' }), 'is an Apple Numbers spreadsheet', /File, Export To, Excel/],
  ['the same under another name', 'answers.csv', zipped({ 'Index/Document.iwa': 'x', 'Index/CalculationEngine.iwa': 'x', 'preview.jpg': 'x' }), 'is an Apple Numbers spreadsheet', /File, Export To, Excel/],
  ['a document of Apple Pages', 'policy.pages', zipped({ 'Index/Document.iwa': 'x', 'preview.jpg': 'x' }), 'is an Apple Pages document', /File, Export To, Word/],
  ['an SPSS file', 'answers.sav', spss, 'is an SPSS file (.sav)', /Save As, .*with value labels/],
  ['a compressed SPSS file', 'answers.zsav', Buffer.concat([Buffer.from('$FL3'), spss.subarray(4)]), 'is an SPSS file (.sav)', /Save As/],
  ['a portable SPSS file', 'answers.por', `${'0'.repeat(200)}ASCII SPSS PORT FILE`.padEnd(600, '0'), 'is an SPSS file', /Save As/],
  ['a Stata file', 'answers.dta', '<stata_dta><header><release>118</release><byteorder>LSF</byteorder>', 'is a Stata file (.dta)', /export delimited/],
  ['a SAS file', 'answers.sas7bdat', Buffer.from(`${'00'.repeat(12)}c2ea8160b31411cfbd92080009c7318c181f1011`, 'hex'), 'is a SAS file', /CSV/],
  ['an R or gzip file', 'answers.rds', Buffer.from('1f8b0800000000000003ab00', 'hex'), 'is packed (gzip)', /Unpack it/],
  ['a 7z archive', 'answers.7z', Buffer.from('377abcaf271c0004', 'hex'), 'is packed (7z)', /Unpack it/],
  ['a RAR archive', 'answers.rar', Buffer.from('526172211a0700cf', 'hex'), 'is packed (RAR)', /Unpack it/],
  ['HTML saved as .xls', 'answers.xls', `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8></head><body>${table}</body></html>`, 'is a web page that is called an Excel file', /Open it in Excel or LibreOffice, save it as “Excel workbook \(\.xlsx\)”/],
  ['a bare HTML table saved as .xls', 'answers.xls', `\ufeff\r\n${table}`, 'is a web page that is called an Excel file', /save it as/],
  ['HTML that begins otherwise', 'answers.xls', `<!-- made by a tool -->\n<meta http-equiv="Content-Type" content="text/html">${table}`, 'is a web page that is called an Excel file', /save it as/],
  ['HTML in UTF-16', 'answers.xls', Buffer.from(`\ufeff<html><body>${table}</body></html>`, 'utf16le'), 'is a web page that is called an Excel file', /save it as/],
  ['HTML saved as .csv', 'answers.csv', `<!DOCTYPE html>\n<html><body>Please log in</body></html>`, 'is a web page, whatever its name says', /Export the answers again/],
  ['a web archive that Excel wrote', 'answers.xls', 'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="x"\r\n', 'is a web archive', /Open it in Excel or LibreOffice/],
  ['an XML workbook of 2003', 'answers.xls', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>', 'is an old Excel file (XML)', /save it as “Excel workbook \(\.xlsx\)”/],
  ['another XML file', 'answers.csv', '<?xml version="1.0"?><answers/>', 'is an XML file, not a table', /Export the answers again/],
  ['JSON', 'answers.csv', '[{"id": 1}]', 'is a JSON file, not a table', /Export the answers again/],
  ['an empty file', 'answers.csv', '', 'is empty', /Export or download it again/],
  ['a file of nothing but blanks', 'answers.csv', ' \r\n\r\n \t \r\n', 'is empty', /Export or download it again/],
  ['a file of only a header', 'answers.csv', header, 'has a header but no respondents below it', /Check that responses were exported/],
  ['a header and empty rows', 'answers.csv', `${header},,\n,,\n`, 'has a header but no respondents below it', /Check that responses were exported/],
  ['a workbook of only a header', 'answers.xlsx', workbook([{ xml: sheetOf([['ID', 'What helped you?']]) }]), 'has a header but no respondents below it', /Check that responses were exported/],
  ['a workbook without a cell', 'answers.xlsx', workbook([{ xml: '<sheetData/>' }]), 'without a single filled cell', /Check that it is the right file/],
  ['an archive without a table', 'answers.zip', zipOf({ 'a.jpg': 'x' }), 'is a zip file without a table', /Unpack it|Export the answers/],
  ['a picture', 'answers.csv', Buffer.from('89504e470d0a1a0a', 'hex'), 'is a picture', /Export the answers again/],
])('%s (%s) is told by what it is, with how to go on', async (_, fileName, bytes, is, goOn) => {
  const sentence = await refusalOf({ fileName, bytes: Buffer.from(bytes).toString('base64') });
  expect(sentence).toContain(is);
  expect(sentence).toMatch(goOn);
  expect(sentence).not.toMatch(/undefined|\n|Error/);
});

test('a Word document called .csv is read as the document that it is, and says so', async () => {
  const found = await inspect({ fileName: 'policy.csv', bytes: docxOf(paragraph('Everybody is welcome in the hall.')).toString('base64') });
  expect(found.document).toMatchObject({ characters: 33 });
  expect(found.document?.evidence.join()).toContain('Word');
});

test('words that look like another kind of file are answers', async () => {
  const found = await inspect(tableFile([['$FLAG', 'What helped you?'], ['1', '<3 <html> is fun'], ['2', '{"so": "what"}'], ['3', 'MIME-Version: 1.0']]));
  expect(found.respondents).toBe(3);
});
