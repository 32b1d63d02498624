import type { ColumnRole, GivenPlan } from '../../../../shared/domain/plan.ts';
import type { Companion } from '../../importers/meaning/companions.ts';
import type { ImportFile, ReadFile } from '../../importers/importer.ts';
import { understandTable, type Understood } from '../../importers/meaning/plan.ts';
import type { TidyColumn } from '../../importers/meaning/tidy.ts';
import { all, type Db, one } from '../../sql.ts';
import type { KnownAttribute, KnownQuestion, WaveMatch } from './wave-known.ts';
import { matchPeople } from './wave-people.ts';
import { renamedColumns } from './wave-renamed.ts';
import { nearlyAlike, sharedWords } from './wave-words.ts';

export const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

const questionsKnown = (db: Db) => all<KnownQuestion>(db, `SELECT id, column_name AS "column", short_name AS shortName, wording FROM question WHERE kind = 'survey' ORDER BY position, id`);
const attributesKnown = (db: Db) => all<KnownAttribute>(db, 'SELECT id, name, wording FROM attribute ORDER BY position, id');

/** A file as it was handed over, for reading its table once more with other roles. */
export interface SurveyFile { file: ImportFile; given: GivenPlan; companions: readonly Companion[] }

/** Lays a file beside the project. Columns that nobody decided on take the role that the project knows them in. */
export function matchWave(db: Db, { file, given, companions }: SurveyFile, first: Understood & Pick<ReadFile, 'source'>): WaveMatch {
  const known = { questions: questionsKnown(db), attributes: attributesKnown(db), ids: idColumns(db), ignored: ignoredColumns(db), twins: earlierTwins(db), asText: columnsWith(db, 'html'), typed: columnsWith(db, 'typed') };
  const roles = known.questions.length === 0 ? [] : rolesBy(known, first, given);
  const understood = roles.length === 0 ? first : understandTable(file, first.plan.format, first.table, { ...given, columns: withRoles(given.columns ?? [], roles) }, companions);
  const notes: string[] = [];
  const questions = pair(understood.questions, known.questions, notes);
  const attributes = pairAttributes(understood.attributes, known.attributes);
  const match = { understood, questions, attributes, roles, notes };
  const found = matchPeople(db, match, given.ids);
  const renamed = renamedColumns(db, { ...match, people: found.people });
  notes.push(...renamed.map(({ sentence }) => sentence));
  // How people were matched is remembered with the plan, where there was something to say.
  const { ids } = found;
  const said = ids && (ids.numbering !== null || ids.alike || given.ids) ? { numbering: ids.numbering, alike: ids.alike } : undefined;
  return { ...match, understood: said ? { ...understood, plan: { ...understood.plan, ids: said } } : understood, seen: one(db, 'SELECT 1 FROM import WHERE sha256 = ?', first.source.sha256) !== undefined, renamed, ...found };
}

function withRoles(columns: NonNullable<GivenPlan['columns']>, roles: WaveMatch['roles']): NonNullable<GivenPlan['columns']> {
  const known = new Map(roles.map((role) => [role.index, role]));
  const fresh = roles.filter(({ index }) => !columns.some((column) => column.index === index));
  return [...columns.map((column) => ({ ...column, ...known.get(column.index) })), ...fresh.map((role) => ({ name: '', wording: '', shortName: '', filled: 0, reason: '', ...role }))];
}

/** The headers of the columns that told participants apart in earlier files. */
function idColumns(db: Db): Set<string> {
  const rows = all<{ name: string }>(db, `SELECT DISTINCT json_extract(value, '$.name') AS name FROM import, json_each(import.plan, '$.columns') WHERE json_valid(import.plan) AND json_extract(value, '$.role') = 'participant'`);
  return new Set(rows.map(({ name }) => name));
}

/** Columns that somebody chose to leave out of an earlier file, by name and wording. What was left out for its look alone is looked at again. */
function ignoredColumns(db: Db): Set<string> {
  const rows = all<{ name: string; wording: string }>(db, `SELECT DISTINCT json_extract(value, '$.name') AS name, coalesce(json_extract(value, '$.wording'), '') AS wording FROM import, json_each(import.plan, '$.columns')
    WHERE json_valid(import.plan) AND json_extract(value, '$.role') = 'ignore' AND json_extract(value, '$.reason') = 'Chosen by you'`);
  return new Set(rows.map(keyOf));
}

/** Columns whose HTML was read as text in an earlier file (read otherwise, all their answers would have changed), or from which was split off what people typed. */
function columnsWith(db: Db, wish: 'html' | 'typed'): Set<string> {
  const rows = all<{ name: string; wording: string }>(db, `SELECT DISTINCT json_extract(value, '$.name') AS name, coalesce(json_extract(value, '$.wording'), '') AS wording FROM import, json_each(import.plan, '$.columns')
    WHERE json_valid(import.plan) AND json_extract(value, '$.${wish}') = 1`);
  return new Set(rows.map(keyOf));
}
const keyOf = ({ name, wording }: { name: string; wording: string }) => JSON.stringify([name, folded(wording)]);

/** Roles of columns that shared a wording in an earlier file (“Other, please specify”), in their order. */
function earlierTwins(db: Db): Map<string, ColumnRole[]> {
  const twins = new Map<string, ColumnRole[]>();
  for (const { plan } of all<{ plan: string }>(db, 'SELECT plan FROM import WHERE json_valid(plan) ORDER BY id')) {
    const { columns = [] } = JSON.parse(plan) as { columns?: { name?: string; wording?: string; role: ColumnRole }[] };
    for (const [wording, same] of Map.groupBy(columns, ({ name = '', wording = '' }) => wordingOf({ name, wording }))) if (same.length > 1) twins.set(wording, same.map(({ role }) => role));
  }
  return twins;
}

interface Known { questions: KnownQuestion[]; attributes: KnownAttribute[]; ids: ReadonlySet<string>; ignored: ReadonlySet<string>; twins: ReadonlyMap<string, ColumnRole[]>; asText: ReadonlySet<string>; typed: ReadonlySet<string> }

function rolesBy(known: Known, { plan }: Understood, given: GivenPlan): WaveMatch['roles'] {
  const decided = new Set((given.columns ?? []).map(({ index }) => index));
  const key = plan.columns.find(({ role }) => role === 'participant');
  const roles: WaveMatch['roles'] = [];
  const times = Map.groupBy(plan.columns, wordingOf);
  for (const { index, name, wording, role, filled } of plan.columns) {
    const column = { name, wording };
    const same = times.get(wordingOf(column)) ?? [];
    if (decided.has(index) || filled === 0) continue;
    if (same.length > 1) {
      // Several columns under one wording are told apart by their order.
      const before = known.twins.get(wordingOf(column));
      const then = before?.length === same.length ? before[same.findIndex((each) => each.index === index)] : undefined;
      if ((then === 'question' || then === 'attribute') && then !== role && role !== 'participant') roles.push({ index, role: then });
      continue;
    }
    const wanted: ColumnRole | null = !key && known.ids.has(name) ? 'participant'
      : role !== 'participant' && known.questions.some((question) => sameQuestion(column, question)) ? 'question'
      : !(role === 'participant' && known.ids.has(name)) && known.attributes.some((attribute) => sameAttribute(column, attribute)) ? 'attribute'
      : role !== 'participant' && known.ignored.has(keyOf(column)) ? 'ignore'
      : null;
    if (wanted !== null && wanted !== role && !roles.some((each) => each.role === 'participant' && wanted === 'participant')) roles.push({ index, role: wanted });
  }
  return withWishes(roles, known, plan.columns, given);
}

/** The same with what was wished for the columns in an earlier file, unless the plan says something about it. */
function withWishes(roles: WaveMatch['roles'], { asText, typed }: Known, columns: Understood['plan']['columns'], given: GivenPlan): WaveMatch['roles'] {
  if (asText.size + typed.size === 0) return roles;
  const byIndex = new Map(roles.map((role) => [role.index, role]));
  const said = new Map((given.columns ?? []).map((column) => [column.index, column]));
  for (const { index, name, wording, role } of columns) {
    const known = byIndex.get(index) ?? { index, role };
    const key = keyOf({ name, wording });
    if (known.role === 'question' && said.get(index)?.html === undefined && asText.has(key)) byIndex.set(index, { ...known, html: true });
    if (known.role === 'attribute' && said.get(index)?.typed === undefined && typed.has(key)) byIndex.set(index, { ...known, typed: true });
  }
  return [...byIndex.values()];
}

const wordingOf = (column: { name: string; wording: string }) => folded(column.wording || column.name);
const sameQuestion = (column: { name: string; wording: string }, question: KnownQuestion) =>
  wordingOf(column) === folded(question.wording) || (column.name !== '' && column.name === question.column && agree(wordingOf(column), folded(question.wording), column.name));
const sameAttribute = (column: { name: string; wording: string }, attribute: KnownAttribute) => wordingOf(column) === folded(attribute.wording || attribute.name);

/** Two wordings under the same column: one of them unknown, or the same question with a word or two corrected. */
function agree(one: string, other: string, name: string): boolean {
  return one === folded(name) || other === folded(name) || sharedWords(one, other) >= nearlyAlike;
}

/** Pairs question columns with known questions, each at most once: by wording, then by the column's name. */
function pair(columns: readonly TidyColumn[], known: readonly KnownQuestion[], notes: string[]): (KnownQuestion | null)[] {
  const free = new Set(known);
  const found = columns.map(({ column }): KnownQuestion | null => {
    const same = [...free].filter((question) => folded(question.wording) === wordingOf(column));
    const best = same.find((question) => question.column === column.name) ?? same[0] ?? null;
    if (best) free.delete(best);
    return best;
  });
  return found.map((question, at) => {
    const column = columns[at]?.column;
    if (question || !column) return question;
    const named = [...free].filter((each) => each.column !== '' && each.column === column.name);
    const best = named.find((each) => sameQuestion(column, each));
    if (best) {
      free.delete(best);
      if (folded(best.wording) !== wordingOf(column) && wordingOf(column) !== folded(column.name)) notes.push(`The question “${best.shortName}” is worded a little differently in this file. It is taken for the same question.`);
      return best;
    }
    if (named[0]) notes.push(`The column “${column.name}” asks something else than “${named[0].shortName}” in the project, so it comes in as a new question.`);
    return null;
  });
}

function pairAttributes(columns: readonly TidyColumn[], known: readonly KnownAttribute[]): (KnownAttribute | null)[] {
  const free = new Set(known);
  return columns.map(({ column }) => {
    const same = [...free].filter((attribute) => sameAttribute(column, attribute));
    const best = same.find((attribute) => attribute.name === column.shortName) ?? same[0] ?? null;
    if (best) free.delete(best);
    return best;
  });
}
