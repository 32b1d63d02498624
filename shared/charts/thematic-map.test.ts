// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { printPalette } from './palette.ts';
import { designMap, mapNode, mapOf } from './testing.ts';
import { thematicMap } from './thematic-map.ts';

const parsed = (svg: string): Element => {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')?.textContent ?? '').toBe('');
  return document.documentElement;
};
const texts = (root: Element) => [...root.querySelectorAll('text')].map((text) => text.textContent);

describe('the picture of a thematic map', () => {
  test('is well-formed, with a title and a description, whatever people call their themes', () => {
    const strange = mapOf([mapNode(1, null, 'theme', 'Risk <b> & "harm" \u0001\ud800'), mapNode(2, null, 'theme', 'مرحبا 😀 長い'), mapNode(3, null, 'theme', `${'very long words '.repeat(12)}${'y'.repeat(80)}`)]);
    const root = parsed(thematicMap(strange, printPalette).svg);
    expect(root.querySelector('title')?.textContent).toBe('Thematic map: Staying');
    expect(root.querySelector('desc')?.textContent).toContain('Risk <b> & "harm"');
  });

  test('uses attributes only: no style, no script, no outside resource', () => {
    expect(thematicMap(designMap(), printPalette).svg).not.toMatch(/style|class=|<script|href|url\(|@font-face/);
  });

  test('says how many people and codes stand behind a theme, and explains its marks in a key', () => {
    const words = texts(parsed(thematicMap(designMap(), printPalette).svg));
    expect(words).toEqual(expect.arrayContaining(['Known by someone', '12 people, 2 codes', 'Someone down the corridor', 'Overarching theme', 'Theme', 'Sub-theme', 'Code', 'Belongs to', 'Relation', 'People who contributed, of 54 who answered']));
    expect(words).not.toContain('Heading, not a theme');
  });

  test('draws a heading only where there is one, and names it as no theme', () => {
    const words = texts(parsed(thematicMap(mapOf([mapNode(1, null, 'group', 'AGREE'), mapNode(2, 1, 'theme', 'More trust')]), printPalette).svg));
    expect(words).toEqual(expect.arrayContaining(['AGREE', 'Heading, not a theme']));
  });

  test('leaves out what is switched off', () => {
    const words = texts(parsed(thematicMap(designMap(), printPalette, { codes: 'none', relations: false, counts: false, key: false }).svg));
    expect(words).toContain('Known by someone');
    for (const gone of ['Someone down the corridor', 'steadies', '12 people, 2 codes', 'Theme']) expect(words).not.toContain(gone);
  });

  test('gives the box of every theme within the picture', () => {
    const { boxes, width, height } = thematicMap(designMap({ layout: 'tree' }), printPalette);
    expect(boxes).toHaveLength(13);
    for (const box of boxes) {
      expect(box.x - box.width / 2).toBeGreaterThan(0);
      expect(box.y - box.height / 2).toBeGreaterThan(0);
      expect(box.x + box.width / 2).toBeLessThan(width);
      expect(box.y + box.height / 2).toBeLessThan(height);
    }
  });

  test('shows an empty map as an empty picture', () => {
    parsed(thematicMap(mapOf([]), printPalette).svg);
  });
});
