import { z } from 'zod';
import { command, query } from './define.ts';
import { id, ids, nothing, offset, prose } from './fields.ts';
import type { Answer } from './survey.ts';

/** How far one question has been read. `noticings`: notes in the margins of its answers. */
export interface QuestionReading { questionId: number; answered: number; read: number; noticings: number }
export interface PersonReading { participantId: number; answered: number; read: number; noticings: number }
/** One sitting: from the first reading to the last, with no pause of more than half an hour. `read`: answers read in it. */
export interface ReadingSession { id: number; startedAt: string; endedAt: string; actor: string; read: number }
export interface ReadingState { answers: number; read: number; questions: QuestionReading[]; sessions: ReadingSession[] }
/** Items read at least once, and the one read last. */
export interface ReadingMarks { itemIds: number[]; last: { itemId: number; at: string } | null }

/** What struck the researcher at `[start, end)` of an answer, or at all of it; `words` is the beginning of that stretch. */
export interface Noticing {
  id: number; itemId: number; questionId: number; participantId: number | null; documentId: number | null; shown: string; start: number; end: number;
  words: string; text: string; at: string; actor: string;
}
export interface Memo { questionId: number; text: string; at: string; actor: string }

const chosen = z.union([z.strictObject({ questionId: id }), z.strictObject({ participantId: id }), z.strictObject({ documentId: id })]);
const words = prose(5_000).pipe(z.string().min(1, 'Write a few words first.'));
const quantity = (count: number) => (count === 1 ? 'an answer' : `${count} answers`);
const to = (question: string | null) => (question === null ? '' : ` to “${question}”`);

/** Familiarising: what has been read, when, and by whom. */
export const reading = {
  /** Progress by question, and every sitting, the oldest first. */
  'reading.state': query<ReadingState>()({ input: nothing, reads: ['reading', 'reading_session', 'noticing', 'item', 'question'] }),
  /** Progress by person, in order of arrival. */
  'reading.people': query<PersonReading[]>()({ input: nothing, reads: ['reading', 'noticing', 'item', 'participant'] }),
  /** Which answers to a question, of a person, or parts of a document, have been read. */
  'reading.marks': query<ReadingMarks>()({ input: chosen, reads: ['reading', 'item'] }),
  /** Everything that one person said, in the order of the questions. */
  'reading.person': query<Answer[]>()({ input: z.strictObject({ participantId: id }), reads: ['item', 'question'] }),
  /** Everything in one document, in its order. */
  'reading.document': query<Answer[]>()({ input: z.strictObject({ documentId: id }), reads: ['item', 'document'] }),
  /**
   * Marks answers as read in the present sitting (which begins with the first of them), or takes every mark of them away.
   * `question`: the short name of the one question that they answer, or null where there are several.
   */
  'reading.markRead': command<{ changed: number; question: string | null }>()({
    input: z.strictObject({ itemIds: ids, read: z.boolean() }),
    label: (input, output) => `${input.read ? 'Read' : 'Marked as unread:'} ${quantity(output.changed)}${to(output.question)}`,
  }),
};

/** Notes in the margin, before any coding. */
export const noticing = {
  /** All of them, in the order of questions, participants and places. */
  'noticing.list': query<Noticing[]>()({ input: nothing, reads: ['noticing', 'item', 'participant', 'question', 'project', 'alias', 'document', 'mask'] }),
  'noticing.add': command<{ id: number; question: string }>()({
    input: z.strictObject({ itemId: id, start: offset, end: offset, text: words }),
    label: (_input, output) => `Wrote a note in the margin of an answer${to(output.question)}`,
  }),
  'noticing.update': command<{ id: number; question: string }>()({
    input: z.strictObject({ id, text: words }),
    label: (_input, output) => `Changed a note in the margin of an answer${to(output.question)}`,
  }),
  'noticing.remove': command<{ id: number; question: string }>()({
    input: z.strictObject({ id }),
    label: (_input, output) => `Removed a note from the margin of an answer${to(output.question)}`,
  }),
};

/** First impressions of a question, written while reading its answers. */
export const memo = {
  'memo.list': query<Memo[]>()({ input: nothing, reads: ['memo', 'question'] }),
  /** Empty text removes the memo. */
  'memo.set': command<{ questionId: number; question: string; removed: boolean }>()({
    input: z.strictObject({ questionId: id, text: prose() }),
    label: (_input, output) => `${output.removed ? 'Removed the' : 'Wrote down'} first impressions of “${output.question}”`,
  }),
};
