import { create } from 'zustand';

export interface ToastInput {
  text: string;
  action?: { label: string; run: () => void };
}
export interface ShownToast extends ToastInput {
  id: number;
}

/** Milliseconds on screen; long enough to read two lines and reach the button. */
const STAYS = 8_000;
let last = 0;

export const useToasts = create<{ shown: ShownToast | null }>(() => ({ shown: null }));

export const dismissToast = (id: number): void => useToasts.setState(({ shown }) => ({ shown: shown?.id === id ? null : shown }));

export const dismissAll = (): void => useToasts.setState({ shown: null });

/** After another change an offer such as “Undo” would take back that one: the toast that offers it goes. */
export const withdrawOffer = (): void => useToasts.setState(({ shown }) => ({ shown: shown?.action ? null : shown }));

/** Says something for a few seconds at the bottom of the window, with one thing to do about it if wished. The newest takes the place of the one before. */
export function toast(input: ToastInput): void {
  const id = ++last;
  useToasts.setState({ shown: { ...input, id } });
  setTimeout(() => dismissToast(id), STAYS);
}
