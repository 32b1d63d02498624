import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtNotes, stackNotes } from './pieces.ts';
import { lengthOf, lengthsOf, sittingWords, stoppedHere } from './words.ts';

describe('cutting an answer at its notes', () => {
  it('gives pieces that joined are the text, each with the notes over it', () => {
    const stretches = fc.array(fc.record({ id: fc.nat(9), start: fc.nat(30), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 6 });
    fc.assert(fc.property(fc.string({ minLength: 44, maxLength: 60 }), stretches, (text, list) => {
      const notes = list.map(({ id, start, length }) => ({ id, start, end: start + length }));
      const pieces = cutAtNotes(text, notes);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const piece of pieces) expect(piece.notes).toEqual(notes.filter((note) => note.start < piece.start + piece.text.length && note.end > piece.start).map((note) => note.id));
    }));
  });

  it('underlines nothing for a note on the whole answer', () => {
    expect(cutAtNotes('No', [{ id: 1, start: 0, end: 2 }])).toEqual([{ start: 0, text: 'No', notes: [] }]);
  });
});

describe('stacking notes', () => {
  it('keeps each level with its words unless the one above is in the way', () => {
    const { tops, height } = stackNotes([{ id: 3, at: 90, height: 18 }, { id: 1, at: 28, height: 54 }, { id: 2, at: 30, height: 18 }]);
    expect([...tops]).toEqual([[1, 28], [2, 90], [3, 116]]);
    expect(height).toBe(134);
    expect(stackNotes([])).toEqual({ tops: new Map(), height: 0 });
  });
});

describe('words', () => {
  it('say where one stopped, once the sitting is over', () => {
    const now = new Date(2026, 2, 10, 21, 0);
    expect(stoppedHere(21, new Date(2026, 2, 10, 20, 45).toISOString(), now)).toBeNull();
    expect(stoppedHere(21, new Date(2026, 2, 10, 9, 5).toISOString(), now)).toBe('21 read. You stopped here today at 09:05');
    expect(stoppedHere(21, new Date(2026, 2, 9, 17, 20).toISOString(), now)).toBe('21 read. You stopped here yesterday at 17:20');
    expect(stoppedHere(21, new Date(2026, 2, 5, 17, 20).toISOString(), now)).toBe('21 read. You stopped here on 5 March at 17:20');
    const session = { id: 1, startedAt: new Date(2026, 2, 9, 20, 31).toISOString(), endedAt: new Date(2026, 2, 9, 20, 58).toISOString(), actor: 'Nell', read: 3 };
    expect(sittingWords(session, now)).toBe('9 March, 20:31 to 20:58');
    expect(sittingWords({ ...session, endedAt: session.startedAt }, now)).toBe('9 March, 20:31');
  });

  it('count words, or characters where the writing has no spaces', () => {
    expect(lengthOf('  I come for\nthe cake ')).toEqual({ count: 5, unit: 'words' });
    expect(lengthOf('修理很有意思')).toEqual({ count: 6, unit: 'characters' });
    expect(lengthsOf(['No', 'a b c', 'one two'])).toEqual({ typical: '2 words', longest: '3 words', longestAt: 1 });
    expect(lengthsOf(['No'])).toEqual({ typical: '1 word', longest: '1 word', longestAt: 0 });
    expect(lengthsOf([])).toBeNull();
  });
});
