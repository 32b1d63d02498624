import type { MapVersion } from '../../../../shared/contract/map.ts';
import { countTree, nodeKey } from '../../../../shared/domain/counts.ts';
import type { MapModel, MapNode, MapRelation } from '../../../../shared/domain/map-model.ts';
import { codesBelow, flatten, type ThemeNode, treeOf } from '../../../../shared/domain/theme-tree.ts';
import type { MapLayout } from '../../../../shared/domain/types.ts';
import { missing } from '../../../../shared/errors.ts';
import { all, type Db, one } from '../../sql.ts';
import { answeredBy } from '../structure/analysis.ts';
import { activeAnalysis } from '../structure/lookup.ts';
import { loadCodes, loadCodings, loadThemes } from '../structure/structure.ts';

export interface MapRow { id: number; layout: MapLayout; relationsShown: number }
export const mapOf = (db: Db, analysisId: number): MapRow | undefined => one(db, 'SELECT id, layout, relations_shown AS relationsShown FROM map WHERE analysis_id = ?', analysisId);

/** The map of an analysis as it stands. Works before the map has a row: then it is laid out around the centre. */
export function mapModel(db: Db, analysisId: number): MapModel {
  const analysis = activeAnalysis(db, analysisId);
  const map = mapOf(db, analysisId);
  const placed = new Map(map ? all<{ themeId: number; x: number | null; y: number | null; shown: number }>(db, 'SELECT theme_id AS themeId, x, y, codes_shown AS shown FROM map_node WHERE map_id = ?', map.id).map((row) => [row.themeId, row]) : []);
  const tree = treeOf({ themes: loadThemes(db, analysisId), codes: loadCodes(db, analysisId) }, analysisId);
  const counts = countTree(tree, loadCodings(db, analysisId));
  const themes = flatten(tree).filter((node): node is ThemeNode => node.type === 'theme');
  const nodes = themes.map((node): MapNode => {
    const place = placed.get(node.id);
    return {
      themeId: node.id, parentId: node.theme.parentId, kind: node.kind, name: node.name, participants: counts.get(nodeKey(node))?.participants ?? 0, codes: codesBelow(node).length,
      x: place?.x ?? null, y: place?.y ?? null, codesShown: place?.shown === 1,
      codeList: node.children.flatMap((child) => (child.type === 'code' ? [{ id: child.id, name: child.name, ink: child.code.ink, kind: child.code.kind }] : [])),
    };
  });
  return { analysisId, analysisName: analysis.name, answered: answeredBy(db, analysis.questionIds), layout: map?.layout ?? 'radial', relationsShown: map ? map.relationsShown === 1 : true, nodes, relations: relationsOf(db, nodes) };
}

/** Relations between themes that are on the map now. They follow their themes, so also those that came with a merged analysis. */
function relationsOf(db: Db, nodes: readonly MapNode[]): MapRelation[] {
  const present = new Set(nodes.map((node) => node.themeId));
  return all<MapRelation>(db, 'SELECT id, from_theme_id AS "from", to_theme_id AS "to", label, direction FROM map_relation ORDER BY id').filter((relation) => present.has(relation.from) && present.has(relation.to));
}

const themesIn = (model: MapModel): number => model.nodes.filter((node) => node.kind === 'theme').length;
interface VersionRow { id: number; name: string; at: string; json: string }
const versionSql = 'SELECT map_version.id, name, at, json FROM map_version JOIN picture ON picture.hash = map_version.picture';

/** Kept versions of an analysis's map, oldest first. */
export function versionsOf(db: Db, analysisId: number): { version: MapVersion; model: MapModel }[] {
  return all<VersionRow>(db, `${versionSql} JOIN map ON map.id = map_version.map_id WHERE map.analysis_id = ? ORDER BY map_version.id`, analysisId).map(unpack);
}

export function versionById(db: Db, id: number): { version: MapVersion; model: MapModel } {
  const row = one<VersionRow>(db, `${versionSql} WHERE map_version.id = ?`, id);
  if (!row) throw missing('This version of the map is not there any more.');
  return unpack(row);
}

function unpack({ id, name, at, json }: VersionRow): { version: MapVersion; model: MapModel } {
  const model = JSON.parse(json) as MapModel;
  return { version: { id, name, at, themes: themesIn(model) }, model };
}
