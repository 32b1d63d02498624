import type { Extract } from '../../../shared/contract/coding.ts';
import { placeKey } from '../../../shared/domain/counts.ts';
import { type MergeEffect, mergeEffect } from '../../../shared/domain/merge-effect.ts';

/** The same stretch of text in several sources: one band across their columns. A cell is null where a source does not hold it. */
export interface Band { key: string; cells: (Extract | null)[] }
export interface MergeView {
  bands: Band[];
  /** What only one source holds, a list for each. */
  rest: Extract[][];
  effect: MergeEffect;
}

/** Lays the extracts of several sources side by side; pure, and the numbers are those of the merge itself. */
export function mergeView(sources: readonly (readonly Extract[])[]): MergeView {
  const effect = mergeEffect(sources);
  const bySource = sources.map((extracts) => {
    const places = new Map<string, Extract>();
    for (const extract of extracts) if (!places.has(placeKey(extract))) places.set(placeKey(extract), extract);
    return places;
  });
  const order = new Set(sources.flatMap((extracts) => extracts.map(placeKey)));
  return {
    bands: [...order].filter((key) => effect.shared.has(key)).map((key) => ({ key, cells: bySource.map((places) => places.get(key) ?? null) })),
    rest: bySource.map((places) => [...places].filter(([key]) => !effect.shared.has(key)).map(([, extract]) => extract)),
    effect,
  };
}

/** “Same words in both” or “in 3 of these codes”. */
export const bandNote = (band: Band): string => {
  const holders = band.cells.filter((cell) => cell !== null).length;
  if (holders === band.cells.length) return holders === 2 ? 'Same words in both. Counted once.' : `Same words in all ${holders}. Counted once.`;
  return `Same words in ${holders} of these. Counted once.`;
};

/** The sentence after a merge: “34 extracts, 6 were in both. 27 people.” `extracts` are the distinct ones afterwards. */
export function mergeReport(report: { sources: number; duplicates: number; participants: number }, extracts: number): string {
  const repeated = report.duplicates === 0 ? '' : `, ${report.duplicates} ${report.duplicates === 1 ? 'was' : 'were'} in ${report.sources === 2 ? 'both' : 'more than one'}`;
  return `${extracts} ${extracts === 1 ? 'extract' : 'extracts'}${repeated}. ${report.participants} ${report.participants === 1 ? 'person' : 'people'}.`;
}

/**
 * What a merge of codes does to the themes they stand in: “Theme “Learning to be enough” goes from 8 codes to 7.”
 * The new code stands where the first source stood. Empty where no theme changes its number.
 */
export function themeSentence(sources: readonly { themeId: number | null }[], themes: ReadonlyMap<number, { name: string; codes: number }>): string {
  const leaving = new Map<number, number>();
  for (const [index, source] of sources.entries()) if (source.themeId !== null && index > 0) leaving.set(source.themeId, (leaving.get(source.themeId) ?? 0) + 1);
  return [...leaving].flatMap(([themeId, count]) => {
    const theme = themes.get(themeId);
    return theme ? [`“${theme.name}” goes from ${theme.codes} ${theme.codes === 1 ? 'code' : 'codes'} to ${theme.codes - count}.`] : [];
  }).join(' ');
}
