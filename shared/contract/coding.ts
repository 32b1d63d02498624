import { z } from 'zod';
import type { DocumentPlace } from '../domain/document-place.ts';
import type { CodingRow } from '../domain/types.ts';
import { command, query } from './define.ts';
import { codeKind, id, ids, name, offset, prose } from './fields.ts';

export interface Extract {
  codingId: number; codeId: number; itemId: number; questionId: number; start: number; end: number;
  /** Whose words they are: a participant’s, or those of a document. The other one is null. */
  participantId: number | null; document: DocumentPlace | null;
  /** The verbatim words, cut from the item; and a little of what surrounds them. */
  text: string; before: string; after: string;
  /** The code it was first placed under, where a merge brought it here. */
  fromCodeId: number | null;
  /** The question lies outside the analysis of the code (S0-42). */
  borrowed: boolean;
}
/** A coding as a tuple, for lists of many. */
export type PackedCoding = readonly [id: number, codeId: number, itemId: number, start: number, end: number, participantId: number | null, fromCodeId: number | null, note: string];

/** Coding without a pause of more than half an hour. `newCodes`: codes made in it. */
export interface CodingSitting { startedAt: string; endedAt: string; actor: string; codings: number; newCodes: number }

/** What became of a coding that was changed. `codeName`: the code it stands under now, `from` the one before. */
export interface ChangedCoding { id: number; codeName: string; from: string; codeId: number }

/** A code that is there, or one to be found or made by its name. */
export const chosenCode = z.union([z.strictObject({ id }), z.strictObject({ name: name(), kind: codeKind.optional() })]);

export const coding = {
  /** Every coding on the answers to one question, whatever the analysis of its code. */
  'coding.list': query<CodingRow[]>()({ input: z.strictObject({ questionId: id }), reads: ['coding', 'item', 'code'] }),
  /**
   * The same as it stands after some operation no older than `from`, packed: many thousands of them are asked for once and
   * kept fresh with `coding.changes`, so that a command costs what it changed. `at`: the operation after which it stands.
   */
  'coding.snapshot': query<{ at: number; codings: PackedCoding[] }>()({ input: z.strictObject({ questionId: id, from: z.int().min(0) }), reads: ['item'] }),
  /** The answers to a question whose codings were touched after an operation, and all codings that they have now. `whole`: too much changed, take a new snapshot. */
  'coding.changes': query<{ at: number; whole: boolean; itemIds: number[]; codings: CodingRow[] }>()({ input: z.strictObject({ questionId: id, since: z.int().min(0) }), reads: ['coding', 'code'] }),
  /** Places one stretch under one or more codes; codes given by name are found or created in the analysis. */
  'coding.add': command<{ codingIds: number[]; codes: { id: number; name: string; created: boolean }[]; already: number }>()({
    input: z.strictObject({ analysisId: id, itemId: id, start: offset, end: offset, codes: z.array(chosenCode).min(1).max(60) }),
    label: (_input, output) => `Coded an extract with ${output.codes.map((code) => `“${code.name}”`).join(', ')}`,
  }),
  'coding.remove': command<{ removed: number; codeNames: string[] }>()({
    input: z.strictObject({ ids }),
    label: (_input, output) => `Removed ${output.removed === 1 ? 'an extract' : `${output.removed} extracts`} from ${output.codeNames.map((code) => `“${code}”`).join(', ')}`,
  }),
  /** Moves a coding to another code of its analysis (found or made by name), gives it other boundaries, or a memo. */
  'coding.update': command<ChangedCoding>()({
    input: z.strictObject({ id, code: chosenCode.optional(), range: z.strictObject({ start: offset, end: offset }).optional(), note: prose().optional() }),
    label: (input, output) =>
      input.code !== undefined ? `Moved an extract from “${output.from}” to “${output.codeName}”`
      : input.range !== undefined ? `Changed where an extract of “${output.codeName}” begins and ends`
      : `${input.note === '' ? 'Removed the memo from' : 'Wrote a memo on'} an extract of “${output.codeName}”`,
  }),
  /** Cuts an extract in two at an offset; white space at the cut belongs to neither. */
  'coding.split': command<{ ids: [number, number]; codeName: string }>()({
    input: z.strictObject({ id, at: offset }),
    label: (_input, output) => `Split an extract of “${output.codeName}” in two`,
  }),
  /** Several extracts of one code in one answer become one, from the first of their characters to the last. The first keeps its id. */
  'coding.join': command<{ id: number; joined: number; codeName: string }>()({
    input: z.strictObject({ ids: z.array(id).min(2).max(500) }),
    label: (_input, output) => `Joined ${output.joined} extracts of “${output.codeName}” into one`,
  }),
  /**
   * Every sitting of coding in an analysis, the oldest first, as the history tells it; imported coding is nobody's sitting.
   * `lastUsed`: for each code given by hand, the place of the sitting (from 0) in which it was given last.
   */
  'coding.sittings': query<{ sittings: CodingSitting[]; lastUsed: [codeId: number, sitting: number][] }>()({ input: z.strictObject({ analysisId: id }), reads: ['coding', 'code'] }),
  /** Answers to a question in which an analysis (or one merged into it) found nothing to code. */
  'coding.examined': query<number[]>()({ input: z.strictObject({ analysisId: id, questionId: id }), reads: ['examined', 'analysis'] }),
  /** Marks answers as examined with nothing to code in them, or takes the mark away. Answers that are coded in this analysis are refused. */
  'coding.examine': command<{ changed: number; question: string | null }>()({
    input: z.strictObject({ analysisId: id, itemIds: ids, nothing: z.boolean() }),
    label: (input, output) => `${input.nothing ? 'Found nothing to code in' : 'Took “nothing to code” away from'} ${output.changed === 1 ? 'an answer' : `${output.changed} answers`}${output.question === null ? '' : ` to “${output.question}”`}`,
  }),
  /** The other codes of the analysis in the answer of each extract of a code, the nearest first; extracts without any are left out. */
  'coding.beside': query<{ codingId: number; codeIds: number[] }[]>()({ input: z.strictObject({ codeId: id }), reads: ['coding', 'code'] }),
  /** The extracts of one or more codes, in the order of coding; at most `perCode` of each code where it is given (a sample for the board). */
  'coding.extracts': query<Extract[]>()({ input: z.strictObject({ codeIds: ids, perCode: z.int().min(1).max(1_000).optional() }), reads: ['coding', 'item', 'mask', 'analysis_question', 'code'] }),
};
