import type { GivenPlan, Inspection } from '../../../shared/domain/plan.ts';
import { refused } from '../../../shared/errors.ts';
import { csv } from './csv.ts';
import { refuseForeign } from './foreign.ts';
import type { ImportFile, Importer } from './importer.ts';
import { inspectionOf, understandTable, type Understood } from './plan.ts';

/** Every kind of file that Themework imports. The first that recognises the bytes reads them. */
export const importers: readonly Importer[] = [csv];

/** Reads a file and decides what it is; `given` overrides what is guessed. Throws a refusal with a sentence. */
export function understand(file: ImportFile, given: GivenPlan = {}): Understood {
  refuseForeign(file);
  const importer = importers.find((each) => each.recognises(file.bytes));
  if (!importer) throw refused(`“${file.fileName}” is not a kind of file that Themework can import. Export the answers as CSV.`);
  return understandTable(file, importer.format, importer.read(file, { encoding: given.encoding, delimiter: given.delimiter }), given);
}

/** What the importer understands of a file, for a person to look at; nothing is written. */
export function inspectFile(input: { fileName: string; bytes: string; plan?: GivenPlan | undefined }): Inspection {
  const file = { fileName: input.fileName, bytes: Buffer.from(input.bytes, 'base64') };
  return inspectionOf(understand(file, input.plan), file);
}
