import type { AnalysisWithCounts } from '../../../../shared/contract/theme.ts';
import { mergeEffect } from '../../../../shared/domain/merge-effect.ts';
import type { AnalysisRow, Counts } from '../../../../shared/domain/types.ts';
import { conflict, invalid, missing } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, idList, insert, one, run } from '../../sql.ts';
import { codingsUnder, sameName } from '../coding/code.ts';
import { keptAskedCounter } from '../survey/asked.ts';
import { activeAnalysis } from './lookup.ts';
import { noteMerge } from './merge.ts';
import { childrenOf, moveTo } from './order.ts';
import { loadAnalyses, loadCodes } from './structure.ts';

/** Participants with a non-empty answer to any of the questions: the denominator of every count in an analysis. */
export const answeredBy = (db: Db, questionIds: readonly number[]): number =>
  one<{ people: number }>(db, 'SELECT count(DISTINCT participant_id) AS people FROM item WHERE question_id IN (SELECT value FROM json_each(?))', idList(questionIds))?.people ?? 0;

function freeName(db: Db, name: string, except: readonly number[] = []): void {
  const twin = loadAnalyses(db).find((analysis) => analysis.status === 'active' && !except.includes(analysis.id) && sameName(analysis.name, name));
  if (twin) throw conflict(`There is an analysis “${twin.name}” already. Choose another name.`, { id: twin.id });
}

/** Creates an analysis over questions; throws `missing` where a question is not there. */
export function createAnalysis(db: Db, name: string, questionIds: readonly number[]): number {
  freeName(db, name);
  const position = (one<{ last: number | null }>(db, 'SELECT max(position) AS last FROM analysis')?.last ?? 0) + 1;
  const id = insert(db, 'INSERT INTO analysis (name, position) VALUES (?, ?)', name, position);
  addQuestions(db, id, questionIds);
  return id;
}

function addQuestions(db: Db, analysisId: number, questionIds: readonly number[]): void {
  for (const questionId of new Set(questionIds)) {
    if (!one(db, 'SELECT 1 FROM question WHERE id = ?', questionId)) throw missing('One of these questions is not there any more.');
    run(db, 'INSERT OR IGNORE INTO analysis_question (analysis_id, question_id) VALUES (?, ?)', analysisId, questionId);
  }
}

export const analysisHandlers = {
  'analysis.list': ({ db }): AnalysisWithCounts[] => {
    const counts = new Map(all<Counts & { id: number }>(db, `SELECT id, sum(times) AS codings, count(*) AS extracts, count(DISTINCT person) AS participants FROM
      (SELECT code.analysis_id AS id, participant_id AS person, count(*) AS times FROM code JOIN coding ON code_id = code.id WHERE status = 'active' GROUP BY code.analysis_id, participant_id, item_id, start, "end") GROUP BY id`)
      .map(({ id, ...rest }) => [id, rest]));
    const codes = new Map(all<{ id: number; codes: number; codesPlaced: number }>(db, "SELECT analysis_id AS id, count(*) AS codes, count(theme_id) AS codesPlaced FROM code WHERE status = 'active' GROUP BY analysis_id").map(({ id, ...rest }) => [id, rest]));
    const asked = keptAskedCounter(db);
    return loadAnalyses(db).map((analysis) => ({
      ...analysis, ...(counts.get(analysis.id) ?? { codings: 0, extracts: 0, participants: 0 }), ...(codes.get(analysis.id) ?? { codes: 0, codesPlaced: 0 }), answered: answeredBy(db, analysis.questionIds), asked: asked(analysis.questionIds),
    }));
  },

  'analysis.plain': ({ db }) => {
    const asked = keptAskedCounter(db);
    return loadAnalyses(db).map((analysis) => ({ ...analysis, answered: answeredBy(db, analysis.questionIds), asked: asked(analysis.questionIds) }));
  },

  'analysis.create': ({ db }, { name, questionIds }) => ({ id: createAnalysis(db, name, questionIds) }),

  'analysis.update': ({ db }, { id, name, questionIds }) => {
    const analysis = activeAnalysis(db, id);
    if (name !== undefined) {
      freeName(db, name, [id]);
      run(db, 'UPDATE analysis SET name = ? WHERE id = ?', name, id);
    }
    if (questionIds !== undefined) {
      run(db, 'DELETE FROM analysis_question WHERE analysis_id = ? AND question_id NOT IN (SELECT value FROM json_each(?))', id, idList(questionIds));
      addQuestions(db, id, questionIds);
    }
    return { id, name: name ?? analysis.name };
  },

  'analysis.merge': (context, { ids, name, keepAsGroups, reason }) => {
    const { db } = context;
    const sources = [...new Set(ids)].map((id): AnalysisRow => activeAnalysis(db, id));
    if (sources.length < 2) throw invalid('Choose at least two different analyses to merge.');
    freeName(db, name, ids);
    const codings = sources.map((source) => codingsUnder(db, loadCodes(db, source.id).filter((code) => code.status === 'active').map((code) => code.id)));
    const effect = mergeEffect(codings);
    // Renamed out of the way first, so that the result may bear the name of one of its sources.
    for (const source of sources) run(db, "UPDATE analysis SET status = 'merged' WHERE id = ?", source.id);
    const targetId = createAnalysis(db, name, sources.flatMap((source) => source.questionIds));
    for (const source of sources) {
      const roots = childrenOf(db, { analysisId: source.id, themeId: null, tray: 'unplaced' });
      const misc = childrenOf(db, { analysisId: source.id, themeId: null, tray: 'miscellaneous' });
      run(db, 'UPDATE theme SET analysis_id = ? WHERE analysis_id = ?', targetId, source.id);
      run(db, 'UPDATE code SET analysis_id = ? WHERE analysis_id = ?', targetId, source.id);
      run(db, 'UPDATE analysis SET merged_into = ? WHERE id = ?', targetId, source.id);
      const top = { analysisId: targetId, themeId: null, tray: 'unplaced' } as const;
      if (keepAsGroups && roots.length) {
        const heading = insert(db, "INSERT INTO theme (analysis_id, parent_id, kind, name, position) VALUES (?, NULL, 'group', ?, 0)", targetId, source.name);
        moveTo(db, { ...top, themeId: heading }, roots);
        moveTo(db, top, [{ kind: 'theme', id: heading }]);
      } else if (roots.length) moveTo(db, top, roots);
      if (misc.length) moveTo(db, { ...top, tray: 'miscellaneous' }, misc);
    }
    const mergeId = noteMerge(context, { kind: 'analysis', analysisId: targetId, targetId, targetName: name, reason, askReview: false, moved: effect.moved, duplicates: effect.duplicates,
      sources: sources.map((source, index) => ({ id: source.id, name: source.name, moved: effect.sources[index]?.codings ?? 0, duplicates: effect.sources[index]?.duplicates ?? 0 })) });
    return { mergeId, targetId, name, sources: sources.length, moved: effect.moved, duplicates: effect.duplicates, participants: effect.after.participants };
  },
} satisfies Partial<ProjectHandlers>;
