import type { Header } from './headers.ts';

/** What survey tools write into text columns where a question was not shown or nothing was entered. */
const ofTools: Readonly<Record<string, string>> = { LimeSurvey: 'N/A', ODK: 'NULL' };
/** What statistics programs and databases write where there was nothing. */
const ofPrograms = ['NA', 'NULL', 'NaN', '#N/A', '#NULL!', 'N/A'];

/**
 * The mark for “nothing here” in a file: the survey tool's, or one that a program wrote into every empty cell. It did where hardly any cell is empty
 * and the mark stands in several columns; a person who types “NA” does so in one of them, beside empty ones.
 */
export function toolMarkOf(producer: string, headers: readonly Header[], rows: readonly (readonly string[])[]): string | undefined {
  const own = ofTools[producer];
  if (own !== undefined) return own;
  const columns = new Map<string, Set<number>>();
  let empty = 0;
  for (const cells of rows)
    for (const { index } of headers) {
      const cell = cells[index] ?? '';
      if (cell === '') empty++;
      else if (cell.length < 7 && ofPrograms.includes(cell)) columns.set(cell, (columns.get(cell) ?? new Set()).add(index));
    }
  const [mark, where] = [...columns].toSorted((a, b) => b[1].size - a[1].size)[0] ?? [];
  return where && where.size >= 3 && empty <= rows.length * headers.length * 0.005 ? mark : undefined;
}

/** What tools write for a box that was not ticked. */
export const unticked = /^(?:0|no|nein|non|não|nee|false|not selected|unchecked|not quoted)$/i;
