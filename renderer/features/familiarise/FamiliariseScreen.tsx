import { useEffect, useRef } from 'react';
import { questionName } from '../../data/source-name.ts';
import { setOnScreen } from '../../state/onScreen.ts';
import { usePlace } from '../../state/place.ts';
import { readingPlace, rememberReading } from '../../state/reading-places.ts';
import { useCommands } from '../../ui/commands.ts';
import { Button, Empty } from '../../ui/index.ts';
import { isStretch, nothingOpen, rangeOfSelection, setCodeUi, useCodeUi } from '../code/code-ui.ts';
import { useDrawers } from '../shell/drawers.ts';
import { readPerson, readQuestion, setFamiliariseUi } from './familiarise-ui.ts';
import { ListPane } from './ListPane.tsx';
import { NoteButton } from './NoteButton.tsx';
import { ReadColumn } from './ReadColumn.tsx';
import { ReadingHeader } from './ReadingHeader.tsx';
import { SidePane } from './SidePane.tsx';
import { useFamiliariseKeys } from './useFamiliariseKeys.ts';
import { type Reading, useReading } from './useReading.ts';
import '../code/code.css';
import '../diary/diary.css';
import './familiarise.css';

/** Familiarise: read everything, uncoded, and write down what strikes you. */
export function FamiliariseScreen() {
  const reading = useReading();
  if (reading === undefined) return null;
  if (reading === null) {
    return (
      <div className="lone">
        <Empty title="Nothing to read yet" action={<Button variant="primary" onClick={() => usePlace.getState().go({ screen: 'import' })}>Import responses</Button>}>
          Answers come from a survey export. Once they are here, you read them in this place, all of them, before you name anything.
        </Empty>
      </div>
    );
  }
  return <Familiarising reading={reading} />;
}

function Familiarising({ reading }: { reading: Reading }) {
  useCommands([
    ...reading.questions.map((question, index) => ({ id: `read-q${question.id}`, label: question.kind === 'documents' ? `Read the documents in “${question.shortName}”` : `Read question ${index + 1}: ${question.shortName}`, run: () => readQuestion(question.id) })),
    ...(reading.person ? [] : currentPerson(reading).map((person) => ({ id: 'read-person', label: `Read everything ${person.shown} wrote`, keys: ['P'], run: () => readPerson(person.id, usePlace.getState().itemId) }))),
  ]);
  return (
    <div className="panes code-panes fam" data-open={useDrawers((drawers) => drawers.open) ?? undefined}>
      <Keys reading={reading} />
      <Wherever reading={reading} />
      <ListPane reading={reading} />
      <section className="pane is-paper" aria-label="Answers">
        <ReadingHeader reading={reading} />
        <ReadColumn key={reading.key} reading={reading} />
      </section>
      <SidePane reading={reading} />
      <div className="floats">
        <NoteButton answerOf={reading.answerOf} />
        <Said />
      </div>
    </div>
  );
}

const currentPerson = ({ answerOf, people }: Reading) => {
  const person = people.get(answerOf.get(usePlace.getState().itemId ?? 0)?.participantId ?? 0);
  return person ? [person] : [];
};

// What follows the selection stands apart, so that moving it redraws no pane.
function Keys({ reading }: { reading: Reading }): null {
  useFamiliariseKeys(reading);
  return null;
}

function Said() {
  const said = useCodeUi((ui) => ui.said);
  return <div className="vh" role="status" aria-live="polite">{said}</div>;
}

/** Comes back to where reading was left, keeps the place, and tells a diary note what it would be about. */
function Wherever({ reading }: { reading: Reading }): null {
  const { itemId, questionId, participantId, documentId } = usePlace();
  const selection = useCodeUi((ui) => ui.selection);
  const { key, questions, answers, answerOf, read, question, number, person, document } = reading;
  // A list that is still on its way is not on screen yet, but it is where one goes.
  const wanted = participantId !== null ? `p${participantId}` : documentId !== null ? `d${documentId}` : questions.some((each) => each.id === questionId) ? `q${questionId}` : key;
  const arrived = key === wanted;
  const answer = answerOf.get(itemId ?? 0);
  const resumed = useRef('');

  useEffect(() => {
    if (!arrived || answer || resumed.current === `${key} ${itemId}`) return;
    resumed.current = `${key} ${itemId}`;
    const left = readingPlace(key);
    const there = left !== undefined && answerOf.has(left) ? left : (answers.find((each) => !read.has(each.itemId)) ?? answers[0])?.itemId;
    if (there !== undefined) {
      setCodeUi({ reveal: { itemId: there, at: null } });
      usePlace.getState().go({ itemId: there });
    }
  }, [arrived, answer, key, itemId, answers, answerOf, read]);
  useEffect(() => {
    if (arrived && answer) rememberReading(key, answer.itemId);
    if (arrived && questionId !== question.id) usePlace.getState().go({ questionId: question.id });
  }, [arrived, answer, key, questionId, question.id]);
  useEffect(() => {
    const range = isStretch(selection) ? rangeOfSelection(selection) : null;
    setOnScreen({
      context: person ? `Reading what ${person.shown} wrote` : document ? `Reading ${document.title}` : `Reading ${questionName(question, number)}`,
      links: [answer ? { kind: 'extract' as const, id: answer.itemId, start: range?.start ?? 0, end: range?.end ?? answer.text.length } : { kind: 'question' as const, id: question.id }],
    });
  }, [selection, answer, question, number, person, document]);
  useEffect(() => () => {
    setCodeUi(nothingOpen);
    setFamiliariseUi({ writing: null });
  }, []);
  return null;
}
