import { create } from 'zustand';
import { type Change, contract, type InputOf, type OutputOf, type QueryName } from '../../shared/contract/index.ts';
import type { Table } from '../../shared/contract/define.ts';
import type { ErrorData } from '../../shared/errors.ts';
import { getHost } from '../host/index.ts';
import { call } from './call.ts';
import { told } from './told.ts';

/** One answered (or asked) query: rows and status, nothing else. */
export interface Cached {
  data: unknown;
  error: ErrorData | undefined;
  asking: boolean;
}

/** Answers by name and input. Rows live here only; UI state lives in ../state. */
export const useCache = create<{ entries: Readonly<Record<string, Cached>> }>(() => ({ entries: {} }));

/** What the store does not need to tell anyone: who watches a query, and which request is the newest. */
interface Watched {
  name: QueryName;
  input: unknown;
  watchers: number;
  request: number;
  running: Promise<void> | undefined;
}
const watched = new Map<string, Watched>();
/** Answers kept for queries that nobody watches at the moment. */
const LIMIT = 200;
let requests = 0;
let listening: { host: object; stop: () => void } | undefined;

export const keyOf = (name: QueryName, input: unknown) => `${name} ${JSON.stringify(input)}`;

/** Mounts a query: asks it unless its answer is here, and keeps it fresh until the function returned is called. */
export function watch<N extends QueryName>(name: N, input: InputOf<N>): () => void {
  listen();
  const key = keyOf(name, input);
  const query = watched.get(key) ?? { name, input, watchers: 0, request: 0, running: undefined };
  watched.set(key, query);
  query.watchers += 1;
  const entry = useCache.getState().entries[key];
  if (entry === undefined || (entry.error && !entry.asking)) void ask(key, query);
  return () => {
    query.watchers -= 1;
    if (watched.size > LIMIT)
      drop(
        [...watched]
          .filter(([, each]) => each.watchers === 0)
          .slice(0, LIMIT / 2)
          .map(([each]) => each),
      );
  };
}

/** Asks a query once, sharing the answer that is here or under way with everybody who asks the same. */
export async function fetchQuery<N extends QueryName>(name: N, input: InputOf<N>): Promise<OutputOf<N> | undefined> {
  const stop = watch(name, input);
  const key = keyOf(name, input);
  // A change may supersede a request while it is under way: wait for the newest.
  for (let running = watched.get(key)?.running; running; running = watched.get(key)?.running) await running;
  stop();
  return useCache.getState().entries[key]?.data as OutputOf<N> | undefined;
}

function ask(key: string, query: Watched): Promise<void> {
  const request = (query.request = ++requests);
  put(key, { data: useCache.getState().entries[key]?.data, error: undefined, asking: true });
  const running = call(query.name, query.input as never).then((result) => {
    // An older answer never overwrites a newer one.
    if (query.request !== request) return;
    query.running = undefined;
    put(key, result.ok ? { data: result.value, error: undefined, asking: false } : { data: undefined, error: result.error, asking: false });
  });
  query.running = running;
  return running;
}

const put = (key: string, entry: Cached) => useCache.setState((state) => ({ entries: { ...state.entries, [key]: entry } }));

/** Whether one of these queries, shown somewhere, waits for an answer. */
export const isAsking = (names: readonly QueryName[]): boolean =>
  watched.entries().some(([key, { name, watchers }]) => watchers > 0 && names.includes(name) && useCache.getState().entries[key]?.asking === true);

/** Drops what a change may have touched; mounted queries are asked again, their old rows stay until the answer is here. */
export function invalidate(tables: Change['tables']): void {
  const touched = (reads: readonly Table[]) => tables === 'everything' || reads.some((table) => tables.includes(table));
  const gone: string[] = [];
  for (const [key, query] of watched) {
    if (!touched(contract[query.name].reads)) continue;
    if (query.watchers > 0) void ask(key, query);
    else gone.push(key);
  }
  drop(gone);
}

function drop(gone: readonly string[]): void {
  if (gone.length === 0) return;
  for (const key of gone) {
    const query = watched.get(key);
    if (query) query.request = ++requests;
    watched.delete(key);
  }
  useCache.setState((state) => ({ entries: Object.fromEntries(Object.entries(state.entries).filter(([key]) => !gone.includes(key))) }));
}

/** Forgets everything; between tests. */
export function forgetAll(): void {
  for (const query of watched.values()) query.request = ++requests;
  watched.clear();
  useCache.setState({ entries: {} });
}

function listen(): void {
  const host = getHost();
  if (listening?.host === host) return;
  listening?.stop();
  listening = { host, stop: host.onChanged(hear) };
}

function hear(change: Change): void {
  told.hear();
  invalidate(change.tables);
}
