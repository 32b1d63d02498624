import { rangeProblem, splitsPair } from '../../../../shared/domain/offsets.ts';
import { type TextRange, trimmed } from '../../../../shared/domain/text-range.ts';
import { conflict, invalid, missing, refused } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, idList, insert, one, run } from '../../sql.ts';
import { chosenCodes } from './coding.ts';

/** A coding with what its changes depend on. */
interface Placed extends TextRange { id: number; codeId: number; itemId: number; note: string; text: string; codeName: string; analysisId: number }

function placed(db: Db, ids: readonly number[]): Placed[] {
  const rows = all<Placed & { status: string }>(db, `SELECT coding.id, code_id AS codeId, item_id AS itemId, start, "end", note, item.text, code.name AS codeName, code.analysis_id AS analysisId, code.status
    FROM coding JOIN item ON item.id = item_id JOIN code ON code.id = code_id WHERE coding.id IN (SELECT value FROM json_each(?)) ORDER BY start, coding.id`, idList(ids));
  if (rows.length < new Set(ids).size) throw missing('This extract is not coded any more.');
  for (const row of rows) if (row.status !== 'active') throw refused(`“${row.codeName}” is set aside. Bring it back first.`);
  return rows;
}

const codingOf = (db: Db, id: number): Placed => {
  const [coding] = placed(db, [id]);
  if (!coding) throw missing('This extract is not coded any more.');
  return coding;
};

/** The same words twice under one code would count once and confuse; `but` names the codings that are about to change. */
function refuseTwin(db: Db, code: { id: number; name: string }, itemId: number, { start, end }: TextRange, but: readonly number[]): void {
  const twin = one(db, 'SELECT 1 FROM coding WHERE item_id = ? AND code_id = ? AND start = ? AND "end" = ? AND id NOT IN (SELECT value FROM json_each(?))', itemId, code.id, start, end, idList(but));
  if (twin) throw conflict(`These very words stand under “${code.name}” already.`);
}

const setRange = (db: Db, id: number, { start, end }: TextRange): number => run(db, 'UPDATE coding SET start = ?, "end" = ? WHERE id = ?', start, end, id);

export const codingChangeHandlers = {
  'coding.update': ({ db }, { id, code, range, note }) => {
    const coding = codingOf(db, id);
    const to = range ?? coding;
    const problem = rangeProblem(coding.text, to.start, to.end);
    if (problem) throw invalid(problem);
    const [target] = code === undefined ? [{ id: coding.codeId, name: coding.codeName }] : chosenCodes(db, coding.analysisId, [code], { itemId: coding.itemId, start: to.start, end: to.end });
    if (!target) throw missing('This code is not there any more.');
    const moved = target.id !== coding.codeId;
    if (moved || to.start !== coding.start || to.end !== coding.end) refuseTwin(db, target, coding.itemId, to, [id]);
    setRange(db, id, to);
    // Whoever moves it by hand gives it that code; what a merge remembered is over.
    if (moved) run(db, 'UPDATE coding SET code_id = ?, from_code_id = NULL WHERE id = ?', target.id, id);
    if (note !== undefined) run(db, 'UPDATE coding SET note = ? WHERE id = ?', note, id);
    return { id, codeId: target.id, codeName: target.name, from: coding.codeName };
  },

  'coding.split': ({ db, now, actor }, { id, at }) => {
    const coding = codingOf(db, id);
    if (splitsPair(coding.text, at)) throw invalid('The cut would divide a character (such as an emoji) in two.');
    if (at <= coding.start || at >= coding.end) throw invalid('An extract is split at a place inside it.');
    const first = trimmed(coding.text, { start: coding.start, end: at });
    const second = trimmed(coding.text, { start: at, end: coding.end });
    if (first.end === first.start || second.end === second.start) throw invalid('One of the two parts would hold nothing but white space.');
    const code = { id: coding.codeId, name: coding.codeName };
    for (const part of [first, second]) refuseTwin(db, code, coding.itemId, part, [id]);
    setRange(db, id, first);
    const other = insert(db, `INSERT INTO coding (code_id, item_id, start, "end", participant_id, from_code_id, at, actor)
      SELECT code_id, item_id, ?1, ?2, participant_id, from_code_id, ?3, ?4 FROM coding WHERE id = ?5`, second.start, second.end, now(), actor, id);
    return { ids: [id, other], codeName: coding.codeName };
  },

  'coding.join': ({ db }, { ids }) => {
    const codings = placed(db, ids);
    const [first, ...others] = codings;
    if (!first || others.length === 0) throw invalid('Choose two extracts to join.');
    if (codings.some((coding) => coding.itemId !== first.itemId)) throw refused('Extracts are joined within one answer.');
    if (codings.some((coding) => coding.codeId !== first.codeId)) throw refused('These extracts stand under different codes. Move one of them first.');
    const range = { start: first.start, end: Math.max(...codings.map((coding) => coding.end)) };
    refuseTwin(db, { id: first.codeId, name: first.codeName }, first.itemId, range, ids);
    run(db, 'DELETE FROM coding WHERE id IN (SELECT value FROM json_each(?))', idList(others.map((coding) => coding.id)));
    setRange(db, first.id, range);
    run(db, 'UPDATE coding SET note = ? WHERE id = ?', codings.map((coding) => coding.note).filter((note) => note !== '').join('\n'), first.id);
    return { id: first.id, joined: codings.length, codeName: first.codeName };
  },
} satisfies Partial<ProjectHandlers>;
