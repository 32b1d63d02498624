/** How codes became themes: one column for each milestone and the present, one band for each code that the researcher made. */
export interface DevelopmentModel { analysisId: number; analysisName: string; columns: DevelopmentColumn[]; bands: DevelopmentBand[] }

export interface DevelopmentColumn {
  /** The milestone's name, or null for the structure as it is now. */
  milestone: string | null; at: string | null;
  /** codes: every code for itself (the first column); themes: codes gathered by the theme they stand in. */
  shows: 'codes' | 'themes';
  /** In reading order; `set-aside`, `miscellaneous` and `unplaced` come last. Empty for a column of codes. */
  buckets: DevelopmentBucket[];
}

export type BucketKind = 'theme' | 'overarching' | 'group' | 'unplaced' | 'miscellaneous' | 'set-aside';
/** key: `theme 12`, `unplaced`, `miscellaneous` or `set-aside`; participants are different people, never a sum. */
export interface DevelopmentBucket { key: string; name: string; kind: BucketKind; codes: number; extracts: number; participants: number }

export interface DevelopmentBand {
  codeId: number; name: string; ink: number; kind: string;
  /** One for each column, in order; null where the code did not exist yet (or any more). */
  places: (DevelopmentPlace | null)[];
}

export interface DevelopmentPlace {
  bucket: string; extracts: number; participants: number;
  /** The code it stands under at that time: its own name, a new one, or the code it was merged into. */
  codeId: number; codeName: string; merged: boolean; reason: string;
}
