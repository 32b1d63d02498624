import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { crc32 } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const require = createRequire(import.meta.url);
/** Subsets of Inter and when they are needed; static weights, because resvg draws a variable font at its default weight only. */
const subsets: [name: string, needed: RegExp][] = [
  ['latin', /./], ['latin-ext', /[\u0100-\u02ff\u1d00-\u1dbf\u1e00-\u1eff\u2020\u20a0-\u20c0\u2c60-\u2c7f\ua720-\ua7ff]/], ['greek', /[\u0370-\u03ff]/], ['greek-ext', /[\u1f00-\u1fff]/],
  ['cyrillic', /[\u0400-\u045f\u0490\u0491\u2116]/], ['cyrillic-ext', /[\u0460-\u052f\u1c80-\u1c8a\ua640-\ua69f]/], ['vietnamese', /[\u0102\u0103\u01a0-\u01b0\u1ea0-\u1ef9]/],
];
const weights = [400, 500, 600];

let ready: Promise<unknown> | null = null;

/**
 * Draws an SVG picture as PNG, `width` pixels wide, and writes its resolution into it so that it has the right size on a page.
 * Inter comes with the program, so the picture is the same on every computer. Only characters that Inter does not have (Hebrew,
 * Chinese, emoji) are taken from a font of the system, where one of the usual ones is there.
 */
export async function toPng(svg: string, width: number, dpi = 300): Promise<Uint8Array> {
  ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((bytes) => initWasm(bytes));
  await ready;
  const names = subsets.filter(([, needed]) => needed.test(svg)).flatMap(([subset]) => weights.map((weight) => `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`));
  const fontBuffers = [...(await Promise.all(names.map((name) => readFile(require.resolve(name))))), ...(await systemFonts(svg))];
  const drawing = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' }, fitTo: { mode: 'width', value: width } });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return withResolution(png, dpi);
}

/** What Inter has. */
const covered = /^[\s\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\u0000-\u02ff\u2000-\u206f\u20a0-\u20c0\u2122\u2190-\u2193\u2212]*$/u;
const candidates = [
  '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc',
  'C:/Windows/Fonts/segoeui.ttf', 'C:/Windows/Fonts/seguisym.ttf', 'C:/Windows/Fonts/msyh.ttc', 'C:/Windows/Fonts/malgun.ttf',
  '/System/Library/Fonts/Supplemental/Arial Unicode.ttf', '/System/Library/Fonts/Apple Symbols.ttf',
];

async function systemFonts(svg: string): Promise<Buffer[]> {
  if (covered.test(svg)) return [];
  const found = await Promise.allSettled(candidates.map((file) => readFile(file)));
  return found.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

/** Inserts the chunk “pHYs” (pixels per metre) after the header, which is always the first 33 bytes of a PNG. */
function withResolution(png: Uint8Array, dpi: number): Uint8Array {
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(Math.round(dpi / 0.0254), 8);
  chunk.writeUInt32BE(Math.round(dpi / 0.0254), 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}
