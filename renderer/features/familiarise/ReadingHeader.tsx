import { ArrowLeft, ListFilter, MessageSquare } from 'lucide-react';
import { memo } from 'react';
import { partsWords } from '../../data/source-name.ts';
import { IconButton, Menu } from '../../ui/index.ts';
import { closePerson, type Filter, setFamiliariseUi, useFamiliariseUi } from './familiarise-ui.ts';
import { DrawerButton } from '../shell/DrawerButton.tsx';
import { LookMenu } from '../shell/LookMenu.tsx';
import type { Reading } from './useReading.ts';
import { answersWords } from './words.ts';

const filters: readonly { filter: Filter; label: string }[] = [
  { filter: 'all', label: 'All answers' }, { filter: 'unread', label: 'Unread' }, { filter: 'noted', label: 'With a note in the margin' },
];

/** The question in full, or the card of a person; how much of it has been read; what is shown. */
export const ReadingHeader = memo(function ReadingHeader({ reading }: { reading: Reading }) {
  const { filter, notes } = useFamiliariseUi();
  // An answer with several versions is one answer, read when its latest version is.
  const answers = reading.answers.filter((answer) => answer.latest);
  const read = answers.filter((answer) => reading.read.has(answer.itemId)).length;
  const meta = `${reading.question.kind === 'documents' ? partsWords(answers) : answersWords(answers.length)}, ${read} read`;
  return (
    <header className="question">
      {reading.person ? <PersonCard reading={reading} meta={answers.length === 0 ? 'No answers' : `${answers.length} of ${reading.questions.filter(({ kind }) => kind === 'survey').length} questions answered, ${read} read`} /> : reading.document ? <DocumentCard reading={reading} meta={`${reading.answers.length === 1 ? '1 part' : `${reading.answers.length} parts`}, ${read} read`} /> : (
        <div>
          <h1>{reading.question.wording}</h1>
          <p className="meta">{filter === 'all' ? meta : `${meta}. Shown: ${filters.find((each) => each.filter === filter)?.label.toLowerCase()}, ${reading.shown.length}`}</p>
        </div>
      )}
      <div className="hstack fam-tools">
        <DrawerButton side="left" label="Questions and respondents" />
        <IconButton label={notes ? 'Hide notes in the margin' : 'Show notes in the margin'} pressed={notes} icon={<MessageSquare size={16} />} onClick={() => setFamiliariseUi({ notes: !notes })} />
        <Menu
          align="end" label="Which answers"
          trigger={<IconButton label="Which answers" tip="Which answers are shown" className={filter === 'all' ? '' : 'is-on'} icon={<ListFilter size={16} />} />}
          items={filters.map((each) => ({ label: each.label, checked: filter === each.filter, run: () => setFamiliariseUi({ filter: each.filter }) }))}
        />
        <LookMenu />
        <DrawerButton side="right" label="Notes" />
      </div>
    </header>
  );
});

/** A document, read in its own order. */
function DocumentCard({ reading: { document, question }, meta }: { reading: Reading; meta: string }) {
  return (
    <div className="fam-card">
      <div className="fam-card-h">
        <IconButton size="sm" label="Back to the collection" keys={['Esc']} icon={<ArrowLeft size={16} />} onClick={closePerson} />
        <h1>{document?.title}</h1>
      </div>
      <dl><div><dt>Collection</dt><dd>{question.shortName}</dd></div></dl>
      <p className="meta">{meta}</p>
    </div>
  );
}

/** Who somebody is, as far as the closed questions say. */
function PersonCard({ reading, meta }: { reading: Reading; meta: string }) {
  const { person, attributes } = reading;
  if (!person) return null;
  const known = attributes.filter((attribute) => person.attributes[attribute.id] !== undefined);
  return (
    <div className="fam-card">
      <div className="fam-card-h">
        <IconButton size="sm" label="Back to the question" keys={['Esc']} icon={<ArrowLeft size={16} />} onClick={closePerson} />
        <h1>{person.shown}</h1>
      </div>
      {known.length > 0 && <dl>{known.map((attribute) => <div key={attribute.id}><dt>{attribute.name}</dt><dd>{person.attributes[attribute.id]}</dd></div>)}</dl>}
      <p className="meta">{meta}</p>
    </div>
  );
}
