import { create } from 'zustand';
import type { ThemeKind } from '../../../shared/domain/types.ts';
import type { Ref } from './board-model.ts';
import type { Cargo, Gap } from './moves.ts';

/** A small surface beside the row in focus that wants an answer. */
export type Ask =
  | { kind: 'move'; cargo: Cargo }
  | { kind: 'heading'; codeIds: number[]; parentId: number | null }
  | { kind: 'dissolve'; themeId: number }
  | { kind: 'set-aside'; codeIds: number[] };
/** A theme being named before it exists; `codeIds` go into it. */
export interface Draft { kind: ThemeKind; parentId: number | null; codeIds: number[] }
export type Pane = { kind: 'theme'; id: number } | { kind: 'extracts'; codeId: number } | { kind: 'merges' } | { kind: 'away' };
export type Merging = { kind: 'code'; ids: number[] } | { kind: 'theme'; ids: number[] } | { kind: 'analysis'; ids: number[] };
/** Codes, or themes; never both at once. */
export interface Chosen { kind: 'code' | 'theme'; ids: readonly number[] }

export interface ThemesUi {
  view: 'board' | 'list';
  samples: boolean;
  find: string;
  closed: ReadonlySet<number>;
  focus: Ref | null;
  /** Where a range selection began. */
  anchor: Ref | null;
  chosen: Chosen;
  /** The row whose name is being written. */
  naming: Ref | null;
  ask: Ask | null;
  /** The theme whose menu is open. */
  menu: number | null;
  draft: Draft | null;
  pane: Pane | null;
  merging: Merging | null;
  drag: Cargo | null;
  /** The gap that a drop would fill. */
  over: Gap | null;
  /** What was just done, for screen readers. */
  said: string;
}

export const nothingChosen: Chosen = { kind: 'code', ids: [] };

const start: ThemesUi = {
  view: 'board', samples: true, find: '', closed: new Set(), focus: null, anchor: null, chosen: nothingChosen, naming: null, ask: null, menu: null, draft: null,
  pane: null, merging: null, drag: null, over: null, said: '',
};

/** What the Build themes screen shows and is busy with; no row of the project lives here. */
export const useThemesUi = create<ThemesUi>(() => start);

export const setUi = (patch: Partial<ThemesUi>): void => useThemesUi.setState(patch);
export const say = (said: string): void => useThemesUi.setState({ said });
/** For another analysis or another project: nothing chosen, nothing open. How one likes to look (view, samples) stays. */
export const resetUi = (): void => useThemesUi.setState(({ view, samples }) => ({ ...start, view, samples }));

export function toggleChosen(ref: Ref): void {
  if (ref.kind === 'tray') return;
  useThemesUi.setState(({ chosen }) => {
    const ids = chosen.kind === ref.kind ? chosen.ids : [];
    return { chosen: { kind: ref.kind, ids: ids.includes(ref.id) ? ids.filter((id) => id !== ref.id) : [...ids, ref.id] }, anchor: ref };
  });
}

/** Codes that an action means: those chosen, otherwise the one in focus. */
export function meantCodes(): number[] {
  const { chosen, focus } = useThemesUi.getState();
  if (chosen.kind === 'code' && chosen.ids.length > 0) return [...chosen.ids];
  return focus?.kind === 'code' ? [focus.id] : [];
}

/** What a move means: the chosen codes, the code in focus, or the theme in focus. */
export function meantCargo(): Cargo | null {
  const { focus, chosen } = useThemesUi.getState();
  if (focus?.kind === 'theme' && !(chosen.kind === 'code' && chosen.ids.length > 0)) return { kind: 'theme', id: focus.id };
  const ids = meantCodes();
  return ids.length ? { kind: 'codes', ids } : null;
}
