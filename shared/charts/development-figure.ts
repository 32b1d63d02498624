import type { DevelopmentModel } from '../domain/development-model.ts';
import { bucketWidth, codeBarWidth, type DevelopmentDrawing, type DrawnBand, type DrawnBucket, layoutDevelopment, type Measure } from './development-layout.ts';
import { inkOf, type Palette } from './palette.ts';
import { element, escapeXml, picture, textElement } from './svg-text.ts';
import { textWidth } from './text-width.ts';

const margin = 24;

/** The development figure as SVG text: codes on the left, themes to the right, bands that follow each code. */
export function developmentFigure(model: DevelopmentModel, palette: Palette, measure: Measure = 'extracts'): { svg: string; width: number; height: number } {
  const drawing = layoutDevelopment(model, measure);
  const size = { x: -margin, y: -margin, width: drawing.width + 2 * margin, height: drawing.height + 2 * margin };
  const svg = picture(size, `How themes developed: ${model.analysisName}`, describeDevelopment(model), palette.paper, hatch(palette), ...elements(drawing, palette, measure));
  return { svg, width: size.width, height: size.height };
}

/** “46 codes; Candidate themes: 7 themes; Now: 4 themes; 5 codes set aside”, for people who cannot see it. */
export function describeDevelopment(model: DevelopmentModel): string {
  const columns = model.columns.slice(1).map((column) => `${column.milestone ?? 'Now'}: ${column.buckets.filter((bucket) => bucket.key.startsWith('theme ')).map((bucket) => `“${bucket.name}” (${bucket.codes} codes)`).join(', ') || 'no themes'}`);
  const aside = model.columns.at(-1)?.buckets.find((bucket) => bucket.key === 'set-aside')?.codes ?? 0;
  return [`${model.bands.length} codes`, ...columns, ...(aside ? [`${aside} set aside`] : [])].join('. ');
}

const hatch = (palette: Palette): string =>
  element('defs', {}, element('pattern', { id: 'hatch', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 5, height: 5, fill: palette.line }), element('path', { d: 'M0 0v5', stroke: palette.lineControl, 'stroke-width': 1 })));

/** What a band is filled with: the ink of its final theme, hatching where it was set aside, grey where it stands in no theme. */
const bandFill = (band: DrawnBand, palette: Palette): string => (band.fate === 'set-aside' ? 'url(#hatch)' : band.ink === null ? palette.lineControl : inkOf(palette, band.ink));

function elements(drawing: DevelopmentDrawing, palette: Palette, measure: Measure): string[] {
  return [
    ...drawing.headings.flatMap((heading) => {
      const detail = textWidth(heading.detail, 12);
      const title = textWidth(heading.title, heading.size, 600);
      const start = heading.anchor === 'end' ? heading.x - title - detail - 7 : heading.x;
      return [textElement(heading.title, { x: start, y: 14, size: heading.size, weight: 600, fill: palette.ink, anchor: 'start' }), textElement(heading.detail, { x: start + title + 7, y: 14, size: 12, fill: palette.ink3, anchor: 'start' })];
    }),
    ...drawing.bands.flatMap((band) => band.joins.map((join) => element('path', { d: join.path, fill: bandFill(band, palette), opacity: band.fate === 'set-aside' ? 0.9 : 0.22 }))),
    ...drawing.bands.flatMap((band) => (band.start ? [
      element('rect', { x: drawing.codeX - codeBarWidth, y: band.start.y, width: codeBarWidth, height: band.start.height, fill: band.ink === null ? palette.lineControl : inkOf(palette, band.ink) }),
      element('text', { x: drawing.codeX - 12, y: band.start.labelY, 'font-size': 11.5, fill: band.fate === 'theme' ? palette.ink2 : palette.ink3, 'text-anchor': 'end' }, element('title', {}, escapeXml(band.name)), escapeXml(band.start.label))] : [])),
    ...drawing.buckets.flatMap((bucket) => bucketElements(bucket, palette)),
    textElement(`The width of a band shows its ${measure === 'extracts' ? 'extracts' : 'people'}. Hatched: set aside.`, { x: 0, y: drawing.height + 10, size: 11.5, fill: palette.ink3, anchor: 'start' }),
  ];
}

function bucketElements(bucket: DrawnBucket, palette: Palette): string[] {
  const aside = bucket.kind === 'set-aside';
  const fill = aside ? 'url(#hatch)' : bucket.ink !== null ? inkOf(palette, bucket.ink) : bucket.key.startsWith('theme ') ? palette.ink2 : palette.lineControl;
  const x = bucket.x + bucketWidth + (bucket.last ? 11 : 9);
  const middle = bucket.y + bucket.height / 2;
  const size = bucket.last && bucket.key.startsWith('theme ') ? 15 : 13;
  const y = bucket.lines.beside ? middle + 4 : middle - 4;
  const after = bucket.lines.beside ? { x: x + textWidth(bucket.lines.name, size, 600) + 7, y } : { x, y: y + (bucket.last ? 17 : 16) };
  const halo = (text: string, at: { x: number; y: number }, points: number, weight: number, ink: string) =>
    element('text', { ...at, 'font-size': points, 'font-weight': weight, fill: ink, stroke: palette.paper, 'stroke-width': 4, 'stroke-linejoin': 'round', 'stroke-opacity': 0.82, 'paint-order': 'stroke' }, escapeXml(text));
  return [
    element('rect', { x: bucket.x, y: bucket.y, width: bucketWidth, height: bucket.height, rx: 1.5, fill, stroke: aside ? palette.lineControl : undefined, 'stroke-width': aside ? 0.75 : undefined }),
    halo(bucket.lines.name, { x, y }, size, 600, palette.ink), halo(bucket.lines.detail, after, 12, 400, palette.ink3),
  ];
}
