import type { Table } from '../importer.ts';
import { asLabel } from './headers.ts';
import { isIdentifying, isRecorded, participantRank } from './known-columns.ts';

/** KoboToolbox writes a repeat group into a sheet of its own; `_parent_index` says to which row of which other sheet an entry belongs. */
const places = (row: readonly string[] = []) => ({ parent: row.indexOf('_parent_index'), sheet: row.indexOf('_parent_table_name') });

/** The sheet with the responses that the rows of a repeat group belong to; undefined for any other table. */
export function parentSheetOf({ rows, sheet, sheets }: Table): string | undefined {
  const at = places(rows[0]);
  if (at.parent === -1) return undefined;
  const named = at.sheet === -1 ? undefined : rows.slice(1).find((row) => sheets.includes(row[at.sheet] ?? ''))?.[at.sheet];
  const found = named ?? sheets[0];
  return found === sheet ? undefined : found;
}

/** A repeat group with what the response said beside each entry, as further columns: all of the parent sheet's but the tool's own, ids and contact data. */
export function withParent(table: Table, parent: Table): Table {
  const [header = [], ...rows] = table.rows;
  const [names = [], ...responses] = parent.rows;
  const index = names.indexOf('_index');
  const facts = names.flatMap((name, at) => (name.trim() === '' || isRecorded(name, 'KoboToolbox') || isIdentifying(asLabel(name)) || participantRank(name) !== undefined || /^_/.test(name) ? [] : [at]));
  if (index === -1 || facts.length === 0) return table;
  const width = Math.max(header.length, ...rows.map((row) => row.length));
  const known = new Map(responses.map((cells) => [(cells[index] ?? '').trim(), cells]));
  const beside = (row: readonly string[], response: readonly string[] | undefined) => [...row, ...Array<string>(width - row.length).fill(''), ...facts.map((at) => response?.[at] ?? '')];
  const { parent: at } = places(header);
  const shown = facts.slice(0, 3).map((fact) => `“${asLabel(names[fact] ?? '')}”`);
  return {
    ...table,
    rows: [beside(header, names), ...rows.map((row) => beside(row, known.get((row[at] ?? '').trim())))],
    joinedFrom: width,
    warnings: [
      ...table.warnings,
      `Beside each entry stands what its response says on the sheet “${parent.sheet}”: ${shown.join(', ')}${facts.length > 3 ? ` and ${facts.length - 3} more` : ''}. Longer texts of the response are ignored here, so that they do not count once for each entry.`,
    ],
  };
}
