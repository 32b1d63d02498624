import type Database from 'better-sqlite3';

export type Db = Database.Database;
type Value = string | number | null;

const prepared = new WeakMap<Db, Map<string, Database.Statement>>();

function statement(db: Db, sql: string): Database.Statement {
  let cache = prepared.get(db);
  if (!cache) prepared.set(db, (cache = new Map()));
  let found = cache.get(sql);
  if (!found) cache.set(sql, (found = db.prepare(sql)));
  return found;
}

/** Plain SQL with typed rows; statements are prepared once per connection. */
export const all = <T>(db: Db, sql: string, ...values: Value[]): T[] => statement(db, sql).all(...values) as T[];
export const one = <T>(db: Db, sql: string, ...values: Value[]): T | undefined => statement(db, sql).get(...values) as T | undefined;
export const run = (db: Db, sql: string, ...values: Value[]): number => statement(db, sql).run(...values).changes;
/** Inserts a row and gives its id. */
export const insert = (db: Db, sql: string, ...values: Value[]): number => Number(statement(db, sql).run(...values).lastInsertRowid);
/** A list of ids as one bound parameter: `WHERE id IN (SELECT value FROM json_each(?))`. */
export const idList = (ids: Iterable<number>): string => JSON.stringify([...ids]);
