import { type Mask, withMasks } from '../../../../shared/domain/masks.ts';
import type { WaveCounts } from '../../../../shared/contract/wave.ts';
import { all, type Db, idList } from '../../sql.ts';
import type { WaveMatch } from './wave-known.ts';
import { sameWords } from './wave-words.ts';

/** A non-empty cell of a question column beside what the project has: nothing, the same, or another text (`before`, the latest). */
export interface CellChange { at: number; person: number; text: string; kind: 'same' | 'added' | 'changed'; version: number; before: string; /** Words of an earlier version were masked; another text may hold them again. */ masked?: boolean; /** It is as an earlier version says. */ again?: boolean }

interface Version { id: number; participantId: number; version: number; text: string }

/** Goes through the answers of a file, question by question, so that one question's earlier answers are in memory at a time. */
export function* answersBeside(db: Db, { understood, questions, people, seen }: WaveMatch): Generator<CellChange> {
  for (const [at, { cells }] of understood.questions.entries()) {
    const known = questions[at] ? earlier(db, questions[at].id) : null;
    // A file that came in before says nothing new; in another, words of an earlier version are a change of mind. Masked words do not come back.
    const isThere = (versions: readonly Version[], text: string) =>
      versions.some((each, index) => sameWords(each.text, text, known?.masks.get(each.id) ?? []) && (seen || index === versions.length - 1 || known?.masks.has(each.id)));
    for (const [person, text] of cells.entries()) {
      if (text === '') continue;
      const versions = known?.of.get(people[person] ?? 0) ?? [];
      const last = versions.at(-1);
      const shown = last ? withMasks(last.text, known?.masks.get(last.id)) : '';
      if (!last) yield { at, person, text, kind: 'added', version: 1, before: '' };
      else if (isThere(versions, text)) yield { at, person, text, kind: 'same', version: last.version, before: shown };
      else yield { at, person, text, kind: 'changed', version: last.version + 1, before: shown, masked: versions.some((each) => known?.masks.has(each.id)), again: versions.some((each) => each.text === text) };
    }
  }
}

function earlier(db: Db, questionId: number) {
  const of = new Map<number, Version[]>();
  for (const row of all<Version>(db, 'SELECT id, participant_id AS participantId, version, text FROM item WHERE question_id = ? AND participant_id IS NOT NULL ORDER BY participant_id, version', questionId)) {
    const there = of.get(row.participantId);
    if (there) there.push(row);
    else of.set(row.participantId, [row]);
  }
  const masks = Map.groupBy(all<Mask & { itemId: number }>(db, 'SELECT item_id AS itemId, start, "end", label FROM mask JOIN item ON item.id = item_id WHERE question_id = ?', questionId), ({ itemId }) => itemId);
  return { of, masks };
}

/** A value of an attribute column beside what the project has; `before` is empty where it has none. */
export interface ValueChange { at: number; person: number; value: string; kind: 'same' | 'added' | 'kept'; before: string }

export function* valuesBeside(db: Db, { understood, attributes, people }: WaveMatch): Generator<ValueChange> {
  for (const [at, { cells }] of understood.attributes.entries()) {
    const id = attributes[at]?.id;
    const known = id === undefined ? null : new Map(all<{ id: number; value: string }>(db, 'SELECT participant_id AS id, value FROM attribute_value WHERE attribute_id = ?', id).map((row) => [row.id, row.value]));
    for (const [person, value] of cells.entries()) {
      if (value === '') continue;
      const before = known?.get(people[person] ?? 0);
      if (before === undefined) yield { at, person, value, kind: 'added', before: '' };
      else yield { at, person, value, kind: before === value ? 'same' : 'kept', before };
    }
  }
}

/** The people of the project with answers to the questions of the file who are not in it. */
function missingFrom(db: Db, { questions, people }: WaveMatch): { id: number; label: string; number: number }[] {
  const ids = questions.flatMap((question) => question?.id ?? []);
  if (ids.length === 0) return [];
  return all(db, `SELECT id, label, number FROM participant WHERE id NOT IN (SELECT value FROM json_each(?1))
    AND EXISTS (SELECT 1 FROM item WHERE item.participant_id = participant.id AND question_id IN (SELECT value FROM json_each(?2))) ORDER BY number`, idList(people.flatMap((id) => id ?? [])), idList(ids));
}

/** Everything that the file would change, counted; `note` is told each answer and each value, and may insert it. */
export function countWave(db: Db, match: WaveMatch, note: { answer?: (change: CellChange) => void; value?: (change: ValueChange) => void } = {}): { counts: WaveCounts; missing: ReturnType<typeof missingFrom>; unmasked: number; again: number } {
  const { questions, attributes, people, matchedBy } = match;
  const known = questions.filter(Boolean).length;
  const missing = missingFrom(db, match);
  const counts: WaveCounts = {
    kind: known > 0 ? 'wave' : 'new', matchedBy,
    people: { matched: people.filter((id) => id !== null).length, added: people.filter((id) => id === null).length, missing: missing.length },
    answers: { same: 0, added: 0, changed: 0, gone: 0 },
    questions: { known, added: questions.length - known },
    attributes: { known: attributes.filter(Boolean).length, added: attributes.filter((each) => each === null).length, same: 0, values: 0, kept: 0 },
  };
  const before = answeredBefore(db, match);
  let there = 0;
  let unmasked = 0;
  let again = 0;
  for (const change of answersBeside(db, match)) {
    counts.answers[change.kind]++;
    if (change.kind !== 'added') there++;
    if (change.masked) unmasked++;
    if (change.again) again++;
    note.answer?.(change);
  }
  counts.answers.gone = before - there;
  for (const change of valuesBeside(db, match)) {
    counts.attributes[change.kind === 'added' ? 'values' : change.kind]++;
    note.value?.(change);
  }
  return { counts, missing, unmasked, again };
}

/** Answers that the recognised people gave to the known questions before, in whatever version. */
function answeredBefore(db: Db, { questions, people }: WaveMatch): number {
  const [ids, who] = [questions.flatMap((question) => question?.id ?? []), people.flatMap((id) => id ?? [])];
  if (ids.length === 0 || who.length === 0) return 0;
  return all<{ n: number }>(db, 'SELECT count(*) AS n FROM item WHERE version = 1 AND question_id IN (SELECT value FROM json_each(?)) AND participant_id IN (SELECT value FROM json_each(?))', idList(ids), idList(who))[0]?.n ?? 0;
}

/** What a careful person would look at before adding a wave, as sentences. */
export function waveNotes(match: WaveMatch, { counts, unmasked, again }: Pick<ReturnType<typeof countWave>, 'counts' | 'unmasked' | 'again'>): string[] {
  const notes = [...match.notes];
  const people = (n: number, one: string, more: string) => (n === 1 ? one : `${n} ${more}`);
  if (unmasked) notes.push(`${people(unmasked, '1 changed answer has', 'changed answers have')} masked words in the project. The new text may hold them again: look under Data, Identifiers.`);
  if (again) notes.push(`${people(again, '1 changed answer is as it was in an earlier file again, and becomes', 'changed answers are as they were in an earlier file again, and become')} the latest version again.`);
  if (counts.answers.gone) notes.push(`${people(counts.answers.gone, '1 earlier answer is', 'earlier answers are')} empty in this file. ${counts.answers.gone === 1 ? 'It stays.' : 'They stay.'}`);
  if (counts.attributes.kept) notes.push(`${people(counts.attributes.kept, '1 attribute differs', 'attributes differ')} from what the project has. The earlier ${counts.attributes.kept === 1 ? 'value stays' : 'values stay'}, because counts may rest on ${counts.attributes.kept === 1 ? 'it' : 'them'}.`);
  return notes;
}
