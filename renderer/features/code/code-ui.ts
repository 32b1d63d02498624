import { create } from 'zustand';
import type { TextRange } from '../../../shared/domain/text-range.ts';

/** A selection in one answer; `anchor` stays, `focus` moves. Equal: a place in the text without a stretch, shown as a word cursor. */
export interface Selection { itemId: number; anchor: number; focus: number }
export interface Focused { codingId: number; itemId: number; codeId: number }

interface CodeUi {
  selection: Selection | null;
  /** The code palette is open over the selection. */
  choosing: boolean;
  /** What the pointer or the focus is on: its underline, bracket, label and code row light up together. */
  hot: { codeId: number; codingId: number | null } | null;
  /** The coding whose details are open. */
  opened: Focused | null;
  /** Codes used lately, newest first. */
  recent: readonly number[];
  /** The right pane shows the extracts of the selected code. */
  collating: boolean;
  /** Said to screen readers. */
  said: string;
}

export const nothingOpen: Pick<CodeUi, 'selection' | 'choosing' | 'hot' | 'opened' | 'said'> = { selection: null, choosing: false, hot: null, opened: null, said: '' };

export const useCodeUi = create<CodeUi>(() => ({ ...nothingOpen, recent: [], collating: false }));
export const setCodeUi = (patch: Partial<CodeUi>): void => useCodeUi.setState(patch);

export const rangeOfSelection = (selection: Selection): TextRange => ({ start: Math.min(selection.anchor, selection.focus), end: Math.max(selection.anchor, selection.focus) });
export const isStretch = (selection: Selection | null): selection is Selection => selection !== null && selection.anchor !== selection.focus;

export const noteRecent = (codeIds: readonly number[]): void =>
  useCodeUi.setState(({ recent }) => ({ recent: [...new Set([...codeIds, ...recent])].slice(0, 9) }));
