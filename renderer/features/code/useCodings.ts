import { useEffect, useMemo, useRef, useState } from 'react';
import type { CodingRow } from '../../../shared/domain/types.ts';
import { useQuery } from '../../data/useQuery.ts';
import { setCodeUi, useCodeUi } from './code-ui.ts';
import { groupByItem } from './marks.ts';

type Groups = ReadonlyMap<number, readonly CodingRow[]>;
const none: readonly CodingRow[] = [];
/** Codes given last that are offered again. */
const remembered = 20;

/**
 * Every active coding on the answers to a question, by answer. A snapshot is taken once; after each command only the
 * answers that it touched come anew, and an answer whose codings did not change keeps its array. Codings just made or
 * changed are in it already. `groups` is undefined while the first snapshot is on its way; `lately` are the codes given last, newest first.
 */
export function useCodings(questionId: number | undefined): { groups: Groups | undefined; lately: readonly number[] } {
  const [from, setFrom] = useState(0);
  const newest = useQuery('coding.snapshot', questionId === undefined ? null : { questionId, from }).data;
  // While a later one is on its way, the one before it holds; that of another question does not.
  const held = useRef<{ questionId: number; snapshot: typeof newest }>(undefined);
  if (newest && questionId !== undefined) held.current = { questionId, snapshot: newest };
  const snapshot = newest ?? (held.current?.questionId === questionId ? held.current?.snapshot : undefined);
  const changes = useQuery('coding.changes', questionId === undefined || !snapshot ? null : { questionId, since: snapshot.at }).data;
  // More changed than is told one by one (an import, a merge): begin again from here.
  useEffect(() => { if (changes?.whole) setFrom(changes.at); }, [changes]);
  const fresh = useFresh(changes);

  const base = useMemo(() => snapshot && groupByItem(snapshot.codings.map(([id, codeId, itemId, start, end, participantId, fromCodeId, note]): CodingRow => ({ id, codeId, itemId, start, end, participantId, fromCodeId, note })), new Map()), [snapshot]);
  const last = useRef<Groups>(undefined);
  const groups = useMemo(() => {
    if (!base) return undefined;
    if (changes?.whole && last.current) return last.current;
    const now = new Map<number, readonly CodingRow[]>(base);
    const put = (itemId: number, rows: readonly CodingRow[]) => {
      const before = last.current?.get(itemId);
      const kept = groupByItem(rows, before ? new Map([[itemId, before]]) : new Map()).get(itemId);
      if (kept) now.set(itemId, kept);
      else now.delete(itemId);
    };
    const changed = Map.groupBy(changes?.codings ?? none, (row) => row.itemId);
    for (const itemId of changes?.itemIds ?? []) put(itemId, changed.get(itemId) ?? none);
    for (const [itemId, rows] of Map.groupBy(fresh, (row) => row.itemId)) put(itemId, withFresh(now.get(itemId) ?? none, rows));
    return (last.current = now);
  }, [base, changes, fresh]);
  const lately = useMemo(() => {
    const codes = new Set(changes?.codings.map((row) => [row.id, row.codeId] as const).sort((a, b) => b[0] - a[0]).map(([, codeId]) => codeId));
    for (let at = (snapshot?.codings.length ?? 0) - 1; at >= 0 && codes.size < remembered; at--) codes.add(snapshot?.codings[at]?.[1] ?? 0);
    return [...codes].slice(0, remembered);
  }, [snapshot, changes]);
  return { groups, lately };
}

/** Fresh rows take the place of those with their id. */
const withFresh = (listed: readonly CodingRow[], fresh: readonly CodingRow[]): CodingRow[] => [...listed.filter((row) => !fresh.some((each) => each.id === row.id)), ...fresh];

/** Codings made or changed since the list came last; a new list knows them. */
function useFresh(listed: unknown): readonly CodingRow[] {
  const fresh = useCodeUi((ui) => ui.fresh);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list knows everything
  useEffect(() => {
    // What the file has not got yet (ids below 0) is in no list either.
    const { fresh: drawn } = useCodeUi.getState();
    if (drawn.some((row) => row.id > 0)) setCodeUi({ fresh: drawn.filter((row) => row.id < 0) });
  }, [listed]);
  return fresh;
}

/** The codings of one analysis alone: those of others on the same answers are not this reading's business. Arrays that lose nothing stay. */
export function ofCodes(groups: Groups, codes: ReadonlyMap<number, unknown>, filtered: WeakMap<readonly CodingRow[], readonly CodingRow[]>): Groups {
  const own = new Map<number, readonly CodingRow[]>();
  for (const [itemId, rows] of groups) {
    let mine = filtered.get(rows);
    if (!mine) filtered.set(rows, (mine = rows.every((row) => codes.has(row.codeId)) ? rows : rows.filter((row) => codes.has(row.codeId))));
    if (mine.length > 0) own.set(itemId, mine);
  }
  return own;
}
