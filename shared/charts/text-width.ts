import { regularWidths, semiboldWidths } from './inter-widths.ts';

/** Weight of Inter, 400 to 600; widths between the two are interpolated. */
export type Weight = 400 | 500 | 600;

const index = (rows: typeof regularWidths) => new Map(rows.flatMap(([first, widths]) => widths.map((width, offset) => [first + offset, width] as const)));
const regular = index(regularWidths);
const semibold = index(semiboldWidths);
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Letters as people see them; plain ASCII needs no segmenter. */
const split = (text: string): string[] => (/^[\x20-\x7e]*$/.test(text) ? [...text] : Array.from(graphemes.segment(text), (part) => part.segment));

/** Thousandths of the font size for what the table does not hold: nothing for marks, a full square for East Asian letters and emoji. */
function guess(point: number, character: string): number {
  if (/\p{M}|\p{Cf}/u.test(character)) return 0;
  return (point >= 0x1100 && point <= 0x11ff) || (point >= 0x2e80 && point <= 0xffdc && !(point >= 0xfb1d && point <= 0xfdff)) || point >= 0x1f000 ? 1_000 : 640;
}

function advance(grapheme: string, weight: Weight): number {
  if (grapheme.length > 1 || grapheme > '\u00ff') return advanceOf(grapheme, weight);
  const point = grapheme.charCodeAt(0);
  const thin = regular.get(point) ?? 640;
  return thin + (((semibold.get(point) ?? 640) - thin) * (weight - 400)) / 200;
}

function advanceOf(grapheme: string, weight: Weight): number {
  if (/\p{Extended_Pictographic}/u.test(grapheme)) return 1_250;
  let sum = 0;
  for (const character of grapheme) {
    const point = character.codePointAt(0) ?? 0;
    const thin = regular.get(point);
    const thick = semibold.get(point);
    sum += thin === undefined || thick === undefined ? guess(point, character) : thin + ((thick - thin) * (weight - 400)) / 200;
  }
  return sum;
}

/** Width in pixels of one line of Inter, without a browser. Kerning is not counted: a text is never wider than this says. */
export const textWidth = (text: string, size: number, weight: Weight = 400): number => (split(text).reduce((sum, part) => sum + advance(part, weight), 0) * size) / 1_000;

/** Breaks a text into lines of at most `width` pixels, as even as possible; a word that is too long is broken between its letters. */
export function wrap(text: string, width: number, size: number, weight: Weight = 400): readonly string[] {
  const key = `${width} ${size} ${weight} ${text}`;
  const known = wrapped.get(key);
  if (known) return known;
  if (wrapped.size >= 4_000) wrapped.clear();
  const lines = breakLines(text, width, size, weight);
  wrapped.set(key, lines);
  return lines;
}

/** A map is laid out anew for every step of a drag, with the same names. */
const wrapped = new Map<string, readonly string[]>();

function breakLines(text: string, width: number, size: number, weight: Weight): string[] {
  const words = text.split(/\s+/).filter(Boolean).flatMap((word) => pieces(word, width, size, weight));
  const lines = fill(words, width, size, weight);
  if (lines.length < 2) return lines.length ? lines : [''];
  let [low, high] = [width / lines.length, width];
  for (let round = 0; round < 12; round++) {
    const middle = (low + high) / 2;
    const tried = fill(words, middle, size, weight);
    if (tried.length <= lines.length && tried.every((line) => textWidth(line, size, weight) <= middle)) high = middle;
    else low = middle;
  }
  return fill(words, high, size, weight);
}

/** Shortens a text to fit, with “…”. */
export function shorten(text: string, width: number, size: number, weight: Weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const room = width - textWidth('…', size, weight);
  let used = 0;
  let kept = '';
  for (const part of split(text)) {
    used += (advance(part, weight) * size) / 1_000;
    if (used > room) break;
    kept += part;
  }
  return `${kept.trimEnd()}…`;
}

function pieces(word: string, width: number, size: number, weight: Weight): string[] {
  if (textWidth(word, size, weight) <= width) return [word];
  const parts: string[] = [''];
  for (const part of split(word)) {
    const last = parts.at(-1) ?? '';
    if (last && textWidth(last + part, size, weight) > width) parts.push(part);
    else parts[parts.length - 1] = last + part;
  }
  return parts;
}

function fill(words: readonly string[], width: number, size: number, weight: Weight): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size, weight) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
