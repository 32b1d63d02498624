import type { CommandEntry, Table } from '../../shared/contract/define.ts';
import type { Step } from '../../shared/contract/history.ts';
import { refused } from '../../shared/errors.ts';
import { all, type Db, insert, one, run } from './sql.ts';
import { installTriggers, type TrackedTable, trackedTables, withoutInsertTriggers } from './tracking.ts';

type Mode = { kind: 'idle' } | { kind: 'rows' | 'bulk'; operationId: number } | { kind: 'silent' } | { kind: 'final'; touched: Set<Table> };
type Record = CommandEntry['record'];
interface Meta { command: string; at: string; actor: string; record: Record }
interface Row { seq: number; tbl: string; row_id: number; before: string | null; after: string | null }

/** What a command gave, the operation it became (null where nothing changed), and the tables it touched. */
interface Recorded<O> { output: O; operationId: number | null; tables: Table[] }

/** Tables with participants' words: they are written by imports and final commands only, so no word ever enters the log of row images. */
const wordTables: ReadonlySet<string> = new Set(['participant', 'attribute_value', 'document', 'item', 'repair']);

/**
 * The one mechanism behind undo, redo, the audit trail and cache invalidation. Triggers write the row images of a command
 * (see tracking.ts); undo replays them backwards, redo forwards. All of it lives in the file, so it survives a restart.
 */
export class History {
  #db: Db;
  #tables: ReadonlyMap<string, TrackedTable>;
  #mode: Mode = { kind: 'idle' };

  constructor(db: Db) {
    this.#db = db;
    this.#tables = trackedTables(db);
    db.function('recording', { deterministic: false }, (what: unknown, table: unknown) => this.#recording(String(what), String(table)));
    installTriggers(db, this.#tables);
  }

  /** Called by every trigger: the operation to write row images for, 0 to write none. Throws where a write is not allowed. A bulk command is asked for updates and deletions only. */
  #recording(what: string, table: string): number {
    const mode = this.#mode;
    if (mode.kind === 'idle') throw new Error(`a write to ${table} outside of any command`);
    if (mode.kind === 'silent') return 0;
    if (mode.kind === 'final') {
      mode.touched.add(table as Table);
      return 0;
    }
    if (mode.kind === 'bulk') throw new Error(`a bulk command may only insert, but tried to ${what} in ${table}`);
    if (wordTables.has(table)) throw new Error(`only an import or a final command may write to ${table}`);
    return mode.operationId;
  }

  /** Runs a command: one transaction, one operation. A command that changed nothing leaves no operation behind. */
  record<O>(meta: Meta, work: () => O, label: (output: O) => string): Recorded<O> {
    return this.#db.transaction((): Recorded<O> => {
      const operationId = insert(this.#db, "INSERT INTO operation (command, label, at, actor, record, state) VALUES (?, '', ?, ?, ?, ?)", meta.command, meta.at, meta.actor, meta.record, meta.record === 'final' ? 'sealed' : 'done');
      const highest = meta.record === 'bulk' ? this.#highestIds() : undefined;
      const mode = modeOf(meta.record, operationId);
      const output = this.#within(mode, meta.record === 'bulk' ? () => withoutInsertTriggers(this.#db, this.#tables, work) : work);
      if (highest) this.#noteRanges(operationId, highest);
      const tables =
        mode.kind === 'silent' ? this.#tablesOfReverted(operationId, output as Step)
        : mode.kind === 'final' ? [...mode.touched]
        : this.#tablesOf(operationId);
      if (tables.length === 0) {
        run(this.#db, 'DELETE FROM operation WHERE id = ?', operationId);
        return { output, operationId: null, tables: [] };
      }
      run(this.#db, 'UPDATE operation SET label = ? WHERE id = ?', label(output), operationId);
      if (meta.record !== 'none') this.#abandonUndone();
      const touched: Table[] = [...tables, 'operation'];
      return { output, operationId, tables: touched };
    }).immediate();
  }

  next(): { undo: Step | null; redo: Step | null } {
    return nextSteps(this.#db);
  }

  /** Takes the last operation back. Throws a refusal when there is none, or when its rows no longer look as it left them. */
  undo(): Step {
    const step = this.next().undo;
    if (!step) throw refused('There is nothing to undo.');
    this.#replay(step.operationId, 'undo');
    return step;
  }

  /** Does the operation again that was undone last. */
  redo(): Step {
    const step = this.next().redo;
    if (!step) throw refused('There is nothing to redo.');
    this.#replay(step.operationId, 'redo');
    return step;
  }

  /**
   * For final commands: the steps before this one stay in the list, but end being undone. `upTo` an operation, or all of them:
   * what they would bring back is not there any more. Words of undone imports go with every final command.
   */
  seal(upTo?: number): void {
    run(this.#db, "UPDATE operation SET state = 'sealed' WHERE state = 'done' AND id <= ?", upTo ?? Number.MAX_SAFE_INTEGER);
  }

  #within<O>(mode: Mode, work: () => O): O {
    this.#mode = mode;
    try {
      return work();
    } finally {
      this.#mode = { kind: 'idle' };
    }
  }

  #replay(operationId: number, direction: 'undo' | 'redo'): void {
    this.#db.pragma('defer_foreign_keys = ON');
    const bulk = one<{ record: string }>(this.#db, 'SELECT record FROM operation WHERE id = ?', operationId)?.record === 'bulk';
    if (bulk) direction === 'undo' ? this.#removeBulk(operationId) : this.#restoreBulk(operationId);
    else this.#replayRows(operationId, direction);
    run(this.#db, 'UPDATE operation SET state = ? WHERE id = ?', direction === 'undo' ? 'undone' : 'done', operationId);
  }

  #replayRows(operationId: number, direction: 'undo' | 'redo'): void {
    const rows = all<Row>(this.#db, `SELECT seq, tbl, row_id, before, after FROM change WHERE operation_id = ? ORDER BY seq ${direction === 'undo' ? 'DESC' : 'ASC'}`, operationId);
    for (const row of rows) {
      const table = this.#table(row.tbl);
      const [expected, wanted] = direction === 'undo' ? [row.after, row.before] : [row.before, row.after];
      const present = one<{ image: string }>(this.#db, table.imageSql, row.row_id)?.image ?? null;
      if (present !== expected) throw refused('This step cannot be replayed, because what it changed was changed again from outside. Nothing was done.', { table: row.tbl, id: row.row_id });
      if (wanted === null) run(this.#db, table.deleteSql, row.row_id);
      else if (present === null) run(this.#db, table.insertSql, wanted);
      else run(this.#db, table.updateSql, wanted, row.row_id);
    }
  }

  /** The rows of a bulk operation wait as images in the log while it is undone, and only then. */
  #removeBulk(operationId: number): void {
    for (const range of this.#ranges(operationId).reverse()) {
      const table = this.#table(range.tbl);
      run(this.#db, table.parkSql, operationId, range.first, range.last);
      run(this.#db, `DELETE FROM "${range.tbl}" WHERE id BETWEEN ? AND ?`, range.first, range.last);
    }
  }

  #restoreBulk(operationId: number): void {
    for (const range of this.#ranges(operationId)) run(this.#db, this.#table(range.tbl).unparkSql, operationId, range.tbl);
    run(this.#db, 'DELETE FROM change WHERE operation_id = ?', operationId);
  }

  /** A fresh change ends the branch of what was undone; the parked rows of an undone import go with it. */
  #abandonUndone(): void {
    const abandoned = run(this.#db, "UPDATE operation SET state = 'abandoned' WHERE state = 'undone'");
    if (abandoned) run(this.#db, "DELETE FROM change WHERE operation_id IN (SELECT id FROM operation WHERE state = 'abandoned' AND record = 'bulk')");
  }

  #highestIds(): Map<string, number> {
    return new Map([...this.#tables.keys()].map((table) => [table, one<{ id: number | null }>(this.#db, `SELECT max(id) AS id FROM "${table}"`)?.id ?? 0]));
  }

  #noteRanges(operationId: number, before: Map<string, number>): void {
    for (const [table, highest] of this.#highestIds()) {
      const first = (before.get(table) ?? 0) + 1;
      if (highest >= first) insert(this.#db, 'INSERT INTO bulk (operation_id, tbl, first, last) VALUES (?, ?, ?, ?)', operationId, table, first, highest);
    }
  }

  #ranges(operationId: number) {
    return all<{ tbl: string; first: number; last: number }>(this.#db, 'SELECT tbl, first, last FROM bulk WHERE operation_id = ? ORDER BY id', operationId);
  }

  #tablesOf(operationId: number): Table[] {
    return all<{ tbl: Table }>(this.#db, 'SELECT DISTINCT tbl FROM change WHERE operation_id = ?1 UNION SELECT tbl FROM bulk WHERE operation_id = ?1', operationId).map((row) => row.tbl);
  }

  #tablesOfReverted(operationId: number, step: Step): Table[] {
    run(this.#db, 'UPDATE operation SET reverts = ? WHERE id = ?', step.operationId, operationId);
    return this.#tablesOf(step.operationId);
  }

  #table(name: string): TrackedTable {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`the history names an unknown table ${name}`);
    return table;
  }
}

function modeOf(record: Record, operationId: number): Mode {
  if (record === 'none') return { kind: 'silent' };
  return record === 'final' ? { kind: 'final', touched: new Set() } : { kind: record, operationId };
}

/** What undo and redo would do now: the newest operation still done, and the oldest undone one. */
export function nextSteps(db: Db): { undo: Step | null; redo: Step | null } {
  const step = (order: 'DESC' | 'ASC', state: string) =>
    one<Step>(db, `SELECT id AS operationId, label FROM operation WHERE state = ? AND record <> 'none' ORDER BY id ${order} LIMIT 1`, state) ?? null;
  return { undo: step('DESC', 'done'), redo: step('ASC', 'undone') };
}
