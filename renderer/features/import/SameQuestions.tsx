import { useQuery } from '../../data/useQuery.ts';
import { Select } from '../../ui/index.ts';
import type { Importing } from './useImport.ts';

/** New columns of a later file: a question (or an attribute) of its own, or one that the project has under other words. What looks the same is told, and decided here. */
export function SameQuestions({ importing }: { importing: Importing }) {
  const { beside, columns, wishes } = importing;
  const questions = useQuery('survey.questions', {}).data ?? [];
  const attributes = useQuery('survey.attributes', {}).data ?? [];
  if (!beside) return null;
  const told = new Map(beside.renamed.map(({ column, sentence }) => [column, sentence]));
  const joined = (index: number) => (wishes.columns[index]?.wording ?? '') !== '';
  // A new attribute is asked about only where it looks like one that is there.
  const shown = columns.filter(({ index, role }) => (role === 'question' && beside.fresh.includes(index)) || ((role === 'question' || role === 'attribute') && (told.has(index) || joined(index))));
  const known = {
    question: questions.filter(({ kind }) => kind === 'survey').map(({ wording, shortName }) => ({ wording, name: shortName })),
    attribute: attributes.map(({ wording, name }) => ({ wording: wording || name, name })),
  };
  if (shown.length === 0 || known.question.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="i-same">
      <h3 id="i-same">New here, or known under other words?</h3>
      <p className="small soft">These are not in the project under the words of this file. Where one asks the same as before, say so, and its answers lie beside the earlier ones.</p>
      {shown.map((column) => {
        const { index, shortName, role } = column;
        const kind = role === 'attribute' ? 'attribute' : 'question';
        const sentence = told.get(index);
        return (
          <div key={index} className="same-as">
            <Select
              label={shortName}
              size="sm"
              value={wishes.columns[index]?.wording ?? ''}
              options={[{ value: '', label: `A new ${kind}` }, ...known[kind].map(({ wording, name }) => ({ value: wording, label: `The same as “${name}”` }))]}
              onChange={(wording) => importing.setColumn(column, { wording })}
            />
            {sentence && <p className="small muted">{sentence}</p>}
          </div>
        );
      })}
    </section>
  );
}
