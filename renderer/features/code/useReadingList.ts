import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Answer } from '../../../shared/contract/survey.ts';
import { usePlace } from '../../state/place.ts';
import { useProject } from '../../state/project.ts';
import { type Density, useSettings } from '../../state/settings.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { openSearch } from '../search/search-ui.ts';
import { useCodeUi } from './code-ui.ts';
import { rangeOf, textElement } from './dom-range.ts';
import { scrollInto } from './scroll-into.ts';

/** Lists of this length are wholly in the document, so that the browser finds words in all of them and copies across them. */
const wholeUpTo = 300;
/** Answers beside the window that are drawn at once, and how many more with every idle moment in a list that is drawn wholly. */
const near = 4;
const more = 40;
/** Frames after which a place has come to rest at the latest. */
const settling = 10;

/** Pixels of an answer without its lines, pixels of a line and characters in it, at 100 percent. */
const sizes = { roomy: { around: 52, line: 31, characters: 56 }, close: { around: 40, line: 26, characters: 64 } };
/** Pixels that an answer will take, before it is measured. */
const estimate = (text: string, scale: number, { around, line, characters }: (typeof sizes)[Density]) => (around + line * Math.max(1, Math.ceil((text.length * scale) / characters))) * scale;

interface List {
  scroller: RefObject<HTMLDivElement | null>;
  answers: readonly Answer[];
  /** What changes the heights of answers besides the settings: margins on or off. */
  look: unknown;
}

/**
 * A continuous column of answers. Of long lists only the answers near the window are in the document, and with them the
 * current one and the one in which the browser's selection began, so that focus and selection survive scrolling.
 */
export function useReadingList({ scroller, answers, look }: List) {
  const itemId = usePlace((place) => place.itemId);
  const textSize = useSettings((settings) => settings.textSize);
  const density = useSettings((settings) => settings.density);
  const reveal = useCodeUi((ui) => ui.reveal);
  const current = answers.findIndex((answer) => answer.itemId === itemId);
  const held = useSelectionStart(scroller);
  const overscan = useOverscan(answers.length);

  // The browser finds words only in what is in the document; the desktop window has no find of its own.
  useKeys({ 'Ctrl+f': () => (answers.length <= wholeUpTo && useProject.getState().status?.host === 'browser' ? false : openSearch()) });

  const virtualizer = useVirtualizer({
    count: answers.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(answers[index]?.text ?? '', textSize / 100, sizes[density]),
    // A new function would lay out all rows anew.
    getItemKey: useCallback((index: number) => answers[index]?.itemId ?? index, [answers]),
    overscan,
    rangeExtractor: useCallback((range: Range) => {
      const kept = [current, held.current === null ? -1 : answers.findIndex((answer) => answer.itemId === held.current)].filter((index) => index >= 0);
      const shown = defaultRangeExtractor(range);
      return kept.every((index) => shown.includes(index)) ? shown : [...new Set([...shown, ...kept])].sort((a, b) => a - b);
    }, [answers, current, held]),
  });

  useLayoutEffect(() => {
    if (current < 0 || itemId === null) return undefined;
    const at = reveal?.itemId === itemId ? reveal.at : null;
    let frame = 0;
    let there = false;
    // Rows on the way there are measured as they appear and may still push the place about; on a screen that opens there are none yet.
    const settle = (left: number) => {
      const moved = bringToReader(scroller.current, itemId, at);
      there ||= takeFocus(scroller.current, itemId);
      if (left > 0 && (moved || !there || left > settling - 3)) frame = requestAnimationFrame(() => settle(left - 1));
    };
    settle(settling);
    return () => cancelAnimationFrame(frame);
  }, [itemId, current, reveal, scroller]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look means other heights
  useEffect(() => virtualizer.measure(), [textSize, density, look]);
  return { virtualizer, itemId };
}

/** Few answers at first, so that the screen is there at once; then, in a short list, all of them little by little. */
function useOverscan(count: number): number {
  const [drawn, setDrawn] = useState(near);
  useEffect(() => {
    if (count > wholeUpTo || drawn >= count) return undefined;
    const later = setTimeout(() => setDrawn(drawn + more), drawn === near ? 600 : 60);
    return () => clearTimeout(later);
  }, [count, drawn]);
  return count > wholeUpTo ? near : drawn;
}

/** The answer in which the browser's own selection began. */
function useSelectionStart(scroller: RefObject<HTMLDivElement | null>): RefObject<number | null> {
  const held = useRef<number | null>(null);
  useEffect(() => {
    const note = () => {
      const selection = document.getSelection();
      const node = selection && !selection.isCollapsed ? selection.anchorNode : null;
      const article = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-item]');
      held.current = article && scroller.current?.contains(article) ? Number(article.dataset.item) : null;
    };
    document.addEventListener('selectionchange', note);
    return () => document.removeEventListener('selectionchange', note);
  }, [scroller]);
  return held;
}

/** Scrolls to an answer, or to the words at an offset of it; true where that moved something. */
function bringToReader(scroller: HTMLElement | null, itemId: number, at: number | null): boolean {
  const root = textElement(itemId);
  const words = root && at !== null ? rangeOf(root, at, at + 1)?.getBoundingClientRect?.() : undefined;
  const box = words && words.height > 0 ? words : scroller?.querySelector(`[data-item="${itemId}"]`)?.getBoundingClientRect();
  // A place inside an answer is read with what follows it.
  return scroller !== null && box !== undefined && scrollInto(scroller, box, words ? Number.POSITIVE_INFINITY : undefined);
}

/** The current answer takes the focus along, unless the keyboard is at work in another pane, in a note or in the palette; false where it is not drawn yet. */
function takeFocus(scroller: HTMLElement | null, itemId: number): boolean {
  const article = scroller?.querySelector<HTMLElement>(`[data-item="${itemId}"]`);
  const { activeElement } = document;
  if (article && !useCodeUi.getState().choosing && !article.contains(activeElement) && (activeElement === document.body || activeElement?.closest('.reader'))) article.focus({ preventScroll: true });
  return article !== null && article !== undefined;
}
