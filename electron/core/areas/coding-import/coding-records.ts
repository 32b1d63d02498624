import type { CodingFileColumn, CodingRole } from '../../../../shared/domain/coding-import.ts';
import { type CodingColumn, pathOf, unguarded } from '../../../../shared/report/coding-columns.ts';
import { headerScore, ownRoles, rolesOf } from './coding-headers.ts';
import { quotesIn } from './quote-cell.ts';

/** A table as it stands in a file: cells, and for each row where it stands. */
export interface GridRow { line: number; where: string; cells: string[]; /** The first row of a table of its own: nothing above it counts. */ begins?: boolean }
export interface Grid { rows: GridRow[]; /** Every cell was set by a reader of ours, so nothing is inherited or taken apart. */ read?: boolean }

/** Tells headings that are questions of the project. */
export type IsQuestion = (text: string) => boolean;

/** One grid of a file; `sections`: sheets or parts of which it is one. */
export interface Sectioned { grid: Grid; sections: string[]; section: string; warnings: string[] }

/** A row of a coding table by what its cells mean; names of codes as they are to be. */
export interface CodingRecord {
  line: number; where: string;
  /** Which of the quotations in this row it is, from 1. */
  part: number;
  cells: Partial<Record<Exclude<CodingColumn, 'code' | 'theme' | 'group'>, string>>;
  /** Cells with codes; each may hold several, unless the table is in the form that Themework writes. */
  codes: string[]; several: boolean;
  theme: string[]; group: string[];
}
/** `asAbove`: whether an empty cell means the same as the one above it, and in how many rows that matters. */
export interface Records { columns: CodingFileColumn[]; records: CodingRecord[]; own: boolean; obstacle: string; asAbove: { on: boolean; rows: number } }

const sampleCells = 3;
/** Rows in which a header is looked for: titles may stand above it. */
const headerWithin = 10;
/** What an empty cell may take over from the one above, the widest first. */
const inherited: readonly CodingRole[] = ['question', 'analysis', 'group', 'theme', 'subtheme', 'code'];

/** Reads a grid as a coding table; `wished`: what the researcher says that columns are for. */
export function recordsOf(grid: Grid, format: string, wished: Readonly<Record<string, CodingRole>>, wishedAsAbove?: boolean): Records {
  const at = headerRow(grid);
  const headless = isHeadless(grid.rows[at]?.cells ?? [], wished);
  const header = headless ? [] : (grid.rows[at]?.cells ?? []);
  const rows = grid.rows.slice(headless ? at : at + 1);
  const ours = ownRoles(header);
  // A table is ours where it has the offsets that only programs write; people use the same names for columns.
  const own = ours !== undefined && format !== 'docx' && ours.includes('start') && ours.includes('end');
  const guessed = (own ? ours : undefined) ?? withoutCounts(rolesOf(header), rows);
  const width = Math.max(header.length, ...rows.slice(0, 1_000).map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, index): CodingFileColumn => ({
    index, name: header[index]?.trim() || `Column ${index + 1}`, role: wished[String(index)] ?? guessed[index] ?? 'ignore', sample: sampleOf(rows, index),
  }));
  if (own || grid.read) return { columns, own, obstacle: obstacleOf(columns), records: own ? rows.map((row) => ownRecord(row, columns)) : foreignRecords(rows, columns, true, false), asAbove: { on: false, rows: 0 } };
  const [filled, left] = [true, false].map((on) => foreignRecords(rows, columns, false, on)) as [CodingRecord[], CodingRecord[]];
  // In a document or a workbook, cells that mean the same as above are merged; a text cannot say so.
  const on = wishedAsAbove ?? (format === 'csv' && standsInBlocks(rows, columns));
  return { columns, own, obstacle: obstacleOf(columns), records: on ? filled : left, asAbove: { on, rows: changedRows(filled, left) } };
}

/** Rows with words for which it matters what an empty cell means. */
function changedRows(filled: readonly CodingRecord[], left: readonly CodingRecord[]): number {
  const names = ({ part, codes, theme, group, cells: { question, analysis } }: CodingRecord) => JSON.stringify([part, codes, theme, group, question, analysis]);
  const before = new Set(left.map((record) => `${record.line} ${names(record)}`));
  return new Set(filled.filter((record) => (record.cells.extract ?? '').trim() !== '' && !before.has(`${record.line} ${names(record)}`)).map(({ line }) => line)).size;
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
const hasWords = (row: GridRow, columns: readonly CodingFileColumn[]) => !isEmpty(cellsOf(row, columns, 'extract'));

/** Each name stands once, above at least as many empty cells as there are names: the names of blocks of rows. Where a name comes again, an empty theme is no theme. */
function standsInBlocks(rows: readonly GridRow[], columns: readonly CodingFileColumn[]): boolean {
  const lists = inherited.map((role) => rows.filter((row) => hasWords(row, columns)).map((row) => cellsOf(row, columns, role)));
  const withGaps = lists.filter((cells) => cells.some(isEmpty) && !cells.every(isEmpty));
  return withGaps.length > 0 && withGaps.every((cells) => {
    const names = cells.filter((each) => !isEmpty(each)).map((each) => JSON.stringify(each));
    const empty = cells.length - names.length;
    return !isEmpty(cells[0] ?? []) && new Set(names).size === names.length && empty >= 2 && empty >= names.length;
  });
}

/** Columns such as “Participants” and “Extracts” often hold how many there are: “12”, “12 of 52”. These are no quotes, codes or people. */
function withoutCounts(roles: readonly CodingRole[], rows: readonly GridRow[]): CodingRole[] {
  const filled = (index: number) => rows.slice(0, 300).map(({ cells }) => (cells[index] ?? '').trim()).filter(Boolean);
  const all = (cells: readonly string[], pattern: RegExp) => cells.length > 0 && cells.every((cell) => pattern.test(cell));
  const quotes = roles.indexOf('extract');
  const named = quotes >= 0 && filled(quotes).some((cell) => quotesIn(cell).some(({ participant }) => participant !== ''));
  return roles.map((role, index) => {
    const cells = filled(index);
    const counts = role === 'participant' ? all(cells, /^\d+ (of|\/) \d+$/) || (named && all(cells, /^\d+$/)) : (role === 'extract' || role === 'code') && all(cells, /^[\d\s.,]+$|^\d+ (of|\/) \d+$/);
    return counts ? 'ignore' : role;
  });
}

/** Words that the name of a column hardly ever has. */
const longName = 5;

/** A first row that is no header: no name in it is known, and where the researcher says that quotations are there stands one. */
function isHeadless(first: readonly string[], wished: Readonly<Record<string, CodingRole>>): boolean {
  const quote = Object.keys(wished).find((index) => wished[index] === 'extract');
  return quote !== undefined && headerScore(first) === 0 && (first[Number(quote)] ?? '').trim().split(/\s+/).length >= longName;
}

function headerRow({ rows }: Grid): number {
  const scores = rows.slice(0, headerWithin).map(({ cells }) => (ownRoles(cells) ? 100 : headerScore(cells)));
  const best = Math.max(0, ...scores);
  return best > 1 ? scores.indexOf(best) : 0;
}

function sampleOf(rows: readonly GridRow[], index: number): string[] {
  const sample: string[] = [];
  for (const { cells } of rows) {
    const cell = (cells[index] ?? '').replace(/\s+/g, ' ').trim();
    if (cell !== '' && !sample.includes(cell)) sample.push(cell.length > 80 ? `${cell.slice(0, 79).toWellFormed()}…` : cell);
    if (sample.length === sampleCells) break;
  }
  return sample;
}

function obstacleOf(columns: readonly CodingFileColumn[]): string {
  const has = (...roles: CodingRole[]) => roles.some((role) => columns.some((column) => column.role === role));
  const missing = [...(has('extract') || (has('start') && has('end') && has('participant') && has('question')) ? [] : ['the words (extract, quote)']), ...(has('code', 'theme', 'subtheme') ? [] : ['the codes'])];
  return missing.length ? `No column is known to hold ${missing.join(', and none ')}.` : '';
}

const cellsOf = (row: GridRow, columns: readonly CodingFileColumn[], role: CodingRole) => columns.filter((column) => column.role === role).map((column) => row.cells[column.index] ?? '');

/** To the letter: the table was written by a program, and what stands in a cell is meant so. */
function ownRecord(row: GridRow, columns: readonly CodingFileColumn[]): CodingRecord {
  const cell = (role: CodingRole) => unguarded(cellsOf(row, columns, role)[0] ?? '').trim();
  const extract = cellsOf(row, columns, 'extract')[0];
  return {
    line: row.line, where: row.where, part: 1, several: false,
    cells: { question: cell('question'), participant: cell('participant'), start: cell('start'), end: cell('end'), analysis: cell('analysis'), kind: cell('kind'), note: cell('note'), ...(extract === undefined ? {} : { extract }) },
    codes: cellsOf(row, columns, 'code').map((each) => unguarded(each).trim()).filter(Boolean), theme: [...cellsOf(row, columns, 'theme'), ...cellsOf(row, columns, 'subtheme')].flatMap((each) => pathOf(unguarded(each).trim())), group: pathOf(cell('group')),
  };
}

/** Made by people: empty cells may mean the same as above, one cell may hold several codes or quotations, a name may stand beside the words. */
function foreignRecords(rows: readonly GridRow[], columns: readonly CodingFileColumn[], asRead: boolean, asAbove: boolean): CodingRecord[] {
  const records: CodingRecord[] = [];
  const above: Above = new Map();
  let headings: Heading[] = [];
  for (const row of rows) {
    if (row.begins) above.clear();
    const named = inherit(row, columns, above, asAbove);
    const record = foreignRecord(row, columns, namesIn(above));
    const { extract = '', start = '', participant = '', note = '' } = record.cells;
    if (extract.trim() === '' && start === '' && participant === '' && note === '' && named.size > 0) {
      headings.push({ record, named });
      continue;
    }
    // A row with names and no words is a heading for the rows below it; alone it is a row that lacks its words.
    records.push(...headings.filter((heading) => ![...heading.named].some(([role, value]) => !named.has(role) && JSON.stringify(above.get(role)?.cells) === value)).map((heading) => heading.record));
    headings = [];
    records.push(...(asRead ? [{ ...record, several: false }] : extract.trim() === '' ? [record] : apart(record)));
  }
  return [...records, ...headings.map((heading) => heading.record)];
}

/** A row of names, with the cells that it fills. */
interface Heading { record: CodingRecord; named: ReadonlyMap<CodingRole, string> }

/** The names that hold for a row. `heads`: they come from a row that holds nothing else, which is a heading however empty cells are meant. */
type Above = Map<CodingRole, { cells: string[]; heads: boolean }>;
const namesIn = (above: Above): ReadonlyMap<CodingRole, string[]> => new Map([...above].map(([role, { cells }]) => [role, cells]));

/** Brings the names that hold for a row up to date, and gives those that it fills itself. */
function inherit(row: GridRow, columns: readonly CodingFileColumn[], above: Above, asAbove: boolean): Map<CodingRole, string> {
  const named = new Map<CodingRole, string>();
  const heads = row.cells.filter((cell) => cell.trim() !== '').length === 1;
  let changed = false;
  for (const role of inherited) {
    const cells = cellsOf(row, columns, role).map((cell) => withoutCount(unguarded(cell).trim()));
    const before = above.get(role);
    if (cells.some(Boolean)) {
      named.set(role, JSON.stringify(cells));
      if (JSON.stringify(cells) !== JSON.stringify(before?.cells)) changed = true;
      above.set(role, { cells, heads });
    } else if (!(asAbove || before?.heads) || changed) {
      // A new theme begins without the code of the theme before.
      above.set(role, { cells, heads: false });
    }
  }
  return named;
}

function foreignRecord(row: GridRow, columns: readonly CodingFileColumn[], values: ReadonlyMap<CodingRole, string[]>): CodingRecord {
  const cell = (role: CodingRole) => unguarded(cellsOf(row, columns, role)[0] ?? '').trim();
  const themes = [...(values.get('theme') ?? []), ...(values.get('subtheme') ?? [])].flatMap(pathOf);
  let codes = (values.get('code') ?? []).filter(Boolean);
  // A table of themes without codes: the deepest of them is the label of the words.
  if (codes.length === 0 && !columns.some((column) => column.role === 'code')) codes = themes.slice(-1);
  const hasCodes = columns.some((column) => column.role === 'code');
  return {
    line: row.line, where: row.where, part: 1, several: hasCodes, codes, theme: hasCodes ? themes : themes.slice(0, -1), group: (values.get('group') ?? []).flatMap(pathOf),
    cells: {
      question: (values.get('question') ?? [])[0] ?? '', participant: cell('participant'), extract: cellsOf(row, columns, 'extract')[0] ?? '', start: cell('start'), end: cell('end'),
      analysis: (values.get('analysis') ?? [])[0] ?? '', kind: cell('kind'), note: cellsOf(row, columns, 'note').map((each) => each.trim()).filter(Boolean).join('\n'),
    },
  };
}

/** Several quotations in one cell, each with its person, become rows of their own. */
function apart(record: CodingRecord): CodingRecord[] {
  const quotes = quotesIn(record.cells.extract ?? '');
  const named = record.cells.participant ?? '';
  return quotes.map(({ written, words, participant, note }, index) => {
    const place = quotes.length > 1 ? { part: index + 1, where: `${record.where}, quote ${index + 1}` } : {};
    // A name in brackets is taken from the words unless the table names somebody else.
    const peel = participant !== '' && (named === '' || sameId(named, participant));
    const cells = peel ? { extract: words, participant: named || participant, note: [record.cells.note ?? '', note].filter(Boolean).join('\n') } : { extract: written };
    return { ...record, ...place, cells: { ...record.cells, ...cells } };
  });
}

const sameId = (a: string, b: string) => a.replace(/\W|^p(pt)?/gi, '') === b.replace(/\W|^p(pt)?/gi, '');

/** “Getting it wrong (n = 12)” in a table of themes. */
const withoutCount = (name: string) => name.replace(/\s*\(\s*n\s*=\s*\d+[^()]*\)\s*$/i, '');
