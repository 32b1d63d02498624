import type { SearchHit } from '../../../shared/contract/survey.ts';
import { splitsPair } from '../../../shared/domain/offsets.ts';
import { shownAs } from '../../../shared/domain/participant-name.ts';
import type { Display } from '../../../shared/domain/types.ts';
import { all, type Db, one } from '../sql.ts';

/** UTF-16 code units shown on either side of a hit. */
const around = 40;

/** ASCII letters in either case, as SQLite's LIKE has it; the length stays, so that offsets do. */
const folded = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Answers that contain a text, the first place in each; `total` counts all of them. */
export function searchAnswers(db: Db, { text, limit }: { text: string; limit: number }): { hits: SearchHit[]; total: number } {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const total = one<{ total: number }>(db, "SELECT count(*) AS total FROM item WHERE text LIKE ? ESCAPE '\\'", pattern)?.total ?? 0;
  const display = one<{ display: Display }>(db, 'SELECT display FROM project')?.display ?? 'imported';
  const rows = all<{ itemId: number; questionId: number; participantId: number; text: string; label: string; number: number }>(
    db,
    `
    SELECT i.id AS itemId, i.question_id AS questionId, i.participant_id AS participantId, i.text, p.label, p.number
    FROM item i JOIN question q ON q.id = i.question_id JOIN participant p ON p.id = i.participant_id
    WHERE i.text LIKE ? ESCAPE '\\' ORDER BY q.position, p.number LIMIT ?`,
    pattern,
    limit,
  );
  const wanted = folded(text);
  return {
    total,
    hits: rows.map(({ itemId, questionId, participantId, label, number, text: answer }) => {
      const start = folded(answer).indexOf(wanted);
      const end = start + text.length;
      let from = Math.max(0, start - around);
      let to = Math.min(answer.length, end + around);
      if (splitsPair(answer, from)) from++;
      if (splitsPair(answer, to)) to--;
      return {
        itemId,
        questionId,
        participantId,
        shown: shownAs(display, label, number),
        start,
        before: answer.slice(from, start),
        match: answer.slice(start, end),
        after: answer.slice(end, to),
      };
    }),
  };
}
