import type { ImportPlan } from '../../../shared/domain/plan.ts';
import { Switch } from '../../ui/index.ts';
import { AllSamples, Samples } from './Samples.tsx';
import { many } from './words.ts';

type Repairs = ImportPlan['repairs'];
interface Props {
  repairs: Repairs;
  repair: boolean;
  onRepair: (repair: boolean) => void;
}

/** Characters that were saved in the wrong encoding: three examples, and all of them on request. */
export function Damage({ repairs, repair, onRepair }: Props) {
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
      <AllSamples title="Damaged characters" samples={samples} count={count} repair={repair} />
    </section>
  );
}
