import { useEffect, useRef, useState } from 'react';
import type { FoundPlace } from '../../../shared/domain/coding-import.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button, SearchBox } from '../../ui/index.ts';

interface Props { words: string; onPick: (place: FoundPlace) => void; onClose: () => void }

/** Milliseconds after the last key. */
const pause = 160;

/** Finding a place by hand: a few words of the answer, then the place. */
export function PlaceSearch({ words, onPick, onClose }: Props) {
  const [typed, setTyped] = useState(() => words.trim().replace(/\s+/g, ' ').slice(0, 400));
  const [wanted, setWanted] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data: places, loading } = useQuery('coding.findPlaces', wanted.trim() === '' ? null : { words: wanted }, { keep: true });
  const box = useRef<HTMLDivElement>(null);
  // What was found stands below the fold where the card is the last on the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has another height
  useEffect(() => box.current?.scrollIntoView?.({ block: 'nearest' }), [places]);
  return (
    <div ref={box} className="ci-search" role="group" aria-label="Find the place by hand">
      <div className="hstack">
        <SearchBox label="Words of the answer" value={typed} onChange={setTyped} className="grow" autoFocus onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onClose();
          }
        }} />
        <Button size="sm" variant="quiet" onClick={onClose}>Cancel</Button>
      </div>
      <p className="small muted">The extract will be the whole words of what is marked; you can make it longer or shorter afterwards. Fewer words find more.</p>
      {places && places.length === 0 && !loading && <p className="small muted" role="status">No answer has these words, or words near to them. A few words from the middle are often enough.</p>}
      <ul aria-label="Places found">
        {places?.map((place) => (
          <li key={`${place.itemId} ${place.start}`}>
            <button type="button" className="ci-hit" onClick={() => onPick(place)}>
              <span className="nowrap med">{place.shown}</span>
              <span className="sample"><span className="ci-around">{place.before.slice(-40)}</span><mark className="ci-match">{place.match}</mark><span className="ci-around">{place.after.slice(0, 40)}</span></span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
