import { ownText } from '../meaning/cell-texts.ts';
import { unescaped } from './sheet-values.ts';
import { decodeXml, plainText, replaced, xmlSections } from './xml.ts';

const phonetic = /<((?:\w+:)?)rPh[\s>]/;
const run = /<((?:\w+:)?)t(?:\s[^<>]*)?>([^<]*)<\/\1t>/g;
const entry = /<((?:\w+:)?)si(?=[\s/>])[^<>]*?(\/?)>/g;

/** The text of a string element: all its runs, without the readings that Japanese spreadsheets write beside them. */
export function stringText(inside: string): string {
  if (!inside.includes('<')) return '';
  const reading = inside.includes('rPh') ? phonetic.exec(inside)?.[1] : undefined;
  const spoken = reading === undefined ? inside : replaced(inside, `<${reading}rPh`, `</${reading}rPh>`, () => '');
  let text = '';
  for (const [, , part = ''] of spoken.matchAll(run)) text += part;
  return ownText(unescaped(decodeXml(text)));
}

/** The strings that the cells of a workbook point to, in their order, read piece by piece. */
export async function readStrings(pieces: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = [];
  for await (const section of xmlSections(pieces, 'si')) {
    const xml = plainText(section);
    entry.lastIndex = 0;
    for (let tag = entry.exec(xml); tag; tag = entry.exec(xml)) {
      const [, prefix = '', closed] = tag;
      if (closed) {
        strings.push('');
        continue;
      }
      const end = xml.indexOf(`</${prefix}si>`, entry.lastIndex);
      if (end === -1) break;
      strings.push(stringText(xml.slice(entry.lastIndex, end)));
      entry.lastIndex = end;
    }
  }
  return strings;
}
