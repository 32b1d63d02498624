import type { PlanColumn } from '../../../../shared/domain/plan.ts';
import { type Condition, meets } from '../../../../shared/domain/ticked.ts';
import { all, type Db, run } from '../../sql.ts';
import { rewriteImages } from './row-images.ts';

/** Answers to a closed question that go, and what takes their place; null where the question itself goes. */
export interface Gone { attributeId: number; values: readonly string[]; to: string | null }
interface Stored extends Condition { attributeId: number; values: string[] }

const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/**
 * Takes closed answers out of everything beside the answers themselves: who could answer a question, plans of imports and remembered
 * plans, and every earlier version of these that the log holds, all alike, so that undo goes on through these steps.
 */
export function forgetValues(db: Db, { attributeId, values, to }: Gone): void {
  const gone = new Set(values);
  const left = to === null ? [] : all<{ value: string }>(db, 'SELECT DISTINCT value FROM attribute_value WHERE attribute_id = ?', attributeId).flatMap(({ value }) => (gone.has(value) ? [] : [value]));
  if (to === null) for (const value of valuesAskedFor(db, attributeId)) gone.add(value);
  const cells = [...gone];
  const words = new Set(cells.map(plain));
  const given = (condition: Condition) => condition.values.some((value) => words.has(plain(value))) || (condition.separator !== undefined && cells.some((cell) => meets(cell, condition)));
  /** Of a condition: a value that nobody gives any more. An option may have been ticked with others, too. */
  const isGone = (value: string, separator: string | undefined) => given({ values: [value], separator }) && !left.some((cell) => meets(cell, { values: [value], separator }));

  const asked = (text: string, live = true): string => {
    if (text === '') return '';
    const condition = JSON.parse(text) as Stored;
    // Before an import was given up, the number may have been that of another closed question.
    if (condition.attributeId !== attributeId) return live || !condition.values.some((value) => isGone(value, condition.separator)) ? text : '';
    if (to === null) return '';
    if (!given(condition)) return text;
    const stay = condition.values.filter((value) => !isGone(value, condition.separator));
    return JSON.stringify({ ...condition, values: [...new Set([...stay, to])] });
  };
  for (const row of all<{ id: number; asked: string }>(db, "SELECT id, asked FROM question WHERE asked <> ''")) update(db, 'question', 'asked', row.id, row.asked, asked(row.asked));
  rewriteImages(db, 'question', ['asked'], (text, { live }) => asked(text, live === 1));

  const column = (of: PlanColumn): PlanColumn => {
    const tells = of.asked?.values.some((value) => isGone(value, of.asked?.separator));
    const labels = of.labels && Object.fromEntries(Object.entries(of.labels).filter(([, label]) => !words.has(plain(label))));
    return { ...of, ...(tells && { asked: undefined, askedReason: undefined }), ...(labels && { labels }) };
  };
  const planned = (text: string): string => {
    const plan = JSON.parse(text) as { columns?: PlanColumn[] };
    return plan.columns ? JSON.stringify({ ...plan, columns: plan.columns.map(column) }) : text;
  };
  for (const table of ['import', 'saved_plan']) {
    for (const row of all<{ id: number; plan: string }>(db, `SELECT id, plan FROM ${table}`)) update(db, table, 'plan', row.id, row.plan, planned(row.plan));
    rewriteImages(db, table, ['plan'], planned);
  }
}

/** Ties to a closed question that goes, now and in the log. */
export function forgetTies(db: Db, attributeId: number): void {
  run(db, "UPDATE question SET closed_id = NULL, tie = '' WHERE closed_id = ?", attributeId);
  for (const side of ['before', 'after']) run(db, `UPDATE change SET ${side} = json_set(${side}, '$.closed_id', NULL, '$.tie', '') WHERE tbl = 'question' AND json_extract(${side}, '$.closed_id') = ?`, attributeId);
}

/** Values by which it was said who could answer a question, now or in any earlier version; nobody need have given them. */
function valuesAskedFor(db: Db, attributeId: number): string[] {
  const texts = all<{ asked: string | null }>(db, "SELECT asked FROM question UNION SELECT json_extract(before, '$.asked') FROM change WHERE tbl = 'question' UNION SELECT json_extract(after, '$.asked') FROM change WHERE tbl = 'question'");
  return texts.flatMap(({ asked }) => {
    const condition = asked ? (JSON.parse(asked) as Stored) : null;
    return condition?.attributeId === attributeId ? condition.values : [];
  });
}

function update(db: Db, table: string, column: string, id: number, before: string, after: string): void {
  if (after !== before) run(db, `UPDATE ${table} SET ${column} = ? WHERE id = ?`, after, id);
}
