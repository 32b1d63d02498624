/**
 * A document as it is read from top to bottom. Levels of headings count from 1. A table is a full grid: every row has as many
 * cells as the widest one, and a cell that reaches over several rows or columns holds its text in the first of them only.
 */
export type DocBlock =
  | { kind: 'heading'; level: number; text: string }
  /** `bullet`: an entry of a list, where that was asked for. */
  | { kind: 'paragraph'; text: string; bullet?: true }
  | { kind: 'table'; rows: string[][] };
