import type { QuestionRow } from '../../../shared/contract/survey.ts';
import { shownAs } from '../../../shared/domain/participant-name.ts';
import type { AttributeInfo, Display, Participant } from '../../../shared/domain/types.ts';
import { all, type Db, one } from '../sql.ts';

/**
 * Questions in order, with how many people answered and how many of the answers are coded in an analysis of that question.
 * A coding borrowed from another analysis (S0-42) is no progress here; the Code screen counts alike.
 */
export const questionsOf = (db: Db): QuestionRow[] =>
  all<QuestionRow>(
    db,
    `SELECT q.id, q.column_name AS "column", q.short_name AS shortName, q.wording, q.position,
      (SELECT count(*) FROM item i WHERE i.question_id = q.id) AS answered,
      coalesce(c.coded, 0) AS coded
    FROM question q
    LEFT JOIN (
      SELECT i.question_id, count(DISTINCT i.id) AS coded
      FROM (SELECT DISTINCT coding.item_id, code.analysis_id FROM coding JOIN code ON code.id = coding.code_id WHERE code.status = 'active') placed
      JOIN item i ON i.id = placed.item_id
      JOIN analysis_question aq ON aq.analysis_id = placed.analysis_id AND aq.question_id = i.question_id
      GROUP BY i.question_id
    ) c ON c.question_id = q.id
    ORDER BY q.position`,
  );

/** Attributes in order, each with its values, the most frequent first. */
export function attributesOf(db: Db): AttributeInfo[] {
  const values = Map.groupBy(
    all<{ attributeId: number; value: string }>(
      db,
      'SELECT attribute_id AS attributeId, value FROM attribute_value GROUP BY attribute_id, value ORDER BY attribute_id, count(*) DESC, value',
    ),
    ({ attributeId }) => attributeId,
  );
  return all<Omit<AttributeInfo, 'values'>>(db, 'SELECT id, name, wording, position FROM attribute ORDER BY position').map((attribute) => ({
    ...attribute,
    values: (values.get(attribute.id) ?? []).map(({ value }) => value),
  }));
}

/** Participants in order of arrival, as they are shown, with their attributes. */
export function participantsOf(db: Db): Participant[] {
  const display = one<{ display: Display }>(db, 'SELECT display FROM project')?.display ?? 'imported';
  const participants = all<{ id: number; number: number; label: string }>(db, 'SELECT id, number, label FROM participant ORDER BY number').map(
    (row): Participant => ({ ...row, shown: shownAs(display, row.label, row.number), attributes: {} }),
  );
  const byId = new Map(participants.map((participant) => [participant.id, participant]));
  for (const { participantId, attributeId, value } of all<{ participantId: number; attributeId: number; value: string }>(
    db,
    'SELECT participant_id AS participantId, attribute_id AS attributeId, value FROM attribute_value',
  )) {
    const participant = byId.get(participantId);
    if (participant) participant.attributes[attributeId] = value;
  }
  return participants;
}
