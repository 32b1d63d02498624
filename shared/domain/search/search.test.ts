import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitAt } from '../text-range.ts';
import { excerptOf } from './excerpt.ts';
import { extractsOf } from './extent.ts';
import { fold, foldWithPlaces } from './fold.ts';
import { matcherOf, placesIn } from './match.ts';
import { parseQuery, type SearchMode } from './query.ts';

/** What is found, as the words stand in the text; null where the text does not fit. */
function find(typed: string, text: string, mode: SearchMode = 'beginnings'): string[] | null {
  return matcherOf(parseQuery(typed, mode))(text)?.map(({ start, end }) => text.slice(start, end)) ?? null;
}

describe('words', () => {
  test('all of them are wanted, each at the beginning of a word', () => {
    expect(find('rep tea', 'A tea, then repair and repaint.')).toEqual(['tea', 'rep', 'rep']);
    expect(find('pair', 'A tea, then repair.')).toBeNull();
    expect(find('tea coffee', 'A tea.')).toBeNull();
    expect(find('tea, coffee', 'Coffee or tea')).toEqual(['Coffee', 'tea']);
  });

  test('exact words and letters anywhere', () => {
    expect(find('repair', 'repaired, a repair', 'words')).toEqual(['repair']);
    expect(find('repair*', 'repaired, a repair', 'words')).toEqual(['repair', 'repair']);
    expect(find('pair', 'repaired, a pair', 'anywhere')).toEqual(['pair', 'pair']);
    expect(find('pair*', 'repaired, a pair', 'anywhere')).toEqual(['pair']);
    expect(find('don', "I don't. Don did.", 'words')).toEqual(['Don']);
    expect(find('école', 'à l’école', 'words')).toEqual(['école']);
  });

  test('phrases, words to leave out, and either of two', () => {
    expect(find('"every week"', 'week every, every\n  week')).toEqual(['every\n  week']);
    expect(find('“every week”', 'every weekend')).toBeNull();
    expect(find('"every week', 'every weekend')).toEqual(['every week']);
    expect(find('"every week*"', 'every weekend')).toEqual(['every week']);
    expect(find('tea -kettle', 'tea and the kettle')).toBeNull();
    expect(find('tea –"the kettle"', 'tea and a kettle')).toEqual(['tea']);
    expect(find('tea OR coffee', 'coffee')).toEqual(['coffee']);
    expect(find('cake tea OR coffee', 'coffee')).toBeNull();
    expect(find('tea or coffee', 'coffee or tea')).toEqual(['coffee', 'or', 'tea']);
    for (const nothing of ['', '  ', '-kettle', 'OR', '""', '“', '\u200b', '*']) expect([nothing, find(nothing, 'kettle')]).toEqual([nothing, null]);
  });

  test('signs are found as they are', () => {
    expect(find('100%', '100% of 1000')).toEqual(['100%']);
    expect(find('c++', 'C++ and C')).toEqual(['C++']);
    expect(find('of_the', 'x of_the y')).toEqual(['of_the']);
    expect(find('\\s', 'a back\\slash', 'anywhere')).toEqual(['\\s']);
  });
});

describe('what is not seen makes no difference', () => {
  test.each([
    ['soft hyphens and zero width', 'neighbour', 'neigh\u00adbo\u200bur', 'neigh\u00adbo\u200bur'],
    ['non-breaking spaces', '"public radio"', 'a public\u00a0radio', 'public\u00a0radio'],
    ['narrow spaces and line breaks', '"public radio"', 'a public\u202f\u2007\u2028radio', 'public\u202f\u2007\u2028radio'],
    ['curly apostrophes', "don't", 'I don’t', 'don’t'],
    ['straight ones typed curly', 'don’t', "I don't", "don't"],
    ['dashes', 'well-known', 'a well–known one', 'well–known'],
    ['an ellipsis', '"so..."', 'so… then', 'so…'],
    ['composed accents', 'cafe\u0301', 'the café', 'café'],
    ['decomposed accents', 'café', 'the cafe\u0301!', 'cafe\u0301'],
    ['Greek capitals', 'ΟΔΟΣ', 'η οδός οδος', 'οδός', 'οδος'],
    ['Cyrillic capitals', 'МОСКВА', 'москва', 'москва'],
    ['Turkish capitals', 'istanbul', 'İstanbul', 'İstanbul'],
    ['German double s', 'STRASSE', 'die Straße', 'Straße'],
    ['accents on the answer', 'cafe naive zurich', 'CAFÉ, nai\u0308ve Zürich', 'CAFÉ', 'nai\u0308ve', 'Zürich'],
    ['accents typed', 'café naïve Zürich', 'cafe, naive Zurich', 'cafe', 'naive', 'Zurich'],
    ['marks that nothing composes', 'x', 'x\u0302\u0323 y', 'x\u0302\u0323'],
    ['letters with a stroke', 'lodz kobenhavn', 'Łódź, København', 'Łódź', 'København'],
    ['ae and oe', 'oeuvre aesthetic', 'Œuvre æsthetic', 'Œuvre', 'æsthetic'],
    ['Vietnamese', 'pho', 'một bát phở', 'phở'],
    ['ligatures of typeset files', 'office first', 'the oﬃce ﬁrst', 'oﬃce', 'ﬁrst'],
    ['long and double s', 'strasse', 'STRAẞE', 'STRAẞE'],
    ['full-width letters', 'cafe 24', 'ＣＡＦＥ ２４', 'ＣＡＦＥ', '２４'],
    ['Turkish i without its dot', 'diyarbakir', 'Diyarbakır', 'Diyarbakır'],
    ['Turkish I with its dot', 'ısıl', 'Işıl', 'Işıl'],
    ['Greek accents', 'αθηνα', 'στην Αθήνα', 'Αθήνα'],
    ['Russian yo', 'еще', 'ещё', 'ещё'],
    ['Arabic vowel signs', 'مدرسة', 'المُدرسة مَدْرَسَةٌ', 'مَدْرَسَةٌ'],
    ['Arabic vowel signs typed', 'مَدْرَسَة', 'مدرسة', 'مدرسة'],
    ['Arabic stretched', 'مرحبا', 'مـــرحبـا', 'مـــرحبـا'],
    ['Arabic alef', 'احمد', 'أحمد', 'أحمد'],
    ['Hebrew points', 'שלום', 'שָׁלוֹם', 'שָׁלוֹם'],
    ['hearts with and without a picture sign', '❤', '❤\ufe0f', '❤\ufe0f'],
    ['Hangul letters', '한국', '\u1112\u1161\u11ab\u1100\u116e\u11a8 사람', '\u1112\u1161\u11ab\u1100\u116e\u11a8'],
  ])('%s', (_, typed, text, ...wanted) => {
    expect(find(typed, text)).toEqual(wanted);
  });

  test('letters of other alphabets stay apart', () => {
    expect(find('и', 'й')).toBeNull();
    expect(find('か', 'が')).toBeNull();
    expect(find('修', '脩')).toBeNull();
  });

  test('a phrase wants the accents that are typed in it, and only those', () => {
    expect(find('"café"', 'cafe, café, cafe\u0301')).toEqual(['café', 'cafe\u0301']);
    expect(find('"cafe"', 'cafe, café')).toEqual(['cafe', 'café']);
    expect(find('"die Straße"', 'die Strasse, die Straße')).toEqual(['die Strasse', 'die Straße']);
    expect(find('tea -"café"', 'tea in a cafe')).toEqual(['tea']);
  });

  test('part of a character is no hit', () => {
    expect(find('👩', '👩‍🔧 👩')).toEqual(['👩']);
    expect(find('caf', 'cafe\u0301', 'words')).toBeNull();
    expect(find('strasses', 'Straße s', 'anywhere')).toBeNull();
    expect(find('stras', 'Straße', 'anywhere')).toBeNull();
    expect(find('.', 'so…', 'anywhere')).toBeNull();
    expect(find('👍', '👍🏽 👍', 'anywhere')).toEqual(['👍']);
  });
});

describe('writing systems', () => {
  test('words without spaces between them are found inside a stretch', () => {
    expect(find('修理', '我喜欢修理东西')).toEqual(['修理']);
    expect(find('修理', '我喜欢修理东西', 'words')).toEqual(['修理']);
    expect(find('ร้าน', 'ไปร้านกาแฟ')).toEqual(['ร้าน']);
    expect(find('radio', '用radio听')).toEqual(['radio']);
    expect(find('カフェ', '地域のカフェで')).toEqual(['カフェ']);
  });

  test('Arabic and Hebrew, mixed with Latin', () => {
    expect(find('مرحبا', 'hello مرحبا!')).toEqual(['مرحبا']);
    expect(find('קפה', 'בית הקפה וקפה')).toBeNull();
    expect(find('קפה', 'בית הקפה וקפה', 'anywhere')).toEqual(['קפה', 'קפה']);
  });
});

test('masked words cannot be found, what stands beside them can', () => {
  const text = 'ask Miriam or miriam';
  expect(matcherOf(parseQuery('miriam', 'beginnings'))(text, [{ start: 4, end: 10 }])).toEqual([{ start: 14, end: 20 }]);
  expect(
    matcherOf(parseQuery('miriam', 'beginnings'))(text, [
      { start: 4, end: 10 },
      { start: 14, end: 20 },
    ]),
  ).toBeNull();
  expect(matcherOf(parseQuery('"ask miriam"', 'beginnings'))(text, [{ start: 4, end: 10 }])).toBeNull();
});

test('the extract of a hit: whole words, sentences, the answer', () => {
  const text = '  We repair radios. Then tea! Repairing again.  ';
  const places = matcherOf(parseQuery('repair tea', 'beginnings'))(text) ?? [];
  const words = (extent: 'words' | 'sentence' | 'answer') => extractsOf(text, places, extent).map(({ start, end }) => text.slice(start, end));
  expect(words('words')).toEqual(['repair', 'tea', 'Repairing']);
  expect(words('sentence')).toEqual(['We repair radios.', 'Then tea!', 'Repairing again.']);
  expect(words('answer')).toEqual(['We repair radios. Then tea! Repairing again.']);
  const twice = 'Tea and tea.';
  expect(extractsOf(twice, matcherOf(parseQuery('tea', 'words'))(twice) ?? [], 'sentence')).toEqual([{ start: 0, end: 12 }]);
});

test('the words around a hit are cut between words, and a mask shows its label', () => {
  const text = `${'before '.repeat(20)}the kettle ${'after '.repeat(60)}`;
  const [place] = matcherOf(parseQuery('kettle', 'words'))(text) ?? [];
  const { pieces, before, after } = excerptOf(text, place ? [place] : [], [{ start: 126, end: 132, label: '[name]' }], 30);
  expect(pieces).toEqual([
    { text: 'before ', hit: false },
    { text: '[name]', hit: false, label: true },
    { text: ' before the ', hit: false },
    { text: 'kettle', hit: true },
    { text: expect.stringMatching(/^( after)+$/), hit: false },
  ]);
  expect([before, after]).toEqual([true, true]);
});

/** Letters that make trouble: cases, marks, joiners, scripts, spaces, signs. */
const letter = fc.constantFrom(
  ...'abAB ÉéßİıΣςσЖжñ’“”—…-"*.,\n\t',
  'e\u0301',
  'n\u0303',
  '\u0301',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u00a0',
  '\u2028',
  '👩‍🔧',
  '👍🏽',
  '🇪🇺',
  '修',
  '理',
  'か\u3099',
  'مر',
  'שׁ',
  'कि',
  '\u1112\u1161\u11ab',
  '\r\n',
  'ﬁ',
  'Ａ',
  'ﬃ',
  'ǅ',
  'å\u0323',
  'Å',
  'K',
  'ᾈ',
  'ἐ',
  'مُـ',
  'آ',
  '❤\ufe0f',
);
const anyText = fc
  .array(fc.oneof(letter, fc.string({ unit: 'grapheme', maxLength: 2 })), { maxLength: 24 })
  .map((parts) => parts.join('').replaceAll('\0', ''));
const often = { numRuns: 2_000 };

describe('properties', () => {
  test('folding with and without places agree', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldWithPlaces(text).text).toBe(fold(text));
      }),
      often,
    );
  });

  test('passing over an answer unfolded never loses a hit', () => {
    fc.assert(
      fc.property(anyText, fc.nat(24), fc.nat(6), fc.constantFrom<SearchMode>('beginnings', 'words', 'anywhere'), (text, from, length, mode) => {
        const wanted = fold(text)
          .slice(from, from + length + 1)
          .trim();
        const query = parseQuery(wanted, mode);
        const everywhere =
          query.groups.every((terms) => terms.some((term) => placesIn(text, foldWithPlaces(text), term).length > 0)) &&
          !query.without.some((term) => placesIn(text, foldWithPlaces(text), term).length > 0);
        expect(matcherOf(query)(text) !== null).toBe(query.groups.length > 0 && everywhere);
      }),
      { numRuns: 4_000 },
    );
  });

  test('a place that was found folds to what was looked for, lies in the text and cuts no character', () => {
    fc.assert(
      fc.property(anyText, fc.nat(24), fc.nat(8), fc.boolean(), fc.boolean(), (text, from, length, atWordStart, atWordEnd) => {
        const wanted = fold(text)
          .slice(from, from + length)
          .trim();
        if (wanted === '') return;
        const places = placesIn(text, foldWithPlaces(text), { text: wanted, atWordStart, atWordEnd });
        let last = 0;
        for (const { start, end } of places) {
          expect(fold(text.slice(start, end))).toBe(wanted);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect([unitAt(text, start, 'grapheme').start, end === text.length ? end : unitAt(text, end, 'grapheme').start]).toEqual([start, end]);
          last = end;
        }
      }),
      often,
    );
  });

  test('any whole characters of a text are found anywhere in it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(24), fc.nat(24), (text, one, other) => {
        const at = (offset: number) => (offset >= text.length ? text.length : unitAt(text, offset, 'grapheme').start);
        const words = text.slice(at(Math.min(one, other)), at(Math.max(one, other)));
        const term = parseQuery(`"${words}"`, 'anywhere').groups[0]?.[0];
        // Quotation marks and stars say something to the query; an accent on nothing, or on the line that only lengthens Arabic words, tells no letter apart.
        if (/["“”*]|(?<![\p{L}\p{M}])\p{M}|\u0640\p{M}/u.test(words) || !term) return;
        expect(placesIn(text, foldWithPlaces(text), term).length).toBeGreaterThan(0);
      }),
      often,
    );
  });

  test('reading a query never fails, and every excerpt is a stretch of the text', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom<SearchMode>('beginnings', 'words', 'anywhere'), (typed, text, mode) => {
        const places = matcherOf(parseQuery(typed, mode))(text) ?? [];
        const { pieces } = excerptOf(text, places, [], 6);
        expect(text).toContain(pieces.map((piece) => piece.text).join(''));
        for (const extent of ['words', 'sentence', 'answer'] as const) {
          for (const { start, end } of extractsOf(text, places, extent)) expect(start < end && end <= text.length).toBe(true);
        }
      }),
      often,
    );
  });
});
