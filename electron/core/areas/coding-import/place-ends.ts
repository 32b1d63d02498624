import { step, type TextRange, trimmed, unitAt, wholeWords } from '../../../../shared/domain/text-range.ts';
import type { EndsMove } from '../../../../shared/domain/coding-import.ts';

/** A place with its ends moved by a word, or grown to whole words or sentences. At least one word stays; an end that cannot move stays where it is. */
export function movedEnds(text: string, range: TextRange, how: EndsMove): TextRange {
  const moved = moves[how](text, range);
  return moved.end > moved.start ? trimmed(text, moved) : range;
}

const moves: Readonly<Record<EndsMove, (text: string, range: TextRange) => TextRange>> = {
  words: wholeWords,
  sentence: (text, { start, end }) => ({ start: unitAt(text, start, 'sentence').start, end: unitAt(text, end - 1, 'sentence').end }),
  'start-earlier': (text, { start, end }) => ({ start: step(text, start, 'word', -1), end }),
  // To the beginning of the next word: over this one and the next, and back over that.
  'start-later': (text, { start, end }) => ({ start: step(text, step(text, step(text, start, 'word', 1), 'word', 1), 'word', -1), end }),
  'end-earlier': (text, { start, end }) => ({ start, end: step(text, step(text, step(text, end, 'word', -1), 'word', -1), 'word', 1) }),
  'end-later': (text, { start, end }) => ({ start, end: step(text, end, 'word', 1) }),
};
