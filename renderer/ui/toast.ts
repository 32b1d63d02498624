import { create } from 'zustand';

export interface ToastInput {
  text: string;
  action?: { label: string; run: () => void } /** A toast with the same key is replaced. */;
  key?: string;
}
export interface ShownToast extends ToastInput {
  id: number;
}

/** Milliseconds on screen; long enough to read two lines and reach the button. */
const STAYS = 8_000;
let last = 0;

export const useToasts = create<{ shown: readonly ShownToast[] }>(() => ({ shown: [] }));

export const dismissToast = (id: number): void => useToasts.setState(({ shown }) => ({ shown: shown.filter((each) => each.id !== id) }));

export const dismissAll = (): void => useToasts.setState({ shown: [] });

/** Says something for a few seconds at the bottom of the window, with one thing to do about it if wished. The same words never stand there twice. */
export function toast(input: ToastInput): void {
  const id = ++last;
  useToasts.setState(({ shown }) => ({
    shown: [...shown.filter((each) => each.text !== input.text && (input.key === undefined || each.key !== input.key)).slice(-2), { ...input, id }],
  }));
  setTimeout(() => dismissToast(id), STAYS);
}
