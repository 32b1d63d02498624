import { CellTexts } from '../meaning/cell-texts.ts';
import { stringText } from './sheet-strings.ts';
import { plainNumber, sheetDate, unescaped } from './sheet-values.ts';
import { attribute, decodeXml, plainText, tags, xmlSections } from './xml.ts';

/** A sheet as rows of texts. Columns and rows are counted from 1, as a spreadsheet does. */
export interface SheetRows {
  /** Rows that hold something, all of equal width, with their numbers. */
  rows: string[][];
  lines: number[];
  /** The last row and column that hold something; the declared dimension is not to be trusted. */
  last: number;
  columns: number;
  merges: { from: [row: number, column: number]; to: [row: number, column: number] }[];
  /** Cells whose formula had no value when the file was saved. */
  uncalculated: number;
}

/** What the cells of a sheet refer to. */
export interface Referred {
  strings: readonly string[];
  /** For each style, whether it shows a number as a date. */
  dateStyles: readonly boolean[];
  from1904: boolean;
}

/** A cell that points to a string that is not there. */
export class BrokenSheet extends Error {}

const addressOf = /\sr\s*=\s*["']([^"']*)/;
const typeOf = /\st\s*=\s*["']([^"']*)/;
const styleOf = /\ss\s*=\s*["']([^"']*)/;
const storedValue = /<((?:\w+:)?)v(?:\s[^<>]*)?>([^<]+)<\/\1v>/;
const formula = /<(?:\w+:)?f[\s/>]/;
const cellOrRow = /<((?:\w+:)?)(row|c)(?=[\s/>])([^<>]*?)(\/?)>/g;

/**
 * Reads a sheet piece by piece, holding no more of its XML than a few rows. Empty cells (formatting only, out to column XFD) are
 * passed over; of formulas only the value counts that the spreadsheet program stored. `check` is told of every row that holds
 * something, and may throw.
 */
export class SheetReader {
  readonly found: SheetRows = { rows: [], lines: [], last: 0, columns: 0, merges: [], uncalculated: 0 };
  /** Cells that hold something. */
  filled = 0;
  #referred: Referred;
  #check: (reader: SheetReader) => void;
  #texts = new CellTexts(true);
  #row = 0;
  #column = 0;
  #cells: string[] | undefined;
  /** For each column with dates: whether one has a time, and the rows whose date has none. */
  #dates = new Map<number, { timed: boolean; midnights: string[][] }>();

  constructor(referred: Referred, check: (reader: SheetReader) => void) {
    this.#referred = referred;
    this.#check = check;
  }

  async read(pieces: AsyncIterable<string>): Promise<SheetRows> {
    for await (const section of xmlSections(pieces, 'row')) this.#scan(plainText(section));
    const { rows, columns } = this.found;
    for (const cells of rows) while (cells.length < columns) cells.push('');
    // The dates of a column are written alike.
    for (const [column, { timed, midnights }] of this.#dates) if (!timed) for (const cells of midnights) cells[column - 1] = cells[column - 1]?.slice(0, 10) ?? '';
    return this.found;
  }

  /** A section of XML that ends behind a row, or what stands before and after all rows. */
  #scan(xml: string): void {
    if (xml.includes('mergeCell')) this.found.merges.push(...tags(xml, 'mergeCell').flatMap((tag) => range(attribute(tag, 'ref') ?? '')));
    cellOrRow.lastIndex = 0;
    for (let tag = cellOrRow.exec(xml); tag; tag = cellOrRow.exec(xml)) {
      const [, prefix = '', name, attributes = '', closed] = tag;
      const address = addressOf.exec(attributes)?.[1];
      if (name === 'row') {
        this.#beginRow(Number(address ?? this.#row + 1));
        continue;
      }
      const place = address ? columnNumber(address) : this.#column + 1;
      this.#column = place > this.#column ? place : this.#column + 1;
      if (closed) continue;
      const end = xml.indexOf(`</${prefix}c>`, cellOrRow.lastIndex);
      if (end === -1) break;
      this.#cell(attributes, xml.slice(cellOrRow.lastIndex, end));
      cellOrRow.lastIndex = end;
    }
  }

  #beginRow(number: number): void {
    // Rows out of order would lie over each other.
    this.#row = number > this.#row ? number : this.#row + 1;
    this.#column = 0;
    this.#cells = undefined;
  }

  #cell(attributes: string, inside: string): void {
    const type = typeOf.exec(attributes)?.[1] ?? 'n';
    const stored = type === 'inlineStr' ? undefined : storedValue.exec(inside)?.[2];
    if (stored === undefined && (type !== 'inlineStr' || !inside.includes('<'))) {
      if (formula.test(inside)) this.found.uncalculated++;
      return;
    }
    const { found } = this;
    this.filled++;
    found.last = this.#row;
    found.columns = Math.max(found.columns, this.#column);
    if (!this.#cells) {
      this.#cells = [];
      found.rows.push(this.#cells);
      found.lines.push(this.#row);
    }
    this.#check(this);
    const cells = this.#cells;
    while (cells.length < this.#column - 1) cells.push('');
    cells.push(stored === undefined ? this.#texts.keep(stringText(inside), this.#column) : this.#valueOf(type, stored, attributes, cells));
  }

  #valueOf(type: string, stored: string, attributes: string, cells: string[]): string {
    if (type === 's') {
      const text = this.#referred.strings[Number(stored)];
      if (text === undefined) throw new BrokenSheet('a string that is not there');
      return text;
    }
    if (type === 'b') return stored.trim() === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n') return this.#texts.keep(unescaped(decodeXml(stored)), this.#column);
    const number = stored.trim();
    const style = styleOf.exec(attributes)?.[1];
    if (style === undefined || !this.#referred.dateStyles[Number(style)]) return this.#texts.keep(plainNumber(number), this.#column);
    const { text, midnight } = sheetDate(number, this.#referred.from1904);
    const dates = this.#dates.get(this.#column) ?? { timed: false, midnights: [] };
    this.#dates.set(this.#column, dates);
    if (midnight) dates.midnights.push(cells);
    else if (!text.startsWith('#')) dates.timed = true;
    return text;
  }
}

/** A to XFD (and whatever a damaged file says beyond) as a number from 1. */
function columnNumber(address: string): number {
  let number = 0;
  for (let at = 0; at < address.length; at++) {
    const letter = address.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    number = number * 26 + letter - 64;
  }
  return number;
}

function range(reference: string): SheetRows['merges'] {
  const [from, to] = reference.split(':').map((address): [number, number] => [Number(/\d+/.exec(address)?.[0] ?? 0), columnNumber(address)]);
  return from && to ? [{ from, to }] : [];
}
