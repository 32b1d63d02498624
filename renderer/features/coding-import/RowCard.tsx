import { Check, Search, X } from 'lucide-react';
import type { CodingFileRow } from '../../../shared/domain/coding-import.ts';
import { Button } from '../../ui/index.ts';
import { type Decision, rowKey } from './decisions.ts';
import { moveEnds, PlaceEnds } from './PlaceEnds.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';
import { codeWords, firstSentence, pathWords } from './words.ts';
import { Compared } from './Words.tsx';

interface Props {
  row: CodingFileRow;
  decision: Decision | undefined;
  active: boolean;
  /** Which of the places is shown. */
  shown: number;
  searching: boolean;
  onActive: () => void;
  onShow: (place: number) => void;
  onSearch: (open: boolean) => void;
  onDecide: (decision: Decision | undefined) => void;
}

/** A row that somebody has to look at: the table's words, the words of the answer, and what is to be done. */
export function RowCard({ row, decision, active, shown, searching, onActive, onShow, onSearch, onDecide }: Props) {
  const place = row.places[shown] ?? row.places[0];
  const chosen = decision !== undefined && decision !== 'none' ? decision : undefined;
  const title = `${row.where}, ${codeWords(row)}`;
  return (
    <article className={`ci-card ${active ? 'is-active' : ''} ${decision === undefined ? '' : 'is-decided'}`} data-row={rowKey(row)} aria-label={title} aria-current={active || undefined} tabIndex={active ? 0 : -1} onFocus={onActive}>
      <header>
        <span className="muted num nowrap">{row.where}</span>
        <b className="clip" title={row.codes.join('; ')}>{codeWords(row) || 'No code'}</b>
        <span className="muted clip" title={pathWords(row)}>{pathWords(row)}</span>
        <span className="push" />
        <StateWords row={row} decision={decision} />
      </header>
      <Compared extract={row.extract} place={chosen ?? (row.state === 'missing' ? undefined : place)} />
      {decision === undefined && <p className="small soft">{row.places.length ? explained(row) : row.reason}</p>}
      {decision === undefined && row.places.length > 1 && (
        <div className="ci-places" role="radiogroup" aria-label="Places">
          {row.places.map((each, index) => (
            <button key={`${each.itemId} ${each.start}`} type="button" role="radio" aria-checked={index === shown} className={`ci-place ${index === shown ? 'is-on' : ''}`} onClick={() => onShow(index)}>
              <span className="num">{index + 1}</span> {each.shown}<span className="muted clip">{each.question}</span>
            </button>
          ))}
        </div>
      )}
      {searching ? (
        <PlaceSearch words={row.extract} onClose={() => onSearch(false)} onPick={(picked) => {
          onSearch(false);
          // Half words were typed to find it, not to be coded.
          void moveEnds(picked, 'words').then(onDecide);
        }} />
      ) : (
        <div className="hstack ci-acts">
          {decision === undefined ? (
            <>
              {place && <Button size="sm" icon={<Check size={14} aria-hidden />} keys={active ? ['Y'] : []} onClick={() => onDecide(place)}>This is the place</Button>}
              {place && <Button size="sm" variant="quiet" icon={<X size={14} aria-hidden />} keys={active ? ['N'] : []} onClick={() => onDecide('none')}>Not this</Button>}
              <Button size="sm" variant={place ? 'quiet' : 'plain'} icon={<Search size={14} aria-hidden />} keys={active ? ['F'] : []} onClick={() => onSearch(true)}>{place ? 'Another place' : 'Find the place by hand'}</Button>
            </>
          ) : (
            <>
              {chosen && <PlaceEnds place={chosen} onChange={onDecide} />}
              <Button size="sm" variant="quiet" onClick={() => onDecide(undefined)}>Decide again</Button>
              {decision === 'none' && <Button size="sm" variant="quiet" icon={<Search size={14} aria-hidden />} keys={active ? ['F'] : []} onClick={() => onSearch(true)}>Find the place by hand</Button>}
            </>
          )}
        </div>
      )}
    </article>
  );
}

function StateWords({ row, decision }: { row: CodingFileRow; decision: Decision | undefined }) {
  if (decision === 'none') return <span className="ci-state is-out">Stays out</span>;
  if (decision !== undefined) return <span className="ci-state is-in"><Check size={13} aria-hidden />Comes in, {decision.shown}</span>;
  const words: Readonly<Record<CodingFileRow['state'], string>> = { near: 'Nearly', elsewhere: 'Somewhere else', several: `${row.places.length} places`, missing: 'Not found', incomplete: 'Incomplete', exact: '', forgiving: '' };
  return <span className="ci-state">{words[row.state]}</span>;
}

/** Why the place is not taken for granted, in a line. */
function explained(row: CodingFileRow): string {
  if (row.state === 'near') return `${/^These words are (?:not|in no answer)/.test(row.reason) ? 'Not word for word.' : firstSentence(row.reason)} What differs is marked.`;
  // Where the other places are is told by the place that is shown.
  return row.places.length > 1 ? firstSentence(row.reason) : row.reason;
}
