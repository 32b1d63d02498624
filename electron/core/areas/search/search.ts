import type { SearchCount, SearchExtracts, SearchHit } from '../../../../shared/contract/search.ts';
import { mostPlaces } from '../../../../shared/contract/search.ts';
import { excerptOf } from '../../../../shared/domain/search/excerpt.ts';
import { extractsOf } from '../../../../shared/domain/search/extent.ts';
import type { CodeKind } from '../../../../shared/domain/types.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, idList } from '../../sql.ts';
import { sameName } from '../coding/code.ts';
import { type SourceRow, sourceColumns, sourceJoins, sourceNames } from '../survey/document-read.ts';
import { activeAnalysis } from '../structure/lookup.ts';
import { coverOf } from './search-code.ts';
import { type Found, scan } from './search-scan.ts';
import { loadCodes } from '../structure/structure.ts';

/** Answers that are looked at and counted in any case; beyond them a page that is full ends the search. */
const alwaysCounted = 2_000;
/** Places of one answer that a hit lists. */
const listedPlaces = 200;

/** Which version of an answer it is, and which import changed it; for `FROM item i … JOIN import`. */
const versionColumns = `i.version, import.file_name AS fileName, import.at,
  NOT EXISTS (SELECT 1 FROM item later WHERE later.question_id = i.question_id AND later.participant_id = i.participant_id AND later.version > i.version) AS latest`;
interface VersionRow {
  version: number;
  fileName: string;
  at: string;
  latest: number;
}

/** Puts names, codes and the words around to what was found. */
function hitsOf(db: Db, found: readonly Found[], around: number): SearchHit[] {
  if (found.length === 0) return [];
  const list = idList(found.map(({ itemId }) => itemId));
  const name = sourceNames(db);
  const sources = new Map(
    all<SourceRow & VersionRow & { id: number }>(
      db,
      `SELECT i.id, ${sourceColumns}, ${versionColumns} FROM item i ${sourceJoins} JOIN import ON import.id = i.import_id WHERE i.id IN (SELECT value FROM json_each(?))`,
      list,
    ).map((row) => [row.id, row]),
  );
  const codes = Map.groupBy(
    all<{ itemId: number; id: number; name: string; ink: number; kind: CodeKind }>(
      db,
      `SELECT coding.item_id AS itemId, code.id, code.name, code.ink, code.kind FROM coding JOIN code ON code.id = coding.code_id
      WHERE coding.item_id IN (SELECT value FROM json_each(?)) AND code.status = 'active' GROUP BY coding.item_id, code.id ORDER BY min(coding.id)`,
      list,
    ),
    ({ itemId }) => itemId,
  );
  return found.map(({ itemId, questionId, participantId, text, places, masks }) => {
    const source = sources.get(itemId);
    const document = source && source.documentId !== null ? { id: source.documentId, title: source.title ?? '', heading: source.heading } : null;
    return {
      itemId,
      questionId,
      participantId,
      document,
      shown: source ? name(source) : '',
      version: source?.version ?? 1,
      latest: source?.latest !== 0,
      since: source && source.version > 1 ? { fileName: source.fileName, at: source.at } : null,
      places: places.slice(0, listedPlaces),
      codes: (codes.get(itemId) ?? []).map(({ itemId: _, ...code }) => code),
      ...excerptOf(text, places, masks, around),
    };
  });
}

export const searchHandlers = {
  'search.answers': async ({ db }, { limit, after, around, ...what }) => {
    const found: Found[] = [];
    let total = 0;
    const complete = await scan(db, 'search.answers', what, after, (hit) => {
      total++;
      if (total <= limit) found.push(hit);
      return total <= limit || hit.looked < alwaysCounted;
    });
    return { hits: hitsOf(db, found, around), total, complete, next: total > limit ? (found.at(-1)?.itemId ?? null) : null };
  },

  'search.count': async ({ db }, what): Promise<SearchCount> => {
    const people = new Set<number>();
    const documents = new Set<number>();
    const questions = new Map<number, { questionId: number; answers: number; places: number }>();
    await scan(db, 'search.count', what, undefined, ({ questionId, participantId, documentId, places }) => {
      const question = questions.get(questionId) ?? { questionId, answers: 0, places: 0 };
      questions.set(questionId, question);
      question.answers++;
      question.places += places.length;
      if (participantId !== null) people.add(participantId);
      if (documentId !== null) documents.add(documentId);
      return true;
    });
    const all = [...questions.values()];
    const sum = (of: 'answers' | 'places') => all.reduce((total, question) => total + question[of], 0);
    return { answers: sum('answers'), places: sum('places'), people: people.size, documents: documents.size, questions: all };
  },

  'search.extracts': async ({ db }, { extent, only, except, into, ...what }): Promise<SearchExtracts> => {
    const { questionIds } = activeAnalysis(db, into.analysisId);
    const wanted = only && new Set(only);
    const left = new Set(except);
    const codes = loadCodes(db, into.analysisId).filter((code) => code.status === 'active');
    const chosen = into.codes.map((choice) => ('id' in choice ? choice.id : codes.find((code) => sameName(code.name, choice.name))?.id));
    const covers = coverOf(
      db,
      chosen.filter((id) => id !== undefined),
    );
    const done: SearchExtracts = { places: [], extracts: 0, answers: 0, people: 0, documents: 0, already: 0, outside: 0, tooMany: false };
    const people = new Set<number>();
    const documents = new Set<number>();
    await scan(db, 'search.extracts', what, undefined, ({ itemId, questionId, participantId, documentId, text, places }) => {
      if ((wanted && !wanted.has(itemId)) || left.has(itemId)) return true;
      const extracts = extractsOf(text, places, extent);
      done.answers++;
      done.extracts += extracts.length;
      if (!questionIds.includes(questionId)) done.outside += extracts.length;
      if (participantId !== null) people.add(participantId);
      if (documentId !== null) documents.add(documentId);
      for (const range of extracts) {
        if (done.places.length < mostPlaces) done.places.push([itemId, range.start, range.end]);
        if (chosen.length > 0 && chosen.every((codeId) => codeId !== undefined && covers(codeId, itemId, range))) done.already++;
      }
      return true;
    });
    done.tooMany = done.extracts > mostPlaces;
    return { ...done, people: people.size, documents: documents.size, places: done.tooMany ? [] : done.places };
  },
} satisfies Partial<ProjectHandlers>;
