import { developmentOf } from '../../../../shared/domain/development.ts';
import type { DevelopmentModel } from '../../../../shared/domain/development-model.ts';
import { all, type Db } from '../../sql.ts';
import { activeAnalysis } from '../structure/lookup.ts';
import { loadStructure, milestoneStructure } from '../structure/structure.ts';

/** How the codes of an analysis became its themes, over all milestones to the present. */
export function developmentModel(db: Db, analysisId: number): DevelopmentModel {
  activeAnalysis(db, analysisId);
  const milestones = all<{ id: number; name: string; at: string }>(db, 'SELECT id, name, at FROM milestone ORDER BY id');
  return developmentOf(analysisId, [
    ...milestones.map(({ id, name, at }) => ({ milestone: name, at, structure: milestoneStructure(db, id) })),
    { milestone: null, at: null, structure: loadStructure(db) },
  ]);
}
