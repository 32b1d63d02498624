import { useMemo } from 'react';
import { sourceName } from '../../data/source-name.ts';
import { Popover } from '../../ui/index.ts';
import type { Reading } from './useReading.ts';
import { answersWords, lengthsOf, sittingWords } from './words.ts';

/** A few plain facts about what is being read, and when it was read. */
export function About({ reading }: { reading: Reading }) {
  const { answers, people, participants, person, document, question, questions, noticingsOf, state } = reading;
  const lengths = useMemo(() => lengthsOf(answers.map((answer) => answer.text)), [answers]);
  const longest = answers[lengths?.longestAt ?? -1];
  const noticings = answers.reduce((sum, answer) => sum + (noticingsOf.get(answer.itemId)?.length ?? 0), 0);
  const ofDocuments = document !== null || question.kind === 'documents';
  const blank = useMemo(() => {
    const answered = new Set(answers.map((answer) => answer.participantId));
    return person || ofDocuments ? [] : participants.filter(({ id }) => !answered.has(id));
  }, [answers, participants, person, ofDocuments]);
  const whole = person ? questions.filter(({ kind }) => kind === 'survey').length : participants.length;
  const numberOf = (questionId: number) => questions.findIndex((question) => question.id === questionId) + 1;
  return (
    <section className="about" aria-label={person ? 'About this person' : document ? 'About this document' : ofDocuments ? 'About this collection' : 'About this question'}>
      <h2 className="sect-h">{person ? `About ${person.shown}` : document ? `About ${document.title}` : ofDocuments ? 'About this collection' : 'About this question'}</h2>
      <dl>
        <dt>{ofDocuments ? 'Parts' : 'Answered'}</dt>
        <dd>{ofDocuments ? answers.length : `${answers.filter(({ latest }) => latest).length} of ${whole}${blank.length === 1 ? `, ${blank[0]?.shown} left it blank` : ''}`}</dd>
        {lengths && <><dt>{ofDocuments ? 'Typical part' : 'Typical answer'}</dt><dd>{lengths.typical}</dd></>}
        {lengths && longest && <><dt>Longest</dt><dd>{`${person ? `Question ${numberOf(longest.questionId)}` : sourceName(longest, people)}, ${lengths.longest}`}</dd></>}
        <dt>Noticings</dt>
        <dd>{noticings === 0 ? 'none so far' : `${noticings} so far`}</dd>
        <dt>All reading</dt>
        <dd>{`${state.read} of ${state.answers} answers`}</dd>
        {state.sessions.length > 0 && <><dt>Sittings</dt><dd><Sittings state={state} /></dd></>}
      </dl>
    </section>
  );
}

/** When the answers were read: one line for each sitting, the latest first. */
function Sittings({ state: { sessions } }: { state: Reading['state'] }) {
  const latest = sessions.at(-1);
  if (!latest) return null;
  return (
    <Popover label="Sittings" side="left" align="end" className="fam-sittings" trigger={<button type="button" className="link">{sessions.length === 1 ? sittingWords(latest) : `${sessions.length}, the last on ${sittingWords(latest).split(',')[0]}`}</button>}>
      <h3>When you read</h3>
      <ul>{sessions.toReversed().map((session) => <li key={session.id}><span>{sittingWords(session)}</span><span className="muted num">{answersWords(session.read)}</span></li>)}</ul>
    </Popover>
  );
}
