import type { MouseEvent } from 'react';
import { refKey, type Ref } from './board-model.ts';
import { isFocusRow } from './useTreeKeys.ts';
import { setUi, toggleChosen, useThemesUi } from './ui-state.ts';
import { codesBetween } from './walk.ts';
import { shownColumns } from './rows.ts';

/** What every row of board and list has in common: its name in the tree, its place in the Tab order, and what a press does. */
export function useRow(ref: Ref, { first = false }: { first?: boolean } = {}) {
  const focused = useThemesUi(isFocusRow(ref));
  const nothingFocused = useThemesUi((ui) => ui.focus === null);
  const chosen = useThemesUi((ui) => ref.kind !== 'tray' && ui.chosen.kind === ref.kind && ui.chosen.ids.includes(ref.id));
  const lifted = useThemesUi((ui) => (ui.drag?.kind === 'codes' ? ref.kind === 'code' && ui.drag.ids.includes(ref.id) : ui.drag?.kind === 'theme' && ref.kind === 'theme' && ui.drag.id === ref.id));
  const naming = useThemesUi((ui) => ui.naming !== null && refKey(ui.naming) === refKey(ref));

  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (event.target instanceof HTMLElement && event.target.closest('button, input, [role="menu"]')) return;
    event.stopPropagation();
    event.currentTarget.focus({ preventScroll: true });
    const tree = event.currentTarget.closest('[role="tree"]');
    const { anchor } = useThemesUi.getState();
    if (event.shiftKey && anchor && tree) {
      const column = shownColumns(tree).find((rows) => rows.some((row) => refKey(row) === refKey(ref)));
      setUi({ focus: ref, chosen: { kind: 'code', ids: codesBetween(column ?? [], anchor, ref) } });
    } else if (event.ctrlKey || event.metaKey) {
      setUi({ focus: ref });
      toggleChosen(ref);
    } else setUi({ focus: ref, anchor: ref, chosen: { kind: 'code', ids: ref.kind === 'code' ? [ref.id] : [] } });
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    event.stopPropagation();
    if (ref.kind === 'code') setUi({ pane: { kind: 'extracts', codeId: ref.id } });
    if (ref.kind === 'theme') setUi({ pane: { kind: 'theme', id: ref.id } });
  };

  return {
    naming, chosen, lifted,
    row: {
      role: 'treeitem', 'data-ref': refKey(ref), tabIndex: focused || (nothingFocused && first) ? 0 : -1,
      ...(ref.kind === 'tray' ? {} : { 'aria-selected': chosen }), onClick, onDoubleClick,
    },
  } as const;
}
