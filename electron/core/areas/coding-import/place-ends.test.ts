import { expect, test } from 'vitest';
import type { EndsMove } from '../../../../shared/domain/coding-import.ts';
import { movedEnds } from './place-ends.ts';

const text = 'It helped me. I came for the tea, and stayed for the people! Then I left.';
const after = (words: string, ...moves: EndsMove[]): string => {
  let range = { start: text.indexOf(words), end: text.indexOf(words) + words.length };
  for (const how of moves) range = movedEnds(text, range, how);
  return text.slice(range.start, range.end);
};

test.each<[string, EndsMove[], string]>([
  ['ame for the te', ['words'], 'came for the tea'],
  ['came for', ['start-earlier'], 'I came for'],
  ['came for', ['start-later'], 'for'],
  ['came for', ['end-later', 'end-later'], 'came for the tea'],
  ['tea', ['end-later'], 'tea, and'],
  ['tea, and', ['end-earlier'], 'tea'],
  ['came for', ['start-later', 'start-later', 'end-earlier'], 'for'],
  ['came for', ['sentence'], 'I came for the tea, and stayed for the people!'],
  ['me. I', ['sentence'], 'It helped me. I came for the tea, and stayed for the people!'],
  ['It', ['start-earlier'], 'It'],
  ['left', ['end-later'], 'left.'],
])('%s, moved by %j', (words, moves, expected) => expect(after(words, ...moves)).toBe(expected));
