import { type CodingFileRow, type CodingInspection, type FoundPlace, rowStates } from '../../../../shared/domain/coding-import.ts';
import { type Mask, withMasks } from '../../../../shared/domain/masks.ts';
import { rangeProblem } from '../../../../shared/domain/offsets.ts';
import type { TextRange } from '../../../../shared/domain/text-range.ts';
import { invalid, missing } from '../../../../shared/errors.ts';
import { bytesOf } from '../../bytes.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { type Db, one } from '../../sql.ts';
import { masksOf } from '../people/masks.ts';
import { AnswerIndex } from './answer-index.ts';
import { openCodingFile } from './coding-file.ts';
import { newNames } from './coding-new.ts';
import { QuestionFinder } from './coding-questions.ts';
import { seekRows } from './coding-rows.ts';
import type { Place, SoughtRow } from './sought-row.ts';
import { warningsOf } from './coding-warnings.ts';
import { wantedFrom } from './find-extract.ts';
import { movedEnds } from './place-ends.ts';
import { PlaceFinder } from './place-finder.ts';

/** Code units shown on either side of a place. */
const around = 90;

export const codingInspectHandlers = {
  'coding.inspectImport': async ({ db }, { fileName, bytes, ...wishes }) => {
    const questions = new QuestionFinder(db);
    const open = await openCodingFile({ fileName, bytes: bytesOf({ bytes }) }, wishes);
    const file = open(questions.isQuestion);
    const { format, label, sections, obstacle } = file;
    const sought = obstacle === '' ? seekRows(db, file.records) : [];
    const names = new Map(questions.questions.map((question) => [question.id, question.shortName]));
    const rows = sought.map((row) => rowFor(row, names));
    const counts = Object.fromEntries(rowStates.map((state) => [state, rows.filter((row) => row.state === state).length])) as CodingInspection['counts'];
    return {
      format, label, sections, section: file.section, columns: file.columns, asAbove: file.asAbove, obstacle, rows, counts,
      warnings: [...file.warnings, ...warningsOf(db, sought)], ...newNames(db, sought, names),
    };
  },

  'coding.findPlaces': ({ db }, { words }) => {
    if (words.trim() === '') return [];
    const names = shortNames(db);
    const finder = new PlaceFinder(new AnswerIndex(db), names);
    return finder.byWords(wantedFrom(words), { start: null, end: null }, { question: null, who: null, written: '' }, words).places.map((place) => placeFor(place, names));
  },

  'coding.moveEnds': ({ db }, { itemId, start, end, how }) => {
    const item = one<{ text: string }>(db, 'SELECT text FROM item WHERE id = ?', itemId);
    if (!item) throw missing('This answer is not there any more.');
    const problem = rangeProblem(item.text, start, end);
    if (problem) throw invalid(problem);
    const moved = movedEnds(item.text, { start, end }, how);
    return { ...moved, ...seen(item.text, masksOf(db, [itemId]).get(itemId), moved) };
  },
} satisfies Partial<ProjectHandlers>;

const shortNames = (db: Db) => new Map(new QuestionFinder(db).questions.map((question) => [question.id, question.shortName]));

function rowFor({ record, codes, theme, group, analysis, note, state, places, reason }: SoughtRow, names: ReadonlyMap<number, string>): CodingFileRow {
  const { question = '', participant = '', extract = '' } = record.cells;
  return { line: record.line, part: record.part, where: record.where, question, participant, extract, codes, theme, group, analysis, note, state, reason, places: places.map((place) => placeFor(place, names)) };
}

function placeFor({ answer, start, end, similarity }: Place, names: ReadonlyMap<number, string>): FoundPlace {
  return {
    itemId: answer.id, start, end, participantId: answer.participantId, shown: answer.shown, questionId: answer.questionId, question: names.get(answer.questionId) ?? '',
    ...seen(answer.text, answer.masks, { start, end }), similarity,
  };
}

/** A stretch and what stands around it, as they are shown. */
function seen(text: string, masks: readonly Mask[] | undefined, { start, end }: TextRange): Pick<FoundPlace, 'before' | 'match' | 'after'> {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  return { before: withMasks(text, masks, from, start).toWellFormed(), match: withMasks(text, masks, start, end), after: withMasks(text, masks, end, to).toWellFormed() };
}
