import type { DocBlock } from './block.ts';
import { type Heading, headingWords, plainLines } from './text-document.ts';

/** Blocks as one text with a blank line between them; a row of a table is a line, with a tab between its cells. */
export function textOfBlocks(blocks: readonly DocBlock[]): { text: string; headings: Heading[] } {
  const headings: Heading[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const block of blocks) {
    const piece = plainLines(block.kind === 'table' ? block.rows.map(rowText).join('\n') : block.text).text;
    if (piece.trim() === '') continue;
    if (block.kind === 'heading') headings.push({ start: length, end: length + piece.length, text: headingWords(piece) });
    pieces.push(piece);
    length += piece.length + 2;
  }
  return { text: pieces.join('\n\n'), headings };
}

const rowText = (row: readonly string[]): string => row.map((cell) => cell.replace(/\s*\n\s*/g, ' ')).join('\t').trimEnd();
