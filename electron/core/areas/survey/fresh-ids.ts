import { type Db, one } from '../../sql.ts';

/**
 * The highest id that a table ever gave to rows which still count, so that none is given twice: milestones know answers by
 * their ids, also those of people who withdrew since.
 */
export const lastId = (db: Db, table: 'participant' | 'item' | 'question' | 'alias'): number =>
  one<{ last: number }>(
    db,
    `SELECT max(coalesce((SELECT max(id) FROM ${table}), 0), coalesce((SELECT max(last) FROM bulk JOIN operation ON operation.id = operation_id WHERE tbl = '${table}' AND state IN ('done', 'sealed')), 0)) AS last`,
  )?.last ?? 0;

/** The highest number that a participant ever had; the number of somebody who withdrew is not given to anybody else. */
export const lastNumber = (db: Db): number => Math.max(one<{ last: number | null }>(db, 'SELECT max(number) AS last FROM participant')?.last ?? 0, lastId(db, 'participant'));
