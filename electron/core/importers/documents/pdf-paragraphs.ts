import type { DocBlock } from './block.ts';
import type { Line } from './pdf-lines.ts';

/** Letters larger than the ordinary ones by this factor make a heading. */
const larger = 1.14;
const longestHeading = 160;
const startsItem = /^(?:[•◦▪‣∙●○■–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s/i;

export interface Joined {
  blocks: DocBlock[];
  /** Words that were divided at the end of a line and are whole again. */
  words: number;
  /** Line ends inside of paragraphs that became blanks. */
  lines: number;
}

/** Lines of all pages to headings and paragraphs. A line goes on the one before unless something speaks for a new paragraph. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): Joined {
  const all = pages.flat();
  const body = ordinarySize(all);
  const vocabulary = new Set(all.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []));
  const sizes = [...new Set(all.filter(({ size }) => size > body * larger).map(({ size }) => Math.round(size)))].sort((a, b) => b - a);
  const joined: Joined = { blocks: [], words: 0, lines: 0 };
  let before: Line | undefined;
  for (const lines of pages) {
    const gap = ordinaryGap(lines);
    const right = rightMargin(lines);
    let first = true;
    for (const line of lines) {
      const level = line.size > body * larger && line.text.length <= longestHeading ? Math.min(6, sizes.indexOf(Math.round(line.size)) + 1) : 0;
      const last = joined.blocks.at(-1);
      const goesOn = before !== undefined && last !== undefined && (first ? goesOnOverPages(before, line, body) : goesOnOver(before, line, gap, right));
      if (goesOn && last.kind === 'heading' && level > 0) last.text += ` ${line.text}`;
      else if (goesOn && last.kind === 'paragraph' && level === 0) append(last, line.text, vocabulary, joined);
      else joined.blocks.push(level > 0 ? { kind: 'heading', level, text: line.text } : { kind: 'paragraph', text: line.text });
      before = line;
      first = false;
    }
  }
  return joined;
}

/** The size in which most characters are set. */
function ordinarySize(lines: readonly Line[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) characters.set(Math.round(size * 2) / 2, (characters.get(Math.round(size * 2) / 2) ?? 0) + text.length);
  return [...characters].reduce((most, each) => (each[1] > most[1] ? each : most), [10, 0])[0];
}

/** The smallest distance between base lines that many lines have. */
function ordinaryGap(lines: readonly Line[]): number {
  const gaps = lines.slice(1).map((line, at) => (lines[at]?.y ?? 0) - line.y).filter((gap) => gap > 0).sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.25)] ?? 0;
}

/** Where long lines of a page end. */
const rightMargin = (lines: readonly Line[]): number => lines.map(({ right }) => right).sort((a, b) => a - b)[Math.floor(lines.length * 0.75)] ?? 0;

function goesOnOver(before: Line, line: Line, gap: number, right: number): boolean {
  const down = before.y - line.y;
  // Another column begins further up.
  if (down <= 0) return goesOnOverPages(before, line, line.size);
  if (down > Math.max(gap, line.size * 1.1) * 1.3 || Math.abs(before.size - line.size) > line.size * 0.12 || startsItem.test(line.text)) return false;
  const short = before.right < right - line.size * 6;
  return !(short && /[.!?:;”"’)]$/.test(before.text)) && !(line.x > before.x + line.size * 0.9 && /[.!?:”"’)]$/.test(before.text));
}

/** Over the end of a page only where the sentence evidently goes on. */
const goesOnOverPages = (before: Line, line: Line, size: number): boolean =>
  Math.abs(before.size - line.size) < size * 0.12 && !/[.!?:;”"’)]$/.test(before.text) && /^\p{Ll}/u.test(line.text) && !startsItem.test(line.text);

/** A hyphen at the end of a line stays where the text writes the word with one elsewhere, and goes where a small letter follows. */
function append(block: DocBlock & { kind: 'paragraph' }, next: string, vocabulary: ReadonlySet<string>, joined: Joined): void {
  joined.lines++;
  const soft = /\u00ad$/.test(block.text);
  const [, left] = /(\p{L}+)[-\u2010\u00ad]$/u.exec(block.text) ?? [];
  const [right] = /^\p{Ll}+/u.exec(next) ?? [];
  if (left === undefined || right === undefined) {
    block.text += `${/[-\u2010–—/]$/.test(block.text) && !/\s[-–—]$/.test(block.text) ? '' : ' '}${next}`;
    return;
  }
  const whole = `${left}${right}`.toLowerCase();
  const hyphened = `${left}-${right}`.toLowerCase();
  if (!soft && vocabulary.has(hyphened) && !vocabulary.has(whole)) block.text += next;
  else {
    block.text = block.text.slice(0, -1) + next;
    joined.words++;
  }
}
