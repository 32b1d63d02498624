import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { EndsMove, FoundPlace } from '../../../shared/domain/coding-import.ts';
import { call } from '../../data/call.ts';
import { toast } from '../../ui/toast.ts';
import { Button, IconButton } from '../../ui/index.ts';

/** The place with its ends moved; as it is where that cannot be (the answer is gone), and that is said. */
export async function moveEnds(place: FoundPlace, how: EndsMove): Promise<FoundPlace> {
  const { itemId, start, end } = place;
  const moved = await call('coding.moveEnds', { itemId, start, end, how });
  if (!moved.ok) toast({ text: moved.error.message });
  return moved.ok ? { ...place, ...moved.value } : place;
}

/** Correcting what a code will lie on: a word more or less at either end, or the whole sentence. */
export function PlaceEnds({ place, onChange }: { place: FoundPlace; onChange: (place: FoundPlace) => void }) {
  const move = (how: EndsMove) => void moveEnds(place, how).then(onChange);
  const icons = { earlier: <ChevronLeft size={14} aria-hidden />, later: <ChevronRight size={14} aria-hidden /> };
  return (
    <div className="hstack ci-ends" role="group" aria-label="What is marked">
      {(['start', 'end'] as const).map((edge) => (
        <span key={edge} className="hstack">
          <span className="small muted" aria-hidden>{edge === 'start' ? 'Begin' : 'End'}</span>
          {(['earlier', 'later'] as const).map((way) => (
            <IconButton key={way} size="sm" label={`${edge === 'start' ? 'Begin' : 'End'} one word ${way}`} icon={icons[way]} onClick={() => move(`${edge}-${way}`)} />
          ))}
        </span>
      ))}
      <Button size="sm" variant="quiet" onClick={() => move('sentence')}>Whole sentence</Button>
    </div>
  );
}
