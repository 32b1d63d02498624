import { createHash } from 'node:crypto';
import type { GivenFile } from '../../../shared/contract/define.ts';
import type { GivenPlan, Inspection } from '../../../shared/domain/plan.ts';
import { refused } from '../../../shared/errors.ts';
import { bytesOf, letGo } from '../bytes.ts';
import { readCompanion } from './meaning/companions.ts';
import { csv } from './text/csv.ts';
import { docx } from './documents/docx.ts';
import { markdown } from './documents/markdown.ts';
import { pdf } from './documents/pdf.ts';
import { txt } from './documents/txt.ts';
import { documentInspection, understandDocument, type UnderstoodDocument } from './documents/understand.ts';
import { refuseForeign } from './foreign.ts';
import type { DocumentImporter, ImportFile, Importer, ReadFile, ReadingWishes } from './importer.ts';
import { inspectionOf } from './inspection.ts';
import { readOnce } from './further-looks.ts';
import { understandTable, type Understood } from './meaning/plan.ts';
import { parentSheetOf, withParent } from './meaning/repeat-groups.ts';
import { tableInside } from './package/unpack.ts';
import { xlsx } from './workbook/xlsx.ts';

/** Every kind of file that Themework imports. The first that recognises the bytes reads them. */
const importers: readonly (Importer | DocumentImporter)[] = [xlsx, docx, pdf, markdown, txt, csv];

/**
 * Reads a file and decides what it is; `given` overrides what is guessed, `companions` (a key, a dictionary) say what its columns mean.
 * Rejects with a refusal, a sentence.
 */
export async function understand(file: ImportFile, given: GivenPlan = {}, companions: readonly ImportFile[] = []): Promise<(Understood | UnderstoodDocument) & Pick<ReadFile, 'source'>> {
  const { source, ...read } = await readOnce(file, { format: given.format, encoding: given.encoding, delimiter: given.delimiter, sheet: given.sheet }, readFile);
  const named = { ...file, fileName: read.fileName };
  if ('document' in read) return { source, ...understandDocument(named, read.format, read.document, given) };
  return { source, ...understandTable(named, read.format, read.table, given, await Promise.all(companions.map(readCompanion))) };
}

async function readFile(file: ImportFile, wishes: ReadingWishes): Promise<ReadFile> {
  // Before reading: a large file is let go of as soon as it is read.
  const source = { size: file.bytes.length, sha256: createHash('sha256').update(file.bytes).digest('hex') };
  const inside = tableInside(file);
  const { fileName, bytes } = inside ?? file;
  const importer = importerFor({ fileName, bytes }, wishes.format);
  if (!importer) throw refused(`“${fileName}” is not a kind of file that Themework can import. Export the answers as CSV or as an Excel workbook.`);
  const about = { fileName, format: importer.format, source };
  if (importer.kind === 'document') return { ...about, document: await importer.read({ fileName, bytes }, { encoding: wishes.encoding }) };
  const read = await importer.read({ fileName, bytes }, wishes);
  if (inside) read.warnings.push(`“${inside.fileName}” inside the zip file was read.`);
  const parent = parentSheetOf(read);
  const table = parent === undefined ? read : withParent(read, await importer.read({ fileName, bytes }, { sheet: parent }));
  for (const each of [bytes, file.bytes]) letGo(each);
  return { ...about, table };
}

/** A text is read as the table or the document that somebody wishes; other files are what they are. Throws a refusal for files of no known kind. */
function importerFor(file: ImportFile, wished: string | undefined): Importer | DocumentImporter | undefined {
  const recognised = (each: Importer | DocumentImporter) => each.recognises(file.bytes, file.fileName);
  const sure = [docx, pdf].find(recognised);
  if (sure) return sure;
  refuseForeign(file);
  const found = importers.find(recognised);
  const other = importers.find(({ format }) => format === wished);
  return found?.anyText && other?.anyText ? other : found;
}

/** The files that came with a file, as the importers take them. */
export const companionsOf = ({ companions = [] }: { companions?: readonly GivenFile[] | undefined }): ImportFile[] =>
  companions.map((each) => ({ fileName: each.fileName, bytes: bytesOf(each) }));

/** What the importer understands of a file, for a person to look at; nothing is written. */
export async function inspectFile(input: GivenFile & { plan?: GivenPlan | undefined; companions?: readonly GivenFile[] | undefined }): Promise<Inspection> {
  const file = { fileName: input.fileName, bytes: bytesOf(input) };
  const understood = await understand(file, input.plan, companionsOf(input));
  const about = { name: file.fileName, size: understood.source.size };
  return 'parts' in understood ? documentInspection(understood, about) : inspectionOf(understood, about);
}
