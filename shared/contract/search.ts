import { z } from 'zod';
import type { DocumentPlace } from '../domain/document-place.ts';
import type { Excerpt } from '../domain/search/excerpt.ts';
import { extents } from '../domain/search/extent.ts';
import { searchModes } from '../domain/search/query.ts';
import type { TextRange } from '../domain/text-range.ts';
import type { CodeKind } from '../domain/types.ts';
import { command, query } from './define.ts';
import { chosenCode } from './coding.ts';
import { id, ids, offset } from './fields.ts';
import type { AnswerVersion } from './survey.ts';

/** An answer (or a part of a document) in which everything was found that was asked for. */
export interface SearchHit extends Excerpt, AnswerVersion {
  itemId: number;
  questionId: number;
  participantId: number | null;
  document: DocumentPlace | null;
  /** The participant's name in the project's numbering, or the document's title. */
  shown: string;
  /** Where it was found, at most 200 places, in UTF-16 code units of the stored text. */
  places: TextRange[];
  /** Active codes that the answer bears somewhere, in the order of coding. */
  codes: { id: number; name: string; ink: number; kind: CodeKind }[];
}
export interface SearchPage {
  hits: SearchHit[];
  /** Answers found from where this page begins; `complete` where all answers were looked at, otherwise there may be more. */
  total: number;
  complete: boolean;
  /** Ask with `after: next` for the page that follows; null at the end. */
  next: number | null;
}
export interface SearchCount {
  answers: number;
  places: number;
  people: number;
  documents: number;
  questions: { questionId: number; answers: number; places: number }[];
}
/** An extract to be: `[itemId, start, end)`. */
export type Place = readonly [itemId: number, start: number, end: number];
/** What coding all hits would do. `already`: extracts that all chosen codes cover; `outside`: on questions that are not the analysis's own. `tooMany`: more than can be coded at once, `places` is empty. */
export interface SearchExtracts {
  places: Place[];
  extracts: number;
  answers: number;
  people: number;
  documents: number;
  already: number;
  outside: number;
  tooMany: boolean;
}
/** `extracts` were coded, `already` were so before, in full or within a longer extract. */
export interface CodedPlaces {
  extracts: number;
  codings: number;
  already: number;
  people: number;
  documents: number;
  codes: { id: number; name: string; created: boolean }[];
}

/** Extracts that one command can code. */
export const mostPlaces = 50_000;

const what = {
  /** See shared/domain/search/query.ts for what may be typed. */
  text: z.string().min(1).max(500),
  mode: z.enum(searchModes).default('beginnings'),
  questionIds: ids.optional(),
  analysisId: id.optional(),
  /** People with one of these values, for each attribute named. */
  attributes: z
    .array(z.strictObject({ attributeId: id, values: z.array(z.string().max(100_000)).min(1).max(1_000) }))
    .max(20)
    .default([]),
  /** Only answers that bear this code, or only those that do not. */
  code: z.strictObject({ id, borne: z.boolean() }).optional(),
  /** Only answers without a code: of the analysis where one is given, otherwise of any. */
  uncoded: z.boolean().default(false),
  /** Who asks as somebody types: a newer question of the same asker ends the one before (a `conflict`). */
  asker: z.string().max(40).optional(),
};
const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const search = {
  /** Answers in which a text is found, in the order of questions and people. Nothing of it is kept in the file: every answer is looked at. */
  'search.answers': query<SearchPage>()({
    input: z.strictObject({
      ...what,
      limit: z.int().min(1).max(500).default(50),
      after: id.optional(),
      /** Code units shown on either side of what was found. */
      around: z.int().min(0).max(500).default(120),
    }),
    reads: ['item', 'mask', 'coding', 'code', 'question', 'participant', 'document', 'project', 'alias', 'attribute_value', 'analysis_question'],
    cli: {
      verb: 'search',
      summary: 'find words, "phrases" and word beginnings in the answers',
      args: ['PROJECT', 'TEXT'],
      options: { mode: { kind: 'text', help: 'beginnings (of words), words or anywhere' } },
      toInput: (given) => ({ text: given.text[0] ?? '', limit: 500, ...(given.options.mode === undefined ? {} : { mode: given.options.mode as 'words' }) }),
    },
  }),
  /** How much is found altogether. */
  'search.count': query<SearchCount>()({
    input: z.strictObject(what),
    reads: ['item', 'mask', 'coding', 'code', 'question', 'attribute_value', 'analysis_question'],
  }),
  /** The extracts that coding the hits would make, and what it would do. `only` these answers, or all `except` some. */
  'search.extracts': query<SearchExtracts>()({
    input: z.strictObject({
      ...what,
      extent: z.enum(extents),
      only: z.array(id).max(mostPlaces).optional(),
      except: z.array(id).max(mostPlaces).optional(),
      into: z.strictObject({ analysisId: id, codes: z.array(chosenCode).max(60) }),
    }),
    reads: ['item', 'mask', 'coding', 'code', 'question', 'attribute_value', 'analysis_question'],
  }),
  /** Places many stretches under one or more codes, as one step; codes given by name are found or made. Places of one answer that overlap become one. */
  'search.codeAll': command<CodedPlaces>()({
    input: z.strictObject({
      analysisId: id,
      codes: z.array(chosenCode).min(1).max(60),
      places: z
        .array(z.tuple([id, offset, offset]))
        .min(1)
        .max(mostPlaces),
    }),
    label: (_input, output) =>
      `Coded ${many(output.extracts, 'extract', 'extracts')} found by searching with ${output.codes.map((code) => `“${code.name}”`).join(', ')}`,
  }),
};
