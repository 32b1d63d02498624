import type { Differences, WaveCounts } from '../../../../shared/contract/wave.ts';
import type { CheckedInputOf } from '../../../../shared/contract/index.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db } from '../../sql.ts';
import { namesFor } from '../people/names.ts';
import { readSurvey } from './survey-import.ts';
import { countWave, waveNotes } from './wave.ts';
import { matchWave } from './wave-match.ts';

/** Examples of differences, and names, that are listed. */
const most = 200;

/** A document, or anything else that has no respondents, lies beside nothing. */
const nothing: WaveCounts = {
  kind: 'new', matchedBy: 'none', people: { matched: 0, added: 0, missing: 0 }, answers: { same: 0, added: 0, changed: 0, gone: 0 },
  questions: { known: 0, added: 0 }, attributes: { known: 0, added: 0, same: 0, values: 0, kept: 0 },
};

/** The differences between a file and the project, for a person to look at first. */
async function compareSurvey(db: Db, input: CheckedInputOf<'survey.compare'>): Promise<Differences> {
  const { first, survey } = await readSurvey(input);
  if ('parts' in first) return { ...nothing, ids: null, changes: [], attributeChanges: [], missingNames: [], roles: [], known: [], fresh: [], renamed: [], warnings: [] };
  const match = matchWave(db, survey, first);
  const name = namesFor(db);
  const shown = new Map(all<{ id: number; label: string; number: number }>(db, 'SELECT id, label, number FROM participant').map((person) => [person.id, name(person)]));
  const who = (person: number) => shown.get(match.people[person] ?? 0) ?? '';
  const changes: Differences['changes'] = [];
  const attributeChanges: Differences['attributeChanges'] = [];
  const { counts, missing, unmasked, again } = countWave(db, match, {
    answer: ({ kind, at, person, before, text }) => {
      if (kind === 'changed' && changes.length < most) changes.push({ participant: who(person), question: match.questions[at]?.shortName ?? '', before, after: text });
    },
    value: ({ kind, at, person, before, value }) => {
      if (kind === 'kept' && attributeChanges.length < most) attributeChanges.push({ participant: who(person), attribute: match.attributes[at]?.name ?? '', before, after: value });
    },
  });
  const isNew = (columns: typeof match.understood.questions, found: readonly unknown[]) => columns.flatMap(({ column }, at) => (found[at] ? [] : [column.index]));
  const fresh = [...isNew(match.understood.questions, match.questions), ...isNew(match.understood.attributes, match.attributes)];
  const known = match.understood.questions.flatMap(({ column }, at) => (match.questions[at] ? [column.index] : []));
  return { ...counts, ids: match.ids, changes, attributeChanges, missingNames: missing.slice(0, most).map(name), roles: match.roles, known, fresh, renamed: match.renamed, warnings: waveNotes(match, { counts, unmasked, again }) };
}

export const compareHandlers = {
  'survey.compare': ({ db }, input) => compareSurvey(db, input),
} satisfies Partial<ProjectHandlers>;
