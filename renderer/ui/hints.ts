import { useEffect } from 'react';
import { create } from 'zustand';

export interface Hint {
  /** Caps as they are printed: `['Ctrl', 'J']`. */
  keys: readonly string[];
  /** Another way to the same. */
  or?: readonly string[];
  text: string;
  /** What each of the two does, where they do different things: the palette offers them apart. */
  each?: readonly [string, string];
  /** Other words by which the palette finds it. */
  also?: string;
  /** False: the palette does not offer it; the key works only in some place of its own. */
  palette?: boolean;
  /** False: only in the list of all keys, not in the hint bar. */
  bar?: boolean;
}

interface Hints {
  /** Newest last; the hint bar shows the newest. */
  stack: readonly { id: symbol; screen: string; hints: readonly Hint[] }[];
  /** The keys of each screen seen so far, for the list of all keys. */
  known: Readonly<Record<string, readonly Hint[]>>;
}

export const useHintStore = create<Hints>(() => ({ stack: [], known: {} }));

/**
 * Fills the hint bar while mounted, and the list of keys for good. The first seven fit the bar; the others (or those with
 * `bar: false`) stand in the list only. `screen` names the group in the list: “Code”, “Build themes”.
 */
export function useHints(hints: readonly Hint[], screen = ''): void {
  const key = JSON.stringify(hints);
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal hints are the same hints, whatever array carries them
  useEffect(() => {
    const id = Symbol(screen);
    useHintStore.setState(({ stack, known }) => ({ stack: [...stack, { id, screen, hints }], known: screen ? { ...known, [screen]: hints } : known }));
    return () => useHintStore.setState(({ stack }) => ({ stack: stack.filter((each) => each.id !== id) }));
  }, [key, screen]);
}
