import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repairText } from './mojibake.ts';

const pages = ['windows-1252', 'windows-1254'] as const;
const damage = (text: string, page: string) => new TextDecoder(page).decode(Buffer.from(text, 'utf8'));
const characters = ['’', '‘', '“', '”', '…', '–', '—', 'é', 'ü', 'ß', 'ñ', '£', '€', '😀', '👩‍🔧', '語'];

test('damage done once or twice comes back whole, with the words around it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('it ', 'don', ' said '), fc.constantFrom(...characters)), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...pages),
      fc.integer({ min: 1, max: 2 }),
      (parts, page, times) => {
        const sound = `${parts.map(([word, character]) => word + character).join('')} end`;
        let damaged = sound;
        for (let round = 0; round < times; round++) damaged = damage(damaged, page);
        expect(repairText(damaged).text).toBe(sound);
      },
    ),
  );
});

test('places say where the repaired characters stand, and give the damage back', () => {
  const { text, places } = repairText('that’s fine, butâ€™ the cafÃ© and â€œthisâ€\u009d');
  expect(text).toBe('that’s fine, but’ the café and “this”');
  expect(places.map(({ before, after }) => [before, after])).toEqual([
    ['â€™', '’'],
    ['Ã©', 'é'],
    ['â€œ', '“'],
    ['â€\u009d', '”'],
  ]);
  for (const { start, after } of places) expect(text.slice(start, start + after.length)).toBe(after);
  let back = text;
  for (const { start, before, after } of places.toReversed()) back = back.slice(0, start) + before + back.slice(start + after.length);
  expect(back).toBe('that’s fine, butâ€™ the cafÃ© and â€œthisâ€\u009d');
});

test('Mac Roman damage is repaired too', () => {
  expect(repairText('can‚Äôt, √©tude').text).toBe('can’t, étude');
});

test('damage that touches a sound character is still found', () => {
  expect(repairText('éâ€™tait').text).toBe('é’tait');
});

test.each([
  '“École”',
  'Её',
  '«Ça va»',
  'ÄÖÜ',
  'naïve café',
  'Ärger über Öl',
  '修理很有意思',
  'مرحبا',
  '👩‍🔧 and the cake',
  'cafe\u0301',
  'Größe: 5 × 3 µm',
  'ÅÄÖ åäö',
  '“—”',
  'Ünal Çağrı',
])('sound text stays as it is: %s', (text) => {
  expect(repairText(text)).toEqual({ text, places: [] });
});
