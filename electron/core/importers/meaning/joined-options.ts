import { meets } from '../../../../shared/domain/ticked.ts';
import type { Header } from './headers.ts';
import { unticked } from './marks.ts';

/** Respondents by whom it is told whether one column holds what the columns beside it hold. */
const judged = 500;

/**
 * Columns that hold all ticked options, joined by blanks, beside a column for each (`question` beside `question/option`): a form exports both.
 * By index, with the stem that these have in `grids`. What nobody ticked there, or words that are no options, make a column none of these.
 */
export function joinedOptions(headers: readonly Header[], grids: ReadonlyMap<number, string>, rows: readonly (readonly string[])[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const { index, name } of headers) {
    const options = headers.flatMap((each) => (each.name.startsWith(`${name}/`) && grids.has(each.index) ? { index: each.index, option: each.name.slice(name.length + 1) } : []));
    const stem = grids.get(options[0]?.index ?? -1);
    if (options.length < 2 || stem === undefined) continue;
    const filled = rows.slice(0, judged).filter((cells) => (cells[index] ?? '').trim() !== '');
    const same = filled.filter((cells) => {
      const ticked = options.filter((each) => isTicked(cells[each.index] ?? '')).map(({ option }) => option);
      const joined = (cells[index] ?? '').trim();
      return joined.length === ticked.join(' ').length && ticked.every((option) => meets(joined, { values: [option], separator: ' ' }));
    });
    if (filled.length > 0 && same.length >= filled.length * 0.9) found.set(index, stem);
  }
  return found;
}

const isTicked = (cell: string) => cell.trim() !== '' && !unticked.test(cell.trim());
