import { useState } from 'react';
import type { ImportPlan } from '../../../shared/domain/plan.ts';
import { Dialog, Switch } from '../../ui/index.ts';
import { many } from './words.ts';

type Repairs = ImportPlan['repairs'];
interface Props {
  repairs: Repairs;
  repair: boolean;
  onRepair: (repair: boolean) => void;
}

/** Characters that were saved in the wrong encoding: three examples, and all of them on request. */
export function Damage({ repairs, repair, onRepair }: Props) {
  const [all, setAll] = useState(false);
  const { count, samples } = repairs;
  const one = count === 1;
  return (
    <section className="sec" aria-labelledby="i-damage">
      <div className="sec-h">
        <h3 id="i-damage">Damaged characters</h3>
        <span className="small soft">
          <Switch checked={repair} onChange={onRepair} label="Repair" />
        </span>
      </div>
      <p className="small soft">
        {many(count, 'place')} {one ? 'was' : 'were'} saved in the wrong encoding on the way here.{' '}
        {repair
          ? `This is how ${one ? 'it' : 'they'} will read:`
          : `${one ? 'It stays as it is' : 'They stay as they are'}; repaired, ${one ? 'it' : 'they'} would read:`}
      </p>
      <Samples samples={samples.slice(0, 3)} repair={repair} />
      {count > 3 && (
        <button type="button" className="link small sec-link" onClick={() => setAll(true)}>
          Check all {count}
        </button>
      )}
      <Dialog open={all} onClose={() => setAll(false)} title="Damaged characters" description={many(count, 'place')} className="all-damage">
        <div className="dialog-b">
          <Samples samples={samples} repair={repair} />
          {samples.length < count && (
            <p className="small muted">
              The first {samples.length} of {count} places.
            </p>
          )}
        </div>
      </Dialog>
    </section>
  );
}

function Samples({ samples, repair }: { samples: Repairs['samples']; repair: boolean }) {
  return (
    <ul className={`repair ${repair ? '' : 'is-off'}`}>
      {samples.map(({ participant, before, damaged, repaired, after }, index) => (
        <li className="rp" key={index}>
          <span className="pid clip" title={participant}>
            {participant}
          </span>
          <bdi className="sample">
            {before}
            <del className="bad">{damaged}</del>
            <ins className="good">{repaired}</ins>
            {after}
          </bdi>
        </li>
      ))}
    </ul>
  );
}
