import { refused } from '../../../../shared/errors.ts';
import type { DocBlock } from '../../importers/documents/block.ts';
import { headerScore, rolesOf } from './coding-headers.ts';
import { outlineHeader, outlineOf } from './coding-outline.ts';
import type { GridRow, IsQuestion, Sectioned } from './coding-records.ts';

/** Columns that a table names before it is taken for one of codings. */
const enough = 2;

/** A Word document as one grid: its tables of codings one below the other or, where it has none, its headings with the quotations under them. */
export function gridOfDocument(blocks: readonly DocBlock[], fileName: string, section: string | undefined, isQuestion: IsQuestion): Sectioned {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
  const parts = outlineOf(blocks, isQuestion);
  const read = tables.some((rows) => rows.slice(0, 3).some((row) => headerScore(row) >= enough));
  if (read) return fromTables(tables, parts.reduce((sum, part) => sum + part.rows.length, 0));
  const chosen = parts.find((part) => part.name === section) ?? parts[0];
  if (!chosen) {
    throw refused(`In “${fileName}” there is no table with a column for the quotes and one for the codes, and there are no quotes under headings with a participant in brackets, such as [12].`);
  }
  const warnings: string[] = [];
  if (chosen.left.length > 0) warnings.push(`${chosen.left.length === 1 ? 'One paragraph is' : `${chosen.left.length} paragraphs are`} neither a heading nor a quote and ${chosen.left.length === 1 ? 'was' : 'were'} left out: ${chosen.left.slice(0, 3).map((text) => `“${cut(text)}”`).join(', ')}${chosen.left.length > 3 ? ' …' : ''}.`);
  if (parts.length > 1) warnings.push(`The document has ${parts.length} parts with quotes: ${parts.map((part) => `“${part.name || 'before the first step'}” (${part.rows.length})`).join(', ')}. One is brought in at a time; this is “${chosen.name || 'before the first step'}”.`);
  if (tables.length > 0) warnings.push(`${tables.length === 1 ? 'A table' : `${tables.length} tables`} without a column for quotes ${tables.length === 1 ? 'was' : 'were'} left out.`);
  return { grid: { read: true, rows: [{ line: 0, where: '', cells: outlineHeader }, ...chosen.rows] }, sections: parts.length > 1 ? parts.map((part) => part.name) : [], section: parts.length > 1 ? chosen.name : '', warnings };
}

/** Tables with the same or other columns, under one header that has the columns of all. A table without a header of its own goes on with the one before. */
function fromTables(tables: readonly string[][][], quotesUnderHeadings: number): Sectioned {
  const header: string[] = [];
  const rows: GridRow[] = [];
  const warnings: string[] = [];
  let columns: number[] | undefined;
  let line = 0;
  tables.forEach((table, number) => {
    const at = table.slice(0, 3).findIndex((row) => headerScore(row) >= enough);
    if (at >= 0) columns = columnsFor(header, table[at] ?? []);
    else if (!columns || (table[0]?.length ?? 0) !== columns.length) {
      warnings.push(`Table ${number + 1} has no header that names quotes and codes, and was left out: “${cut((table[0] ?? []).join(' | '))}”.`);
      return;
    }
    const places = columns ?? [];
    for (const [index, cells] of table.entries()) {
      if (index <= at) continue;
      const row: GridRow = { line: ++line, where: tables.length === 1 ? `Row ${index + 1}` : `Table ${number + 1}, row ${index + 1}`, cells: [], ...(index === at + 1 && at >= 0 ? { begins: true } : {}) };
      cells.forEach((cell, column) => {
        row.cells[places[column] ?? column] = cell;
      });
      rows.push({ ...row, cells: Array.from({ length: header.length }, (_, column) => row.cells[column] ?? '') });
    }
  });
  if (quotesUnderHeadings > 0) warnings.push(`${quotesUnderHeadings === 1 ? 'One quote' : `${quotesUnderHeadings} quotes`} outside of the tables ${quotesUnderHeadings === 1 ? 'was' : 'were'} left out.`);
  return { grid: { rows: [{ line: 0, where: '', cells: header }, ...rows] }, sections: [], section: '', warnings };
}

/** Where the columns of a table go under the common header: to those of the same name, or of the same meaning where that is told by the name. */
function columnsFor(header: string[], names: readonly string[]): number[] {
  const used = new Set<number>();
  const roles = rolesOf(names);
  const known = rolesOf(header);
  return names.map((name, at) => {
    const free = (matches: (column: number) => boolean) => header.findIndex((_, column) => !used.has(column) && matches(column));
    const same = free((column) => name.trim() !== '' && header[column]?.trim().toLowerCase() === name.trim().toLowerCase());
    const alike = same >= 0 ? same : free((column) => roles[at] !== 'ignore' && known[column] === roles[at]);
    const column = alike >= 0 ? alike : header.push(name) - 1;
    used.add(column);
    return column;
  });
}

const cut = (text: string) => (text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text).replace(/\s+/g, ' ');
