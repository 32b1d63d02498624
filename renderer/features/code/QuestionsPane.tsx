import { useVirtualizer } from '@tanstack/react-virtual';
import { Files, Minus } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { sourceInList } from '../../data/source-name.ts';
import type { QuestionRow } from '../../../shared/contract/survey.ts';
import { usePlace } from '../../state/place.ts';
import { personRowHeight, useSettings } from '../../state/settings.ts';
import { nothingOpen, setCodeUi, showAnswer } from './code-ui.ts';
import type { CodeData } from './useCodeData.ts';

export function goToQuestion(questionId: number): void {
  setCodeUi(nothingOpen);
  usePlace.getState().go({ questionId, itemId: null });
}

/** Questions with their progress, and the people who answered the one that is open, with the inks of their codes. */
export function QuestionsPane({ data }: { data: CodeData }) {
  const { coded } = data;
  const nothing = data.examined.size;
  return (
    <section data-drawer="left" className="pane" aria-label="Questions and respondents">
      <h2 className="sect-h">Questions</h2>
      <ul className="qlist">{data.questions.map((question, index) => <li key={question.id}><QuestionButton question={question} number={index + 1} open={question.id === data.question.id} coded={coded} nothing={nothing} /></li>)}</ul>
      <h2 className="sect-h">{data.question.kind === 'documents' ? 'Parts' : 'Respondents'}<span className="push nowrap">{coded} of {data.question.answered} coded</span></h2>
      {nothing > 0 && <p className="sect-more">{nothing} with nothing to code</p>}
      {data.answers.length < data.all.length && <p className="sect-more">{data.answers.length} of {data.all.length} shown</p>}
      <Respondents data={data} />
    </section>
  );
}

function QuestionButton({ question, number, open, coded, nothing }: { question: QuestionRow; number: number; open: boolean; coded: number; nothing: number }) {
  const share = (count: number) => `${question.answered ? (100 * count) / question.answered : 0}%`;
  return (
    <button type="button" className={`qrow ${open ? 'is-selected' : ''}`} aria-current={open ? 'true' : undefined} title={question.wording} onClick={() => goToQuestion(question.id)}>
      <span className="qn">{question.kind === 'documents' ? <Files size={14} aria-label="Documents" /> : `Q${number}`}</span><span className="qt clip">{question.shortName}</span>
      <span className="count">{open ? `${coded} / ${question.answered}` : question.answered}</span>
      {open && <span className="bar accent" aria-hidden><i style={{ width: share(coded) }} /><i className="rest" style={{ width: share(nothing) }} /></span>}
    </button>
  );
}

function Respondents({ data }: { data: CodeData }) {
  const scroller = useRef<HTMLDivElement>(null);
  const itemId = usePlace((place) => place.itemId);
  const rowHeight = useSettings(personRowHeight);
  const virtualizer = useVirtualizer({ count: data.answers.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text size means other rows
  useEffect(() => virtualizer.measure(), [rowHeight]);
  const at = data.answers.findIndex((answer) => answer.itemId === itemId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another answer scrolls the list
  useEffect(() => { if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' }); }, [at]);
  return (
    <div ref={scroller} className="rlist pane-b">
      <div role="list" aria-label="Respondents" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map((row) => {
          const answer = data.answers[row.index];
          if (!answer) return null;
          const codes = [...new Set(data.codings.get(answer.itemId)?.map((coding) => coding.codeId))].slice(0, 6).flatMap((id) => data.codeOf.get(id) ?? []);
          return (
            <div key={answer.itemId} role="listitem" aria-setsize={data.answers.length} aria-posinset={row.index + 1} className="rlist-i" style={{ transform: `translateY(${row.start}px)`, height: row.size }}>
              <Respondent itemId={answer.itemId} {...sourceInList(answer, data.people, data.about(answer.participantId)[0] ?? '')} part={answer.document !== null} inks={codes.map((code) => `${code.ink}${code.kind === 'latent' ? 'o' : ''}`).join(' ')} nothing={data.examined.has(answer.itemId)} current={answer.itemId === itemId} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const Respondent = memo(function Respondent({ itemId, shown, about, part, inks, nothing, current }: { itemId: number; shown: string; about: string; part: boolean; inks: string; nothing: boolean; current: boolean }) {
  const dots = inks === '' ? [] : inks.split(' ');
  return (
    <button type="button" className={`row ${part ? 'is-part' : ''} ${current ? 'is-selected' : ''} ${dots.length ? '' : nothing ? 'done' : 'todo'}`} aria-current={current ? 'true' : undefined} onClick={() => showAnswer(itemId)}>
      <span className="pid">{shown}</span><span className="role clip">{about}</span>
      <span className="tick" aria-label={dots.length ? `${dots.length} codes` : nothing ? 'nothing to code' : 'not coded yet'} role="img">{nothing && <Minus size={12} aria-hidden />}{dots.map((dot, index) => <i key={index} data-ink={Number.parseInt(dot, 10)} className={dot.endsWith('o') ? 'latent' : ''} />)}</span>
    </button>
  );
});
