import { missing, refused } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, idList, run } from '../../sql.ts';
import { activeAnalysis } from '../structure/lookup.ts';

/** An analysis and those merged into it: what they found empty stays found. */
const family = 'WITH RECURSIVE family (id) AS (SELECT ?1 UNION SELECT analysis.id FROM analysis JOIN family ON analysis.merged_into = family.id)';

/**
 * “Nothing to code here”. Kept per analysis, because an answer that says nothing on one matter may say much on another.
 * A code given later counts more than the mark, which stays and is true again once the code is taken away.
 */
export const examinedHandlers = {
  'coding.examined': ({ db }, { analysisId, questionId }) =>
    all<{ id: number }>(db, `${family} SELECT DISTINCT item.id FROM examined JOIN item ON item.id = examined.item_id WHERE item.question_id = ?2 AND examined.analysis_id IN (SELECT id FROM family) ORDER BY item.id`, analysisId, questionId).map((row) => row.id),

  'coding.examine': ({ db, now, actor }, { analysisId, itemIds, nothing }) => {
    activeAnalysis(db, analysisId);
    const list = idList(new Set(itemIds));
    const items = all<{ id: number; question: string }>(db, 'SELECT item.id, short_name AS question FROM item JOIN question ON question.id = question_id WHERE item.id IN (SELECT value FROM json_each(?))', list);
    if (items.length < new Set(itemIds).size) throw missing('This answer is not there any more.');
    const questions = new Set(items.map((item) => item.question));
    const question = questions.size === 1 ? (items[0]?.question ?? null) : null;
    if (!nothing) return { question, changed: run(db, `${family} DELETE FROM examined WHERE item_id IN (SELECT value FROM json_each(?2)) AND analysis_id IN (SELECT id FROM family)`, analysisId, list) };
    const coded = all(db, `SELECT 1 FROM coding JOIN code ON code.id = code_id WHERE item_id IN (SELECT value FROM json_each(?1)) AND code.analysis_id = ?2 AND code.status = 'active' LIMIT 1`, list, analysisId);
    if (coded.length > 0) throw refused('This answer is coded. Take its codes away first, if there is nothing to code in it.');
    return { question, changed: run(db, `INSERT INTO examined (analysis_id, item_id, at, actor) SELECT ?1, value, ?2, ?3 FROM json_each(?4) WHERE true ON CONFLICT (analysis_id, item_id) DO NOTHING`, analysisId, now(), actor, list) };
  },
} satisfies Partial<ProjectHandlers>;
