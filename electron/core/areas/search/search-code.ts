import { rangeProblem } from '../../../../shared/domain/offsets.ts';
import { merged } from '../../../../shared/domain/search/match.ts';
import type { TextRange } from '../../../../shared/domain/text-range.ts';
import { invalid, missing } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, idList } from '../../sql.ts';
import { chosenCodes } from '../coding/coding.ts';
import { insertCoding } from '../coding/coding-insert.ts';
import { tell } from '../../task.ts';
import { activeAnalysis } from '../structure/lookup.ts';

/** Whether a stretch stands under a code already: itself, or within a longer extract. */
export function coverOf(db: Db, codeIds: readonly number[]): (codeId: number, itemId: number, range: TextRange) => boolean {
  const placed = Map.groupBy(
    all<TextRange & { codeId: number; itemId: number }>(
      db,
      'SELECT code_id AS codeId, item_id AS itemId, start, "end" FROM coding WHERE code_id IN (SELECT value FROM json_each(?))',
      idList(codeIds),
    ),
    ({ codeId, itemId }) => `${codeId}/${itemId}`,
  );
  return (codeId, itemId, range) => placed.get(`${codeId}/${itemId}`)?.some(({ start, end }) => start <= range.start && range.end <= end) ?? false;
}

export const searchCodeHandlers = {
  'search.codeAll': (context, { analysisId, codes, places }) => {
    const { db } = context;
    activeAnalysis(db, analysisId);
    const chosen = chosenCodes(db, analysisId, codes);
    const covers = coverOf(
      db,
      chosen.map((code) => code.id),
    );
    const wanted = Map.groupBy(places, ([itemId]) => itemId);
    const items = all<{ id: number; text: string; participantId: number | null; documentId: number | null }>(
      db,
      'SELECT id, text, participant_id AS participantId, document_id AS documentId FROM item WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
      idList(wanted.keys()),
    );
    if (items.length < wanted.size) throw missing('Some of these answers are not there any more. Search again.');
    const done = { extracts: 0, codings: 0, already: 0 };
    const people = new Set<number>();
    const documents = new Set<number>();
    for (const [index, { id: itemId, text, participantId, documentId }] of items.entries()) {
      if (index % 500 === 0) tell('Coding what was found', index, items.length, 'answers');
      const ranges = (wanted.get(itemId) ?? []).map(([, start, end]) => ({ start, end }));
      for (const { start, end } of ranges) {
        const problem = rangeProblem(text, start, end);
        if (problem) throw invalid(problem);
      }
      for (const range of merged(ranges)) {
        const fresh = chosen.filter((code) => !covers(code.id, itemId, range));
        for (const code of fresh) insertCoding(context, { codeId: code.id, itemId, participantId, ...range });
        done.codings += fresh.length;
        if (fresh.length === 0) {
          done.already++;
          continue;
        }
        done.extracts++;
        if (participantId !== null) people.add(participantId);
        if (documentId !== null) documents.add(documentId);
      }
    }
    tell('Coding what was found', items.length, items.length, 'answers');
    return { ...done, people: people.size, documents: documents.size, codes: chosen };
  },
} satisfies Partial<ProjectHandlers>;
