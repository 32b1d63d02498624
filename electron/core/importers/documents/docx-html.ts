import { Parser } from 'htmlparser2';
import type { DocBlock } from './block.ts';

const endsBlock = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd']);

interface OpenTable {
  rows: string[][];
  row: string[];
  cell: string[] | undefined;
  span: { columns: number; rows: number };
  /** Rows that a cell above still reaches into, by column. */
  covered: number[];
  /** Whether such a cell stands in each of its rows. */
  goesOn: boolean;
}

/**
 * The blocks of the HTML that mammoth makes of a Word document. Text stays as it was typed; a line break inside a paragraph
 * is a line break. Tables inside of tables become text of their cell. Notes follow at the end as paragraphs, `[1] …`. With
 * `mergedGoOn`, a cell that is merged with those below it stands in each of their rows.
 */
export function blocksOfHtml(html: string, { bullets = false, mergedGoOn = false } = {}): DocBlock[] {
  const blocks: DocBlock[] = [];
  const tables: OpenTable[] = [];
  let text = '';
  let level = 0;
  let item = false;
  let skipping = false;
  let notes = 0;
  let prefix = '';

  function close(): void {
    const said = text.replace(/[ \t]+\n/g, '\n').trim();
    text = '';
    if (said === '') return;
    const words = prefix + said;
    prefix = '';
    const cell = tables.at(-1)?.cell;
    if (cell) cell.push(words);
    else if (level > 0) blocks.push({ kind: 'heading', level, text: words.replaceAll(/\s*\n\s*/g, ' ') });
    else blocks.push({ kind: 'paragraph', text: words, ...(bullets && item ? { bullet: true as const } : {}) });
  }

  const parser = new Parser(
    {
      onopentag(name, given) {
        if (name === 'br') text += '\n';
        if (name === 'a' && /^#(foot|end)note-ref-/.test(given.href ?? '')) skipping = true;
        if (endsBlock.has(name)) {
          close();
          level = levelOf(name, given.class ?? '');
          item = name === 'li';
        }
        if (name === 'li' && /^(foot|end)note-/.test(given.id ?? '')) prefix = `[${++notes}] `;
        if (name === 'table') {
          close();
          tables.push({ rows: [], row: [], cell: undefined, span: { columns: 1, rows: 1 }, covered: [], goesOn: mergedGoOn });
        }
        const table = tables.at(-1);
        if (name === 'tr' && table) table.row = [];
        if ((name === 'td' || name === 'th') && table) {
          table.cell = [];
          table.span = { columns: spanOf(given.colspan), rows: spanOf(given.rowspan) };
        }
      },
      ontext(piece) {
        if (!skipping) text += piece;
      },
      onclosetag(name) {
        if (name === 'a') skipping = false;
        if (endsBlock.has(name)) {
          close();
          level = 0;
        }
        const table = tables.at(-1);
        if (!table) return;
        if (name === 'td' || name === 'th') {
          close();
          placeCell(table);
        }
        if (name === 'tr') {
          fillCovered(table);
          table.rows.push(table.row);
        }
        if (name === 'table') endTable(tables, blocks);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  close();
  return blocks;
}

const levelOf = (name: string, className: string): number => Number(/^h([1-6])$/.exec(name)?.[1] ?? /^h([7-9])$/.exec(className)?.[1] ?? 0);

const spanOf = (given: string | undefined): number => Math.min(1_000, Math.max(1, Number.parseInt(given ?? '1', 10) || 1));

/** Cells that one above reaches into come first and are empty, unless it goes on in them. */
function fillCovered(table: OpenTable): void {
  for (let column = table.row.length; (table.covered[column] ?? 0) > 0; column++) {
    table.row.push(table.goesOn ? (table.rows.at(-1)?.[column] ?? '') : '');
    table.covered[column] = (table.covered[column] ?? 0) - 1;
  }
}

function placeCell(table: OpenTable): void {
  fillCovered(table);
  for (let n = 0; n < table.span.columns; n++) {
    table.covered[table.row.length] = table.span.rows - 1;
    table.row.push(n === 0 ? (table.cell ?? []).join('\n') : '');
  }
  table.cell = undefined;
}

function endTable(tables: OpenTable[], blocks: DocBlock[]): void {
  const table = tables.pop();
  if (!table) return;
  const width = Math.max(0, ...table.rows.map((row) => row.length));
  const rows = table.rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  if (rows.every((row) => row.every((cell) => cell === ''))) return;
  const cell = tables.at(-1)?.cell;
  if (cell) cell.push(...rows.map((row) => row.filter((each) => each !== '').join('\t')));
  else blocks.push({ kind: 'table', rows });
}
