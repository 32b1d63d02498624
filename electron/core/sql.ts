import type Database from 'better-sqlite3';

export type Db = Database.Database;
type Value = string | number | null;

/** A prepared statement and how to bind to it: better-sqlite3 takes `?1` as a name, so numbered values travel as an object. */
interface Prepared { statement: Database.Statement; bind: (values: Value[]) => unknown[] }
const prepared = new WeakMap<Db, Map<string, Prepared>>();

const byPosition = (values: Value[]) => values;
const byNumber = (values: Value[]) => [Object.fromEntries(values.map((value, index) => [index + 1, value]))];

function prepare(db: Db, sql: string): Prepared {
  let cache = prepared.get(db);
  if (!cache) prepared.set(db, (cache = new Map()));
  let found = cache.get(sql);
  if (!found) cache.set(sql, (found = { statement: db.prepare(sql), bind: sql.includes('?1') ? byNumber : byPosition }));
  return found;
}

/** Plain SQL with typed rows; values for `?` in order or for `?1`, `?2` … by number. Statements are prepared once per connection. */
export function all<T>(db: Db, sql: string, ...values: Value[]): T[] {
  const { statement, bind } = prepare(db, sql);
  return statement.all(...bind(values)) as T[];
}

/** Rows as arrays, in the order of the columns: half the work of objects where there are tens of thousands. */
export function rows<T extends readonly unknown[]>(db: Db, sql: string, ...values: Value[]): T[] {
  return db.prepare(sql).raw(true).all(...values) as T[];
}

export function one<T>(db: Db, sql: string, ...values: Value[]): T | undefined {
  const { statement, bind } = prepare(db, sql);
  return statement.get(...bind(values)) as T | undefined;
}

/** Runs a statement and gives the number of rows that it changed. */
export function run(db: Db, sql: string, ...values: Value[]): number {
  const { statement, bind } = prepare(db, sql);
  return statement.run(...bind(values)).changes;
}

/** Inserts a row and gives its id. */
export function insert(db: Db, sql: string, ...values: Value[]): number {
  const { statement, bind } = prepare(db, sql);
  return Number(statement.run(...bind(values)).lastInsertRowid);
}

/** A list of ids as one bound value: `WHERE id IN (SELECT value FROM json_each(?))`. */
export const idList = (ids: Iterable<number>): string => JSON.stringify([...ids]);
