import { refused } from '../../../../shared/errors.ts';
import { tell } from '../../task.ts';
import type { Importer, ImportFile, MergedCells, ReadingWishes, Table } from '../importer.ts';
import { BrokenSheet, type Referred, SheetReader, type SheetRows } from './sheet-reader.ts';
import { readStrings } from './sheet-strings.ts';
import { dateStylesOf } from './sheet-styles.ts';
import { brokenWorkbook, readWorkbook, type Sheet, type Workbook, xmlPart, xmlPieces } from './workbook.ts';
import { Zip } from '../package/zip.ts';

/** Excel's own limits; a sheet beyond them was not written by a spreadsheet program. */
const mostRows = 1_048_576;
const mostColumns = 5_000;
/** Cells of the rectangle around everything, empty ones included, and those of them that hold something: some 1 GB while they are read. */
const mostCells = { all: 25_000_000, filled: 10_000_000 };

/** Excel workbooks (.xlsx, .xlsm): one sheet of them. Formulas, links and macros are never looked at, only stored values. */
export const xlsx: Importer = {
  kind: 'table',
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
  const filled: Sheet[] = [];
  for (const sheet of workbook.sheets) if (await holdsSomething(zip, sheet, fileName)) filled.push(sheet);
  const first = chooseSheet(workbook, wishes.sheet, filled, fileName);
  let read = await readSheet(zip, workbook, first, fileName);
  // A title or notes on a sheet of their own: the table stands on the next.
  const others = isTable(read.rows) || wishes.sheet ? [] : filled.filter((each) => each !== first && !each.hidden);
  for (const other of others) {
    const next = await readSheet(zip, workbook, other, fileName);
    // A column of answers is a table as well, and longer than what was made of it.
    if (next.rows.length < 2 || (read.rows.length > 1 && !(isTable(next.rows) && next.rows.length > read.rows.length))) continue;
    read = next;
    break;
  }
  if (wishes.mergedGoOn) fillMerged(read.found);
  const { sheet, found, rows, lines } = read;
  return {
    rows,
    lines,
    emptyRows: found.last - lines.length,
    encoding: '',
    delimiter: '',
    warnings: notes(sheet, filled, found, rows),
    specials: [],
    sheet: sheet.name,
    sheets: filled.map(({ name }) => name),
    merged: mergedInRows(found),
  };
}

/** Several rows, and more than one cell in some of them. */
const isTable = (rows: readonly (readonly string[])[]) => rows.length > 1 && rows.some((row) => row.filter((cell) => cell.trim() !== '').length > 1);

async function readSheet(zip: Zip, workbook: Workbook, sheet: Sheet, fileName: string) {
  const found = await rowsOf(zip, workbook, sheet, fileName);
  return { sheet, found, ...withoutBlankRows(found) };
}

/** Thrown where a sheet need not be read any further. */
const enough = Symbol('enough');

/** Reads on to the first cell that holds something. */
async function holdsSomething(zip: Zip, sheet: Sheet, fileName: string): Promise<boolean> {
  const reader = new SheetReader({ strings: [], dateStyles: [], from1904: false }, () => {
    throw enough;
  });
  try {
    await reader.read(xmlPieces(zip, sheet.part, fileName));
    return false;
  } catch (error) {
    if (error === enough) return true;
    throw error instanceof RangeError ? brokenWorkbook(fileName) : error;
  }
}

/** The cells of a sheet. The strings come first, since cells point to them; nothing of the file is ever in memory as a whole but its bytes. */
async function rowsOf(zip: Zip, workbook: Workbook, sheet: Sheet, fileName: string): Promise<SheetRows> {
  const styles = workbook.styles === undefined ? undefined : xmlPart(zip, workbook.styles, fileName);
  const sizes = [workbook.strings, sheet.part].map((part) => (part === undefined ? 0 : zip.sizeOf(part)));
  const megabytes = Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1_000_000);
  let read = 0;
  const pieces = (part: string) =>
    xmlPieces(zip, part, fileName, (bytes) => {
      read += bytes;
      tell('Reading the file', Math.min(Math.floor(read / 1_000_000), megabytes - 1), megabytes, 'MB');
    });
  try {
    const referred: Referred = {
      strings: workbook.strings === undefined ? [] : await readStrings(pieces(workbook.strings)),
      dateStyles: styles === undefined ? [] : dateStylesOf(styles),
      from1904: workbook.from1904,
    };
    const found = await new SheetReader(referred, (reader) => refuseSize(reader, sheet, fileName)).read(pieces(sheet.part));
    tell('Reading the file', megabytes, megabytes, 'MB');
    return found;
  } catch (error) {
    throw error instanceof BrokenSheet || error instanceof RangeError ? brokenWorkbook(fileName) : error;
  }
}

/** The sheet that was wished for, otherwise the first one that can be seen and holds something. */
function chooseSheet({ sheets }: Workbook, wished: string | undefined, filled: readonly Sheet[], fileName: string): Sheet {
  if (wished) {
    const named = sheets.find(({ name }) => name === wished);
    if (!named) throw refused(`“${fileName}” has no sheet “${wished}”. It has: ${sheets.map(({ name }) => `“${name}”`).join(', ')}.`);
    if (!filled.includes(named)) throw refused(`The sheet “${wished}” of “${fileName}” is empty.`);
    return named;
  }
  const sheet = filled.find(({ hidden }) => !hidden) ?? filled[0];
  if (!sheet) throw refused(`“${fileName}” is an Excel workbook without a single filled cell. Check that it is the right file, or export it again.`);
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

function refuseSize({ found: { last: rows, columns }, filled }: SheetReader, { name }: Sheet, fileName: string): void {
  if (columns > mostColumns)
    throw refused(
      `The sheet “${name}” of “${fileName}” has more than ${mostColumns.toLocaleString('en-GB')} columns, the most that Themework reads. Export the open questions only.`,
    );
  if (rows > mostRows || rows * columns > mostCells.all || filled > mostCells.filled)
    throw refused(
      `The sheet “${name}” of “${fileName}” is too large to be read at once (${rows.toLocaleString('en-GB')} rows × ${columns.toLocaleString('en-GB')} columns). Export it as CSV.`,
    );
}

function withoutBlankRows({ rows, lines }: SheetRows): { rows: string[][]; lines: number[] } {
  const blank = rows.map((row) => row.every((cell) => cell.trim() === ''));
  return { rows: rows.filter((_, at) => !blank[at]), lines: lines.filter((_, at) => !blank[at]) };
}

/** Writes what a merged range shows into its first column, in each row of it that holds something. */
function fillMerged({ rows, lines, merges }: SheetRows): void {
  const at = new Map(lines.map((line, index) => [line, index]));
  for (const { from: [first, column], to: [last] } of merges) {
    const top = at.get(first);
    const shown = top === undefined ? undefined : rows[top]?.[column - 1];
    if (top === undefined || !shown) continue;
    for (let index = top + 1; (lines[index] ?? Number.POSITIVE_INFINITY) <= last && rows[index]?.[column - 1] === ''; index++) rows[index]?.splice(column - 1, 1, shown);
  }
}

const mergedInRows = ({ merges }: SheetRows): MergedCells[] =>
  merges.flatMap(({ from, to }) => (from[1] < to[1] && from[0] < 12 ? [{ line: from[0], from: from[1] - 1, to: to[1] - 1 }] : []));

function notes(sheet: Sheet, filled: readonly Sheet[], { uncalculated }: SheetRows, rows: readonly (readonly string[])[]): string[] {
  const found: string[] = [];
  const others = filled.filter((each) => each !== sheet);
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
