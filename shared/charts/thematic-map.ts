import type { MapModel } from '../domain/map-model.ts';
import { type Box, left, top } from './geometry.ts';
import { codeIndent, codeLine, codeSize, countSize, lookOf, type Shown } from './map-boxes.ts';
import { type DrawnNode, drawMap, type MapDrawing } from './map-drawing.ts';
import { keyElements, keyRows, legendOf, marks } from './map-key.ts';
import { inkOf, type Palette } from './palette.ts';
import { labelSize } from './relation-curves.ts';
import { element, escapeXml, picture, textElement } from './svg-text.ts';

export interface MapPicture { svg: string; width: number; height: number; boxes: (Box & { themeId: number })[] }
export interface MapSettings extends Shown { relations: boolean; key: boolean }

const margin = 28;

/** A thematic map as SVG text: attributes only, no style, no font file; readable in black and white. */
export function thematicMap(model: MapModel, palette: Palette, settings: Partial<MapSettings> = {}): MapPicture {
  const shown = { counts: true, codes: 'as set' as const, relations: model.relationsShown, key: true, ...settings };
  const drawing = drawMap(model, shown);
  const key = shown.key ? keyRows(legendOf(drawing, shown.counts ? model.answered : null), Math.max(drawing.bounds.width, 480)) : [];
  const width = Math.ceil(Math.max(drawing.bounds.width, ...key.map((row) => row.width)) + 2 * margin);
  const height = Math.ceil(drawing.bounds.height + 2 * margin + (key.length ? 14 + key.length * 22 : 0));
  const x = Math.floor(drawing.bounds.x - width / 2);
  const y = Math.floor(top(drawing.bounds) - margin);
  const svg = picture({ x, y, width, height }, `Thematic map: ${model.analysisName}`, describeMap(model, shown), palette.paper, ...drawingElements(drawing, palette),
    ...key.flatMap((row, index) => keyElements(row.entries, x + (width - row.width) / 2, y + height - margin + 6 - (key.length - 1 - index) * 22, palette)));
  return { svg, width, height, boxes: drawing.nodes.map((node) => ({ themeId: node.node.themeId, x: node.x - x, y: node.y - y, width: node.width, height: node.height })) };
}

/** The map in a sentence or two, for people who cannot see it. */
export function describeMap(model: MapModel, shown: { counts: boolean; relations: boolean } = { counts: true, relations: model.relationsShown }): string {
  const names = new Map(model.nodes.map((node) => [node.themeId, node.name]));
  const themes = model.nodes.filter((node) => node.kind === 'theme' || node.kind === 'overarching').map((node) => `“${node.name}”${shown.counts ? ` (${node.participants} of ${model.answered} people)` : ''}`);
  const relations = (shown.relations ? model.relations : []).map((relation) => `“${names.get(relation.from) ?? ''}” ${relation.label || 'is related to'} “${names.get(relation.to) ?? ''}”`);
  return `Themes: ${themes.join(', ') || 'none'}.${relations.length ? ` Relations: ${relations.join('; ')}.` : ''}`;
}

function drawingElements(drawing: MapDrawing, palette: Palette): string[] {
  return [
    element('g', { fill: 'none', stroke: palette.lineControl, 'stroke-width': 1.25 },
      ...drawing.branches.map((branch) => element('path', { d: branch.path, stroke: branch.light ? palette.lineStrong : undefined })),
      ...drawing.nodes.flatMap((node) => (node.codes ? element('path', { d: node.codes.link, stroke: palette.lineStrong }) : []))),
    element('g', { fill: 'none', stroke: palette.ink2, 'stroke-width': 1.4, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
      ...drawing.relations.flatMap((relation) => [relation.path, ...relation.heads].map((d) => element('path', { d })))),
    ...drawing.relations.flatMap(({ label }) => (label ? [
      element('rect', { x: left(label), y: top(label), width: label.width, height: label.height, rx: 4, fill: palette.paper }),
      ...label.lines.map((line, index) => textElement(line, { x: label.x, y: top(label) + 13 + index * 16, size: labelSize, fill: palette.ink2, anchor: 'middle' }))] : [])),
    ...drawing.nodes.map((node) => element('g', {}, ...nodeElements(node, palette))),
  ];
}

function nodeElements(drawn: DrawnNode, palette: Palette): string[] {
  const { node } = drawn;
  const look = lookOf(node.kind);
  const frame = { x: left(drawn), y: top(drawn), width: drawn.width, height: drawn.height, rx: look.radius };
  const fill = node.kind === 'overarching' ? palette.paper : palette.ink;
  return [
    element('title', {}, escapeXml(node.name)), element('rect', { ...frame, ...marks(node.kind, palette) }),
    ...drawn.lines.map((line, index) => textElement(line, { x: drawn.x, y: top(drawn) + look.padTop + look.line * (index + 0.5) + look.size * 0.36, size: look.size, weight: look.weight, fill, anchor: 'middle' })),
    ...(drawn.counts ? [textElement(drawn.counts, { x: drawn.x, y: top(drawn) + drawn.height - look.padBottom - 4, size: countSize, fill: palette.ink3, anchor: 'middle' })] : []),
    ...(drawn.codes ? codeElements(drawn.codes, palette) : []),
  ];
}

function codeElements(codes: NonNullable<DrawnNode['codes']>, palette: Palette): string[] {
  return [element('rect', { x: left(codes), y: top(codes), width: codes.width, height: codes.height, fill: palette.paper }),
    ...codes.lines.flatMap((line, index) => {
      const y = top(codes) + codeLine * (index + 0.5);
      const ink = inkOf(palette, line.ink);
      return [
        ...(line.first ? [element('circle', line.open ? { cx: left(codes) + 6, cy: y, r: 3.5, fill: palette.paper, stroke: ink, 'stroke-width': 2 } : { cx: left(codes) + 6, cy: y, r: 4.5, fill: ink })] : []),
        textElement(line.text, { x: left(codes) + codeIndent, y: y + 4.3, size: codeSize, fill: palette.ink2, anchor: 'start' }),
      ];
    })];
}
