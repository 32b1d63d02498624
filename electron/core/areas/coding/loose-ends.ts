import type { KeptLooseEnd } from '../../../../shared/contract/code.ts';
import { invalid, missing } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, insert, one, run } from '../../sql.ts';
import { activeCodes, codesOf } from '../structure/lookup.ts';

interface End { kind: KeptLooseEnd['kind']; codeId?: number | undefined; otherId?: number | undefined; questionId?: number | undefined }

/** The pair of two nearly equal names is one loose end, whichever of them is named first. */
const letGo = (db: Db, { kind, codeId, otherId, questionId }: End): number =>
  run(db, 'DELETE FROM kept_loose_end WHERE kind = ?1 AND question_id IS ?4 AND ((code_id IS ?2 AND other_id IS ?3) OR (code_id IS ?3 AND other_id IS ?2))', kind, codeId ?? null, otherId ?? null, questionId ?? null);

/** Throws where the parts do not make a loose end of that kind. */
function check({ kind, codeId, otherId, questionId }: End): void {
  if ((kind === 'twin') !== (otherId !== undefined)) throw invalid('Two names that are nearly equal belong to two codes; any other loose end to one.');
  if ((kind === 'unopened') !== (questionId !== undefined) || (kind === 'unopened') === (codeId !== undefined)) throw invalid('Answers never opened belong to a question; any other loose end to a code.');
}

/** What it is called: its first code or its question. */
function nameOf(db: Db, { codeId, questionId }: End, codes: typeof codesOf): string {
  if (codeId !== undefined) return codes(db, [codeId])[0]?.name ?? '';
  const question = one<{ name: string }>(db, 'SELECT short_name AS name FROM question WHERE id = ?', questionId ?? 0);
  if (!question) throw missing('This question is not there any more.');
  return question.name;
}

export const looseEndHandlers = {
  'code.kept': ({ db }, { analysisId }) =>
    all<KeptLooseEnd>(db, `SELECT code_id AS codeId, k.kind, other_id AS otherId, k.question_id AS questionId, k.reason, at, actor FROM kept_loose_end k
      WHERE code_id IN (SELECT id FROM code WHERE analysis_id = ?1) OR k.question_id IN (SELECT question_id FROM analysis_question WHERE analysis_id = ?1) ORDER BY k.id`, analysisId),

  'code.keep': ({ db, now, actor }, end) => {
    check(end);
    const name = nameOf(db, end, activeCodes);
    if (end.otherId !== undefined) activeCodes(db, [end.otherId]);
    letGo(db, end);
    insert(db, 'INSERT INTO kept_loose_end (code_id, kind, other_id, question_id, reason, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?)', end.codeId ?? null, end.kind, end.otherId ?? null, end.questionId ?? null, end.reason, now(), actor);
    return { name };
  },

  'code.reconsider': ({ db }, end) => {
    check(end);
    const name = nameOf(db, end, codesOf);
    letGo(db, end);
    return { name };
  },
} satisfies Partial<ProjectHandlers>;
