import { openDrawer, useDrawers, type Side } from './drawers.ts';

const FOCUSABLE = 'button:not([tabindex="-1"]), input, textarea, select, a[href], [tabindex="0"]';

/** The rail, then what a screen marks as a pane (`.pane`, `.pane-stop`), its trees and its side panels. */
const PANES = '.rail, .stage-main :is(.pane, .pane-stop, [role="tree"], aside)';

/** Takes the focus to the next pane (or the one before), in the order of the screen. */
export function walkPanes(step: 1 | -1): void {
  // A drawer counts as a pane, open or not.
  const drawers = useDrawers.getState().narrow;
  const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter(
    (pane) => (drawers && pane.dataset.drawer !== undefined) || [pane, ...pane.children].some((each) => each.getClientRects().length > 0),
  );
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const pane = panes[at === -1 ? (step === 1 ? 0 : panes.length - 1) : (at + step + panes.length) % panes.length];
  if (!pane) return;
  if (drawers) {
    const side = pane.dataset.drawer as Side | undefined;
    openDrawer(side ?? null);
    if (side) return;
  }
  const target = pane.querySelector<HTMLElement>('[aria-current="page"], [aria-selected="true"]') ?? pane.querySelector<HTMLElement>(FOCUSABLE);
  if (target) target.focus();
  else {
    pane.tabIndex = -1;
    pane.focus();
  }
}
