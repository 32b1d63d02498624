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
import type { DocumentImporter, ImportFile, Importer } from './importer.ts';
import { inspectionOf } from './inspection.ts';
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
export async function understand(file: ImportFile, given: GivenPlan = {}, companions: readonly ImportFile[] = []): Promise<Understood | UnderstoodDocument> {
  const inside = tableInside(file);
  const table = inside ?? file;
  const importer = importerFor(table, given.format);
  if (!importer) throw refused(`“${table.fileName}” is not a kind of file that Themework can import. Export the answers as CSV or as an Excel workbook.`);
  if (importer.kind === 'document') return understandDocument(table, importer.format, await importer.read(table, { encoding: given.encoding }), given);
  const read = await importer.read(table, { encoding: given.encoding, delimiter: given.delimiter, sheet: given.sheet });
  if (inside) read.warnings.push(`“${inside.fileName}” inside the zip file was read.`);
  const parent = parentSheetOf(read);
  const whole = parent === undefined ? read : withParent(read, await importer.read(table, { sheet: parent }));
  for (const { bytes } of [file, table]) letGo(bytes);
  return understandTable(table, importer.format, whole, given, await Promise.all(companions.map(readCompanion)));
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
  const size = file.bytes.length;
  const understood = await understand(file, input.plan, companionsOf(input));
  return 'parts' in understood ? documentInspection(understood, file) : inspectionOf(understood, { name: file.fileName, size });
}
