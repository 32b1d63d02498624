import type { RepairedPlace, RepairedQuestion } from '../../../../shared/contract/understanding.ts';
import { type Mask, withMasks } from '../../../../shared/domain/masks.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db } from '../../sql.ts';
import { masksOf } from '../people/masks.ts';
import { namesFor } from '../people/names.ts';

/** UTF-16 code units of the answer on either side of a repaired place. */
const around = 30;

interface Row { questionId: number; itemId: number; participantId: number | null; label: string | null; number: number | null; start: number; before: string; after: string; text: string }

function placeOf(row: Row, shown: string, masks: readonly Mask[] | undefined): RepairedPlace {
  const end = row.start + row.after.length;
  const left = withMasks(row.text, masks, Math.max(0, row.start - around), row.start).toWellFormed();
  const right = withMasks(row.text, masks, end, end + around).toWellFormed();
  return {
    itemId: row.itemId,
    participantId: row.participantId,
    shown,
    start: row.start,
    before: row.before,
    after: row.after,
    left: row.start > around ? `…${left}` : left,
    right: end + around < row.text.length ? `${right}…` : right,
  };
}

function repairsOf(db: Db, limit: number): RepairedQuestion[] {
  const name = namesFor(db);
  const masks = masksOf(db);
  const questions = all<{ questionId: number; shortName: string; places: number }>(
    db,
    `SELECT q.id AS questionId, q.short_name AS shortName, count(*) AS places FROM repair r JOIN item i ON i.id = r.item_id JOIN question q ON q.id = i.question_id
    GROUP BY q.id ORDER BY q.position`,
  );
  return questions.map((question) => ({
    ...question,
    samples: all<Row>(
      db,
      `SELECT i.question_id AS questionId, i.id AS itemId, p.id AS participantId, p.label, p.number, r.start, r.before, r.after, i.text
      FROM item i JOIN repair r ON r.item_id = i.id LEFT JOIN participant p ON p.id = i.participant_id WHERE i.question_id = ? ORDER BY p.number, i.id, r.start LIMIT ?`,
      question.questionId,
      limit,
    ).map((row) => placeOf(row, row.participantId === null ? '' : name({ id: row.participantId, label: row.label ?? '', number: row.number ?? 0 }), masks.get(row.itemId))),
  }));
}

export const repairHandlers = {
  'survey.repairs': ({ db }, { limit }) => repairsOf(db, limit),
} satisfies Partial<ProjectHandlers>;
