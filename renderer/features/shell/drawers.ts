import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { isTextField } from '../../ui/keys.ts';
import { usePlace } from '../../state/place.ts';
import { useSettings } from '../../state/settings.ts';

export type Side = 'left' | 'right';

interface Drawers {
  /** The window is too narrow for its text size to show panes beside the answers: they open over them instead. */
  narrow: boolean;
  /** Nor is there room for two columns of answers: one of them is shown at a time. */
  single: boolean;
  open: Side | null;
}

export const useDrawers = create<Drawers>(() => ({ narrow: false, single: false, open: null }));

/** Pixels that three panes need side by side at 100 percent. */
const room = 900;
/** Pixels that two columns of answers need. */
const roomForTwo = 700;

/** Measures the window against the text size and keeps on doing so. `data-narrow` on the document is for style sheets. */
export function useNarrow(): void {
  const textSize = useSettings((settings) => settings.textSize);
  useEffect(() => {
    const measure = () => {
      const width = (window.innerWidth * 100) / textSize;
      const narrow = width < room;
      document.documentElement.toggleAttribute('data-narrow', narrow);
      const before = useDrawers.getState();
      if (narrow !== before.narrow) useDrawers.setState({ narrow, open: null });
      if (width < roomForTwo !== before.single) useDrawers.setState({ single: width < roomForTwo });
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [textSize]);
  // Before the screen is asked: in a drawer Escape is about the drawer. What is being typed keeps it.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !useDrawers.getState().open || isTextField(event.target) || !(event.target instanceof Element) || !event.target.closest('[data-drawer]')) return;
      openDrawer(null);
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  // A press on the answers puts away what lies over them; what floats over the drawer belongs to it.
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (useDrawers.getState().open && event.target instanceof Element && event.target.closest('.panes') && !event.target.closest('[data-drawer], [data-opens]')) useDrawers.setState({ open: null });
    };
    window.addEventListener('pointerdown', onPress, { capture: true });
    return () => window.removeEventListener('pointerdown', onPress, { capture: true });
  }, []);
  // Whoever chose where to go in a drawer wants to be there.
  useEffect(() => usePlace.subscribe((place, before) => {
    const { open } = useDrawers.getState();
    const moved = place.itemId !== before.itemId || place.questionId !== before.questionId || place.participantId !== before.participantId || place.documentId !== before.documentId;
    if (open && (place.screen !== before.screen || (open === 'left' && moved))) useDrawers.setState({ open: null });
  }), []);
}

const FOCUSABLE = 'button:not([tabindex="-1"]), input, textarea, select, a[href], [tabindex="0"]';
const drawerAt = (side: Side) => document.querySelector<HTMLElement>(`[data-drawer="${side}"]`);

/** Opens the pane of a side over the answers and takes the focus there, or closes what is open. */
export function openDrawer(side: Side | null): void {
  const before = useDrawers.getState().open;
  // At once: what is typed next is meant for what has opened.
  flushSync(() => useDrawers.setState({ open: side }));
  if (side) drawerAt(side)?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  else if (before) document.querySelector<HTMLElement>(`[data-opens="${before}"]`)?.focus();
}

/** Whether a side pane is there, but folded away. */
export function isFolded(side: Side): boolean {
  const { narrow, open } = useDrawers.getState();
  return narrow && open !== side;
}

/** Opens the pane of a side where it is folded away; for what takes the focus in it. */
export function unfold(side: Side): void {
  if (isFolded(side)) openDrawer(side);
}

/** Puts away whatever lies over the answers; the focus goes elsewhere. */
export const foldDrawers = (): void => { if (useDrawers.getState().open) useDrawers.setState({ open: null }); };
