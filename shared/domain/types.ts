/** The words of the domain as rows. Ids are permanent integers; times are ISO strings; offsets are UTF-16 code units. */

export type CodeKind = 'semantic' | 'latent' | 'undecided';
export type ThemeKind = 'group' | 'overarching' | 'theme';
export type Status = 'active' | 'merged' | 'set-aside';
/** Where a code without a theme waits: not yet placed, or deliberately kept as fitting nowhere. */
export type Tray = 'unplaced' | 'miscellaneous';
export type Trigger = 'moved' | 'puzzled' | 'decision' | 'assumption' | 'positionality' | 'other';
/** Which thematic analysis a project declares: reflexive, with a codebook, or for coding reliability; empty: not said yet. */
export type School = '' | 'reflexive' | 'codebook' | 'reliability';
export type Display = 'imported' | 'numbered' | 'custom' | 'alias';
export type MapLayout = 'radial' | 'tree' | 'hand';
export type Direction = 'one' | 'both' | 'none';

export interface AnalysisRow { id: number; name: string; position: number; status: 'active' | 'merged'; mergedInto: number | null; questionIds: number[] }

export interface ThemeRow {
  id: number; analysisId: number; parentId: number | null; kind: ThemeKind; name: string;
  concept: string; definition: string; excludes: string;
  /** Order among the themes and codes under the same parent. */
  position: number; status: Status; mergedInto: number | null; reason: string;
}

export interface CodeRow {
  id: number; analysisId: number; themeId: number | null; tray: Tray; name: string; kind: CodeKind; ink: number; definition: string;
  position: number; status: Status; mergedInto: number | null; reason: string;
}

/** `participantId` is null where the words stand in a document. */
export interface CodingRow { id: number; codeId: number; itemId: number; start: number; end: number; participantId: number | null; fromCodeId: number | null; note: string }

/** The whole analytic structure, without a participant's word in it: the present one, or that of a milestone. */
export interface Structure { analyses: AnalysisRow[]; themes: ThemeRow[]; codes: CodeRow[]; codings: CodingRow[] }

/** codings: placements under the node; extracts: different stretches of text; participants: different people (union). */
export interface Counts { codings: number; extracts: number; participants: number }

/** documents: a collection of documents, read and coded like the answers to a question. */
export type QuestionKind = 'survey' | 'documents';
export interface Question { id: number; kind: QuestionKind; column: string; shortName: string; wording: string; position: number }
export interface AttributeInfo { id: number; name: string; wording: string; position: number; values: string[] }
/** aliases: numbers in other numberings, by the id of the numbering. */
export interface Participant { id: number; number: number; label: string; shown: string; attributes: Record<number, string>; aliases: Record<number, string> }
