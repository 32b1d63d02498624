import { Plus, Search } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import type { Extent } from '../../../shared/domain/search/extent.ts';
import type { AnalysisRow } from '../../../shared/domain/types.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useCounts } from '../../state/counts.ts';
import { usePlace } from '../../state/place.ts';
import { Button, Check, Dot, Segmented, Select } from '../../ui/index.ts';
import { useCodeUi } from '../code/code-ui.ts';
import { findCodes } from '../code/find-codes.ts';
import { Marked } from '../palette/Marked.tsx';
import { many, setSearchUi, sources, useSearchUi, type What } from './search-ui.ts';
import type { Found } from './useFound.ts';
import { type CodeThem, useCodeThem } from './useCodeThem.ts';

const extents: { value: Extent; label: string }[] = [
  { value: 'words', label: 'Words' },
  { value: 'sentence', label: 'Sentence' },
  { value: 'answer', label: 'Answer' },
];
const extentWords: Record<Extent, string> = { words: 'The words that were found', sentence: 'The sentence around them', answer: 'The whole answer' };
/** Codes listed while nothing, or something, is typed. */
const ROOM = 12;

interface Props {
  found: Found;
  what: What | null;
  field: RefObject<HTMLInputElement | null>;
  onLeave: () => void;
}
type Row = { kind: 'code'; code: CodeWithCounts; on: boolean } | { kind: 'made'; name: string } | { kind: 'new'; name: string };

/** “Code these 38…”: chooses codes and how much of each answer, says what that will do, and does it as one step. */
export function CodeThemPane({ found, what, field, onLeave }: Props) {
  const place = usePlace();
  const { ticked, extent, analysisId: searched } = useSearchUi();
  const analyses = (useQuery('analysis.list', {}).data ?? noAnalyses).filter((each) => each.status === 'active');
  const [own, setOwn] = useState<number | null>(null);
  const analysis = [own, searched, place.analysisId].map((id) => analyses.find((each) => each.id === id)).find(Boolean) ?? analyses[0];
  const them = useCodeThem(what, analysis?.id);
  const answers = found.count ? (ticked.all ? found.count.answers - ticked.but.size : ticked.but.size) : undefined;
  if (!analysis) return <section data-drawer="right" className="pane se-code" aria-label="Code them" />;
  return (
    <section data-drawer="right" className="pane se-code" aria-label="Code them">
      <div className="pane-h">
        <h2>{answers === undefined || answers < 1 ? 'Code them' : answers === 1 ? 'Code this answer' : `Code these ${answers.toLocaleString('en')}`}</h2>
      </div>
      {analyses.length > 1 && (
        <div className="se-pad">
          <Select
            label="In the analysis"
            size="sm"
            value={String(analysis.id)}
            options={analyses.map((each) => ({ value: String(each.id), label: each.name }))}
            onChange={(id) => {
              for (const choice of them.chosen) them.choose(choice);
              setOwn(Number(id));
            }}
          />
        </div>
      )}
      <Chooser key={analysis.id} analysisId={analysis.id} them={them} field={field} onLeave={onLeave} />
      <div className="se-do">
        <Segmented label="How much of each answer" value={extent} options={extents} onChange={(value) => setSearchUi({ extent: value })} />
        <p className="micro muted">{extentWords[extent]}</p>
        <p className="se-preview" aria-live="polite">
          {what === null ? '' : effect(them, analysis, answers)}
        </p>
        <Button variant="primary" keys={['Ctrl', 'Enter']} disabled={!them.ready || them.busy} onClick={() => void them.run().then(onLeave)}>
          {them.preview && them.ready ? `Code ${many(them.preview.extracts - them.preview.already, 'extract', 'extracts')}` : 'Code'}
        </Button>
      </div>
    </section>
  );
}

const noAnalyses: readonly AnalysisRow[] = [];

/** What will happen, in words: “38 extracts from 27 people. 6 are coded so already.” */
function effect({ chosen, preview }: CodeThem, analysis: Pick<AnalysisRow, 'name'>, answers: number | undefined): string {
  if (answers === 0) return 'Tick the answers to code.';
  if (chosen.length === 0) return 'Choose one code or several.';
  if (!preview) return '';
  if (preview.tooMany) return `These are ${preview.extracts.toLocaleString('en')} extracts, more than can be coded at once. Search for something narrower.`;
  const is = (count: number, one: string, more: string) => `${count.toLocaleString('en')} ${count === 1 ? one : more}`;
  return [
    `${many(preview.extracts, 'extract', 'extracts')} from ${sources(preview)}.`,
    preview.already > 0 && `${is(preview.already, 'is', 'are')} coded so already.`,
    preview.outside > 0 && `${is(preview.outside, 'belongs', 'belong')} to questions outside “${analysis.name}” and will count as borrowed.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function Chooser({ analysisId, them, field, onLeave }: { analysisId: number; them: CodeThem; field: RefObject<HTMLInputElement | null>; onLeave: () => void }) {
  const [text, setText] = useState('');
  const [moved, setMoved] = useState(0);
  const recent = useCodeUi((ui) => ui.recent);
  const listId = useId();
  const list = useQuery('code.list', { analysisId }).data;
  const active = useMemo(() => list?.filter((code) => code.status === 'active') ?? [], [list]);
  const typed = text.trim();
  const isChosen = (code: CodeWithCounts) => them.chosen.some((choice) => 'id' in choice && choice.id === code.id);
  const usual = useMemo(() => [...active].sort((a, b) => order(recent, a) - order(recent, b)), [active, recent]);
  const listed = (typed === '' ? usual : findCodes(active, typed)).slice(0, ROOM);
  const rows: Row[] = [
    ...listed.map((code): Row => ({ kind: 'code', code, on: isChosen(code) })),
    ...(typed !== '' && !active.some((code) => code.name.toLowerCase() === typed.toLowerCase()) ? [{ kind: 'new', name: typed } as const] : []),
    // What is chosen stays in sight, whatever is typed next.
    ...active.filter((code) => isChosen(code) && !listed.includes(code)).map((code): Row => ({ kind: 'code', code, on: true })),
    ...them.chosen.flatMap((choice): Row[] => ('name' in choice ? [{ kind: 'made', name: choice.name }] : [])),
  ];
  const at = Math.min(moved, rows.length - 1);

  const pick = (row: Row | undefined) => {
    if (!row) return;
    them.choose(row.kind === 'code' ? { id: row.code.id } : { name: row.name });
    setText('');
    setMoved(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const does: Record<string, () => void> = {
      ArrowDown: () => setMoved(Math.min(at + 1, rows.length - 1)),
      ArrowUp: () => setMoved(Math.max(at - 1, 0)),
      Enter: () => (ctrl ? void them.run().then(onLeave) : pick(rows[at])),
      Escape: () => (text === '' ? onLeave() : setText('')),
    };
    const act = does[event.key];
    if (!act || (ctrl && event.key !== 'Enter')) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <>
      <div className="input sm se-find">
        <Search size={13} aria-hidden />
        <input
          ref={field}
          role="combobox"
          aria-label="Find or create a code"
          aria-expanded={rows.length > 0}
          aria-controls={listId}
          aria-activedescendant={rows.length > 0 ? `${listId}-${at}` : undefined}
          autoComplete="off"
          maxLength={200}
          placeholder="Find or name a code"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setMoved(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} className="se-codes" role="listbox" aria-label="Codes" aria-multiselectable tabIndex={-1}>
        {rows.map((row, index) => (
          <RowView
            key={row.kind === 'code' ? row.code.id : `${row.kind} ${row.name}`}
            id={`${listId}-${index}`}
            row={row}
            typed={typed}
            at={index === at}
            onHover={() => {
              if (index !== at) setMoved(index);
            }}
            onPick={() => pick(row)}
          />
        ))}
      </div>
    </>
  );
}

function RowView({ id, row, typed, at, onHover, onPick }: { id: string; row: Row; typed: string; at: boolean; onHover: () => void; onPick: () => void }) {
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at) self.current?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);
  const counts = useCounts().shown;
  const on = row.kind === 'made' || (row.kind === 'code' && row.on);
  // The keyboard stays in the field above, which does the same by keys.
  const shared = {
    ref: self,
    id,
    role: 'option',
    tabIndex: -1,
    'aria-selected': on,
    onMouseMove: onHover,
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: onPick,
  };
  if (row.kind === 'new')
    return (
      <div {...shared} className={`pi act ${at ? 'is-hover' : ''}`}>
        <Plus size={15} aria-hidden />
        <span className="clip">New code “{row.name}”</span>
      </div>
    );
  return (
    <div {...shared} className={`pi ${at ? 'is-hover' : ''}`}>
      <span aria-hidden>
        <Check checked={on} onChange={() => undefined} label="chosen" hideLabel disabled />
      </span>
      {row.kind === 'code' ? <Dot ink={row.code.ink} latent={row.code.kind === 'latent'} /> : <Plus size={12} aria-hidden />}
      <span className="clip">{row.kind === 'code' ? <Marked text={row.code.name} wanted={typed} /> : row.name}</span>
      <span className="n">{row.kind === 'code' ? counts && row.code.extracts : 'new'}</span>
    </div>
  );
}

/** Codes used lately come first, then the researcher's order. */
const order = (recent: readonly number[], code: CodeWithCounts) => (recent.includes(code.id) ? recent.indexOf(code.id) - recent.length : 0);
