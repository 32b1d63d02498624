import type { MouseEvent } from 'react';
import { refKey, type Ref } from './board-model.ts';
import { setUi, toggleChosen, useThemesUi } from './ui-state.ts';
import { codesBetween } from './walk.ts';
import { shownColumns } from './rows.ts';

/** What every row of board and list has in common: its name in the tree, its place in the Tab order, and what a press does. */
export function useRow(ref: Ref, { first = false }: { first?: boolean } = {}) {
  // One subscription a row, as a number: hundreds of rows ask this at every key press.
  const state = useThemesUi((ui) => {
    const focused = ui.focus === null ? first : ui.focus.kind === ref.kind && ui.focus.id === ref.id;
    const chosen = ref.kind === ui.chosen.kind && ui.chosen.ids.includes(ref.id);
    const lifted = ui.drag !== null && (ui.drag.kind === 'codes' ? ref.kind === 'code' && ui.drag.ids.includes(ref.id) : ref.kind === 'theme' && ui.drag.id === ref.id);
    const naming = ui.naming !== null && ui.naming.kind === ref.kind && ui.naming.id === ref.id;
    return (focused ? 1 : 0) + (chosen ? 2 : 0) + (lifted ? 4 : 0) + (naming ? 8 : 0);
  });
  const chosen = (state & 2) > 0;

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
    naming: (state & 8) > 0, chosen, lifted: (state & 4) > 0,
    row: {
      role: 'treeitem', 'data-ref': refKey(ref), tabIndex: (state & 1) > 0 ? 0 : -1,
      ...(ref.kind === 'tray' ? {} : { 'aria-selected': chosen }), onClick, onDoubleClick,
    },
  } as const;
}
