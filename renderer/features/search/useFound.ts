import { useEffect, useMemo, useRef, useState } from 'react';
import type { SearchCount, SearchHit, SearchPage } from '../../../shared/contract/search.ts';
import { fetchQuery } from '../../data/cache.ts';
import { useQuery } from '../../data/useQuery.ts';
import type { What } from './search-ui.ts';

/** Hits of a page: more than a window shows, little enough to come at once. */
const LIMIT = 100;

export interface Found {
  hits: readonly SearchHit[];
  /** How much there is altogether; undefined until everything was looked at. */
  count: SearchCount | undefined;
  /** Answers found so far, at the least. */
  atLeast: number;
  /** The answer on screen is that to the text asked for. */
  loading: boolean;
  /** There are more hits than those here. */
  more: boolean;
  loadMore: () => void;
}

/** What a search finds: the first hits at once, more as one reads on, and the number of all. Fresh after every change. */
export function useFound(what: What | null): Found {
  const first = useQuery('search.answers', what && { ...what, limit: LIMIT }, { keep: true });
  const page = what ? first.data : undefined;
  const { following, loadMore } = useFollowing(what, page);
  const hits = useMemo(() => [...(page?.hits ?? []), ...following.flatMap((each) => each.hits)], [page, following]);
  const last = following.at(-1) ?? page;
  const whole = page?.next === null && page.complete;
  const counted = useQuery('search.count', page && !whole ? what : null, { keep: true }).data;
  const count = useMemo(() => (whole && page ? countOf(page.hits) : page && counted), [whole, page, counted]);
  return { hits, count, atLeast: page?.total ?? 0, loading: first.loading, more: last?.next !== null && last !== undefined, loadMore };
}

/** The pages behind the first. They belong to it: when it comes anew, so do they, and the old ones stay until then. */
function useFollowing(what: What | null, first: SearchPage | undefined) {
  const [following, setFollowing] = useState<{ key: string; pages: readonly SearchPage[] }>({ key: '', pages: [] });
  const key = JSON.stringify(what);
  const pages = following.key === key ? following.pages : none;
  const running = useRef(false);
  const state = useRef({ what, first, pages, key });
  useEffect(() => {
    state.current = { what, first, pages, key };
  });

  const read = async (wanted: number) => {
    if (running.current) return;
    running.current = true;
    const { what: asked, first: began, key: mine } = state.current;
    const fresh: SearchPage[] = [];
    for (let last = began; asked && last && last.next !== null && fresh.length < wanted; ) {
      const { asker: _, ...rest } = asked;
      last = await fetchQuery('search.answers', { ...rest, limit: LIMIT, after: last.next });
      if (last) fresh.push(last);
    }
    running.current = false;
    if (state.current.key === mine && state.current.first === began) setFollowing({ key: mine, pages: fresh });
    else if (state.current.key === mine && fresh.length > 0) void read(fresh.length);
  };
  const loadMore = () => {
    const { pages: here, first: began } = state.current;
    if ((here.at(-1) ?? began)?.next != null) void read(here.length + 1);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a first page that came anew makes the others stale
  useEffect(() => {
    if (state.current.pages.length > 0) void read(state.current.pages.length);
  }, [first]);
  return { following: pages, loadMore };
}

const none: readonly SearchPage[] = [];

/** Counted from the hits themselves, where all of them are here. */
function countOf(hits: readonly SearchHit[]): SearchCount {
  const questions = [...Map.groupBy(hits, (hit) => hit.questionId)].map(([questionId, own]) => ({
    questionId,
    answers: own.length,
    places: own.reduce((sum, hit) => sum + hit.places.length, 0),
  }));
  return {
    answers: hits.length,
    questions,
    places: questions.reduce((sum, question) => sum + question.places, 0),
    people: new Set(hits.flatMap((hit) => hit.participantId ?? [])).size,
    documents: new Set(hits.flatMap((hit) => hit.document?.id ?? [])).size,
  };
}
