import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeProblem } from '../../../../shared/domain/offsets.ts';
import { fold as folded, foldWithPlaces } from '../../../../shared/domain/search/fold.ts';
import { wholeCharacters } from '../../../../shared/domain/text-range.ts';
import { wordDiff } from '../../../../shared/domain/word-diff.ts';
import { findExtract, wantedFrom } from './find-extract.ts';
import { nearest, wordsOf } from './near-match.ts';

const fold = (words: string) => folded(words, 'capitals').trim();

const piece = fc.constantFrom('the kettle', 'the oﬃce', 'die Straße', 'ha\u200blf', 'people', '“the regulars”', "don't", 'don’t', '–', '-', '…', '...', 'café', 'cafe\u0301', '👩‍🔧', '🇳🇱', '  ', '\n', '\r\n', ' ', ',', '.', 'مرحبا', '修理很有意思', 'of things', 'a\u00adb', '\u00a0', 'No', '\ud83d\udc4d\ud83c\udffd', 'Wi-Fi', '"quoted"');
const text = fc.array(piece, { minLength: 1, maxLength: 25 }).map((pieces) => pieces.join(' '));
const cut = fc.tuple(text, fc.nat(300), fc.integer({ min: 1, max: 60 })).map(([answer, from, length]) => {
  const range = wholeCharacters(answer, { start: from % answer.length, end: Math.min(answer.length, (from % answer.length) + length) });
  return { answer, ...range };
}).filter(({ answer, start, end }) => answer.slice(start, end).trim() !== '');
const whole = (answer: string, range: { start: number; end: number }) => rangeProblem(answer, range.start, range.end) === null && JSON.stringify(wholeCharacters(answer, range)) === JSON.stringify({ start: range.start, end: range.end });

describe('finding words again', () => {
  it('finds every verbatim cut of an answer exactly, at its place among others, on whole characters', () => {
    fc.assert(fc.property(cut, ({ answer, start, end }) => {
      const found = findExtract(answer, wantedFrom(answer.slice(start, end)));
      expect(found?.how).toBe('exact');
      expect(found?.ranges).toContainEqual({ start, end });
      for (const range of found?.ranges ?? []) expect(whole(answer, range)).toBe(true);
    }), { numRuns: 400 });
  });

  it('finds it with other blanks, quotation marks, dashes and ellipses, as the same words', () => {
    const mangled = (words: string) => words.replace(/\s+/g, '  ').replaceAll('“', '"').replaceAll('”', '"').replaceAll('’', "'").replaceAll('–', '-').replaceAll('…', '...').replaceAll('ﬃ', 'ffi').replaceAll('ß', 'ss').replaceAll('\u200b', '').normalize('NFC');
    fc.assert(fc.property(cut, ({ answer, start, end }) => {
      const words = answer.slice(start, end);
      fc.pre(fold(words) !== '');
      // Half of the dots that stand for an ellipsis are no place of their own.
      fc.pre(!/[….]/.test(words));
      const found = findExtract(answer, wantedFrom(mangled(words)));
      expect(found).not.toBeNull();
      for (const range of found?.ranges ?? []) {
        expect(whole(answer, range)).toBe(true);
        expect(fold(answer.slice(range.start, range.end))).toBe(fold(words));
      }
    }), { numRuns: 400 });
  });

  it('folds the same with and without places, and twice the same as once', () => {
    fc.assert(fc.property(text, (answer) => {
      expect(foldWithPlaces(answer, 'capitals').text.trim()).toBe(fold(answer));
      expect(fold(fold(answer))).toBe(fold(answer));
    }), { numRuns: 300 });
  });
});

const words = ['kettle', 'neighbour', 'bicycle', 'Saturday', 'mending', 'together', 'lantern', 'because', 'somebody', 'workshop', 'radio', 'learned', 'quiet', 'evening', 'company', 'usually'];
const sentence = fc.uniqueArray(fc.constantFrom(...words), { minLength: 8, maxLength: 16 });

describe('near matches', () => {
  it('finds words with typos, missing and added words at their place', () => {
    fc.assert(fc.property(sentence, fc.nat(5), fc.integer({ min: 5, max: 8 }), fc.nat(20), fc.constantFrom('letter', 'swap', 'missing', 'added'), (all, from, length, at, what) => {
      const answer = `Well, ${all.join(' ')}, and so on.`;
      const meant = all.slice(from % (all.length - 4), (from % (all.length - 4)) + length);
      const inner = 1 + (at % Math.max(1, meant.length - 2));
      const changed = meant.flatMap((word, index) => index !== inner ? [word] : what === 'letter' ? [`${word.slice(0, 2)}x${word.slice(3)}`] : what === 'swap' ? [`${word[0]}${word[2]}${word[1]}${word.slice(3)}`] : what === 'missing' ? [] : [word, 'really']);
      const near = nearest(answer, wordsOf(changed.join(' ')));
      expect(near && answer.slice(near.start, near.end)).toBe(meant.join(' '));
      expect(near?.similarity).toBeGreaterThan(0.6);
      expect(near?.similarity).toBeLessThan(1);
    }), { numRuns: 300 });
  });

  it('stays within any answer, on whole characters, whatever is looked for', () => {
    fc.assert(fc.property(text, text, (answer, other) => {
      const near = nearest(answer, wordsOf(other));
      if (near) expect(whole(answer, near)).toBe(true);
    }), { numRuns: 300 });
  });

  it('compares long texts in bounded time', () => {
    const long = Array.from({ length: 60_000 }, (_, index) => `word${index % 5_000}`).join(' ');
    const near = nearest(long, wordsOf(Array.from({ length: 200 }, (_, index) => `word${1_000 + index}${index % 9 ? '' : 'x'}`).join(' ')));
    expect(near?.similarity).toBeGreaterThan(0.7);
  });
});

describe('wordDiff', () => {
  it('gives both texts back whole, and marks nothing where they are equal', () => {
    fc.assert(fc.property(text, text, (left, right) => {
      const diff = wordDiff(left, right);
      expect([diff.left.map((part) => part.text).join(''), diff.right.map((part) => part.text).join('')]).toEqual([left, right]);
      expect(wordDiff(left, left).left.every((part) => part.same)).toBe(true);
    }));
  });

  it('marks the words that differ', () => {
    const { left, right } = wordDiff('I learned to mend the things', 'I learn to mend  things now');
    expect(left.filter((part) => !part.same).map((part) => part.text.trim())).toEqual(['learned', 'the']);
    expect(right.filter((part) => !part.same).map((part) => part.text.trim())).toEqual(['learn', 'now']);
  });
});
