import { z } from 'zod';
import type { ColumnRole } from '../domain/plan.ts';
import { query } from './define.ts';
import { file, givenPlan } from './fields.ts';

/** What a file would change in the project, in numbers. People count once, however many versions their answers have. */
export interface WaveCounts {
  /** `wave`: some of its questions are in the project already. */
  kind: 'new' | 'wave';
  /** How people were recognised: by their id as imported, by their number in another numbering, by a row that is the same word for word, or not at all. */
  matchedBy: 'id' | 'numbering' | 'row' | 'none';
  /** `missing`: people with answers to these questions who are not in the file. They stay. */
  people: { matched: number; added: number; missing: number };
  /** `changed` ones come in as a new version beside the earlier one; `gone` are empty in the file, and stay. */
  answers: { same: number; added: number; changed: number; gone: number };
  questions: { known: number; added: number };
  /** `known` and `added` count columns, the others values: `values` are new, `kept` differ and stay as they were. */
  attributes: { known: number; added: number; same: number; values: number; kept: number };
}

/** How the ids of a file are taken (`ids` of a plan, decided or proposed), and how else they could be. */
export interface IdMatching {
  numbering: string | null;
  alike: boolean;
  /** Nobody decided: it is what the ids themselves say. */
  proposed: boolean;
  /** People who are known by their ids as imported (null, the first), and by each numbering. */
  ways: { numbering: string | null; people: number }[];
  /** People who are known only where small differences of their ids do not count. */
  alikes: number;
}

export interface AnswerChange { participant: string; question: string; before: string; after: string }
export interface Differences extends WaveCounts {
  /** Null where the file has no ids. */
  ids: IdMatching | null;
  /** The first 200 changed answers, and attributes that differ. */
  changes: AnswerChange[];
  attributeChanges: { participant: string; attribute: string; before: string; after: string }[];
  /** Up to 200 of those who are not in the file, as they are shown. */
  missingNames: string[];
  /** Columns that the project knows as something else than the file alone suggests; `html`: their HTML was read as text; `typed`: what people typed beside the options was split off. */
  roles: { index: number; role: ColumnRole; html?: boolean; typed?: boolean }[];
  /** Columns whose question the project has. Who was asked it, and what it is tied to, stays as it is there. */
  known: number[];
  /** Columns that are new questions, then those that are new attributes. */
  fresh: number[];
  /** New columns that may be a question or an attribute of the project under other words; the `wording` in the plan's column says that it is the same. */
  renamed: { column: number; kind: 'question' | 'attribute'; wording: string; sentence: string }[];
  warnings: string[];
}

export const wave = {
  /** What `survey.import` of the same file and plan would do to the project as it is; nothing is written. */
  'survey.compare': query<Differences>()({
    input: z.strictObject({ ...file, plan: givenPlan.optional(), companions: z.array(z.strictObject(file)).max(5).optional() }),
    reads: ['import', 'participant', 'attribute', 'attribute_value', 'question', 'item', 'mask', 'project', 'alias'],
  }),
};
