import { Copy, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import type { Extract } from '../../../shared/contract/coding.ts';
import { sourceName } from '../../data/source-name.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button, Dot, IconButton } from '../../ui/index.ts';
import { plural } from '../themes/board-model.ts';
import { bandNote, type MergeView } from './merge-view.ts';

/** Extracts of a source drawn at first, the bands aside. */
const atFirst = 40;

interface Props { sources: readonly CodeWithCounts[]; view: MergeView; onDrop: ((id: number) => void) | undefined }

/** The codes side by side. The same words in several of them are one band across the columns. */
export function Sources({ sources, view, onDrop }: Props) {
  const people = useQuery('survey.participants', {}).data;
  const shown = useMemo(() => new Map(people?.map((person) => [person.id, person])), [people]);
  const [all, setAll] = useState(false);
  const bands = all ? view.bands : view.bands.slice(0, atFirst);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className="msrc" tabIndex={0} role="region" aria-label="Extracts side by side" data-count={Math.min(sources.length, 4)} style={{ gridTemplateColumns: `repeat(${sources.length}, minmax(${sources.length > 2 ? 250 : 0}px, 1fr))` }}>
      {sources.map((code) => (
        <div key={code.id} className="mhead">
          <h3><Dot ink={code.ink} latent={code.kind === 'latent'} /><span>{code.name}</span><span className="count">{plural(code.extracts, 'extract')}, {code.participants === 1 ? '1 person' : `${code.participants} people`}</span>
            {onDrop && <IconButton size="sm" label={`Leave “${code.name}” out`} icon={<X size={13} />} onClick={() => onDrop(code.id)} />}
          </h3>
          <p className="def">{code.definition || 'Not described yet.'}</p>
        </div>
      ))}
      {bands.map((band) => band.cells.map((cell, index) => (
        <div key={`${band.key} ${index}`} className={`mx ${cell ? 'is-dup' : 'is-gap'}`} data-first={index === 0 || undefined} data-last={index === band.cells.length - 1 || undefined}>
          {cell && <><Words extract={cell} shown={shown} /><span className="dup"><Copy size={13} strokeWidth={2.4} aria-hidden />{bandNote(band)}</span></>}
        </div>
      )))}
      {view.rest.map((extracts, index) => (
        <div key={sources[index]?.id ?? index} className="mrest">
          {(all ? extracts : extracts.slice(0, atFirst)).map((extract) => <div key={extract.codingId} className="mx"><Words extract={extract} shown={shown} /></div>)}
          {!all && extracts.length > atFirst && <div className="rest"><Button variant="quiet" size="sm" onClick={() => setAll(true)}>All {sources[index]?.extracts} extracts</Button></div>}
          {sources[index]?.extracts === 0 && <p className="muted small">Nothing is coded with it yet.</p>}
        </div>
      ))}
    </div>
  );
}

const Words = ({ extract, shown }: { extract: Extract; shown: ReadonlyMap<number, { shown: string }> }) => (
  <><span className="pid">{sourceName(extract, shown)}</span><span className="extract">{extract.text}</span></>
);
