import type { Mask } from '../../../../shared/domain/masks.ts';
import { all, type Db, idList, one } from '../../sql.ts';

export type MasksByItem = ReadonlyMap<number, readonly Mask[]>;
const none: MasksByItem = new Map();

/** The masks of some answers (of all of them without a list), in the order of their places; answers without masks are left out. */
export function masksOf(db: Db, itemIds?: Iterable<number>): MasksByItem {
  if (!one(db, 'SELECT 1 FROM mask')) return none;
  const rows = all<Mask & { itemId: number }>(db, `SELECT item_id AS itemId, start, "end", label FROM mask ${itemIds === undefined ? '' : 'WHERE item_id IN (SELECT value FROM json_each(?))'} ORDER BY item_id, start`, ...(itemIds === undefined ? [] : [idList(itemIds)]));
  return Map.groupBy(rows.map(({ itemId, ...mask }) => ({ itemId, mask })), ({ itemId }) => itemId).entries()
    .reduce((by, [itemId, group]) => by.set(itemId, group.map(({ mask }) => mask)), new Map<number, readonly Mask[]>());
}

/** Puts each answer's masks beside it, where it has any. */
export function withMasksOf<A extends { itemId: number }>(db: Db, answers: A[]): (A & { masks?: readonly Mask[] })[] {
  const masks = masksOf(db);
  return masks.size === 0 ? answers : answers.map((answer) => {
    const own = masks.get(answer.itemId);
    return own ? { ...answer, masks: own } : answer;
  });
}
