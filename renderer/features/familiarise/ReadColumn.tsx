import { type MouseEvent, useCallback, useRef, useState } from 'react';
import type { Answer } from '../../../shared/contract/survey.ts';
import { questionName, sourceName } from '../../data/source-name.ts';
import { usePlace } from '../../state/place.ts';
import { setCodeUi } from '../code/code-ui.ts';
import { useCopyAcross } from '../code/copy-across.ts';
import { SelectionEffects } from '../code/SelectionEffects.tsx';
import { takeMouseSelection } from '../code/selecting.ts';
import { useReadingList } from '../code/useReadingList.ts';
import { useTouch } from '../code/useTouch.ts';
import { EndOfList } from './EndOfList.tsx';
import { useFamiliariseUi } from './familiarise-ui.ts';
import { ReadAnswer } from './ReadAnswer.tsx';
import type { Reading } from './useReading.ts';
import { stoppedHere } from './words.ts';

const noNotes: readonly never[] = [];

/** The answers in one continuous column; only those near the window are in the document. */
export function ReadColumn({ reading }: { reading: Reading }) {
  const scroller = useRef<HTMLDivElement>(null);
  const notes = useFamiliariseUi((ui) => ui.notes);
  const writing = useFamiliariseUi((ui) => ui.writing);
  const { shown, answerOf, people, about, read, noticingsOf, person, document, questions } = reading;
  const { virtualizer, itemId } = useReadingList({ scroller, answers: shown, look: notes });
  const textOf = useCallback((id: number) => answerOf.get(id)?.text, [answerOf]);
  const masksOf = useCallback((id: number) => answerOf.get(id)?.masks, [answerOf]);
  const stopped = useStopped(reading);
  useTouch(scroller, textOf);
  useCopyAcross(scroller, shown, useCallback((answer: Answer) => (person || document ? (questions.find((question) => question.id === answer.questionId)?.shortName ?? '') : sourceName(answer, people)), [person, document, questions, people]));

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
      <div className="reader-in" role="feed" aria-label={person ? `What ${person.shown} wrote` : document ? `Everything in ${document.title}` : `${reading.question.kind === 'documents' ? 'Parts of' : 'Answers to'} ${questionName(reading.question, reading.number)}`} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const answer = shown[row.index];
          if (!answer) return null;
          const number = questions.findIndex((question) => question.id === answer.questionId) + 1;
          const heading = person ? `Q${number}` : document ? answer.document?.heading || `Part ${row.index + 1}` : sourceName(answer, people);
          return (
            <div key={row.key} ref={virtualizer.measureElement} data-index={row.index} className="reader-row" style={{ transform: `translateY(${row.start}px)` }}>
              {stopped?.before === answer.itemId && <p className="here">{stopped.words}</p>}
              <ReadAnswer
                answer={answer} heading={heading} about={person ? (questions[number - 1]?.shortName ?? '') : about(answer.participantId).join('  ')} whole={person || document ? questions[number - 1]?.wording : undefined}
                read={read.has(answer.itemId)} current={answer.itemId === itemId} notes={notes ? (noticingsOf.get(answer.itemId) ?? noNotes) : noNotes}
                writing={writing?.itemId === answer.itemId ? writing : null} position={row.index + 1} total={shown.length}
              />
            </div>
          );
        })}
      </div>
      <EndOfList reading={reading} />
      <SelectionEffects textOf={textOf} masksOf={masksOf} version={noticingsOf} />
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
