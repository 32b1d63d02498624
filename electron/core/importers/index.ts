import type { GivenPlan, Inspection } from '../../../shared/domain/plan.ts';
import { refused } from '../../../shared/errors.ts';
import { csv } from './csv.ts';
import { refuseForeign } from './foreign.ts';
import type { ImportFile, Importer } from './importer.ts';
import { inspectionOf } from './inspection.ts';
import { understandTable, type Understood } from './plan.ts';
import { tableInside } from './unpack.ts';
import { xlsx } from './xlsx.ts';

/** Every kind of file that Themework imports. The first that recognises the bytes reads them. */
export const importers: readonly Importer[] = [xlsx, csv];

/** Reads a file and decides what it is; `given` overrides what is guessed. Rejects with a refusal, a sentence. */
export async function understand(file: ImportFile, given: GivenPlan = {}): Promise<Understood> {
  const inside = tableInside(file);
  const table = inside ?? file;
  refuseForeign(table);
  const importer = importers.find((each) => each.recognises(table.bytes));
  if (!importer) throw refused(`“${table.fileName}” is not a kind of file that Themework can import. Export the answers as CSV or as an Excel workbook.`);
  const read = await importer.read(table, { encoding: given.encoding, delimiter: given.delimiter, sheet: given.sheet });
  if (inside) read.warnings.push(`“${inside.fileName}” inside the zip file was read.`);
  return understandTable(table, importer.format, read, given);
}

/** What the importer understands of a file, for a person to look at; nothing is written. */
export async function inspectFile(input: { fileName: string; bytes: string; plan?: GivenPlan | undefined }): Promise<Inspection> {
  const file = { fileName: input.fileName, bytes: Buffer.from(input.bytes, 'base64') };
  return inspectionOf(await understand(file, input.plan), file);
}
