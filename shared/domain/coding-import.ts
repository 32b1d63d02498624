import { type CodingColumn, columnNames } from '../report/coding-columns.ts';

/** What a column of a coding table is for: the columns of the own form, a further level of themes, or nothing. */
export const codingRoles = [...columnNames, 'subtheme', 'ignore'] as const;
export type CodingRole = CodingColumn | 'subtheme' | 'ignore';

/** How well the words of a row were found. Only the first two come in without being looked at. */
export const rowStates = ['exact', 'forgiving', 'near', 'elsewhere', 'several', 'missing', 'incomplete'] as const;
export type RowState = (typeof rowStates)[number];

/** A column as the file has it; `sample`: its first filled cells, shortened. */
export interface CodingFileColumn { index: number; name: string; role: CodingRole; sample: string[] }

/** A stretch of an answer that may be what a row means. `similarity`: 1 as written; below, how much of the words is alike. */
export interface FoundPlace {
  itemId: number; start: number; end: number;
  participantId: number | null;
  /** The participant, or the document, as it is shown. */
  shown: string;
  questionId: number; question: string;
  before: string; match: string; after: string;
  similarity: number;
}

/** Ways to correct the ends of a place: to whole words, to the whole sentence, or one end by a word. */
export const endsMoves = ['words', 'sentence', 'start-earlier', 'start-later', 'end-earlier', 'end-later'] as const;
export type EndsMove = (typeof endsMoves)[number];

/** One row of the file and what was found for it. `where`: “Line 12”, “Table 2, row 5”. */
export interface CodingFileRow {
  line: number; where: string;
  /** Which of several quotations in that row, from 1. */
  part: number;
  /** As the file has them. */
  question: string; participant: string; extract: string;
  codes: string[]; theme: string[]; group: string[]; analysis: string; note: string;
  state: RowState;
  /** Best first; one for a row that is found, several to choose from, none where nothing comes near. */
  places: FoundPlace[];
  /** Why it is not simply found, or what is worth knowing about how it was; empty where there is nothing to say. */
  reason: string;
}

/** What the importer understands of a file of codings; nothing is written. */
export interface CodingInspection {
  format: string; label: string;
  /** Sheets of a workbook, or the parts (“Step 1: …”) of a document, of which one is read. */
  sections: string[]; section: string;
  columns: CodingFileColumn[];
  /** Whether an empty cell (merged with the one above) means the same as above, and how many rows that concerns. */
  asAbove: { on: boolean; rows: number };
  /** Which columns are needed and missing, as a sentence; empty where the file can be read. */
  obstacle: string;
  rows: CodingFileRow[];
  counts: Record<RowState, number>;
  warnings: string[];
  /** What the import would make, once the rows that need a look are confirmed too. */
  newCodes: string[]; newThemes: string[]; newAnalyses: string[];
}
