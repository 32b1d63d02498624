/**
 * Writes shared/charts/inter-widths.ts: advance widths of Inter 400 and 600 in thousandths of the font size, measured in
 * Chromium from the files of @fontsource/inter. Run it again only when that package changes: `node scripts/measure-inter.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const ranges: [number, number][] = [[0x20, 0x7e], [0xa0, 0x17f], [0x218, 0x21b], [0x2010, 0x2027], [0x2030, 0x203a], [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2190, 0x2193], [0x2212, 0x2212]];
const require = createRequire(import.meta.url);
const face = (family: string, subset: string, weight: number) =>
  `@font-face{font-family:${family}${weight};src:url(data:font/woff2;base64,${readFileSync(require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`)).toString('base64')})}`;
const css = [400, 600].map((weight) => face('Base', 'latin', weight) + face('More', 'latin-ext', weight)).join('');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const page = await browser.newPage();
await page.setContent(`<style>${css} span{white-space:pre;font-size:1000px;font-kerning:none}</style><body></body>`);
const measured = await page.evaluate(async (spans) => {
  const width = (text: string, weight: number) => {
    const span = document.createElement('span');
    span.style.fontFamily = `Base${weight},More${weight}`;
    span.textContent = text;
    document.body.append(span);
    const found = span.getBoundingClientRect().width;
    span.remove();
    return found;
  };
  const measure = async (weight: number) => {
    await Promise.all([document.fonts.load(`20px Base${weight}`, 'a'), document.fonts.load(`20px More${weight}`, 'ą')]);
    const around = width('nn', weight);
    return spans.map(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => Math.round(width(`n${String.fromCodePoint(first + index)}n`, weight) - around)));
  };
  return { regular: await measure(400), semibold: await measure(600) };
}, ranges);
await browser.close();

const table = (rows: number[][]) => rows.map((row, index) => `  [0x${(ranges[index]?.[0] ?? 0).toString(16)}, [${row.join(', ').replace(/(.{130}[^,]*,) /g, '$1\n    ')}]],`).join('\n');
writeFileSync(join(import.meta.dirname, '../shared/charts/inter-widths.ts'), `/**
 * Advance widths of Inter in thousandths of the font size, by ranges of code points: [first, widths].
 * Made by scripts/measure-inter.ts (Chromium, the files of @fontsource/inter 5.3.0, no kerning). Not written by hand.
 */
type Widths = readonly (readonly [first: number, widths: readonly number[]])[];

export const regularWidths: Widths = [
${table(measured.regular)}
];

export const semiboldWidths: Widths = [
${table(measured.semibold)}
];
`);
