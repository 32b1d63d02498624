import type { MergeRecord } from '../../../../shared/contract/theme.ts';
import type { CommandContext, ProjectHandlers } from '../../handling.ts';
import { all, insert } from '../../sql.ts';

export interface MergeNote {
  kind: MergeRecord['kind']; analysisId: number; targetId: number; targetName: string; reason: string; askReview: boolean; moved: number; duplicates: number;
  sources: { id: number; name: string; moved: number; duplicates: number }[];
}

/** Writes a merge down with its sources; gives its id. */
export function noteMerge({ db, now, actor }: CommandContext, note: MergeNote): number {
  const mergeId = insert(db, 'INSERT INTO merge (kind, analysis_id, target_id, target_name, reason, at, actor, moved, duplicates, review) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    note.kind, note.analysisId, note.targetId, note.targetName, note.reason, now(), actor, note.moved, note.duplicates, note.askReview ? 'asked' : 'none');
  for (const source of note.sources) {
    insert(db, 'INSERT INTO merge_source (merge_id, source_id, name, moved, duplicates) VALUES (?, ?, ?, ?, ?)', mergeId, source.id, source.name, source.moved, source.duplicates);
  }
  return mergeId;
}

export const mergeHandlers = {
  'merge.list': ({ db }): MergeRecord[] => {
    const sources = all<{ mergeId: number; id: number; name: string; moved: number; duplicates: number }>(db, 'SELECT merge_id AS mergeId, source_id AS id, name, moved, duplicates FROM merge_source ORDER BY merge_source.id');
    return all<Omit<MergeRecord, 'sources'>>(db, 'SELECT id, kind, analysis_id AS analysisId, target_id AS targetId, target_name AS targetName, reason, at, actor, moved, duplicates, review FROM merge ORDER BY merge.id').map((merge) => ({
      ...merge,
      sources: sources.filter((source) => source.mergeId === merge.id).map(({ mergeId: _, ...source }) => source),
    }));
  },
} satisfies Partial<ProjectHandlers>;
