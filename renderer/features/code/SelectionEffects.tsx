import { useEffect } from 'react';
import { type Mask, withMasks } from '../../../shared/domain/masks.ts';
import { trimmed, wordAt } from '../../../shared/domain/text-range.ts';
import { isStretch, rangeOfSelection, type Selection, setCodeUi, useCodeUi } from './code-ui.ts';
import { rangeOf, textElement } from './dom-range.ts';
import { paint } from './paint.ts';
import { scrollInto } from './scroll-into.ts';

interface Props { textOf: (itemId: number) => string | undefined; /** Masked places, which are said and copied as their labels. */ masksOf: (itemId: number) => readonly Mask[] | undefined; /** Changes when marks were drawn anew. */ version: unknown }

/** Everything that follows the selection without being drawn by React: its paint, its place in the window, its announcement, copying. */
export function SelectionEffects({ textOf, masksOf, version }: Props): null {
  const selection = useCodeUi((ui) => ui.selection);
  usePaint(selection, version);
  useEffect(() => keepInView(selection, textOf), [selection, textOf]);
  useEffect(() => announce(selection, textOf, masksOf), [selection, textOf, masksOf]);
  useEffect(() => copyable(selection, textOf, masksOf), [selection, textOf, masksOf]);
  return null;
}

/** Painted anew whenever the words break into other lines: in another width, or once their typeface has come. */
function usePaint(selection: Selection | null, version: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `version` above
  useEffect(() => {
    const root = selection && textElement(selection.itemId);
    if (!selection || !root) return undefined;
    const stretch = selection.anchor !== selection.focus;
    const range = stretch ? rangeOfSelection(selection) : wordAt(root.textContent ?? '', selection.focus);
    const put = () => paint(root, stretch ? 'chosen' : 'cursor', range);
    put();
    // An observer first reports the size that is there already.
    let known = false;
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => { if (known) put(); known = true; });
    observer?.observe(root);
    document.fonts?.addEventListener('loadingdone', put);
    return () => {
      observer?.disconnect();
      document.fonts?.removeEventListener('loadingdone', put);
      paint(root, stretch ? 'chosen' : 'cursor', null);
    };
  }, [selection, version]);
}

/** The end that moves stays on screen, in an answer taller than the window too. A whole answer stays where it is. */
function keepInView(selection: Selection | null, textOf: Props['textOf']): void {
  const root = selection && textElement(selection.itemId);
  const text = selection && textOf(selection.itemId);
  const scroller = root?.closest('.reader');
  if (!selection || !root || !scroller || text === null || text === undefined) return;
  const whole = trimmed(text, { start: 0, end: text.length });
  const { anchor, focus } = selection;
  if (Math.min(anchor, focus) === whole.start && Math.max(anchor, focus) === whole.end) return;
  const at = focus > anchor ? focus - 1 : focus;
  const box = rangeOf(root, at, Math.min(at + 1, text.length))?.getBoundingClientRect?.();
  if (box && box.height > 0) scrollInto(scroller, box, 12);
}

/** Says what is selected, once the keys rest. */
function announce(selection: Selection | null, textOf: Props['textOf'], masksOf: Props['masksOf']): (() => void) | undefined {
  if (!isStretch(selection)) return undefined;
  const timer = setTimeout(() => {
    const { start, end } = rangeOfSelection(selection);
    const words = withMasks(textOf(selection.itemId) ?? '', masksOf(selection.itemId), start, end);
    setCodeUi({ said: `Selected: ${words.length > 120 ? `${words.slice(0, 60)} … ${words.slice(-40)}`.toWellFormed() : words}` });
  }, 250);
  return () => clearTimeout(timer);
}

/** The selection is ours, not the browser's, so copying it is ours too. */
function copyable(selection: Selection | null, textOf: Props['textOf'], masksOf: Props['masksOf']): (() => void) | undefined {
  if (!isStretch(selection)) return undefined;
  const onCopy = (event: ClipboardEvent) => {
    const inField = event.target instanceof Element && event.target.closest('input, textarea') !== null;
    if (inField || window.getSelection()?.isCollapsed === false) return;
    const { start, end } = rangeOfSelection(selection);
    event.clipboardData?.setData('text/plain', withMasks(textOf(selection.itemId) ?? '', masksOf(selection.itemId), start, end));
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy);
  return () => document.removeEventListener('copy', onCopy);
}
