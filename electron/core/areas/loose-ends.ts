import type { KeptLooseEnd } from '../../../shared/contract/code.ts';
import { invalid } from '../../../shared/errors.ts';
import type { ProjectHandlers } from '../handling.ts';
import { all, type Db, insert, run } from '../sql.ts';
import { activeCodes, codesOf } from './lookup.ts';

type End = Pick<KeptLooseEnd, 'codeId' | 'kind'> & { otherId?: number | undefined };

/** The pair of two nearly equal names is one loose end, whichever of them is named first. */
const letGo = (db: Db, { codeId, kind, otherId }: End): number =>
  run(db, 'DELETE FROM kept_loose_end WHERE kind = ?1 AND ((code_id = ?2 AND other_id IS ?3) OR (code_id = ?3 AND other_id = ?2))', kind, codeId, otherId ?? null);

export const looseEndHandlers = {
  'code.kept': ({ db }, { analysisId }) =>
    all<KeptLooseEnd>(db, `SELECT code_id AS codeId, kept_loose_end.kind, other_id AS otherId, kept_loose_end.reason, at, actor FROM kept_loose_end JOIN code ON code.id = code_id WHERE code.analysis_id = ? ORDER BY kept_loose_end.id`, analysisId),

  'code.keep': ({ db, now, actor }, { codeId, kind, otherId, reason }) => {
    if ((kind === 'twin') !== (otherId !== undefined)) throw invalid('Two names that are nearly equal belong to two codes; any other loose end to one.');
    const [code] = activeCodes(db, otherId === undefined ? [codeId] : [codeId, otherId]);
    letGo(db, { codeId, kind, otherId });
    insert(db, 'INSERT INTO kept_loose_end (code_id, kind, other_id, reason, at, actor) VALUES (?, ?, ?, ?, ?, ?)', codeId, kind, otherId ?? null, reason, now(), actor);
    return { name: code?.name ?? '' };
  },

  'code.reconsider': ({ db }, end) => {
    const [code] = codesOf(db, [end.codeId]);
    letGo(db, end);
    return { name: code?.name ?? '' };
  },
} satisfies Partial<ProjectHandlers>;
