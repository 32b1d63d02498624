/** The twelve code inks in their order of assignment (design/DESIGN-LANGUAGE.md); an ink is stored as its number, 1 to 12. */
export const inkNames = ['Cobalt', 'Rust', 'Moss', 'Plum', 'Sky', 'Ochre', 'Rose', 'Lagoon', 'Umber', 'Leaf', 'Iris', 'Madder'] as const;

export const inkName = (ink: number): string => inkNames[(ink - 1) % inkNames.length] ?? 'Cobalt';

/** The ink for a new code: the first among those used least. With more than twelve codes inks repeat; the name identifies a code. */
export function nextInk(used: readonly number[]): number {
  const times = inkNames.map((_name, index) => used.filter((ink) => ink === index + 1).length);
  return times.indexOf(Math.min(...times)) + 1;
}
