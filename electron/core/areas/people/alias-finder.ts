import { alikeId } from '../../../../shared/domain/numberings.ts';
import { all, type Db } from '../../sql.ts';
import { namesFor } from './names.ts';

export interface FoundPerson { id: number; label: string; number: number; shown: string }

/**
 * Whom a name on paper means: one person and by which kind of name, nobody, or several, who are never guessed between.
 * `alike`: a name that is written otherwise (s2 for S-02), which has to be said to whoever wrote it.
 */
export type Found = { kind: 'one'; person: FoundPerson; by: 'id' | 'shown' | 'alias' | 'alike' } | { kind: 'none' } | { kind: 'several'; people: FoundPerson[]; by?: 'alike' };
type Finder = (written: string) => Found;

type Index = Map<string, FoundPerson[]>;

/**
 * Finds participants by the id of the file, the name that is shown, or a number in another numbering, whatever brackets
 * stand around it. An id of the file wins over numbers of other numberings, but not over the name that somebody else is
 * shown by: that is two people. With a scheme, only its numbers count; with
 * null, no numbers of other numberings do. `alike`, for where no `exact` name fits, goes by what is left of names without
 * capitals, blanks, punctuation and zeros in front. For many look-ups, keep the functions.
 */
export function finders(db: Db, schemeId?: number | null): { exact: Finder; alike: Finder } {
  const name = namesFor(db);
  const people = all<{ id: number; label: string; number: number }>(db, 'SELECT id, label, number FROM participant ORDER BY number').map((person): FoundPerson => ({ ...person, shown: name(person) }));
  const byId = new Map(people.map((person) => [person.id, person]));
  const labels: Index = new Map();
  const shown: Index = new Map();
  const aliases: Index = new Map();
  if (typeof schemeId !== 'number') {
    for (const person of people) {
      put(labels, person.label, person);
      put(shown, person.shown, person);
    }
  }
  const numbers = schemeId === null ? [] : all<{ id: number; label: string }>(db, 'SELECT participant_id AS id, label FROM alias WHERE ?1 IS NULL OR scheme_id = ?1', schemeId ?? null);
  for (const { id, label } of numbers) {
    const person = byId.get(id);
    if (person) put(aliases, label, person);
  }
  const look = (written: string): Found => {
    const own = labels.get(written) ?? [];
    const named = shown.get(written) ?? [];
    const either = [...new Set([...own, ...named])];
    if (either.length > 0) return among(either, own.length > 0 ? 'id' : 'shown');
    return among(aliases.get(written) ?? [], 'alias');
  };
  const exact: Finder = (written) => {
    const trimmed = written.trim();
    const found = look(trimmed);
    const inside = /^[[(]\s*(.*?)\s*[\])]$/.exec(trimmed)?.[1];
    return found.kind === 'none' && inside ? look(inside) : found;
  };
  let byKey: Index | undefined;
  const alike: Finder = (written) => {
    if (!byKey) {
      byKey = new Map();
      for (const index of [labels, shown, aliases]) for (const [label, holders] of index) for (const person of holders) put(byKey, keyOf(label), person);
    }
    const key = keyOf(written);
    const found = among(key === '' ? [] : (byKey.get(key) ?? []), 'alike');
    return found.kind === 'several' ? { ...found, by: 'alike' } : found;
  };
  return { exact, alike };
}

const keyOf = (label: string): string => alikeId(label.trim().replace(/\p{Pd}/gu, '-'));

/** One look-up; see `finders`. */
export const findParticipant = (db: Db, written: string, schemeId?: number): Found => finders(db, schemeId).exact(written);

function put(index: Index, key: string, person: FoundPerson): void {
  const there = index.get(key);
  if (!there) index.set(key, [person]);
  else if (!there.includes(person)) there.push(person);
}

function among(people: FoundPerson[], by: 'id' | 'shown' | 'alias' | 'alike'): Found {
  const [first] = people;
  if (!first) return { kind: 'none' };
  return people.length === 1 ? { kind: 'one', person: first, by } : { kind: 'several', people: people.toSorted((a, b) => a.number - b.number) };
}
