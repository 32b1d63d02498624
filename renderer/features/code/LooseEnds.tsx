import { ChevronDown, ChevronRight } from 'lucide-react';
import { type FormEvent, useMemo, useState } from 'react';
import { type LooseEnd, nearlyEqual, rarelyUsed } from '../../../shared/domain/loose-ends.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { Button, Field } from '../../ui/index.ts';
import type { CodeData } from './useCodeData.ts';

const keyOf = ({ kind, codeId, otherId }: LooseEnd) => `${kind} ${[codeId, otherId ?? 0].sort((a, b) => a - b).join(' ')}`;

/** Codes that look unfinished, quietly at the end of the list. Each can be kept as it is, with a reason. */
export function LooseEnds({ data }: { data: CodeData }) {
  const [open, setOpen] = useState(false);
  const [showKept, setShowKept] = useState(false);
  const kept = useQuery('code.kept', { analysisId: data.analysis.id }).data;
  const reconsider = useCommand('code.reconsider');
  // Names alone: as long as they stay, so do the pairs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `looks` changes with the names, `codes` with every count
  const twins = useMemo(() => nearlyEqual(data.codes.filter((code) => code.status === 'active')), [data.looks]);
  const ends = useMemo(() => [...twins, ...rarelyUsed(data.codes.filter((code) => code.status === 'active'))], [twins, data.codes]);
  const reasons = useMemo(() => new Map(kept?.map((each) => [keyOf(each), each.reason])), [kept]);
  const left = ends.filter((end) => !reasons.has(keyOf(end)));
  const settled = ends.filter((end) => reasons.has(keyOf(end)));
  if (ends.length === 0) return null;
  return (
    <div className="loose" role="group" aria-label="Loose ends">
      <button type="button" className="tree-row group" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="tw">{open ? <ChevronDown size={13} /> : <ChevronRight size={13} />}</span><span className="clip">Loose ends</span>{' '}<span className="n">{left.length}</span>
      </button>
      {open && (
        <>
          {left.length === 0 && <p className="loose-i small muted">None left: every one was kept on purpose.</p>}
          <ul>{left.map((end) => <li key={keyOf(end)} className="loose-i"><EndView end={end} data={data} /></li>)}</ul>
          {settled.length > 0 && <button type="button" className="link small loose-i" aria-expanded={showKept} onClick={() => setShowKept(!showKept)}>{settled.length} kept on purpose</button>}
          {showKept && (
            <ul>
              {settled.map((end) => (
                <li key={keyOf(end)} className="loose-i">
                  <Sentence end={end} data={data} /><p className="small muted">{reasons.get(keyOf(end))}</p>
                  <button type="button" className="link small" onClick={() => void reconsider(asInput(end))}>Take it up again</button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}

const asInput = ({ kind, codeId, otherId }: LooseEnd) => ({ kind, codeId, ...(otherId === null ? {} : { otherId }) });

function EndView({ end, data }: { end: LooseEnd; data: CodeData }) {
  const keep = useCommand('code.keep');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') void keep({ ...asInput(end), reason });
  };
  return (
    <>
      <Sentence end={end} data={data} />
      {asking ? (
        <form className="vstack" onSubmit={submit}>
          <Field label="Why keep it as it is?" size="sm" value={reason} onChange={setReason} autoFocus required onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setAsking(false); } }} />
          <div className="hstack"><Button size="sm" variant="primary" type="submit" why={reason.trim() === '' ? 'Write down why first' : undefined}>Keep it</Button><Button size="sm" variant="quiet" onClick={() => setAsking(false)}>Cancel</Button></div>
        </form>
      ) : <button type="button" className="link small" onClick={() => setAsking(true)}>Keep as it is…</button>}
    </>
  );
}

function Sentence({ end, data }: { end: LooseEnd; data: CodeData }) {
  const link = (id: number) => <button type="button" className="link" onClick={() => usePlace.getState().go({ codeId: id })}>{data.codeOf.get(id)?.name}</button>;
  if (end.kind === 'twin' && end.otherId !== null) return <p>{link(end.codeId)} and {link(end.otherId)} have nearly the same name</p>;
  return <p>{link(end.codeId)} has {end.kind === 'single' ? 'one extract' : 'no extract'}</p>;
}
