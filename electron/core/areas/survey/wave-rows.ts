import { createHash } from 'node:crypto';
import { all, type Db } from '../../sql.ts';
import type { WaveMatch } from './wave-known.ts';
import { sameWords } from './wave-words.ts';

/**
 * Recognises respondents without an id by everything that they said: their row has the same attributes and answers, word for
 * word, as one of `candidates`. Rows that occur several times are paired one by one.
 * Words that were masked since do not count, or the row would come in again with them.
 */
export function sameRows(db: Db, { understood, questions, attributes }: Pick<WaveMatch, 'understood' | 'questions' | 'attributes'>, candidates: ReadonlySet<number>): (number | null)[] {
  const waiting = new Map<string, number[]>();
  const masks = masksOf(db, questions.map((question) => question?.id ?? null));
  const masked: Masked[] = [];
  const found = partsOf(db, questions.map((question) => question?.id ?? null), attributes.map((attribute) => attribute?.id ?? null));
  const blank = Array<string>(questions.length + attributes.length).fill('');
  for (const id of candidates) {
    const parts = found.get(id) ?? blank;
    const own = masks.get(id);
    if (own) {
      masked.push({ id, parts, masks: own });
      continue;
    }
    const key = fingerprint(parts);
    waiting.set(key, [...(waiting.get(key) ?? []), id]);
  }
  for (const ids of waiting.values()) ids.sort((a, b) => b - a);
  const columns = [...understood.questions.map(({ cells }, at) => (questions[at] ? cells : null)), ...understood.attributes.map(({ cells }, at) => (attributes[at] ? cells : null))];
  return understood.respondents.map((_, person) => {
    const parts = columns.map((cells) => cells?.[person] ?? '');
    return waiting.get(fingerprint(parts))?.pop() ?? amongMasked(masked, parts);
  });
}

interface Masked { id: number; parts: string[]; masks: ReadonlyMap<number, { start: number; end: number }[]> }

/** Few people have masked words, so that these are compared one after the other. */
function amongMasked(masked: Masked[], parts: readonly string[]): number | null {
  const at = masked.findIndex((each) => each.parts.every((part, index) => sameWords(part, parts[index] ?? '', each.masks.get(index) ?? [])));
  return at < 0 ? null : (masked.splice(at, 1)[0]?.id ?? null);
}

/** Masks in the latest answers of each participant, by the position of the question. */
function masksOf(db: Db, questionIds: readonly (number | null)[]): Map<number, Map<number, { start: number; end: number }[]>> {
  const found = new Map<number, Map<number, { start: number; end: number }[]>>();
  for (const [at, questionId] of questionIds.entries()) {
    if (questionId === null) continue;
    const rows = all<{ id: number; start: number; end: number }>(db, `SELECT i.participant_id AS id, start, "end" FROM mask JOIN item i ON i.id = item_id WHERE i.question_id = ? AND i.participant_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM item later WHERE later.question_id = i.question_id AND later.participant_id = i.participant_id AND later.version > i.version)`, questionId);
    for (const { id, start, end } of rows) {
      const own = found.get(id) ?? new Map<number, { start: number; end: number }[]>();
      own.set(at, [...(own.get(at) ?? []), { start, end }]);
      found.set(id, own);
    }
  }
  return found;
}

const fingerprint = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64');

/** What each participant said in the columns that a file shares with the project, in the order of its columns. */
function partsOf(db: Db, questionIds: readonly (number | null)[], attributeIds: readonly (number | null)[]): Map<number, string[]> {
  const width = questionIds.length + attributeIds.length;
  const parts = new Map<number, string[]>();
  const put = (id: number, at: number, text: string) => {
    const row = parts.get(id) ?? Array<string>(width).fill('');
    row[at] = text;
    parts.set(id, row);
  };
  for (const [at, questionId] of questionIds.entries()) {
    if (questionId === null) continue;
    for (const { id, text } of all<{ id: number; text: string }>(db, 'SELECT participant_id AS id, text FROM item WHERE question_id = ? ORDER BY version', questionId)) put(id, at, text);
  }
  for (const [at, attributeId] of attributeIds.entries()) {
    if (attributeId === null) continue;
    for (const { id, value } of all<{ id: number; value: string }>(db, 'SELECT participant_id AS id, value FROM attribute_value WHERE attribute_id = ?', attributeId)) put(id, questionIds.length + at, value);
  }
  return parts;
}
