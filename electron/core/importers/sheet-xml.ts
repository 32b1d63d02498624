import { attribute, encodeXml, tags } from './xml.ts';

/** A sheet's XML made ordinary, and what was seen on the way. Columns and rows are counted from 1. */
export interface OrdinarySheet {
  /** The XML in UTF-8, in pieces: of a large sheet there is never a second whole copy. */
  xml: readonly Buffer[];
  /** The last row and column that hold something; the declared dimension is not to be trusted. */
  rows: number;
  columns: number;
  /** Cells that hold something. */
  filled: number;
  merges: { from: [row: number, column: number]; to: [row: number, column: number] }[];
  /** Cells whose formula had no value when the file was saved. */
  uncalculated: number;
}

const addressOf = /\sr\s*=\s*["']([^"']*)/;
const typeOf = /\st\s*=\s*["']([^"']*)/;
const styleOf = /\ss\s*=\s*["']([^"']*)/;
const storedValue = /<(?:\w+:)?v(?=[\s>])[^<>]*>[^<]/;
/** UTF-16 code units of a piece, about. */
const pieceLength = 1_000_000;
const cellOrRow = /<((?:\w+:)?)(row|c)(?=[\s/>])([^<>]*?)(\/?)>/g;

/**
 * Passes over a sheet once and leaves it as the reader understands it: cells without an address get one, error values and
 * ISO dates become text, empty cells (formatting only, out to column XFD) go, and formulas are taken out: only the value
 * that the spreadsheet program stored is ever read.
 */
export function ordinarySheet(given: string, styled: boolean): OrdinarySheet {
  const xml = plainText(given);
  const start = /<(?:\w+:)?sheetData(?=[\s/>])[^<>]*>/.exec(xml);
  const written: Buffer[] = [];
  const found: OrdinarySheet = {
    xml: written,
    rows: 0,
    columns: 0,
    filled: 0,
    merges: tags(xml, 'mergeCell').flatMap((tag) => range(attribute(tag, 'ref') ?? '')),
    uncalculated: 0,
  };
  if (!start || start[0].endsWith('/>')) return found;
  let pending = '<worksheet><sheetData>';
  const write = (text: string) => {
    pending += text;
    if (pending.length < pieceLength) return;
    written.push(Buffer.from(pending, 'utf8'));
    pending = '';
  };
  let row = 0;
  let column = 0;
  let open = false;
  cellOrRow.lastIndex = start.index + start[0].length;
  for (let tag = cellOrRow.exec(xml); tag; tag = cellOrRow.exec(xml)) {
    const [, prefix = '', name, attributes = '', closed] = tag;
    if (name === 'row') {
      const number = Number(addressOf.exec(attributes)?.[1] ?? row + 1);
      // Rows out of order would lie over each other.
      row = number > row ? number : row + 1;
      column = 0;
      if (open) write('</row>');
      open = false;
      continue;
    }
    const address = addressOf.exec(attributes)?.[1];
    const place = address ? columnNumber(address) : column + 1;
    column = place > column ? place : column + 1;
    if (closed) continue;
    const end = xml.indexOf(`</${prefix}c>`, cellOrRow.lastIndex);
    if (end === -1) break;
    const inside = xml.slice(cellOrRow.lastIndex, end);
    cellOrRow.lastIndex = end;
    const type = typeOf.exec(attributes)?.[1];
    const content = inside.includes('<') ? withoutFormula(inside) : '';
    if (content === '' || (type !== 'inlineStr' && !storedValue.test(content))) {
      if (content !== inside && /<(?:\w+:)?f[\s/>]/.test(inside)) found.uncalculated++;
      continue;
    }
    if (!open) write(`<row r="${row}">`);
    open = true;
    const style = styled && (type === undefined || type === 'n') ? styleOf.exec(attributes)?.[1] : undefined;
    const kept = type === 'e' || type === 'd' ? 'str' : type;
    write(`<c r="${columnLetters(column)}${row}"${style ? ` s="${style}"` : ''}${kept ? ` t="${kept}"` : ''}>${content}</c>`);
    found.rows = Math.max(found.rows, row);
    found.columns = Math.max(found.columns, column);
    found.filled++;
  }
  if (open) write('</row>');
  write('</sheetData></worksheet>');
  written.push(Buffer.from(pending, 'utf8'));
  return found;
}

const withoutFormula = (inside: string): string =>
  inside.includes('f') ? inside.replace(/<((?:\w+:)?)f(?=[\s/>])(?:[^<>]*\/>|[^<>]*>[^<]*<\/\1f>)/g, '').trim() : inside.trim();

/** Characters beyond U+FFFF written as numbers, and CDATA sections, as plain characters: the reader knows neither. */
export function plainText(xml: string): string {
  let plain = replaced(xml, '<![CDATA[', ']]>', encodeXml);
  plain = replaced(plain, '<!--', '-->', () => '');
  if (!plain.includes('&#')) return plain;
  return plain.replace(/&#(?:(\d{5,7})|x([\da-f]{5,6}));/gi, (whole, decimal: string | undefined, hex: string | undefined) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Replaces stretches between two marks; one without an end stays. (An expression would look for each end all over again.) */
function replaced(text: string, open: string, close: string, replace: (inside: string) => string): string {
  const pieces: string[] = [];
  let done = 0;
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, done)) {
    const end = text.indexOf(close, start + open.length);
    if (end === -1) break;
    pieces.push(text.slice(done, start), replace(text.slice(start + open.length, end)));
    done = end + close.length;
  }
  return done === 0 ? text : pieces.join('') + text.slice(done);
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

function columnLetters(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function range(reference: string): OrdinarySheet['merges'] {
  const [from, to] = reference.split(':').map((address): [number, number] => [Number(/\d+/.exec(address)?.[0] ?? 0), columnNumber(address)]);
  return from && to ? [{ from, to }] : [];
}
