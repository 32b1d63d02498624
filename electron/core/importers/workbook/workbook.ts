import { refused } from '../../../../shared/errors.ts';
import { attribute, decodeXml, tags } from './xml.ts';
import type { Zip } from '../package/zip.ts';

/** A sheet of a workbook: its name, whether Excel shows it, and the part of the package that holds its cells. */
export interface Sheet {
  name: string;
  hidden: boolean;
  part: string;
}

/** What a workbook says about itself, without its cells. */
export interface Workbook {
  sheets: readonly Sheet[];
  /** Dates are counted from 1904 instead of 1900 (old Excel for Mac). */
  from1904: boolean;
  strings: string | undefined;
  styles: string | undefined;
}

/** Reads the list of sheets and where they stand in the package, wherever that is. Throws a refusal for a workbook without sheets. */
export function readWorkbook(zip: Zip, fileName: string): Workbook {
  const main = zip.names.find((name) => /(^|\/)workbook\d*\.xml$/i.test(name));
  const xml = main ? xmlPart(zip, main, fileName) : undefined;
  const relations = main ? relationsOf(zip, main, fileName) : [];
  if (xml === undefined) throw brokenWorkbook(fileName);
  const partOf = (ending: string) => relations.find(({ type }) => type.endsWith(`/${ending}`))?.target;
  const sheets = tags(xml, 'sheet').flatMap((tag): Sheet[] => {
    const id = attribute(tag, 'id', true);
    const relation = relations.find((each) => each.id === id);
    // Charts and dialogs are sheets of another kind.
    if (!relation?.type.endsWith('/worksheet')) return [];
    return [{ name: decodeXml(attribute(tag, 'name') ?? ''), hidden: /^(very)?hidden$/i.test(attribute(tag, 'state') ?? ''), part: relation.target }];
  });
  if (sheets.length === 0) throw brokenWorkbook(fileName);
  const properties = tags(xml, 'workbookPr')[0] ?? '';
  return { sheets, from1904: /^(1|true)$/i.test(attribute(properties, 'date1904') ?? ''), strings: partOf('sharedStrings'), styles: partOf('styles') };
}

export const brokenWorkbook = (fileName: string) =>
  refused(
    `“${fileName}” is an Excel workbook that cannot be read: it is damaged, or was made in an unusual way. Open it in Excel or LibreOffice, save it again as .xlsx or as CSV (UTF-8), and import that.`,
  );

/** A part as text. Documents with definitions of their own (a way to make a small file endless) are refused. */
export function xmlPart(zip: Zip, name: string, fileName: string): string | undefined {
  const bytes = zip.read(name);
  if (!bytes) return undefined;
  const xml = decoderFor(bytes).decode(bytes);
  refuseEntities(xml, fileName);
  return xml;
}

/** The same piece by piece; `passed` is told of the bytes of each. A part that is not there is a broken workbook. */
export async function* xmlPieces(zip: Zip, name: string, fileName: string, passed: (bytes: number) => void = () => undefined): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let tail = '';
  for await (const bytes of zip.pieces(name)) {
    decoder ??= decoderFor(bytes);
    const xml = decoder.decode(bytes, { stream: true });
    refuseEntities(tail + xml, fileName);
    tail = xml.slice(-10);
    yield xml;
    passed(bytes.length);
  }
  if (!decoder) throw brokenWorkbook(fileName);
}

const decoderFor = (bytes: Buffer): TextDecoder => new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');

function refuseEntities(xml: string, fileName: string): void {
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY'))
    throw refused(`“${fileName}” defines XML entities, which no spreadsheet program does, so it was not opened. Export it again.`);
}

function relationsOf(zip: Zip, main: string, fileName: string): { id: string; type: string; target: string }[] {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const xml = xmlPart(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, fileName) ?? '';
  return tags(xml, 'Relationship')
    .filter((tag) => attribute(tag, 'TargetMode') !== 'External')
    .map((tag) => ({ id: attribute(tag, 'Id') ?? '', type: attribute(tag, 'Type') ?? '', target: resolve(folder, decodeXml(attribute(tag, 'Target') ?? '')) }));
}

/** A target as the name of a part: absolute from the root of the package, otherwise beside the workbook. */
function resolve(folder: string, target: string): string {
  const parts: string[] = [];
  for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}
