import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { fold, foldTyped } from '../../../shared/domain/search/fold.ts';
import type { CodeData } from './useCodeData.ts';

/** Codes whose name holds what was typed: names that begin with it first, then words that do, then the rest; in the researcher's order. */
export function findCodes(codes: readonly CodeWithCounts[], typed: string): CodeWithCounts[] {
  const wanted = foldTyped(typed);
  if (wanted === '') return [...codes];
  const rank = (code: CodeWithCounts) => {
    const name = fold(code.name);
    const at = name.indexOf(wanted);
    if (at >= 0) return at === 0 ? 0 : /\s/.test(name.charAt(at - 1)) ? 1 : 2;
    return wanted.split(/\s+/).every((word) => name.includes(word)) ? 3 : null;
  };
  return codes.map((code) => ({ code, rank: rank(code) })).filter((each) => each.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map((each) => each.code);
}

/** The codes that 1 to 9 stand for: used in this window, newest first, then used last on this question. */
export function recentCodes({ codeOf, lately }: Pick<CodeData, 'codeOf' | 'lately'>, recent: readonly number[]): CodeWithCounts[] {
  return [...new Set([...recent, ...lately])].flatMap((id) => codeOf.get(id) ?? []).filter((code) => code.status === 'active').slice(0, 9);
}

/** A code named by the participant's own words: one line, without a quotation mark or full stop at its ends, at most 80 characters. */
export function inTheirWords(words: string): string {
  const line = words.replace(/\s+/g, ' ').replace(/^[\s"“”'‘.,;:]+|[\s"“”.,;:]+$/g, '').trim() || words.trim();
  return line.length <= 80 ? line : `${line.slice(0, line.lastIndexOf(' ', 78) > 20 ? line.lastIndexOf(' ', 78) : 78).toWellFormed()}…`;
}
