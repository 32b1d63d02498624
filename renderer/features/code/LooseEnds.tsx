import { ChevronDown, ChevronRight } from 'lucide-react';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { leftBehind, type LooseEnd, nearlyEqual, rarelyUsed } from '../../../shared/domain/loose-ends.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { useCommands } from '../../ui/commands.ts';
import { Button, Field } from '../../ui/index.ts';
import { showOnly } from './FilterButton.tsx';
import { noFilter } from './filters.ts';
import type { CodeData } from './useCodeData.ts';

/** Codings up to which the history of coding is looked through from the start; of more, only once the list is open. */
const readAtOnce = 5_000;

/** Answers to the question that were neither read nor coded nor found empty. */
interface Unopened { kind: 'unopened'; questionId: number; count: number }
type End = LooseEnd | Unopened;

const keyOf = (end: Pick<LooseEnd, 'codeId' | 'otherId'> & { kind: string } | { kind: 'unopened'; questionId: number | null }) =>
  'codeId' in end ? `${end.kind} ${[end.codeId, end.otherId ?? 0].sort((a, b) => a - b).join(' ')}` : `unopened q${end.questionId}`;

/** Codes that look unfinished, quietly at the end of the list. Each can be kept as it is, with a reason. */
export function LooseEnds({ data }: { data: CodeData }) {
  const [open, setOpen] = useState(false);
  const [showKept, setShowKept] = useState(false);
  const self = useRef<HTMLDivElement>(null);
  useCommands([{ id: 'code-loose', label: open ? 'Hide loose ends' : 'Show loose ends', also: 'nearly equal names unused codes', run: () => { setOpen(!open); setTimeout(() => self.current?.scrollIntoView?.({ block: 'nearest' })); } }]);
  const kept = useQuery('code.kept', { analysisId: data.analysis.id }).data;
  const reconsider = useCommand('code.reconsider');
  // Names alone: as long as they stay, so do the pairs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `looks` changes with the names, `codes` with every count
  const twins = useMemo(() => nearlyEqual(data.codes.filter((code) => code.status === 'active')), [data.looks]);
  const few = useMemo(() => data.codes.reduce((sum, code) => sum + code.codings, 0) <= readAtOnce, [data.codes]);
  const history = useQuery('coding.sittings', open || few ? { analysisId: data.analysis.id } : null).data;
  const marks = useQuery('reading.marks', { questionId: data.question.id }).data;
  const ends = useMemo((): End[] => {
    const active = data.codes.filter((code) => code.status === 'active');
    const read = marks && new Set(marks.itemIds);
    const count = read ? data.all.filter(({ itemId, latest }) => latest && !read.has(itemId) && !data.codings.has(itemId) && !data.examined.has(itemId)).length : 0;
    return [...twins, ...rarelyUsed(active), ...(history ? leftBehind(active, history.sittings.length, new Map(history.lastUsed)) : []), ...(count > 0 ? [{ kind: 'unopened' as const, questionId: data.question.id, count }] : [])];
  }, [twins, data.codes, data.all, data.codings, data.examined, data.question.id, history, marks]);
  const reasons = useMemo(() => new Map(kept?.map(({ kind, codeId, otherId, questionId, reason }) => [codeId === null ? keyOf({ kind: 'unopened', questionId }) : keyOf({ kind, codeId, otherId }), reason])), [kept]);
  const left = ends.filter((end) => !reasons.has(keyOf(end)));
  const settled = ends.filter((end) => reasons.has(keyOf(end)));
  if (ends.length === 0 && data.all.length === 0) return null;
  return (
    <div ref={self} className="loose" role="group" aria-label="Loose ends">
      <button type="button" className="tree-row group" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="tw">{open ? <ChevronDown size={13} /> : <ChevronRight size={13} />}</span><span className="clip">Loose ends</span>{' '}{/* No number rather than one that grows as the list opens. */}<span className="n">{history && marks && kept && left.length}</span>
      </button>
      {open && (
        <>
          {left.length === 0 && <p className="loose-i small muted">{settled.length > 0 ? 'None left: every one was kept on purpose.' : 'None.'}</p>}
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

const asInput = (end: End) => (end.kind === 'unopened' ? { kind: end.kind, questionId: end.questionId } : { kind: end.kind, codeId: end.codeId, ...(end.otherId === null ? {} : { otherId: end.otherId }) });

function EndView({ end, data }: { end: End; data: CodeData }) {
  const keep = useCommand('code.keep');
  const [asking, setAsking] = useState(false);
  const keeper = useRef<HTMLButtonElement>(null);
  const leave = () => {
    flushSync(() => setAsking(false));
    keeper.current?.focus();
  };
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    const list = (event.target as Element).closest('.loose');
    // Its line goes; the keyboard stays with the list.
    void keep({ ...asInput(end), reason }).then(({ ok }) => { if (ok) list?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true }); });
  };
  return (
    <>
      <Sentence end={end} data={data} />
      {asking ? (
        <form className="vstack" onSubmit={submit}>
          <Field label="Why keep it as it is?" size="sm" value={reason} onChange={setReason} autoFocus required onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); leave(); } }} />
          <div className="hstack"><Button size="sm" variant="primary" type="submit" why={reason.trim() === '' ? 'Write down why first' : undefined}>Keep it</Button><Button size="sm" variant="quiet" onClick={leave}>Cancel</Button></div>
        </form>
      ) : <button ref={keeper} type="button" className="link small" onClick={() => setAsking(true)}>Keep as it is…</button>}
    </>
  );
}

function Sentence({ end, data }: { end: End; data: CodeData }) {
  if (end.kind === 'unopened') {
    return <p><button type="button" className="link" onClick={() => showOnly(data, { ...noFilter, state: 'uncoded', unread: true })}>{end.count === 1 ? '1 answer' : `${end.count} answers`}</button> to this question {end.count === 1 ? 'was' : 'were'} never opened</p>;
  }
  const link = (id: number) => <button type="button" className="link" onClick={() => usePlace.getState().go({ codeId: id })}>{data.codeOf.get(id)?.name}</button>;
  if (end.kind === 'twin' && end.otherId !== null) return <p>{link(end.codeId)} and {link(end.otherId)} have nearly the same name</p>;
  return <p>{link(end.codeId)} {end.kind === 'stale' ? 'was not given in the last three sittings' : end.kind === 'single' ? 'has one extract' : 'has no extract'}</p>;
}
