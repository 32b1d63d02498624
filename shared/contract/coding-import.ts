import { z } from 'zod';
import { type CodingInspection, codingRoles, endsMoves, type FoundPlace } from '../domain/coding-import.ts';
import { command, query } from './define.ts';
import { file, id, name, offset } from './fields.ts';

/** A row that was not brought in. `near`: the place that a confirmation of this row would name. */
export interface BadRow { line: number; where: string; reason: string; near?: ConfirmedPlace & { similarity: number } }
/** What came of bringing codings in. `problems` lists every row that was left out; `notes`: how the file was understood, as sentences. */
export interface CodingImportSummary { codings: number; codes: number; themes: number; analyses: number; repeated: number; problems: BadRow[]; notes: string[] }

/** Which row (`part`: which quotation of it, where a cell holds several), and the stretch that it means. */
const confirmedPlace = z.strictObject({ line: z.int().min(0), part: z.int().min(1).default(1), itemId: id, start: offset, end: offset });
export type ConfirmedPlace = z.input<typeof confirmedPlace>;

/** How the file is to be read, where that is not as guessed: a sheet or part, what columns are for by their index, whether an empty cell means the same as the one above, and the analysis for rows that name none (otherwise the question's own). */
const reading = { analysis: name().optional(), asAbove: z.boolean('--as-above takes yes or no.').optional(), section: z.string().max(1_000).optional(), columns: z.record(z.string().regex(/^\d{1,5}$/), z.enum(codingRoles)).optional() };

/** Anything else is refused by the schema. */
const yesOrNo = (given: unknown) => (given === 'yes' ? true : given === 'no' ? false : (given as boolean));

export const codingImport = {
  /** What a file of codings holds and where its words stand in the answers; nothing is written. */
  'coding.inspectImport': query<CodingInspection>()({
    input: z.strictObject({ ...file, ...reading }),
    reads: ['item', 'participant', 'question', 'document', 'alias', 'project', 'code', 'theme', 'analysis', 'analysis_question'],
    slow: true,
  }),
  /** Where words stand in the answers, or the stretches nearest to them; to place by hand a row whose words were not found. */
  'coding.findPlaces': query<FoundPlace[]>()({ input: z.strictObject({ words: z.string().max(5_000) }), slow: true, reads: ['item', 'participant', 'question', 'document', 'project'] }),
  /** The same place with its ends moved, and what stands around it then. */
  'coding.moveEnds': query<Pick<FoundPlace, 'start' | 'end' | 'before' | 'match' | 'after'>>()({ input: z.strictObject({ itemId: id, start: offset, end: offset, how: z.enum(endsMoves) }), reads: ['item', 'mask'] }),
  /**
   * Brings in coding done elsewhere (DESIGN.md, section 4): tables as text, in a workbook or a document, or an appendix. Nothing
   * is imported while a row cannot be placed, unless such rows are skipped. Places that are only near, or elsewhere than the file
   * says, count where they are confirmed; near ones of the person whom the row names also from `acceptNear` (0.5 to 1) on.
   */
  'coding.import': command<CodingImportSummary>()({
    input: z.strictObject({ ...file, ...reading, confirm: z.array(confirmedPlace).max(200_000).default([]), acceptNear: z.number('--accept-near takes a number such as 0.9.').min(0.5, 'Nothing less alike than 0.5 is accepted without being looked at.').max(1).optional(), skipBadRows: z.boolean().default(false) }),
    slow: true,
    label: (input, output) => `Brought in ${output.codings} codings from ${input.fileName}`,
    cli: {
      verb: 'import-coding', summary: 'bring in coding done elsewhere (CSV, Excel, Word tables)', args: ['PROJECT', 'CODINGS.csv'],
      options: {
        'skip-bad-rows': { kind: 'flag', help: 'leave out rows that cannot be placed' },
        'accept-near': { kind: 'text', help: 'place rows whose words are at least so much alike (such as 0.9) in the answers of the person named' },
        'as-above': { kind: 'text', help: 'yes or no: whether an empty cell means the same as the one above it' },
        confirm: { kind: 'json', help: 'places of rows: [{"line", "itemId", "start", "end"}], as the refusal lists them' },
        section: { kind: 'text', help: 'the sheet of a workbook, or the part of a document, to read' },
        analysis: { kind: 'text', help: 'the analysis for rows that name none; otherwise that of the question' },
      },
      toInput: (given) => ({
        ...given.file!, skipBadRows: given.options['skip-bad-rows'] === true,
        ...(given.options['accept-near'] === undefined ? {} : { acceptNear: Number(given.options['accept-near']) }),
        ...(given.options['as-above'] === undefined ? {} : { asAbove: yesOrNo(given.options['as-above']) }),
        ...(given.options.confirm === undefined ? {} : { confirm: given.options.confirm as ConfirmedPlace[] }),
        ...(given.options.analysis === undefined ? {} : { analysis: String(given.options.analysis) }),
        ...(given.options.section === undefined ? {} : { section: String(given.options.section) }),
      }),
    },
  }),
};
