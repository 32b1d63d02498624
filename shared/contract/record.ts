import { z } from 'zod';
import type { Trigger } from '../domain/types.ts';
import { command, query } from './define.ts';
import { id, name, nothing, offset, prose } from './fields.ts';

export interface Milestone { id: number; name: string; note: string; at: string; actor: string; analyses: number; codes: number; themes: number; codings: number }

const linkKind = z.enum(['question', 'extract', 'code', 'theme', 'merge', 'analysis']);
/** A link to what the entry is about; an extract is an item with offsets. */
const link = z.union([
  z.strictObject({ kind: z.literal('extract'), id, start: offset, end: offset }),
  z.strictObject({ kind: linkKind.exclude(['extract']), id }),
]);
export type DiaryLinkInput = z.infer<typeof link>;

/** A link as it is shown: its name, or the words of the extract with the participant. */
export interface DiaryLink { kind: z.infer<typeof linkKind>; id: number; start: number; end: number; text: string; shown: string; fromDocument: boolean; ink: number | null; questionId: number | null; gone: boolean }
export interface DiaryEntry {
  id: number; at: string; actor: string; trigger: Trigger; text: string;
  /** The screen it was written on, in words (“Coding question 4”). */
  context: string;
  links: DiaryLink[]; toDiscuss: boolean; discussedWith: string; discussedOn: string; outcome: string; inReport: boolean;
}

const trigger = z.enum(['moved', 'puzzled', 'decision', 'assumption', 'positionality', 'other']);

/** Milestones and the reflexive diary: what the researcher keeps on purpose. */
export const milestone = {
  'milestone.list': query<Milestone[]>()({ input: nothing, reads: ['milestone'] }),
  /** Keeps an immutable picture of the whole structure as it is now. */
  'milestone.create': command<{ id: number }>()({
    input: z.strictObject({ name: name(), note: prose().default('') }),
    label: (input) => `Kept the milestone “${input.name}”`,
  }),
};

export const diary = {
  /** Newest first. */
  'diary.list': query<DiaryEntry[]>()({ input: nothing, reads: ['diary_entry', 'diary_link', 'item', 'code', 'theme', 'merge', 'question', 'analysis', 'participant', 'project', 'alias', 'document', 'mask'] }),
  'diary.add': command<{ id: number }>()({
    input: z.strictObject({ trigger, text: prose().pipe(z.string().min(1, 'Write a few words first.')), context: prose(200).default(''), links: z.array(link).max(50).default([]), toDiscuss: z.boolean().default(false), inReport: z.boolean().default(true) }),
    label: (input) => `Diary: ${input.text.length > 60 ? `${input.text.slice(0, 59).replace(/[\ud800-\udbff]$/, '')}…` : input.text}`,
  }),
  'diary.update': command<{ id: number }>()({
    input: z.strictObject({ id, trigger: trigger.optional(), text: prose().pipe(z.string().min(1, 'Write a few words first.')).optional(), links: z.array(link).max(50).optional(), toDiscuss: z.boolean().optional(), inReport: z.boolean().optional() }),
    label: () => 'Changed a diary entry',
  }),
  'diary.discuss': command<{ id: number }>()({
    input: z.strictObject({ id, with: name(200), on: z.iso.date(), outcome: prose(2_000).default('') }),
    label: (input) => `Discussed a diary entry with ${input.with}`,
  }),
  'diary.remove': command<{ id: number }>()({ input: z.strictObject({ id }), label: () => 'Removed a diary entry' }),
};
