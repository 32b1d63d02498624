import type { AliasProblem, AliasRow, AliasScheme } from '../../../../shared/contract/alias.ts';
import type { CheckedInputOf } from '../../../../shared/contract/index.ts';
import { conflict, missing, refused } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, insert, one, run } from '../../sql.ts';
import { type FoundPerson, finders } from './alias-finder.ts';
import { matchPairs, readPairs } from './alias-table.ts';
import { sameName } from '../coding/code.ts';
import { namesFor } from './names.ts';

export { findParticipant } from './alias-finder.ts';

type ImportInput = CheckedInputOf<'alias.import'>;
const pairsOf = new WeakMap<ImportInput, Awaited<ReturnType<typeof readPairs>>>();

/** Reads the table before the transaction begins. */
export async function prepareAliases(input: ImportInput): Promise<void> {
  pairsOf.set(input, await readPairs(input.table));
}

const schemes = (db: Db) =>
  all<AliasScheme>(db, 'SELECT s.id, s.name, s.at, s.actor, count(a.id) AS people FROM alias_scheme s LEFT JOIN alias a ON a.scheme_id = s.id GROUP BY s.id ORDER BY s.id');

function schemeOf(db: Db, id: number): AliasScheme {
  const found = schemes(db).find((scheme) => scheme.id === id);
  if (!found) throw missing('This numbering is not there any more.');
  return found;
}

function refuseTwin(db: Db, name: string, except?: number): void {
  const twin = schemes(db).find((scheme) => scheme.id !== except && sameName(scheme.name, name));
  if (twin) throw conflict(`There is a numbering “${twin.name}” already. Choose another name.`, { id: twin.id });
}

/** Everybody with a number in the scheme; '' for those without. */
function tableOf(db: Db, schemeId: number): AliasRow[] {
  const name = namesFor(db);
  return all<Omit<AliasRow, 'shown'>>(db, "SELECT p.id AS participantId, p.label, p.number, coalesce(a.label, '') AS alias FROM participant p LEFT JOIN alias a ON a.participant_id = p.id AND a.scheme_id = ? ORDER BY p.number", schemeId)
    .map((row) => ({ ...row, shown: name({ ...row, id: row.participantId }) }));
}

export const aliasHandlers = {
  'alias.schemes': ({ db }) => schemes(db),

  'alias.table': ({ db }, { schemeId }) => tableOf(db, schemeOf(db, schemeId).id),

  'alias.import': ({ db, now, actor }, input) => {
    const pairs = pairsOf.get(input);
    if (!pairs) throw new Error('alias.import was not prepared');
    const known = schemes(db).find((scheme) => sameName(scheme.name, input.name));
    const there = known ? tableOf(db, known.id).filter(({ alias }) => alias !== '') : [];
    const taken = {
      of: new Map(there.map(({ participantId, alias }) => [participantId, alias])),
      by: new Map(there.map(({ participantId, alias, ...row }): [string, FoundPerson] => [alias, { ...row, id: participantId }])),
    };
    const { given, problems, same, swapped, notes } = matchPairs(pairs, finders(db, null), taken);
    if (problems.length && !input.skipBadLines) throw refused(sentenceOf(problems), { problems, notes });
    if (given.length + same === 0) throw refused(`No line names a participant of this project, so nothing was imported. ${linesOf(problems)}`, { problems });
    const schemeId = known?.id ?? insert(db, 'INSERT INTO alias_scheme (name, at, actor) VALUES (?, ?, ?)', input.name, now(), actor);
    for (const { person, alias } of given) insert(db, 'INSERT INTO alias (participant_id, scheme_id, label) VALUES (?, ?, ?)', person.id, schemeId, alias);
    const without = one<{ n: number }>(db, 'SELECT count(*) AS n FROM participant WHERE id NOT IN (SELECT participant_id FROM alias WHERE scheme_id = ?)', schemeId)?.n ?? 0;
    return { schemeId, name: known?.name ?? input.name, added: given.length, same, without, swapped, problems, notes };
  },

  'alias.set': ({ db }, { participantId, schemeId, label }) => {
    const scheme = schemeOf(db, schemeId);
    if (!one(db, 'SELECT 1 FROM participant WHERE id = ?', participantId)) throw missing('This person is not in the project any more.');
    if (label === '') {
      run(db, 'DELETE FROM alias WHERE scheme_id = ? AND participant_id = ?', schemeId, participantId);
      return { schemeId, name: scheme.name, set: false };
    }
    const holder = tableOf(db, schemeId).find(({ alias }) => alias === label);
    if (holder && holder.participantId !== participantId) throw conflict(`The number “${label}” belongs to ${holder.shown} already.`, { id: holder.participantId });
    run(db, 'INSERT INTO alias (participant_id, scheme_id, label) VALUES (?, ?, ?) ON CONFLICT (scheme_id, participant_id) DO UPDATE SET label = excluded.label', participantId, schemeId, label);
    return { schemeId, name: scheme.name, set: true };
  },

  'alias.addScheme': ({ db, now, actor }, { name }) => {
    refuseTwin(db, name);
    return { id: insert(db, 'INSERT INTO alias_scheme (name, at, actor) VALUES (?, ?, ?)', name, now(), actor) };
  },

  'alias.renameScheme': ({ db }, { id, name }) => {
    schemeOf(db, id);
    refuseTwin(db, name, id);
    run(db, 'UPDATE alias_scheme SET name = ? WHERE id = ?', name, id);
    return { id };
  },

  'alias.removeScheme': ({ db }, { id }) => {
    const scheme = schemeOf(db, id);
    run(db, "UPDATE project SET display = 'imported', display_scheme_id = NULL WHERE display_scheme_id = ?", id);
    run(db, 'DELETE FROM alias WHERE scheme_id = ?', id);
    run(db, 'DELETE FROM alias_scheme WHERE id = ?', id);
    return { name: scheme.name, numbers: scheme.people };
  },
} satisfies Partial<ProjectHandlers>;

const linesOf = (problems: readonly AliasProblem[]) => problems.slice(0, 3).map(({ line, reason }) => `Line ${line}: ${reason}`).join(' ');

function sentenceOf(problems: readonly AliasProblem[]): string {
  const rest = problems.length > 3 ? ` And ${problems.length - 3} more.` : '';
  return `${problems.length === 1 ? 'One line does' : `${problems.length} lines do`} not fit, so nothing was imported. ${linesOf(problems)}${rest} Correct the table, or leave such lines out.`;
}
