import type { CodingSitting } from '../../../../shared/contract/coding.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all } from '../../sql.ts';

/** Milliseconds without coding after which what follows is another sitting. */
const pause = 30 * 60_000;

/** Rows that a step of coding inserted: codes of the analysis that it made, and codings that it placed under them. */
const inserted = `SELECT o.id, o.at, o.actor, c.tbl, coalesce(json_extract(c.after, '$.code_id'), c.row_id) AS codeId
  FROM operation o JOIN change c ON c.operation_id = o.id AND c.before IS NULL AND c.tbl IN ('code', 'coding')
  JOIN code ON code.id = coalesce(json_extract(c.after, '$.code_id'), c.row_id) AND code.analysis_id = ?
  WHERE o.state IN ('done', 'sealed') AND o.record = 'rows' AND (o.command LIKE 'coding.%' OR o.command LIKE 'search.%' OR o.command = 'code.create') AND o.command <> 'coding.import' ORDER BY o.at, o.id, c.seq`;

interface Step { id: number; at: string; actor: string; tbl: 'code' | 'coding'; codeId: number }

export const codingSittingHandlers = {
  'coding.sittings': ({ db }, { analysisId }) => {
    const sittings: CodingSitting[] = [];
    const open = new Map<string, { index: number; sitting: CodingSitting }>();
    const lastUsed = new Map<number, number>();
    for (const { at, actor, tbl, codeId } of all<Step>(db, inserted, analysisId)) {
      let present = open.get(actor);
      if (!present || Date.parse(at) - Date.parse(present.sitting.endedAt) > pause) {
        const sitting = { startedAt: at, endedAt: at, actor, codings: 0, newCodes: 0 };
        open.set(actor, (present = { index: sittings.push(sitting) - 1, sitting }));
      }
      present.sitting.endedAt = at;
      if (tbl === 'code') present.sitting.newCodes++;
      else {
        present.sitting.codings++;
        lastUsed.set(codeId, present.index);
      }
    }
    return { sittings, lastUsed: [...lastUsed] };
  },
} satisfies Partial<ProjectHandlers>;
