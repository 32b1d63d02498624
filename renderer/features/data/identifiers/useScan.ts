import { useCallback, useEffect, useRef, useState } from 'react';
import type { IdentifierHit } from '../../../../shared/contract/privacy.ts';
import { call } from '../../../data/call.ts';
import { getHost } from '../../../host/index.ts';

/** Hits that the screen keeps; a project with more is worked through from the beginning. */
export const mostHits = 20_000;

export interface Scan {
  hits: readonly IdentifierHit[];
  /** Answers looked at, of how many. */
  looked: number; total: number;
  state: 'looking' | 'done' | 'full' | 'stopped' | 'failed';
}
const nothing: Scan = { hits: [], looked: 0, total: 0, state: 'looking' };

/**
 * Looks through the whole project in the background, page by page, and starts anew when answers changed. What is kept is
 * asked apart, so that keeping and taking back cost no new scan.
 */
export function useScan(): Scan & { stop: () => void; again: () => void } {
  const [scan, setScan] = useState<Scan>(nothing);
  const run = useRef(0);

  const again = useCallback(async () => {
    const mine = ++run.current;
    let hits: IdentifierHit[] = [];
    let looked = 0;
    let from: number | null = 0;
    setScan((before) => ({ ...before, state: 'looking', looked: 0 }));
    while (from !== null) {
      const page: Awaited<ReturnType<typeof call<'privacy.scan'>>> = await call('privacy.scan', { from, answers: looked === 0 ? 200 : 1_000 });
      if (run.current !== mine) return;
      if (!page.ok) {
        setScan((before) => ({ ...before, state: 'failed' }));
        return;
      }
      hits = [...hits, ...page.value.hits];
      looked += page.value.looked;
      from = page.value.next;
      const state = hits.length >= mostHits && from !== null ? 'full' : from === null ? 'done' : 'looking';
      setScan({ hits, looked, total: page.value.total, state });
      if (state === 'full') return;
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
