import { Plus, Quote, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { questionName, sourceName } from '../../data/source-name.ts';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { withMasks } from '../../../shared/domain/masks.ts';
import { placeOf } from '../../../shared/domain/search/fold.ts';
import type { CodingRow } from '../../../shared/domain/types.ts';
import { useCounts } from '../../state/counts.ts';
import { Button, Check, Dot, Kbds } from '../../ui/index.ts';
import { focusAnswer, isStretch, rangeOfSelection, setCodeUi, useCodeUi } from './code-ui.ts';
import { rangeOf, textElement } from './dom-range.ts';
import { findCodes, inTheirWords, recentCodes } from './find-codes.ts';
import type { CodeData } from './useCodeData.ts';
import type { Choice } from './useCoding.ts';

interface Props { data: CodeData; /** The coding that is to stand under another code; then exactly one is chosen. */ moving: CodingRow | undefined; onApply: (codes: readonly Choice[]) => Promise<boolean> }
type Row = { kind: 'code'; code: CodeWithCounts; keys?: readonly string[] } | { kind: 'new' } | { kind: 'words' };

/** Finds or makes codes for the selection. Opens under it, or above where there is no room, and never covers it. */
export function CodePalette({ data, moving, onApply }: Props) {
  const selection = useCodeUi((ui) => ui.selection);
  const recent = useCodeUi((ui) => ui.recent);
  const counts = useCounts().shown;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [latent, setLatent] = useState(false);
  /** The row that the arrows or the pointer went to; null: the first that fits. */
  const [moved, setAt] = useState<number | null>(null);
  /** The last key ticked or unticked a row, so that Enter applies what is ticked, as it is. */
  const [ticked, setTicked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const place = usePlacedAt(selection);

  useEffect(() => input.current?.focus(), []);
  const active = useMemo(() => data.codes.filter((code) => code.status === 'active' && code.id !== moving?.codeId), [data.codes, moving]);
  const found = useMemo(() => findCodes(active, text), [active, text]);
  const recents = useMemo(() => recentCodes(data, recent).filter((code) => code.id !== moving?.codeId), [recent, data, moving]);
  const answer = selection ? data.answerOf.get(selection.itemId) : undefined;
  if (!isStretch(selection) || !answer) return null;
  const { start, end } = rangeOfSelection(selection);
  const words = withMasks(answer.text, answer.masks, start, end);
  // A whole long answer would be laid out in one line otherwise.
  const sample = words.slice(0, 160).toWellFormed();
  const typed = text.trim();
  const exact = active.some((code) => code.name.toLowerCase() === typed.toLowerCase());
  const matches: Row[] = typed === '' ? [] : found.slice(0, 6).map((code) => ({ kind: 'code', code }));
  const lately: Row[] = (typed === '' && recents.length === 0 ? active.slice(0, 6) : recents.filter((code) => !matches.some((row) => row.kind === 'code' && row.code.id === code.id)).slice(0, typed === '' ? 9 : 4))
    .map((code) => ({ kind: 'code', code, ...(recents.includes(code) ? { keys: ['Alt', String(recents.indexOf(code) + 1)] } : {}) }));
  // What is ticked stays in sight, whatever is typed next.
  const kept: Row[] = active.filter((code) => chosen.includes(code.id) && ![...matches, ...lately].some((row) => row.kind === 'code' && row.code.id === code.id)).map((code) => ({ kind: 'code', code }));
  const rows: Row[] = [...matches, ...(typed !== '' && !exact ? [{ kind: 'new' } as const] : []), { kind: 'words' }, ...kept, ...lately];
  // With nothing typed Enter means the code used last.
  const at = Math.min(moved ?? (typed === '' && recents.length > 0 ? rows.length - lately.length : 0), rows.length - 1);
  const highlighted = rows[at];

  const toggle = (id: number) => {
    if (moving) return void onApply([{ id }]);
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
    setTicked(true);
    // The next letters look for the next code.
    input.current?.select();
    return undefined;
  };
  const goTo = (index: number) => {
    setAt(Math.max(0, Math.min(index, rows.length - 1)));
    setTicked(false);
  };
  const choices = (ids: readonly number[]): Choice[] => ids.map((id) => ({ id }));
  const create = (name: string) => void onApply([...choices(chosen), { name, kind: latent ? 'latent' : 'semantic' }]);
  const run = (row: Row | undefined) => {
    if (row?.kind === 'new') create(typed);
    else if (row?.kind === 'words') create(inTheirWords(words));
    else if (row?.kind === 'code') void onApply(choices([...new Set([...chosen, row.code.id])]));
  };
  const picked = chosen.length > 0 && (ticked || typed === '' || highlighted?.kind === 'words') ? chosen : highlighted?.kind === 'code' ? [...new Set([...chosen, highlighted.code.id])] : [];
  const apply = () => (picked.length > 0 ? void onApply(choices(picked)) : run(highlighted));

  const onKeyDown = (event: KeyboardEvent) => {
    const ctrl = event.ctrlKey || event.metaKey;
    const digit = event.altKey && /^Digit[1-9]$/.test(event.code) ? Number(event.code.slice(5)) : 0;
    const done = () => { event.preventDefault(); event.stopPropagation(); };
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') { done(); close(); }
    else if (event.key === 'ArrowDown') { done(); goTo(at + 1); }
    else if (event.key === 'ArrowUp') { done(); goTo(at - 1); }
    else if (event.key === 'Enter' && ctrl) { done(); if (typed !== '') create(typed); }
    else if (event.key === 'Enter') { done(); apply(); }
    else if (ctrl && event.key.toLowerCase() === 'i') { done(); create(inTheirWords(words)); }
    else if (ctrl && event.key.toLowerCase() === 'l') { done(); setLatent(!latent); }
    else if (event.key === ' ' && highlighted?.kind === 'code' && (ctrl || typed === '' || text.endsWith(' ') || moved !== null || ticked)) { done(); toggle(highlighted.code.id); }
    else if (digit > 0) {
      done();
      const code = recents[digit - 1];
      if (code) void onApply(choices([...new Set([...chosen, code.id])]));
    } else if (event.key === 'Tab') { done(); }
  };

  return (
    <div ref={place.ref} className={`pop palette ${place.low ? 'is-low' : ''}`} role="dialog" aria-label={moving ? 'Move to another code' : 'Code this passage'} style={place.style} onMouseDown={(event) => { if (event.target !== input.current) event.preventDefault(); }} onMouseUp={(event) => event.stopPropagation()}>
      <div className="from"><span className="sample clip">“{sample}”</span><span className="micro muted nowrap">{sourceName(answer, data.people)}, {questionName(data.question, data.number)}</span></div>
      <div className="find">
        <div className="input">
          <Search size={14} aria-hidden />
          <input
            ref={input} role="combobox" aria-label="Find or create a code" aria-expanded aria-controls={listId} aria-activedescendant={`${listId}-${at}`} autoComplete="off" spellCheck
            value={text} maxLength={200} placeholder="Find a code, or name a new one" onChange={(event) => { setText(event.target.value); setAt(null); setTicked(false); }} onKeyDown={onKeyDown}
          />
          <span className="micro muted nowrap" aria-live="polite">{chosen.length > 0 ? `${chosen.length} chosen` : ''}</span>
        </div>
      </div>
      <div ref={list} id={listId} className="list" role="listbox" aria-label="Codes" aria-multiselectable>
        {rows.map((row, index) => (
          <RowView
            key={row.kind === 'code' ? row.code.id : row.kind} id={`${listId}-${index}`} row={row} counts={counts} on={row === highlighted} typed={typed} chosen={row.kind === 'code' && chosen.includes(row.code.id)} kind={latent ? 'between the lines' : 'said'}
            heading={row === kept[0] ? 'Chosen' : row === lately[0] ? (recents.length > 0 ? 'Recent' : 'Codes so far') : ''}
            onHover={() => { if (index !== at) goTo(index); }} onToggle={() => row.kind === 'code' && toggle(row.code.id)} onRun={() => run(row)}
          />
        ))}
      </div>
      <div className="foot">
        {moving ? <span className="micro muted clip">Now under “{data.codeOf.get(moving.codeId)?.name}”</span> : <span className="micro muted hstack"><Kbds keys={typed === '' || moved !== null || ticked ? ['Space'] : ['Ctrl', 'Space']} />choose more</span>}
        <button type="button" className="micro muted hstack" aria-pressed={latent} onClick={() => setLatent(!latent)}><Kbds keys={['Ctrl', 'L']} />{latent ? 'latent, on' : 'latent'}</button>
        <Button variant="primary" size="sm" className="push" keys={['Enter']} onClick={apply}>{picked.length > 1 ? `Apply ${picked.length} codes` : picked.length === 0 ? (moving ? 'Create and move' : 'Create and apply') : moving ? 'Move here' : 'Apply'}</Button>
      </div>
    </div>
  );
}

const close = () => {
  const { selection } = useCodeUi.getState();
  setCodeUi({ choosing: false, ...(useCodeUi.getState().moving === null ? {} : { moving: null, selection: null }) });
  focusAnswer(selection?.itemId);
};

interface RowProps { id: string; row: Row; counts: boolean; on: boolean; typed: string; chosen: boolean; kind: string; heading: string; onHover: () => void; onToggle: () => void; onRun: () => void }

function RowView({ id, row, counts, on, typed, chosen, kind, heading, onHover, onToggle, onRun }: RowProps) {
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => { if (on) self.current?.scrollIntoView?.({ block: 'nearest' }); }, [on]);
  const shared = { ref: self, id, role: 'option', tabIndex: -1, 'aria-selected': chosen, onMouseMove: onHover, onClick: onRun };
  return (
    <>
      {heading && <div className="menu-h" role="presentation">{heading}</div>}
      {row.kind === 'code' ? (
        <div {...shared} className={`pi ${on ? 'is-hover' : ''}`}>
          <span onClick={(event) => { event.stopPropagation(); onToggle(); }} aria-hidden><Check checked={chosen} onChange={() => undefined} label={row.code.name} hideLabel disabled /></span>
          <Dot ink={row.code.ink} latent={row.code.kind === 'latent'} /><span className="clip">{marked(row.code.name, typed)}</span>
          <span className="n">{counts && row.code.extracts}{row.keys && <Kbds keys={row.keys} />}</span>
        </div>
      ) : (
        <div {...shared} className={`pi act ${on ? 'is-hover' : ''}`}>
          {row.kind === 'new' ? <Plus size={15} aria-hidden /> : <Quote size={14} aria-hidden />}
          <span className="clip">{row.kind === 'new' ? `New code “${typed}”, ${kind}` : 'Use their words as the code'}</span>
          <Kbds keys={row.kind === 'new' ? ['Ctrl', 'Enter'] : ['Ctrl', 'I']} />
        </div>
      )}
    </>
  );
}

function marked(name: string, typed: string) {
  const place = placeOf(name, typed);
  return place ? <>{name.slice(0, place.start)}<b>{name.slice(place.start, place.end)}</b>{name.slice(place.end)}</> : name;
}

/** Pixels in which the palette can be used whole, and those of its first and last line, without which it still can. */
const whole = 190;
const edges = 84;

/** Under the last line of the selection, or above its first; kept inside the window. */
function usePlacedAt(selection: ReturnType<typeof useCodeUi.getState>['selection']) {
  const ref = useRef<HTMLDivElement>(null);
  const [style, setStyle] = useState<{ left: number; top: number; opacity?: number; maxHeight?: number }>({ left: 0, top: 0, opacity: 0 });
  useLayoutEffect(() => {
    const place = () => {
      const root = selection && textElement(selection.itemId);
      const range = root && isStretch(selection) ? rangeOf(root, rangeOfSelection(selection).start, rangeOfSelection(selection).end) : null;
      const lines = range?.getClientRects ? [...range.getClientRects()].filter((line) => line.width > 0) : [];
      const first = lines[0];
      const last = lines.at(-1);
      const own = ref.current?.getBoundingClientRect();
      if (!first || !last || !own) {
        setStyle({ left: 16, top: 80 });
        return;
      }
      const below = last.bottom + 8;
      const list = ref.current?.querySelector('.list');
      // As tall as it would be with all the room it asks for.
      const wanted = own.height + (ref.current?.classList.contains('is-low') ? edges : 0) + (list ? Math.max(0, Math.min(list.scrollHeight, 300, window.innerHeight * 0.4) - list.clientHeight) : 0);
      const room = { below: window.innerHeight - 8 - below, above: first.top - 16 };
      const fits = wanted <= room.below;
      const above = first.top - 8 - wanted;
      const column = root?.closest('.reader')?.getBoundingClientRect().left ?? 0;
      const left = Math.max(8, Math.min(Math.max(last.left - 40, column + 16), window.innerWidth - own.width - 8));
      const tight = Math.max(room.below, room.above);
      // Where neither side has all the room, a shorter list on the side with more, in a very low window without its first and last line; without any, beside the column rather than over the words.
      if (fits || above >= 8) setStyle({ left, top: fits ? below : above });
      else if (tight >= whole - edges) setStyle({ left, top: room.below >= room.above ? below : 8, maxHeight: tight });
      else setStyle({ left: Math.min(window.innerWidth - own.width - 8, Math.max(...lines.map((line) => line.right)) + 16), top: Math.max(8, window.innerHeight - own.height - 8) });
    };
    place();
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(place);
    if (ref.current) observer?.observe(ref.current);
    window.addEventListener('resize', place);
    const reader = selection ? textElement(selection.itemId)?.closest('.reader') : null;
    reader?.addEventListener('scroll', place);
    return () => {
      observer?.disconnect();
      window.removeEventListener('resize', place);
      reader?.removeEventListener('scroll', place);
    };
  }, [selection]);
  return { ref, style, low: style.maxHeight !== undefined && style.maxHeight < whole };
}
