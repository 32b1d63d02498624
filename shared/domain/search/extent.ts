import { type TextRange, trimmed, unitAt, wholeWords } from '../text-range.ts';
import { merged } from './match.ts';

/** How much around a hit becomes the extract: the whole words that were found, the sentences they stand in, or the whole answer. */
export const extents = ['words', 'sentence', 'answer'] as const;
export type Extent = (typeof extents)[number];

/** The extracts that the hits of one answer make: in order, no two overlapping, without white space at their ends. */
export function extractsOf(text: string, places: readonly TextRange[], extent: Extent): TextRange[] {
  if (places.length === 0) return [];
  if (extent === 'answer') return [trimmed(text, { start: 0, end: text.length })];
  return merged(places.map((place) => (extent === 'words' ? wholeWords(text, place) : sentences(text, place)))).filter(({ start, end }) => end > start);
}

const sentences = (text: string, { start, end }: TextRange): TextRange =>
  trimmed(text, { start: unitAt(text, start, 'sentence').start, end: unitAt(text, end - 1, 'sentence').end });
