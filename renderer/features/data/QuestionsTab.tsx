import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { QuestionRow } from '../../../shared/contract/survey.ts';
import { optionsIn } from '../../../shared/domain/ticked.ts';
import type { AttributeInfo } from '../../../shared/domain/types.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button, Empty, IconButton, Popover } from '../../ui/index.ts';
import { usePlace } from '../../state/place.ts';
import { type AskedChoice, AskedField } from './AskedField.tsx';
import { askToDelete } from './data-ui.ts';
import { Repairs } from './Repairs.tsx';
import { TieField } from './TieField.tsx';
import { type Column, VirtualTable } from './VirtualTable.tsx';
import { listed, many } from './words.ts';
import { InPlace } from './InPlace.tsx';

/** The questions of the survey and the collections of documents: how they are called, who could answer, who did. */
export function QuestionsTab() {
  const { data: questions, loading } = useQuery('survey.questions', {});
  if (loading || !questions) return null;
  if (questions.length === 0)
    return (
      <div className="data-empty">
        <Empty title="No question yet" action={<Button variant="primary" onClick={() => usePlace.getState().go({ screen: 'import' })}>Import responses</Button>}>
          Questions come in with the first survey, collections with the first document.
        </Empty>
      </div>
    );
  const asked = questions.filter(({ kind }) => kind === 'survey').length;
  const columns: Column<QuestionRow>[] = [
    { key: 'position', head: <abbr title="Number of the question">No.</abbr>, className: 'num c-position', cell: (question) => questions.indexOf(question) + 1 },
    { key: 'name', head: 'Short name', className: 'c-name', cell: (question) => <NameCell question={question} /> },
    { key: 'wording', head: 'Wording', className: 'c-wording', cell: (question) => <Wording question={question} /> },
    { key: 'asked', head: 'Who could answer', className: 'c-asked', cell: (question) => (question.kind === 'documents' ? <span className="muted">documents</span> : <AskedCell question={question} />) },
    { key: 'answered', head: 'Answered', className: 'num', cell: ({ kind, answered, asked }) => (kind === 'documents' ? many(answered, 'part') : asked > answered ? `${answered} of ${asked}` : many(answered, 'person', 'people')) },
    { key: 'coded', head: 'Coded', className: 'num', cell: ({ coded }) => coded },
    { key: 'delete', head: <span className="vh">Delete</span>, className: 'c-more', cell: ({ id, shortName }) => <IconButton size="sm" label={`Delete “${shortName}”`} icon={<Trash2 size={15} />} onClick={() => askToDelete({ kind: 'question', id, name: shortName })} /> },
  ];
  return (
    <>
      <div className="data-h">
        <h2>{listed([asked > 0 ? many(asked, 'question') : '', asked < questions.length ? many(questions.length - asked, 'collection of documents', 'collections of documents') : ''].filter(Boolean))}</h2>
        <span className="muted">Short names stand in lists, tables and exports. The wording stays as it was asked.</span>
        <Repairs />
      </div>
      <VirtualTable label="Questions" rows={questions} keyOf={({ id }) => id} columns={columns} />
    </>
  );
}

const Wording = ({ question: { wording, column, matrix, tie } }: { question: QuestionRow }) => (
  <span className="data-wording" title={wording}>
    <span className="clip">{wording}</span>
    {(column !== '' && column !== wording) || matrix || tie ? <span className="muted small clip">{[column === wording ? '' : column, matrix, tie === 'other' ? 'the “other” of a closed question' : tie === 'comment' ? 'the reason for a rating' : ''].filter(Boolean).join(' · ')}</span> : null}
  </span>
);

function NameCell({ question: { id, shortName } }: { question: QuestionRow }) {
  const rename = useCommand('survey.renameQuestion');
  const [draft, setDraft] = useState<string | null>(null);
  async function keep() {
    const wanted = draft?.trim() ?? '';
    setDraft(null);
    if (wanted !== '' && wanted !== shortName) await rename({ id, shortName: wanted });
  }
  if (draft === null) return <button type="button" className="data-edit med" title="Change the short name" aria-label={`Short name: ${shortName}. Change`} onClick={() => setDraft(shortName)}><span className="clip">{shortName}</span></button>;
  return <InPlace label={`Short name of “${shortName}”`} value={draft} maxLength={80} onChange={setDraft} onKeep={() => void keep()} onDrop={() => setDraft(null)} />;
}

/** Where several options were ticked, who ticked one says more than who ticked exactly these. */
const byOptions = (attribute: AttributeInfo): AskedChoice => {
  const found = optionsIn(attribute.values);
  return found ? { ...attribute, values: found.options.map(({ value }) => value), separator: found.separator } : attribute;
};

/** Everyone, or those with certain answers to a closed question; the denominator of every count rests on it. */
function AskedCell({ question }: { question: QuestionRow }) {
  const { id, shortName, askedOf, asked, outside } = question;
  const attributes = useQuery('survey.attributes', {}).data ?? [];
  const choices = useMemo(() => attributes.map(byOptions), [attributes]);
  const setAsked = useCommand('survey.setAsked');
  const attribute = attributes.find((each) => each.id === askedOf?.attributeId);
  const words = attribute ? `${attribute.name}: ${askedOf?.values.join(', ')}` : 'Everyone';
  return (
    <Popover
      label={`Who could answer “${shortName}”`}
      className="data-asked"
      trigger={<button type="button" className="data-edit" aria-label={`Who could answer “${shortName}”: ${words}. Change`}><span className="clip">{words}</span></button>}
    >
      <p className="small soft">{`${many(asked, 'person', 'people')} could answer this question.${outside ? ` ${outside} answered without having been asked.` : ''}`}</p>
      <AskedField
        label={`Who could answer “${shortName}”`}
        choices={choices}
        value={askedOf ? { ...askedOf, id: askedOf.attributeId } : null}
        onChange={(value) => void setAsked({ questionId: id, asked: value && { attributeId: value.id, values: value.values, separator: value.separator } })}
      />
      <TieField question={question} attributes={attributes} />
    </Popover>
  );
}
