import { ChevronDown, ChevronRight, FileDown, Hash, ListTree, Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useCounts } from '../../state/counts.ts';
import { usePlace } from '../../state/place.ts';
import { useCommands } from '../../ui/commands.ts';
import { Empty, IconButton, SearchBox } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { NameInput } from '../themes/NameInput.tsx';
import { CodeDetail } from './CodeDetail.tsx';
import { CodeLine } from './CodeLine.tsx';
import { CollatedPane } from './CollatedPane.tsx';
import { unfold } from '../shell/drawers.ts';
import { codeInFocus, collate, focusAnswer, setCodeUi, useCodeUi } from './code-ui.ts';
import { findCodes } from './find-codes.ts';
import { LooseEnds } from './LooseEnds.tsx';
import { Sittings } from './Sittings.tsx';
import { comparedCodes } from './sides.ts';
import type { CodeData } from './useCodeData.ts';
import { useCodeOrder } from './useCodeOrder.ts';

const none = [0, 0] as const;
interface Group { key: string; name: string; codes: CodeWithCounts[] }

/** The codes of the analysis with their counts, under the top of the theme tree where there is one; the selected one in detail. */
export function CodesPane({ data }: { data: CodeData }) {
  const codeId = usePlace((place) => place.codeId);
  const collating = useCodeUi((ui) => ui.collating);
  // A merged code lives on in its target; Build themes tells its story.
  const selected = data.codes.find((code) => code.id === codeId && code.status !== 'merged');
  const shown = collating && selected !== undefined;
  const before = useRef(shown);
  // The line or button that was pressed is gone with its list: the keyboard goes on with what took its place.
  useEffect(() => {
    if (before.current !== shown && document.activeElement === document.body) document.querySelector<HTMLElement>(shown ? '[data-drawer="right"]' : `[data-drawer="right"] [data-code="${codeId}"]`)?.focus({ preventScroll: true });
    before.current = shown;
  }, [shown, codeId]);
  if (shown) return <CollatedPane data={data} code={selected} />;
  return <CodeList data={data} selected={selected} />;
}

function CodeList({ data, selected }: { data: CodeData; selected: CodeWithCounts | undefined }) {
  const themes = useQuery('theme.plain', { analysisId: data.analysis.id }).data;
  const create = useCommand('code.create');
  const [find, setFind] = useState('');
  const [naming, setNaming] = useState(false);
  const [renaming, setRenaming] = useState<number | null>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set(['away']));
  const search = useRef<HTMLInputElement>(null);
  /** On the code whose line has the keyboard, or else the selected one; it is the selected one afterwards. */
  const onCode = (act: (id: number) => void) => () => {
    const id = codeInFocus() ?? selected?.id;
    if (id === undefined) return false;
    usePlace.getState().go({ codeId: id });
    act(id);
    return undefined;
  };
  useKeys({ '/': () => { unfold('right'); search.current?.focus(); }, F2: onCode((id) => { unfold('right'); setRenaming(id); }), g: onCode(collate) });
  const counts = useCounts();
  useCommands([{ id: 'code-counts', label: counts.shown ? 'Hide counts beside codes' : 'Show counts beside codes', run: counts.toggle }, { id: 'code-new', label: 'Make a new code', run: () => void setTimeout(() => setNaming(true)) }]);
  const grouped = useCodeUi((ui) => ui.grouped);
  const active = useMemo(() => data.codes.filter((code) => code.status === 'active'), [data.codes]);
  const away = useMemo(() => data.codes.filter((code) => code.status === 'set-aside'), [data.codes]);

  const groups = useMemo((): Group[] => {
    const byId = new Map(themes?.map((theme) => [theme.id, theme]));
    // The theme nearest to the top; an overarching theme would gather everything under one name.
    const topOf = (id: number): number => {
      const parent = byId.get(byId.get(id)?.parentId ?? 0);
      return parent === undefined || parent.kind === 'overarching' ? id : topOf(parent.id);
    };
    /** Positions from the top down: the order of the tree. */
    const pathOf = (id: number | null): number[] => {
      const theme = byId.get(id ?? 0);
      return theme ? [...pathOf(theme.parentId), theme.position] : [];
    };
    const inTree = (a: number | null, b: number | null) => {
      const [one, other] = [pathOf(a), pathOf(b)];
      const at = one.findIndex((position, index) => position !== other[index]);
      return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
    };
    const shown = findCodes(active, find);
    const inTheme = (code: CodeWithCounts) => grouped && code.themeId !== null;
    const placed = Map.groupBy(shown.filter(inTheme), (code) => topOf(code.themeId ?? 0));
    const tops = [...placed].map(([id, codes]) => ({ key: `t${id}`, name: byId.get(id)?.name ?? '', codes: find === '' ? codes.toSorted((a, b) => inTree(a.themeId, b.themeId)) : codes, themeId: id })).sort((a, b) => inTree(a.themeId, b.themeId));
    const loose = shown.filter((code) => !inTheme(code));
    return [...tops, ...(loose.length ? [{ key: 'loose', name: tops.length ? 'Not yet placed' : '', codes: loose }] : []), ...(away.length && find === '' ? [{ key: 'away', name: 'Set aside', codes: away }] : [])];
  }, [active, away, themes, find, grouped]);

  const compared = useMemo(() => (data.columns.length > 1 ? comparedCodes(data.columns, data.codings) : null), [data.columns, data.codings]);
  const put = useCodeOrder(active, selected, find === '');
  /** Escape goes back to the answer, the arrow into what was found. */
  const onFindKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') focusAnswer(usePlace.getState().itemId ?? undefined);
    else if (event.key === 'ArrowDown') event.currentTarget.closest('[data-drawer]')?.querySelector<HTMLElement>('[data-code]')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const flip = (key: string) => setClosed(closed.has(key) ? new Set([...closed].filter((each) => each !== key)) : new Set([...closed, key]));
  return (
    <section data-drawer="right" className="pane" aria-label="Codes">
      <div className="pane-h">
        <h2>Codes</h2><span className="muted">{active.length}</span><span className="push" />
        <IconButton label="Counts beside codes" pressed={counts.shown} icon={<Hash size={16} />} onClick={counts.toggle} />
        <IconButton label="Under their themes" pressed={grouped} icon={<ListTree size={16} />} onClick={() => setCodeUi({ grouped: !grouped })} />
        <IconButton label="Bring in coding done elsewhere" icon={<FileDown size={16} />} onClick={() => usePlace.getState().go({ screen: 'coding-import' })} />
        <IconButton label="New code" icon={<Plus size={16} />} onClick={() => setNaming(true)} />
      </div>
      <div className="clist-find"><SearchBox label="Find a code" value={find} onChange={setFind} keyHint="/" inputRef={search} onKeyDown={onFindKey} /></div>
      {naming && (
        <div className="clist-find">
          <NameInput label="Name of the new code" value="" placeholder="Name of the new code" keepOnBlur={false} onCancel={() => setNaming(false)} onDone={async (name) => {
            setNaming(false);
            const made = await create({ analysisId: data.analysis.id, name });
            if (made.ok) usePlace.getState().go({ codeId: made.value.id });
          }} />
        </div>
      )}
      {compared && counts.shown && <p className="clist-sides"><b className="clip">{data.columns[0]?.name}</b><span aria-hidden>·</span><b className="clip">{data.columns[1]?.name}</b><span className="push nowrap">people, this question</span></p>}
      {active.length > 0 && !compared && counts.shown && <div className="clist-h" aria-hidden><span /><span>Extracts</span><span>People</span></div>}
      <div className="clist pane-b">
        {active.length === 0 && !naming && (
          <div className="clist-empty"><Empty title="No codes yet">Select words in an answer and press C. A code is a short name for what is going on in those words. Stay close to what people say; renaming and merging come later.</Empty></div>
        )}
        {active.length > 0 && groups.length === 0 && <p className="clist-empty muted">No code is called “{find}”.</p>}
        {groups.map((group) => (
          <div key={group.key} role="group" aria-label={group.name || 'Codes'}>
            {group.name && (
              <button type="button" className="tree-row group" aria-expanded={!closed.has(group.key)} onClick={() => flip(group.key)}>
                <span className="tw">{closed.has(group.key) ? <ChevronRight size={13} /> : <ChevronDown size={13} />}</span><span className="clip">{group.name}</span>{' '}<span className="n">{group.codes.length === 1 ? '1 code' : `${group.codes.length} codes`}</span>
              </button>
            )}
            {!closed.has(group.key) && group.codes.map((code) => <CodeLine key={code.id} code={code} indented={group.name !== ''} selected={code.id === selected?.id} counts={counts.shown} compared={compared && { own: compared.byCode.get(code.id) ?? none, of: compared.of, names: [data.columns[0]?.name ?? '', data.columns[1]?.name ?? ''] }} put={group.key === 'away' ? undefined : put} />)}
          </div>
        ))}
        {find === '' && <LooseEnds data={data} />}
        {find === '' && active.length > 0 && <Sittings analysisId={data.analysis.id} />}
      </div>
      {selected && <CodeDetail key={selected.id} code={selected} renaming={renaming === selected.id} onRenaming={(now) => setRenaming(now ? selected.id : null)} answered={data.analysis.answered} counts={counts.shown} />}
    </section>
  );
}
