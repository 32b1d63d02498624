import { rangeProblem } from './offsets.ts';

/** Stretches of text as people mean them: whole characters, words, sentences. Offsets are UTF-16 code units, ranges `[start, end)`. */
export interface TextRange { start: number; end: number }
export type Unit = 'grapheme' | 'word' | 'sentence';

const segmenters = new Map<Unit, Intl.Segmenter>();
/** The text looked at last, per unit: segmenting an answer of 200,000 characters anew for each key would be felt. */
const recent = new Map<Unit, { text: string; segments: Intl.Segments }>();

function segmentsOf(text: string, unit: Unit): Intl.Segments {
  const known = recent.get(unit);
  if (known?.text === text) return known.segments;
  let segmenter = segmenters.get(unit);
  if (!segmenter) segmenters.set(unit, (segmenter = new Intl.Segmenter(undefined, { granularity: unit })));
  const segments = segmenter.segment(text);
  recent.set(unit, { text, segments });
  return segments;
}

const clamp = (value: number, text: string) => Math.max(0, Math.min(text.length, value));

/** The piece of that unit which holds the character at `offset`; the last one at the end of the text. */
export function unitAt(text: string, offset: number, unit: Unit): TextRange & { wordLike: boolean } {
  if (text === '') return { start: 0, end: 0, wordLike: false };
  const segment = segmentsOf(text, unit).containing(Math.min(clamp(offset, text), text.length - 1));
  return segment ? { start: segment.index, end: segment.index + segment.segment.length, wordLike: segment.isWordLike ?? true } : { start: 0, end: text.length, wordLike: true };
}

/** Widens a range so that it cuts no character that the reader sees as one (emoji with joiners, letters with marks). */
export function wholeCharacters(text: string, { start, end }: TextRange): TextRange {
  const from = clamp(Math.min(start, end), text);
  const to = clamp(Math.max(start, end), text);
  const first = unitAt(text, from, 'grapheme');
  const last = to >= text.length ? { start: to } : unitAt(text, to, 'grapheme');
  return { start: from === text.length ? from : first.start, end: last.start < to ? unitAt(text, to, 'grapheme').end : to };
}

/** Without white space at its ends; an empty range where nothing else is in it. */
export function trimmed(text: string, { start, end }: TextRange): TextRange {
  const inside = text.slice(start, end);
  const lead = inside.length - inside.trimStart().length;
  return lead === inside.length ? { start, end: start } : { start: start + lead, end: start + inside.trimEnd().length };
}

/** A selection made by hand, grown to the words that it touches. */
export function wholeWords(text: string, range: TextRange): TextRange {
  const { start, end } = trimmed(text, wholeCharacters(text, range));
  if (end === start) return { start, end };
  const first = unitAt(text, start, 'word');
  const last = unitAt(text, end - 1, 'word');
  return { start: first.wordLike ? first.start : start, end: last.wordLike ? last.end : end };
}

/**
 * The next place, in a direction, where a unit begins (backwards) or ends (forwards). Spaces and punctuation are no words:
 * a step over words goes on to the next real one, or to the end of the text.
 */
export function step(text: string, offset: number, unit: Unit, direction: 1 | -1): number {
  let at = clamp(offset, text);
  while (direction === 1 ? at < text.length : at > 0) {
    const piece = unitAt(text, direction === 1 ? at : at - 1, unit);
    const next = direction === 1 ? piece.end : piece.start;
    if (unit === 'sentence' && direction === 1) {
      // Its trailing space belongs to no sentence; from there a step leads over the next one.
      const end = trimmed(text, piece).end;
      if (end > at) return end;
    } else if (unit !== 'word' || piece.wordLike) return next;
    at = next;
  }
  return at;
}

/** The word (or, where there is none, the character) at an offset: where a keyboard selection begins. */
export function wordAt(text: string, offset: number): TextRange {
  let at = clamp(offset, text);
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  const { start, end } = unitAt(text, at, 'word');
  return trimmed(text, { start, end });
}

export const isExtract = (text: string, { start, end }: TextRange): boolean => rangeProblem(text, start, end) === null;
