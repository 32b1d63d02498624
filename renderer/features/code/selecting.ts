import { step, type TextRange, type Unit, unitAt, wholeCharacters, wholeWords, wordAt } from '../../../shared/domain/text-range.ts';
import { rangeOfSelection, type Selection } from './code-ui.ts';
import { offsetOf } from './dom-range.ts';

/** Selecting with the mouse: on release the stretch snaps to whole words; with Alt held only to whole characters. */
export function takeMouseSelection(event: { altKey: boolean }, textOf: (itemId: number) => string | undefined): Selection | null {
  const dom = window.getSelection();
  if (!dom || dom.rangeCount === 0 || dom.isCollapsed || !dom.anchorNode || !dom.focusNode) return null;
  const root = (dom.anchorNode instanceof Element ? dom.anchorNode : dom.anchorNode.parentElement)?.closest<HTMLElement>('[data-text]');
  const itemId = Number(root?.dataset.text);
  const text = textOf(itemId);
  if (!root || text === undefined) return null;
  // A stretch over several answers is the browser's own: to be copied, not to be coded.
  const other = (dom.focusNode instanceof Element ? dom.focusNode : dom.focusNode.parentElement)?.closest<HTMLElement>('[data-item]');
  if (other && !other.contains(root)) return null;
  const raw = ordered(offsetOf(root, dom.anchorNode, dom.anchorOffset), offsetOf(root, dom.focusNode, dom.focusOffset));
  const range = event.altKey ? wholeCharacters(text, raw) : wholeWords(text, raw);
  dom.removeAllRanges();
  return range.end > range.start ? { itemId, anchor: range.start, focus: range.end } : null;
}

const isPoint = (selection: Selection): boolean => selection.anchor === selection.focus;
const ordered = (a: number, b: number): TextRange => ({ start: Math.min(a, b), end: Math.max(a, b) });

/** A word cursor at the start of an answer's first word, where a keyboard selection begins. */
export const cursorAtStart = (itemId: number, text: string): Selection => {
  const { start } = wordAt(text, 0);
  return { itemId, anchor: start, focus: start };
};

/** Moves the word cursor without selecting. */
export function moveCursor(selection: Selection, text: string, direction: 1 | -1): Selection {
  const from = !isPoint(selection) ? (direction === 1 ? rangeOfSelection(selection).end : rangeOfSelection(selection).start) : direction === 1 ? wordAt(text, selection.focus).end : selection.focus;
  const at = direction === 1 ? nextWord(text, from) : step(text, from, 'word', -1);
  return { ...selection, anchor: at, focus: at };
}

/** Where the next word from an offset begins; the last word of the text where none follows. */
export function nextWord(text: string, from: number): number {
  const { start, wordLike } = unitAt(text, step(text, from, 'word', 1) - 1, 'word');
  return wordLike && start >= from ? start : step(text, text.length, 'word', -1);
}

/** Extends (or, beyond the anchor, shrinks) a selection by a word, sentence or character. */
export function extend(selection: Selection, text: string, unit: Unit, direction: 1 | -1): Selection {
  // The first sentence is the whole one around the cursor, whichever way.
  if (isPoint(selection) && unit === 'sentence') {
    const sentence = unitAt(text, selection.focus, 'sentence');
    const end = sentence.start + text.slice(sentence.start, sentence.end).trimEnd().length;
    return direction === 1 ? { ...selection, anchor: sentence.start, focus: end } : { ...selection, anchor: end, focus: sentence.start };
  }
  const focus = step(text, selection.focus, unit, direction);
  if (isPoint(selection) && direction === -1 && unit === 'word') return { ...selection, anchor: wordAt(text, selection.anchor).end, focus: selection.anchor };
  return { ...selection, focus: direction === 1 && unit === 'word' ? withoutTail(text, selection.anchor, focus) : focus };
}

/** A selection that grows forwards takes no white space along at its end. */
const withoutTail = (text: string, anchor: number, focus: number): number => (focus <= anchor ? focus : anchor + text.slice(anchor, focus).trimEnd().length || focus);
