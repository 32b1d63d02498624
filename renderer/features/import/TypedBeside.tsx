import { useState } from 'react';
import type { Inspection } from '../../../shared/domain/plan.ts';
import { Dialog, Switch } from '../../ui/index.ts';
import type { Importing } from './useImport.ts';
import { many } from './words.ts';

type Typed = Inspection['typed'][number];
const listed = (options: readonly string[]) => options.map((option) => `“${option}”`).join(', ');

/** What people typed beside the options that they ticked: for each question, whether it is split off as a question of its own. */
export function TypedBeside({ inspection, importing }: { inspection: Inspection; importing: Importing }) {
  const found = inspection.typed.flatMap((each) => {
    const column = importing.columns.find(({ index }) => index === each.column);
    return column?.role === 'attribute' ? [{ ...each, shown: column, on: importing.wishes.columns[column.index]?.typed ?? each.split }] : [];
  });
  if (found.length === 0) return null;
  // A form may have many such questions.
  const atOnce = found.length > 3 ? 1 : 3;
  return (
    <section className="sec" aria-labelledby="i-typed">
      <h3 id="i-typed">Typed beside the options</h3>
      <p className="small soft">This form writes what people typed under “Other” into the same cell as the options that they ticked. Split off, it is a question of its own that you can read and code. The ticked options stay as they are in the file.</p>
      {found.map(({ shown, on, ...typed }) => (
        <div key={shown.index} className="html-of">
          <div className="sec-h">
            <span className="small clip" title={shown.wording}>
              {shown.shortName}
            </span>
            <span className="small soft">
              <Switch checked={on} onChange={(wish) => importing.setColumn(shown, { typed: wish })} label={<span>Split off<span className="vh">: {shown.shortName}</span></span>} />
            </span>
          </div>
          <p className="small muted">
            {many(typed.people, 'person', 'people')}. Taken as options, because they come more than once: {listed(typed.options.slice(0, 5))}{typed.options.length > 5 && ` and ${typed.options.length - 5} more`}. {on ? 'This is read as a question:' : 'Typed, as it seems:'}
          </p>
          <Answers samples={typed.samples.slice(0, atOnce)} />
          <AllAnswers name={shown.shortName} typed={typed} atOnce={atOnce} />
        </div>
      ))}
    </section>
  );
}

function Answers({ samples }: Pick<Typed, 'samples'>) {
  return (
    <ul className="repair">
      {samples.map(({ participant, text }, index) => (
        <li className="rp" key={index}>
          <span className="pid clip" title={participant}>
            {participant}
          </span>
          <bdi className="sample">{text}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** A link to all of them and all that is taken as options, where not all are there to see. */
function AllAnswers({ name, atOnce, typed: { people, samples, options } }: { name: string; atOnce: number; typed: Typed }) {
  const [open, setOpen] = useState(false);
  if (people <= atOnce && options.length <= 5) return null;
  return (
    <>
      <button type="button" className="link small sec-link" onClick={() => setOpen(true)}>
        Check all {people.toLocaleString('en-GB')}
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Typed beside the options of “${name}”`} description={many(people, 'person', 'people')} className="all-damage">
        <div className="dialog-b">
          <p className="small muted">Taken as options: {listed(options)}.</p>
          <Answers samples={samples} />
          {samples.length < people && (
            <p className="small muted">
              The first {samples.length} of {people.toLocaleString('en-GB')} people.
            </p>
          )}
        </div>
      </Dialog>
    </>
  );
}
