import { refused } from '../../../../shared/errors.ts';
import type { ImportFile } from '../importer.ts';
import { storedZip, Zip } from '../package/zip.ts';

/** The text of a thesis takes some 5 to 15 MB of XML; more than this would be read for minutes, and with gigabytes of memory. Bytes. */
const mostXml = 20_000_000;

/** The parts of a Word document that hold words and styles, and nothing else of it. */
export interface DocxPackage {
  /** A zip file of those parts. */
  bytes: Buffer;
  /** The XML of the text, for looking at it. */
  body: string;
}

/**
 * Opens a Word document with our own reader of zip files, which knows limits, and hands on only the parts in XML: no pictures,
 * no embedded files, no macros. Throws a refusal for files that are no Word documents, are protected, damaged, or made to do harm.
 */
export function openDocx({ fileName, bytes }: ImportFile): DocxPackage {
  refuseOthers(fileName, bytes);
  const zip = new Zip(bytes, fileName);
  const wanted = zip.names.filter((name) => /\.(xml|rels)$/i.test(name) && !/^(customXml|docProps)\//i.test(name));
  if (wanted.reduce((sum, name) => sum + zip.sizeOf(name), 0) > mostXml)
    throw refused(`“${fileName}” holds more text than Themework can read at once. Split it into several documents.`);
  const parts = new Map<string, readonly Buffer[]>();
  let body = '';
  for (const name of wanted) {
    const part = zip.read(name);
    if (!part) continue;
    const xml = textOf(part, fileName);
    if (/(^|\/)document\d*\.xml$/i.test(name)) body = xml;
    parts.set(name, [Buffer.from(xml, 'utf8')]);
  }
  if (!body) throw brokenDocument(fileName);
  return { bytes: Buffer.concat([...storedZip(parts)]), body };
}

export const brokenDocument = (fileName: string) =>
  refused(`“${fileName}” is a Word document that cannot be read: it is damaged or was not copied completely. Open it in Word or LibreOffice, save it again as .docx, and import that.`);

function refuseOthers(fileName: string, bytes: Buffer): void {
  const name = `“${fileName}”`;
  if (bytes.length === 0) throw refused(`${name} is empty.`);
  if (bytes.subarray(0, 4).toString('latin1') === '\u00d0\u00cf\u0011\u00e0') {
    const protectedFile = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw refused(
      protectedFile
        ? `${name} is protected with a password. Open it in Word, remove the password (File, Info, Protect Document), save it, and import that.`
        : `${name} is an old Word document (.doc). Open it in Word or LibreOffice, save it as “Word document (.docx)”, and import that.`,
    );
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw refused(`${name} is not a Word document (.docx), whatever its name says.`);
  if (bytes.includes('opendocument.text', 0, 'latin1'))
    throw refused(`${name} is a LibreOffice document (.odt). Save it as “Word 2007–365 (.docx)” and import that.`);
  // A copy that broke off has lost the list of contents at its end, so the names of its parts are looked for in the bytes.
  if (!bytes.includes('word/', 0, 'latin1')) throw refused(`${name} is not a Word document (.docx).`);
}

/** Definitions of entities are a way to make a small file endless; no word processor writes them. */
function textOf(part: Buffer, fileName: string): string {
  const [first, second] = part;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const xml = new TextDecoder(encoding).decode(part);
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY'))
    throw refused(`“${fileName}” defines XML entities, which no word processor does, so it was not opened. Open it in Word and save it again.`);
  return encoding === 'utf-8' ? xml : xml.replace(/^(<\?xml[^>]*?)encoding=(["'])utf-16\2/i, '$1encoding=$2utf-8$2');
}
