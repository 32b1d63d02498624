import { z } from 'zod';

/** How an import understands a file. `inspect` prints it, `--plan` reads it, the import screen edits it: one shape. */
export const columnRole = z.enum(['participant', 'attribute', 'question', 'ignore']);
export type ColumnRole = z.infer<typeof columnRole>;

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
});
export type PlanColumn = z.infer<typeof planColumn>;

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
  columns: z.array(planColumn).max(20_000),
  repairs: z.object({
    /** Damaged places found; they are repaired only when `apply` is true. */
    count: z.int().min(0).default(0),
    apply: z.boolean().default(true),
    samples: z.array(z.object({ participant: z.string(), before: z.string(), damaged: z.string(), repaired: z.string(), after: z.string() })).default([]),
  }),
  /** Each question analysed by itself, or all of them together in one analysis. */
  analyses: z.enum(['each', 'together']),
  warnings: z.array(z.string()),
});
export type ImportPlan = z.output<typeof importPlan>;
/** What a caller may give: any part of a plan, over what is guessed. */
export type GivenPlan = { [Key in keyof ImportPlan]?: ImportPlan[Key] | undefined };

/** What `inspect` gives: the plan, plus what the screen shows beside it. */
export interface Inspection extends ImportPlan {
  file: { name: string; size: number };
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
  /** The first respondents as they will appear: participant as shown, then a cell per column of the file. */
  preview: { participant: string; cells: string[] }[];
}
