const FOCUSABLE = 'button:not([tabindex="-1"]), input, textarea, select, a[href], [tabindex="0"]';

/** Takes the focus to the next pane (or the one before): the rail, then each `.pane` of the screen in order. */
export function walkPanes(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('.rail, .stage-main .pane')].filter(
    (pane) => pane.offsetParent !== null || pane.getClientRects().length > 0,
  );
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const pane = panes[at === -1 ? (step === 1 ? 0 : panes.length - 1) : (at + step + panes.length) % panes.length];
  if (!pane) return;
  const target = pane.querySelector<HTMLElement>('[aria-current="page"], [aria-selected="true"]') ?? pane.querySelector<HTMLElement>(FOCUSABLE);
  if (target) target.focus();
  else {
    pane.tabIndex = -1;
    pane.focus();
  }
}
