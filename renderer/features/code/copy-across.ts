import { type RefObject, useEffect } from 'react';
import type { Answer } from '../../../shared/contract/survey.ts';
import { withMasks } from '../../../shared/domain/masks.ts';
import { offsetOf } from './dom-range.ts';

/** A place in an answer; its offset in UTF-16 code units. */
interface Place { itemId: number; offset: number }

/** What stands between two places of a column of answers, each answer under its name. From the answers themselves: those far away are not in the document. */
export function textAcross(answers: readonly Answer[], from: Place, to: Place, nameOf: (answer: Answer) => string): string {
  const [a, b] = [from, to].map(({ itemId }) => answers.findIndex((answer) => answer.itemId === itemId));
  if (a === undefined || b === undefined || a < 0 || b < 0) return '';
  const [first, last, begin, end] = a <= b ? [a, b, from.offset, to.offset] : [b, a, to.offset, from.offset];
  return answers.slice(first, last + 1).map((answer, index) => {
    const words = withMasks(answer.text, answer.masks, index === 0 ? begin : 0, first + index === last ? end : answer.text.length);
    return `${nameOf(answer)}\n${words.trim()}`;
  }).join('\n\n');
}

const placeOf = (node: Node | null, offset: number): Place | null => {
  const article = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-item]');
  const root = article?.querySelector('[data-text]');
  return node && article && root ? { itemId: Number(article.dataset.item), offset: offsetOf(root, node, offset) } : null;
};

/** Copies the browser's selection where it goes over several answers of a column. */
export function useCopyAcross(scroller: RefObject<HTMLElement | null>, answers: readonly Answer[], nameOf: (answer: Answer) => string): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || !scroller.current?.contains(selection.anchorNode)) return;
      const [from, to] = [placeOf(selection.anchorNode, selection.anchorOffset), placeOf(selection.focusNode, selection.focusOffset)];
      if (!from || !to || from.itemId === to.itemId) return;
      event.clipboardData?.setData('text/plain', textAcross(answers, from, to, nameOf));
      event.preventDefault();
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [scroller, answers, nameOf]);
}
