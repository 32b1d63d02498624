import { type MouseEvent, useCallback, useEffect, useRef } from 'react';
import type { Answer } from '../../../shared/contract/survey.ts';
import { type TextRange, wordAt } from '../../../shared/domain/text-range.ts';
import { questionName, sourceName } from '../../data/source-name.ts';
import { usePlace } from '../../state/place.ts';
import { useSettings } from '../../state/settings.ts';
import { AnswerView } from './AnswerView.tsx';
import { useCopyAcross } from './copy-across.ts';
import { cursorIn, setCodeUi, useCodeUi } from './code-ui.ts';
import { offsetOf } from './dom-range.ts';
import { type Mark, shortest } from './marks.ts';
import type { Changes } from './useChanges.ts';
import type { Column } from './sides.ts';
import type { CodeData } from './useCodeData.ts';
import { takeMouseSelection } from './selecting.ts';
import { useReadingList } from './useReadingList.ts';
import { useTouch } from './useTouch.ts';

/** All answers to the question (or those of one group) in one continuous column; only those near the window are in the document. */
export function ReadingColumn({ data, column, changes, onNothing }: { data: CodeData; column: Column; changes: Changes; onNothing: (itemId: number, nothing: boolean) => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const brackets = useSettings((settings) => settings.brackets);
  const { answers } = column;
  const { virtualizer, itemId } = useReadingList({ scroller, answers, look: brackets });
  const textOf = useCallback((id: number) => data.answerOf.get(id)?.text, [data.answerOf]);
  useTouch(scroller, textOf);
  useCopyAcross(scroller, answers, useCallback((answer: Answer) => sourceName(answer, data.people), [data.people]));

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
  /** The answer in which the mouse button went down. */
  const pressedIn = useRef<Element | null>(undefined);
  const onMouseUp = (event: MouseEvent) => {
    clearTimeout(opening.current);
    const began = pressedIn.current;
    pressedIn.current = undefined;
    const selection = takeMouseSelection(event, textOf);
    if (selection) {
      usePlace.getState().go({ itemId: selection.itemId });
      setCodeUi({ selection, walked: null, choosing: false, opened: null });
      return;
    }
    // A stretch over several answers, also from one column into the other, is there to be copied.
    if (began === undefined ? document.getSelection()?.isCollapsed === false : began !== (event.target as Element).closest('[data-item]')) {
      setCodeUi({ selection: null, walked: null, choosing: false, opened: null });
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
    <div ref={scroller} className="reader" onMouseDown={(event) => { pressedIn.current = (event.target as Element).closest('[data-item]'); }} onMouseUp={onMouseUp}>
      <div className="reader-in" role="feed" aria-label={`${data.question.kind === 'documents' ? 'Parts of' : 'Answers to'} ${questionName(data.question, data.number)}${column.name && `, ${column.name}`}`} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const answer = answers[row.index];
          if (!answer) return null;
          return (
            <div key={row.key} ref={virtualizer.measureElement} data-index={row.index} className="reader-row" style={{ transform: `translateY(${row.start}px)` }}>
              <AnswerView
                answer={answer} shown={sourceName(answer, data.people)} about={data.about(answer.participantId).join('  ')} codings={data.codings.get(answer.itemId) ?? nothing} notes={data.noticings.get(answer.itemId) ?? nothing} looks={data.looks}
                current={answer.itemId === itemId} brackets={brackets} position={row.index + 1} total={answers.length} onOpen={open} onReach={reach} onNothing={onNothing} nothing={data.examined.has(answer.itemId)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const nothing: readonly never[] = [];
/** Milliseconds in which a second press makes a double click of it. */
const doubleClick = 220;
