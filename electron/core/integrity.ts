import { createHash } from 'node:crypto';
import type { Problem } from '../../shared/contract/project.ts';
import { filler } from '../../shared/domain/masks.ts';
import { rangeProblem } from '../../shared/domain/offsets.ts';
import { all, type Db, one } from './sql.ts';

/** An invariant as a query for the ids that break it. */
const rules: { kind: string; message: string; sql: string }[] = [
  { kind: 'coding', message: 'A coding names another participant than its answer does.', sql: 'SELECT coding.id FROM coding JOIN item ON item.id = item_id WHERE coding.participant_id IS NOT item.participant_id' },
  { kind: 'document', message: 'A document has no part.', sql: 'SELECT id FROM document WHERE id NOT IN (SELECT document_id FROM item WHERE document_id IS NOT NULL)' },
  { kind: 'item', message: 'An answer of a participant stands in a collection of documents, or a part of a document under a question of the survey.', sql: "SELECT item.id FROM item JOIN question ON question.id = question_id WHERE (question.kind = 'documents') <> (document_id IS NOT NULL)" },
  { kind: 'item', message: 'A later version of an answer stands without the one before it.', sql: 'SELECT id FROM item WHERE version > 1 AND NOT EXISTS (SELECT 1 FROM item AS earlier WHERE earlier.question_id = item.question_id AND earlier.participant_id = item.participant_id AND earlier.version = item.version - 1)' },
  { kind: 'alias', message: 'Two people have the same number in one numbering.', sql: 'SELECT alias.id FROM alias JOIN alias AS other ON other.scheme_id = alias.scheme_id AND other.label = alias.label AND other.id <> alias.id' },
  { kind: 'project', message: 'The numbering that people are shown by is not there.', sql: "SELECT id FROM project WHERE (display = 'alias') <> (display_scheme_id IS NOT NULL)" },
  { kind: 'coding', message: 'A merged code still holds codings.', sql: "SELECT coding.id FROM coding JOIN code ON code.id = code_id WHERE code.status = 'merged'" },
  { kind: 'coding', message: 'A coding remembers a code of its own as the one it came from.', sql: 'SELECT id FROM coding WHERE from_code_id = code_id' },
  { kind: 'code', message: 'A merged code does not say into which code it went.', sql: "SELECT id FROM code WHERE (status = 'merged') <> (merged_into IS NOT NULL)" },
  { kind: 'code', message: 'A code was merged into a code of another analysis.', sql: 'SELECT code.id FROM code JOIN code AS target ON target.id = code.merged_into WHERE target.analysis_id <> code.analysis_id' },
  { kind: 'code', message: 'A code stands under a theme of another analysis.', sql: 'SELECT code.id FROM code JOIN theme ON theme.id = theme_id WHERE theme.analysis_id <> code.analysis_id' },
  { kind: 'code', message: 'A code stands under a theme that is not in the tree any more.', sql: "SELECT code.id FROM code JOIN theme ON theme.id = theme_id WHERE code.status = 'active' AND theme.status <> 'active'" },
  { kind: 'code', message: 'An active code belongs to a merged analysis.', sql: "SELECT code.id FROM code JOIN analysis ON analysis.id = analysis_id WHERE code.status = 'active' AND analysis.status = 'merged'" },
  { kind: 'theme', message: 'A theme stands under a theme of another analysis.', sql: 'SELECT theme.id FROM theme JOIN theme AS parent ON parent.id = theme.parent_id WHERE parent.analysis_id <> theme.analysis_id' },
  { kind: 'theme', message: 'A theme stands under a theme that is not in the tree any more.', sql: "SELECT theme.id FROM theme JOIN theme AS parent ON parent.id = theme.parent_id WHERE theme.status = 'active' AND parent.status <> 'active'" },
  {
    kind: 'theme', message: 'A theme lies below itself.',
    sql: 'WITH RECURSIVE up (id, at) AS (SELECT id, parent_id FROM theme UNION SELECT up.id, theme.parent_id FROM up JOIN theme ON theme.id = up.at) SELECT DISTINCT id FROM up WHERE at = id',
  },
  { kind: 'theme', message: 'A merged theme does not say into which theme it went.', sql: "SELECT id FROM theme WHERE (status = 'merged') <> (merged_into IS NOT NULL)" },
  { kind: 'merge', message: 'A merge names a source that is not marked as merged.', sql: `SELECT merge.id FROM merge JOIN merge_source ON merge_id = merge.id WHERE
    (kind = 'code' AND NOT EXISTS (SELECT 1 FROM code WHERE code.id = source_id AND status = 'merged'))
    OR (kind = 'theme' AND NOT EXISTS (SELECT 1 FROM theme WHERE theme.id = source_id AND status = 'merged'))
    OR (kind = 'analysis' AND NOT EXISTS (SELECT 1 FROM analysis WHERE analysis.id = source_id AND status = 'merged'))` },
  { kind: 'milestone', message: 'The picture that a milestone kept is gone.', sql: 'SELECT id FROM milestone WHERE picture NOT IN (SELECT hash FROM picture)' },
  { kind: 'map', message: 'The picture that a map version kept is gone.', sql: 'SELECT id FROM map_version WHERE picture NOT IN (SELECT hash FROM picture)' },
  { kind: 'map', message: 'A relation on the map joins themes of different analyses.', sql: 'SELECT r.id FROM map_relation AS r JOIN theme AS a ON a.id = from_theme_id JOIN theme AS b ON b.id = to_theme_id WHERE a.analysis_id <> b.analysis_id' },
  { kind: 'reading', message: 'An answer was read outside of the sitting that it is written under.', sql: 'SELECT reading.id FROM reading JOIN reading_session AS s ON s.id = session_id WHERE reading.at < s.started_at OR reading.at > s.ended_at' },
  { kind: 'mask', message: 'Two masks overlap.', sql: 'SELECT a.id FROM mask AS a JOIN mask AS b ON b.item_id = a.item_id AND b.id <> a.id AND b.start < a."end" AND b."end" > a.start' },
  { kind: 'analysis', message: 'An analysis has no question.', sql: "SELECT id FROM analysis WHERE status = 'active' AND id NOT IN (SELECT analysis_id FROM analysis_question)" },
];

/** Checks the invariants of DESIGN.md, section 2. An empty list means that the file keeps its promises. */
export function checkIntegrity(db: Db): { problems: Problem[]; checked: Record<string, number> } {
  const problems: Problem[] = [];
  const damage = db.pragma('integrity_check(20)') as { integrity_check: string }[];
  for (const { integrity_check: text } of damage) if (text !== 'ok') problems.push({ kind: 'file', message: `SQLite reports: ${text}`, ids: [] });
  for (const broken of db.pragma('foreign_key_check') as { table: string; rowid: number }[]) problems.push({ kind: broken.table, message: 'A row points to something that is not there.', ids: [broken.rowid] });
  for (const rule of rules) {
    const ids = all<{ id: number }>(db, rule.sql).map((row) => row.id);
    if (ids.length) problems.push({ kind: rule.kind, message: rule.message, ids });
  }
  problems.push(...checkPlaces(db), ...checkPictures(db));
  const checked = Object.fromEntries(['participant', 'item', 'code', 'theme', 'coding', 'merge', 'milestone', 'reading', 'noticing', 'diary_entry', 'operation'].map((table) => [table, one<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`)?.n ?? 0]));
  return { problems, checked };
}

/** Offsets inside their text: codings, noticings, diary links and repairs. Texts are read one at a time; a million answers need no more memory. */
function checkPlaces(db: Db): Problem[] {
  const problems: Problem[] = [];
  const places = db.prepare(`SELECT place.kind, place.id, start, "end", text FROM
    (SELECT 'coding' AS kind, id, item_id, start, "end" FROM coding UNION ALL SELECT 'diary', id, target_id, start, "end" FROM diary_link WHERE kind = 'extract'
      UNION ALL SELECT 'noticing', id, item_id, start, "end" FROM noticing UNION ALL SELECT 'kept_identifier', id, item_id, start, "end" FROM kept_identifier
      UNION ALL SELECT 'mask', id, item_id, start, "end" FROM mask) AS place
    LEFT JOIN item ON item.id = place.item_id`);
  for (const row of places.iterate() as Iterable<{ kind: string; id: number; start: number; end: number; text: string | null }>) {
    const problem = row.text === null ? 'The answer is not there.' : rangeProblem(row.text, row.start, row.end);
    if (problem) problems.push({ kind: row.kind, message: problem, ids: [row.id] });
    else if (row.kind === 'mask' && row.text?.slice(row.start, row.end) !== filler.repeat(row.end - row.start)) problems.push({ kind: 'mask', message: 'Words that were to be masked are still there.', ids: [row.id] });
  }
  const repairs = db.prepare('SELECT repair.id, start, after, text FROM repair JOIN item ON item.id = item_id');
  for (const row of repairs.iterate() as Iterable<{ id: number; start: number; after: string; text: string }>) {
    if (row.text.slice(row.start, row.start + row.after.length) !== row.after) problems.push({ kind: 'repair', message: 'A repaired place does not read as it was repaired.', ids: [row.id] });
  }
  return problems;
}

function checkPictures(db: Db): Problem[] {
  return all<{ hash: string; json: string }>(db, 'SELECT hash, json FROM picture')
    .filter((picture) => createHash('sha256').update(picture.json).digest('hex') !== picture.hash)
    .map(() => ({ kind: 'milestone', message: 'A kept picture was changed after it was kept.', ids: [] }));
}
