import type { RemovalKind } from '../../../../shared/contract/removal.ts';
import { missing } from '../../../../shared/errors.ts';
import { all, type Db, idList, one } from '../../sql.ts';
import { namesFor } from './names.ts';

/** Rows that would go, by their ids, and what stays but has to belong to another import. */
export interface Removal {
  kind: RemovalKind;
  id: number;
  name: string;
  items: number[];
  people: number[];
  questions: number[];
  attributes: number[];
  documents: number[];
  /** Analyses that lose their last question, and those merged into them, with all their codes and themes. */
  analyses: number[];
  codes: number[];
  themes: number[];
  merges: number[];
}

const ids = (db: Db, sql: string, ...values: (string | number)[]): number[] => all<{ id: number }>(db, sql, ...values).map(({ id }) => id);

/** What goes with a question, an import or a person. Throws `missing` where it is not there. */
export function removalOf(db: Db, kind: RemovalKind, id: number): Removal {
  const found = kind === 'question' ? ofQuestion(db, id) : kind === 'import' ? ofImport(db, id) : ofPerson(db, id);
  const analyses = analysesWithout(db, found.questions);
  const inside = (table: string) => ids(db, `SELECT id FROM ${table} WHERE analysis_id IN (SELECT value FROM json_each(?))`, idList(analyses));
  return { kind, id, ...found, analyses, codes: inside('code'), themes: inside('theme'), merges: inside('merge') };
}

type Found = Omit<Removal, 'kind' | 'id' | 'analyses' | 'codes' | 'themes' | 'merges'>;

function ofQuestion(db: Db, id: number): Found {
  const question = one<{ name: string }>(db, 'SELECT short_name AS name FROM question WHERE id = ?', id);
  if (!question) throw missing('This question is not there any more.');
  return {
    name: question.name, items: ids(db, 'SELECT id FROM item WHERE question_id = ?', id), people: [], questions: [id], attributes: [],
    documents: ids(db, 'SELECT id FROM document WHERE id IN (SELECT document_id FROM item WHERE question_id = ?1) AND id NOT IN (SELECT document_id FROM item WHERE question_id <> ?1 AND document_id IS NOT NULL)', id),
  };
}

function ofPerson(db: Db, id: number): Found {
  const person = one<{ id: number; label: string; number: number }>(db, 'SELECT id, label, number FROM participant WHERE id = ?', id);
  if (!person) throw missing('This person is not in the project any more.');
  return { name: namesFor(db)(person), items: ids(db, 'SELECT id FROM item WHERE participant_id = ?', id), people: [id], questions: [], attributes: [], documents: [] };
}

/** People, questions and attributes go with the file that brought them where nothing of another file hangs on them. */
function ofImport(db: Db, id: number): Found {
  const file = one<{ name: string }>(db, 'SELECT file_name AS name FROM import WHERE id = ?', id);
  if (!file) throw missing('This import is not there any more.');
  return {
    name: file.name,
    items: ids(db, 'SELECT id FROM item WHERE import_id = ?', id),
    people: ids(db, `SELECT id FROM participant AS p WHERE import_id = ?1 AND NOT EXISTS (SELECT 1 FROM item WHERE participant_id = p.id AND import_id <> ?1)
      AND NOT EXISTS (SELECT 1 FROM attribute_value WHERE participant_id = p.id AND import_id <> ?1)`, id),
    questions: ids(db, 'SELECT id FROM question AS q WHERE import_id = ?1 AND NOT EXISTS (SELECT 1 FROM item WHERE question_id = q.id AND import_id <> ?1)', id),
    attributes: ids(db, 'SELECT id FROM attribute AS a WHERE import_id = ?1 AND NOT EXISTS (SELECT 1 FROM attribute_value WHERE attribute_id = a.id AND import_id <> ?1)', id),
    documents: ids(db, 'SELECT id FROM document WHERE import_id = ?', id),
  };
}

/** Active analyses all of whose questions would go, and analyses that were merged into them. */
function analysesWithout(db: Db, questions: readonly number[]): number[] {
  if (questions.length === 0) return [];
  return ids(db, `WITH RECURSIVE going (id) AS (
      SELECT id FROM analysis AS a WHERE status = 'active' AND NOT EXISTS (SELECT 1 FROM analysis_question WHERE analysis_id = a.id AND question_id NOT IN (SELECT value FROM json_each(?1)))
      UNION SELECT analysis.id FROM analysis JOIN going ON analysis.merged_into = going.id)
    SELECT id FROM going`, idList(questions));
}
