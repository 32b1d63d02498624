import { crc32, deflateRawSync } from 'node:zlib';
import { encodeXml } from './xml.ts';

/** How a zip file may be spoiled: an encrypted flag, or a list of contents that lies about the sizes. */
interface Spoiled {
  encrypted?: boolean;
  claimedSize?: number;
}

/** A compressed zip file of these parts. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>, spoiled: Spoiled = {}): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of Object.entries(parts)) {
    const content = Buffer.from(given);
    const packed = deflateRawSync(content);
    const title = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(spoiled.encrypted ? 1 : 0, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(spoiled.claimedSize ?? content.length, 18);
    shared.writeUInt16LE(title.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), shared, place, title);
    pieces.push(Buffer.from('PK\u0003\u0004', 'latin1'), shared, title, packed);
    offset += 30 + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

interface SheetOfTest {
  name?: string;
  state?: 'hidden' | 'veryHidden';
  /** What stands in <worksheet>. */
  xml: string;
}

interface Oddities {
  sharedStrings?: string;
  styles?: string;
  from1904?: boolean;
  absolute?: boolean;
  prefix?: string;
  base?: string;
  more?: Record<string, string | Buffer>;
}

const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with these sheets. */
export function workbookParts(sheets: readonly SheetOfTest[], odd: Oddities = {}): Record<string, string | Buffer> {
  const x = odd.prefix ? `${odd.prefix}:` : '';
  const base = odd.base ?? transitional;
  const target = (file: string) => (odd.absolute ? `/xl/${file}` : file);
  return {
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?><${x}workbook xmlns:r="${base}"><${x}workbookPr${odd.from1904 ? ' date1904="1"' : ''}/><${x}sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<${x}sheet name="${encodeXml(name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</${x}sheets></${x}workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships>${sheets
      .map((_, at) => `<Relationship Id="rId${at + 1}" Type="${base}/worksheet" Target="${target(`worksheets/sheet${at + 1}.xml`)}"/>`)
      .join('')}${odd.sharedStrings === undefined ? '' : `<Relationship Id="s" Type="${base}/sharedStrings" Target="${target('sharedStrings.xml')}"/>`}${
      odd.styles === undefined ? '' : `<Relationship Id="t" Type="${base}/styles" Target="${target('styles.xml')}"/>`
    }</Relationships>`,
    ...Object.fromEntries(sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<?xml version="1.0"?><${x}worksheet>${xml}</${x}worksheet>`])),
    ...(odd.sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': `<?xml version="1.0"?><${x}sst>${odd.sharedStrings}</${x}sst>` }),
    ...(odd.styles === undefined ? {} : { 'xl/styles.xml': odd.styles }),
    ...odd.more,
  };
}

export const workbook = (sheets: readonly SheetOfTest[], odd: Oddities = {}): Buffer => zipOf(workbookParts(sheets, odd));

const letters = (number: number): string => (number > 26 ? letters(Math.floor((number - 1) / 26)) : '') + String.fromCharCode(65 + ((number - 1) % 26));

/** A sheet of text cells, null for no cell at all. */
export const sheetOf = (rows: readonly (readonly (string | null)[])[]): string =>
  `<sheetData>${rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row
          .map((text, column) =>
            text === null ? '' : `<c r="${letters(column + 1)}${at + 1}" t="inlineStr"><is><t xml:space="preserve">${encodeXml(text)}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('')}</sheetData>`;

/** Styles of which number 1 is a date and number 2 a date with a time. */
export const dateStyles =
  '<?xml version="1.0"?><styleSheet><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>';

export const workbookFile = (bytes: Buffer, fileName = 'survey.xlsx'): { fileName: string; bytes: string } => ({ fileName, bytes: bytes.toString('base64') });
