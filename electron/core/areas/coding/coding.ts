import type { Extract } from '../../../../shared/contract/coding.ts';
import { type Mask, withMasks } from '../../../../shared/domain/masks.ts';
import { rangeProblem, splitsPair } from '../../../../shared/domain/offsets.ts';
import type { TextRange } from '../../../../shared/domain/text-range.ts';
import type { CodeKind, CodingRow } from '../../../../shared/domain/types.ts';
import { invalid, missing, refused } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, idList, one, run } from '../../sql.ts';
import { createCode, inksAt, sameName } from './code.ts';
import { insertCoding } from './coding-insert.ts';
import { activeAnalysis, activeCodes, codeOf } from '../structure/lookup.ts';
import { masksOf } from '../people/masks.ts';
import { codingColumns, loadCodes } from '../structure/structure.ts';

interface Chosen { id: number; name: string; created: boolean; ink: number }

/** Finds or creates the codes that somebody chose for an extract, in the analysis. A new one is not of the ink of those chosen with it, or of those that stand on the words `at` a place already. */
export function chosenCodes(db: Db, analysisId: number, chosen: readonly ({ id: number } | { name: string; kind?: CodeKind | undefined })[], at?: TextRange & { itemId: number }): Chosen[] {
  const codes: Chosen[] = [];
  const find = (choice: (typeof chosen)[number]): Chosen => {
    if ('id' in choice) {
      const [code] = activeCodes(db, [choice.id]);
      if (!code || code.analysisId !== analysisId) throw refused('This code belongs to another analysis.');
      return { id: code.id, name: code.name, ink: code.ink, created: false };
    }
    const existing = loadCodes(db, analysisId).find((code) => code.status === 'active' && sameName(code.name, choice.name));
    if (existing) return { id: existing.id, name: existing.name, ink: existing.ink, created: false };
    const apart = [...(at ? inksAt(db, analysisId, at) : []), ...codes.map((code) => code.ink)];
    const { id, ink } = codeOf(db, createCode(db, analysisId, choice.name, { apart, ...(choice.kind ? { kind: choice.kind } : {}) }));
    return { id, ink, name: choice.name, created: true };
  };
  for (const choice of chosen) codes.push(find(choice));
  return [...new Map(codes.map((code) => [code.id, code])).values()];
}

/** Code units of context shown around an extract. */
const around = 60;

function cut(text: string, masks: readonly Mask[] | undefined, start: number, end: number): string {
  const from = Math.max(0, start);
  const to = Math.min(text.length, end);
  return withMasks(text, masks, splitsPair(text, from) ? from + 1 : from, splitsPair(text, to) ? to - 1 : to);
}

export const codingHandlers = {
  'coding.list': ({ db }, { questionId }) =>
    all<CodingRow>(db, `SELECT ${codingColumns} FROM item JOIN coding ON coding.item_id = item.id JOIN code ON code.id = coding.code_id WHERE item.question_id = ? AND code.status = 'active' ORDER BY coding.id`, questionId),

  'coding.add': (context, { analysisId, itemId, start, end, codes }) => {
    const { db } = context;
    activeAnalysis(db, analysisId);
    const item = one<{ text: string; participantId: number | null }>(db, 'SELECT text, participant_id AS participantId FROM item WHERE id = ?', itemId);
    if (!item) throw missing('This answer is not there any more.');
    const problem = rangeProblem(item.text, start, end);
    if (problem) throw invalid(problem);
    const chosen = chosenCodes(db, analysisId, codes, { itemId, start, end });
    const fresh = chosen.filter((code) => !one(db, 'SELECT 1 FROM coding WHERE item_id = ? AND code_id = ? AND start = ? AND "end" = ?', itemId, code.id, start, end));
    const codingIds = fresh.map((code) => insertCoding(context, { codeId: code.id, itemId, start, end, participantId: item.participantId }));
    return { codingIds, codes: chosen.map(({ ink: _, ...code }) => code), already: chosen.length - fresh.length };
  },

  'coding.remove': ({ db }, { ids }) => {
    const list = idList(ids);
    const names = all<{ name: string }>(db, 'SELECT DISTINCT code.name FROM coding JOIN code ON code.id = coding.code_id WHERE coding.id IN (SELECT value FROM json_each(?))', list);
    const removed = run(db, 'DELETE FROM coding WHERE id IN (SELECT value FROM json_each(?))', list);
    if (removed === 0) throw missing('This extract is not coded any more.');
    return { removed, codeNames: names.map((row) => row.name) };
  },

  'coding.extracts': ({ db }, { codeIds, perCode }): Extract[] => {
    const masks = masksOf(db);
    return all<CodingRow & { questionId: number; text: string; documentId: number | null; title: string | null; heading: string; inside: number }>(db, `SELECT ${codingColumns}, item.question_id AS questionId, item.text, item.document_id AS documentId, document.title, item.heading,
        EXISTS (SELECT 1 FROM analysis_question AS aq WHERE aq.analysis_id = code.analysis_id AND aq.question_id = item.question_id) AS inside
      FROM coding JOIN item ON item.id = coding.item_id JOIN code ON code.id = coding.code_id LEFT JOIN document ON document.id = item.document_id
      WHERE ${perCode === undefined ? 'coding.code_id IN (SELECT value FROM json_each(?))'
        : 'coding.id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY code_id ORDER BY id) AS place FROM coding WHERE code_id IN (SELECT value FROM json_each(?))) WHERE place <= ?)'}
      ORDER BY coding.id`, idList(codeIds), ...(perCode === undefined ? [] : [perCode])).map(({ id, text, inside, documentId, title, heading, note: _, ...row }) => ({
      ...row, document: documentId === null ? null : { id: documentId, title: title ?? '', heading }, codingId: id, text: withMasks(text, masks.get(row.itemId), row.start, row.end), before: cut(text, masks.get(row.itemId), row.start - around, row.start), after: cut(text, masks.get(row.itemId), row.end, row.end + around), borrowed: inside === 0,
    }));
  },
} satisfies Partial<ProjectHandlers>;
