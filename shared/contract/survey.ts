import { z } from 'zod';
import type { DocumentPlace } from '../domain/document-place.ts';
import type { Inspection, importPlan } from '../domain/plan.ts';
import type { Mask } from '../domain/masks.ts';
import type { AttributeInfo, Participant, Question } from '../domain/types.ts';
import { action, type CliGiven, command, type GivenFile, query } from './define.ts';
import { file, givenPlan, id, name, nothing } from './fields.ts';
import type { WaveCounts } from './wave.ts';

export interface ImportSummary { participants: number; questions: number; attributes: number; /** Answers that came in: new ones, and new versions of changed ones. */ answers: number; repairs: number; analyses: number; /** How the file lay beside what was there. */ wave: WaveCounts; warnings: string[]; /** What a document became; absent for a survey. */ document?: { title: string; collection: string; parts: number } }
/**
 * What a question belongs to and who could answer it. asked: people who could; askedOf: the condition, null for everyone (with a separator, the values are options that were ticked); outside: people who answered
 * without having been asked. closedId, tie: the closed question (an attribute) that it is the “other” of, or the reason for. matrix: the stem of its grid.
 */
export interface QuestionLinks { asked: number; askedOf: { attributeId: number; values: string[]; separator?: string } | null; outside: number; closedId: number | null; tie: '' | 'other' | 'comment'; matrix: string }
export interface QuestionRow extends Question, QuestionLinks { answered: number; coded: number }
/** One participant's answer to one question, or a part of a document: one of `participantId` and `document` is null. */
export interface Answer extends AnswerVersion { itemId: number; questionId: number; participantId: number | null; document: DocumentPlace | null; text: string; /** Words that were overwritten, with what is shown instead; absent without any. */ masks?: readonly Mask[] }
/** 1 is the first answer; a later file that changed it brought the others, `since` says which and when. All of them stay. */
export interface AnswerVersion { version: number; latest: boolean; since: { fileName: string; at: string } | null }

/** companions: files that say what the columns mean (a key, a data dictionary). */
const importInput = z.strictObject({ ...file, plan: givenPlan.optional(), companions: z.array(z.strictObject(file)).max(5).optional() });
const planOption = {
  plan: { kind: 'json' as const, help: 'a plan as printed by inspect, edited' },
  with: { kind: 'file' as const, help: 'a key or data dictionary that came with the file' },
};
const planOf = (options: CliGiven['options']) => ({
  ...(options.plan === undefined ? {} : { plan: options.plan as z.input<typeof importPlan> }),
  ...(options.with === undefined ? {} : { companions: [options.with as GivenFile] }),
});

export const survey = {
  /** What the importer understands of a file; nothing is written. A plan overrides what is guessed. */
  'survey.inspect': action<Inspection>()({
    input: importInput,
    cli: { verb: 'inspect', summary: 'what the importer understands of a file, nothing is written', args: ['FILE'], options: planOption, toInput: (given) => ({ ...given.file!, ...planOf(given.options) }) },
  }),
  'survey.import': command<ImportSummary>()({
    input: importInput,
    record: 'bulk',
    label: (input, { wave: { kind, people, answers }, participants, questions, document }) =>
      document ? `Imported a document in ${document.parts} part${document.parts === 1 ? '' : 's'} from ${input.fileName}`
      : kind === 'new'
        ? `Imported ${participants} respondent${participants === 1 ? '' : 's'} and ${questions} question${questions === 1 ? '' : 's'} from ${input.fileName}`
        : `Added ${people.added} ${people.added === 1 ? 'person' : 'people'} and ${answers.added} answer${answers.added === 1 ? '' : 's'}, ${answers.changed} changed, from ${input.fileName}`,
    cli: { verb: 'import', summary: 'import a survey export or a document', args: ['PROJECT', 'FILE'], options: planOption, toInput: (given) => ({ ...given.file!, ...planOf(given.options) }) },
  }),
  'survey.questions': query<QuestionRow[]>()({ input: nothing, reads: ['question', 'item', 'coding', 'code', 'analysis_question', 'participant', 'attribute', 'attribute_value', 'import'] }),
  'survey.attributes': query<AttributeInfo[]>()({ input: nothing, reads: ['attribute', 'attribute_value'] }),
  'survey.participants': query<Participant[]>()({ input: nothing, reads: ['participant', 'attribute_value', 'project', 'alias'] }),
  /** All non-empty answers to a question, in the order of participants. */
  'survey.answers': query<Answer[]>()({ input: z.strictObject({ questionId: id }), reads: ['item'] }),
  'survey.renameQuestion': command<{ id: number }>()({
    input: z.strictObject({ id, shortName: name(80) }),
    label: (input) => `Named a question “${input.shortName}”`,
  }),
};
