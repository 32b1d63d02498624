import { setImmediate } from 'node:timers/promises';
import type { CheckedInputOf } from '../../../../shared/contract/index.ts';
import type { Mask } from '../../../../shared/domain/masks.ts';
import { matcherOf } from '../../../../shared/domain/search/match.ts';
import { parseQuery } from '../../../../shared/domain/search/query.ts';
import type { TextRange } from '../../../../shared/domain/text-range.ts';
import { conflict, refused } from '../../../../shared/errors.ts';
import { all, type Db, idList, one } from '../../sql.ts';
import { masksOf } from '../people/masks.ts';

/** What the questions to a search have in common. */
export type What = CheckedInputOf<'search.count'>;

export interface Found {
  itemId: number;
  questionId: number;
  participantId: number | null;
  documentId: number | null;
  text: string;
  places: TextRange[];
  masks: readonly Mask[];
  /** Answers looked at so far, this one included. */
  looked: number;
}

/** Answers read from the file at once. */
const together = 400;
/** Milliseconds of work after which other calls have their turn. */
const slice = 8;

/** Who asks what at the moment, by project: the newest question of an asker wins. */
const asking = new WeakMap<Db, Map<string, symbol>>();

/**
 * Looks through answers in the order of questions and people, and tells `found` of each that fits; `false` from it ends the
 * scan. Nothing is kept: no index holds words that masking or withdrawing would have to find again. The work is cut into short
 * pieces, so that typing and saving never wait for a search. Gives whether all answers were looked at.
 */
export async function scan(db: Db, name: string, what: What, after: number | undefined, found: (hit: Found) => boolean): Promise<boolean> {
  const stopped = turnOf(db, name, what.asker);
  const matches = matcherOf(parseQuery(what.text, what.mode));
  let began = performance.now();
  let looked = 0;
  for (const { questionId, ids } of listed(db, what, after)) {
    for (let from = 0; from < ids.length; from += together) {
      const part = ids.slice(from, from + together);
      const rows = all<Omit<Found, 'places' | 'masks' | 'looked' | 'questionId'>>(
        db,
        'SELECT i.id AS itemId, i.participant_id AS participantId, i.document_id AS documentId, i.text FROM json_each(?) AS each CROSS JOIN item i ON i.id = each.value',
        idList(part),
      );
      const masks = masksOf(db, part);
      for (const row of rows) {
        looked++;
        const own = masks.get(row.itemId) ?? [];
        const places = matches(row.text, own);
        if (places && !found({ ...row, questionId, places, masks: own, looked })) return false;
        if (performance.now() - began < slice) continue;
        await setImmediate();
        if (stopped()) throw conflict('A newer search took the place of this one.');
        if (!db.open) throw refused('This project is closed.');
        began = performance.now();
      }
    }
  }
  return true;
}

/** Takes the asker's turn, and tells later whether somebody else has taken it since. */
function turnOf(db: Db, name: string, asker: string | undefined): () => boolean {
  if (asker === undefined) return () => false;
  const turns = asking.get(db) ?? new Map<string, symbol>();
  asking.set(db, turns);
  const key = `${name} ${asker}`;
  const mine = Symbol(key);
  turns.set(key, mine);
  return () => turns.get(key) !== mine;
}

/** The answers to look at, question by question, from behind an answer on. Each list is read when its question comes. */
function* listed(db: Db, what: What, after: number | undefined): Iterable<{ questionId: number; ids: number[] }> {
  const questions = all<{ id: number }>(
    db,
    `SELECT id FROM question WHERE ?1 IS NULL OR id IN (SELECT value FROM json_each(?1)) ORDER BY position, id`,
    what.questionIds ? idList(what.questionIds) : null,
  ).filter(
    ({ id }) => what.analysisId === undefined || one(db, 'SELECT 1 FROM analysis_question WHERE analysis_id = ? AND question_id = ?', what.analysisId, id),
  );
  const [conditions, values] = conditionsOf(what);
  const last = after === undefined ? undefined : one<{ questionId: number }>(db, 'SELECT question_id AS questionId FROM item WHERE id = ?', after);
  const start = last
    ? Math.max(
        0,
        questions.findIndex(({ id }) => id === last.questionId),
      )
    : 0;
  for (const { id: questionId } of questions.slice(start)) {
    const rows = all<{ id: number }>(
      db,
      `SELECT i.id FROM item i WHERE i.question_id = ?${conditions} ORDER BY i.participant_id, i.version, i.id`,
      questionId,
      ...values,
    );
    const from = last?.questionId === questionId ? rows.findIndex(({ id }) => id === after) + 1 : 0;
    yield { questionId, ids: rows.slice(from).map(({ id }) => id) };
  }
}

function conditionsOf({ attributes, code, uncoded, analysisId }: What): [string, (string | number)[]] {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const and = (condition: string, ...more: (string | number)[]) => {
    conditions.push(` AND ${condition}`);
    values.push(...more);
  };
  for (const { attributeId, values: chosen } of attributes) {
    and(
      'i.participant_id IN (SELECT participant_id FROM attribute_value WHERE attribute_id = ? AND value IN (SELECT value FROM json_each(?)))',
      attributeId,
      JSON.stringify(chosen),
    );
  }
  if (code) and(`${code.borne ? '' : 'NOT '}EXISTS (SELECT 1 FROM coding WHERE item_id = i.id AND code_id = ?)`, code.id);
  if (uncoded && analysisId !== undefined)
    and("NOT EXISTS (SELECT 1 FROM coding JOIN code ON code.id = code_id WHERE item_id = i.id AND status = 'active' AND analysis_id = ?)", analysisId);
  else if (uncoded) and("NOT EXISTS (SELECT 1 FROM coding JOIN code ON code.id = code_id WHERE item_id = i.id AND status = 'active')");
  return [conditions.join(''), values];
}
