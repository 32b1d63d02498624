import { memo, useCallback, useMemo } from 'react';
import type { Noticing } from '../../../shared/contract/reading.ts';
import { usePlace } from '../../state/place.ts';
import { readQuestion, setFamiliariseUi, showAnswer, useFamiliariseUi } from './familiarise-ui.ts';
import { setCodeUi } from '../code/code-ui.ts';
import type { Reading } from './useReading.ts';

/** The notes on the answers being read, or on all answers; each leads to its place. */
export function NoticingList({ reading }: { reading: Reading }) {
  const everywhere = useFamiliariseUi((ui) => ui.allNotes);
  const { noticings, answerOf, questions, person, document } = reading;
  const here = useMemo(() => noticings.filter((each) => answerOf.has(each.itemId)), [noticings, answerOf]);
  const listed = everywhere ? noticings : here;
  const numberOf = (questionId: number) => questions.findIndex((question) => question.id === questionId) + 1;
  const place = (each: Noticing) => (each.documentId !== null ? each.shown : everywhere ? `${each.shown}, Q${numberOf(each.questionId)}` : person ? `Q${numberOf(each.questionId)}` : each.shown);
  const jump = useCallback((each: Noticing) => {
    if (answerOf.has(each.itemId)) return showAnswer(each.itemId, each.start);
    readQuestion(each.questionId, each.itemId);
    setCodeUi({ reveal: { itemId: each.itemId, at: each.start } });
  }, [answerOf]);
  return (
    <section className="fam-notes" aria-label="Notes in the margin">
      <h2 className="sect-h">
        Noticings<span className="count">{listed.length}</span>
        {noticings.length > here.length && <button type="button" className="link push" aria-pressed={everywhere} onClick={() => setFamiliariseUi({ allNotes: !everywhere })}>{everywhere ? (person ? 'Only this person' : document ? 'Only this document' : 'Only this question') : `All ${noticings.length}`}</button>}
      </h2>
      {listed.length === 0 ? <p className="fam-notes-none">Select words that strike you and press M. Notes in the margin are collected here.</p> : (
        <ul>{listed.map((each) => <Row key={each.id} noticing={each} place={place(each)} onJump={jump} />)}</ul>
      )}
    </section>
  );
}

const Row = memo(function Row({ noticing, place, onJump }: { noticing: Noticing; place: string; onJump: (noticing: Noticing) => void }) {
  const current = usePlace((at) => at.itemId === noticing.itemId);
  return (
    <li>
      <button type="button" className={current ? 'is-selected' : ''} onClick={() => onJump(noticing)}>
        <span className="fam-note-t">{noticing.text}</span>
        <span className="fam-note-w"><span className="pid">{place}</span><span className="sample clip">{noticing.words}</span></span>
      </button>
    </li>
  );
});
