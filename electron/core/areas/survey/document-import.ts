import { createHash } from 'node:crypto';
import type { ImportSummary } from '../../../../shared/contract/survey.ts';
import type { WaveCounts } from '../../../../shared/contract/wave.ts';
import { conflict } from '../../../../shared/errors.ts';
import type { CommandContext } from '../../handling.ts';
import type { UnderstoodDocument } from '../../importers/documents/understand.ts';
import type { Part } from '../../importers/documents/split.ts';
import type { ImportFile } from '../../importers/importer.ts';
import { distinctName } from '../../importers/meaning/short-names.ts';
import { all, type Db, insert, one } from '../../sql.ts';
import { BulkInsert } from './bulk-insert.ts';
import { lastId } from './fresh-ids.ts';

/** Collections come after all questions of the survey, also of those that are imported later. */
const firstPosition = 1_000_000;

/** A document brings no people and changes no answers. */
const nobody: WaveCounts = {
  kind: 'new', matchedBy: 'none', people: { matched: 0, added: 0, missing: 0 }, answers: { same: 0, added: 0, changed: 0, gone: 0 },
  questions: { known: 0, added: 0 }, attributes: { known: 0, added: 0, same: 0, values: 0, kept: 0 },
};

/**
 * Brings a document into the project, into the collection of that name or a new one: only inserts, so that the history
 * remembers the import as ranges of ids. Throws a conflict where this document is there already, or the collection's name is taken.
 */
export function importDocument({ db, actor, now }: Pick<CommandContext, 'db' | 'actor' | 'now'>, { fileName, bytes }: ImportFile, { plan, parts }: UnderstoodDocument): ImportSummary {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const warnings = [...plan.warnings];
  const title = freeTitle(db, plan.document.title, parts, sha256, warnings);
  const collection = collectionNamed(db, plan.document.collection);
  const kept = JSON.stringify({ ...plan, warnings: [] });
  const importId = insert(db, 'INSERT INTO import (file_name, size, sha256, plan, at, actor) VALUES (?, ?, ?, ?, ?, ?)', fileName, bytes.length, sha256, kept, now(), actor);
  const questionId = collection?.id ?? insertCollection(db, importId, plan.document.collection);
  const position = (one<{ last: number | null }>(db, 'SELECT max(position) AS last FROM document')?.last ?? 0) + 1;
  const documentId = insert(db, 'INSERT INTO document (import_id, title, position) VALUES (?, ?, ?)', importId, title, position);
  let id = lastId(db, 'item');
  const items = new BulkInsert(db, 'item', ['id', 'question_id', 'document_id', 'import_id', 'part', 'heading', 'text']);
  for (const [at, { heading, text }] of parts.entries()) items.add(++id, questionId, documentId, importId, at + 1, heading, text);
  items.finish();
  return {
    participants: 0, questions: collection ? 0 : 1, attributes: 0, answers: 0, repairs: 0, analyses: collection ? 0 : 1, wave: nobody, warnings,
    document: { title, collection: collection?.name ?? plan.document.collection, parts: parts.length },
  };
}

/** The title under which the document will stand: another text under a title that is taken gets a number. */
function freeTitle(db: Db, wanted: string, parts: readonly Part[], sha256: string, warnings: string[]): string {
  const known = all<{ id: number; title: string; sha256: string }>(db, 'SELECT document.id, title, sha256 FROM document JOIN import ON import.id = import_id');
  const own = lettersOf(parts);
  for (const twin of known.filter(({ title }) => title.toLowerCase() === wanted.toLowerCase())) {
    if (twin.sha256 === sha256 || lettersOf(all<Part>(db, 'SELECT heading, text FROM item WHERE document_id = ? ORDER BY part', twin.id)) === own)
      throw conflict(`“${twin.title}” is in the project already, with the same text, so nothing was imported.`, { id: twin.id });
  }
  const title = distinctName(wanted, new Set(known.map((each) => each.title.toLowerCase())));
  if (title !== wanted) warnings.push(`There is another document called “${wanted}” with other text, so this one is called “${title}”.`);
  else {
    const same = known.find((each) => each.sha256 === sha256);
    if (same) warnings.push(`The same file was imported before as “${same.title}”.`);
  }
  return title;
}

/** All that is read, however it is split and spaced. */
const lettersOf = (parts: readonly Part[]): string => parts.map(({ heading, text }) => `${heading}${text}`).join('').replace(/[\s›#]+/g, '');

function collectionNamed(db: Db, name: string): { id: number; name: string } | undefined {
  const same = all<{ id: number; name: string; kind: string }>(db, 'SELECT id, short_name AS name, kind FROM question').filter((each) => each.name.toLowerCase() === name.toLowerCase());
  const collection = same.find(({ kind }) => kind === 'documents');
  if (!collection && same[0]) throw conflict(`“${same[0].name}” is the name of a question of the survey. Choose another name for the collection of documents.`);
  return collection;
}

/** A collection has an analysis of its own, like a question. */
function insertCollection(db: Db, importId: number, name: string): number {
  const position = (one<{ last: number | null }>(db, "SELECT max(position) AS last FROM question WHERE kind = 'documents'")?.last ?? firstPosition) + 1;
  const id = insert(db, "INSERT INTO question (id, import_id, column_name, short_name, wording, position, kind) VALUES (?, ?, '', ?, ?, ?, 'documents')", lastId(db, 'question') + 1, importId, name, name, position);
  const names = new Set(all<{ name: string }>(db, "SELECT name FROM analysis WHERE status = 'active'").map((each) => each.name.toLowerCase()));
  const last = one<{ last: number | null }>(db, 'SELECT max(position) AS last FROM analysis')?.last ?? 0;
  const analysisId = insert(db, 'INSERT INTO analysis (name, position) VALUES (?, ?)', distinctName(name, names), last + 1);
  insert(db, 'INSERT INTO analysis_question (analysis_id, question_id) VALUES (?, ?)', analysisId, id);
  return id;
}
