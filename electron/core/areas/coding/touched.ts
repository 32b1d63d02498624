import { type Db, one } from '../../sql.ts';

/** The newest operation of the project; 0 where there is none. */
export const lastOperation = (db: Db): number => one<{ id: number | null }>(db, 'SELECT max(id) AS id FROM operation')?.id ?? 0;

/** SQL for the operations after ?1, and those that they undid or redid: whatever changed a row since. */
export const since = 'SELECT id FROM operation WHERE id > ?1 UNION SELECT reverts FROM operation WHERE id > ?1 AND reverts IS NOT NULL';

/** Whether something happened since an operation that its row images do not tell: an import, or words removed for good. */
export const untold = (db: Db, from: number): boolean =>
  lastOperation(db) < from || one(db, `SELECT 1 FROM operation WHERE id IN (${since}) AND record IN ('bulk', 'final') LIMIT 1`, from) !== undefined;
