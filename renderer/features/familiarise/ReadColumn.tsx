import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usePlace } from '../../state/place.ts';
import { useSettings } from '../../state/settings.ts';
import { setCodeUi, useCodeUi } from '../code/code-ui.ts';
import { rangeOf, textElement } from '../code/dom-range.ts';
import { scrollInto } from '../code/scroll-into.ts';
import { SelectionEffects } from '../code/SelectionEffects.tsx';
import { takeMouseSelection } from '../code/selecting.ts';
import { EndOfList } from './EndOfList.tsx';
import { useFamiliariseUi } from './familiarise-ui.ts';
import { ReadAnswer } from './ReadAnswer.tsx';
import type { Reading } from './useReading.ts';
import { stoppedHere } from './words.ts';

/** Pixels that an answer will take at a text size, before it is measured: about 56 characters and 31 pixels a line. */
const estimate = (text: string, scale: number) => 52 + 31 * scale * Math.max(1, Math.ceil((text.length * scale) / 56));
/** Frames after which a place has come to rest at the latest. */
const settling = 10;
const noNotes: readonly never[] = [];

/** The answers in one continuous column; only those near the window are in the document. */
export function ReadColumn({ reading }: { reading: Reading }) {
  const scroller = useRef<HTMLDivElement>(null);
  const itemId = usePlace((place) => place.itemId);
  const notes = useFamiliariseUi((ui) => ui.notes);
  const writing = useFamiliariseUi((ui) => ui.writing);
  const textSize = useSettings((settings) => settings.textSize);
  const { shown, answerOf, people, about, read, noticingsOf, person, questions } = reading;
  const currentIndex = shown.findIndex((answer) => answer.itemId === itemId);
  const textOf = useCallback((id: number) => answerOf.get(id)?.text, [answerOf]);
  const stopped = useStopped(reading);

  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(shown[index]?.text ?? '', textSize / 100),
    getItemKey: (index) => shown[index]?.itemId ?? index,
    overscan: 4,
    // The current answer stays in the document, so that its selection, the note being written and the focus survive scrolling.
    rangeExtractor: useCallback((range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return currentIndex >= 0 && !drawn.includes(currentIndex) ? [...drawn, currentIndex].sort((a, b) => a - b) : drawn;
    }, [currentIndex]),
  });

  const reveal = useCodeUi((ui) => ui.reveal);
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
  }, [itemId, currentIndex, reveal]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text size means other heights
  useEffect(() => virtualizer.measure(), [textSize, notes]);

  const onMouseUp = (event: MouseEvent) => {
    if ((event.target as Element).closest('button, textarea, a')) return;
    const selection = takeMouseSelection(event, textOf);
    const pressed = selection?.itemId ?? Number((event.target as Element).closest<HTMLElement>('[data-item]')?.dataset.item);
    if (!answerOf.has(pressed)) return;
    usePlace.getState().go({ itemId: pressed });
    setCodeUi({ selection });
  };

  return (
    <div ref={scroller} className="reader" onMouseUp={onMouseUp}>
      <div className="reader-in" role="feed" aria-label={person ? `What ${person.shown} wrote` : `Answers to question ${reading.number}`} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const answer = shown[row.index];
          if (!answer) return null;
          const number = questions.findIndex((question) => question.id === answer.questionId) + 1;
          const heading = person ? `Q${number}` : (people.get(answer.participantId)?.shown ?? '');
          return (
            <div key={row.key} ref={virtualizer.measureElement} data-index={row.index} className="reader-row" style={{ transform: `translateY(${row.start}px)` }}>
              {stopped?.before === answer.itemId && <p className="here">{stopped.words}</p>}
              <ReadAnswer
                answer={answer} heading={heading} about={person ? (questions[number - 1]?.shortName ?? '') : about(answer.participantId).join('  ')} whole={person ? questions[number - 1]?.wording : undefined}
                read={read.has(answer.itemId)} current={answer.itemId === itemId} notes={notes ? (noticingsOf.get(answer.itemId) ?? noNotes) : noNotes}
                writing={writing?.itemId === answer.itemId ? writing : null} position={row.index + 1} total={shown.length}
              />
            </div>
          );
        })}
      </div>
      <EndOfList reading={reading} />
      <SelectionEffects textOf={textOf} version={noticingsOf} />
    </div>
  );
}

/** Where an earlier sitting ended, as it was when this list was opened: the answer that comes after it, and words for the line between. */
function useStopped({ shown, answers, last, read }: Reading): { before: number; words: string } | null {
  const [atOpening] = useState(() => {
    const words = last && read.size < answers.length ? stoppedHere(read.size, last.at) : null;
    const place = answers.findIndex((answer) => answer.itemId === last?.itemId);
    return words === null || place < 0 ? null : { words, after: new Set(answers.slice(place + 1).map((answer) => answer.itemId)) };
  });
  const next = atOpening && shown.find((answer) => atOpening.after.has(answer.itemId));
  return atOpening && next ? { before: next.itemId, words: atOpening.words } : null;
}

/** Scrolls to an answer, or to the words at an offset of it; true where that moved something. */
function bringToReader(scroller: HTMLElement | null, itemId: number, at: number | null): boolean {
  const root = textElement(itemId);
  const words = root && at !== null ? rangeOf(root, at, at + 1)?.getBoundingClientRect?.() : undefined;
  const box = words && words.height > 0 ? words : scroller?.querySelector(`[data-item="${itemId}"]`)?.getBoundingClientRect();
  // A place inside an answer is read with what follows it.
  return scroller !== null && box !== undefined && scrollInto(scroller, box, words ? Number.POSITIVE_INFINITY : undefined);
}

/** The current answer takes the focus along, unless the keyboard is at work in another pane or in a note. */
function takeFocus(scroller: HTMLElement | null, itemId: number): void {
  const article = scroller?.querySelector<HTMLElement>(`[data-item="${itemId}"]`);
  const { activeElement } = document;
  if (article && !article.contains(activeElement) && (activeElement === document.body || scroller?.contains(activeElement))) article.focus({ preventScroll: true });
}
