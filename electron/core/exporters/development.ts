import { developmentFigure } from '../../../shared/charts/development-figure.ts';
import { refused } from '../../../shared/errors.ts';
import { developmentModel } from '../areas/map/map-development.ts';
import { choice, type Exporter } from './exporter.ts';
import { analysisOf, analysisSetting, coloursSetting, figureFile, paletteOf, resolutionSetting } from './figure.ts';

/** How initial codes became themes, over the milestones, as a figure. */
export const developmentExporter: Exporter = {
  format: 'development', label: 'How themes developed', description: 'Every code from the first milestone to the final themes, as joining bands', endings: ['svg', 'png'],
  settings: (db) => [analysisSetting(db), choice('width', 'Width of the bands', [['extracts', 'Extracts'], ['people', 'People']]), coloursSetting(), resolutionSetting()],
  make: (db, settings, ending) => {
    const analysis = analysisOf(db, settings);
    const model = developmentModel(db, analysis.id);
    if (model.bands.length === 0) throw refused(`“${analysis.name}” has no codes yet, so there is no development to draw.`);
    return figureFile(developmentFigure(model, paletteOf(settings), settings.width === 'people' ? 'people' : 'extracts').svg, settings, ending);
  },
};
