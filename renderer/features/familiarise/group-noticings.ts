import { useMemo, useRef } from 'react';
import type { Noticing } from '../../../shared/contract/reading.ts';

/** Notes by answer; an answer whose notes did not change keeps its old array, so that only touched answers are drawn again. */
export function useNoticingsByItem(noticings: readonly Noticing[] | undefined): ReadonlyMap<number, readonly Noticing[]> {
  const before = useRef<ReadonlyMap<number, readonly Noticing[]>>(new Map());
  return useMemo(() => {
    const groups = Map.groupBy(noticings ?? [], (each) => each.itemId) as Map<number, readonly Noticing[]>;
    for (const [itemId, group] of groups) {
      const old = before.current.get(itemId);
      if (old && JSON.stringify(old) === JSON.stringify(group)) groups.set(itemId, old);
    }
    return (before.current = groups);
  }, [noticings]);
}
