import { describe, expect, test } from 'vitest';
import { shorten, textWidth, wrap } from './text-width.ts';

describe('text without a browser', () => {
  test('is as wide as Chromium draws it', () => {
    // Measured in Chromium with kerning, which makes it narrower: a text never needs more room than we give it.
    for (const [weight, measured] of [[400, 933.06], [600, 951.95]] as const) {
      expect(textWidth('Known by someone', 100, weight)).toBeGreaterThanOrEqual(measured);
      expect(textWidth('Known by someone', 100, weight)).toBeLessThan(measured * 1.01);
    }
    expect(textWidth('', 14)).toBe(0);
  });

  test('counts no width for combining marks and one square for an emoji of several parts', () => {
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
    expect(textWidth('👩‍🔧', 10)).toBe(textWidth('😀', 10));
  });

  test('breaks into even lines that fit, without losing a letter', () => {
    const name = 'Staying is something other people make possible';
    const lines = wrap(name, 236, 15, 600);
    expect(lines.join(' ')).toBe(name);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(textWidth(line, 15, 600)).toBeLessThanOrEqual(236);
    expect(wrap('x'.repeat(200), 200, 14).join('')).toBe('x'.repeat(200));
    expect(wrap('', 100, 14)).toEqual(['']);
  });

  test('shortens with an ellipsis and never in the middle of an emoji', () => {
    expect(shorten('Short', 200, 12)).toBe('Short');
    const cut = shorten('👩‍🔧👩‍🔧👩‍🔧👩‍🔧', 40, 12);
    expect(cut.endsWith('…')).toBe(true);
    expect(cut.slice(0, -1).replaceAll('👩‍🔧', '')).toBe('');
  });
});
