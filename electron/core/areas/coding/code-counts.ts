import type { Counts } from '../../../../shared/domain/types.ts';
import { all, type Db, idList } from '../../sql.ts';
import { lastOperation, since, untold } from './touched.ts';

/** Codes touched since the last count above which counting everything is as quick. */
const most = 60;

/** Straight from the covering index: every level groups in its order, so nothing is sorted. Parts of documents have no participant and count as nobody. */
const counting = (which: string) => `SELECT code_id AS codeId, sum(times) AS codings, sum(extracts) AS extracts, count(participant_id) AS participants
  FROM (SELECT code_id, participant_id, sum(times) AS times, count(*) AS extracts FROM (SELECT code_id, participant_id, count(*) AS times FROM coding ${which} GROUP BY code_id, participant_id, item_id, start, "end") GROUP BY code_id, participant_id) GROUP BY code_id`;
type Row = Counts & { codeId: number };

/** What was counted on a connection, after which operation. */
const kept = new WeakMap<Db, { at: number; counts: ReadonlyMap<number, Counts> }>();

/** Counts per code. All are counted once; then only those that were touched since, as the row images of the history tell. */
export function codeCounts(db: Db): ReadonlyMap<number, Counts> {
  const at = lastOperation(db);
  const before = kept.get(db);
  if (before?.at === at) return before.counts;
  const touched = before && !untold(db, before.at) ? touchedCodes(db, before.at) : null;
  const some = before !== undefined && touched !== null && touched.length <= most;
  const rows = some ? all<Row>(db, counting('WHERE code_id IN (SELECT value FROM json_each(?))'), idList(touched)) : all<Row>(db, counting(''));
  const counts = new Map(some ? before.counts : []);
  for (const id of some ? touched : []) counts.delete(id);
  for (const { codeId, ...row } of rows) counts.set(codeId, row);
  kept.set(db, { at, counts });
  return counts;
}

const touchedCodes = (db: Db, from: number): number[] =>
  all<{ id: number }>(db, `SELECT DISTINCT value AS id FROM change, json_each(json_array(json_extract(before, '$.code_id'), json_extract(after, '$.code_id')))
    WHERE operation_id IN (${since}) AND tbl = 'coding' AND value IS NOT NULL LIMIT ?2`, from, most + 1).map((row) => row.id);
