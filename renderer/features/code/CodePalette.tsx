import { Plus, Quote, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { questionName, sourceName } from '../../data/source-name.ts';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { withMasks } from '../../../shared/domain/masks.ts';
import { placeOf } from '../../../shared/domain/search/fold.ts';
import type { CodeKind, CodingRow } from '../../../shared/domain/types.ts';
import { useCounts } from '../../state/counts.ts';
import { Button, Check, Dot, Kbds } from '../../ui/index.ts';
import { focusAnswer, isStretch, rangeOfSelection, setCodeUi, useCodeUi } from './code-ui.ts';
import { rangeOf, textElement } from './dom-range.ts';
import { findCodes, inTheirWords, recentCodes } from './find-codes.ts';
import type { CodeData } from './useCodeData.ts';
import type { Choice } from './useCoding.ts';

interface Props { data: CodeData; /** The coding that is to stand under another code; then exactly one is chosen. */ moving: CodingRow | undefined; onApply: (codes: readonly Choice[]) => Promise<boolean> }
/** A name that was ticked and is no code yet. */
type Named = Extract<Choice, { name: string }>;
type Row = { kind: 'code'; code: CodeWithCounts; keys?: readonly string[] } | { kind: 'named'; named: Named } | { kind: 'new' } | { kind: 'words' };

const alike = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
/** The same code, whether it is there or is to be made. */
const same = (a: Choice, b: Choice): boolean => ('id' in a ? 'id' in b && a.id === b.id : 'name' in b && alike(a.name, b.name));
/** With another one that may be among them. */
const plus = (choices: readonly Choice[], more: Choice): Choice[] => (choices.some((each) => same(each, more)) ? [...choices] : [...choices, more]);

/** Finds or makes codes for the selection. Opens under it, or above where there is no room, and never covers it. */
export function CodePalette({ data, moving, onApply }: Props) {
  const selection = useCodeUi((ui) => ui.selection);
  const recent = useCodeUi((ui) => ui.recent);
  const counts = useCounts().shown;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly Choice[]>([]);
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
  const typed = text.trim().replace(/\s+/g, ' ');
  const exact = active.some((code) => alike(code.name, typed));
  const kind: CodeKind = latent ? 'latent' : 'semantic';
  /** The code of that name, or the one to be made. */
  const called = (name: string): Choice => {
    const code = active.find((each) => alike(each.name, name));
    return code ? { id: code.id } : { name, kind };
  };
  const inVivo = inTheirWords(words);
  const named: Row[] = chosen.flatMap((each): Row[] => ('name' in each ? [{ kind: 'named', named: each }] : []));
  const namedSo = named.filter((row) => row.kind === 'named' && alike(row.named.name, typed));
  const matches: Row[] = typed === '' ? [] : found.slice(0, 6).map((code) => ({ kind: 'code', code }));
  const lately: Row[] = (typed === '' && recents.length === 0 ? active.slice(0, 6) : recents.filter((code) => !matches.some((row) => row.kind === 'code' && row.code.id === code.id)).slice(0, typed === '' ? 9 : 4))
    .map((code) => ({ kind: 'code', code, ...(recents.includes(code) ? { keys: ['Alt', String(recents.indexOf(code) + 1)] } : {}) }));
  const isChosen = (choice: Choice) => chosen.some((each) => same(each, choice));
  // What is ticked stays in sight, whatever is typed next.
  const kept: Row[] = [
    ...active.filter((code) => isChosen({ id: code.id }) && ![...matches, ...lately].some((row) => row.kind === 'code' && row.code.id === code.id)).map((code): Row => ({ kind: 'code', code })),
    ...named.filter((row) => !namedSo.includes(row)),
  ];
  const rows: Row[] = [...matches, ...(namedSo.length > 0 ? namedSo : typed !== '' && !exact ? [{ kind: 'new' } as const] : []), { kind: 'words' }, ...kept, ...lately];
  // With nothing typed Enter means the code used last.
  const at = Math.min(moved ?? (typed === '' && recents.length > 0 ? rows.length - lately.length : 0), rows.length - 1);
  const highlighted = rows[at];

  /** What a row stands for. */
  const choiceOf = (row: Row): Choice => (row.kind === 'code' ? { id: row.code.id } : row.kind === 'named' ? row.named : called(row.kind === 'new' ? typed : inVivo));
  const toggle = (row: Row) => {
    const choice = choiceOf(row);
    if (moving) return void onApply([choice]);
    setChosen(isChosen(choice) ? chosen.filter((each) => !same(each, choice)) : [...chosen, choice]);
    setTicked(true);
    // The next letters look for the next code.
    input.current?.select();
    return undefined;
  };
  const goTo = (index: number) => {
    setAt(Math.max(0, Math.min(index, rows.length - 1)));
    setTicked(false);
  };
  const create = (name: string) => void onApply(plus(chosen, called(name)));
  const run = (row: Row | undefined) => { if (row) void onApply(plus(chosen, choiceOf(row))); };
  const picked = chosen.length > 0 && (ticked || typed === '' || highlighted?.kind === 'words') ? chosen : highlighted ? plus(chosen, choiceOf(highlighted)) : chosen;
  const apply = () => { if (picked.length > 0) void onApply(picked); };
  /** Space alone ticks the row in focus, where it cannot belong to what is being typed. */
  const bySpace = highlighted?.kind === 'code' || highlighted?.kind === 'named' ? typed === '' || text.endsWith(' ') || moved !== null || ticked : highlighted?.kind === 'words' && moved !== null;

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
    else if (ctrl && event.key.toLowerCase() === 'i') { done(); create(inVivo); }
    else if (ctrl && event.key.toLowerCase() === 'l') { done(); setLatent(!latent); }
    else if (event.key === ' ' && highlighted && (ctrl || bySpace)) { done(); toggle(highlighted); }
    else if (digit > 0) {
      done();
      const code = recents[digit - 1];
      if (code) void onApply(plus(chosen, { id: code.id }));
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
            key={row.kind === 'code' ? row.code.id : row.kind === 'named' ? `named ${row.named.name}` : row.kind} id={`${listId}-${index}`} row={row} counts={counts} on={row === highlighted} typed={typed} chosen={(row.kind === 'code' || row.kind === 'named') && isChosen(choiceOf(row))} kind={kind}
            heading={row === kept[0] ? 'Chosen' : row === lately[0] ? (recents.length > 0 ? 'Recent' : 'Codes so far') : ''}
            onHover={() => { if (index !== at) goTo(index); }} onToggle={() => toggle(row)} onRun={() => run(row)}
          />
        ))}
      </div>
      <div className="foot">
        <div className="foot-keys">
          {moving ? <span className="micro muted clip">Now under “{data.codeOf.get(moving.codeId)?.name}”</span> : <span className="micro muted hstack"><Kbds keys={bySpace ? ['Space'] : ['Ctrl', 'Space']} />tick</span>}
          <button type="button" className="micro muted hstack" aria-pressed={latent} onClick={() => setLatent(!latent)}><Kbds keys={['Ctrl', 'L']} />{latent ? 'latent, on' : 'latent'}</button>
        </div>
        <Button variant="primary" size="sm" keys={['Enter']} onClick={apply}>{picked.length > 1 ? `Apply ${picked.length} codes` : picked.some((each) => 'name' in each) ? (moving ? 'Create and move' : 'Create and apply') : moving ? 'Move here' : 'Apply'}</Button>
      </div>
    </div>
  );
}

const close = () => {
  const { selection } = useCodeUi.getState();
  setCodeUi({ choosing: false, ...(useCodeUi.getState().moving === null ? {} : { moving: null, selection: null }) });
  focusAnswer(selection?.itemId);
};

interface RowProps { id: string; row: Row; counts: boolean; on: boolean; typed: string; chosen: boolean; kind: CodeKind; heading: string; onHover: () => void; onToggle: () => void; onRun: () => void }

function RowView({ id, row, counts, on, typed, chosen, kind, heading, onHover, onToggle, onRun }: RowProps) {
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => { if (on) self.current?.scrollIntoView?.({ block: 'nearest' }); }, [on]);
  const shared = { ref: self, id, role: 'option', tabIndex: -1, 'aria-selected': chosen, onMouseMove: onHover, onClick: onRun };
  return (
    <>
      {heading && <div className="menu-h" role="presentation">{heading}</div>}
      {row.kind === 'code' || row.kind === 'named' ? (
        <div {...shared} className={`pi ${on ? 'is-hover' : ''}`}>
          <span onClick={(event) => { event.stopPropagation(); onToggle(); }} aria-hidden><Check checked={chosen} onChange={() => undefined} label={row.kind === 'code' ? row.code.name : row.named.name} hideLabel disabled /></span>
          {row.kind === 'code' ? (
            <>
              <Dot ink={row.code.ink} latent={row.code.kind === 'latent'} /><span className="clip">{marked(row.code.name, typed)}</span>
              <span className="n">{counts && row.code.extracts}{row.keys && <Kbds keys={row.keys} />}</span>
            </>
          ) : (
            <><Plus size={12} aria-hidden /><span className="clip">{row.named.name}</span><span className="n">new, {reading(row.named.kind)}</span></>
          )}
        </div>
      ) : (
        <div {...shared} className={`pi act ${on ? 'is-hover' : ''}`}>
          {row.kind === 'new' ? <Plus size={15} aria-hidden /> : <Quote size={14} aria-hidden />}
          <span className="clip">{row.kind === 'new' ? `New code “${typed}”, ${reading(kind)}` : 'Use their words as the code'}</span>
          <Kbds keys={row.kind === 'new' ? ['Ctrl', 'Enter'] : ['Ctrl', 'I']} />
        </div>
      )}
    </>
  );
}

const reading = (kind: CodeKind | undefined): string => (kind === 'latent' ? 'between the lines' : 'said');

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
