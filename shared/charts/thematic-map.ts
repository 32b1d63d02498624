import type { MapModel } from '../domain/map-model.ts';
import { type Box, left, top } from './geometry.ts';
import { codeIndent, codeLine, codeSize, countSize, lookOf, type Shown } from './map-boxes.ts';
import { type DrawnNode, drawMap, type MapDrawing } from './map-drawing.ts';
import { inkOf, type Palette } from './palette.ts';
import { labelSize } from './relation-curves.ts';
import { element, escapeXml, picture, textElement } from './svg-text.ts';
import { textWidth } from './text-width.ts';

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
  const svg = picture({ x, y, width, height }, `Thematic map: ${model.analysisName}`, describeMap(model), palette.paper, ...drawingElements(drawing, palette),
    ...key.flatMap((row, index) => keyElements(row.entries, x + (width - row.width) / 2, y + height - margin + 6 - (key.length - 1 - index) * 22, palette)));
  return { svg, width, height, boxes: drawing.nodes.map((node) => ({ themeId: node.node.themeId, x: node.x - x, y: node.y - y, width: node.width, height: node.height })) };
}

/** The map in a sentence or two, for people who cannot see it. */
export function describeMap(model: MapModel): string {
  const names = new Map(model.nodes.map((node) => [node.themeId, node.name]));
  const themes = model.nodes.filter((node) => node.kind === 'theme' || node.kind === 'overarching').map((node) => `“${node.name}” (${node.participants} of ${model.answered} people)`);
  const relations = model.relations.map((relation) => `“${names.get(relation.from) ?? ''}” ${relation.label || 'is related to'} “${names.get(relation.to) ?? ''}”`);
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

/** Fill and outline tell the kinds apart without colour. */
function marks(kind: DrawnNode['node']['kind'], palette: Palette): Record<string, string | number> {
  if (kind === 'overarching') return { fill: palette.ink };
  if (kind === 'sub-theme') return { fill: palette.sunken };
  return kind === 'theme' ? { fill: palette.paper, stroke: palette.ink, 'stroke-width': 1.5 } : { fill: palette.paper, stroke: palette.ink3, 'stroke-width': 1, 'stroke-dasharray': '4 3' };
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

export type KeyMark = DrawnNode['node']['kind'] | 'code' | 'belongs' | 'relation' | 'note';
export interface KeyEntry { mark: KeyMark; text: string }

/** What the key must explain: the marks that this map uses, and no others. */
export function legendOf(drawing: MapDrawing, answered: number | null): KeyEntry[] {
  const kinds = new Set(drawing.nodes.map((node) => node.node.kind));
  const entries: KeyEntry[] = [];
  if (kinds.has('overarching')) entries.push({ mark: 'overarching', text: 'Overarching theme' });
  if (kinds.has('group')) entries.push({ mark: 'group', text: 'Heading, not a theme' });
  if (kinds.has('theme')) entries.push({ mark: 'theme', text: 'Theme' });
  if (kinds.has('sub-theme')) entries.push({ mark: 'sub-theme', text: 'Sub-theme' });
  if (drawing.nodes.some((node) => node.codes)) entries.push({ mark: 'code', text: 'Code' });
  if (drawing.branches.length) entries.push({ mark: 'belongs', text: 'Belongs to' });
  if (drawing.relations.length) entries.push({ mark: 'relation', text: 'Relation' });
  if (answered !== null && kinds.has('theme')) entries.push({ mark: 'note', text: `People who contributed, of ${answered} who answered` });
  return entries;
}

const entryWidth = (entry: KeyEntry): number => (entry.mark === 'note' ? 0 : 26) + textWidth(entry.text, 12);

function keyRows(entries: readonly KeyEntry[], room: number): { entries: KeyEntry[]; width: number }[] {
  const rows: { entries: KeyEntry[]; width: number }[] = [];
  for (const entry of entries) {
    const row = rows.at(-1);
    const width = entryWidth(entry);
    if (row && row.width + 20 + width <= room) {
      row.entries.push(entry);
      row.width += 20 + width;
    } else rows.push({ entries: [entry], width });
  }
  return rows;
}

/** `y` is the base line of the row. */
function keyElements(entries: readonly KeyEntry[], startX: number, y: number, palette: Palette): string[] {
  let x = startX;
  return entries.flatMap((entry) => {
    const mark = keyMark(entry.mark, x, y, palette);
    const text = textElement(entry.text, { x: x + (entry.mark === 'note' ? 0 : 26), y, size: 12, fill: palette.ink3, anchor: 'start' });
    x += entryWidth(entry) + 20;
    return [...mark, text];
  });
}

function keyMark(mark: KeyMark, x: number, y: number, palette: Palette): string[] {
  const middle = y - 4.3;
  const line = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  if (mark === 'note') return [];
  if (mark === 'code') return [element('circle', { cx: x + 9, cy: middle, r: 4.5, fill: palette.ink3 })];
  if (mark === 'belongs') return [element('path', { d: `M${x} ${middle}h18`, stroke: palette.lineControl, 'stroke-width': 1.25, ...line })];
  if (mark === 'relation') return [element('path', { d: `M${x} ${middle}h17m-6 -3.5l6 3.5l-6 3.5`, stroke: palette.ink2, 'stroke-width': 1.4, ...line })];
  return [element('rect', { x: x + 0.75, y: middle - 5.25, width: 17, height: 10.5, rx: mark === 'group' ? 0 : 3, ...marks(mark, palette) })];
}
