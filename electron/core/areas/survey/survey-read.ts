import type { QuestionLinks, QuestionRow } from '../../../../shared/contract/survey.ts';
import type { AttributeInfo, Participant } from '../../../../shared/domain/types.ts';
import { all, type Db } from '../../sql.ts';
import { linksOf, noLinks } from './asked.ts';
import { namesFor } from '../people/names.ts';

/**
 * Questions in order, with how many people answered and how many of the answers are coded in an analysis of that question.
 * An answer counts once, however many versions it has.
 * A coding borrowed from another analysis (S0-42) is no progress here; the Code screen counts alike.
 */
export function questionsOf(db: Db): QuestionRow[] {
  const links = linksOf(db);
  return all<Omit<QuestionRow, keyof QuestionLinks>>(
    db,
    `SELECT q.id, q.kind, q.column_name AS "column", q.short_name AS shortName, q.wording, q.position,
      (SELECT count(*) FROM item i WHERE i.question_id = q.id AND i.version = 1) AS answered,
      coalesce(c.coded, 0) AS coded
    FROM question q
    LEFT JOIN (
      SELECT i.question_id, count(DISTINCT coalesce(i.participant_id, -i.id)) AS coded
      FROM (SELECT DISTINCT coding.item_id, code.analysis_id FROM coding JOIN code ON code.id = coding.code_id WHERE code.status = 'active') placed
      JOIN item i ON i.id = placed.item_id
      JOIN analysis_question aq ON aq.analysis_id = placed.analysis_id AND aq.question_id = i.question_id
      GROUP BY i.question_id
    ) c ON c.question_id = q.id
    ORDER BY q.position`,
  ).map((row) => ({ ...row, ...(links.get(row.id) ?? noLinks) }));
}

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
  const name = namesFor(db);
  const participants = all<{ id: number; number: number; label: string }>(db, 'SELECT id, number, label FROM participant ORDER BY number').map(
    (row): Participant => ({ ...row, shown: name(row), attributes: {}, aliases: {} }),
  );
  const byId = new Map(participants.map((participant) => [participant.id, participant]));
  for (const { participantId, attributeId, value } of all<{ participantId: number; attributeId: number; value: string }>(
    db,
    'SELECT participant_id AS participantId, attribute_id AS attributeId, value FROM attribute_value',
  )) {
    const participant = byId.get(participantId);
    if (participant) participant.attributes[attributeId] = value;
  }
  for (const { participantId, schemeId, label } of all<{ participantId: number; schemeId: number; label: string }>(db, 'SELECT participant_id AS participantId, scheme_id AS schemeId, label FROM alias')) {
    const participant = byId.get(participantId);
    if (participant) participant.aliases[schemeId] = label;
  }
  return participants;
}
