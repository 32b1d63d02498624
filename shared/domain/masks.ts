/** Words of an answer that were overwritten for good, `[start, end)` in UTF-16 code units, and the label that is shown in their place, in its brackets. */
export interface Mask { start: number; end: number; label: string }

/**
 * What stands in the text where words were masked, once for each of their UTF-16 code units, so that no offset moves:
 * U+2588, a full block. It is one code unit, no letter (so no search takes it for a word), and hardly written by anybody;
 * what is masked is told by the rows of `mask`, never by this character.
 */
export const filler = '\u2588';

/** How a label is shown: `ward name` as `[ward name]`. */
export const bracketed = (words: string): string => `[${words.replace(/^\[|\]$/gu, '')}]`;

const inOrder = (masks: readonly Mask[]) => (masks.length < 2 ? masks : [...masks].sort((a, b) => a.start - b.start));
const none: readonly Mask[] = [];

/**
 * The words of `[start, end)` as people may see them: each masked place as its label, also where the stretch begins or ends
 * inside of it. Every list, export and announcement takes answers through here.
 */
export function withMasks(text: string, masks: readonly Mask[] | undefined, start = 0, end = text.length): string {
  if (!masks?.length) return text.slice(start, end);
  let shown = '';
  let at = start;
  for (const mask of inOrder(masks)) {
    if (mask.end <= start || mask.start >= end) continue;
    shown += text.slice(at, Math.max(at, mask.start)) + mask.label;
    at = Math.max(at, mask.end);
  }
  return at < end ? shown + text.slice(at, end) : shown;
}

/** A whole text as people see it, with the way back: where an offset in it stands in the text itself (inside a label: at the start or, for an end, at the end of the mask). */
export function shownText(text: string, masks: readonly Mask[] = none): { text: string; start: (offset: number) => number; end: (offset: number) => number } {
  if (masks.length === 0) return { text, start: (offset) => offset, end: (offset) => offset };
  const places: { mask: Mask; from: number; to: number }[] = [];
  let shift = 0;
  for (const mask of inOrder(masks)) {
    const from = mask.start + shift;
    shift += mask.label.length - (mask.end - mask.start);
    places.push({ mask, from, to: from + mask.label.length });
  }
  const back = (offset: number, edge: 'start' | 'end') => {
    let moved = 0;
    for (const { mask, from, to } of places) {
      if (offset <= from) break;
      if (offset < to) return mask[edge];
      moved += mask.label.length - (mask.end - mask.start);
    }
    return offset - moved;
  };
  return { text: withMasks(text, masks), start: (offset) => back(offset, 'start'), end: (offset) => back(offset, 'end') };
}
