/** Ids longer than this (UTF-16 code units), such as Qualtrics' R_…, are no names for people; a number is shown instead. */
const longestShownId = 12;

/**
 * How participants are shown, everywhere and in exports: a view that the project chooses, never stored with them.
 * `imported`: the id of the file where it is short, otherwise P1, P2 … in order of arrival. `numbered`: P1, P2 … for all.
 * A pattern: that number in place of its one `{}`. A scheme: the number of another numbering, by the participant's id.
 */
export type Naming = 'imported' | 'numbered' | { pattern: string } | { aliases: ReadonlyMap<number, string> };

/** One participant under its permanent, hidden identity. */
export interface Person { id: number; label: string; number: number }

/** Behind a name that is the imported one because the numbering shown has none for this person. */
export const withoutAlias = '*';

export const shownAs = (naming: 'imported' | 'numbered', label: string, number: number): string => (naming === 'imported' && label.length <= longestShownId ? label : `P${number}`);

/** The name of a participant under the project's naming. */
export function nameUnder(naming: Naming, { id, label, number }: Person): string {
  if (typeof naming === 'string') return shownAs(naming, label, number);
  if ('pattern' in naming) return naming.pattern.replace('{}', () => String(number));
  return naming.aliases.get(id) ?? `${shownAs('imported', label, number)}${withoutAlias}`;
}

/** A pattern has its place for the number exactly once: `ppt. {}`, `[{}]`. */
export const isPattern = (text: string): boolean => text.split('{}').length === 2;
