import { describe, expect, test } from 'vitest';
import { shorten, textWidth, wrap } from './text-width.ts';

describe('text without a browser', () => {
  test('is as wide as Chromium draws it', () => {
    // Measured in Chromium with Inter 400 and 600 at 100 px, kerning on.
    expect(textWidth('Known by someone', 100)).toBeCloseTo(850, -2);
    expect(textWidth('Known by someone', 100, 600)).toBeGreaterThan(textWidth('Known by someone', 100));
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
