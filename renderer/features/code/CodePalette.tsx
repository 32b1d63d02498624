import { Plus, Quote, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { Button, Check, Dot, Kbds } from '../../ui/index.ts';
import { isStretch, rangeOfSelection, setCodeUi, useCodeUi } from './code-ui.ts';
import { rangeOf, textElement } from './dom-range.ts';
import { findCodes, inTheirWords } from './find-codes.ts';
import type { CodeData } from './useCodeData.ts';
import type { Choice } from './useCoding.ts';

interface Props { data: CodeData; onApply: (codes: readonly Choice[]) => Promise<boolean> }
type Row = { kind: 'code'; code: CodeWithCounts; keys?: readonly string[] } | { kind: 'new' } | { kind: 'words' };

/** Finds or makes codes for the selection. Opens under it, or above where there is no room, and never covers it. */
export function CodePalette({ data, onApply }: Props) {
  const selection = useCodeUi((ui) => ui.selection);
  const recent = useCodeUi((ui) => ui.recent);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [latent, setLatent] = useState(false);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const place = usePlacedAt(selection);

  useEffect(() => input.current?.focus(), []);
  const active = useMemo(() => data.codes.filter((code) => code.status === 'active'), [data.codes]);
  const found = useMemo(() => findCodes(active, text), [active, text]);
  const recents = useMemo(() => recent.flatMap((id) => active.find((code) => code.id === id) ?? []).slice(0, 9), [recent, active]);
  const answer = selection ? data.answerOf.get(selection.itemId) : undefined;
  if (!isStretch(selection) || !answer) return null;
  const { start, end } = rangeOfSelection(selection);
  const words = answer.text.slice(start, end);
  const typed = text.trim();
  const exact = active.some((code) => code.name.toLowerCase() === typed.toLowerCase());
  const matches: Row[] = typed === '' ? [] : found.slice(0, 6).map((code) => ({ kind: 'code', code }));
  const lately: Row[] = (typed === '' && recents.length === 0 ? active.slice(0, 6) : recents.filter((code) => !matches.some((row) => row.kind === 'code' && row.code.id === code.id)).slice(0, typed === '' ? 9 : 4))
    .map((code) => ({ kind: 'code', code, ...(recents.includes(code) ? { keys: ['Alt', String(recents.indexOf(code) + 1)] } : {}) }));
  const rows: Row[] = [...matches, ...(typed !== '' && !exact ? [{ kind: 'new' } as const] : []), { kind: 'words' }, ...lately];
  const highlighted = rows[Math.min(at, rows.length - 1)];

  const toggle = (id: number) => setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const choices = (ids: readonly number[]): Choice[] => ids.map((id) => ({ id }));
  const create = (name: string) => void onApply([...choices(chosen), { name, kind: latent ? 'latent' : 'semantic' }]);
  const run = (row: Row | undefined) => {
    if (row?.kind === 'new') create(typed);
    else if (row?.kind === 'words') create(inTheirWords(words));
    else if (row?.kind === 'code') void onApply(choices([...new Set([...chosen, row.code.id])]));
  };
  const apply = () => (chosen.length > 0 && (typed === '' || highlighted?.kind === 'words') ? void onApply(choices(chosen)) : run(highlighted));

  const onKeyDown = (event: KeyboardEvent) => {
    const ctrl = event.ctrlKey || event.metaKey;
    const digit = event.altKey && /^Digit[1-9]$/.test(event.code) ? Number(event.code.slice(5)) : 0;
    const done = () => { event.preventDefault(); event.stopPropagation(); };
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') { done(); close(); }
    else if (event.key === 'ArrowDown') { done(); setAt(Math.min(at + 1, rows.length - 1)); }
    else if (event.key === 'ArrowUp') { done(); setAt(Math.max(at - 1, 0)); }
    else if (event.key === 'Enter' && ctrl) { done(); if (typed !== '') create(typed); }
    else if (event.key === 'Enter') { done(); apply(); }
    else if (ctrl && event.key.toLowerCase() === 'i') { done(); create(inTheirWords(words)); }
    else if (ctrl && event.key.toLowerCase() === 'l') { done(); setLatent(!latent); }
    else if (event.key === ' ' && highlighted?.kind === 'code' && (typed === '' || text.endsWith(' ') || at > 0)) { done(); toggle(highlighted.code.id); }
    else if (digit > 0) {
      done();
      const code = recents[digit - 1];
      if (code) void onApply(choices([...new Set([...chosen, code.id])]));
    } else if (event.key === 'Tab') { done(); }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press inside must not take the focus from the field
    <div ref={place.ref} className="pop palette" role="dialog" aria-label="Code this passage" style={place.style} onMouseDown={(event) => { if (event.target !== input.current) event.preventDefault(); }} onMouseUp={(event) => event.stopPropagation()}>
      <div className="from"><span className="sample clip">“{words}”</span><span className="micro muted nowrap">{data.people.get(answer.participantId)?.shown}, question {data.number}</span></div>
      <div className="find">
        <div className="input">
          <Search size={14} aria-hidden />
          <input
            ref={input} role="combobox" aria-label="Find or create a code" aria-expanded aria-controls={listId} aria-activedescendant={`${listId}-${Math.min(at, rows.length - 1)}`} autoComplete="off" spellCheck
            value={text} maxLength={200} placeholder="Find a code, or name a new one" onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={onKeyDown}
          />
          <span className="micro muted nowrap" aria-live="polite">{chosen.length > 0 ? `${chosen.length} chosen` : ''}</span>
        </div>
      </div>
      <div ref={list} id={listId} className="list" role="listbox" aria-label="Codes" aria-multiselectable>
        {rows.map((row, index) => (
          <RowView
            key={row.kind === 'code' ? row.code.id : row.kind} id={`${listId}-${index}`} row={row} on={row === highlighted} typed={typed} chosen={row.kind === 'code' && chosen.includes(row.code.id)} kind={latent ? 'between the lines' : 'said'}
            heading={row === lately[0] ? (recents.length > 0 ? 'Recent' : 'Codes so far') : ''}
            onHover={() => setAt(index)} onToggle={() => row.kind === 'code' && toggle(row.code.id)} onRun={() => run(row)}
          />
        ))}
      </div>
      <div className="foot">
        <span className="micro muted hstack"><Kbds keys={['Space']} />choose more</span>
        <button type="button" className="micro muted hstack" aria-pressed={latent} onClick={() => setLatent(!latent)}><Kbds keys={['Ctrl', 'L']} />{latent ? 'new code: between the lines' : 'between the lines'}</button>
        <Button variant="primary" size="sm" className="push" keys={['Enter']} onClick={apply}>{chosen.length > 1 ? `Apply ${chosen.length} codes` : highlighted?.kind === 'new' || (highlighted?.kind === 'words' && chosen.length === 0) ? 'Create and apply' : 'Apply'}</Button>
      </div>
    </div>
  );
}

const close = () => {
  const { selection } = useCodeUi.getState();
  setCodeUi({ choosing: false });
  document.querySelector<HTMLElement>(`[data-item="${selection?.itemId}"]`)?.focus({ preventScroll: true });
};

interface RowProps { id: string; row: Row; on: boolean; typed: string; chosen: boolean; kind: string; heading: string; onHover: () => void; onToggle: () => void; onRun: () => void }

function RowView({ id, row, on, typed, chosen, kind, heading, onHover, onToggle, onRun }: RowProps) {
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => { if (on) self.current?.scrollIntoView?.({ block: 'nearest' }); }, [on]);
  const shared = { ref: self, id, role: 'option', tabIndex: -1, 'aria-selected': chosen, onMouseMove: onHover, onClick: onRun };
  return (
    <>
      {heading && <div className="menu-h" role="presentation">{heading}</div>}
      {row.kind === 'code' ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and the keys
        <div {...shared} className={`pi ${on ? 'is-hover' : ''}`}>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Space in the field */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: Space in the field */}
          <span onClick={(event) => { event.stopPropagation(); onToggle(); }} aria-hidden><Check checked={chosen} onChange={() => undefined} label={row.code.name} hideLabel disabled /></span>
          <Dot ink={row.code.ink} latent={row.code.kind === 'latent'} /><span className="clip">{marked(row.code.name, typed)}</span>
          <span className="n">{row.code.extracts}{row.keys && <Kbds keys={row.keys} />}</span>
        </div>
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and the keys
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
  const at = typed === '' ? -1 : name.toLowerCase().indexOf(typed.toLowerCase());
  return at < 0 ? name : <>{name.slice(0, at)}<b>{name.slice(at, at + typed.length)}</b>{name.slice(at + typed.length)}</>;
}

/** Under the last line of the selection, or above its first; kept inside the window. */
function usePlacedAt(selection: ReturnType<typeof useCodeUi.getState>['selection']) {
  const ref = useRef<HTMLDivElement>(null);
  const [style, setStyle] = useState<{ left: number; top: number; opacity?: number }>({ left: 0, top: 0, opacity: 0 });
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
      const fits = below + own.height <= window.innerHeight - 8;
      const above = first.top - 8 - own.height;
      const left = Math.max(8, Math.min(last.left - 40, window.innerWidth - own.width - 8));
      // Where neither side has room, beside the column rather than over the words.
      if (fits || above >= 8) setStyle({ left, top: fits ? below : above });
      else setStyle({ left: Math.min(window.innerWidth - own.width - 8, Math.max(...lines.map((line) => line.right)) + 16), top: Math.max(8, window.innerHeight - own.height - 8) });
    };
    place();
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(place);
    if (ref.current) observer?.observe(ref.current);
    window.addEventListener('resize', place);
    document.querySelector('.reader')?.addEventListener('scroll', place);
    return () => {
      observer?.disconnect();
      window.removeEventListener('resize', place);
      document.querySelector('.reader')?.removeEventListener('scroll', place);
    };
  }, [selection]);
  return { ref, style };
}
