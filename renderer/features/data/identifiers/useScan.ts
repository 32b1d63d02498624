import { useCallback, useEffect, useRef, useState } from 'react';
import type { IdentifierHit } from '../../../../shared/contract/privacy.ts';
import { wordsToMeetAgain } from '../../../../shared/domain/identifiers/again.ts';
import { call } from '../../../data/call.ts';
import { getHost } from '../../../host/index.ts';

/** Hits that the screen keeps; a project with more is worked through from the beginning. */
export const mostHits = 20_000;

/** Words of names that are looked for again. */
const mostNames = 20_000;

export interface Scan {
  hits: readonly IdentifierHit[];
  /** Answers looked at, of how many. */
  looked: number; total: number;
  /** looking: for everything; names: for further mentions of the names that were found. */
  state: 'looking' | 'names' | 'done' | 'full' | 'stopped' | 'failed';
}
const nothing: Scan = { hits: [], looked: 0, total: 0, state: 'looking' };

/** The hits with those of some answers in place of what was known of them, in the order of places. */
function renewed(hits: readonly IdentifierHit[], now: readonly IdentifierHit[]): readonly IdentifierHit[] {
  const items = new Set(now.map((hit) => hit.itemId));
  return now.length === 0 ? hits : [...hits.filter((hit) => !items.has(hit.itemId)), ...now].sort((one, two) => one.itemId - two.itemId || one.start - two.start);
}

/**
 * Looks through the whole project in the background, page by page, and starts anew when answers changed. What is kept is
 * asked apart, so that keeping and taking back cost no new scan.
 */
export function useScan(): Scan & { stop: () => void; again: () => void } {
  const [scan, setScan] = useState<Scan>(nothing);
  const run = useRef(0);
  const shown = useRef<readonly IdentifierHit[]>([]);
  useEffect(() => { shown.current = scan.hits; }, [scan.hits]);

  const again = useCallback(async () => {
    const mine = ++run.current;
    let hits: readonly IdentifierHit[] = [];
    // What was found before stays on the screen until the scan comes to it, so that nothing jumps away under the keys.
    const before = shown.current;
    setScan((last) => ({ ...last, state: 'looking', looked: 0 }));
    const fail = () => setScan((last) => ({ ...last, state: 'failed' }));
    const known = await call('privacy.names', {});
    if (run.current !== mine) return;
    if (!known.ok) return fail();
    const names = new Set(known.value);
    // First everything; then once more for names that are known by then, wherever they stand and however they are typed.
    for (const round of ['first', 'names'] as const) {
      if (round === 'names' && names.size === 0) break;
      let looked = 0;
      for (let from: number | null = 0; from !== null; ) {
        const page: Awaited<ReturnType<typeof call<'privacy.scan'>>> = await call('privacy.scan', { from, answers: looked === 0 ? 200 : 1_000, ...(round === 'names' && { names: [...names].slice(0, mostNames) }) });
        if (run.current !== mine) return;
        if (!page.ok) return fail();
        if (round === 'first') for (const hit of page.value.hits) for (const word of wordsToMeetAgain(hit, hit.match)) names.add(word);
        hits = round === 'first' ? [...hits, ...page.value.hits] : renewed(hits, page.value.hits);
        looked += page.value.looked;
        from = page.value.next;
        const full = hits.length >= mostHits && from !== null;
        const behind = from;
        const ahead = round === 'first' && behind !== null && !full ? before.filter((hit) => hit.itemId > behind) : [];
        setScan({ hits: ahead.length > 0 ? [...hits, ...ahead] : hits, looked, total: page.value.total, state: full ? 'full' : from === null && (round === 'names' || names.size === 0) ? 'done' : round === 'names' ? 'names' : 'looking' });
        if (full) return;
      }
    }
  }, []);

  useEffect(() => {
    void again();
    const forget = getHost().onChanged((change) => {
      if (change.tables === 'everything' || change.tables.includes('item')) void again();
    });
    return () => {
      run.current++;
      forget();
    };
  }, [again]);

  const stop = useCallback(() => {
    run.current++;
    setScan((before) => ({ ...before, state: 'stopped' }));
  }, []);
  return { ...scan, stop, again: () => void again() };
}
