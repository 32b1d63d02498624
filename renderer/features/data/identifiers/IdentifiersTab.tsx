import { useEffect, useMemo, useRef, useState } from 'react';
import { setOnScreen } from '../../../state/onScreen.ts';
import type { IdentifierHit } from '../../../../shared/contract/privacy.ts';
import { call } from '../../../data/call.ts';
import { useCommand } from '../../../data/useCommand.ts';
import { useQuery } from '../../../data/useQuery.ts';
import { Button, Empty, Segmented, Select } from '../../../ui/index.ts';
import { useHints } from '../../../ui/hints.ts';
import { toast } from '../../../ui/toast.ts';
import { useKeys } from '../../../ui/useKeys.ts';
import { showAnswer } from '../../code/code-ui.ts';
import { usePlace } from '../../../state/place.ts';
import { many } from '../words.ts';
import { ClosedAnswers } from './ClosedAnswers.tsx';
import { HitRow } from './HitRow.tsx';
import { countsByKind, type Filter, filtered, noFilter, placeKey } from './hits.ts';
import { askToMask, type ToMask } from './masking.ts';
import { mostHits, useScan } from './useScan.ts';
import './identifiers.css';

/** Rows drawn at first, and how many more at a time. */
const drawn = 60;
/** Places that one step of the history keeps. */
const keptAtOnce = 5_000;

/** Names, addresses and numbers in what people wrote, each to be masked or kept; and closed answers that could identify. */
export function IdentifiersTab() {
  const scan = useScan();
  const keptPlaces = useQuery('privacy.kept', {}).data;
  const kept = useMemo(() => new Set(keptPlaces?.map(placeKey)), [keptPlaces]);
  const questions = useQuery('survey.questions', {}).data;
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [at, setAt] = useState<string | null>(null);
  const [room, setRoom] = useState(drawn);
  const [tray, setTray] = useState<ReadonlyMap<string, ToMask>>(new Map());
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  const keep = useCommand('privacy.keep');
  const unkeep = useCommand('privacy.unkeep');
  const list = useRef<HTMLOListElement>(null);

  const hits = useMemo(() => filtered(scan.hits, filter, kept), [scan.hits, filter, kept]);
  const kinds = useMemo(() => countsByKind(scan.hits, filter, kept), [scan.hits, filter, kept]);
  const index = Math.max(0, hits.findIndex((hit) => placeKey(hit) === at));
  const current = hits[index];
  const rest = useRef(0);
  useEffect(() => { rest.current = index; }, [index]);
  useEffect(() => setOnScreen({ context: 'Looking for identifiers', links: [] }), []);

  const go = (to: number) => {
    const next = hits[Math.max(0, Math.min(hits.length - 1, to))];
    if (!next) return;
    setAt(placeKey(next));
    setRoom((before) => Math.max(before, to + 10));
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-hit="${placeKey(next)}"]`)?.focus());
  };
  const labelFor = (hit: IdentifierHit) => labels.get(hit.match.toLowerCase()) ?? hit.label;
  const inTray = (hit: IdentifierHit) => tray.has(placeKey(hit));
  const put = (places: readonly ToMask[], into: boolean) => setTray((before) => {
    const next = new Map(before);
    for (const place of places) {
      if (!into) next.delete(placeKey(place));
      // Places that overlap one that waits already would be refused.
      else if (![...next.values()].some((other) => other.itemId === place.itemId && other.start < place.end && other.end > place.start)) next.set(placeKey(place), place);
    }
    return next;
  });
  const toMask = (hit: IdentifierHit): ToMask => ({ itemId: hit.itemId, start: hit.start, end: hit.end, words: hit.match, label: labelFor(hit) });
  const toggle = (hit: IdentifierHit) => put([toMask(hit)], !inTray(hit));
  const everyPlace = async (hit: IdentifierHit) => {
    const found = await call('privacy.places', { words: hit.match.slice(0, 500) });
    if (!found.ok) return toast({ text: found.error.message });
    put([toMask(hit), ...found.value.places.map(({ itemId, start, end, match }) => ({ itemId, start, end, words: match, label: labelFor(hit) }))], true);
  };
  const decideKept = async (hit: IdentifierHit) => {
    const place = { itemId: hit.itemId, start: hit.start, end: hit.end };
    const next = hits[index + 1] ?? hits[index - 1];
    put([toMask(hit)], false);
    const result = filter.show === 'kept' ? await unkeep({ places: [place] }) : await keep({ places: [{ ...place, kind: hit.kind }] });
    if (result.ok && next) setAt(placeKey(next));
  };
  /** “Python” is nobody, wherever it stands: every hit of these words is kept at once, listed under the filter or not. */
  const keepEverywhere = async (hit: IdentifierHit) => {
    const words = hit.match.toLowerCase();
    const same = scan.hits.filter((each) => each.match.toLowerCase() === words && !kept.has(placeKey(each)));
    const next = hits.slice(index + 1).find((each) => each.match.toLowerCase() !== words);
    put(same.map(toMask), false);
    for (let from = 0; from < same.length; from += keptAtOnce) {
      const result = await keep({ places: same.slice(from, from + keptAtOnce).map(({ itemId, start, end, kind }) => ({ itemId, start, end, kind })) });
      if (!result.ok) return;
    }
    if (next) setAt(placeKey(next));
    toast({ text: `“${hit.match.length > 40 ? `${hit.match.slice(0, 40).toWellFormed()}…` : hit.match}” stays as it is in ${many(same.length, 'place')}. It is under “Kept” now; undo takes that back.` });
  };
  const relabel = (hit: IdentifierHit, label: string) => {
    const words = hit.match.toLowerCase();
    setLabels((before) => new Map([...before, [words, label]]));
    setTray((before) => new Map([...before].map(([key, place]) => [key, place.words.toLowerCase() === words ? { ...place, label } : place])));
  };
  const show = (hit: IdentifierHit) => {
    usePlace.getState().go({ screen: 'code' });
    showAnswer(hit.itemId, { at: hit.start, questionId: hit.questionId });
  };
  const review = () => {
    if (tray.size > 0) askToMask([...tray.values()], { done: () => setTray(new Map()) });
  };
  const onCurrent = (what: (hit: IdentifierHit) => unknown) => () => (current ? void what(current) : false);

  useKeys({
    j: () => go(at === null ? 0 : index + 1), k: () => go(index - 1), ArrowDown: () => go(at === null ? 0 : index + 1), ArrowUp: () => go(index - 1),
    m: onCurrent((hit) => { toggle(hit); go(index + (inTray(hit) ? 0 : 1)); }), a: onCurrent(everyPlace), n: onCurrent(decideKept), 'Shift+n': onCurrent((hit) => filter.show !== 'kept' && keepEverywhere(hit)), o: onCurrent(show), 'Ctrl+Enter': review,
    l: () => list.current?.querySelector<HTMLElement>('.idf-label input')?.focus(),
  });
  useHints([{ keys: ['J'], or: ['K'], text: 'Next, previous' }, { keys: ['M'], text: 'Mask' }, { keys: ['A'], text: 'Mask everywhere' }, { keys: ['N'], text: filter.show === 'kept' ? 'Look again' : 'Keep as it is' }, { keys: ['Shift', 'N'], text: 'Keep everywhere' }, { keys: ['L'], text: 'Label' }, { keys: ['O'], text: 'Open the answer' }, { keys: ['Ctrl', '↵'], text: 'Mask what is collected' }], 'Identifiers');

  return (
    <div className="idf">
      <div className="idf-main">
        <header className="idf-h">
          <p className="idf-promise">Themework looks for names, addresses, numbers, places and employers, here on your computer. A name that it is sure of is then looked for everywhere, also in small letters. <b>It helps and does not guarantee:</b> nicknames, rare names in small letters, and what only insiders recognise stay hidden from it. Reading stays yours.</p>
          <div className="idf-bar">
            <Segmented label="Which hits" value={filter.show} options={[{ value: 'all', label: 'To decide' }, { value: 'sure', label: 'Likely ones' }, { value: 'kept', label: 'Kept' }]} onChange={(show) => { setFilter({ ...filter, show }); setAt(null); }} />
            <Select label="Question" hideLabel size="sm" value={String(filter.questionId ?? '')} options={[{ value: '', label: 'All questions' }, ...(questions ?? []).map(({ id, shortName }) => ({ value: String(id), label: shortName }))]} onChange={(value) => setFilter({ ...filter, questionId: value === '' ? null : Number(value) })} />
            <span className="push" />
            <Looking scan={scan} />
          </div>
          <div className="idf-kinds" role="group" aria-label="Kinds">
            {kinds.map(({ kind, plural, count }) => (
              <button key={kind} type="button" className={`chip ${filter.kind === kind ? 'is-on' : ''}`} aria-pressed={filter.kind === kind} onClick={() => { setFilter({ ...filter, kind: filter.kind === kind ? null : kind }); setAt(null); }}>{plural} <span className="n">{count.toLocaleString('en-GB')}</span></button>
            ))}
          </div>
        </header>
        <ol className="idf-list" ref={list} aria-label="Found in answers">
          {hits.slice(0, room).map((hit) => (
            <HitRow
              key={placeKey(hit)} hit={hit} question={questions?.find(({ id }) => id === hit.questionId)?.shortName ?? ''} current={hit === current && at !== null} waiting={inTray(hit)} kept={filter.show === 'kept'} label={labelFor(hit)}
              onHere={() => setAt(placeKey(hit))} onMask={() => toggle(hit)} onEverywhere={() => void everyPlace(hit)} onKeep={() => void decideKept(hit)} onKeepEverywhere={() => void keepEverywhere(hit)} onLabel={(label) => relabel(hit, label)} onShow={() => show(hit)}
            />
          ))}
          {hits.length > room && <li className="idf-more"><Button onClick={() => setRoom(room + drawn)}>{`Show more of ${hits.length.toLocaleString('en-GB')}`}</Button></li>}
        </ol>
        {hits.length === 0 && scan.state !== 'looking' && scan.state !== 'names' && (
          <Empty title={filter.show === 'kept' ? 'Nothing was kept on purpose' : scan.hits.length === 0 ? 'Nothing that looks like an identifier' : 'Nothing left to decide here'}>
            {filter.show === 'kept' ? 'What you keep as it is moves here.' : 'The scan knows forms and words, not people. Words that you come across while reading are masked from there: select them and press Shift M.'}
          </Empty>
        )}
        {tray.size > 0 && (
          <section className="idf-tray" aria-label="To be masked">
            <span role="status"><b>{many(tray.size, 'place')}</b> to mask. Nothing is changed yet.</span>
            <span className="push" />
            <Button variant="quiet" onClick={() => setTray(new Map())}>Clear</Button>
            <Button variant="primary" keys={['Ctrl', '↵']} onClick={review}>Mask …</Button>
          </section>
        )}
      </div>
      <ClosedAnswers />
    </div>
  );
}

function Looking({ scan }: { scan: ReturnType<typeof useScan> }) {
  const of = `${scan.looked.toLocaleString('en-GB')} of ${many(scan.total, 'answer')}`;
  if (scan.state === 'looking') return <span className="muted small" role="status">{scan.total === 0 ? 'Looking …' : `Looked through ${of}`} {scan.total > 2_000 && <button type="button" className="link" onClick={scan.stop}>Stop</button>}</span>;
  if (scan.state === 'names') return <span className="muted small" role="status">{`Looking for the names once more in ${of}`} {scan.total > 2_000 && <button type="button" className="link" onClick={scan.stop}>Stop</button>}</span>;
  if (scan.state === 'done') return <span className="muted small" role="status">{many(scan.total, 'answer')} looked through</span>;
  return (
    <span className="muted small" role="status">
      {scan.state === 'full' ? `The first ${mostHits.toLocaleString('en-GB')} are here, from ${of}` : scan.state === 'failed' ? 'The scan broke off' : `Stopped after ${of}`} <button type="button" className="link" onClick={scan.again}>Look again</button>
    </span>
  );
}
