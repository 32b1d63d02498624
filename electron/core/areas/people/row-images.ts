import { all, type Db, run } from '../../sql.ts';

/** An earlier version of a row in the log. `live`: undo may come back to it; what was undone is given up by a final command. */
interface Image { seq: number; id: number; live: 0 | 1; image: string }

/** Rewrites texts in all row images of a table: by SQLite, so that they stay equal to the rows, byte for byte, and undo goes on through them. */
export function rewriteImages(db: Db, table: string, columns: readonly string[], rewritten: (text: string, image: Pick<Image, 'id' | 'live'>) => string): void {
  for (const side of ['before', 'after'] as const) {
    const images = all<Image>(db, `SELECT seq, row_id AS id, state = 'done' AS live, ${side} AS image FROM change JOIN operation ON operation.id = operation_id WHERE tbl = ? AND ${side} IS NOT NULL`, table);
    for (const { seq, id, live, image } of images) {
      const row = JSON.parse(image) as Record<string, unknown>;
      for (const column of columns) {
        const text = row[column];
        if (typeof text !== 'string') continue;
        const next = rewritten(text, { id, live });
        if (next !== text) run(db, `UPDATE change SET ${side} = json_set(${side}, ?, ?) WHERE seq = ?`, `$.${column}`, next, seq);
      }
    }
  }
}
