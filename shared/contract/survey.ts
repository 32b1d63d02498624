import { z } from 'zod';
import { type Inspection, importPlan } from '../domain/plan.ts';
import type { AttributeInfo, Participant, Question } from '../domain/types.ts';
import { action, command, query } from './define.ts';
import { file, id, name, nothing } from './fields.ts';

export interface ImportSummary { participants: number; questions: number; attributes: number; answers: number; repairs: number; analyses: number; warnings: string[] }
export interface QuestionRow extends Question { answered: number; coded: number }
/** One participant's answer to one question. */
export interface Answer { itemId: number; questionId: number; participantId: number; text: string }
export interface SearchHit { itemId: number; questionId: number; participantId: number; shown: string; start: number; before: string; match: string; after: string }

const importInput = z.strictObject({ ...file, plan: importPlan.partial().optional() });
const planOption = { plan: { kind: 'json' as const, help: 'a plan as printed by inspect, edited' } };
const planOf = (value: unknown) => (value === undefined ? {} : { plan: value as z.input<typeof importPlan> });

export const survey = {
  /** What the importer understands of a file; nothing is written. A plan overrides what is guessed. */
  'survey.inspect': action<Inspection>()({
    input: importInput,
    cli: { verb: 'inspect', summary: 'what the importer understands of a file, nothing is written', args: ['FILE'], options: planOption, toInput: (given) => ({ ...given.file!, ...planOf(given.options.plan) }) },
  }),
  'survey.import': command<ImportSummary>()({
    input: importInput,
    record: 'bulk',
    label: (input, output) => `Imported ${output.participants} respondent${output.participants === 1 ? '' : 's'} and ${output.questions} question${output.questions === 1 ? '' : 's'} from ${input.fileName}`,
    cli: { verb: 'import', summary: 'import a survey export', args: ['PROJECT', 'FILE'], options: planOption, toInput: (given) => ({ ...given.file!, ...planOf(given.options.plan) }) },
  }),
  'survey.questions': query<QuestionRow[]>()({ input: nothing, reads: ['question', 'item', 'coding', 'code', 'analysis_question'] }),
  'survey.attributes': query<AttributeInfo[]>()({ input: nothing, reads: ['attribute', 'attribute_value'] }),
  'survey.participants': query<Participant[]>()({ input: nothing, reads: ['participant', 'attribute_value', 'project'] }),
  /** All non-empty answers to a question, in the order of participants. */
  'survey.answers': query<Answer[]>()({ input: z.strictObject({ questionId: id }), reads: ['item'] }),
  'survey.renameQuestion': command<{ id: number }>()({
    input: z.strictObject({ id, shortName: name(80) }),
    label: (input) => `Named a question “${input.shortName}”`,
  }),
  /** Answers that contain the text, ASCII letters in either case; at most `limit` hits. */
  'survey.search': query<{ hits: SearchHit[]; total: number }>()({
    input: z.strictObject({ text: z.string().min(1).max(200), limit: z.int().min(1).max(500).default(20) }),
    reads: ['item'],
  }),
};
