import { z } from 'zod';
import { type DocumentInspection, type ImportPlan, type Inspection, importPlan } from './plan.ts';

/** What `inspect` prints beside the plan: it belongs to the same JSON, and decides nothing. */
const beside: Readonly<Record<Exclude<keyof Inspection, keyof ImportPlan>, true>> = {
  file: true, producer: true, evidence: true, sheets: true, questions: true, attributes: true, answers: true, leftOut: true, found: true, events: true, twins: true, html: true, typed: true, choices: true, companions: true, preview: true,
};
const besideDocument: Readonly<Record<Exclude<keyof DocumentInspection, 'title' | 'split' | 'collection'>, true>> = { characters: true, counts: true, parts: true, evidence: true };

interface Unknown { key: string; where: string; near: string | undefined }
const most = 3;

/** What a plan says that no plan knows, as a sentence with the nearest known words; empty where it says nothing of the kind. Left aside in silence, a slip of the pen would change what is imported. */
export function unknownInPlan(plan: unknown): string {
  const found = unknownIn(importPlan, plan, '');
  if (found.length === 0) return '';
  const named = found.slice(0, most).map(({ key, where, near }) => `“${key}”${where}${near === undefined ? '' : ` (did you mean “${near}”?)`}`);
  if (found.length > most) named.push(`${found.length - most} more`);
  const them = found.length === 1 ? 'it' : 'them';
  return `The plan has ${named.length === 1 ? named[0] : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`}, which Themework does not know. Correct ${them} or take ${them} out; nothing was read.`;
}

function unknownIn(schema: z.ZodType, value: unknown, where: string): Unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return unknownIn(schema.unwrap() as z.ZodType, value, where);
  if (schema instanceof z.ZodArray) {
    if (!Array.isArray(value)) return [];
    return value.flatMap((each: unknown, at) => unknownIn(schema.element as z.ZodType, each, ` in the column with index ${indexOf(each) ?? at}`));
  }
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
  const more = schema === importPlan ? beside : where === ' in “document”' ? besideDocument : {};
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) => {
    const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (known) return key === 'samples' ? [] : unknownIn(known, inside, ` in “${key}”${where.replace(/^ in /, ' of ')}`);
    return Object.hasOwn(more, key) ? [] : [{ key, where, near: nearestTo(key, Object.keys(shape)) }];
  });
}

const indexOf = (column: unknown): unknown => (typeof column === 'object' && column !== null && 'index' in column ? column.index : undefined);

/** The known word with the fewest letters to change, where these are few. */
function nearestTo(key: string, known: readonly string[]): string | undefined {
  const plain = (word: string) => word.toLowerCase().replace(/[^a-z]/g, '');
  const [best] = known.map((word) => ({ word, steps: steps(plain(key), plain(word)) })).toSorted((a, b) => a.steps - b.steps);
  return best && best.steps <= Math.max(1, Math.floor(best.word.length / 3)) && plain(key).length > 2 ? best.word : undefined;
}

/** Letters to put in, take out, or change. */
function steps(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of Array.from(one.slice(0, 40)).entries()) {
    const next = [at + 1];
    for (let to = 1; to <= other.length; to++) next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (letter === other[to - 1] ? 0 : 1)));
    row = next;
  }
  return row[other.length] ?? 0;
}
