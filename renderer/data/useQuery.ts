import { useEffect, useRef } from 'react';
import type { InputOf, OutputOf, QueryName } from '../../shared/contract/index.ts';
import type { ErrorData } from '../../shared/errors.ts';
import { keyOf, useCache, watch } from './cache.ts';

export interface QueryState<T> {
  data: T | undefined;
  error: ErrorData | undefined;
  /** Nothing to show yet: asked, and no answer so far. */
  loading: boolean;
}

/**
 * The answer to a query, kept fresh: it is asked again after every command that touched its tables, and the old rows
 * stay on screen meanwhile. `null` as input asks nothing. `keep` shows the last answer while another input is asked
 * (searching as one types); without it a new input starts empty.
 */
export function useQuery<N extends QueryName>(name: N, input: InputOf<N> | null, options: { keep?: boolean } = {}): QueryState<OutputOf<N>> {
  const key = input === null ? null : keyOf(name, input);
  // Selected apart, so that asking again redraws nothing until the answer is here.
  const data = useCache((state) => (key === null ? undefined : state.entries[key]?.data)) as OutputOf<N> | undefined;
  const error = useCache((state) => (key === null ? undefined : state.entries[key]?.error));
  const last = useRef<OutputOf<N> | undefined>(undefined);

  // The key stands for the input: equal inputs are the same question, whatever object carries them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => (key === null || input === null ? undefined : watch(name, input)), [key]);

  if (data !== undefined) last.current = data;
  const shown = data ?? (options.keep && key !== null ? last.current : undefined);
  return { data: shown, error, loading: key !== null && shown === undefined && error === undefined };
}
