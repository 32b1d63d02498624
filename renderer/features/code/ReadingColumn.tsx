import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { type TextRange, wordAt } from '../../../shared/domain/text-range.ts';
import { usePlace } from '../../state/place.ts';
import { useSettings } from '../../state/settings.ts';
import { AnswerView } from './AnswerView.tsx';
import { cursorIn, setCodeUi, useCodeUi } from './code-ui.ts';
import { offsetOf, rangeOf, textElement } from './dom-range.ts';
import { type Mark, shortest } from './marks.ts';
import type { Changes } from './useChanges.ts';
import type { CodeData } from './useCodeData.ts';
import { SelectionEffects } from './SelectionEffects.tsx';
import { scrollInto } from './scroll-into.ts';
import { takeMouseSelection } from './selecting.ts';

/** Pixels that an answer will take, before it is measured: about 56 characters and 31 pixels a line at 100 percent. */
const estimate = (text: string, scale: number) => (52 + 31 * Math.max(1, Math.ceil((text.length * scale) / 56))) * scale;

/** All answers to the question in one continuous column; only those near the window are in the document. */
export function ReadingColumn({ data, changes, onNothing }: { data: CodeData; changes: Changes; onNothing: (itemId: number, nothing: boolean) => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const itemId = usePlace((place) => place.itemId);
  const brackets = useSettings((settings) => settings.brackets);
  const textSize = useSettings((settings) => settings.textSize);
  const currentIndex = data.answers.findIndex((answer) => answer.itemId === itemId);
  const textOf = useCallback((id: number) => data.answerOf.get(id)?.text, [data.answerOf]);

  const virtualizer = useVirtualizer({
    count: data.answers.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(data.answers[index]?.text ?? '', textSize / 100),
    // A new function would lay out all rows anew.
    getItemKey: useCallback((index: number) => data.answers[index]?.itemId ?? index, [data.answers]),
    overscan: 4,
    // The current answer stays in the document, so that its selection and the focus survive scrolling.
    rangeExtractor: useCallback((range: Range) => {
      const shown = defaultRangeExtractor(range);
      return currentIndex >= 0 && !shown.includes(currentIndex) ? [...shown, currentIndex].sort((a, b) => a - b) : shown;
    }, [currentIndex]),
  });

  const reveal = useCodeUi((ui) => ui.reveal);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only going somewhere scrolls
  useLayoutEffect(() => {
    if (currentIndex < 0 || itemId === null) return undefined;
    const at = reveal?.itemId === itemId ? reveal.at : null;
    let frame = 0;
    // Rows on the way there are measured as they appear and may still push the place about.
    const settle = (left: number) => {
      const moved = bringToReader(scroller.current, itemId, at);
      if (left > 0 && (moved || left > settling - 3)) frame = requestAnimationFrame(() => settle(left - 1));
    };
    settle(settling);
    takeFocus(scroller.current, itemId);
    return () => cancelAnimationFrame(frame);
  }, [itemId, currentIndex, reveal, data.question.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text size means other heights
  useEffect(() => virtualizer.measure(), [textSize, brackets]);

  // What answers call stays the same function, so that a coding redraws its own answer alone.
  const latest = useRef({ data, changes });
  useEffect(() => { latest.current = { data, changes }; });
  const codingOf = useCallback((codingId: number) => {
    const own = latest.current.data.codings.values().find((codings) => codings.some((coding) => coding.id === codingId));
    return own?.find((coding) => coding.id === codingId);
  }, []);
  const open = useCallback((mark: Pick<Mark, 'codingId' | 'codeId'>) => {
    const coding = codingOf(mark.codingId);
    if (!coding) return;
    usePlace.getState().go({ itemId: coding.itemId, codeId: mark.codeId });
    const { selection } = useCodeUi.getState();
    // The word cursor stays: the extract may be split there. The extract stays in focus once its details are closed.
    setCodeUi({
      opened: { codingId: mark.codingId, itemId: coding.itemId, codeId: mark.codeId }, walked: { codeId: mark.codeId, codingId: mark.codingId },
      selection: cursorIn(selection, coding.itemId) === null ? null : selection, choosing: false,
    });
  }, [codingOf]);
  const reach = useCallback((codingId: number, range: TextRange) => {
    const coding = codingOf(codingId);
    if (coding) void latest.current.changes.reach(coding, range, latest.current.data.answerOf.get(coding.itemId)?.text.slice(range.start, range.end) ?? '');
  }, [codingOf]);

  const opening = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(opening.current), []);
  const onMouseUp = (event: MouseEvent) => {
    clearTimeout(opening.current);
    const selection = takeMouseSelection(event, textOf);
    if (selection) {
      usePlace.getState().go({ itemId: selection.itemId });
      setCodeUi({ selection, walked: null, choosing: false, opened: null });
      return;
    }
    // A plain click goes to that answer and puts the word cursor where it fell.
    const article = (event.target as Element).closest<HTMLElement>('[data-item]');
    if (!article || (event.target as Element).closest('button')) return;
    const id = Number(article.dataset.item);
    const pressed = (event.target as Element).closest<HTMLElement>('.piece')?.dataset.codings?.split(' ').map(Number);
    const coding = shortest(data.codings.get(id)?.filter((each) => pressed?.includes(each.id)) ?? []);
    // The second press of a double click selects a word instead.
    if (coding) opening.current = setTimeout(() => open({ codingId: coding.id, codeId: coding.codeId }), doubleClick);
    const text = textOf(id) ?? '';
    const root = article.querySelector('[data-text]');
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const at = root && caret && root.contains(caret.offsetNode) ? wordAt(text, offsetOf(root, caret.offsetNode, caret.offset)).start : null;
    usePlace.getState().go({ itemId: id });
    setCodeUi({ selection: at === null ? null : { itemId: id, anchor: at, focus: at }, walked: null, choosing: false, opened: null });
  };

  return (
    <div ref={scroller} className="reader" onMouseUp={onMouseUp}>
      <div className="reader-in" role="feed" aria-label={`Answers to question ${data.number}`} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const answer = data.answers[row.index];
          if (!answer) return null;
          const person = data.people.get(answer.participantId);
          return (
            <div key={row.key} ref={virtualizer.measureElement} data-index={row.index} className="reader-row" style={{ transform: `translateY(${row.start}px)` }}>
              <AnswerView
                answer={answer} shown={person?.shown ?? ''} about={data.about(answer.participantId).join('  ')} codings={data.codings.get(answer.itemId) ?? nothing} looks={data.looks}
                current={answer.itemId === itemId} brackets={brackets} position={row.index + 1} total={data.answers.length} onOpen={open} onReach={reach} onNothing={onNothing} nothing={data.examined.has(answer.itemId)}
              />
            </div>
          );
        })}
      </div>
      <SelectionEffects textOf={textOf} version={data.codings} />
    </div>
  );
}

const nothing: readonly never[] = [];
/** Milliseconds in which a second press makes a double click of it. */
const doubleClick = 220;
/** Frames after which a place has come to rest at the latest. */
const settling = 10;

/** Scrolls to an answer, or to the words at an offset of it; true where that moved something. */
function bringToReader(scroller: HTMLElement | null, itemId: number, at: number | null): boolean {
  const root = textElement(itemId);
  const words = root && at !== null ? rangeOf(root, at, at + 1)?.getBoundingClientRect?.() : undefined;
  const box = words && words.height > 0 ? words : scroller?.querySelector(`[data-item="${itemId}"]`)?.getBoundingClientRect();
  // A place inside an answer is read with what follows it.
  return scroller !== null && box !== undefined && scrollInto(scroller, box, words ? Number.POSITIVE_INFINITY : undefined);
}

/** The current answer takes the focus along, unless the keyboard is at work in another pane or in the palette. */
function takeFocus(scroller: HTMLElement | null, itemId: number): void {
  const article = scroller?.querySelector<HTMLElement>(`[data-item="${itemId}"]`);
  const { activeElement } = document;
  if (article && !useCodeUi.getState().choosing && !article.contains(activeElement) && (activeElement === document.body || scroller?.contains(activeElement))) article.focus({ preventScroll: true });
}
