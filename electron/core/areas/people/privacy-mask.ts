import { bracketed, filler } from '../../../../shared/domain/masks.ts';
import { rangeProblem } from '../../../../shared/domain/offsets.ts';
import { wholeCharacters } from '../../../../shared/domain/text-range.ts';
import { conflict, invalid, missing } from '../../../../shared/errors.ts';
import type { CommandContext, ProjectHandlers } from '../../handling.ts';
import { all, type Db, idList, insert, one, run } from '../../sql.ts';
import { forgetTies, forgetValues } from './closed-traces.ts';
import { type Masked, maskOwnTexts } from './privacy-own.ts';

interface Place { itemId: number; start: number; end: number; label: string }

export const privacyMaskHandlers = {
  'privacy.mask': (context, { places, notes }) => {
    const { db, history, now, actor } = context;
    const byItem = Map.groupBy(places, (place) => place.itemId);
    const [someKept, someRepaired] = ['kept_identifier', 'repair'].map((table) => one(db, `SELECT 1 FROM ${table}`) !== undefined);
    const words: Masked[] = [];
    withoutTextGuard(db, () => {
      for (const [itemId, own] of byItem) {
        const item = one<{ text: string }>(db, 'SELECT text FROM item WHERE id = ?', itemId);
        if (!item) throw missing('An answer that was to be masked is not there any more. Nothing was masked.');
        const ordered = own.toSorted((a, b) => a.start - b.start);
        refuseBadPlaces(db, itemId, item.text, ordered);
        run(db, 'UPDATE item SET text = ? WHERE id = ?', overwritten(item.text, ordered), itemId);
        for (const { start, end, label } of ordered) {
          words.push({ words: item.text.slice(start, end), label });
          insert(db, 'INSERT INTO mask (item_id, start, "end", label, at, actor) VALUES (?, ?, ?, ?, ?, ?)', itemId, start, end, bracketed(label), now(), actor);
          if (someKept) run(db, 'DELETE FROM kept_identifier WHERE item_id = ? AND start < ? AND "end" > ?', itemId, end, start);
        }
        // A repair would tell characters of what stood there.
        if (someRepaired) forgetRepairs(db, itemId, ordered);
      }
    });
    forgetKept(db, places);
    // Undoing an import would take the labels away and bring back masked text without them: it ends being undone.
    history.seal(importsOf(db, 'item', byItem.keys()));
    const texts = notes ? maskOwnTexts(db, words.filter((each) => /[\p{L}\p{N}]/u.test(each.words))) : 0;
    return { masked: places.length, answers: byItem.size, texts, labels: [...new Set(places.map((place) => bracketed(place.label)))] };
  },

  'privacy.maskValues': (context, { attributeId, values, label }) => {
    const { db } = context;
    const { name } = attributeOf(db, attributeId);
    const to = bracketed(label);
    if (values.some((value) => tells(label, value))) throw invalid('The label repeats the words that it is to hide. Choose a more general one.');
    const list = JSON.stringify(values);
    const people = run(db, 'UPDATE attribute_value SET value = ?1 WHERE attribute_id = ?2 AND value IN (SELECT value FROM json_each(?3))', to, attributeId, list);
    sealImports(context, attributeId);
    // Who could answer a question may hang on these values; the condition goes on with the label.
    forgetValues(db, { attributeId, values, to });
    return { name, people, label: to };
  },

  'privacy.dropAttribute': (context, { attributeId }) => {
    const { db } = context;
    const { name } = attributeOf(db, attributeId);
    const people = one<{ n: number }>(db, 'SELECT count(*) AS n FROM attribute_value WHERE attribute_id = ?', attributeId)?.n ?? 0;
    sealImports(context, attributeId);
    forgetTies(db, attributeId);
    forgetValues(db, { attributeId, values: all<{ value: string }>(db, 'SELECT DISTINCT value FROM attribute_value WHERE attribute_id = ?', attributeId).map((row) => row.value), to: null });
    run(db, 'DELETE FROM attribute_value WHERE attribute_id = ?', attributeId);
    run(db, 'DELETE FROM attribute WHERE id = ?', attributeId);
    return { name, people };
  },
} satisfies Partial<ProjectHandlers>;

/** Each code unit of the places becomes the filler, so that no offset moves. */
function overwritten(text: string, places: readonly Place[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of places) {
    masked += text.slice(at, start) + filler.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

/** The label says again what it is to hide. */
const tells = (label: string, words: string): boolean => {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const hidden = plain(words);
  return hidden.length > 1 && ` ${plain(label)} `.includes(` ${hidden} `);
};

function refuseBadPlaces(db: Db, itemId: number, text: string, ordered: readonly Place[]): void {
  const masked = all<{ start: number; end: number }>(db, 'SELECT start, "end" FROM mask WHERE item_id = ?', itemId);
  for (const [at, place] of ordered.entries()) {
    const problem = rangeProblem(text, place.start, place.end);
    if (problem) throw invalid(`${problem} Nothing was masked.`);
    const whole = wholeCharacters(text, place);
    if (whole.start !== place.start || whole.end !== place.end) throw invalid('A place would cut a character in two. Nothing was masked.');
    if (masked.some((mask) => mask.start < place.end && mask.end > place.start)) throw conflict('Some of these words are masked already. Nothing was masked.');
    const next = ordered[at + 1];
    if (next && next.start < place.end) throw conflict('Two of these places overlap. Nothing was masked.');
    if (tells(place.label, text.slice(place.start, place.end))) throw invalid('The label repeats the words that it is to hide. Choose a more general one; nothing was masked.');
  }
}

/** The guard of the schema over answers' texts is taken away for the time of `work`; where that throws, the transaction brings it back. */
function withoutTextGuard(db: Db, work: () => void): void {
  const guard = one<{ sql: string }>(db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'item_text_stays'");
  if (!guard) throw new Error('the guard over the texts of answers is missing');
  db.exec('DROP TRIGGER item_text_stays');
  work();
  db.exec(guard.sql);
}

/** Repairs hold the characters before and after. */
function forgetRepairs(db: Db, itemId: number, places: readonly Place[]): void {
  const repairs = all<{ id: number; start: number; after: string }>(db, 'SELECT id, start, after FROM repair WHERE item_id = ?', itemId);
  const touched = repairs.filter((repair) => places.some((place) => place.start < repair.start + Math.max(1, repair.after.length) && place.end > repair.start));
  run(db, 'DELETE FROM repair WHERE id IN (SELECT value FROM json_each(?))', idList(touched.map((repair) => repair.id)));
}

/**
 * Row images of keeping these very places go as well, so that the steps before can still be undone one by one; a step
 * with nothing left to undo is sealed.
 */
function forgetKept(db: Db, places: readonly Place[]): void {
  const byItem = Map.groupBy(places, (place) => place.itemId);
  const rows = all<{ seq: number; operationId: number; itemId: number; start: number; end: number }>(db, `SELECT seq, operation_id AS operationId, json_extract(coalesce(after, before), '$.item_id') AS itemId,
      json_extract(coalesce(after, before), '$.start') AS start, json_extract(coalesce(after, before), '$.end') AS "end" FROM change WHERE tbl = 'kept_identifier'`);
  const gone = rows.filter((row) => byItem.get(row.itemId)?.some((place) => place.start < row.end && place.end > row.start));
  run(db, 'DELETE FROM change WHERE seq IN (SELECT value FROM json_each(?))', idList(gone.map((row) => row.seq)));
  sealEmptied(db, gone.map((row) => row.operationId));
}

const sealEmptied = (db: Db, operationIds: readonly number[]) =>
  run(db, "UPDATE operation SET state = 'sealed' WHERE state IN ('done', 'undone') AND record = 'rows' AND id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM change WHERE operation_id = operation.id)", idList(operationIds));

/** The last import that brought any of these rows; 0 where none is known any more. */
function importsOf(db: Db, table: string, ids: Iterable<number>): number {
  return one<{ id: number | null }>(db, 'SELECT max(operation_id) AS id FROM bulk JOIN json_each(?) AS each ON each.value BETWEEN first AND last WHERE tbl = ?', idList(ids), table)?.id ?? 0;
}

function attributeOf(db: Db, id: number): { name: string } {
  const found = one<{ name: string }>(db, 'SELECT name FROM attribute WHERE id = ?', id);
  if (!found) throw missing('This closed question is not there any more.');
  return found;
}

/** Undoing what brought a closed question, or answers to it, would take them out from under the label; it ends being undone. */
function sealImports({ db, history }: CommandContext, attributeId: number): void {
  const values = all<{ id: number }>(db, 'SELECT id FROM attribute_value WHERE attribute_id = ?', attributeId).map((row) => row.id);
  history.seal(Math.max(importsOf(db, 'attribute', [attributeId]), importsOf(db, 'attribute_value', values)));
}
