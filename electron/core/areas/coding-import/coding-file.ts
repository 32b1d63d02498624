import type { CodingFileColumn, CodingRole } from '../../../../shared/domain/coding-import.ts';
import { refused } from '../../../../shared/errors.ts';
import { csv } from '../../importers/text/csv.ts';
import { readDocxBlocks } from '../../importers/documents/docx.ts';
import type { ImportFile } from '../../importers/importer.ts';
import { tableInside } from '../../importers/package/unpack.ts';
import { xlsx } from '../../importers/workbook/xlsx.ts';
import { gridOfDocument } from './coding-document.ts';
import { type CodingRecord, type IsQuestion, type Records, recordsOf, type Sectioned } from './coding-records.ts';

/** A file of codings as rows that say what each cell is for, before anything is looked for in the answers. */
export interface CodingFile {
  format: string; label: string; sections: string[]; section: string;
  columns: CodingFileColumn[]; records: CodingRecord[]; warnings: string[];
  /** In the form that Themework writes: read to the letter. */
  own: boolean;
  obstacle: string;
  asAbove: Records['asAbove'];
}
/** What a researcher wishes over what is guessed. */
export interface CodingWishes { section?: string | undefined; columns?: Readonly<Record<string, CodingRole>> | undefined; analysis?: string | undefined; asAbove?: boolean | undefined }
/** One kind of file in which codings come. The first that recognises the bytes reads them; what needs the project comes after. */
interface CodingReader { format: string; label: string; recognises: (bytes: Buffer) => boolean; read: (file: ImportFile, section: string | undefined) => Promise<(isQuestion: IsQuestion) => Sectioned> }

const readers: readonly CodingReader[] = [
  { format: 'xlsx', label: 'Excel workbook', recognises: xlsx.recognises, read: readTable(xlsx) },
  {
    format: 'docx', label: 'Word document', recognises: (bytes) => isPacked(bytes) && (bytes.includes('word/document', 0, 'latin1') || bytes.includes('word/', 0, 'latin1')),
    read: async (file, section) => {
      const blocks = await readDocxBlocks(file, { bullets: true, mergedGoOn: true });
      return (isQuestion) => gridOfDocument(blocks, file.fileName, section, isQuestion);
    },
  },
  { format: 'csv', label: 'Table as text (CSV)', recognises: () => true, read: readTable(csv) },
];

const isPacked = (bytes: Buffer) => bytes.subarray(0, 2).toString('latin1') === 'PK';

function readTable(importer: typeof xlsx): CodingReader['read'] {
  return async (file, section) => {
    const table = await importer.read(file, { sheet: section, mergedGoOn: true });
    const word = importer.format === 'xlsx' ? 'Row' : 'Line';
    const rows = table.rows.map((cells, at) => ({ line: table.lines[at] ?? at + 1, where: `${word} ${table.lines[at] ?? at + 1}`, cells }));
    return () => ({ grid: { rows }, sections: [...table.sheets], section: table.sheet, warnings: table.warnings });
  };
}

/**
 * Opens a file of codings: a table in any order of columns, as text, in a workbook or a document, or an appendix. What is
 * given back reads it, once the project is at hand. Both refuse in a sentence what cannot be read.
 */
export async function openCodingFile(given: ImportFile, { section, columns: wished = {}, analysis = '', asAbove }: CodingWishes): Promise<(isQuestion: IsQuestion) => CodingFile> {
  if (given.bytes.length === 0) throw refused(`“${given.fileName}” is empty.`);
  const file = tableInside(given) ?? given;
  refuseOthers(file);
  const reader = readers.find((each) => each.recognises(file.bytes));
  if (!reader) throw refused(`“${file.fileName}” is not a kind of file that codings can be read from.`);
  const { format, label } = reader;
  const read = await reader.read(file, section);
  return (isQuestion) => {
    const { grid, ...sectioned } = read(isQuestion);
    const records = recordsOf(grid, format, wished, asAbove);
    if (records.columns.length === 0) throw refused(`“${file.fileName}” is empty.`);
    if (records.records.length === 0 && records.obstacle === '') throw refused(`“${file.fileName}” has a header and no rows.`);
    for (const { cells } of records.records) cells.analysis ||= analysis;
    return { format, label, ...sectioned, ...records, warnings: [...sectioned.warnings, ...notUsed(records.columns)] };
  };
}

function notUsed(columns: readonly CodingFileColumn[]): string[] {
  const names = columns.filter(({ role, sample }) => role === 'ignore' && sample.length > 0).map(({ name }) => `“${name.slice(0, 40)}”`);
  if (names.length === 0) return [];
  return [names.length === 1 ? `The column ${names[0]} is not used.` : `The columns ${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''} are not used.`];
}

const use = 'Save the codings as CSV, as an Excel workbook (.xlsx) or as a Word document (.docx).';

function refuseOthers({ fileName, bytes }: ImportFile): void {
  const begin = bytes.subarray(0, 8).toString('latin1');
  if (begin.startsWith('%PDF')) throw refused(`“${fileName}” is a PDF; its tables cannot be read safely. ${use}`);
  if (begin.startsWith('{\\rtf')) throw refused(`“${fileName}” is a formatted text document (RTF). ${use}`);
  if (begin.startsWith('\u00d0\u00cf\u0011\u00e0')) throw refused(`“${fileName}” is an old Word or Excel file, or protected with a password. ${use}`);
  if (begin.startsWith('SQLite')) throw refused(`“${fileName}” is a database, perhaps a Themework project. Export its codings there, and bring that file in.`);
  if (isPacked(bytes) && bytes.includes('opendocument', 0, 'latin1')) throw refused(`“${fileName}” is a LibreOffice file. ${use}`);
  if (isPacked(bytes) && !xlsx.recognises(bytes) && !bytes.includes('word/', 0, 'latin1')) throw refused(`“${fileName}” is packed (zip), and neither an Excel workbook nor a Word document. ${use}`);
}

/** The sentence for a file whose columns are not known well enough to be read. */
export function unreadable({ columns, obstacle, sections, section }: CodingFile, fileName: string): string {
  const names = columns.slice(0, 20).map(({ name }) => `“${name.slice(0, 40)}”`).join(', ');
  const others = sections.filter((name) => name !== section).slice(0, 10).map((name) => `“${name}”`);
  const elsewhere = others.length ? ` This is the sheet “${section}”; there ${others.length === 1 ? 'is' : 'are'} also ${others.join(', ')}.` : '';
  return `In “${fileName}”: ${obstacle}${elsewhere} Its columns: ${names || 'none'}. A coding table has the columns question, participant, extract (the words) and code; theme, group, analysis, start, end, kind and note may be added.`;
}
