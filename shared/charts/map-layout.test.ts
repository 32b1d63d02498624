import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, inside, overlap } from './geometry.ts';
import { drawMap, type MapDrawing } from './map-drawing.ts';
import { positionsOf } from './map-layout.ts';
import { designMap, mapFrom, mapNode, mapOf } from './testing.ts';

const boxes = (drawing: MapDrawing): Box[] => drawing.nodes.flatMap((node): Box[] => [node, ...(node.codes ? [node.codes] : [])]);
const touching = (drawing: MapDrawing) => boxes(drawing).flatMap((box, index) => boxes(drawing).slice(index + 1).filter((other) => overlap(box, other)));
const names = ['Known by someone', 'A', 'Time that is never yours, whatever they promise in September', 'שלום עולם', '長い名前のテーマ', '👩‍🔧 Mending', 'x'.repeat(200)];

const maps = fc.record({
  subThemes: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }), root: fc.boolean(),
  names: fc.shuffledSubarray(names, { minLength: 2 }), codesEvery: fc.integer({ min: 1, max: 4 }), layout: fc.constantFrom('radial' as const, 'tree' as const),
});

describe('a thematic map', () => {
  test('never lets two boxes overlap, whatever its shape', () => {
    fc.assert(fc.property(maps, ({ layout, subThemes, ...options }) => {
      const drawing = drawMap({ ...mapFrom(subThemes, options), layout });
      expect(touching(drawing)).toEqual([]);
      for (const box of boxes(drawing)) expect(inside({ x: box.x - box.width / 2, y: box.y - box.height / 2 }, drawing.bounds, 0.01) && inside({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, drawing.bounds, 0.01)).toBe(true);
    }), { numRuns: 60 });
  });

  test('is the same every time', () => {
    for (const layout of ['radial', 'tree'] as const) expect(drawMap(designMap({ layout }))).toEqual(drawMap(designMap({ layout })));
  });

  test('has its overarching theme in the middle and four themes in the four corners', () => {
    const at = new Map(positionsOf(designMap()).map((place) => [place.themeId, place]));
    expect(at.get(1)).toMatchObject({ x: 0, y: 0 });
    expect([2, 3, 4, 5].map((id) => [Math.sign(at.get(id)?.x ?? 0), Math.sign(at.get(id)?.y ?? 0)])).toEqual([[-1, -1], [1, -1], [1, 1], [-1, 1]]);
  });

  test('puts each level on its own line from top to bottom', () => {
    const at = new Map(positionsOf(designMap({ layout: 'tree' })).map((place) => [place.themeId, place]));
    expect(new Set([2, 3, 4, 5].map((id) => at.get(id)?.y)).size).toBe(1);
    expect(at.get(1)?.y).toBeLessThan(at.get(2)?.y ?? 0);
    expect(at.get(2)?.y).toBeLessThan(at.get(6)?.y ?? 0);
  });

  test('leaves nodes where they were put, and finds a free place for a theme that came later', () => {
    const placed = mapOf([mapNode(1, null, 'theme', 'Here', { x: 500, y: -300 }), mapNode(2, 1, 'sub-theme', 'There', { x: 500, y: -210 }), mapNode(3, 1, 'sub-theme', 'New')], { layout: 'hand' });
    const at = new Map(positionsOf(placed).map((place) => [place.themeId, place]));
    expect(at.get(1)).toMatchObject({ x: 500, y: -300 });
    expect(touching(drawMap(placed))).toEqual([]);
  });

  test('does not show how large a theme is by the size of its box', () => {
    const widths = [3, 53].map((participants) => drawMap(mapOf([mapNode(1, null, 'theme', 'A rather long name of a theme', { participants })])).nodes[0]);
    expect(widths[0]?.width).toBe(widths[1]?.width);
    expect(widths[0]?.height).toBe(widths[1]?.height);
  });
});

describe('relations', () => {
  const edge = (point: { x: number; y: number }, box: Box) => Math.max(Math.abs(point.x - box.x) - box.width / 2, Math.abs(point.y - box.y) - box.height / 2);

  test('begin and end at the edges of their themes', () => {
    for (const layout of ['radial', 'tree'] as const) {
      const drawing = drawMap(designMap({ layout }));
      const at = new Map(drawing.nodes.map((node) => [node.node.themeId, node]));
      for (const { relation, curve } of drawing.relations) {
        for (const [id, point] of [[relation.from, curve[0]], [relation.to, curve[3]]] as const) {
          const box = at.get(id);
          expect(box && edge(point, box)).toBeGreaterThan(0);
          expect(box && edge(point, box)).toBeLessThan(16);
        }
      }
    }
  });

  test('have a head where they claim a direction', () => {
    expect(drawMap(designMap()).relations.map((relation) => relation.heads.length)).toEqual([1, 2, 1, 0]);
  });

  test('keep their labels off the boxes and off one another', () => {
    const drawing = drawMap(designMap());
    const labels = drawing.relations.flatMap((relation) => relation.label ?? []);
    expect(labels.flatMap((label) => boxes(drawing).filter((box) => overlap(label, box)))).toEqual([]);
    expect(labels.flatMap((label, index) => labels.slice(index + 1).filter((other) => overlap(label, other)))).toEqual([]);
  });

  test('can be left out', () => {
    expect(drawMap(designMap({ relationsShown: false })).relations).toEqual([]);
  });
});
