import { z } from 'zod';
import { command, query, type Table } from './define.ts';
import { id, nothing } from './fields.ts';

export type RemovalKind = 'question' | 'import' | 'participant';

/** What would go for good, named before it goes. Numbers count rows of the project; diary entries and merges stay. */
export interface DeletionEffect {
  /** The question, the file, or the person as shown. */
  name: string;
  /** `people`: those who have nothing else in the project. Names of what goes with them. */
  people: number; answers: number; documents: number; questions: string[]; attributes: string[];
  codings: number; extracts: number;
  /** The codes that stay and lose extracts, the most first: how many go, and how many different ones are left. */
  codes: { id: number; name: string; analysis: string; extracts: number; left: number }[];
  noticings: number; examined: number; readings: number; memos: number; diaryLinks: number; numbers: number; masks: number; repairs: number;
  /** Analyses that lose their last question and go as well, with everything that was built in them. */
  analyses: { name: string; codes: number; themes: number; merges: number }[];
  /** Milestones that will show fewer extracts. */
  milestones: number;
  /** Steps that could be undone until now, and no longer. */
  steps: number;
}

export interface Removed { name: string; people: number; answers: number; extracts: number }

/** A file that was brought in, with what is in the project because of it. */
export interface ImportRow {
  id: number; fileName: string; size: number; at: string; actor: string;
  kind: 'survey' | 'documents';
  /** New people, questions and attributes of this file; answers, and among them changed ones; parts of documents count as answers. */
  people: number; questions: number; attributes: number; documents: number; answers: number; changed: number;
  /** Steps to undo until it is taken back: 1 where it was the last step, null where undo does not reach it any more. */
  steps: number | null;
}

const everything: Table[] = ['participant', 'attribute', 'attribute_value', 'question', 'item', 'repair', 'analysis', 'analysis_question', 'theme', 'code', 'coding', 'merge', 'milestone', 'examined', 'reading', 'noticing', 'memo', 'diary_link', 'document', 'mask', 'alias', 'import', 'project', 'operation'];
const sentence = (what: string, { people, answers, extracts }: Removed) =>
  `${what} for good, with ${people > 0 ? `${people} ${people === 1 ? 'person' : 'people'}, ` : ''}${answers} ${answers === 1 ? 'answer' : 'answers'} and ${extracts} ${extracts === 1 ? 'extract' : 'extracts'}`;

export const removal = {
  /** Everything that hangs on a question, an import (a wave, a documents import) or a person; nothing is changed. */
  'survey.deletionEffect': query<DeletionEffect>()({ input: z.strictObject({ kind: z.enum(['question', 'import', 'participant']), id }), reads: everything }),
  'survey.imports': query<ImportRow[]>()({ input: nothing, reads: ['import', 'participant', 'attribute', 'question', 'item', 'document', 'operation'] }),
  /** The three below remove words for good: undo ends here, and the file is rewritten without them. */
  'survey.deleteQuestion': command<Removed>()({ input: z.strictObject({ id }), record: 'final', label: (_input, output) => sentence(`Deleted the question “${output.name}”`, output) }),
  /** What the file brought, and the people, questions, attributes and documents that have nothing else. */
  'survey.deleteImport': command<Removed>()({ input: z.strictObject({ id }), record: 'final', label: (_input, output) => sentence(`Deleted the import of ${output.name}`, output) }),
  'survey.withdraw': command<Removed>()({ input: z.strictObject({ participantId: id }), record: 'final', label: (_input, output) => sentence('Withdrew somebody', { ...output, people: 0 }) }),
};
