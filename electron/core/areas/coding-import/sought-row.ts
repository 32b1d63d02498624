import type { RowState } from '../../../../shared/domain/coding-import.ts';
import type { CodeKind } from '../../../../shared/domain/types.ts';
import type { Answer } from './answer-index.ts';
import type { CodingRecord } from './coding-records.ts';
import type { Range } from './find-extract.ts';

/** A stretch of an answer that a row may mean. */
export interface Place extends Range { answer: Answer; similarity: number }

/** A row of the file, what it names, and where its words may stand. */
export interface SoughtRow {
  record: CodingRecord;
  codes: string[]; theme: string[]; group: string[]; analysis: string; kind: CodeKind | ''; note: string;
  state: RowState; places: Place[]; reason: string;
  /** The place is near, but not where the row says. */
  away?: boolean;
  /** Whom a name was taken for that is written otherwise, as a sentence. */
  taken?: string;
}
