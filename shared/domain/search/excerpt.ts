import { type TextRange, unitAt } from '../text-range.ts';

/** A stretch of an answer around what was found. `label`: what stands there for words that were masked. */
export interface Piece {
  text: string;
  hit: boolean;
  label?: boolean;
}
export interface Excerpt {
  pieces: Piece[];
  /** Words of the answer come before the first piece, or after the last. */
  before: boolean;
  after: boolean;
}

/** Code units that a cut may move to fall between words. */
const slack = 24;

/** The words around the first hit and what follows it: up to `around` code units before, and as many after the last hit that still fits into `room`. */
export function excerptOf(
  text: string,
  places: readonly TextRange[],
  masks: readonly (TextRange & { label: string })[],
  around: number,
  room = around * 4,
): Excerpt {
  const first = places[0] ?? { start: 0, end: 0 };
  const last = places.findLast((place) => place.end <= first.start + room) ?? first;
  const from = cutAt(text, first.start - around, -1, masks);
  const to = cutAt(text, Math.min(last.end, first.start + room * 2) + around, 1, masks);
  const pieces: Piece[] = [];
  const add = (start: number, end: number, hit: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), hit });
  };
  const marks = [...places.map((place) => ({ ...place, label: undefined })), ...masks]
    .filter((mark) => mark.start < to && mark.end > from)
    .sort((a, b) => a.start - b.start);
  let at = from;
  for (const mark of marks) {
    add(at, mark.start, false);
    if (mark.label === undefined) add(Math.max(at, mark.start), Math.min(mark.end, to), true);
    else pieces.push({ text: mark.label, hit: false, label: true });
    at = Math.max(at, Math.min(mark.end, to));
  }
  add(at, to, false);
  return { pieces, before: from > 0, after: to < text.length };
}

/** A place to cut near an offset: between words where a space is near, never inside a character or a mask. */
function cutAt(text: string, wanted: number, direction: 1 | -1, masks: readonly TextRange[]): number {
  if (wanted <= 0) return 0;
  if (wanted >= text.length) return text.length;
  let cut = unitAt(text, wanted, 'grapheme').start;
  for (let step = 0; step <= slack; step++) {
    const at = wanted - direction * step;
    if (at > 0 && at < text.length && /\s/.test(text.charAt(direction === 1 ? at : at - 1))) {
      cut = at;
      break;
    }
  }
  const mask = masks.find(({ start, end }) => start < cut && cut < end);
  return mask ? (direction === 1 ? mask.end : mask.start) : cut;
}
