import type { ProjectHandlers } from '../../handling.ts';
import { all } from '../../sql.ts';

/** Every other coding of the same analysis in the answers of a code, the nearest to each of its extracts first; at the same distance in the order of the text. */
const beside = `SELECT own.id AS codingId, other.code_id AS codeId, min(max(0, other.start - own."end", own.start - other."end")) AS distance, min(other.start) AS place
  FROM coding own JOIN code mine ON mine.id = own.code_id
  JOIN coding other ON other.item_id = own.item_id AND other.code_id <> own.code_id
  JOIN code ON code.id = other.code_id AND code.analysis_id = mine.analysis_id AND code.status <> 'merged'
  WHERE own.code_id = ? GROUP BY own.id, other.code_id ORDER BY own.id, distance, place, other.code_id`;

export const codingBesideHandlers = {
  'coding.beside': ({ db }, { codeId }) => {
    const rows = all<{ codingId: number; codeId: number }>(db, beside, codeId);
    return [...Map.groupBy(rows, (row) => row.codingId)].map(([codingId, others]) => ({ codingId, codeIds: others.map((other) => other.codeId) }));
  },
} satisfies Partial<ProjectHandlers>;
