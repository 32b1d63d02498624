import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitsPair } from './offsets.ts';
import { isExtract, step, trimmed, unitAt, wholeCharacters, wholeWords, wordAt } from './text-range.ts';

const family = '👨‍👩‍👧';
const awkward = [
  'The teacher down the corridor, not my actual mentor.', `cake ${family} and cafe\u0301 talk`, 'مرحبا hello שלום', '修理很有意思。我每周都来。', 'a', '  ', 'line one\n\nline two', 'fine :) 100% 😊😊 <3 ♥, 🇩🇪🇫🇷 "!!!" £5+£6',
];
const text = fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.array(fc.constantFrom(...awkward), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')));

describe('text ranges', () => {
  it('grow to the words they touch', () => {
    const sentence = 'She would put her head round the door.';
    expect(sentence.slice(...pair(wholeWords(sentence, { start: 6, end: 12 })))).toBe('would put');
    expect(sentence.slice(...pair(wholeWords(sentence, { start: 9, end: 10 })))).toBe('');
    expect('head, round'.slice(...pair(wholeWords('head, round', { start: 1, end: 5 })))).toBe('head,');
  });

  it('keep together what the reader sees as one character', () => {
    const words = `a ${family} b`;
    expect(wholeCharacters(words, { start: 4, end: 6 })).toEqual({ start: 2, end: 2 + family.length });
    expect(wholeCharacters('cafe\u0301', { start: 0, end: 4 })).toEqual({ start: 0, end: 5 });
  });

  it('find words in Chinese, where no space parts them', () => {
    const first = wordAt('修理很有意思', 0);
    expect(first.start).toBe(0);
    expect(first.end).toBeLessThan(6);
  });

  it('count as words what carries meaning without letters: emoji, and signs that stand alone', () => {
    const wordsOf = (line: string) => {
      const found: string[] = [];
      for (let at = step(line, 0, 'word', 1), from = -1; at !== from; from = at, at = step(line, at, 'word', 1)) {
        const { start, end, wordLike } = unitAt(line, at - 1, 'word');
        if (wordLike) found.push(line.slice(start, end));
      }
      return found;
    };
    expect(wordsOf(`good 😊 and ${family}👍🏽🇩🇪🇫🇷, ❤️`)).toEqual(['good', '😊', 'and', family, '👍🏽', '🇩🇪', '🇫🇷', '❤️']);
    expect(wordsOf('great😂😂!')).toEqual(['great', '😂', '😂']);
    expect(wordsOf('fine :) but :-( and :D or <3 ♥ → ??? ')).toEqual(['fine', ':)', 'but', ':-(', 'and', ':D', 'or', '<3', '♥', '→', '???']);
    expect(wordsOf('100% of (£5) for #teachers aged 65+, C++ at 5° or 5€')).toEqual(['100%', 'of', '£5', 'for', '#teachers', 'aged', '65+', 'C++', 'at', '5°', 'or', '5€']);
    expect(wordsOf('Well – it is, quoi ? « oui » … Acme™ (or a/b) -- no!')).toEqual(['Well', 'it', 'is', 'quoi', 'oui', 'Acme', 'or', 'a', 'b', 'no']);
    expect(wordsOf('修理！我来。')).not.toContain('！');
    expect(wordsOf(':)')).toEqual([':)']);
  });

  it('grow to such words, from any of their characters and from both sides', () => {
    const line = `so ${family} happy :-) 100% yes`;
    for (const word of [family, ':-)', '100%']) {
      const start = line.indexOf(word);
      for (let at = start; at < start + word.length; at++) {
        const range = wholeWords(line, { start: at, end: at + 1 });
        expect(line.slice(range.start, range.end)).toBe(word);
        expect(wordAt(line, at)).toEqual({ start, end: start + word.length });
      }
      expect(step(line, start + word.length, 'word', -1)).toBe(start);
      expect(step(line, start - 1, 'word', 1)).toBe(start + word.length);
    }
  });

  it('step over sentences without their trailing space', () => {
    const two = 'First one.  Second one.';
    expect(step(two, 0, 'sentence', 1)).toBe('First one.'.length);
    expect(step(two, two.length, 'sentence', -1)).toBe(12);
  });

  it('stay inside the text, cut no character, and go nowhere but on', () => {
    fc.assert(fc.property(text, fc.nat(80), fc.nat(80), (words, a, b) => {
      for (const range of [wholeCharacters(words, { start: a, end: b }), wholeWords(words, { start: a, end: b })]) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(words.length);
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(splitsPair(words, range.start) || splitsPair(words, range.end)).toBe(false);
        if (range.end > range.start) {
          expect(isExtract(words, range)).toBe(true);
          expect(unitAt(words, range.start, 'grapheme').start).toBe(range.start);
        }
      }
      const at = Math.min(a, words.length);
      for (const unit of ['grapheme', 'word', 'sentence'] as const) {
        expect(step(words, at, unit, 1)).toBeGreaterThanOrEqual(at);
        expect(step(words, at, unit, -1)).toBeLessThanOrEqual(at);
        if (at < words.length) expect(step(words, at, unit, 1)).toBeGreaterThan(at);
      }
      const bare = trimmed(words, { start: 0, end: words.length });
      expect(words.slice(bare.start, bare.end)).toBe(words.trim());
    }), { verbose: 1 });
  });
});

const pair = (range: { start: number; end: number }): [number, number] => [range.start, range.end];
