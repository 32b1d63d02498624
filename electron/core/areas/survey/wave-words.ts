interface Range { start: number; end: number }

/** The same answer; what was masked since does not make another one of it, or importing again would bring the words back. */
export function sameWords(text: string, given: string, masks: readonly Range[]): boolean {
  if (text === given) return true;
  if (masks.length === 0 || text.length !== given.length) return false;
  let from = 0;
  for (const { start, end } of masks.toSorted((a, b) => a.start - b.start)) {
    if (start > from && text.slice(from, start) !== given.slice(from, start)) return false;
    from = Math.max(from, end);
  }
  return text.slice(from) === given.slice(from);
}

/** Words shared by two wordings of what may be one question, from which on they are taken for the same. */
export const nearlyAlike = 0.7;

/** The share of all words of two wordings that stand in both. */
export function sharedWords(one: string, other: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [a, b] = [words(one), words(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, new Set([...a, ...b]).size);
}
