import { step, type TextRange, trimmed, wholeCharacters, wholeWords } from '../../../shared/domain/text-range.ts';
import { nextWord } from './selecting.ts';

export type End = 'start' | 'end';

/** An extract with one of its ends moved by a word or a character; null where nothing would be left, or nothing follows. */
export function moveEnd(text: string, range: TextRange, end: End, unit: 'word' | 'grapheme', direction: 1 | -1): TextRange | null {
  const from = range[end];
  let to = step(text, from, unit, direction);
  if (unit === 'word' && end === 'start' && direction === 1) to = Math.max(to, nextWord(text, to));
  // Going back over a word also leaves the space before it.
  if (unit === 'word' && end === 'end' && direction === -1) to = trimmed(text, { start: range.start, end: Math.max(range.start, to) }).end;
  const moved = { ...range, [end]: to };
  return to === from || moved.start >= moved.end || trimmed(text, moved).end === moved.start ? null : moved;
}

/** An extract with one end dragged to an offset: snapped to whole words, or (`exact`) to whole characters. */
export function dragEnd(text: string, range: TextRange, end: End, to: number, exact: boolean): TextRange | null {
  const raw = { ...range, [end]: to };
  if (raw.start >= raw.end) return null;
  const snapped = (exact ? wholeCharacters : wholeWords)(text, raw);
  const moved = { ...range, [end]: snapped[end] };
  return moved.start < moved.end && snapped.start < snapped.end ? moved : null;
}
