import { Readable } from 'node:stream';
import { refused } from '../../../shared/errors.ts';
import type { Importer, ImportFile, MergedCells, ReadingWishes, Table } from './importer.ts';
import { type OrdinarySheet, ordinarySheet, plainText } from './sheet-xml.ts';
import { plainNumber, type ReadCells, textColumns } from './sheet-values.ts';
import { brokenWorkbook, readWorkbook, type Sheet, type Workbook, xmlPart } from './workbook.ts';
import { storedZip, Zip } from './zip.ts';

/** Excel's own limits; a sheet beyond them was not written by a spreadsheet program. */
const mostRows = 1_048_576;
const mostColumns = 5_000;
/** Cells of the rectangle around everything, empty ones included, and those of them that hold something: some 2 GB while they are read. */
const mostCells = { all: 25_000_000, filled: 5_000_000 };
/** A sheet whose XML is larger than this surely holds something. */
const surelyFilled = 2_000_000;

/** Excel workbooks (.xlsx, .xlsm): one sheet of them. Formulas, links and macros are never looked at, only stored values. */
export const xlsx: Importer = {
  format: 'xlsx',
  label: 'Excel workbook',
  endings: ['xlsx', 'xlsm'],
  recognises: (bytes) => bytes.subarray(0, 2).toString('latin1') === 'PK' && bytes.includes('xl/workbook', 0, 'latin1'),
  read: readXlsx,
};

async function readXlsx(file: ImportFile, wishes: ReadingWishes): Promise<Table> {
  const { fileName } = file;
  const zip = new Zip(file.bytes, fileName);
  const workbook = readWorkbook(zip, fileName);
  refuseSummary(workbook, fileName);
  const read = new Map<Sheet, OrdinarySheet>();
  const look = (sheet: Sheet): OrdinarySheet => {
    const known = read.get(sheet);
    if (known) return known;
    const xml = xmlPart(zip, sheet.part, fileName);
    if (xml === undefined) throw brokenWorkbook(fileName);
    const ordinary = ordinarySheet(xml, workbook.styles !== undefined);
    read.set(sheet, ordinary);
    return ordinary;
  };
  const isFilled = (sheet: Sheet) => zip.sizeOf(sheet.part) > surelyFilled || look(sheet).rows > 0;
  const sheet = chooseSheet(workbook, wishes.sheet, isFilled, fileName);
  const ordinary = look(sheet);
  if (ordinary.rows === 0) throw refused(`The sheet “${sheet.name}” of “${fileName}” has no filled cell.`);
  refuseSize(ordinary, sheet, fileName);
  const { rows, lines, emptyRows } = filledRows(textColumns(await cellsOf(zip, workbook, ordinary, fileName)));
  return {
    rows,
    lines,
    emptyRows,
    encoding: '',
    delimiter: '',
    warnings: notes(workbook, sheet, isFilled, ordinary, rows),
    specials: [],
    sheet: sheet.name,
    sheets: workbook.sheets.filter((each) => each === sheet || isFilled(each)).map(({ name }) => name),
    merged: mergedInRows(ordinary),
  };
}

/** The sheet that was wished for, otherwise the first one that can be seen and holds something. */
function chooseSheet({ sheets }: Workbook, wished: string | undefined, isFilled: (sheet: Sheet) => boolean, fileName: string): Sheet {
  if (wished) {
    const named = sheets.find(({ name }) => name === wished);
    if (!named) throw refused(`“${fileName}” has no sheet “${wished}”. It has: ${sheets.map(({ name }) => `“${name}”`).join(', ')}.`);
    if (!isFilled(named)) throw refused(`The sheet “${wished}” of “${fileName}” is empty.`);
    return named;
  }
  const sheet = sheets.find((each) => !each.hidden && isFilled(each)) ?? sheets.find(isFilled);
  if (!sheet) throw refused(`“${fileName}” is an Excel workbook without a single filled cell.`);
  return sheet;
}

/** SurveyMonkey's summaries have a sheet for each question; the first of them looks like data. */
function refuseSummary({ sheets }: Workbook, fileName: string): void {
  const questions = sheets.filter(({ name }) => /^Question \d+$/i.test(name.trim())).length;
  if (questions > 1 && questions >= sheets.length / 2)
    throw refused(
      `“${fileName}” is a summary with a sheet for each question; it holds no respondents. In SurveyMonkey choose Export, then “All responses data”, and import that file.`,
    );
}

function refuseSize({ rows, columns, filled }: OrdinarySheet, { name }: Sheet, fileName: string): void {
  if (columns > mostColumns)
    throw refused(
      `The sheet “${name}” of “${fileName}” has ${columns.toLocaleString('en-GB')} columns; Themework reads up to ${mostColumns.toLocaleString('en-GB')}. Export the open questions only.`,
    );
  if (rows > mostRows || rows * columns > mostCells.all || filled > mostCells.filled)
    throw refused(
      `The sheet “${name}” of “${fileName}” is too large to be read at once (${rows.toLocaleString('en-GB')} rows × ${columns.toLocaleString('en-GB')} columns). Export it as CSV.`,
    );
}

/** Hands the one sheet, the strings and the styles to the reader, in a package as Excel would write it; nothing else of the file reaches it. */
async function cellsOf(zip: Zip, workbook: Workbook, sheet: OrdinarySheet, fileName: string): Promise<ReadCells> {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: number, type: string, target: string) => `<Relationship Id="rId${id}" Type="${base}/${type}" Target="${target}"/>`;
  const part = (name: string | undefined) => (name === undefined ? undefined : xmlPart(zip, name, fileName));
  const strings = part(workbook.strings);
  const styles = part(workbook.styles);
  const text = (xml: string) => [Buffer.from(xml, 'utf8')];
  const parts = new Map<string, readonly Buffer[]>([
    [
      'xl/workbook.xml',
      text(`<workbook><workbookPr date1904="${workbook.from1904 ? 1 : 0}"/><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      text(
        `<Relationships>${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'sharedStrings', 'sharedStrings.xml')}${relation(3, 'styles', 'styles.xml')}</Relationships>`,
      ),
    ],
    ['xl/worksheets/sheet1.xml', sheet.xml],
    ...(strings === undefined ? [] : [['xl/sharedStrings.xml', text(plainText(strings))] as const]),
    ...(styles === undefined ? [] : [['xl/styles.xml', text(styles)] as const]),
  ]);
  const { readSheet } = await import('read-excel-file/node');
  try {
    return await readSheet<string>(Readable.from(storedZip(parts)), { trim: false, parseNumber: plainNumber });
  } catch {
    throw brokenWorkbook(fileName);
  }
}

function filledRows(all: string[][]): { rows: string[][]; lines: number[]; emptyRows: number } {
  const lines = all.flatMap((row, at) => (row.some((cell) => cell.trim() !== '') ? [at + 1] : []));
  return { rows: lines.map((line) => all[line - 1] ?? []), lines, emptyRows: all.length - lines.length };
}

const mergedInRows = ({ merges }: OrdinarySheet): MergedCells[] =>
  merges.flatMap(({ from, to }) => (from[1] < to[1] && from[0] < 12 ? [{ line: from[0], from: from[1] - 1, to: to[1] - 1 }] : []));

function notes(
  { sheets }: Workbook,
  sheet: Sheet,
  isFilled: (sheet: Sheet) => boolean,
  { uncalculated }: OrdinarySheet,
  rows: readonly (readonly string[])[],
): string[] {
  const found: string[] = [];
  const others = sheets.filter((each) => each !== sheet && isFilled(each));
  if (sheet.hidden) found.push(`The sheet “${sheet.name}” is hidden in Excel.`);
  if (others.length) {
    const named = others.slice(0, 5).map(({ name, hidden }) => `“${name}”${hidden ? ' (hidden)' : ''}`);
    found.push(
      `The workbook has ${others.length === 1 ? 'another sheet' : `${others.length} other sheets`} with content: ${named.join(', ')}${others.length > 5 ? ' …' : ''}. “${sheet.name}” was read.`,
    );
  }
  if (uncalculated)
    found.push(
      `${uncalculated === 1 ? '1 cell holds' : `${uncalculated} cells hold`} a formula without a stored result and counts as empty. Open the file in Excel and save it, so that the results are stored.`,
    );
  const odd = rows.reduce((sum, row) => sum + row.filter((cell) => /[\ue000-\uf8ff]/.test(cell)).length, 0);
  if (odd)
    found.push(`${odd === 1 ? '1 cell holds a character' : `${odd} cells hold characters`} that no font has a picture for. Perhaps an emoji was damaged.`);
  return found;
}
