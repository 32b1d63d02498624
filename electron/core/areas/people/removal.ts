import type { Removed, RemovalKind } from '../../../../shared/contract/removal.ts';
import type { CommandContext, ProjectHandlers } from '../../handling.ts';
import { all, type Db, idList, run } from '../../sql.ts';
import { forgetInLog, forgetInPictures } from './removal-traces.ts';
import { effectOf } from './removal-effect.ts';
import { type Removal, removalOf } from './removal-plan.ts';
import { importsOf } from '../survey/survey-imports.ts';

/** Deletes rows by a list of ids. */
const drop = (db: Db, table: string, ids: readonly number[]) => run(db, `DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, idList(ids));

/**
 * Removes for good: the rows, what hangs on them (by the schema's cascades), links of the diary, and every trace of them in
 * the log and in milestones. Nothing that stays points to what went. Undo of earlier steps ends here.
 */
function remove({ db, history }: CommandContext, kind: RemovalKind, id: number): Removed {
  const removal = removalOf(db, kind, id);
  const { extracts } = effectOf(db, removal);
  history.seal();
  forgetInLog(db, removal);
  // Codes, themes and analyses refer to each other; all of them are gone in the end.
  db.pragma('defer_foreign_keys = ON');
  const gone = { items: idList(removal.items), questions: idList(removal.questions) };
  run(db, "DELETE FROM diary_link WHERE (kind = 'extract' AND target_id IN (SELECT value FROM json_each(?1))) OR (kind = 'question' AND target_id IN (SELECT value FROM json_each(?2)))", gone.items, gone.questions);
  const changed = kind === 'import' ? answersBehind(db, gone.items) : [];
  drop(db, 'item', removal.items);
  for (const { questionId, participantId } of changed) renumber(db, questionId, participantId);
  if (kind === 'import') run(db, 'DELETE FROM attribute_value WHERE import_id = ?', id);
  drop(db, 'participant', removal.people);
  drop(db, 'document', removal.documents);
  run(db, "UPDATE question SET asked = '' WHERE asked <> '' AND json_extract(asked, '$.attributeId') IN (SELECT value FROM json_each(?))", idList(removal.attributes));
  run(db, "UPDATE question SET tie = '' WHERE closed_id IN (SELECT value FROM json_each(?))", idList(removal.attributes));
  drop(db, 'attribute', removal.attributes);
  dropAnalyses(db, removal);
  drop(db, 'question', removal.questions);
  if (kind === 'import') {
    handOver(db, id);
    drop(db, 'import', [id]);
  }
  run(db, 'DELETE FROM reading_session WHERE id NOT IN (SELECT session_id FROM reading)');
  forgetInPictures(db, removal);
  return { name: removal.name, people: removal.people.length, answers: removal.items.length, extracts };
}

/** Analyses with everything in them; what one of their codes borrowed from another question goes with the code. */
function dropAnalyses(db: Db, { analyses, codes, themes, merges }: Removal): void {
  for (const [kind, ids] of [['code', codes], ['theme', themes], ['merge', merges], ['analysis', analyses]] as const)
    run(db, 'DELETE FROM diary_link WHERE kind = ? AND target_id IN (SELECT value FROM json_each(?))', kind, idList(ids));
  run(db, 'DELETE FROM coding WHERE code_id IN (SELECT value FROM json_each(?))', idList(codes));
  drop(db, 'code', codes);
  drop(db, 'theme', themes);
  drop(db, 'merge', merges);
  drop(db, 'analysis', analyses);
}

interface Answered { questionId: number; participantId: number }

/** Answers of which some versions go and others stay. */
const answersBehind = (db: Db, items: string): Answered[] =>
  all(db, `SELECT DISTINCT i.question_id AS questionId, i.participant_id AS participantId FROM item i WHERE i.id IN (SELECT value FROM json_each(?1)) AND i.participant_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM item other WHERE other.question_id = i.question_id AND other.participant_id = i.participant_id AND other.id NOT IN (SELECT value FROM json_each(?1)))`, items);

/** The versions that stay are 1, 2 … again. */
function renumber(db: Db, questionId: number, participantId: number): void {
  const rows = all<{ id: number; version: number }>(db, 'SELECT id, version FROM item WHERE question_id = ? AND participant_id = ? ORDER BY version', questionId, participantId);
  for (const [at, { id, version }] of rows.entries()) if (version !== at + 1) run(db, 'UPDATE item SET version = ? WHERE id = ?', at + 1, id);
}

/** People, questions and attributes of the import that stay belong to the first other file that has something of them. */
function handOver(db: Db, id: number): void {
  run(db, `UPDATE participant SET import_id = (SELECT min(import_id) FROM (SELECT import_id FROM item WHERE participant_id = participant.id UNION SELECT import_id FROM attribute_value WHERE participant_id = participant.id)) WHERE import_id = ?`, id);
  run(db, 'UPDATE question SET import_id = (SELECT min(import_id) FROM item WHERE question_id = question.id) WHERE import_id = ?', id);
  run(db, 'UPDATE attribute SET import_id = (SELECT min(import_id) FROM attribute_value WHERE attribute_id = attribute.id) WHERE import_id = ?', id);
}

export const removalHandlers = {
  'survey.deletionEffect': ({ db }, { kind, id }) => effectOf(db, removalOf(db, kind, id)),
  'survey.imports': ({ db }) => importsOf(db),
  'survey.deleteQuestion': (context, { id }) => remove(context, 'question', id),
  'survey.deleteImport': (context, { id }) => remove(context, 'import', id),
  'survey.withdraw': (context, { participantId }) => remove(context, 'participant', participantId),
} satisfies Partial<ProjectHandlers>;
