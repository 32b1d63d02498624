import { memo } from 'react';
import type { IdentifierHit } from '../../../../shared/contract/privacy.ts';
import { identifierKinds } from '../../../../shared/domain/identifiers/types.ts';
import { Button } from '../../../ui/index.ts';
import { placeKey } from './hits.ts';

interface Props {
  hit: IdentifierHit; question: string; current: boolean; waiting: boolean; kept: boolean; label: string;
  onHere: () => void; onMask: () => void; onEverywhere: () => void; onKeep: () => void; onKeepEverywhere: () => void; onLabel: (label: string) => void; onShow: () => void;
}

const singular = new Map(identifierKinds.map(({ kind, label }) => [kind, label]));

/** One hit in its sentence, with what can be done about it. */
export const HitRow = memo(function HitRow({ hit, question, current, waiting, kept, label, onHere, onMask, onEverywhere, onKeep, onKeepEverywhere, onLabel, onShow }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has its own keys; a press anywhere in the row makes it the current one
    <li className={`idf-hit ${current ? 'is-current' : ''} ${waiting ? 'is-waiting' : ''}`} data-hit={placeKey(hit)} tabIndex={-1} aria-current={current || undefined} onClick={onHere}>
      <div className="idf-hit-h">
        <span className="pid">{hit.shown}</span><span className="muted small clip">{question}</span>
        <span className="push" />
        <span className="tag">{singular.get(hit.kind)}</span>{hit.confidence === 1 && <span className="muted small">worth a look</span>}
      </div>
      <p className="extract" dir="auto">{hit.before}<mark>{waiting ? `[${label}]` : hit.match}</mark>{waiting && <s className="vh">{hit.match}</s>}{hit.after}</p>
      <div className="idf-hit-f">
        <span className="muted small grow">{hit.why}</span>
        {kept ? (
          <Button size="sm" variant="quiet" onClick={onKeep}>Look at it again</Button>
        ) : (
          <>
            {current && <label className="idf-label small muted">shown as <input className="input sm" value={label} maxLength={60} aria-label={`Label for ${hit.match}`} onChange={(event) => onLabel(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === 'Escape') { event.stopPropagation(); event.currentTarget.closest('li')?.focus(); } }} /></label>}
            {current && <Button size="sm" variant="quiet" onClick={onShow}>Open the answer</Button>}
            <Button size="sm" variant="quiet" onClick={onEverywhere}>Mask everywhere</Button>
            {current && <Button size="sm" variant="quiet" onClick={onKeepEverywhere}>Keep everywhere</Button>}
            <Button size="sm" variant="quiet" onClick={onKeep}>Keep</Button>
            <Button size="sm" aria-pressed={waiting} onClick={onMask}>{waiting ? 'Do not mask' : 'Mask'}</Button>
          </>
        )}
      </div>
    </li>
  );
});
