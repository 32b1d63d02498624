import { create } from 'zustand';
import { labelOf } from '../../../../shared/domain/identifiers/types.ts';
import { scan } from '../../../../shared/domain/identifiers/scan.ts';

/** A place to be masked: its words (to be shown before they go) and the label for them, without brackets. */
export interface ToMask { itemId: number; start: number; end: number; words: string; label: string }

interface Masking {
  /** What the dialog asks about; null while it is closed. `byHand`: one selection, for which other places with the same words are offered. */
  asked: { places: readonly ToMask[]; byHand: boolean; done: () => void } | null;
}

export const useMasking = create<Masking>(() => ({ asked: null }));

/** Opens the dialog that masks for good. `done` is told when they are masked. */
export const askToMask = (places: readonly ToMask[], { byHand = false, done = () => {} }: { byHand?: boolean; done?: () => void } = {}): void => useMasking.setState({ asked: { places, byHand, done } });
export const closeMasking = (): void => useMasking.setState({ asked: null });

/** The label to propose for words that somebody selected. */
export function proposedLabel(words: string): string {
  const [find] = scan(words);
  return find && find.end - find.start > words.length / 2 ? find.label : labelOf('name');
}
