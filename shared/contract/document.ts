import { query } from './define.ts';
import { nothing } from './fields.ts';

/** A document in a collection (a question of kind documents). */
export interface DocumentRow { id: number; questionId: number; title: string; position: number; parts: number; fileName: string; at: string }

/** Policies, letters, minutes: sources beside the participants, brought in by `survey.import`. */
export const document = {
  /** Every document, by collection and in the order of arrival. */
  'document.list': query<DocumentRow[]>()({ input: nothing, reads: ['document', 'item', 'question', 'import'] }),
};
