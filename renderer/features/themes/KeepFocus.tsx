import { type RefObject, useEffect, useRef } from 'react';
import { exists } from './board-model.ts';
import { useThemes } from './context.ts';
import { rowElement } from './rows.ts';
import { useThemesUi } from './ui-state.ts';
import { useOnScreenLinks } from './useOnScreenLinks.ts';
import { isBusy } from './useTreeKeys.ts';

interface Props { tree: RefObject<HTMLElement | null>; /** Whether the keyboard was in the tree last. */ inside: RefObject<boolean> }

/** Keeps the keyboard on the row in focus, and tells the diary what that is. Draws nothing, so that a step to the next row draws two rows and no board. */
export function KeepFocus({ tree, inside }: Props) {
  const { board, analysis } = useThemes();
  const focus = useThemesUi((ui) => ui.focus);
  const busy = useThemesUi(isBusy);
  useOnScreenLinks(analysis.id);
  const paneOpen = useThemesUi((ui) => ui.pane !== null);
  const before = useRef({ busy, paneOpen });

  // A row that moved was drawn anew elsewhere: the keyboard goes with it. And a surface that closed gives the keyboard back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every change of the tree, of the row in focus and of open surfaces
  useEffect(() => {
    const closed = (before.current.busy && !busy) || (before.current.paneOpen && !paneOpen);
    before.current = { busy, paneOpen };
    if (busy || !focus || !exists(board, focus)) return undefined;
    const give = () => {
      const active = document.activeElement;
      // The button of a row's menu gets the keyboard as the menu closes; the row is meant.
      const button = active?.closest('[aria-hidden="true"]') != null;
      const lost = active === document.body || active === null || button;
      const row = tree.current && rowElement(tree.current, focus);
      if (!row || row === active || !((lost && (closed || inside.current)) || (inside.current && tree.current?.contains(active)))) return;
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    give();
    // Menus give the keyboard back a moment after they close.
    const again = closed ? setTimeout(give, 30) : undefined;
    return () => clearTimeout(again);
  }, [board, focus, busy, paneOpen]);
  return null;
}

/** What was just done, for screen readers. */
export const Said = () => <div className="vh" role="status" aria-live="polite">{useThemesUi((ui) => ui.said)}</div>;
