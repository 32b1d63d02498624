/** A file as it came: its name (for sentences only, content decides) and its bytes. */
export interface ImportFile {
  fileName: string;
  bytes: Buffer;
}

/** What a caller may wish for over what would be guessed. */
export interface ReadingWishes {
  encoding?: string | undefined;
  delimiter?: string | undefined;
}

/** A file as rows of cells, before anything is known about what the rows mean. Every value is text. */
export interface Table {
  rows: string[][];
  /** The line of the file on which each row begins, from 1. */
  lines: number[];
  encoding: string;
  delimiter: string;
  /** Rows without a single character, already dropped from `rows`. */
  emptyRows: number;
  /** What a person should know about how it was read. */
  warnings: string[];
}

/** One kind of file. The registry in index.ts asks each in turn whether it recognises the bytes. */
export interface Importer {
  format: string;
  label: string;
  endings: readonly string[];
  recognises(bytes: Buffer): boolean;
  /** Throws a refusal with a sentence where the file cannot be read as rows. */
  read(file: ImportFile, wishes: ReadingWishes): Table;
}
