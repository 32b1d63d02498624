import { setImmediate } from 'node:timers/promises';
import type { IdentifierHit, PlaceShown } from '../../../../shared/contract/privacy.ts';
import { scanAgain } from '../../../../shared/domain/identifiers/again.ts';
import { scan } from '../../../../shared/domain/identifiers/scan.ts';
import { fold } from '../../../../shared/domain/search/fold.ts';
import { type Mask, withMasks } from '../../../../shared/domain/masks.ts';
import { rangeProblem, splitsPair } from '../../../../shared/domain/offsets.ts';
import { wholeCharacters } from '../../../../shared/domain/text-range.ts';
import { invalid, missing, refused } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, insert, one, run } from '../../sql.ts';
import { type SourceRow, sourceColumns, sourceJoins, sourceNames } from '../survey/document-read.ts';
import { masksOf } from './masks.ts';
import { patternOfWords } from './privacy-own.ts';

/** Code units shown on either side of a place. */
const around = 90;
/** Answers read from the file at once. */
const together = 200;
/** Milliseconds of work after which other calls have their turn. */
const slice = 12;

interface Row extends SourceRow { itemId: number; questionId: number; text: string }

/** A place as it is shown in a list: in its sentence, with the labels of other masks. */
function placeShown(row: Row, masks: readonly Mask[], name: (row: SourceRow) => string, { start, end }: { start: number; end: number }): PlaceShown {
  const { text, itemId, questionId } = row;
  let from = Math.max(0, start - around);
  let to = Math.min(text.length, end + around);
  // Whole words, where a space is near.
  if (from > 0) from += Math.max(0, text.slice(from, Math.min(start, from + 20)).indexOf(' ') + 1);
  if (to < text.length) to = Math.max(end, text.lastIndexOf(' ', to) > end && to - text.lastIndexOf(' ', to) < 20 ? text.lastIndexOf(' ', to) : to);
  if (splitsPair(text, from)) from++;
  if (splitsPair(text, to)) to--;
  return {
    itemId, questionId, start, end, shown: name(row), match: withMasks(text, masks, start, end),
    before: (from > 0 ? '… ' : '') + withMasks(text, masks, from, start), after: withMasks(text, masks, end, to) + (to < text.length ? ' …' : ''),
  };
}

const rowsAfter = (db: Db, from: number, questionIds: string | null, limit: number) =>
  all<Row>(db, `SELECT i.id AS itemId, i.question_id AS questionId, i.text, ${sourceColumns} FROM item i ${sourceJoins}
    WHERE i.id > ?1 AND (?2 IS NULL OR i.question_id IN (SELECT value FROM json_each(?2))) ORDER BY i.id LIMIT ?3`, from, questionIds, limit);

/** Lets other calls have their turn now and then; the project may be closed meanwhile. */
async function breathe(db: Db, since: number): Promise<number> {
  if (performance.now() - since < slice) return since;
  await setImmediate();
  if (!db.open) throw refused('This project is closed.');
  return performance.now();
}

export const privacyHandlers = {
  'privacy.scan': async ({ db }, { questionIds, kinds, names: words, from, answers }) => {
    const names = words && new Set(words.map((word) => fold(word)));
    const list = questionIds ? JSON.stringify(questionIds) : null;
    const total = one<{ n: number }>(db, 'SELECT count(*) AS n FROM item WHERE ?1 IS NULL OR question_id IN (SELECT value FROM json_each(?1))', list)?.n ?? 0;
    const name = sourceNames(db);
    const hits: IdentifierHit[] = [];
    let looked = 0;
    let at = from;
    let since = performance.now();
    while (looked < answers) {
      const wanted = Math.min(together, answers - looked);
      const rows = rowsAfter(db, at, list, wanted);
      const masks = masksOf(db, rows.map((row) => row.itemId));
      const kept = keptIn(db, rows.map((row) => row.itemId));
      for (const row of rows) {
        const own = masks.get(row.itemId) ?? [];
        if (names && scanAgain(row.text, names).length === 0) continue;
        for (const { start, end, kind, confidence, why, label } of scan(row.text, { kinds, names, masked: own })) {
          hits.push({ ...placeShown(row, own, name, { start, end }), kind, confidence, why, label, state: kept.has(`${row.itemId} ${start} ${end}`) ? 'kept' : 'new' });
        }
        since = await breathe(db, since);
      }
      looked += rows.length;
      at = rows.at(-1)?.itemId ?? at;
      if (rows.length < wanted) return { hits, looked, total, next: null };
    }
    return { hits, looked, total, next: rowsAfter(db, at, list, 1).length > 0 ? at : null };
  },

  'privacy.places': async ({ db }, { words, limit }) => {
    if (words.trim() === '') return { places: [], more: false };
    const pattern = patternOfWords([words], 'giu');
    const name = sourceNames(db);
    const places: PlaceShown[] = [];
    let since = performance.now();
    for (let from = 0; ; ) {
      const rows = rowsAfter(db, from, null, together);
      if (rows.length === 0) return { places, more: false };
      const masks = masksOf(db, rows.map((row) => row.itemId));
      for (const row of rows) {
        const own = masks.get(row.itemId) ?? [];
        for (const match of row.text.matchAll(pattern)) {
          const range = { start: match.index, end: match.index + match[0].length };
          const whole = wholeCharacters(row.text, range);
          if (whole.start !== range.start || whole.end !== range.end || own.some((mask) => mask.start < range.end && mask.end > range.start)) continue;
          if (places.length === limit) return { places, more: true };
          places.push(placeShown(row, own, name, range));
        }
        since = await breathe(db, since);
      }
      from = rows.at(-1)?.itemId ?? from;
    }
  },

  'privacy.kept': ({ db }) => all(db, 'SELECT item_id AS itemId, start, "end" FROM kept_identifier ORDER BY id'),

  'privacy.keep': ({ db, now, actor }, { places }) => {
    let kept = 0;
    for (const { itemId, start, end, kind } of places) {
      const item = one<{ text: string }>(db, 'SELECT text FROM item WHERE id = ?', itemId);
      if (!item) throw missing('This answer is not there any more.');
      const problem = rangeProblem(item.text, start, end);
      if (problem) throw invalid(problem);
      if (one(db, 'SELECT 1 FROM mask WHERE item_id = ? AND start < ? AND "end" > ?', itemId, end, start)) throw refused('These words are masked already.');
      if (one(db, 'SELECT 1 FROM kept_identifier WHERE item_id = ? AND start = ? AND "end" = ?', itemId, start, end)) continue;
      insert(db, 'INSERT INTO kept_identifier (item_id, start, "end", kind, at, actor) VALUES (?, ?, ?, ?, ?, ?)', itemId, start, end, kind, now(), actor);
      kept++;
    }
    return { kept };
  },

  'privacy.unkeep': ({ db }, { places }) => {
    let unkept = 0;
    for (const { itemId, start, end } of places) unkept += run(db, 'DELETE FROM kept_identifier WHERE item_id = ? AND start = ? AND "end" = ?', itemId, start, end);
    return { unkept };
  },
} satisfies Partial<ProjectHandlers>;

/** Places kept on purpose in some answers, as `item start end`. */
function keptIn(db: Db, itemIds: readonly number[]): ReadonlySet<string> {
  return new Set(all<{ place: string }>(db, `SELECT item_id || ' ' || start || ' ' || "end" AS place FROM kept_identifier WHERE item_id IN (SELECT value FROM json_each(?))`, JSON.stringify(itemIds)).map((row) => row.place));
}
