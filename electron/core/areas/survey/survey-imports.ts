import type { ImportRow } from '../../../../shared/contract/removal.ts';
import { all, type Db } from '../../sql.ts';

interface Row extends Omit<ImportRow, 'steps' | 'kind'> { operationId: number | null }

/** Imports, the newest first, with what is in the project because of each. */
export function importsOf(db: Db): ImportRow[] {
  const answers = new Map(all<{ id: number; answers: number; changed: number }>(db, 'SELECT import_id AS id, count(*) AS answers, sum(version > 1) AS changed FROM item GROUP BY import_id').map(({ id, ...rest }) => [id, rest]));
  const done = all<{ id: number }>(db, "SELECT id FROM operation WHERE state = 'done' AND record <> 'none' ORDER BY id").map(({ id }) => id);
  return all<Row>(db, `SELECT id, file_name AS fileName, size, at, actor,
      (SELECT count(*) FROM participant WHERE import_id = import.id) AS people, (SELECT count(*) FROM question WHERE import_id = import.id) AS questions,
      (SELECT count(*) FROM attribute WHERE import_id = import.id) AS attributes, (SELECT count(*) FROM document WHERE import_id = import.id) AS documents,
      (SELECT operation_id FROM bulk JOIN operation ON operation.id = operation_id WHERE tbl = 'import' AND import.id BETWEEN first AND last AND state = 'done') AS operationId
    FROM import ORDER BY id DESC`).map(({ operationId, ...row }) => {
    const at = operationId === null ? -1 : done.indexOf(operationId);
    return { ...row, ...(answers.get(row.id) ?? { answers: 0, changed: 0 }), kind: row.documents > 0 ? 'documents' : 'survey', steps: at < 0 ? null : done.length - at };
  });
}
