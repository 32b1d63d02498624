import { refused } from '../../../shared/errors.ts';
import type { ImportFile } from './importer.ts';

interface Kind {
  begins: string | RegExp;
  sentence: string;
}

const again = 'Export the answers again as CSV or as an Excel workbook (.xlsx).';

/** Kinds of files that people hand over by mistake, by their first bytes (read as Latin-1). */
const kinds: readonly Kind[] = [
  { begins: '\u0089PNG', sentence: `is a picture. ${again}` },
  { begins: /^\u00ff\u00d8\u00ff|^GIF8|^II\*\0|^MM\0\*/, sentence: `is a picture. ${again}` },
  { begins: '{\\rtf', sentence: 'is a formatted text document (.rtf). Open it in Word or LibreOffice, save it as “Word document (.docx)”, and import that.' },
  { begins: 'SQLite format 3\0', sentence: 'is a database, perhaps a Themework project. Open projects from the welcome screen; nothing was imported.' },
  { begins: /^\s*<(!doctype|html|table|head|body)/i, sentence: `is a web page, whatever its name says. ${again}` },
  { begins: /^\s*<\?xml/i, sentence: `is an XML file, not a table. ${again}` },
  { begins: /^\s*[[{]\s*["{[]/, sentence: `is a JSON file, not a table. ${again}` },
];

/** Throws a sentence for a file that is recognisably something other than a table or a text. */
export function refuseForeign({ fileName, bytes }: ImportFile): void {
  const name = `“${fileName}”`;
  if (bytes.length === 0) throw refused(`${name} is empty.`);
  if (bytes.length > 500_000_000) throw refused(`${name} is larger than 500 MB, which is more than Themework can read at once. Split it into smaller files.`);
  const head = bytes.toString('latin1', 0, 512).replace(/^\u00ef\u00bb\u00bf/, '');
  if (head.startsWith('PK')) {
    const sentence = packed(bytes);
    if (sentence) throw refused(`${name} ${sentence}`);
    return;
  }
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) throw refused(`${name} ${compound(bytes)}`);
  const kind = kinds.find(({ begins }) => (typeof begins === 'string' ? head.startsWith(begins) : begins.test(head)));
  if (kind) throw refused(`${name} ${kind.sentence}`);
  if (isBinary(bytes)) throw refused(`${name} is not a text file. ${again}`);
}

/** Zip files: the names of the parts stand readable in the bytes. Undefined for a workbook that can be read. */
function packed(bytes: Buffer): string | undefined {
  const has = (part: string) => bytes.includes(part, 0, 'latin1');
  if (has('xl/workbook.bin')) return 'is a binary Excel workbook (.xlsb). In Excel, save it as “Excel workbook (.xlsx)” and import that.';
  if (has('xl/workbook')) return undefined;
  if (has('opendocument.spreadsheet')) return 'is a LibreOffice spreadsheet (.ods). Save it as “Excel 2007–365 (.xlsx)” or as CSV (UTF-8) and import that.';
  if (has('opendocument.text')) return 'is a LibreOffice document (.odt). Save it as “Word 2007–365 (.docx)” and import that.';
  if (has('content.xml')) return 'is a LibreOffice document. Save its table as CSV (Unicode, UTF-8) and import that.';
  return 'is a zip file without a table (.csv, .xlsx) inside.';
}

/** The container of old Office files and of encrypted new ones; the names of its streams stand in UTF-16. */
function compound(bytes: Buffer): string {
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage'))
    return 'is protected with a password. Open it in Word or Excel, remove the password (File, Info, Protect), save it, and import that.';
  if (has('WordDocument')) return 'is an old Word document (.doc). Open it in Word or LibreOffice, save it as “Word document (.docx)”, and import that.';
  return 'is an old Excel file (.xls). Open it in Excel or LibreOffice, save it as “Excel workbook (.xlsx)”, and import that.';
}

/** Control characters that no text holds. A few NULs are damage and are removed later; UTF-16 is full of them and is text. */
function isBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4_096);
  let controls = 0;
  for (const byte of sample) if (byte < 9 ? byte !== 0 : byte > 13 && byte < 32 && byte !== 27) controls++;
  return controls > sample.length * 0.05;
}
