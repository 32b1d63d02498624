import { GitCompareArrows } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Differences as Found } from '../../../shared/contract/wave.ts';
import { call } from '../../data/call.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { canMatchOtherwise, MatchedBy } from './MatchedBy.tsx';
import type { Importing } from './useImport.ts';
import { planOf } from './wishes.ts';
import { many } from './words.ts';
import './differences.css';

/** How the file lies beside what the project has, before it comes in. Nothing is shown where it meets nothing that is there. */
export function Differences({ importing }: { importing: Importing }) {
  const found = useDifferences(importing);
  const [open, setOpen] = useState(false);
  if (!found || (found.kind === 'new' && found.people.matched === 0 && !canMatchOtherwise(found.ids))) return null;
  return (
    <section className="i-wave" aria-label="Beside what is in the project">
      <GitCompareArrows size={16} aria-hidden />
      <div>
        <div role="status">
          <b>{found.kind === 'wave' ? 'Later answers to questions that are in the project' : 'New questions for people who are in the project'}</b>
          <p>{`${sentences(found).join(' ')}`}</p>
        </div>
        <MatchedBy ids={found.ids} importing={importing} />
      </div>
      <span className="push" />
      <Button size="sm" onClick={() => setOpen(true)}>See the differences</Button>
      {open && <Details found={found} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** Asked again whenever the importer has looked at the file again. Columns take the role in which the project knows them. */
function useDifferences(importing: Importing): Found | null {
  const { file, inspection, wishes, busy, companions, columns, setColumn, beside, setBeside } = importing;
  const people = useQuery('project.overview', {}).data?.participants ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the importer looks again for every other change
  useEffect(() => {
    if (!file || !inspection || people === 0) return setBeside(null);
    // The people are those of this very file, which has just come in.
    if (busy) return undefined;
    let current = true;
    void call('survey.compare', { ...file, plan: planOf(wishes), ...(companions.length ? { companions: [...companions] } : {}) }).then((result) => {
      if (!current) return;
      setBeside(result.ok ? result.value : null);
      if (!result.ok) return;
      for (const { index, role, html, typed } of result.value.roles) {
        const column = columns.find((each) => each.index === index);
        const decided = wishes.columns[index] !== undefined;
        if (column && (!decided || html || typed)) setColumn(column, { ...(decided ? {} : { role, shortName: '' }), ...(html ? { html } : {}), ...(typed ? { typed } : {}) });
      }
    });
    return () => {
      current = false;
    };
  }, [inspection, people > 0]);
  return beside;
}

function sentences({ kind, people, answers, attributes }: Found): string[] {
  const [known, fresh] = [many(people.matched, 'person', 'people'), many(people.added, 'person', 'people')];
  return [
    people.matched === 0 ? `All ${fresh} are new.` : `${known} ${people.matched === 1 ? 'is' : 'are'} known${people.added ? `, ${people.added} ${people.added === 1 ? 'is' : 'are'} new` : ''}.`,
    kind === 'wave' ? `${many(answers.added, 'answer')} to add, ${answers.changed} changed, ${answers.same} the same.` : '',
    people.missing ? `${many(people.missing, 'person', 'people')} of the project ${people.missing === 1 ? 'is' : 'are'} not in this file and ${people.missing === 1 ? 'stays' : 'stay'}.` : '',
    attributes.kept ? `${many(attributes.kept, 'attribute')} ${attributes.kept === 1 ? 'differs' : 'differ'} and ${attributes.kept === 1 ? 'stays' : 'stay'} as before.` : '',
  ].filter(Boolean);
}

function Details({ found, onClose }: { found: Found; onClose: () => void }) {
  const { changes, answers, attributeChanges, attributes, missingNames, people, warnings } = found;
  return (
    <Dialog open onClose={onClose} title="Differences" description="Between this file and the project" className="i-differences" footer={<><span className="push" /><Button variant="primary" onClick={onClose}>Done</Button></>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="i-differences-b" tabIndex={0} role="region" aria-label="Differences">
        <p className="soft">{sentences(found).join(' ')}</p>
        {warnings.length > 0 && <ul className="i-differences-notes" aria-label="Worth a look">{warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul>}
        {answers.changed > 0 && (
          <section aria-label="Changed answers">
            <h3>{many(answers.changed, 'changed answer')}</h3>
            <p className="small soft">The new text comes in beside the earlier one. What you coded stays where it is.</p>
            {changes.map(({ participant, question, before, after }) => (
              <article key={`${participant} ${question}`} className="i-change">
                <h4><span className="pid">{participant}</span> <span className="muted">{question}</span></h4>
                <p className="data"><span className="muted small">in the project</span><bdi>{before}</bdi></p>
                <p className="data"><span className="muted small">in this file</span><bdi>{after}</bdi></p>
              </article>
            ))}
            {answers.changed > changes.length && <p className="small muted">{`And ${(answers.changed - changes.length).toLocaleString('en-GB')} more.`}</p>}
          </section>
        )}
        {attributes.kept > 0 && (
          <section aria-label="Attributes that differ">
            <h3>{many(attributes.kept, 'attribute')} that {attributes.kept === 1 ? 'differs' : 'differ'}</h3>
            <p className="small soft">The earlier value stays: filters and counts may rest on it.</p>
            <table className="table">
              <thead><tr><th scope="col">Person</th><th scope="col">Attribute</th><th scope="col">In the project</th><th scope="col">In this file</th></tr></thead>
              <tbody>{attributeChanges.map(({ participant, attribute, before, after }) => <tr key={`${participant} ${attribute}`}><td className="pid">{participant}</td><td>{attribute}</td><td>{before}</td><td className="soft">{after}</td></tr>)}</tbody>
            </table>
          </section>
        )}
        {people.missing > 0 && (
          <section aria-label="Not in this file">
            <h3>Not in this file</h3>
            <p className="soft">{missingNames.join(', ')}{people.missing > missingNames.length ? ` and ${people.missing - missingNames.length} more` : ''}</p>
          </section>
        )}
      </div>
    </Dialog>
  );
}
