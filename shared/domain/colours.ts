/** The twelve code inks in their order of assignment (design/DESIGN-LANGUAGE.md); an ink is stored as its number, 1 to 12. */
export const inkNames = ['Cobalt', 'Rust', 'Moss', 'Plum', 'Sky', 'Ochre', 'Rose', 'Lagoon', 'Umber', 'Leaf', 'Iris', 'Madder'] as const;

export const inkName = (ink: number): string => inkNames[(ink - 1) % inkNames.length] ?? 'Cobalt';

/** Codes before a new one in its list from whose inks it keeps away; and how much more codes on the same words count than the nearest of them. */
const near = 6;
const sameWords = 6;

/**
 * The ink for a new code: one that the codes on overlapping words and those before it in the list (`before`, the nearest
 * last) have not or least; among several the one that is used least in all, and then the first. With more than twelve
 * codes inks repeat; the name identifies a code.
 */
export function nextInk(used: readonly number[], before: readonly number[] = [], overlapping: readonly number[] = []): number {
  const times = inkNames.map(() => 0);
  for (const ink of used) times[ink - 1] = (times[ink - 1] ?? 0) + 1;
  const close = inkNames.map(() => 0);
  const add = (ink: number, much: number) => { close[ink - 1] = (close[ink - 1] ?? 0) + much; };
  for (const ink of overlapping) add(ink, sameWords);
  for (const [index, ink] of before.toReversed().slice(0, near).entries()) add(ink, near - index);
  const better = (a: number, b: number) => (close[a] ?? 0) - (close[b] ?? 0) || (times[a] ?? 0) - (times[b] ?? 0);
  return inkNames.map((_name, index) => index).reduce((best, each) => (better(each, best) < 0 ? each : best)) + 1;
}
