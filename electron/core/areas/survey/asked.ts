import type { QuestionLinks } from '../../../../shared/contract/survey.ts';
import type { PlanColumn } from '../../../../shared/domain/plan.ts';
import { missing, refused } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, idList, one, run } from '../../sql.ts';
import { lastOperation, since, untold } from '../coding/touched.ts';

export const noLinks: QuestionLinks = { asked: 0, askedOf: null, outside: 0, closedId: null, tie: '', matrix: '' };

interface Condition { attributeId: number; values: string[]; separator?: string }
interface Linked { id: number; kind: string; asked: string; importId: number; column: string; wording: string }

/** The condition as stored; null for everyone, and where the attribute is gone. */
function conditionOf(asked: string, attributes: ReadonlySet<number>): Condition | null {
  if (asked === '') return null;
  const found = JSON.parse(asked) as Condition;
  return attributes.has(found.attributeId) ? found : null;
}

const attributeIds = (db: Db): Set<number> => new Set(all<{ id: number }>(db, 'SELECT id FROM attribute').map(({ id }) => id));
const linkedOf = (db: Db, questionIds: readonly number[]) =>
  all<Linked>(db, 'SELECT id, kind, asked, import_id AS importId, column_name AS "column", wording FROM question WHERE id IN (SELECT value FROM json_each(?))', idList(questionIds));

/** An import that brought people, with the questions that its file asked; one that nobody answered there is an empty column. */
interface Asking { id: number; columns: readonly { name: string; wording: string }[] }

const importsOf = (db: Db): Asking[] =>
  all<{ id: number; plan: string }>(db, 'SELECT id, plan FROM import WHERE EXISTS (SELECT 1 FROM participant WHERE import_id = import.id)').map(({ id, plan }) => ({
    id,
    columns: (JSON.parse(plan) as { columns?: PlanColumn[] }).columns?.filter(({ role, filled }) => role === 'question' || filled === 0) ?? [],
  }));

/** Imports that asked a question: the one that brought it, and later ones whose file has its column, or answers to it. */
function importsAsking(db: Db, { id, importId, column, wording }: Linked, imports: readonly Asking[]): number[] {
  const asks = (each: Asking) =>
    each.id === importId ||
    each.columns.some((found) => (found.wording || found.name) === wording && found.name === column) ||
    one(db, 'SELECT 1 FROM item WHERE import_id = ? AND question_id = ? LIMIT 1', each.id, id) !== undefined;
  return imports.filter(asks).map((each) => each.id);
}

/** People who could answer one question, as a subquery. `imports`: those that brought people. */
function askedSql(db: Db, question: Linked, condition: Condition | null, imports: readonly Asking[]): string {
  if (condition)
    return `SELECT participant_id AS id FROM attribute_value WHERE attribute_id = ${condition.attributeId} AND ${meetsSql(condition, text(JSON.stringify(condition.values)))}`;
  return `SELECT id FROM participant WHERE import_id IN (${importsAsking(db, question, imports).join(', ') || 'NULL'})
    UNION SELECT participant_id AS id FROM item WHERE question_id = ${question.id} AND participant_id IS NOT NULL`;
}
/** Whether `attribute_value.value` meets a condition, whose values are the JSON list `values`: as `meets` (shared/domain/ticked.ts) says. */
function meetsSql({ separator }: Condition, values: string): string {
  if (separator === undefined) return `attribute_value.value IN (SELECT value FROM json_each(${values}))`;
  const [between, spaced] = [text(separator), text(`${separator} `)];
  const framed = (of: string) => `${between} || replace(trim(${of}, ' '), ${spaced}, ${between}) || ${between}`;
  return `EXISTS (SELECT 1 FROM json_each(${values}) AS option WHERE instr(${framed('attribute_value.value')}, ${framed('option.value')}) > 0)`;
}
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

/**
 * Counts participants who could answer any of some questions: everyone whose import asked it, or those who meet its condition. Documents are no people.
 * What all questions share is read once; with one import and no condition the answer is everyone.
 */
export function askedCounter(db: Db): (questionIds: readonly number[]) => number {
  const attributes = attributeIds(db);
  const imports = importsOf(db);
  const everyone = one<{ people: number }>(db, 'SELECT count(*) AS people FROM participant')?.people ?? 0;
  return (questionIds) => {
    const questions = linkedOf(db, questionIds).filter(({ kind }) => kind === 'survey');
    if (questions.length === 0) return 0;
    const conditions = questions.map(({ asked }) => conditionOf(asked, attributes));
    if (imports.length < 2 && conditions.some((condition) => condition === null)) return everyone;
    const parts = questions.map((question, at) => askedSql(db, question, conditions[at] ?? null, imports));
    return one<{ people: number }>(db, `SELECT count(*) AS people FROM (${parts.join(' UNION ')})`)?.people ?? 0;
  };
}

/** What was counted for queries of a connection, up to an operation. */
interface Counted { at: number; links: Map<number, QuestionLinks> | null; people: Map<string, number> }
const countedOn = new WeakMap<Db, Counted>();
const touchedPeople = `SELECT 1 FROM change WHERE operation_id IN (${since}) AND tbl IN ('question', 'participant', 'attribute', 'attribute_value', 'item', 'import') LIMIT 1`;

/** Counts are kept while nothing happened to people and questions: codings, which come all the time, change none of them. For queries only. */
function counted(db: Db): Counted {
  const before = countedOn.get(db);
  const at = lastOperation(db);
  const fresh = before === undefined || untold(db, before.at) || one(db, touchedPeople, before.at) !== undefined;
  const now = fresh ? { at, links: null, people: new Map<string, number>() } : { ...before, at };
  countedOn.set(db, now);
  return now;
}

/** The same counter for queries, which ask again after every coding. */
export function keptAskedCounter(db: Db): (questionIds: readonly number[]) => number {
  const { people } = counted(db);
  let count: ((questionIds: readonly number[]) => number) | undefined;
  return (questionIds) => {
    const key = idList(questionIds);
    const known = people.get(key) ?? (count ??= askedCounter(db))(questionIds);
    people.set(key, known);
    return known;
  };
}

/** For each question: what it is tied to, who could answer it, how many those are, and how many answered without having been asked. For queries. */
export function linksOf(db: Db): ReadonlyMap<number, QuestionLinks> {
  const kept = counted(db);
  return (kept.links ??= loadLinks(db));
}

function loadLinks(db: Db): Map<number, QuestionLinks> {
  const attributes = attributeIds(db);
  const count = askedCounter(db);
  const rows = all<{ id: number; matrix: string; asked: string; closedId: number | null; tie: QuestionLinks['tie'] }>(
    db,
    'SELECT id, matrix, asked, closed_id AS closedId, tie FROM question',
  );
  return new Map(
    rows.map(({ id, matrix, asked, closedId, tie }) => {
      const condition = conditionOf(asked, attributes);
      const outside = condition
        ? (one<{ people: number }>(
            db,
            `SELECT count(DISTINCT participant_id) AS people FROM item WHERE question_id = ?1 AND participant_id IS NOT NULL AND participant_id NOT IN
              (SELECT participant_id FROM attribute_value WHERE attribute_id = ?2 AND ${meetsSql(condition, '?3')})`,
            id,
            condition.attributeId,
            JSON.stringify(condition.values),
          )?.people ?? 0)
        : 0;
      return [id, { matrix, closedId, tie: closedId === null ? '' : tie, asked: count([id]), askedOf: condition, outside }];
    }),
  );
}

/** What the import understood about a question, as it is stored. `attributes`: the ids under which the closed columns (by index) came in. */
export function storedLinks(column: PlanColumn, attributes: ReadonlyMap<number, number>): { matrix: string; asked: string; closedId: number | null; tie: string } {
  const closedId = column.tiedTo == null ? undefined : attributes.get(column.tiedTo);
  const gate = column.asked ? attributes.get(column.asked.column) : undefined;
  return {
    matrix: column.group ?? '',
    asked: gate === undefined ? '' : JSON.stringify({ attributeId: gate, values: column.asked?.values ?? [], separator: column.asked?.separator }),
    closedId: closedId ?? null,
    tie: closedId === undefined ? '' : (column.tie ?? 'comment'),
  };
}

function surveyQuestion(db: Db, id: number): void {
  const found = one<{ kind: string }>(db, 'SELECT kind FROM question WHERE id = ?', id);
  if (!found) throw missing('This question is not there any more.');
  if (found.kind !== 'survey') throw refused('Documents answer no question, so nobody was asked them.');
}

function attribute(db: Db, id: number): void {
  if (!one(db, 'SELECT 1 FROM attribute WHERE id = ?', id)) throw missing('This attribute is not there any more.');
}

export const askedHandlers = {
  'survey.setAsked': ({ db }, { questionId, asked }) => {
    surveyQuestion(db, questionId);
    if (asked) attribute(db, asked.attributeId);
    run(db, 'UPDATE question SET asked = ? WHERE id = ?', asked ? JSON.stringify({ ...asked, values: [...new Set(asked.values)] }) : '', questionId);
    return { asked: askedCounter(db)([questionId]), answered: one<{ people: number }>(db, 'SELECT count(DISTINCT participant_id) AS people FROM item WHERE question_id = ?', questionId)?.people ?? 0 };
  },

  'survey.setTie': ({ db }, { questionId, closedId, tie }) => {
    surveyQuestion(db, questionId);
    if (closedId !== null) attribute(db, closedId);
    run(db, 'UPDATE question SET closed_id = ?, tie = ? WHERE id = ?', closedId, closedId === null ? '' : tie, questionId);
    return { questionId };
  },
} satisfies Partial<ProjectHandlers>;
