import { z } from 'zod';
import { type GivenPlan, importPlan } from '../domain/plan.ts';
import { command, query } from './define.ts';
import { id, name, nothing } from './fields.ts';

/** How files of one kind are read: kept under a name, or the plan of an earlier import under its file's name (then `id` is null). */
export interface KnownPlan { id: number | null; name: string; at: string; actor: string; plan: GivenPlan }
/** A place in an answer where damaged characters were repaired, with up to 30 characters of the answer on either side. `start` in UTF-16 code units. */
export interface RepairedPlace { itemId: number; participantId: number | null; shown: string; start: number; before: string; after: string; left: string; right: string }
export interface RepairedQuestion { questionId: number; shortName: string; places: number; samples: RepairedPlace[] }

export const understanding = {
  /** Who could answer a question: those with one of these values of an attribute, or everyone (null). It is the denominator beside “answered”. */
  'survey.setAsked': command<{ asked: number; answered: number }>()({
    input: z.strictObject({
      questionId: id,
      asked: z.strictObject({ attributeId: id, values: z.array(z.string().min(1).max(10_000)).min(1, 'Choose at least one value.').max(500), separator: z.string().min(1).max(3).optional() }).nullable(),
    }),
    label: (input) => (input.asked ? 'Noted that only some people were asked a question' : 'Noted that everyone was asked a question'),
  }),
  /** The closed question that this one belongs to: as the “other” that its options leave open, or as the reason for a rating. Null: none. */
  'survey.setTie': command<{ questionId: number }>()({
    input: z.strictObject({ questionId: id, closedId: id.nullable(), tie: z.enum(['other', 'comment']).default('comment') }),
    label: (input) => (input.closedId === null ? 'Untied a question from its closed question' : 'Tied a question to its closed question'),
  }),
  /** Damaged characters that imports repaired, per question; at most `limit` places with their words for each question. */
  'survey.repairs': query<RepairedQuestion[]>()({ input: z.strictObject({ limit: z.int().min(0).max(5_000).default(200) }), reads: ['repair', 'item', 'question', 'participant', 'project', 'alias', 'mask'] }),
  /** Keeps how a file is read under a name (an equal name is replaced), without anything that participants wrote. */
  'plan.save': command<{ id: number; name: string; replaced: boolean }>()({
    input: z.strictObject({ name: name(120), plan: importPlan.partial() }),
    label: (_input, output) => `${output.replaced ? 'Changed' : 'Kept'} how files are read as “${output.name}”`,
  }),
  'plan.remove': command<{ name: string }>()({ input: z.strictObject({ id }), label: (_input, output) => `Removed the plan “${output.name}”` }),
  /** Plans that were kept, and those of earlier imports, the latest first. */
  'plan.list': query<KnownPlan[]>()({ input: nothing, reads: ['saved_plan', 'import'] }),
};
