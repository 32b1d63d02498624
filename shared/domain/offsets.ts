/** Why `[start, end)` in UTF-16 code units is no extract of this text; null when it is one. */
export function rangeProblem(text: string, start: number, end: number): string | null {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0) return 'An extract begins and ends at whole characters of the answer.';
  if (end <= start) return 'An extract holds at least one character.';
  if (end > text.length) return `The extract ends at ${end}, but the answer has only ${text.length} characters.`;
  if (splitsPair(text, start) || splitsPair(text, end)) return 'The extract would cut a character (such as an emoji) in two.';
  return null;
}

/** True where a cut at `offset` would separate the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
