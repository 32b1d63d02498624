import { refused } from '../../../../shared/errors.ts';
import type { ImportFile } from '../importer.ts';
import { Zip } from './zip.ts';

const isTable = (name: string) => /\.(?:csv|tsv|txt|xlsx|xlsm)$/i.test(name) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name);

/**
 * The table inside a zip file: Google Forms, Qualtrics and SurveyMonkey hand over their CSV packed. Undefined for anything
 * else, workbooks and documents among them. Throws a refusal where there are several tables to choose from.
 */
export function tableInside({ fileName, bytes }: ImportFile): ImportFile | undefined {
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return undefined;
  const zip = new Zip(bytes, fileName);
  // Workbooks and documents are zip files as well, and say so in a part of this name.
  if (zip.names.some((name) => /^\[content_types\]\.xml$|^mimetype$/i.test(name))) return undefined;
  const tables = zip.names.filter(isTable);
  const [name] = tables;
  if (name === undefined) return undefined;
  if (tables.length > 1)
    throw refused(
      `“${fileName}” is a zip file with ${tables.length} tables inside: ${tables
        .slice(0, 5)
        .map((each) => `“${each.split('/').at(-1)}”`)
        .join(', ')}${tables.length > 5 ? ' …' : ''}. Unpack it and import the one with the responses.`,
    );
  return { fileName: name.split('/').at(-1) ?? name, bytes: zip.read(name) ?? Buffer.alloc(0) };
}
