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
