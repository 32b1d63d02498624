import type { MapDrawing } from '../../../shared/charts/map-drawing.ts';
import { legendOf } from '../../../shared/charts/map-key.ts';

/** What the marks mean; only those that this map uses. */
export function MapKey({ drawing }: { drawing: MapDrawing }) {
  const entries = legendOf(drawing, null);
  return (
    <ul className="tm-key" aria-label="Key">
      {entries.map((entry) => <li key={entry.mark}><i className={`is-${entry.mark}`} aria-hidden />{entry.text}</li>)}
    </ul>
  );
}
