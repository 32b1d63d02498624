import type { BadRow } from '../../../../shared/contract/coding-import.ts';
import type { CheckedInputOf } from '../../../../shared/contract/index.ts';
import { refused } from '../../../../shared/errors.ts';
import { bytesOf } from '../../bytes.ts';
import type { CommandContext, ProjectHandlers } from '../../handling.ts';
import { insert, one } from '../../sql.ts';
import { type CodingFile, openCodingFile, unreadable } from './coding-file.ts';
import { CodingPlaces, type PlacedRow } from './coding-places.ts';
import { QuestionFinder } from './coding-questions.ts';
import { seekRows } from './coding-rows.ts';
import { warningsOf } from './coding-warnings.ts';
import type { Place, SoughtRow } from './sought-row.ts';

type Input = CheckedInputOf<'coding.import'>;
/** Files opened for commands that are about to run. */
const opened = new WeakMap<Input, Awaited<ReturnType<typeof openCodingFile>>>();

/** Opens the file before the transaction begins. */
export async function prepareCodings(input: Input): Promise<void> {
  opened.set(input, await openCodingFile({ fileName: input.fileName, bytes: bytesOf(input) }, input));
}

export const codingImportHandlers = {
  'coding.import': (context, input) => {
    const open = opened.get(input);
    if (!open) throw new Error('coding.import was not prepared');
    const file = open(new QuestionFinder(context.db).isQuestion);
    if (file.obstacle) throw refused(unreadable(file, input.fileName));
    const sought = seekRows(context.db, file.records, input.confirm);
    const notes = [...emptyCells(file), ...file.warnings, ...warningsOf(context.db, sought)];
    const placed = sought.flatMap((row) => {
      const place = placeOf(row, input.acceptNear);
      return place ? [{ row, place }] : [];
    });
    const there = new Set(placed.map(({ row }) => row));
    const problems = sought.filter((row) => !there.has(row)).map(badRow);
    if (problems.length && !input.skipBadRows) throw refused(sentenceOf(problems), { problems, notes });
    if (placed.length === 0) throw refused(`No row of “${input.fileName}” could be placed, so nothing was imported. ${firstOf(problems)}.`, { problems, notes });
    return { ...write(context, placed.flatMap(({ row, place }) => codingsOf(row, place))), problems, notes };
  },
} satisfies Partial<ProjectHandlers>;

/** What was made of empty cells, where it matters. */
function emptyCells({ asAbove: { on, rows } }: CodingFile): string[] {
  if (rows === 0) return [];
  return [`In ${rows === 1 ? 'one row' : `${rows} rows`} empty cells were ${on ? 'taken to mean the same as above' : 'left empty'}. With --as-above ${on ? 'no they stay empty' : 'yes they mean the same as above'}.`];
}

/** How much nearer the nearest place has to be than the next, where nobody looks. */
const clearly = 0.03;

/** The one place that counts; undefined where somebody has to look first. */
function placeOf({ state, away, places: [first, second] }: SoughtRow, acceptNear: number | undefined): Place | undefined {
  if (state === 'exact' || state === 'forgiving') return first;
  const accepted = state === 'near' && !away && acceptNear !== undefined && first !== undefined && first.similarity >= acceptNear && (second === undefined || second.similarity <= first.similarity - clearly);
  return accepted ? first : undefined;
}

interface NewCoding extends PlacedRow { note: string }

const codingsOf = (row: SoughtRow, place: Place): NewCoding[] =>
  row.codes.map((code) => ({ questionId: place.answer.questionId, analysis: row.analysis, group: row.group, theme: row.theme, code, kind: row.kind, place, note: row.note }));

/** Writes the codings in the order of the file; the same coding twice, here or in the project, stands once. */
function write({ db, now, actor }: CommandContext, rows: readonly NewCoding[]) {
  const places = new CodingPlaces(db, rows);
  let codings = 0;
  for (const row of rows) {
    const codeId = places.codeFor(row);
    const { answer: { id: itemId, participantId }, start, end } = row.place;
    if (one(db, 'SELECT 1 FROM coding WHERE code_id = ? AND participant_id IS ? AND item_id = ? AND start = ? AND "end" = ?', codeId, participantId, itemId, start, end)) continue;
    insert(db, 'INSERT INTO coding (code_id, item_id, start, "end", participant_id, note, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', codeId, itemId, start, end, participantId, row.note, now(), actor);
    codings++;
  }
  return { codings, ...places.made, repeated: rows.length - codings };
}

function badRow({ record: { line, part, where }, reason, places: [place], state }: SoughtRow): BadRow {
  const near = place && state !== 'several' ? { near: { line, part, itemId: place.answer.id, start: place.start, end: place.end, similarity: Math.round(place.similarity * 1_000) / 1_000 } } : {};
  return { line, where, reason, ...near };
}

const firstOf = (problems: readonly BadRow[]) => problems.slice(0, 3).map(({ where, reason }) => `${where}: ${reason.replace(/\.$/, '')}`).join('. ');

function sentenceOf(problems: readonly BadRow[]): string {
  const rest = problems.length > 3 ? ` And ${problems.length - 3} more.` : '';
  return `${problems.length === 1 ? 'One row cannot be placed' : `${problems.length} rows cannot be placed`}, so nothing was imported. ${firstOf(problems)}.${rest} Correct the file, or leave such rows out.`;
}
