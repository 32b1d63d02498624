import { all, type Db } from './sql.ts';

/** SQL made from a table's columns, for writing and replaying row images (JSON objects of all columns). */
export interface TrackedTable {
  name: string;
  columns: string[];
  imageSql: string;
  insertSql: string;
  updateSql: string;
  deleteSql: string;
  /** Copies the rows of an id range into the log (operation, first, last), and back (operation, table). */
  parkSql: string;
  unparkSql: string;
}

/** Not part of the analysis, or part of the history itself. */
const untracked: ReadonlySet<string> = new Set(['operation', 'change', 'bulk', 'picture']);

const quote = (name: string) => `"${name}"`;
const image = (columns: string[], row: string) => `json_object(${columns.map((column) => `'${column}', ${row}${quote(column)}`).join(', ')})`;
const extract = (columns: string[], json: string) => columns.map((column) => `json_extract(${json}, '$.${column}')`).join(', ');

/** Every table of the schema that undo covers, parents before those that refer to them. */
export function trackedTables(db: Db): ReadonlyMap<string, TrackedTable> {
  const names = all<{ name: string }>(db, "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid").map((row) => row.name).filter((name) => !untracked.has(name));
  const placed = new Set<string>();
  const place = (name: string): void => {
    if (placed.has(name) || !names.includes(name)) return;
    // Tables that refer to themselves, or to each other through a null, come in the order of the schema.
    const parents = (db.pragma(`foreign_key_list(${quote(name)})`) as { table: string }[]).map(({ table }) => table).filter((table) => table !== name);
    for (const parent of parents) place(parent);
    placed.add(name);
  };
  for (const name of names) place(name);
  return new Map([...placed].map((name) => [name, trackedTable(db, name)]));
}

function trackedTable(db: Db, name: string): TrackedTable {
  const columns = (db.pragma(`table_info(${quote(name)})`) as { name: string }[]).map((column) => column.name);
  const list = columns.map(quote).join(', ');
  // The key never changes: setting it would make SQLite check every reference to the row.
  const assignments = columns.filter((column) => column !== 'id').map((column) => `${quote(column)} = json_extract(?1, '$.${column}')`).join(', ');
  return {
    name,
    columns,
    imageSql: `SELECT ${image(columns, '')} AS image FROM ${quote(name)} WHERE id = ?`,
    insertSql: `INSERT INTO ${quote(name)} (${list}) SELECT ${extract(columns, '?1')}`,
    updateSql: `UPDATE ${quote(name)} SET ${assignments} WHERE id = ?2`,
    deleteSql: `DELETE FROM ${quote(name)} WHERE id = ?`,
    parkSql: `INSERT INTO change (operation_id, tbl, row_id, after) SELECT ?1, '${name}', id, ${image(columns, '')} FROM ${quote(name)} WHERE id BETWEEN ?2 AND ?3`,
    unparkSql: `INSERT INTO ${quote(name)} (${list}) SELECT ${extract(columns, 'after')} FROM change WHERE operation_id = ?1 AND tbl = ?2 ORDER BY seq`,
  };
}

type Event = 'insert' | 'update' | 'delete';
const triggerName = (table: string, event: Event) => `temp."track_${table}_${event}"`;

/** Writes one row image for each row that the event changes, where `recording()` says so; `differs` keeps out updates that change nothing. */
function createTrigger(db: Db, { name, columns }: TrackedTable, event: Event): void {
  const [before, after] = [event === 'insert' ? 'NULL' : image(columns, 'OLD.'), event === 'delete' ? 'NULL' : image(columns, 'NEW.')];
  const differs = event === 'update' ? `AND (${columns.map((column) => `OLD.${quote(column)} IS NOT NEW.${quote(column)}`).join(' OR ')})` : '';
  db.exec(`CREATE TRIGGER ${triggerName(name, event)} AFTER ${event} ON main.${quote(name)} WHEN recording('${event}', '${name}') > 0 ${differs}
    BEGIN INSERT INTO change (operation_id, tbl, row_id, before, after) VALUES (recording('${event}', '${name}'), '${name}', ${event === 'delete' ? 'OLD' : 'NEW'}.id, ${before}, ${after}); END`);
}

/**
 * Temporary triggers: they exist on this connection only, so another program that opens the file is not disturbed by a
 * missing function. `recording()` is the History's; it throws for a write outside of any command.
 */
export function installTriggers(db: Db, tables: ReadonlyMap<string, TrackedTable>): void {
  for (const table of tables.values()) for (const event of ['insert', 'update', 'delete'] as const) createTrigger(db, table, event);
}

/**
 * Takes the triggers on inserts away for the time of `work`: an import asks them for each of its rows, and the answer is
 * always that nothing need be written. To be called inside a transaction, which brings them back where `work` throws.
 */
export function withoutInsertTriggers<O>(db: Db, tables: ReadonlyMap<string, TrackedTable>, work: () => O): O {
  for (const { name } of tables.values()) db.exec(`DROP TRIGGER ${triggerName(name, 'insert')}`);
  const output = work();
  for (const table of tables.values()) createTrigger(db, table, 'insert');
  return output;
}
