/** How well a text answers what was typed: 0 begins with it, 1 a word begins with it, 2 contains it; undefined not at all. */
function rankOf(text: string, wanted: string): number | undefined {
  const at = text.toLowerCase().indexOf(wanted);
  if (at === -1) return undefined;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? 2 : 1;
}

/** The best `room` of a list for what was typed. Texts count in the order given: a name before a definition. */
export function best<T>(list: readonly T[], typed: string, texts: (each: T) => readonly string[], room: number): T[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return list.slice(0, room);
  const ranked: { each: T; rank: number }[] = [];
  for (const each of list) {
    const ranks = texts(each).flatMap((text, order) => {
      const rank = rankOf(text, wanted);
      return rank === undefined ? [] : [order * 3 + rank];
    });
    if (ranks.length > 0) ranked.push({ each, rank: Math.min(...ranks) });
  }
  return ranked
    .sort((left, right) => left.rank - right.rank)
    .slice(0, room)
    .map(({ each }) => each);
}

/** What a beginning of the text restricts the palette to: `#` codes, `@` participants, `q` questions, `>` commands. */
export type Scope = 'all' | 'codes' | 'participants' | 'questions' | 'commands';

export function scopeOf(typed: string): { scope: Scope; text: string } {
  const sign = typed.trimStart();
  if (sign.startsWith('#')) return { scope: 'codes', text: sign.slice(1).trim() };
  if (sign.startsWith('@')) return { scope: 'participants', text: sign.slice(1).trim() };
  if (sign.startsWith('>')) return { scope: 'commands', text: sign.slice(1).trim() };
  if (/^q(\d|\s)/i.test(sign)) return { scope: 'questions', text: /^q\d/i.test(sign) ? sign.trim() : sign.slice(1).trim() };
  return { scope: 'all', text: sign.trim() };
}
