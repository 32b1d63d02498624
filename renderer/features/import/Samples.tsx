import { useState } from 'react';
import type { RepairSample } from '../../../shared/domain/plan.ts';
import { Dialog } from '../../ui/index.ts';
import { many } from './words.ts';

interface Props {
  samples: readonly RepairSample[];
  repair: boolean;
}

/** Places that are repaired, or would be: the original struck through, what it will read beside it. */
export function Samples({ samples, repair }: Props) {
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
            {repaired && <ins className="good">{repaired.replaceAll('\n', '↵\n')}</ins>}
            {after}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

/** A link to all of them, where three are not enough. */
export function AllSamples({ title, samples, count, repair }: Props & { title: string; count: number }) {
  const [open, setOpen] = useState(false);
  if (count <= 3) return null;
  return (
    <>
      <button type="button" className="link small sec-link" onClick={() => setOpen(true)}>
        Check all {count.toLocaleString('en-GB')}
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} description={many(count, 'place')} className="all-damage">
        <div className="dialog-b">
          <Samples samples={samples} repair={repair} />
          {samples.length < count && (
            <p className="small muted">
              The first {samples.length} of {count.toLocaleString('en-GB')} places.
            </p>
          )}
        </div>
      </Dialog>
    </>
  );
}
