import type { Memo, Noticing, PersonReading, QuestionReading, ReadingSession } from '../../../../shared/contract/reading.ts';
import { type Mask, withMasks } from '../../../../shared/domain/masks.ts';
import { rangeProblem, splitsPair } from '../../../../shared/domain/offsets.ts';
import { invalid, missing } from '../../../../shared/errors.ts';
import type { CommandContext, ProjectHandlers } from '../../handling.ts';
import { answersWhere, sourceColumns, sourceJoins, sourceNames, sourceOrder, type SourceRow } from '../survey/document-read.ts';
import { masksOf } from '../people/masks.ts';
import { all, type Db, idList, insert, one, run } from '../../sql.ts';

/** Milliseconds without a reading after which the next one begins another sitting. */
const pause = 30 * 60_000;
/** Code units of a noticing's stretch that a list shows. */
const shownWords = 160;

/** Answers count once, however many versions they have; one that changed since it was read is unread again. */
const counts = `count(i.id) FILTER (WHERE i.version = 1) AS answered, count(i.id) FILTER (WHERE EXISTS (SELECT 1 FROM reading r WHERE r.item_id = i.id)
    AND NOT EXISTS (SELECT 1 FROM item later WHERE later.question_id = i.question_id AND later.participant_id = i.participant_id AND later.version > i.version)) AS read,
  coalesce(sum((SELECT count(*) FROM noticing n WHERE n.item_id = i.id)), 0) AS noticings`;

/** The sitting that a reading at this moment belongs to, or undefined where a new one begins. */
const openSession = (db: Db, at: string, actor: string) =>
  one<{ id: number }>(db, 'SELECT id FROM reading_session WHERE actor = ? AND ended_at >= ? ORDER BY id DESC LIMIT 1', actor, new Date(Date.parse(at) - pause).toISOString());

/** Writes answers into the present sitting; those that stand in it already stay as they are. Gives how many were new. */
function read({ db, now, actor }: CommandContext, itemIds: readonly number[]): number {
  const open = openSession(db, now(), actor);
  const fresh = itemIds.filter((itemId) => !open || !one(db, 'SELECT 1 FROM reading WHERE item_id = ? AND session_id = ?', itemId, open.id));
  if (fresh.length === 0) return 0;
  const sessionId = open?.id ?? insert(db, 'INSERT INTO reading_session (started_at, ended_at, actor) VALUES (?1, ?1, ?2)', now(), actor);
  // A clock that was set back shortens no sitting.
  run(db, 'UPDATE reading_session SET started_at = min(started_at, ?1), ended_at = max(ended_at, ?1) WHERE id = ?2', now(), sessionId);
  for (const itemId of fresh) insert(db, 'INSERT INTO reading (item_id, session_id, at) VALUES (?, ?, ?)', itemId, sessionId, now());
  return fresh.length;
}

function questionOfNoticing(db: Db, id: number): string {
  const found = one<{ question: string }>(db, 'SELECT short_name AS question FROM noticing JOIN item ON item.id = item_id JOIN question ON question.id = question_id WHERE noticing.id = ?', id);
  if (!found) throw missing('This note in the margin is not there any more.');
  return found.question;
}

const beginningOf = (text: string, masks: readonly Mask[] | undefined, start: number, end: number): string => {
  const to = Math.min(end, start + shownWords);
  return withMasks(text, masks, start, splitsPair(text, to) ? to - 1 : to);
};

export const readingHandlers = {
  'reading.state': ({ db }) => {
    const questions = all<QuestionReading>(db, `SELECT q.id AS questionId, ${counts} FROM question q LEFT JOIN item i ON i.question_id = q.id GROUP BY q.id ORDER BY q.position`);
    const sessions = all<ReadingSession>(db, `SELECT s.id, started_at AS startedAt, ended_at AS endedAt, actor, count(*) AS read
      FROM reading_session s JOIN reading r ON r.session_id = s.id GROUP BY s.id ORDER BY s.id`);
    const sum = (of: (question: QuestionReading) => number) => questions.reduce((total, question) => total + of(question), 0);
    return { answers: sum((question) => question.answered), read: sum((question) => question.read), questions, sessions };
  },

  'reading.people': ({ db }) =>
    all<PersonReading>(db, `SELECT p.id AS participantId, ${counts} FROM participant p LEFT JOIN item i ON i.participant_id = p.id GROUP BY p.id ORDER BY p.number`),

  'reading.marks': ({ db }, chosen) => {
    const [column, id] = 'questionId' in chosen ? ['question_id', chosen.questionId] : 'documentId' in chosen ? ['document_id', chosen.documentId] : ['participant_id', chosen.participantId];
    const rows = all<{ itemId: number; at: string }>(db, `SELECT i.id AS itemId, max(r.at) AS at FROM item i JOIN reading r ON r.item_id = i.id WHERE i.${column} = ? GROUP BY i.id`, id as number);
    const last = rows.reduce<{ itemId: number; at: string } | null>((latest, row) => (latest && latest.at > row.at ? latest : row), null);
    return { itemIds: rows.map((row) => row.itemId), last };
  },

  'reading.person': ({ db }, { participantId }) => {
    const positions = new Map(all<{ id: number; position: number }>(db, 'SELECT id, position FROM question').map(({ id, position }) => [id, position]));
    return answersWhere(db, 'i.participant_id = ?', participantId).toSorted((a, b) => (positions.get(a.questionId) ?? 0) - (positions.get(b.questionId) ?? 0));
  },

  'reading.document': ({ db }, { documentId }) => answersWhere(db, 'i.document_id = ?', documentId),

  'reading.markRead': (context, { itemIds, read: asRead }) => {
    const { db } = context;
    const list = idList(new Set(itemIds));
    const items = all<{ id: number; question: string }>(db, 'SELECT item.id, short_name AS question FROM item JOIN question ON question.id = question_id WHERE item.id IN (SELECT value FROM json_each(?))', list);
    if (items.length < new Set(itemIds).size) throw missing('This answer is not there any more.');
    const questions = new Set(items.map((item) => item.question));
    const question = questions.size === 1 ? (items[0]?.question ?? null) : null;
    if (asRead) return { changed: read(context, items.map((item) => item.id)), question };
    const changed = one<{ n: number }>(db, 'SELECT count(DISTINCT item_id) AS n FROM reading WHERE item_id IN (SELECT value FROM json_each(?))', list)?.n ?? 0;
    run(db, 'DELETE FROM reading WHERE item_id IN (SELECT value FROM json_each(?))', list);
    return { changed, question };
  },

  'noticing.list': ({ db }) => {
    const masks = masksOf(db);
    const name = sourceNames(db);
    return all<Omit<Noticing, 'shown' | 'words'> & SourceRow & { answer: string }>(db, `SELECT n.id, n.item_id AS itemId, i.question_id AS questionId,
        n.start, n."end", n.text, n.at, n.actor, i.text AS answer, ${sourceColumns}
      FROM noticing n JOIN item i ON i.id = n.item_id JOIN question q ON q.id = i.question_id ${sourceJoins}
      ORDER BY q.position, ${sourceOrder}, n.start, n.id`)
      .map(({ label, number, title, heading, answer, ...row }) => ({ ...row, shown: name({ ...row, label, number, title, heading }), words: beginningOf(answer, masks.get(row.itemId), row.start, row.end) }));
  },

  'noticing.add': ({ db, now, actor }, { itemId, start, end, text }) => {
    const item = one<{ text: string; question: string }>(db, 'SELECT text, short_name AS question FROM item JOIN question ON question.id = question_id WHERE item.id = ?', itemId);
    if (!item) throw missing('This answer is not there any more.');
    const problem = rangeProblem(item.text, start, end);
    if (problem) throw invalid(problem);
    return { id: insert(db, 'INSERT INTO noticing (item_id, start, "end", text, at, actor) VALUES (?, ?, ?, ?, ?, ?)', itemId, start, end, text, now(), actor), question: item.question };
  },

  'noticing.update': ({ db }, { id, text }) => {
    const question = questionOfNoticing(db, id);
    run(db, 'UPDATE noticing SET text = ? WHERE id = ?', text, id);
    return { id, question };
  },

  'noticing.remove': ({ db }, { id }) => {
    const question = questionOfNoticing(db, id);
    run(db, 'DELETE FROM noticing WHERE id = ?', id);
    return { id, question };
  },

  'memo.list': ({ db }) => all<Memo>(db, 'SELECT question_id AS questionId, text, at, actor FROM memo JOIN question ON question.id = question_id ORDER BY question.position'),

  'memo.set': ({ db, now, actor }, { questionId, text }) => {
    const question = one<{ name: string; text: string | null }>(db, 'SELECT short_name AS name, text FROM question LEFT JOIN memo ON question_id = question.id WHERE question.id = ?', questionId);
    if (!question) throw missing('This question is not there any more.');
    const done = { questionId, question: question.name, removed: text === '' };
    if (text === (question.text ?? '')) return done;
    if (text === '') run(db, 'DELETE FROM memo WHERE question_id = ?', questionId);
    else if (question.text === null) insert(db, 'INSERT INTO memo (question_id, text, at, actor) VALUES (?, ?, ?, ?)', questionId, text, now(), actor);
    else run(db, 'UPDATE memo SET text = ?, at = ?, actor = ? WHERE question_id = ?', text, now(), actor, questionId);
    return done;
  },
} satisfies Partial<ProjectHandlers>;
