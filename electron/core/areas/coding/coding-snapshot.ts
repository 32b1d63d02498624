import type { PackedCoding } from '../../../../shared/contract/coding.ts';
import type { CodingRow } from '../../../../shared/domain/types.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, idList, one, rows } from '../../sql.ts';
import { codingColumns } from '../structure/structure.ts';
import { lastOperation, since, untold } from './touched.ts';

/** Answers touched since a snapshot above which a new one is cheaper. */
const most = 2_000;

/** A code that became active or stopped being so brings or takes all of its codings; an import brings who knows how many. */
function everythingMoved(db: Db, from: number): boolean {
  const status = `SELECT 1 FROM change WHERE operation_id IN (${since}) AND tbl = 'code' AND before IS NOT NULL AND json_extract(before, '$.status') IS NOT json_extract(after, '$.status') LIMIT 1`;
  return untold(db, from) || one(db, status, from) !== undefined;
}

export const codingSnapshotHandlers = {
  'coding.snapshot': ({ db }, { questionId }) => ({
    at: lastOperation(db),
    codings: rows<PackedCoding>(db, `SELECT ${codingColumns} FROM coding JOIN item ON item.id = coding.item_id JOIN code ON code.id = coding.code_id WHERE item.question_id = ? AND code.status = 'active' ORDER BY coding.id`, questionId),
  }),

  'coding.changes': ({ db }, { questionId, since: from }) => {
    const at = lastOperation(db);
    const whole = { at, whole: true, itemIds: [], codings: [] };
    if (everythingMoved(db, from)) return whole;
    const itemIds = all<{ id: number }>(db, `SELECT DISTINCT item.id FROM change JOIN item ON item.id IN (json_extract(before, '$.item_id'), json_extract(after, '$.item_id'))
      WHERE operation_id IN (${since}) AND tbl = 'coding' AND item.question_id = ?2 ORDER BY item.id LIMIT ?3`, from, questionId, most + 1).map((row) => row.id);
    if (itemIds.length > most) return whole;
    const codings = all<CodingRow>(db, `SELECT ${codingColumns} FROM coding JOIN code ON code.id = code_id WHERE item_id IN (SELECT value FROM json_each(?)) AND code.status = 'active' ORDER BY coding.id`, idList(itemIds));
    return { at, whole: false, itemIds, codings };
  },
} satisfies Partial<ProjectHandlers>;
