import { z } from 'zod';

/** How an import understands a file. `inspect` prints it, `--plan` reads it, the import screen edits it: one shape. */
export const columnRole = z.enum(['participant', 'attribute', 'question', 'ignore']);
export type ColumnRole = z.infer<typeof columnRole>;

/** What ties a text to a closed question: the “other” that its options leave open, or the reason for a rating. */
const tieKind = z.enum(['other', 'comment']);
export type TieKind = z.infer<typeof tieKind>;

/**
 * Rows that may be no respondents, or not whole ones.
 * preview, test, spam: as Qualtrics marks them. event: rows of other REDCap events. untimed: no time, unlike all others. last: a last row with hardly
 * anything in it. trial: nothing but “test”. twin: the same answers as an earlier row. again: the same id as an earlier row. silent: no answer to any
 * question. unfinished: as the survey tool says.
 */
const rowKind = z.enum(['preview', 'test', 'spam', 'untimed', 'last', 'trial', 'twin', 'again', 'silent', 'unfinished']);
export type RowKind = z.infer<typeof rowKind>;

export const planColumn = z.object({
  /** Position in the file, from 0: columns are never addressed by their header. */
  index: z.int().min(0).max(100_000),
  name: z.string().max(100_000).default(''),
  wording: z.string().max(100_000).default(''),
  role: columnRole,
  shortName: z.string().max(1_000).default(''),
  /** Respondents with something in this column. */
  filled: z.int().min(0).default(0),
  /** Why this role was chosen, one short phrase for the screen. */
  reason: z.string().max(1_000).default(''),
  /** The closed column that this text belongs to (its index), and how; null: to none, whatever is guessed. */
  tiedTo: z.int().min(0).max(100_000).nullable().optional(),
  tie: tieKind.optional(),
  /** The stem that the rows of one grid share; empty: no grid, whatever is guessed. */
  group: z.string().max(100_000).optional(),
  /**
   * Who could answer: those with one of these values in a closed column; with a separator, those who ticked one of these options, which its cells hold
   * joined by it. null: everyone, whatever is guessed.
   */
  asked: z
    .object({ column: z.int().min(0).max(100_000), values: z.array(z.string().max(10_000)).min(1).max(500), separator: z.string().min(1).max(3).optional() })
    .nullable()
    .optional(),
  /** Respondents who could answer, where that is not everyone. */
  could: z.int().min(0).optional(),
  /** Why it is tied, and why it is taken that not everyone was asked: sentences for the screen. */
  tieReason: z.string().max(2_000).optional(),
  askedReason: z.string().max(2_000).optional(),
  /** A question that the survey tool wrote into two columns: what stands in this one fills the gaps of that one. null: kept apart. */
  mergedWith: z.int().min(0).max(100_000).nullable().optional(),
  /** “finished”: only whether the cell holds something matters (a date of sending off); it reads “yes” or “no”. */
  as: z.literal('finished').optional(),
  /** Answers that a rich text box wrote in HTML are read as the text that their authors saw. */
  html: z.boolean().optional(),
  /** What people typed beside the options, in the same cell, is split off as the answers to a question of its own, which says here of which column. */
  typed: z.boolean().optional(),
  typedIn: z.int().min(0).max(100_000).optional(),
  /** What codes in a closed column mean, from a key or a dictionary that came with the file. */
  labels: z.record(z.string().max(200), z.string().max(10_000)).optional(),
});
export type PlanColumn = z.infer<typeof planColumn>;

/** How a document becomes data items: one for all of it, one under each heading, or one for each stretch between blank lines. */
const documentSplit = z.enum(['whole', 'heading', 'blank-line']);
export type DocumentSplit = z.infer<typeof documentSplit>;

const documentPlan = z.object({
  title: z.string().trim().min(1).max(300).optional(),
  split: documentSplit.optional(),
  /** The name of the collection that it goes into, which is read and coded like a question. */
  collection: z.string().trim().min(1).max(80).optional(),
});

/** A repaired place in an answer: the words around it, and the characters before and after. */
const sample = z.object({ participant: z.string(), before: z.string(), damaged: z.string(), repaired: z.string(), after: z.string() });
export type RepairSample = z.infer<typeof sample>;

/**
 * No defaults at this level: a plan that a caller gives is partial, and what it leaves out is guessed from the file
 * (a default would look like a wish).
 */
export const importPlan = z.object({
  format: z.string().max(100),
  encoding: z.string().max(100),
  delimiter: z.string().max(10),
  /** The sheet of a workbook; empty for files without sheets, and for the first visible one that holds something. */
  sheet: z.string().max(200),
  headerRows: z.int().min(0).max(10),
  respondents: z.int().min(0),
  /** A row for each answer: the columns (from 0) that say who answered, what was asked, and what was answered; such a table is turned first, and `columns` are those of the turned one. null: read as it stands. */
  long: z.object({ participant: z.int().min(0), question: z.int().min(0), answer: z.int().min(0) }).nullable().optional(),
  columns: z.array(planColumn).max(20_000),
  repairs: z.object({
    /** Damaged places found; they are repaired only when `apply` is true. */
    count: z.int().min(0).default(0),
    apply: z.boolean().default(true),
    samples: z.array(sample).default([]),
  }),
  /** Kinds of rows that are left out; only previews, tests and spam unless somebody decides otherwise. */
  rows: z.object({ leaveOut: z.array(rowKind).max(20) }),
  /** The event of a REDCap export whose rows are taken; empty: all rows. */
  event: z.string().max(500),
  /**
   * How the ids of a later file mean people who are there: as numbers of the numbering of that name (null: as imported), and whether ids that differ only in
   * capitals, blanks, hyphens or zeros are the same. What is left out is proposed where the ids are clear, and shown with the differences.
   */
  ids: z.object({ numbering: z.string().max(200).nullable().optional(), alike: z.boolean().optional() }).optional(),
  /** Each question analysed by itself, or all of them together in one analysis. */
  analyses: z.enum(['each', 'together']),
  warnings: z.array(z.string()),
  /** For documents: what becomes of it; null or absent for tables. A text is read as one or the other as `format` says (txt, markdown, csv). */
  document: documentPlan.nullable().optional(),
});
export type ImportPlan = z.output<typeof importPlan>;
/** What a caller may give: any part of a plan, over what is guessed. */
export type GivenPlan = { [Key in keyof ImportPlan]?: ImportPlan[Key] | undefined };

/** What is understood of a document. `characters` are UTF-16 code units. */
export interface DocumentInspection {
  title: string;
  split: DocumentSplit;
  collection: string;
  characters: number;
  /** Parts under each way to split it. */
  counts: Record<DocumentSplit, number>;
  /** The first parts (at most 300) as they will be. */
  parts: { heading: string; characters: number; beginning: string }[];
  /** How it was recognised and read, as phrases. */
  evidence: string[];
}

/** What `inspect` gives: the plan, plus what the screen shows beside it. */
export interface Inspection extends ImportPlan {
  file: { name: string; size: number };
  /** Null for a table. */
  document: DocumentInspection | null;
  producer: string;
  /** Why it is taken for that producer's, why in this encoding (phrases; empty where there is nothing to say), and up to three stretches with special characters. */
  evidence: { producer: string; encoding: string; specials: string[] };
  /** The sheets of a workbook that hold something. */
  sheets: string[];
  questions: number;
  attributes: number;
  answers: number;
  /** Rows left out (survey previews, empty rows), with the reason. */
  leftOut: { count: number; reason: string }[];
  /** Rows that somebody has to decide on, with the lines of the file on which they begin (at most 20), whether they are left out, what they are called, and the warning about them. */
  found: { kind: RowKind; count: number; lines: number[]; leftOut: boolean; words: string; sentence: string }[];
  /** The events of a REDCap export, with their rows. */
  events: { name: string; rows: number }[];
  /** Columns with the same question of which nobody filled more than one: they may be merged. `merged` says whether they are. */
  twins: { column: number; into: number; merged: boolean; sentence: string }[];
  /** The values of closed columns that have few, the most frequent first, with how many people gave them. */
  choices: { column: number; values: { value: string; people: number }[]; /** Given where the values are options, of which several may stand in a cell. */ separator?: string }[];
  /** Questions whose answers hold codes or tags of HTML (`answers` of them, in `places` places): `read` says whether they are read as text, the samples how they read then. */
  html: { column: number; answers: number; places: number; read: boolean; samples: RepairSample[]; sentence: string }[];
  /** Columns where people seem to have typed something (`samples`: the first 300) beside what is taken as options (the first 40): `split` says whether it is a question of its own. */
  typed: { column: number; split: boolean; people: number; options: string[]; samples: { participant: string; text: string }[]; sentence: string }[];
  /** The files that came with it (a key, a dictionary), and what they told. */
  companions: { fileName: string; told: string }[];
  /** The first respondents as they will appear: participant as shown, then a cell per column of the file. */
  preview: { participant: string; cells: string[] }[];
}
