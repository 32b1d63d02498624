import { createHash } from 'node:crypto';
import type { ImportSummary } from '../../../shared/contract/survey.ts';
import type { CheckedInputOf } from '../../../shared/contract/index.ts';
import { conflict, refused } from '../../../shared/errors.ts';
import type { CommandContext } from '../handling.ts';
import { understand } from '../importers/index.ts';
import type { Respondent } from '../importers/participants.ts';
import type { Understood } from '../importers/plan.ts';
import { distinctName } from '../importers/short-names.ts';
import type { TidyColumn } from '../importers/tidy.ts';
import { all, type Db, insert, one } from '../sql.ts';
import { BulkInsert } from './bulk-insert.ts';

type Input = CheckedInputOf<'survey.import'>;

/** What was understood of a file, from the moment it was read until its import begins. */
const understoodOf = new WeakMap<Input, Understood>();

/** Reads the file before the transaction begins: readers wait for the disk and for each other, transactions do not. */
export async function prepareSurvey(input: Input): Promise<void> {
  understoodOf.set(input, await understand({ fileName: input.fileName, bytes: Buffer.from(input.bytes, 'base64') }, input.plan ?? {}));
}

/**
 * Brings a survey into the project: only inserts, so that the history remembers the import as ranges of ids. People who
 * are there already (same id) get the new answers. Throws a refusal where the file, or the project, does not allow it.
 */
export function importSurvey({ db, actor, now }: CommandContext, input: Input): ImportSummary {
  const understood = understoodOf.get(input);
  if (!understood) throw new Error('survey.import was not prepared');
  const bytes = Buffer.from(input.bytes, 'base64');
  if (understood.obstacle) throw refused(understood.obstacle);
  refuseSecondWave(db, understood.questions);
  const { plan } = understood;
  const kept = JSON.stringify({ ...plan, repairs: { ...plan.repairs, samples: [] }, warnings: [] });
  const importId = insert(
    db,
    'INSERT INTO import (file_name, size, sha256, plan, at, actor) VALUES (?, ?, ?, ?, ?, ?)',
    input.fileName,
    bytes.length,
    createHash('sha256').update(bytes).digest('hex'),
    kept,
    now(),
    actor,
  );
  const warnings = [...plan.warnings];
  const participantIds = insertParticipants(db, importId, understood.respondents);
  insertAttributes(db, importId, understood.attributes, participantIds, warnings);
  const questionIds = insertQuestions(db, importId, understood.questions);
  const { answers, repairs } = insertAnswers(db, importId, understood, questionIds, participantIds);
  const analyses = insertAnalyses(db, understood, questionIds);
  return {
    participants: understood.respondents.length,
    questions: questionIds.length,
    attributes: understood.attributes.length,
    answers,
    repairs,
    analyses,
    warnings,
  };
}

/** A question with this wording is there: a second wave of the same survey, which would give people two answers. */
function refuseSecondWave(db: Db, questions: readonly TidyColumn[]): void {
  const known = new Set(all<{ wording: string }>(db, 'SELECT wording FROM question').map(({ wording }) => wording));
  const twin = questions.find(({ column }) => column.wording !== '' && known.has(column.wording));
  if (twin)
    throw conflict(
      `The project has answers to “${twin.column.wording}” already, so nothing was imported. Adding later answers to the same questions comes with a later version; until then, set this column to Ignore or start a new project.`,
    );
}

/** Ids of the participants, in the order of the file: those who are there already keep theirs. */
function insertParticipants(db: Db, importId: number, respondents: readonly Respondent[]): number[] {
  const known = new Map(all<{ id: number; label: string }>(db, 'SELECT id, label FROM participant').map(({ id, label }) => [label, id]));
  const taken = new Set([...known.keys(), ...respondents.map(({ label }) => label)]);
  let number = one<{ last: number | null }>(db, 'SELECT max(number) AS last FROM participant')?.last ?? 0;
  let id = lastId(db, 'participant');
  const rows = new BulkInsert(db, 'participant', ['id', 'import_id', 'label', 'number']);
  const ids = respondents.map(({ label }) => {
    const found = label ? known.get(label) : undefined;
    if (found !== undefined) return found;
    number++;
    rows.add(++id, importId, label || freeLabel(number, taken), number);
    return id;
  });
  rows.finish();
  return ids;
}

const lastId = (db: Db, table: 'participant' | 'item'): number => one<{ last: number | null }>(db, `SELECT max(id) AS last FROM ${table}`)?.last ?? 0;

/** A label for a respondent without an id: by number, unless somebody is called that. */
function freeLabel(number: number, taken: ReadonlySet<string>): string {
  for (const label of [`P${number}`, `Row ${number}`]) if (!taken.has(label)) return label;
  return `Number ${number}`;
}

function insertAttributes(db: Db, importId: number, attributes: readonly TidyColumn[], participantIds: readonly number[], warnings: string[]): void {
  const known = all<{ id: number; name: string; wording: string }>(db, 'SELECT id, name, wording FROM attribute');
  const names = new Set(known.map(({ name }) => name.toLowerCase()));
  let position = one<{ last: number | null }>(db, 'SELECT max(position) AS last FROM attribute')?.last ?? 0;
  const statement = db.prepare('INSERT OR IGNORE INTO attribute_value (participant_id, attribute_id, import_id, value) VALUES (?, ?, ?, ?)');
  for (const { column, cells } of attributes) {
    const same = known.find(({ name, wording }) => name === column.shortName && wording === column.wording);
    const id =
      same?.id ??
      insert(
        db,
        'INSERT INTO attribute (import_id, name, wording, position) VALUES (?, ?, ?, ?)',
        importId,
        distinctName(column.shortName, names),
        column.wording,
        ++position,
      );
    const left = cells.reduce((sum, value, person) => sum + (value !== '' && statement.run(participantIds[person], id, importId, value).changes === 0 ? 1 : 0), 0);
    if (left) warnings.push(`“${column.shortName}” was known for ${left === 1 ? '1 person' : `${left} people`} already and stays as it was.`);
  }
}

function insertQuestions(db: Db, importId: number, questions: readonly TidyColumn[]): number[] {
  const names = new Set(all<{ name: string }>(db, 'SELECT short_name AS name FROM question').map(({ name }) => name.toLowerCase()));
  let position = one<{ last: number | null }>(db, 'SELECT max(position) AS last FROM question')?.last ?? 0;
  return questions.map(({ column }) =>
    insert(
      db,
      'INSERT INTO question (import_id, column_name, short_name, wording, position) VALUES (?, ?, ?, ?, ?)',
      importId,
      column.name,
      distinctName(column.shortName, names),
      column.wording || column.name,
      ++position,
    ),
  );
}

function insertAnswers(
  db: Db,
  importId: number,
  { questions, plan }: Understood,
  questionIds: readonly number[],
  participantIds: readonly number[],
): { answers: number; repairs: number } {
  const items = new BulkInsert(db, 'item', ['id', 'question_id', 'participant_id', 'import_id', 'text']);
  const repaired: [item: number, start: number, before: string, after: string][] = [];
  let id = lastId(db, 'item');
  let answers = 0;
  for (const [at, { cells, places }] of questions.entries()) {
    const byPerson = Map.groupBy(plan.repairs.apply ? places : [], ({ person }) => person);
    for (const [person, text] of cells.entries()) {
      if (text === '') continue;
      items.add(++id, questionIds[at] ?? 0, participantIds[person] ?? 0, importId, text);
      answers++;
      for (const { start, before, after } of byPerson.get(person) ?? []) repaired.push([id, start, before, after]);
    }
  }
  items.finish();
  const repairs = new BulkInsert(db, 'repair', ['item_id', 'start', 'before', 'after']);
  for (const row of repaired) repairs.add(...row);
  repairs.finish();
  return { answers, repairs: repaired.length };
}

/** One analysis per question, or one over all, named so that no two active ones are called the same. */
function insertAnalyses(db: Db, { questions, plan }: Understood, questionIds: readonly number[]): number {
  const names = new Set(all<{ name: string }>(db, "SELECT name FROM analysis WHERE status = 'active'").map(({ name }) => name.toLowerCase()));
  let position = one<{ last: number | null }>(db, 'SELECT max(position) AS last FROM analysis')?.last ?? 0;
  const make = (name: string, ids: readonly number[]) => {
    const id = insert(db, 'INSERT INTO analysis (name, position) VALUES (?, ?)', distinctName(name, names), ++position);
    for (const questionId of ids) insert(db, 'INSERT INTO analysis_question (analysis_id, question_id) VALUES (?, ?)', id, questionId);
  };
  if (plan.analyses === 'together') {
    make(one<{ title: string }>(db, 'SELECT title FROM project')?.title ?? 'All questions', questionIds);
    return 1;
  }
  for (const [at, { column }] of questions.entries()) make(column.shortName, [questionIds[at] ?? 0]);
  return questions.length;
}
