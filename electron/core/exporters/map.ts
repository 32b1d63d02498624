import { thematicMap } from '../../../shared/charts/thematic-map.ts';
import type { MapModel } from '../../../shared/domain/map-model.ts';
import { missing, refused } from '../../../shared/errors.ts';
import { mapModel, versionsOf } from '../areas/map/map-model.ts';
import { loadAnalyses } from '../areas/structure/structure.ts';
import type { Db } from '../sql.ts';
import { choice, type Exporter, flag, on, type Settings } from './exporter.ts';
import { analysisOf, analysisSetting, coloursSetting, figureFile, paletteOf, resolutionSetting } from './figure.ts';

/** The map as it is now, or a kept version by its id. */
function modelOf(db: Db, settings: Settings): MapModel {
  const analysis = analysisOf(db, settings);
  const wanted = settings.version ?? 'now';
  if (wanted === 'now') return mapModel(db, analysis.id);
  const versions = versionsOf(db, analysis.id);
  const found = versions.find(({ version }) => String(version.id) === wanted);
  if (found) return found.model;
  throw missing(versions.length ? `This version belongs to the map of another analysis. “${analysis.name}” has: ${versions.map(({ version }) => `“${version.name}”`).join(', ')}.` : `No version of the map of “${analysis.name}” has been kept so far.`);
}

/** The thematic map as a figure, drawn by the same code as on the screen. */
export const mapExporter: Exporter = {
  format: 'map', label: 'Thematic map', description: 'Themes, sub-themes and the relations between them, with its key, as a picture', endings: ['svg', 'png'],
  settings: (db) => [
    analysisSetting(db),
    choice('version', 'Version', [['now', 'As it is now'], ...loadAnalyses(db).flatMap((analysis) => versionsOf(db, analysis.id).map(({ version }) => [String(version.id), `${version.name} (${analysis.name})`] as const))]),
    choice('layout', 'Arrangement', [['kept', 'As on the map'], ['radial', 'Around the centre'], ['tree', 'Top to bottom']]),
    choice('codes', 'Codes', [['kept', 'As on the map'], ['all', 'All'], ['none', 'None']]),
    choice('relations', 'Relations', [['kept', 'As on the map'], ['all', 'All'], ['none', 'None']]),
    flag('counts', 'Counts of people', true), flag('key', 'Key', true), coloursSetting(), resolutionSetting(),
  ],
  make: (db, settings, ending) => {
    const model = modelOf(db, settings);
    if (model.nodes.length === 0) throw refused(`“${model.analysisName}” has no themes yet, so there is no map to draw.`);
    const layout = settings.layout === 'radial' || settings.layout === 'tree' ? settings.layout : model.layout;
    const { svg } = thematicMap({ ...model, layout }, paletteOf(settings), {
      codes: settings.codes === 'all' || settings.codes === 'none' ? settings.codes : 'as set', relations: settings.relations === 'all' || (settings.relations !== 'none' && model.relationsShown), counts: on(settings, 'counts'), key: on(settings, 'key'),
    });
    return figureFile(svg, settings, ending);
  },
};
