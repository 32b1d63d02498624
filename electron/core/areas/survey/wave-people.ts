import type { IdMatching } from '../../../../shared/contract/wave.ts';
import { alikeId } from '../../../../shared/domain/numberings.ts';
import type { GivenPlan } from '../../../../shared/domain/plan.ts';
import { all, type Db } from '../../sql.ts';
import { sameName } from '../coding/code.ts';
import { idNotes } from './wave-ids.ts';
import type { WaveMatch } from './wave-known.ts';
import { sameRows } from './wave-rows.ts';

type Found = Pick<WaveMatch, 'people' | 'matchedBy' | 'ids' | 'scheme'>;
type Laid = Pick<WaveMatch, 'understood' | 'questions' | 'attributes' | 'notes'>;

/** By id where the file has ids; a file without ids by the whole row, beside people who came without ids as well. */
export function matchPeople(db: Db, match: Laid, given: GivenPlan['ids']): Found {
  const { respondents } = match.understood;
  if (respondents.some(({ label }) => label !== '')) return byIds(db, match, given);
  const none = { ids: null, scheme: null };
  if (match.questions.every((question) => question === null)) return { people: respondents.map(() => null), matchedBy: 'none', ...none };
  const people = sameRows(db, match, numberedByUs(db));
  const matched = people.filter((id) => id !== null).length;
  const rest = respondents.length - matched;
  match.notes.push(
    matched === 0
      ? 'This file has no ids, so nobody can be recognised in it: all its respondents come in as new people.'
      : `This file has no ids. ${matched === 1 ? '1 row is' : `${matched} rows are`} the same, word for word, as ${matched === 1 ? 'that of somebody' : 'those of people'} in the project${rest ? `; the other ${rest} come in as new people` : ''}.`,
  );
  return { people, matchedBy: matched === 0 ? 'none' : 'row', ...none };
}

/** One way to read ids: as they were imported (no scheme), or as numbers of a numbering. */
interface Way { scheme: { id: number; name: string } | null; of: ReadonlyMap<string, number> }

function waysOf(db: Db): [Way, ...Way[]] {
  const numbers = Map.groupBy(all<{ id: number; schemeId: number; label: string }>(db, 'SELECT participant_id AS id, scheme_id AS schemeId, label FROM alias'), ({ schemeId }) => schemeId);
  const mapOf = (rows: readonly { id: number; label: string }[] = []) => new Map(rows.map(({ id, label }) => [label, id]));
  const schemes = all<{ id: number; name: string }>(db, 'SELECT id, name FROM alias_scheme ORDER BY id');
  return [{ scheme: null, of: mapOf(all(db, 'SELECT id, label FROM participant')) }, ...schemes.map((scheme) => ({ scheme, of: mapOf(numbers.get(scheme.id)) }))];
}

/** Fewer ids say nothing about how a file was numbered. */
const fewest = 3;
const nearlyAll = (some: number, of: number) => of >= fewest && some >= of * 0.9;
const hardlyAny = (some: number, of: number) => some <= of * 0.1;

/** What the plan says wins; otherwise ids are taken as imported, unless nearly all of them, and hardly any as imported, are something else. */
function byIds(db: Db, match: Laid, given: GivenPlan['ids']): Found {
  const { respondents } = match.understood;
  const labels = [...new Set(respondents.flatMap(({ label }) => label || []))];
  const ways = waysOf(db);
  const [imported, ...numberings] = ways;
  const known = ({ of }: Way) => labels.filter((label) => of.has(label)).length;
  const counted = ways.map((way) => ({ way, people: known(way) }));
  const asImported = counted[0]?.people ?? 0;
  const wished = given?.numbering;
  const named = wished == null ? undefined : numberings.find(({ scheme }) => scheme && sameName(scheme.name, wished));
  const clear = wished === undefined && hardlyAny(asImported, labels.length) ? counted.slice(1).filter(({ people }) => nearlyAll(people, labels.length)) : [];
  const way = named ?? (clear.length === 1 ? clear[0]?.way : undefined) ?? imported;
  const alikes = alikesAmong(labels, way.of);
  const alike = given?.alike ?? (nearlyAll(alikes.size, labels.length) && hardlyAny(known(way), labels.length));
  const numbering = way.scheme?.name ?? null;
  const ids: IdMatching = {
    numbering,
    alike,
    proposed: wished === undefined && given?.alike === undefined && (numbering !== null || alike),
    ways: counted.map((each) => ({ numbering: each.way.scheme?.name ?? null, people: each.people })),
    alikes: alikes.size,
  };
  const people = respondents.map(({ label }) => (label === '' ? null : (way.of.get(label) ?? (alike ? alikes.get(label) : undefined) ?? null)));

  const { notes } = match;
  if (wished != null && !named) notes.push(`${unknownNumbering(wished)} The ids are taken as imported.`);
  notes.push(...(way.scheme ? numberedNotes(labels, way.scheme.name, way, imported) : counted.slice(1).flatMap((each) => alsoNumbers(labels, each, imported))));
  if (alike && alikes.size) notes.push(alikeNote(alikes, way));
  notes.push(...idNotes([...way.of.keys()], { ...match, people }));
  const ours = way.scheme ? new Set<number>() : numberedByUs(db);
  const risky = people.filter((id) => id !== null && ours.has(id)).length;
  if (risky) notes.push(`${risky === 1 ? '1 id of this file is a number' : `${risky} ids of this file are numbers`} that Themework gave to people who came without an id. Check that they mean the same people.`);
  return { people, matchedBy: way.scheme ? 'numbering' : 'id', ids, scheme: way.scheme };
}

export const unknownNumbering = (name: string): string => `The plan matches people by the numbering “${name}”, which this project does not have.`;

/** Ids that differ from exactly one of the project, and from no other of the file, only in capitals, blanks, hyphens or zeros; with the person whom they mean. */
function alikesAmong(labels: readonly string[], of: ReadonlyMap<string, number>): Map<string, number> {
  const there = Map.groupBy(of, ([label]) => alikeId(label));
  const found = new Map<string, number>();
  for (const [key, [label, ...others]] of Map.groupBy(labels, alikeId)) {
    const same = there.get(key) ?? [];
    const person = same[0]?.[1];
    if (label !== undefined && person !== undefined && others.length === 0 && same.length === 1 && !of.has(label)) found.set(label, person);
  }
  return found;
}

const counted = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n.toLocaleString('en-GB')} ${more}`);
const listed = (ids: readonly string[], most = 8) => `${ids.slice(0, most).join(', ')}${ids.length > most ? ' …' : ''}`;

function numberedNotes(labels: readonly string[], name: string, { of }: Way, imported: Way): string[] {
  const matched = labels.filter((label) => of.has(label)).length;
  const stray = labels.filter((label) => !of.has(label) && imported.of.has(label));
  return [
    `These are numbers of the numbering “${name}”: ${matched === 1 ? '1 person is' : `${matched.toLocaleString('en-GB')} people are`} matched by it.`,
    ...(stray.length
      ? [`${counted(stray.length, 'id of this file is', 'ids of this file are')} no number${stray.length === 1 ? '' : 's'} of “${name}”, but ${stray.length === 1 ? 'is the id of somebody' : 'are ids of people'} as imported: ${listed(stray)}. ${stray.length === 1 ? 'It comes in as a new person' : 'They come in as new people'}; check that nobody is here twice.`]
      : []),
  ];
}

/** A numbering that knows new ids, or most of all ids, is told, because it may be meant. */
function alsoNumbers(labels: readonly string[], { way: { scheme, of }, people }: { way: Way; people: number }, imported: Way): string[] {
  const fresh = labels.filter((label) => of.has(label) && !imported.of.has(label)).length;
  if (!scheme || (fresh === 0 && !nearlyAll(people, labels.length))) return [];
  return [`${counted(people, 'id of this file is a number', 'ids of this file are numbers')} of the numbering “${scheme.name}”${people > fresh ? `, ${people - fresh} of them also ids as imported` : ''}. People are matched by their ids as imported; choose the numbering where the file means it.`];
}

function alikeNote(alikes: ReadonlyMap<string, number>, { of }: Way): string {
  const labelOf = new Map(Array.from(of, ([label, id]) => [id, label]));
  const pairs = [...alikes].slice(0, 3).map(([label, id]) => `${label} and ${labelOf.get(id) ?? ''}`).join('; ');
  const one = alikes.size === 1;
  return `${counted(alikes.size, 'id differs from one', 'ids differ from those')} in the project only in capitals, blanks, hyphens or zeros (${pairs}${alikes.size > 3 ? ' …' : ''}). ${one ? 'It is taken for the same person' : 'They are taken for the same people'}.`;
}

/** People from files in which no column told participants apart: their numbers are ours. */
function numberedByUs(db: Db): Set<number> {
  const rows = all<{ id: number }>(db, `SELECT p.id FROM participant p WHERE p.import_id IN (
    SELECT import.id FROM import WHERE json_valid(import.plan) AND NOT EXISTS (SELECT 1 FROM json_each(import.plan, '$.columns') WHERE json_extract(value, '$.role') = 'participant'))`);
  return new Set(rows.map(({ id }) => id));
}
