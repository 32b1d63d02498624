/** Codes that look unfinished. They may be right as they are, so each is only pointed at. */
export interface LooseEnd { kind: 'single' | 'unused' | 'stale' | 'twin'; codeId: number; /** The code with nearly the same name. */ otherId: number | null }
interface Named { id: number; name: string }

/** Lower case, without accents, punctuation and doubled blanks. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Letters that may differ: one in a short name, two in a longer one, none in a very short one. */
const tolerance = (length: number): number => (length < 4 ? 0 : length < 10 ? 1 : 2);

/** Pairs of codes whose names differ by a letter or two, in the order of their words, or in accents and punctuation only. “Week 1” and “Week 2” are told apart on purpose. */
export function nearlyEqual(codes: readonly Named[]): LooseEnd[] {
  const names = codes.map(({ id, name }) => {
    const letters = plain(name);
    return { id, letters, words: letters.split(' ').sort().join(' '), numbers: (letters.match(/\p{N}+/gu) ?? []).sort().join(' ') };
  });
  return names.flatMap((a, index) => names.slice(index + 1).flatMap((b): LooseEnd[] => {
    const same = a.letters !== '' && a.numbers === b.numbers && (a.words === b.words || within(a.letters, b.letters, tolerance(Math.min(a.letters.length, b.letters.length))));
    return same ? [{ kind: 'twin', codeId: a.id, otherId: b.id }] : [];
  }));
}

/** Codes with a single extract, or with none. */
export const rarelyUsed = (codes: readonly { id: number; extracts: number }[]): LooseEnd[] =>
  codes.filter((code) => code.extracts < 2).map((code) => ({ kind: code.extracts === 1 ? 'single' : 'unused', codeId: code.id, otherId: null }));

/** Sittings without a code after which it counts as left behind. */
const longAgo = 3;

/** Codes with several extracts that were not given in the last three sittings. `lastUsed`: the sitting, from 0, in which a code was given last. */
export const leftBehind = (codes: readonly { id: number; extracts: number }[], sittings: number, lastUsed: ReadonlyMap<number, number>): LooseEnd[] =>
  codes.filter((code) => code.extracts > 1 && (lastUsed.get(code.id) ?? sittings) < sittings - longAgo).map((code) => ({ kind: 'stale', codeId: code.id, otherId: null }));

/** Whether at most `most` letters must be put in, left out or changed to make one word of the other. */
function within(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    if (Math.min(...next) > most) return false;
    row = next;
  }
  return (row[b.length] ?? 0) <= most;
}
