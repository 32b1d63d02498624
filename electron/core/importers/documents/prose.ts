import { tokenise } from '../text/tokenise.ts';

/** Share of rows that have one width in a table. */
const regular = 0.8;
/** UTF-16 code units that lines of prose have on average where no blank line stands between them. */
const longLine = 150;

/** From this many lines on, short ones (UTF-16 code units on average) with few blank lines between them are a list of answers. */
const list = { lines: 6, length: 40, gaps: 0.4 };

/**
 * Whether the beginning of a text reads as prose rather than as a table. Prose has blank lines between its paragraphs, or
 * long lines; a list of short lines, one answer each below a header, is a table of one column.
 */
export function looksLikeProse(text: string): boolean {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length === 0 || /^sep=.$/.test(lines[0] ?? '')) return false;
  if (['\t', ',', ';', '|'].some((delimiter) => isTable(text, delimiter))) return false;
  if (filled.length === 1) return true;
  const average = filled.reduce((sum, line) => sum + line.length, 0) / filled.length;
  const gaps = lines.length - filled.length;
  if (gaps === 0) return average >= longLine;
  return filled.length < list.lines || average >= list.length || gaps >= filled.length * list.gaps;
}

/** Most rows have the same number of cells, and the separator does not stand as punctuation does. */
function isTable(text: string, delimiter: string): boolean {
  const { rows } = tokenise(text, { delimiter, quoted: true, lenient: true });
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [width, times] = [...widths].reduce((most, each) => (each[1] > most[1] ? each : most), [1, 0]);
  if (width < 2 || rows.length < 2 || times < rows.length * regular) return false;
  if (delimiter === '\t' || delimiter === '|') return true;
  const inner = rows.flatMap((row) => row.slice(1)).filter((cell) => cell !== '');
  return inner.filter((cell) => /^\s/.test(cell)).length < inner.length * 0.9;
}
