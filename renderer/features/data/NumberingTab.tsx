import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ProjectOverview } from '../../../shared/contract/project.ts';
import type { Participant } from '../../../shared/domain/types.ts';
import { isPattern, nameUnder, type Naming, withoutAlias } from '../../../shared/domain/participant-name.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button, Field } from '../../ui/index.ts';
import { NumbersImport } from './NumbersImport.tsx';
import { Schemes } from './Schemes.tsx';

/** How people are shown everywhere, and the other numberings under which they are known. */
export function NumberingTab() {
  const overview = useQuery('project.overview', {}).data;
  const people = useQuery('survey.participants', {}).data;
  const [importing, setImporting] = useState(false);
  if (!overview || !people) return null;
  return (
    <div className="data-numbering">
      <section aria-labelledby="numbering-shown">
        <h2 id="numbering-shown">How people are shown</h2>
        <p className="soft">In every list, quotation and export. The id under which somebody came in stays, whatever is shown.</p>
        <Chooser overview={overview} people={people} />
      </section>
      <section aria-labelledby="numbering-others">
        <div className="hstack">
          <h2 id="numbering-others">Other numberings</h2>
          <span className="push" />
          <Button size="sm" icon={<Plus size={14} aria-hidden />} onClick={() => setImporting(true)}>
            Bring in a table of numbers
          </Button>
        </div>
        <p className="soft">An older list, the paper forms, a colleague’s table: give people their numbers there, and they are found by them.</p>
        <Schemes people={people.length} />
      </section>
      {importing && <NumbersImport onClose={() => setImporting(false)} />}
    </div>
  );
}

interface Choice { key: string; label: string; naming: Naming; update: () => void }

function Chooser({ overview: { display, displayPattern, displaySchemeId }, people }: { overview: ProjectOverview; people: readonly Participant[] }) {
  const schemes = useQuery('alias.schemes', {}).data ?? [];
  const update = useCommand('project.update');
  const [pattern, setPattern] = useState(displayPattern || 'ppt. {}');
  const usable = isPattern(pattern.trim());
  const current = display === 'alias' ? `scheme-${displaySchemeId}` : display;
  const choices: Choice[] = [
    { key: 'imported', label: 'As in the files', naming: 'imported', update: () => void update({ display: 'imported' }) },
    { key: 'numbered', label: 'P1, P2, P3 …', naming: 'numbered', update: () => void update({ display: 'numbered' }) },
    { key: 'custom', label: 'A pattern of my own', naming: { pattern: pattern.trim() }, update: () => usable && void update({ display: 'custom', pattern: pattern.trim() }) },
    ...schemes.map(({ id, name }): Choice => ({
      key: `scheme-${id}`, label: name, update: () => void update({ display: 'alias', schemeId: id }),
      naming: { aliases: new Map(people.flatMap((person): [number, string][] => (person.aliases[id] === undefined ? [] : [[person.id, person.aliases[id]]]))) },
    })),
  ];
  return (
    <div className="data-schemes" role="radiogroup" aria-label="How people are shown">
      {choices.map(({ key, label, naming, update: choose }) => (
        <div key={key} className={`data-scheme ${key === current ? 'is-on' : ''}`}>
          <label>
            <input type="radio" name="display" checked={key === current} onChange={choose} />
            <span className="med">{label}</span>
          </label>
          {key === 'custom' && (
            <form
              className="hstack"
              onSubmit={(event) => {
                event.preventDefault();
                choose();
              }}
            >
              <Field label="Pattern" hideLabel size="sm" value={pattern} onChange={setPattern} maxLength={40} error={usable ? undefined : 'It needs {} exactly once, where the number goes'} />
              {(current !== 'custom' || pattern.trim() !== displayPattern) && <Button size="sm" type="submit" disabled={!usable}>Use it</Button>}
            </form>
          )}
          {(key !== 'custom' || usable) && <Example naming={naming} people={people} />}
        </div>
      ))}
      {needsWarning(people) && <p className="note"><span>P1, P2 … and patterns count people in the order in which they came in, so the numbers differ from those in the files: {example(people)}. Readers who know the old numbers may be misled.</span></p>}
    </div>
  );
}

/** The first people under a naming, and somebody for whom it matters. */
function Example({ naming, people }: { naming: Naming; people: readonly Participant[] }) {
  const names = people.slice(0, 3).map((person) => nameUnder(naming, person));
  const missing = typeof naming !== 'string' && 'aliases' in naming ? people.filter(({ id }) => !naming.aliases.has(id)).length : 0;
  return (
    <span className="data-example soft">
      {names.join(', ')}{people.length > 3 ? ' …' : ''}
      {missing > 0 && <span className="small muted">{`${missing} without a number here, shown as imported and marked ${withoutAlias}`}</span>}
    </span>
  );
}

/** The number in an id that is shown as it is; long ids of survey tools are no numbers that anybody knows. */
const digits = (person: Participant) => (nameUnder('imported', person) === person.label ? /^\D*(\d+)\D*$/.exec(person.label)?.[1] : undefined);
const moved = (person: Participant) => digits(person) !== undefined && Number(digits(person)) !== person.number;
/** Numbers of the files with gaps, or in another order, so that counting gives people other numbers. */
const needsWarning = (people: readonly Participant[]) => people.some(moved);
function example(people: readonly Participant[]): string {
  const first = people.find(moved);
  return first ? `${first.label} would be P${first.number}` : '';
}
