import type { Db } from '../../sql.ts';

type Value = string | number | null;

/** Rows per statement: calls into SQLite cost more than the rows themselves, and 50 takes most of that away. */
const together = 50;

/** Collects rows of one table and inserts them many at a time. `table` and `columns` are names from our own code, never from a file. */
export class BulkInsert {
  #db: Db;
  #sql: (rows: number) => string;
  #full;
  #values: Value[] = [];
  #width: number;

  constructor(db: Db, table: string, columns: readonly string[]) {
    const row = `(${columns.map(() => '?').join(', ')})`;
    this.#db = db;
    this.#width = columns.length;
    this.#sql = (rows) => `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`;
    this.#full = db.prepare(this.#sql(together));
  }

  add(...row: Value[]): void {
    this.#values.push(...row);
    if (this.#values.length < together * this.#width) return;
    this.#full.run(this.#values);
    this.#values = [];
  }

  /** Inserts what is still waiting. Nothing may be added afterwards. */
  finish(): void {
    if (this.#values.length) this.#db.prepare(this.#sql(this.#values.length / this.#width)).run(this.#values);
    this.#values = [];
  }
}
