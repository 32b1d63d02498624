import type { SearchHit } from '../../../shared/contract/search.ts';
import { usePlace } from '../../state/place.ts';
import { nothingOpen, setCodeUi } from '../code/code-ui.ts';

/** Goes to the answer in Code, with the words that were found selected: C codes them, the arrows widen them. */
export function openHit({ itemId, questionId, places: [place] }: Pick<SearchHit, 'itemId' | 'questionId' | 'places'>): void {
  setCodeUi({
    ...nothingOpen,
    reveal: { itemId, at: place?.start ?? null },
    selection: place ? { itemId, anchor: place.start, focus: place.end } : null,
  });
  usePlace.getState().go({ screen: 'code', questionId, itemId });
}
