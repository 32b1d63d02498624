import { create } from 'zustand';
import type { TextRange } from '../../../shared/domain/text-range.ts';
import type { CodingRow } from '../../../shared/domain/types.ts';
import { usePlace } from '../../state/place.ts';
import { useProject } from '../../state/project.ts';
import { foldDrawers, unfold } from '../shell/drawers.ts';
import { type Filter, noFilter } from './filters.ts';
import type { Column, Sides } from './sides.ts';

/** A selection in one answer; `anchor` stays, `focus` moves. Equal: a place in the text without a stretch, shown as a word cursor. */
export interface Selection { itemId: number; anchor: number; focus: number }
export interface Focused { codingId: number; itemId: number; codeId: number }

interface CodeUi {
  selection: Selection | null;
  /** The code palette is open over the selection. */
  choosing: boolean;
  /** What the pointer is on: its underline, bracket, label and code row light up together. */
  hot: { codeId: number; codingId: number | null } | null;
  /** The extract that Tab has walked to: lit as well, and what Enter and Backspace are about. */
  walked: { codeId: number; codingId: number } | null;
  /** A place to bring into view: an answer, or the words at an offset of it. Equal places in a new object scroll again. */
  reveal: { itemId: number; at: number | null } | null;
  /** The answer whose notes from familiarising are open. */
  noticed: number | null;
  /** The coding whose details are open. */
  opened: Focused | null;
  /** Codes used lately, newest first. */
  recent: readonly number[];
  /** The palette chooses another code for this coding, rather than codes for the selection. */
  moving: number | null;
  /** The memo of the opened coding is to be written. */
  noting: boolean;
  /** Codings just made or changed, drawn until the question's codings have come anew: a mark appears with the key that made it. */
  fresh: readonly CodingRow[];
  /** The right pane shows the extracts of the selected code. */
  collating: boolean;
  /** Codes stand under their themes; otherwise in one list. */
  grouped: boolean;
  /** An end of an extract or a selection is being dragged: what floats over the answers stays out of the way. */
  dragging: boolean;
  /** The last press was a finger's: the selection has handles. */
  touch: boolean;
  /** Which answers are shown; as chosen, until it is cleared or the project is left. What holds for a question is in `CodeData`. */
  filter: Filter;
  /** Two groups of people stand side by side; null: one column. */
  sides: Sides | null;
  /** Where the two have no room beside each other: a group to show although the current answer, which stays where it is, is not of it. */
  oneSide: { key: Column['key']; itemId: number | null } | null;
  /** Said to screen readers. */
  said: string;
}

export const nothingOpen: Pick<CodeUi, 'selection' | 'choosing' | 'moving' | 'noting' | 'hot' | 'walked' | 'opened' | 'noticed' | 'reveal' | 'said'> = { selection: null, choosing: false, moving: null, noting: false, hot: null, walked: null, opened: null, noticed: null, reveal: null, said: '' };

export const useCodeUi = create<CodeUi>(() => ({ ...nothingOpen, recent: [], fresh: [], collating: false, grouped: true, filter: noFilter, sides: null, oneSide: null, dragging: false, touch: false }));
export const setCodeUi = (patch: Partial<CodeUi>): void => useCodeUi.setState(patch);

// Ids of codes, attributes and answers mean others in another project.
useProject.subscribe((now, before) => {
  if (before.entered !== null && now.entered !== before.entered) setCodeUi({ ...nothingOpen, recent: [], fresh: [], filter: noFilter, sides: null });
});

export const rangeOfSelection = (selection: Selection): TextRange => ({ start: Math.min(selection.anchor, selection.focus), end: Math.max(selection.anchor, selection.focus) });
export const isStretch = (selection: Selection | null): selection is Selection => selection !== null && selection.anchor !== selection.focus;

/** Where the word cursor stands in an answer; null without one. */
export const cursorIn = (selection: Selection | null, itemId: number | null | undefined): number | null => (selection !== null && selection.itemId === itemId && selection.anchor === selection.focus ? selection.focus : null);

/** What lights up: under the pointer, or else where the keyboard is. */
export const litOf = ({ hot, walked }: Pick<CodeUi, 'hot' | 'walked'>): CodeUi['hot'] => hot ?? walked;

/** Goes to an answer of the question on screen (or of another one) and brings it, or the words at an offset of it, into view. */
export function showAnswer(itemId: number, { at = null, questionId }: { at?: number | null; questionId?: number } = {}): void {
  setCodeUi({ ...nothingOpen, reveal: { itemId, at } });
  usePlace.getState().go({ itemId, ...(questionId === undefined ? {} : { questionId }) });
}

/** Puts the keyboard back on an answer, after something that lay over it has closed. */
export function focusAnswer(itemId: number | undefined): void {
  foldDrawers();
  document.querySelector<HTMLElement>(`[data-item="${itemId}"]`)?.focus({ preventScroll: true });
}

/** Shows the extracts of the selected code in the right pane. */
export function collate(): void {
  setCodeUi({ collating: true });
  unfold('right');
}

/** The code whose line in the list has the keyboard. */
export const codeInFocus = (): number | null => Number(document.activeElement?.closest<HTMLElement>('[data-code]')?.dataset.code ?? 0) || null;

export const noteRecent = (codeIds: readonly number[]): void =>
  useCodeUi.setState(({ recent }) => ({ recent: [...new Set([...codeIds, ...recent])].slice(0, 9) }));
