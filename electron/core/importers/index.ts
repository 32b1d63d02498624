import type { GivenPlan, Inspection } from '../../../shared/domain/plan.ts';
import { refused } from '../../../shared/errors.ts';
import { csv } from './csv.ts';
import { refuseForeign } from './foreign.ts';
import type { ImportFile, Importer } from './importer.ts';
import { inspectionOf } from './inspection.ts';
import { understandTable, type Understood } from './plan.ts';
import { xlsx } from './xlsx.ts';

/** Every kind of file that Themework imports. The first that recognises the bytes reads them. */
export const importers: readonly Importer[] = [xlsx, csv];

/** Reads a file and decides what it is; `given` overrides what is guessed. Rejects with a refusal, a sentence. */
export async function understand(file: ImportFile, given: GivenPlan = {}): Promise<Understood> {
  refuseForeign(file);
  const importer = importers.find((each) => each.recognises(file.bytes));
  if (!importer) throw refused(`“${file.fileName}” is not a kind of file that Themework can import. Export the answers as CSV or as an Excel workbook.`);
  const table = await importer.read(file, { encoding: given.encoding, delimiter: given.delimiter, sheet: given.sheet });
  return understandTable(file, importer.format, table, given);
}

/** What the importer understands of a file, for a person to look at; nothing is written. */
export async function inspectFile(input: { fileName: string; bytes: string; plan?: GivenPlan | undefined }): Promise<Inspection> {
  const file = { fileName: input.fileName, bytes: Buffer.from(input.bytes, 'base64') };
  return inspectionOf(await understand(file, input.plan), file);
}
