import type { DeletionEffect } from '../../../../shared/contract/removal.ts';
import { all, type Db, idList, one } from '../../sql.ts';
import type { Removal } from './removal-plan.ts';

const count = (db: Db, sql: string, ...values: string[]): number => one<{ n: number }>(db, sql, ...values)?.n ?? 0;
const names = (db: Db, sql: string, ids: readonly number[]): string[] => all<{ name: string }>(db, sql, idList(ids)).map(({ name }) => name);

/** Codings that go: on answers that go, and under codes that go. */
const going = 'item_id IN (SELECT value FROM json_each(?1)) OR code_id IN (SELECT value FROM json_each(?2))';

/** Counts and names what a removal would take along. */
export function effectOf(db: Db, removal: Removal): DeletionEffect {
  const items = idList(removal.items);
  const on = (table: string) => count(db, `SELECT count(*) AS n FROM ${table} WHERE item_id IN (SELECT value FROM json_each(?))`, items);
  const questions = idList(removal.questions);
  const codes = idList(removal.codes);
  return {
    name: removal.name, people: removal.people.length, answers: removal.items.length, documents: removal.documents.length,
    questions: names(db, 'SELECT short_name AS name FROM question WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position', removal.questions),
    attributes: names(db, 'SELECT name FROM attribute WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position', removal.attributes),
    codings: count(db, `SELECT count(*) AS n FROM coding WHERE ${going}`, items, codes),
    extracts: count(db, `SELECT count(*) AS n FROM (SELECT DISTINCT item_id, start, "end" FROM coding WHERE ${going})`, items, codes),
    codes: codesOf(db, items, codes),
    noticings: on('noticing'), examined: on('examined'), readings: on('reading'), masks: on('mask'), repairs: on('repair'),
    memos: count(db, 'SELECT count(*) AS n FROM memo WHERE question_id IN (SELECT value FROM json_each(?))', questions),
    diaryLinks: count(db, "SELECT count(*) AS n FROM diary_link WHERE (kind = 'extract' AND target_id IN (SELECT value FROM json_each(?1))) OR (kind = 'question' AND target_id IN (SELECT value FROM json_each(?2))) OR (kind = 'code' AND target_id IN (SELECT value FROM json_each(?3))) OR (kind = 'theme' AND target_id IN (SELECT value FROM json_each(?4))) OR (kind = 'merge' AND target_id IN (SELECT value FROM json_each(?5))) OR (kind = 'analysis' AND target_id IN (SELECT value FROM json_each(?6)))", items, questions, codes, idList(removal.themes), idList(removal.merges), idList(removal.analyses)),
    numbers: count(db, 'SELECT count(*) AS n FROM alias WHERE participant_id IN (SELECT value FROM json_each(?))', idList(removal.people)),
    analyses: analysesOf(db, removal),
    milestones: count(db, `SELECT count(*) AS n FROM milestone JOIN picture ON picture.hash = milestone.picture
      WHERE EXISTS (SELECT 1 FROM json_each(picture.json, '$.codings') WHERE json_extract(value, '$[2]') IN (SELECT value FROM json_each(?)))`, items),
    steps: count(db, "SELECT count(*) AS n FROM operation WHERE state = 'done' AND record <> 'none'"),
  };
}

/** Codes that stay and lose extracts, with the different stretches that go and those that stay. */
function codesOf(db: Db, items: string, going: string): DeletionEffect['codes'] {
  return all(db, `SELECT code.id, code.name, analysis.name AS analysis, going.n AS extracts,
      (SELECT count(*) FROM (SELECT DISTINCT item_id, start, "end" FROM coding WHERE code_id = code.id AND item_id NOT IN (SELECT value FROM json_each(?1)))) AS "left"
    FROM (SELECT code_id, count(*) AS n FROM (SELECT DISTINCT code_id, item_id, start, "end" FROM coding WHERE item_id IN (SELECT value FROM json_each(?1))) GROUP BY code_id) AS going
    JOIN code ON code.id = going.code_id JOIN analysis ON analysis.id = code.analysis_id WHERE code.id NOT IN (SELECT value FROM json_each(?2)) ORDER BY going.n DESC, code.name`, items, going);
}

/** Analyses that go, with what was built in them. Those that were merged away hold nothing of their own. */
const analysesOf = (db: Db, { analyses }: Removal): DeletionEffect['analyses'] =>
  all(db, `SELECT name, (SELECT count(*) FROM code WHERE analysis_id = a.id AND status = 'active') AS codes, (SELECT count(*) FROM theme WHERE analysis_id = a.id AND status = 'active') AS themes,
      (SELECT count(*) FROM merge WHERE analysis_id = a.id) AS merges
    FROM analysis AS a WHERE status = 'active' AND id IN (SELECT value FROM json_each(?)) ORDER BY position`, idList(analyses));
