import { useEffect, useId } from 'react';
import { create } from 'zustand';

/** Something the palette (Ctrl K) can do. */
export interface PaletteCommand {
  id: string;
  label: string;
  /** Other words by which it is found. */
  also?: string;
  keys?: readonly string[];
  run: () => void;
}

export const useCommandStore = create<{ groups: Readonly<Record<string, readonly PaletteCommand[]>> }>(() => ({ groups: {} }));

/** Offers commands in the palette while mounted. What a key does is offered by its hint (`useHints`) and needs no command. */
export function useCommands(commands: readonly PaletteCommand[]): void {
  const group = useId();
  // Closures are fresh on every render; the store is told each time, and nothing but the open palette listens.
  useEffect(() => useCommandStore.setState(({ groups }) => ({ groups: { ...groups, [group]: commands } })));
  useEffect(
    () => () => useCommandStore.setState(({ groups }) => ({ groups: Object.fromEntries(Object.entries(groups).filter(([each]) => each !== group)) })),
    [group],
  );
}
