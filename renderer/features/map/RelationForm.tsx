import { useEffect, useState } from 'react';
import type { MapModel, MapRelation } from '../../../shared/domain/map-model.ts';
import type { Direction } from '../../../shared/domain/types.ts';
import { Button, Field, Select } from '../../ui/index.ts';
import { nameIn } from './words.ts';

export interface RelationDraft { from: number; to: number; label: string; direction: Direction }
type Way = 'out' | 'in' | 'both' | 'none';

interface Props {
  model: MapModel;
  /** The theme from which one looks: its relation goes out, comes in, or both. */
  seenFrom: number;
  start: RelationDraft;
  existing?: MapRelation;
  onDone: (draft: RelationDraft) => void;
  onRemove?: () => void;
  onCancel: () => void;
}

/** A relation in the panel: what one theme does to the other, in the researcher's words, and in which direction. */
export function RelationForm({ model, seenFrom, start, existing, onDone, onRemove, onCancel }: Props) {
  const other = start.from === seenFrom ? start.to : start.from;
  const [label, setLabel] = useState(start.label);
  const [way, setWay] = useState<Way>(start.direction === 'one' ? (start.from === seenFrom ? 'out' : 'in') : start.direction);
  // Done or not, the keyboard goes on at the theme from which one looked.
  useEffect(() => () => {
    if (document.activeElement === document.body) document.querySelector<SVGElement>(`.tm-canvas [data-theme-id="${seenFrom}"]`)?.focus();
  }, [seenFrom]);
  const [here, there] = [nameIn(model, seenFrom), nameIn(model, other)];
  const finish = () => onDone({ from: way === 'in' ? other : way === 'out' ? seenFrom : start.from, to: way === 'in' ? seenFrom : way === 'out' ? other : start.to, label: label.trim(), direction: way === 'both' || way === 'none' ? way : 'one' });
  return (
    <form
      className="tm-form" aria-label={existing ? 'Change the relation' : 'New relation'}
      onSubmit={(event) => { event.preventDefault(); finish(); }}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); onCancel(); } }}
    >
      <Field label={`“${here}” and “${there}”`} value={label} onChange={setLabel} placeholder="steadies, wears away, hides …" size="sm" autoFocus hint="One or two words on the line" />
      <Select
        label="Direction" size="sm" value={way} onChange={setWay}
        options={[{ value: 'out', label: `To ${there}` }, { value: 'in', label: `From ${there}` }, { value: 'both', label: 'Both ways' }, { value: 'none', label: 'No direction' }]}
      />
      <div className="hstack">
        <Button type="submit" size="sm" variant="primary">{existing ? 'Save relation' : 'Draw relation'}</Button>
        <Button size="sm" variant="quiet" onClick={onCancel}>Cancel</Button>
        {onRemove && <Button size="sm" variant="quiet" className="push danger" onClick={onRemove}>Remove</Button>}
      </div>
    </form>
  );
}
