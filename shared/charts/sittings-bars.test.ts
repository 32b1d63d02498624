import { expect, test } from 'vitest';
import { sittingsBars } from './sittings-bars.ts';

test('bars stand on the ground, in order, the highest as tall as the chart', () => {
  const bars = sittingsBars([12, 6, 0, 1], 240, 40);
  expect(bars.map((bar) => [bar.place, bar.height])).toEqual([[0, 40], [1, 20], [2, 1], [3, 40 / 12]]);
  expect(bars.every((bar) => Math.abs(bar.y + bar.height - 40) < 1e-9)).toBe(true);
  expect(bars[0]?.width).toBe(22);
});

test('many sittings stay inside the width; of very many the latest are shown', () => {
  const bars = sittingsBars(Array.from({ length: 200 }, () => 3), 240, 40);
  expect(bars).toHaveLength(60);
  expect(bars[0]?.place).toBe(140);
  expect(Math.max(...bars.map((bar) => bar.x + bar.width))).toBeLessThanOrEqual(240);
  expect(sittingsBars([], 240, 40)).toEqual([]);
});
