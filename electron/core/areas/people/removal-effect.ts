import type { DeletionEffect } from '../../../../shared/contract/removal.ts';
import { all, type Db, idList, one } from '../../sql.ts';
import type { Removal } from './removal-plan.ts';

const count = (db: Db, sql: string, ...values: string[]): number => one<{ n: number }>(db, sql, ...values)?.n ?? 0;
const names = (db: Db, sql: string, ids: readonly number[]): string[] => all<{ name: string }>(db, sql, idList(ids)).map(({ name }) => name);

/** Counts and names what a removal would take along. */
export function effectOf(db: Db, removal: Removal): DeletionEffect {
  const items = idList(removal.items);
  const on = (table: string) => count(db, `SELECT count(*) AS n FROM ${table} WHERE item_id IN (SELECT value FROM json_each(?))`, items);
  const questions = idList(removal.questions);
  return {
    name: removal.name, obstacle: obstacleOf(removal), people: removal.people.length, answers: removal.items.length, documents: removal.documents.length,
    questions: names(db, 'SELECT short_name AS name FROM question WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position', removal.questions),
    attributes: names(db, 'SELECT name FROM attribute WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position', removal.attributes),
    codings: on('coding'),
    extracts: count(db, 'SELECT count(*) AS n FROM (SELECT DISTINCT item_id, start, "end" FROM coding WHERE item_id IN (SELECT value FROM json_each(?)))', items),
    codes: codesOf(db, items),
    noticings: on('noticing'), examined: on('examined'), readings: on('reading'), masks: on('mask'), repairs: on('repair'),
    memos: count(db, 'SELECT count(*) AS n FROM memo WHERE question_id IN (SELECT value FROM json_each(?))', questions),
    diaryLinks: count(db, "SELECT count(*) AS n FROM diary_link WHERE (kind = 'extract' AND target_id IN (SELECT value FROM json_each(?1))) OR (kind = 'question' AND target_id IN (SELECT value FROM json_each(?2)))", items, questions),
    numbers: count(db, 'SELECT count(*) AS n FROM alias WHERE participant_id IN (SELECT value FROM json_each(?))', idList(removal.people)),
    analyses: removal.analyses.filter(({ empty }) => empty).map(({ name }) => name),
    milestones: count(db, `SELECT count(*) AS n FROM milestone JOIN picture ON picture.hash = milestone.picture
      WHERE EXISTS (SELECT 1 FROM json_each(picture.json, '$.codings') WHERE json_extract(value, '$[2]') IN (SELECT value FROM json_each(?)))`, items),
    steps: count(db, "SELECT count(*) AS n FROM operation WHERE state = 'done' AND record <> 'none'"),
  };
}

/** Codes that lose extracts, with the different stretches that go and those that stay. */
function codesOf(db: Db, items: string): DeletionEffect['codes'] {
  return all(db, `SELECT code.id, code.name, analysis.name AS analysis, going.n AS extracts,
      (SELECT count(*) FROM (SELECT DISTINCT item_id, start, "end" FROM coding WHERE code_id = code.id AND item_id NOT IN (SELECT value FROM json_each(?1)))) AS "left"
    FROM (SELECT code_id, count(*) AS n FROM (SELECT DISTINCT code_id, item_id, start, "end" FROM coding WHERE item_id IN (SELECT value FROM json_each(?1))) GROUP BY code_id) AS going
    JOIN code ON code.id = going.code_id JOIN analysis ON analysis.id = code.analysis_id ORDER BY going.n DESC, code.name`, items);
}

/** The sentence that stands in the way; null where nothing does. */
export function obstacleOf({ analyses }: Removal): string | null {
  const full = analyses.filter(({ empty }) => !empty);
  if (full.length === 0) return null;
  const list = full.slice(0, 3).map(({ name }) => `“${name}”`).join(', ');
  const more = full.length > 3 ? ` and ${full.length - 3} more` : '';
  return `${full.length === 1 ? `The analysis ${list} has codes or themes and would be` : `The analyses ${list}${more} have codes or themes and would be`} left without a question. Give ${full.length === 1 ? 'it' : 'each'} another question first, or merge ${full.length === 1 ? 'it' : 'them'} into an analysis that has one.`;
}
