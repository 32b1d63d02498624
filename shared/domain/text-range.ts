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
  const at = Math.min(clamp(offset, text), text.length - 1);
  if (unit === 'word') return wordPiece(text, at);
  const segment = segmentsOf(text, unit).containing(at);
  return segment ? { ...rangeIn(segment), wordLike: true } : { start: 0, end: text.length, wordLike: true };
}

const rangeIn = ({ index, segment }: Intl.SegmentData): TextRange => ({ start: index, end: index + segment.length });

// © ® ™ are pictures for Unicode, but belong to the name before them.
const emoji = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}/v;
const letter = String.raw`[\p{L}\p{N}[\p{M}--\uFE0F]]`;
const sign = String.raw`[^\s\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u200D]`;
/** Before a word: the eyes of :D and <3, which come first after a space; # @ and currencies, which follow no letter. */
const signsBefore = new RegExp(String.raw`(?<=((?<!\S)[:;=<][\-'^]?|(?<!${letter}|[%‰°+\p{Sc}])[#@\p{Sc}]))`, 'vy');
const signsAfter = new RegExp(String.raw`[%‰°+\p{Sc}]{1,3}(?!${letter}|[%‰°+\p{Sc}])`, 'vy');
/** Signs that touch no letter. More than 24 of them are an ornament, and looking for their ends would take its time. */
const loneSigns = new RegExp(`(?<=(?<!${letter}|${sign})(${sign}{0,24}))(${sign}{1,24})(?!${letter}|${sign})`, 'vy');

function findAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * Words as somebody who codes an answer means them. Beside those of Unicode (letters and figures) these are words, because they
 * carry meaning and may be all that somebody wrote: every emoji, whole with its joiners; and signs that touch no letter, where they
 * are several or one of them is a symbol: `:)`, `???`, `♥`, `+`. Dashes, dots and single punctuation marks are none, so that a step
 * does not stop at “ – ” or at the “ ?” of French. What is read in one with a word belongs to it: `100%`, `£5`, `65+`, `#tag`, `:D`.
 */
function wordPiece(text: string, offset: number): TextRange & { wordLike: boolean } {
  const segments = segmentsOf(text, 'word');
  const segment = segments.containing(offset);
  if (!segment) return { start: 0, end: text.length, wordLike: true };
  const { start, end } = rangeIn(segment);
  if (segment.isWordLike) return { ...withSigns(text, { start, end }), wordLike: true };
  if (/^\s/.test(segment.segment)) return { start, end, wordLike: false };
  if (emoji.test(segment.segment)) return { start, end, wordLike: true };
  for (const near of [start - 3, start - 2, start - 1, end, end + 1]) {
    const word = segments.containing(near);
    const whole = word?.isWordLike && withSigns(text, rangeIn(word));
    if (whole && whole.start <= start && end <= whole.end) return { ...whole, wordLike: true };
  }
  const [, before = '', on = ''] = findAt(loneSigns, text, start) ?? [];
  const lone = before + on;
  const means = /\p{S}/v.test(lone) || (lone.length > 1 && !/^[\p{Pd}.…]+$/v.test(lone));
  return means ? { start: start - before.length, end: start + on.length, wordLike: true } : { start, end, wordLike: false };
}

const withSigns = (text: string, { start, end }: TextRange): TextRange => ({
  start: start - (findAt(signsBefore, text, start)?.[1]?.length ?? 0),
  end: end + (findAt(signsAfter, text, end)?.[0].length ?? 0),
});

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
 * The next place, in a direction, where a unit begins (backwards) or ends (forwards). A step over words passes over spaces and
 * punctuation to the next one, or to the end of the text.
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
