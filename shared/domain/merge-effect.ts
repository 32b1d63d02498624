import { countCodings, placeKey } from './counts.ts';
import type { CodingRow, Counts } from './types.ts';

type Placed = Pick<CodingRow, 'codeId' | 'itemId' | 'start' | 'end' | 'participantId'>;

export interface SourceEffect extends Counts { /** Extracts of this source that stand in an earlier source as well. */ duplicates: number }
export interface MergeEffect {
  sources: SourceEffect[];
  /** Codings that change their place. */
  moved: number;
  /** Stretches of text that add nothing new, because an earlier source holds them already. */
  duplicates: number;
  after: Counts;
  /** Keys (`placeKey`) of the stretches that stand in more than one source. */
  shared: Set<string>;
}

/** What merging these sets of codings does: nothing is lost, the same stretch counts once. Used before (preview) and by the merge itself. */
export function mergeEffect(sources: readonly (readonly Placed[])[]): MergeEffect {
  const seen = new Set<string>();
  const shared = new Set<string>();
  const effects = sources.map((codings) => {
    const own = new Set(codings.map(placeKey));
    let duplicates = 0;
    for (const place of own) {
      if (!seen.has(place)) continue;
      duplicates++;
      shared.add(place);
    }
    for (const place of own) seen.add(place);
    return { ...countCodings(codings), duplicates };
  });
  const everything = sources.flat();
  const after = countCodings(everything);
  return { sources: effects, moved: everything.length, duplicates: effects.reduce((sum, effect) => sum + effect.duplicates, 0), after, shared };
}
