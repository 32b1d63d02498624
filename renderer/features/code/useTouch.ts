import { type RefObject, useEffect } from 'react';
import { wordAt } from '../../../shared/domain/text-range.ts';
import { usePlace } from '../../state/place.ts';
import { setCodeUi } from './code-ui.ts';
import { offsetOf } from './dom-range.ts';

/** Milliseconds that a finger rests before it selects, and pixels that it may move meanwhile. */
const rest = 450;
const slack = 10;

/**
 * Selecting by touch: a finger that rests on a word selects it, and its handles (SelectionGrips) extend it. A finger that moves scrolls,
 * and a tap is a press as with the mouse.
 */
export function useTouch(scroller: RefObject<HTMLDivElement | null>, textOf: (itemId: number) => string | undefined): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let began = { x: 0, y: 0 };
    let selected = false;
    const select = () => {
      const root = document.elementFromPoint(began.x, began.y)?.closest<HTMLElement>('[data-text]');
      const caret = document.caretPositionFromPoint?.(began.x, began.y);
      const itemId = Number(root?.dataset.text);
      const text = textOf(itemId);
      if (!root || !caret || text === undefined || !root.contains(caret.offsetNode)) return;
      const word = wordAt(text, offsetOf(root, caret.offsetNode, caret.offset));
      if (word.end <= word.start) return;
      selected = true;
      // The browser's own selection and its menu would lie over ours.
      document.getSelection()?.removeAllRanges();
      usePlace.getState().go({ itemId });
      setCodeUi({ selection: { itemId, anchor: word.start, focus: word.end }, walked: null, choosing: false, opened: null });
    };
    const stop = () => clearTimeout(timer);
    const down = (event: PointerEvent) => {
      stop();
      selected = false;
      const touch = event.pointerType === 'touch';
      setCodeUi({ touch });
      if (!touch || !event.isPrimary || (event.target as Element).closest('button, .grip')) return;
      began = { x: event.clientX, y: event.clientY };
      timer = setTimeout(select, rest);
    };
    const move = (event: PointerEvent) => { if (Math.hypot(event.clientX - began.x, event.clientY - began.y) > slack) stop(); };
    /** What follows the finger that has just selected is no press of its own. */
    const swallow = (event: Event) => {
      if (!selected) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.type === 'mouseup') selected = false;
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    for (const end of ['pointerup', 'pointercancel'] as const) element.addEventListener(end, stop);
    for (const own of ['contextmenu', 'mousedown', 'mouseup', 'click', 'selectstart'] as const) element.addEventListener(own, swallow, { capture: true });
    return () => {
      stop();
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      for (const end of ['pointerup', 'pointercancel'] as const) element.removeEventListener(end, stop);
      for (const own of ['contextmenu', 'mousedown', 'mouseup', 'click', 'selectstart'] as const) element.removeEventListener(own, swallow, { capture: true });
    };
  }, [scroller, textOf]);
}
