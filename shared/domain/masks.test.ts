import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracketed, filler, shownText, withMasks } from './masks.ts';

const text = `On ${filler.repeat(11)} it was ${filler.repeat(4)} who rang.`;
const masks = [{ start: 22, end: 26, label: '[name]' }, { start: 3, end: 14, label: '[ward name]' }];

describe('masked words', () => {
  it('are shown as their label, wherever a stretch begins or ends', () => {
    expect(withMasks(text, masks)).toBe('On [ward name] it was [name] who rang.');
    expect(withMasks(text, masks, 5, 24)).toBe('[ward name] it was [name]');
    expect(withMasks(text, masks, 14, 22)).toBe(' it was ');
    expect(withMasks(text, [], 0, 2)).toBe('On');
    expect(withMasks(text, undefined)).toBe(text);
    expect(bracketed('ward name')).toBe('[ward name]');
    expect(bracketed('[ward name]')).toBe('[ward name]');
  });

  it('lead back from what is shown to the text', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 12 })), { maxLength: 5 }), fc.nat(8), (parts, tail) => {
      let at = 0;
      let plain = '';
      const all = parts.map(([gap, length, label]) => {
        plain += 'w'.repeat(gap) + filler.repeat(length);
        at += gap + length;
        return { start: at - length, end: at, label: `[${'x'.repeat(label)}]` };
      });
      plain += 'w'.repeat(tail);
      const shown = shownText(plain, all);
      expect(shown.text).toBe(withMasks(plain, all));
      for (let offset = 0; offset <= plain.length; offset++) {
        if (all.some((mask) => mask.start < offset && offset < mask.end)) continue;
        const there = withMasks(plain, all, 0, offset).length;
        expect(shown.start(there)).toBe(offset);
        expect(shown.end(there)).toBe(offset);
      }
    }));
  });
});
