import { greyPalette, type Palette, printPalette } from '../../../shared/charts/palette.ts';
import type { ExportSetting } from '../../../shared/contract/exchange.ts';
import type { AnalysisRow } from '../../../shared/domain/types.ts';
import { refused } from '../../../shared/errors.ts';
import { loadAnalyses, loadThemes } from '../areas/structure/structure.ts';
import type { Db } from '../sql.ts';
import { choice, type Made, type Settings } from './exporter.ts';

/** What the figures have in common: whose they are, in which colours, and how large a picture is. */

/** Width of a figure across a page with usual margins. */
const centimetres = 16;

const active = (db: Db): AnalysisRow[] => loadAnalyses(db).filter((analysis) => analysis.status === 'active');

/** The analysis to draw; usually the first that has themes. */
export function analysisSetting(db: Db): ExportSetting {
  const analyses = active(db);
  const withThemes = new Set(loadThemes(db).filter((theme) => theme.status === 'active').map((theme) => theme.analysisId));
  const first = analyses.find((analysis) => withThemes.has(analysis.id)) ?? analyses[0];
  return choice('analysis', 'Analysis', analyses.map((analysis) => [String(analysis.id), analysis.name]), first ? String(first.id) : '');
}

export function analysisOf(db: Db, settings: Settings): AnalysisRow {
  const found = active(db).find((analysis) => String(analysis.id) === settings.analysis);
  if (!found) throw refused('There is no analysis in this project yet, so there is nothing to draw.');
  return found;
}

export const coloursSetting = (): ExportSetting => choice('colours', 'Colours', [['colour', 'Colour'], ['grey', 'Shades of grey']]);
export const paletteOf = (settings: Settings): Palette => (settings.colours === 'grey' ? greyPalette : printPalette);

/** Only a PNG has a resolution. */
export const resolutionSetting = (): ExportSetting => choice('resolution', `Resolution of a picture ${centimetres} cm wide (png)`, [['150', '150 dpi, for a screen'], ['300', '300 dpi, for print'], ['600', '600 dpi, for line art in journals']], '300');

export async function figureFile(svg: string, settings: Settings, ending: string): Promise<Made> {
  if (ending === 'svg') return { bytes: new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`), mime: 'image/svg+xml' };
  const dpi = Number(settings.resolution ?? 300);
  if (!Number.isFinite(dpi) || dpi < 72 || dpi > 1_200) throw refused('The resolution must lie between 72 and 1200 dots per inch.');
  const { toPng } = await import('./png.ts');
  return { bytes: await toPng(svg, Math.round((centimetres / 2.54) * dpi), dpi), mime: 'image/png' };
}
