import { refused } from '../../../shared/errors.ts';
import type { ImportFile } from './importer.ts';

interface Kind {
  begins: string | RegExp;
  sentence: string;
}

const again = 'Export the answers again as CSV or as an Excel workbook (.xlsx).';
const resave = 'Open it in Excel or LibreOffice, save it as “Excel workbook (.xlsx)”, and import that.';
const spss = `is an SPSS file (.sav). In SPSS, choose File, Save As, and save it as an Excel workbook (.xlsx) or CSV with value labels; import that.`;
const markup = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|style|table|div|center|tr)\b/i;

/** Kinds of files that people hand over by mistake, by their first bytes (read as Latin-1). */
const kinds: readonly Kind[] = [
  { begins: '\u0089PNG', sentence: `is a picture. ${again}` },
  { begins: /^\u00ff\u00d8\u00ff|^GIF8|^II\*\0|^MM\0\*/, sentence: `is a picture. ${again}` },
  { begins: '{\\rtf', sentence: 'is a formatted text document (.rtf). Open it in Word or LibreOffice, save it as “Word document (.docx)”, and import that.' },
  { begins: 'SQLite format 3\0', sentence: 'is a database, perhaps a Themework project. Open projects from the welcome screen; nothing was imported.' },
  { begins: /^\$FL[23]@?|ASCII SPSS PORT FILE/, sentence: spss },
  { begins: /^<stata_dta>|^[\u006c-\u0073][\u0001\u0002]\u0001\0/, sentence: 'is a Stata file (.dta). In Stata, type “export delimited using answers.csv”, and import answers.csv.' },
  { begins: /^\0{12}\u00c2\u00ea\u0081\u0060|^HEADER RECORD\*{7}/, sentence: `is a SAS file. ${again}` },
  { begins: '\u001f\u008b', sentence: 'is packed (gzip), or a data file of R. Unpack it and import the table inside; in R, write it with write.csv first.' },
  { begins: '7z\u00bc\u00af', sentence: 'is packed (7z). Unpack it and import the table inside.' },
  { begins: 'Rar!', sentence: 'is packed (RAR). Unpack it and import the table inside.' },
  { begins: /^\u0009[\0\u0002\u0004\u0008][\u0004-\u0010]\0[\0-\u0006]/, sentence: `is an old Excel file (.xls). ${resave}` },
  { begins: /^MIME-Version:[\s\S]*^(?:X-Document-Type: Workbook|Content-Type: multipart\/related)/im, sentence: `is a web archive, whatever its name says. ${resave}` },
  { begins: /^\s*<\?xml[\s\S]*(?:progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet)/i, sentence: `is an old Excel file (XML). ${resave}` },
  { begins: /^\s*<\?xml/i, sentence: `is an XML file, not a table. ${again}` },
  { begins: /^\s*[[{]\s*["{[]/, sentence: `is a JSON file, not a table. ${again}` },
];

/** Throws a sentence for a file that is recognisably something other than a table or a text. */
export function refuseForeign({ fileName, bytes }: ImportFile): void {
  const name = `“${fileName}”`;
  if (bytes.length === 0) throw refused(`${name} is empty. Export or download it again.`);
  if (bytes.length > 500_000_000) throw refused(`${name} is larger than 500 MB, which is more than Themework can read at once. Split it into smaller files.`);
  const head = beginning(bytes);
  if (head.startsWith('PK')) {
    const sentence = packed(bytes, fileName);
    if (sentence) throw refused(`${name} ${sentence}`);
    return;
  }
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) throw refused(`${name} ${compound(bytes)}`);
  // Several survey tools and web portals call the page that they make an Excel file.
  if (markup.test(head)) throw refused(`${name} ${/\.xls[xm]?$/i.test(fileName) ? `is a web page that is called an Excel file. ${resave}` : `is a web page, whatever its name says. ${again}`}`);
  const kind = kinds.find(({ begins }) => (typeof begins === 'string' ? head.startsWith(begins) : begins.test(head)));
  if (kind) throw refused(`${name} ${kind.sentence}`);
  if (isBinary(bytes)) throw refused(`${name} is not a text file. ${again}`);
}

/** The first characters, as Latin-1 or, with its mark, as UTF-16. */
function beginning(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] !== 0xff;
  return wide ? bytes.toString('utf16le', 2, 1_024) : bytes.toString('latin1', 0, 1_024).replace(/^\u00ef\u00bb\u00bf/, '');
}

/** Zip files: the names of the parts stand readable in the bytes. Undefined for a workbook that can be read. */
function packed(bytes: Buffer, fileName: string): string | undefined {
  const has = (part: string) => bytes.includes(part, 0, 'latin1');
  if (has('xl/workbook.bin')) return 'is a binary Excel workbook (.xlsb). In Excel, save it as “Excel workbook (.xlsx)” and import that.';
  if (has('xl/workbook')) return undefined;
  if (has('opendocument.spreadsheet')) return 'is a LibreOffice spreadsheet (.ods). Save it as “Excel 2007–365 (.xlsx)” or as CSV (UTF-8) and import that.';
  if (has('opendocument.text')) return 'is a LibreOffice document (.odt). Save it as “Word 2007–365 (.docx)” and import that.';
  if (has('content.xml')) return 'is a LibreOffice document. Save its table as CSV (Unicode, UTF-8) and import that.';
  if (has('.iwa'))
    return /\.pages$/i.test(fileName)
      ? 'is an Apple Pages document. In Pages, choose File, Export To, Word, and import that.'
      : 'is an Apple Numbers spreadsheet (.numbers). In Numbers, choose File, Export To, Excel, and import that.';
  if (has('ppt/presentation')) return `is a PowerPoint presentation. ${again}`;
  return `is a zip file without a table (.csv, .xlsx) inside. Unpack it and look for the file with the answers, or export them again.`;
}

/** The container of old Office files and of encrypted new ones; the names of its streams stand in UTF-16. */
function compound(bytes: Buffer): string {
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage'))
    return 'is protected with a password. Open it in Word or Excel, remove the password (File, Info, Protect), save it, and import that.';
  if (has('WordDocument')) return 'is an old Word document (.doc). Open it in Word or LibreOffice, save it as “Word document (.docx)”, and import that.';
  if (has('PowerPoint Document')) return `is a PowerPoint presentation. ${again}`;
  if (has('__substg1.0_')) return 'is an e-mail that Outlook saved (.msg). Save what is attached to it as a file, and import that.';
  if (has('Workbook') || has('Book')) return `is an old Excel file (.xls). ${resave}`;
  return `is a file of an old program that Themework cannot read. ${again}`;
}

/** Control characters that no text holds. A few NULs are damage and are removed later; UTF-16 is full of them and is text. */
function isBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4_096);
  let controls = 0;
  for (const byte of sample) if (byte < 9 ? byte !== 0 : byte > 13 && byte < 32 && byte !== 27) controls++;
  return controls > sample.length * 0.05;
}
