import { Files, MessageSquare } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { PersonReading } from '../../../shared/contract/reading.ts';
import type { QuestionRow } from '../../../shared/contract/survey.ts';
import { sourceInList } from '../../data/source-name.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { Segmented } from '../../ui/index.ts';
import { readPerson, readQuestion, showAnswer } from './familiarise-ui.ts';
import { RowList } from './RowList.tsx';
import type { Reading } from './useReading.ts';

/** What can be read: the questions with the people who answered the open one, or the people. */
export const ListPane = memo(function ListPane({ reading }: { reading: Reading }) {
  const { person, question, answers, answerOf, participants } = reading;
  const turn = (by: 'question' | 'person') => {
    if (by === 'question') return readQuestion(question.id, usePlace.getState().itemId);
    const itemId = usePlace.getState().itemId;
    const answer = answerOf.get(itemId ?? 0) ?? answers[0];
    const who = answer?.participantId ?? participants[0]?.id;
    if (who !== undefined) readPerson(who, answer?.itemId ?? null);
  };
  return (
    <section data-drawer="left" className="pane" aria-label={person ? 'People' : 'Questions and respondents'}>
      {participants.length > 0 && <div className="fam-by"><Segmented label="Read" value={person ? 'person' : 'question'} onChange={turn} options={[{ value: 'question', label: 'By question' }, { value: 'person', label: 'By person' }]} /></div>}
      {person ? <People reading={reading} /> : <Questions reading={reading} />}
    </section>
  );
});

function Questions({ reading }: { reading: Reading }) {
  const { questions, question, answers, read, state } = reading;
  const progress = useMemo(() => new Map(state.questions.map((each) => [each.questionId, each.read])), [state]);
  const unread = answers.length - read.size;
  return (
    <>
      <h2 className="sect-h">Questions</h2>
      <ul className="qlist">{questions.map((each, index) => <li key={each.id}><QuestionButton question={each} number={index + 1} open={each.id === question.id} read={progress.get(each.id) ?? 0} /></li>)}</ul>
      <h2 className="sect-h">{question.kind === 'documents' ? 'Parts' : 'Respondents'}<span className="push nowrap">{unread === 0 ? 'all read' : `${unread} unread`}</span></h2>
      <Respondents reading={reading} />
    </>
  );
}

function Respondents({ reading: { answers, read, noticingsOf, people, about } }: { reading: Reading }) {
  const itemId = usePlace((place) => place.itemId);
  return (
    <RowList
      label="Respondents" rows={answers} keyOf={(answer) => answer.itemId} current={answers.findIndex((answer) => answer.itemId === itemId)}
      render={(answer, current) => <Respondent itemId={answer.itemId} {...sourceInList(answer, people, about(answer.participantId)[0] ?? '')} part={answer.document !== null} read={read.has(answer.itemId)} noted={noticingsOf.has(answer.itemId)} current={current} />}
    />
  );
}

function QuestionButton({ question, number, open, read }: { question: QuestionRow; number: number; open: boolean; read: number }) {
  const begun = open || (read > 0 && read < question.answered);
  return (
    <button type="button" className={`qrow ${open ? 'is-selected' : ''}`} aria-current={open ? 'true' : undefined} title={question.wording} onClick={() => readQuestion(question.id)}>
      <span className="qn">{question.kind === 'documents' ? <Files size={14} aria-label="Documents" /> : `Q${number}`}</span><span className="qt clip">{question.shortName}</span>
      <span className="count"><span aria-hidden>{begun ? `${read} / ${question.answered}` : question.answered}</span><span className="vh">{`, ${read} of ${question.answered} read`}</span></span>
      {begun && <span className={`bar ${open ? 'accent' : ''}`} aria-hidden><i style={{ width: `${question.answered ? (100 * read) / question.answered : 0}%` }} /></span>}
    </button>
  );
}

const Respondent = memo(function Respondent({ itemId, shown, about, part, read, noted, current }: { itemId: number; shown: string; about: string; part: boolean; read: boolean; noted: boolean; current: boolean }) {
  return (
    <button type="button" className={`row ${part ? 'is-part' : ''} ${current ? 'is-selected' : ''} ${read ? 'read' : ''}`} aria-current={current ? 'true' : undefined} onClick={() => showAnswer(itemId)}>
      <span className="pid">{shown}</span><span className="role clip">{about}</span>
      {noted && <><MessageSquare size={13} strokeWidth={2.4} aria-hidden /><span className="vh">, noted</span></>}
      {read ? <span className="vh">, read</span> : <><i className="un" aria-hidden /><span className="vh">, unread</span></>}
    </button>
  );
});

function People({ reading }: { reading: Reading }) {
  const people = useQuery('reading.people', {}).data ?? [];
  const begun = people.filter((each) => each.read > 0).length;
  return (
    <>
      <h2 className="sect-h">Respondents<span className="push nowrap">{begun} of {people.length}<span className="vh"> begun</span></span></h2>
      <RowList
        label="Respondents" rows={people} keyOf={(each) => each.participantId} current={people.findIndex((each) => each.participantId === reading.person?.id)}
        render={(each, current) => <Person {...each} shown={reading.people.get(each.participantId)?.shown ?? ''} about={reading.about(each.participantId)[0] ?? ''} current={current} />}
      />
    </>
  );
}

const Person = memo(function Person({ participantId, shown, about, answered, read, noticings, current }: PersonReading & { shown: string; about: string; current: boolean }) {
  const done = read === answered;
  return (
    <button type="button" className={`row ${current ? 'is-selected' : ''} ${done ? 'read' : ''}`} aria-current={current ? 'true' : undefined} onClick={() => readPerson(participantId)}>
      <span className="pid">{shown}</span><span className="role clip">{about}</span>
      {noticings > 0 && <><MessageSquare size={13} strokeWidth={2.4} aria-hidden /><span className="vh">, noted</span></>}
      <span className="count"><span aria-hidden>{`${read} / ${answered}`}</span><span className="vh">{`, ${read} of ${answered} read`}</span></span>
      <i className={done ? 'un none' : 'un'} aria-hidden />
    </button>
  );
});
