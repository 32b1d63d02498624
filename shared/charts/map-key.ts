import type { MapNode } from '../domain/map-model.ts';
import type { MapDrawing } from './map-drawing.ts';
import type { Palette } from './palette.ts';
import { element, textElement } from './svg-text.ts';
import { textWidth } from './text-width.ts';

/** Fill and outline tell the kinds apart without colour. */
export function marks(kind: MapNode['kind'], palette: Palette): Record<string, string | number> {
  if (kind === 'overarching') return { fill: palette.ink };
  if (kind === 'sub-theme') return { fill: palette.sunken };
  return kind === 'theme' ? { fill: palette.paper, stroke: palette.ink, 'stroke-width': 1.5 } : { fill: palette.paper, stroke: palette.ink3, 'stroke-width': 1, 'stroke-dasharray': '4 3' };
}

export type KeyMark = MapNode['kind'] | 'code' | 'belongs' | 'relation' | 'note';
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

/** The entries in as many rows as they need. */
export function keyRows(entries: readonly KeyEntry[], room: number): { entries: KeyEntry[]; width: number }[] {
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

/** One row; `y` is its base line. */
export function keyElements(entries: readonly KeyEntry[], startX: number, y: number, palette: Palette): string[] {
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
