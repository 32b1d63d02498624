import type { TextDocument } from './documents/text-document.ts';
import type { FoundEncoding } from './text/encoding.ts';

/** A file as it came: its name (for sentences only, content decides) and its bytes. */
export interface ImportFile {
  fileName: string;
  bytes: Buffer;
}

/** What a caller may wish for over what would be guessed. */
export interface ReadingWishes {
  format?: string | undefined;
  encoding?: string | undefined;
  delimiter?: string | undefined;
  sheet?: string | undefined;
  /** A cell that is merged with those below it stands in each of their rows. */
  mergedGoOn?: boolean | undefined;
}

/** Cells that a spreadsheet shows as one, side by side in one line: columns from `from` to `to`, counted from 0. */
export interface MergedCells {
  line: number;
  from: number;
  to: number;
}

/** A file as rows of cells, before anything is known about what the rows mean. Every value is text. */
export interface Table {
  rows: string[][];
  /** The line of the file (or row of the sheet) on which each row begins, from 1. */
  lines: number[];
  /** Empty where the question does not arise (workbooks), like `delimiter`. */
  encoding: string;
  delimiter: string;
  /** Rows without a single character, already dropped from `rows`. */
  emptyRows: number;
  /** What a person should know about how it was read. */
  warnings: string[];
  /** What the bytes say about the encoding, whatever was wished for. */
  found?: FoundEncoding;
  /** Up to three stretches of text with special characters, by which a person sees whether the encoding is right. */
  specials: string[];
  /** The sheet that was read, and all sheets of the workbook in their order; only in workbooks. */
  sheet: string;
  sheets: readonly string[];
  merged: readonly MergedCells[];
  /** Columns from here on (counted from 0) come from another sheet. */
  joinedFrom?: number;
}

/** One kind of file. The registry in index.ts asks each in turn whether it recognises the bytes; the name counts only where they say nothing. */
interface FileKind {
  format: string;
  label: string;
  endings: readonly string[];
  /** Any text can be read this way where somebody wishes so. */
  anyText?: boolean;
  recognises(bytes: Buffer, fileName?: string): boolean;
}

/** A kind of file that holds one document: a policy, a letter. */
export interface DocumentImporter extends FileKind {
  kind: 'document';
  /** Rejects with a refusal, a sentence, where there is no text to be had. */
  read(file: ImportFile, wishes: ReadingWishes): Promise<TextDocument>;
}

/** A kind of file that holds respondents and what they answered, as rows and columns. */
export interface Importer extends FileKind {
  kind: 'table';
  /** Rejects with a refusal, a sentence, where the file cannot be read as rows. */
  read(file: ImportFile, wishes: ReadingWishes): Promise<Table>;
}

/** A file as it was read, before anything is decided about it: under the name of what was in it, where it was a zip file. `source`: the file itself. */
export type ReadFile = { fileName: string; format: string; source: { size: number; sha256: string } } & ({ table: Table } | { document: TextDocument });
