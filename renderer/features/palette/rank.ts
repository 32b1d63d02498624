import { fold, foldTyped } from '../../../shared/domain/search/fold.ts';

/** How well a text answers what was typed: 0 begins with it, 1 a word begins with it, 2 contains it, 3 contains each of its words; undefined not at all. */
function rankOf(text: string, wanted: string): number | undefined {
  const folded = fold(text);
  const at = folded.indexOf(wanted);
  if (at === -1) return wanted.includes(' ') && wanted.split(/\s+/).every((word) => folded.includes(word)) ? 3 : undefined;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(folded.charAt(at - 1)) ? 2 : 1;
}

/**
 * The best `room` of a list for what was typed; equals keep their order. Texts count in the order given: a name before a
 * definition. A list of many thousands costs one look at each of them.
 */
export function best<T>(list: readonly T[], typed: string, texts: (each: T) => readonly string[], room: number): T[] {
  const wanted = foldTyped(typed);
  if (wanted === '') return list.slice(0, room);
  const byRank: T[][] = [];
  for (const each of list) {
    const rank = bestRank(texts(each), wanted);
    if (rank === undefined) continue;
    const equals = (byRank[rank] ??= []);
    if (equals.length < room) equals.push(each);
    // Nothing better can come.
    if (rank === 0 && equals.length === room) break;
  }
  return byRank.flat().slice(0, room);
}

function bestRank(texts: readonly string[], wanted: string): number | undefined {
  let least: number | undefined;
  for (const [order, text] of texts.entries()) {
    const rank = rankOf(text, wanted);
    if (rank !== undefined && (least === undefined || order * 4 + rank < least)) least = order * 4 + rank;
  }
  return least;
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
