import { type Mention, staysAsItIs } from '../../../../shared/contract/privacy.ts';
import { Button, Check } from '../../../ui/index.ts';
import { many } from '../words.ts';
import { goToMention, nowhere } from './go-to-mention.ts';
import { closeMasking } from './masking.ts';

/** Rows that are listed; the others are named by their number. */
const listed = 12;

export const whereWords: Record<Mention['where'], string> = {
  code: 'a code', theme: 'a theme', diary: 'the diary', note: 'a note', memo: 'first impressions', 'loose end': 'a loose end that you keep', question: 'a question', analysis: 'an analysis', merge: 'a merge', milestone: 'a milestone', map: 'the map',
  attribute: 'a closed answer', person: 'the id of a person', document: 'a document', import: 'the name of a file', plan: 'the name of a plan', column: 'a column of an imported file', numbering: 'the name of a numbering', project: 'the title of the project', label: 'the label of other masked words', history: 'the history of what you did',
};

interface Props { mentions: readonly Mention[]; notes: boolean; onNotes: (notes: boolean) => void; disabled: boolean }

/** Where the words also stand outside of answers: each can be gone to, and most can be masked along. */
export function Mentions({ mentions, notes, onNotes, disabled }: Props) {
  const steps = mentions.filter(({ where }) => where === 'history').length;
  const others = mentions.filter(({ where }) => where !== 'history');
  const staying = mentions.filter(({ where }) => staysAsItIs.has(where));
  return (
    <section className="idf-mentions" aria-label="Where these words also stand">
      <h3>These words also stand outside of the answers</h3>
      <ul>
        {others.slice(0, listed).map((mention, index) => (
          <li key={index}>
            <span className="grow"><b>{whereWords[mention.where]}</b>{mention.text !== '' && <> <span dir="auto">{mention.text}</span></>}</span>
            {notes && <span className="muted small">{staysAsItIs.has(mention.where) ? 'stays as it is' : 'will be masked'}</span>}
            {!nowhere.has(mention.where) && <Button size="sm" variant="quiet" disabled={disabled} aria-label={`Go there: ${whereWords[mention.where]}, ${mention.text.slice(0, 60)}`} onClick={() => { closeMasking(); void goToMention(mention); }}>Go there</Button>}
          </li>
        ))}
        {steps > 0 && <li><span className="grow"><b>{whereWords.history}</b> {many(steps, 'step')}</span>{notes && <span className="muted small">will be masked</span>}</li>}
      </ul>
      {others.length > listed && <p className="small muted">{`And in ${mentions.length === 50 ? 'many' : others.length - listed} more.`}</p>}
      {staying.length < mentions.length && <Check checked={notes} onChange={onNotes} label="Mask there too: in your own texts, in titles and names, and in the history" />}
      <p className="small soft">
        {notes ? 'The label takes their place, in earlier versions of these texts as well. Undo goes on as before.' : 'Left alone, they stay readable there, and the history keeps what you wrote before.'}
        {staying.length > 0 && ' Ids of people, closed answers, columns and the wording of questions are never changed from here, because later files are matched by them: go there, or see “Closed answers that could identify”.'}
      </p>
    </section>
  );
}
