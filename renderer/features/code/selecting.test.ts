import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitsPair } from '../../../shared/domain/offsets.ts';
import { rangeOfSelection, type Selection } from './code-ui.ts';
import { cursorAtStart, extend, moveCursor } from './selecting.ts';
import { scrollBy } from './scroll-into.ts';

const text = 'Honestly, it was the teacher. She put her head round the door!';
const shown = (selection: Selection, words = text) => words.slice(rangeOfSelection(selection).start, rangeOfSelection(selection).end);
const grow = (selection: Selection, unit: Parameters<typeof extend>[2], ...directions: (1 | -1)[]) => directions.reduce<Selection>((each, by) => extend(each, text, unit, by), selection);
const start = cursorAtStart(1, text);

describe('selecting by keyboard', () => {
  it('begins at the first word, grows and shrinks by words, and takes no space along', () => {
    expect(shown(grow(start, 'word', 1))).toBe('Honestly');
    expect(shown(grow(start, 'word', 1, 1, 1))).toBe('Honestly, it was');
    expect(shown(grow(start, 'word', 1, 1, 1, -1))).toBe('Honestly, it ');
    expect(shown(grow({ itemId: 1, anchor: 17, focus: 17 }, 'word', -1))).toBe('the');
  });

  it('takes the whole sentence around the cursor first, then the next', () => {
    const inside = { itemId: 1, anchor: 21, focus: 21 };
    expect(shown(grow(inside, 'sentence', 1))).toBe('Honestly, it was the teacher.');
    expect(shown(grow(inside, 'sentence', 1, 1))).toBe(text);
  });

  it('moves the cursor word by word without selecting, and stays in the text', () => {
    const words = Array.from({ length: 20 }).reduce<Selection[]>((list) => [...list, moveCursor(list.at(-1) ?? start, text, 1)], [start]).map((each) => each.focus);
    expect(words.slice(0, 4).map((at) => text.slice(at).match(/^\p{L}+/u)?.[0])).toEqual(['Honestly', 'it', 'was', 'the']);
    expect(Math.max(...words)).toBeLessThan(text.length);
    expect(moveCursor(start, text, -1).focus).toBe(0);
  });

  it('never leaves the text, never cuts a character, whatever is pressed', () => {
    const words = fc.oneof(fc.constantFrom('a 👨‍👩‍👧 b', 'مرحبا hello', '修理很有意思。我来。', 'x', '…', ' lone '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }));
    const press = fc.tuple(fc.constantFrom('word' as const, 'grapheme' as const, 'sentence' as const, 'move' as const), fc.constantFrom(1 as const, -1 as const));
    fc.assert(fc.property(words, fc.array(press, { maxLength: 12 }), (line, presses) => {
      let selection = cursorAtStart(1, line);
      for (const [unit, by] of presses) {
        selection = unit === 'move' ? moveCursor(selection, line, by) : extend(selection, line, unit, by);
        for (const at of [selection.anchor, selection.focus]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(line.length);
          expect(splitsPair(line, at)).toBe(false);
        }
      }
    }), { verbose: 1 });
  });
});

describe('bringing something into view', () => {
  const view = { top: 100, bottom: 700 };

  it('scrolls no further than needed', () => {
    expect(scrollBy(view, { top: 200, bottom: 300 })).toBe(0);
    expect(scrollBy(view, { top: 50, bottom: 150 })).toBe(-70);
    expect(scrollBy(view, { top: 650, bottom: 750 })).toBe(146);
  });

  it('shows the beginning of what is taller than the view', () => {
    expect(scrollBy(view, { top: 900, bottom: 9_000 })).toBe(780);
    expect(scrollBy(view, { top: -5_000, bottom: 300 })).toBe(-5_120);
  });
});
