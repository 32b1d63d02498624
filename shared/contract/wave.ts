import { z } from 'zod';
import type { ColumnRole } from '../domain/plan.ts';
import { query } from './define.ts';
import { file, givenPlan } from './fields.ts';

/** What a file would change in the project, in numbers. People count once, however many versions their answers have. */
export interface WaveCounts {
  /** `wave`: some of its questions are in the project already. */
  kind: 'new' | 'wave';
  /** How people were recognised: by their id, by a row that is the same word for word, or not at all. */
  matchedBy: 'id' | 'row' | 'none';
  /** `missing`: people with answers to these questions who are not in the file. They stay. */
  people: { matched: number; added: number; missing: number };
  /** `changed` ones come in as a new version beside the earlier one; `gone` are empty in the file, and stay. */
  answers: { same: number; added: number; changed: number; gone: number };
  questions: { known: number; added: number };
  /** `known` and `added` count columns, the others values: `values` are new, `kept` differ and stay as they were. */
  attributes: { known: number; added: number; same: number; values: number; kept: number };
}

export interface AnswerChange { participant: string; question: string; before: string; after: string }
export interface Differences extends WaveCounts {
  /** The first 200 changed answers, and attributes that differ. */
  changes: AnswerChange[];
  attributeChanges: { participant: string; attribute: string; before: string; after: string }[];
  /** Up to 200 of those who are not in the file, as they are shown. */
  missingNames: string[];
  /** Columns that the project knows as something else than the file alone suggests; `html`: their HTML was read as text; `typed`: what people typed beside the options was split off. */
  roles: { index: number; role: ColumnRole; html?: boolean; typed?: boolean }[];
  /** Columns whose question the project has. Who was asked it, and what it is tied to, stays as it is there. */
  known: number[];
  warnings: string[];
}

export const wave = {
  /** What `survey.import` of the same file and plan would do to the project as it is; nothing is written. */
  'survey.compare': query<Differences>()({
    input: z.strictObject({ ...file, plan: givenPlan.optional(), companions: z.array(z.strictObject(file)).max(5).optional() }),
    reads: ['import', 'participant', 'attribute', 'attribute_value', 'question', 'item', 'mask', 'project', 'alias'],
  }),
};
