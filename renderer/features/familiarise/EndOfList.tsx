import { questionName } from '../../data/source-name.ts';
import { Button, Empty } from '../../ui/index.ts';
import { readDocument, readPerson, readQuestion, setFamiliariseUi, useFamiliariseUi } from './familiarise-ui.ts';
import type { Reading } from './useReading.ts';

/** After the last answer: what comes next. Or, where nothing is shown, why. */
export function EndOfList({ reading }: { reading: Reading }) {
  const filter = useFamiliariseUi((ui) => ui.filter);
  const { answers, shown, person, document, documents, participants, questions, number, read } = reading;
  if (answers.length === 0) {
    return <div className="fam-none"><Empty title={person ? `${person.shown} left every open question blank` : 'Nobody answered this question'}>{person ? 'The other people are on the left.' : 'The other questions are on the left.'}</Empty></div>;
  }
  if (shown.length === 0) {
    return (
      <div className="fam-none">
        <Empty title={filter === 'unread' ? 'All of these answers have been read' : 'No notes in these margins yet'} action={<Button onClick={() => setFamiliariseUi({ filter: 'all' })}>Show all answers</Button>}>
          {filter === 'unread' ? 'Reading again is never wasted: the second time through, other things stand out.' : 'When something strikes you, select the words and press M. No codes yet, only what you notice.'}
        </Empty>
      </div>
    );
  }
  const unread = answers.length - read.size;
  const another = document && documents[documents.indexOf(document) + 1];
  const next = document ? undefined : person ? participants[participants.findIndex(({ id }) => id === person.id) + 1] : questions[number];
  const label = next && ('wording' in next ? `Go on to ${questionName(next, number + 1)}` : `Go on to ${next.shown}`);
  return (
    <div className="fam-end">
      <span>{unread === 0 ? 'You have read all of these.' : `${unread} still unread.`}</span>
      {another && <Button size="sm" keys={[']']} onClick={() => readDocument(another.id)}>{`Go on to ${another.title}`}</Button>}
      {next && <Button size="sm" keys={[']']} onClick={() => ('wording' in next ? readQuestion(next.id) : readPerson(next.id))}>{label}</Button>}
    </div>
  );
}
