import { positionsOf } from '../../../../shared/charts/map-layout.ts';
import { conflict, missing, refused } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, idList, insert, one, run } from '../../sql.ts';
import { activeAnalysis, activeTheme } from '../structure/lookup.ts';
import { developmentModel } from './map-development.ts';
import { mapModel, mapOf, type MapRow, versionById, versionsOf } from './map-model.ts';
import { keepPicture } from '../structure/structure.ts';

/** The map's row, made by the first command that needs it. */
function ensureMap(db: Db, analysisId: number): MapRow {
  const found = mapOf(db, analysisId);
  if (found) return found;
  return { id: insert(db, "INSERT INTO map (analysis_id, layout, relations_shown) VALUES (?, 'radial', 1)", analysisId), layout: 'radial', relationsShown: 1 };
}

function themesOf(db: Db, analysisId: number, ids: readonly number[]): void {
  activeAnalysis(db, analysisId);
  const known = new Set(all<{ id: number }>(db, "SELECT id FROM theme WHERE analysis_id = ? AND status = 'active' AND id IN (SELECT value FROM json_each(?))", analysisId, idList(ids)).map((row) => row.id));
  for (const id of ids) {
    if (known.has(id)) continue;
    activeTheme(db, id);
    throw refused('This theme belongs to another analysis.');
  }
}

const place = (db: Db, mapId: number, themeId: number, x: number, y: number) =>
  run(db, 'INSERT INTO map_node (map_id, theme_id, x, y) VALUES (?, ?, ?, ?) ON CONFLICT (map_id, theme_id) DO UPDATE SET x = excluded.x, y = excluded.y', mapId, themeId, x, y);

/** From here on nodes stand where they stand now: whoever moves one node does not want the others to jump. */
function freeze(db: Db, map: MapRow, analysisId: number): void {
  const model = mapModel(db, analysisId);
  for (const { themeId, x, y } of positionsOf(model)) place(db, map.id, themeId, x, y);
  if (map.layout !== 'hand') run(db, "UPDATE map SET layout = 'hand' WHERE id = ?", map.id);
}

function relationOf(db: Db, id: number): { id: number; from: number; to: number } {
  const found = one<{ id: number; from: number; to: number }>(db, 'SELECT id, from_theme_id AS "from", to_theme_id AS "to" FROM map_relation WHERE id = ?', id);
  if (!found) throw missing('This relation is not there any more.');
  return found;
}

export const mapHandlers = {
  'map.current': ({ db }, { analysisId }) => ({ model: mapModel(db, analysisId), versions: versionsOf(db, analysisId).map(({ version }) => version) }),
  'map.version': ({ db }, { id }) => versionById(db, id),
  'map.development': ({ db }, { analysisId }) => developmentModel(db, analysisId),

  'map.moveNodes': ({ db }, { analysisId, nodes }) => {
    themesOf(db, analysisId, nodes.map((node) => node.themeId));
    const map = ensureMap(db, analysisId);
    freeze(db, map, analysisId);
    for (const { themeId, x, y } of nodes) place(db, map.id, themeId, x, y);
    return { moved: nodes.length };
  },

  'map.arrange': ({ db }, { analysisId, layout, relationsShown, codes }) => {
    activeAnalysis(db, analysisId);
    const map = ensureMap(db, analysisId);
    if (layout === 'hand') freeze(db, map, analysisId);
    else if (layout) {
      run(db, 'UPDATE map SET layout = ? WHERE id = ?', layout, map.id);
      run(db, 'UPDATE map_node SET x = NULL, y = NULL WHERE map_id = ?', map.id);
    }
    if (relationsShown !== undefined) run(db, 'UPDATE map SET relations_shown = ? WHERE id = ?', Number(relationsShown), map.id);
    if (codes) {
      themesOf(db, analysisId, codes.themeIds);
      for (const themeId of codes.themeIds) run(db, 'INSERT INTO map_node (map_id, theme_id, codes_shown) VALUES (?, ?, ?) ON CONFLICT (map_id, theme_id) DO UPDATE SET codes_shown = excluded.codes_shown', map.id, themeId, Number(codes.shown));
    }
    return null;
  },

  'map.relate': ({ db }, { analysisId, from, to, label, direction }) => {
    if (from === to) throw refused('A relation joins two different themes.');
    themesOf(db, analysisId, [from, to]);
    const map = ensureMap(db, analysisId);
    const same = one<{ id: number }>(db, 'SELECT id FROM map_relation WHERE from_theme_id = ? AND to_theme_id = ? AND label = ?', from, to, label);
    if (same) throw conflict('There is such a relation between these two themes already. Give it another label, or change the one that is there.', { id: same.id });
    return { id: insert(db, 'INSERT INTO map_relation (map_id, from_theme_id, to_theme_id, label, direction) VALUES (?, ?, ?, ?, ?)', map.id, from, to, label, direction) };
  },

  'map.updateRelation': ({ db }, { id, label, direction, reverse }) => {
    const { from, to } = relationOf(db, id);
    run(db, 'UPDATE map_relation SET label = coalesce(?, label), direction = coalesce(?, direction), from_theme_id = ?, to_theme_id = ? WHERE id = ?', label ?? null, direction ?? null, reverse ? to : from, reverse ? from : to, id);
    return { id };
  },

  'map.removeRelation': ({ db }, { id }) => {
    relationOf(db, id);
    run(db, 'DELETE FROM map_relation WHERE id = ?', id);
    return { id };
  },

  'map.keep': ({ db, now }, { analysisId, name }) => {
    const model = mapModel(db, analysisId);
    if (model.nodes.length === 0) throw refused('There is nothing on the map yet. Make a theme first.');
    const map = ensureMap(db, analysisId);
    const twin = versionsOf(db, analysisId).find(({ version }) => version.name === name);
    if (twin) throw conflict(`There is a version “${name}” of this map already. Kept versions never change; choose another name.`, { id: twin.version.id });
    return { id: insert(db, 'INSERT INTO map_version (map_id, name, at, picture) VALUES (?, ?, ?, ?)', map.id, name, now(), keepPicture(db, JSON.stringify(model))) };
  },
} satisfies Partial<ProjectHandlers>;
