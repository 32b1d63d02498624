import { distinctName } from '../../importers/meaning/short-names.ts';
import { all, type Db, insert, one } from '../../sql.ts';
import { tell } from '../../task.ts';
import { storedLinks } from './asked.ts';
import { BulkInsert } from './bulk-insert.ts';
import { lastId, lastNumber } from './fresh-ids.ts';
import { countWave } from './wave.ts';
import type { WaveMatch } from './wave-known.ts';

const lastPosition = (db: Db, table: 'attribute' | 'analysis') => one<{ last: number | null }>(db, `SELECT max(position) AS last FROM ${table}`)?.last ?? 0;

/** Ids of the participants, in the order of the file: those who were recognised keep theirs, the others get the next numbers, and their number of the numbering that the file is in. */
export function insertParticipants(db: Db, importId: number, { understood: { respondents }, people, scheme }: WaveMatch): number[] {
  const there = new Set(all<{ label: string }>(db, 'SELECT label FROM participant').map(({ label }) => label));
  const taken = new Set([...there, ...respondents.map(({ label }) => label)]);
  let number = lastNumber(db);
  let id = lastId(db, 'participant');
  let aliasId = lastId(db, 'alias');
  const rows = new BulkInsert(db, 'participant', ['id', 'import_id', 'label', 'number']);
  const aliases = new BulkInsert(db, 'alias', ['id', 'participant_id', 'scheme_id', 'label']);
  const ids = respondents.map(({ label }, person) => {
    const known = people[person];
    if (known !== null && known !== undefined) return known;
    number++;
    // The same number as somebody's id as imported is another person in this numbering.
    const own = scheme && there.has(label) ? `${label} (${scheme.name})` : label;
    rows.add(++id, importId, own || freeLabel(number, taken), number);
    if (scheme && label) aliases.add(++aliasId, id, scheme.id, label);
    return id;
  });
  rows.finish();
  aliases.finish();
  return ids;
}

/** A label for a respondent without an id: by number, unless somebody is called that. */
function freeLabel(number: number, taken: ReadonlySet<string>): string {
  for (const label of [`P${number}`, `Row ${number}`]) if (!taken.has(label)) return label;
  return `Number ${number}`;
}

/** Ids of the attributes, in the order of the file's columns; new ones are made. */
export function insertAttributes(db: Db, importId: number, { understood, attributes }: WaveMatch): number[] {
  const names = new Set(all<{ name: string }>(db, 'SELECT name FROM attribute').map(({ name }) => name.toLowerCase()));
  let position = lastPosition(db, 'attribute');
  return understood.attributes.map(({ column }, at) =>
    attributes[at]?.id ?? insert(db, 'INSERT INTO attribute (import_id, name, wording, position) VALUES (?, ?, ?, ?)', importId, distinctName(column.shortName, names), column.wording || column.name, ++position));
}

/** Ids of the questions, in the order of the file's columns; new ones are made. `attributeIds`: those of the closed columns, in their order. */
export function insertQuestions(db: Db, importId: number, { understood, questions }: WaveMatch, attributeIds: readonly number[]): number[] {
  const closed = new Map(understood.attributes.map(({ column }, at) => [column.index, attributeIds[at] ?? 0]));
  const names = new Set(all<{ name: string }>(db, 'SELECT short_name AS name FROM question').map(({ name }) => name.toLowerCase()));
  // Collections of documents stand after all questions.
  let position = one<{ last: number | null }>(db, "SELECT max(position) AS last FROM question WHERE kind = 'survey'")?.last ?? 0;
  let id = lastId(db, 'question');
  return understood.questions.map(({ column }, at) => {
    const known = questions[at];
    if (known) return known.id;
    const { matrix, asked, closedId, tie } = storedLinks(column, closed);
    return insert(db, 'INSERT INTO question (id, import_id, column_name, short_name, wording, position, matrix, asked, closed_id, tie) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ++id, importId, column.name, distinctName(column.shortName, names), column.wording || column.name, ++position, matrix, asked, closedId, tie);
  });
}

interface Ids { participants: readonly number[]; questions: readonly number[]; attributes: readonly number[] }

/** Writes the answers and values that are new. What is there stays; a changed answer comes in as the next version of it. */
export function insertWords(db: Db, importId: number, match: WaveMatch, ids: Ids) {
  const { understood } = match;
  const items = new BulkInsert(db, 'item', ['id', 'question_id', 'participant_id', 'import_id', 'version', 'text']);
  const values = new BulkInsert(db, 'attribute_value', ['participant_id', 'attribute_id', 'import_id', 'value']);
  const repairs: [item: number, start: number, before: string, after: string][] = [];
  const repaired = understood.questions.map(({ column, places, html }) => Map.groupBy([...(understood.plan.repairs.apply ? places : []), ...(column.html ? html : [])], ({ person }) => person));
  const cells = [...understood.questions, ...understood.attributes].reduce((sum, { column }) => sum + column.filled, 0);
  let written = 0;
  const step = () => ++written % 1_000 === 0 && tell('Bringing in answers', Math.min(written, cells), cells, 'cells');
  let id = lastId(db, 'item');
  const { counts, unmasked, again, missing } = countWave(db, match, {
    answer: ({ kind, at, person, text, version }) => {
      step();
      if (kind === 'same') return;
      items.add(++id, ids.questions[at] ?? 0, ids.participants[person] ?? 0, importId, version, text);
      for (const { start, before, after } of repaired[at]?.get(person) ?? []) repairs.push([id, start, before, after]);
    },
    value: ({ kind, at, person, value }) => {
      step();
      if (kind === 'added') values.add(ids.participants[person] ?? 0, ids.attributes[at] ?? 0, importId, value);
    },
  });
  items.finish();
  values.finish();
  const rows = new BulkInsert(db, 'repair', ['item_id', 'start', 'before', 'after']);
  for (const row of repairs) rows.add(...row);
  rows.finish();
  tell('Bringing in answers', cells, cells, 'cells');
  return { counts, unmasked, again, missing, repairs: repairs.length };
}

/** One analysis per new question, or one over all of them, named so that no two active ones are called the same. */
export function insertAnalyses(db: Db, { understood, questions }: WaveMatch, questionIds: readonly number[]): number {
  const added = understood.questions.flatMap(({ column }, at) => (questions[at] ? [] : [{ name: column.shortName, id: questionIds[at] ?? 0 }]));
  if (added.length === 0) return 0;
  const names = new Set(all<{ name: string }>(db, "SELECT name FROM analysis WHERE status = 'active'").map(({ name }) => name.toLowerCase()));
  let position = lastPosition(db, 'analysis');
  const make = (name: string, of: readonly number[]) => {
    const id = insert(db, 'INSERT INTO analysis (name, position) VALUES (?, ?)', distinctName(name, names), ++position);
    for (const questionId of of) insert(db, 'INSERT INTO analysis_question (analysis_id, question_id) VALUES (?, ?)', id, questionId);
  };
  if (understood.plan.analyses === 'together') {
    make(one<{ title: string }>(db, 'SELECT title FROM project')?.title ?? 'All questions', added.map((question) => question.id));
    return 1;
  }
  for (const question of added) make(question.name, [question.id]);
  return added.length;
}
