import type { KeyboardEvent, RefObject } from 'react';
import { useKeys } from '../../ui/useKeys.ts';
import { type Board, type Ref, sameRef } from './board-model.ts';
import { type Direction, nudge } from './moves.ts';
import { extentIn, parentRow, parseRef, shownColumns } from './rows.ts';
import { meantCargo, meantCodes, nothingChosen, say, setUi, type ThemesUi, toggleChosen, useThemesUi } from './ui-state.ts';
import type { ThemeActions } from './useThemeActions.ts';
import { across, along, codesBetween } from './walk.ts';

const directions: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

export const isBusy = (ui: ThemesUi): boolean => ui.ask !== null || ui.menu !== null || ui.draft !== null || ui.naming !== null || ui.merging !== null;

/** Goes to a row; it need not be drawn yet. */
const goTo = (ref: Ref): void => setUi({ focus: ref });

/**
 * The keys of board and list. One row at a time takes part in the Tab order (roving tabindex); arrows walk, Alt moves,
 * Shift extends; letters act on what is chosen, or on the row in focus.
 */
export function useTreeKeys(tree: RefObject<HTMLElement | null>, inside: RefObject<boolean>, board: Board, actions: ThemeActions) {
  const busy = useThemesUi((ui) => isBusy(ui));
  const walk = (direction: Direction, extend: boolean) => {
    const { focus: from, anchor, view, closed } = useThemesUi.getState();
    if (!tree.current) return;
    const columns = shownColumns(tree.current);
    const first = columns[0]?.[0];
    if (!from) {
      if (first) goTo(first);
      return;
    }
    const column = columns.find((rows) => rows.some((row) => sameRef(row, from))) ?? [];
    if (view === 'list' && (direction === 'left' || direction === 'right')) {
      if (from.kind === 'theme') {
        const folded = closed.has(from.id);
        if (direction === 'left' ? !folded : folded) {
          setUi({ closed: direction === 'left' ? new Set([...closed, from.id]) : new Set([...closed].filter((id) => id !== from.id)) });
          return;
        }
      }
      const to = direction === 'left' ? parentRow(tree.current, from) : along(column, from, 1);
      if (to) goTo(to);
      return;
    }
    const to = direction === 'up' ? (along(column, from, -1) ?? parentRow(tree.current, from)) : direction === 'down' ? along(column, from, 1) : across(columns, from, direction === 'left' ? -1 : 1, extentIn(tree.current));
    if (!to) return;
    if (extend) {
      const start = anchor ?? from;
      const ids = codesBetween(column, start, to);
      setUi({ anchor: start, chosen: { kind: 'code', ids } });
      say(`${ids.length} ${ids.length === 1 ? 'code' : 'codes'} selected`);
    } else setUi({ anchor: null });
    goTo(to);
    // A drawer that is open reads along.
    const { pane } = useThemesUi.getState();
    if (pane?.kind === 'extracts' || pane?.kind === 'theme') open(to);
  };

  const open = (ref: Ref) => {
    if (ref.kind === 'code') setUi({ pane: { kind: 'extracts', codeId: ref.id } });
    if (ref.kind === 'theme') setUi({ pane: { kind: 'theme', id: ref.id } });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLElement) || event.target.dataset.ref === undefined) return;
    const { focus: at } = useThemesUi.getState();
    const direction = directions[event.key];
    if (direction && event.altKey) {
      const cargo = meantCargo();
      const gap = cargo && nudge(board, cargo, direction);
      if (cargo && gap) void actions.move(cargo, gap);
      else say('It cannot go further that way.');
    } else if (direction && !event.ctrlKey && !event.metaKey) walk(direction, event.shiftKey);
    else if ((event.key === 'Home' || event.key === 'End') && tree.current) {
      const to = shownColumns(tree.current).find((rows) => at && rows.some((row) => sameRef(row, at)))?.at(event.key === 'Home' ? 0 : -1);
      if (to) goTo(to);
    } else if (event.key === 'Enter' && at) open(at);
    else if (event.key === ' ' && at) toggleChosen(at);
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && at?.kind === 'theme') setUi({ menu: at.id });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onFocus = (event: { target: EventTarget }) => {
    inside.current = true;
    const ref = event.target instanceof HTMLElement && event.target.dataset.ref ? parseRef(event.target.dataset.ref) : null;
    if (ref && !sameRef(ref, useThemesUi.getState().focus)) setUi({ focus: ref });
  };
  const onBlur = (event: { relatedTarget: EventTarget | null }) => {
    if (event.relatedTarget instanceof Node && !tree.current?.contains(event.relatedTarget) && !isBusy(useThemesUi.getState())) inside.current = false;
  };

  useKeys({
    x: () => {
      const { focus } = useThemesUi.getState();
      if (!focus || focus.kind === 'tray') return false;
      toggleChosen(focus);
      return true;
    },
    v: () => { const cargo = meantCargo(); if (!cargo) return false; setUi({ ask: { kind: 'move', cargo } }); return true; },
    t: () => setUi({ draft: { kind: 'theme', parentId: null, codeIds: meantCodes() } }),
    n: () => setUi({ draft: { kind: 'theme', parentId: null, codeIds: [] } }),
    s: () => askHeading(board),
    m: () => mergeMeant(),
    F2: () => {
      const { focus } = useThemesUi.getState();
      if (!focus || focus.kind === 'tray') return false;
      setUi({ naming: focus });
      return true;
    },
    Delete: () => takeOut(),
    Backspace: () => takeOut(),
    'Ctrl+a': () => {
      const { focus } = useThemesUi.getState();
      if (!tree.current) return false;
      const column = shownColumns(tree.current).find((rows) => focus && rows.some((row) => sameRef(row, focus)));
      if (!column) return false;
      setUi({ chosen: { kind: 'code', ids: column.flatMap((row) => (row.kind === 'code' ? [row.id] : [])) } });
      return true;
    },
    Escape: () => {
      const ui = useThemesUi.getState();
      if (ui.chosen.ids.length > 0) setUi({ chosen: nothingChosen, anchor: null });
      else if (ui.pane) setUi({ pane: null });
      else return false;
      return true;
    },
  }, { enabled: !busy });

  return { onKeyDown, onFocus, onBlur };
}

/** S: a heading for the chosen codes below the theme in which they stand, or a new heading below the theme in focus. */
export function askHeading(board: Board): void {
  const codeIds = meantCodes();
  const { focus } = useThemesUi.getState();
  const first = codeIds[0];
  let parentId = first !== undefined ? (board.codes.get(first)?.themeId ?? null) : focus?.kind === 'theme' ? focus.id : null;
  const parent = parentId === null ? undefined : board.themes.get(parentId);
  if (parent?.kind === 'group') parentId = parent.parentId;
  setUi({ ask: { kind: 'heading', codeIds, parentId } });
}

/** M: merges what is chosen, or begins with the one in focus. */
export function mergeMeant(): void {
  const { chosen, focus } = useThemesUi.getState();
  if (chosen.ids.length > 0) setUi({ merging: { kind: chosen.kind, ids: [...chosen.ids] } });
  else if (focus && focus.kind !== 'tray') setUi({ merging: { kind: focus.kind, ids: [focus.id] } });
}

/** Delete: dissolves the theme in focus, or sets the chosen codes aside. Both ask for the reason. */
export function takeOut(): boolean {
  const { focus, chosen } = useThemesUi.getState();
  if (chosen.kind === 'code' && chosen.ids.length > 0) setUi({ ask: { kind: 'set-aside', codeIds: [...chosen.ids] } });
  else if (focus?.kind === 'code') setUi({ ask: { kind: 'set-aside', codeIds: [focus.id] } });
  else if (focus?.kind === 'theme') setUi({ ask: { kind: 'dissolve', themeId: focus.id } });
  else return false;
  return true;
}
