import { mixedNumberings } from '../../../../shared/domain/numberings.ts';
import { all, type Db } from '../../sql.ts';
import type { SoughtRow } from './sought-row.ts';
import { fold } from '../../../../shared/domain/search/fold.ts';

/** What a careful reader would notice about a table of codings as a whole, as sentences. */
export function warningsOf(db: Db, rows: readonly SoughtRow[]): string[] {
  const warnings: string[] = [];
  const written = rows.map(({ record }) => (record.cells.participant ?? '').trim()).filter(Boolean);
  const mixed = mixedNumberings(written);
  if (mixed) warnings.push(mixed.sentence);
  const unnamed = rows.filter(({ record }) => !record.cells.participant && (record.cells.extract ?? '').trim() !== '').length;
  if (unnamed > 0) warnings.push(`${unnamed === 1 ? 'One quote names' : `${unnamed} quotes name`} no participant; ${unnamed === 1 ? 'it was' : 'they were'} looked for in all answers.`);
  const taken = [...new Set(rows.flatMap((row) => row.taken?.replace(/\.$/, '') ?? []))];
  if (taken.length > 0) warnings.push(`${taken.length === 1 ? 'One id is' : `${taken.length} ids are`} written in another way than in the answers: ${taken.slice(0, 10).join('; ')}${taken.length > 10 ? '; …' : ''}.`);
  const moved = rows.filter(({ state }) => state === 'elsewhere').length;
  if (moved > 4 && moved > rows.length / 10) warnings.push(`${moved} of ${rows.length} quotes stand in the answers of other people than the table says. Perhaps it uses another numbering; if you have a list of both numbers, bring it in under Data first.`);
  warnings.push(...sameWords(rows));
  if (rows.length > 0 && all(db, 'SELECT 1 FROM item LIMIT 1').length === 0) warnings.push('This project has no answers yet. Import the survey or the documents first.');
  return warnings;
}

/** The same words under different ids, of which not all say them. */
function sameWords(rows: readonly SoughtRow[]): string[] {
  const byWords = Map.groupBy(rows.filter(({ record }) => (record.cells.extract ?? '').trim().includes(' ') && record.cells.participant), ({ record }) => fold(record.cells.extract ?? '', 'accents').trim());
  const odd = [...byWords.values()].flatMap((group) => {
    const ids = [...new Set(group.map(({ record }) => record.cells.participant ?? ''))];
    return ids.length > 1 && group.some(({ state }) => state !== 'exact' && state !== 'forgiving') ? [ids] : [];
  });
  if (odd.length === 0) return [];
  const list = odd.slice(0, 3).map((ids) => ids.slice(0, 5).join(', ')).join('; ');
  return [`${odd.length === 1 ? 'One quote stands' : `${odd.length} quotes stand`} in the table under different ids (${list}${odd.length > 3 ? '; …' : ''}), and not all of these people said it.`];
}
