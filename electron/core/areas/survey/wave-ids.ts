import { mixedNumberings, nearlySameIds } from '../../../../shared/domain/numberings.ts';
import type { WaveMatch } from './wave-known.ts';

/** Ids of new people that look unlike those of the project (`there`), or nearly like one of them. */
export function idNotes(there: readonly string[], { understood, people }: Pick<WaveMatch, 'understood' | 'people'>): string[] {
  const fresh = understood.respondents.flatMap(({ label }, person) => (label !== '' && people[person] === null ? [label] : []));
  if (fresh.length === 0 || there.length === 0) return [];
  const notes: string[] = [];
  const set = new Set(fresh);
  const both = mixedNumberings([...there, ...fresh]);
  if (both && !mixedNumberings(there) && !mixedNumberings(fresh)) notes.push(`Together with the people of the project: ${both.sentence}`);
  const twins = nearlySameIds([...there, ...fresh]).filter((group) => group.some((id) => set.has(id)) && group.some((id) => !set.has(id)));
  if (twins.length) notes.push(`${twins.length === 1 ? '1 new id is' : `${twins.length} new ids are`} nearly the same as one in the project: ${twins.slice(0, 5).map((group) => group.join(' and ')).join('; ')}. They come in as new people.`);
  return notes;
}
