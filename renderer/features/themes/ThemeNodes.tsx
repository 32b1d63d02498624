import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, type RefObject, useId } from 'react';
import { IconButton } from '../../ui/index.ts';
import { type Board, type BoardNode, levelName, looseCodes, peopleLine, plural, type Spot, type ThemeNode } from './board-model.ts';
import { useThemes } from './context.ts';
import { DraftNode } from './DraftNode.tsx';
import { useDragSource, useDropPlace } from './drag.ts';
import { NameInput } from './NameInput.tsx';
import { Rows } from './Rows.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import { setUi, useThemesUi } from './ui-state.ts';
import { useRow } from './useRow.ts';

/** What is read out after a theme's name. */
const details = (node: ThemeNode, counts: boolean) =>
  `, ${levelName[node.level].toLowerCase()}, ${plural(node.theme.codes, 'code')}${!counts ? '' : node.theme.participants === 1 ? ', 1 person' : `, ${node.theme.participants} people`}`;

/** One element that is thing to drag and place to drop; its head is the row of the tree and owns the group below it. */
function useThemeRow(node: ThemeNode, boardRef: RefObject<Board>, axis: 'x' | 'y' = 'y') {
  const source = useDragSource<HTMLElement>({ kind: 'theme', id: node.id });
  const place = useDropPlace<HTMLElement>({ themeId: node.id }, boardRef, { axis });
  const over = useThemesUi((ui) => typeof ui.over?.spot === 'object' && 'themeId' in ui.over.spot && ui.over.spot.themeId === node.id);
  const { row, ...parts } = useRow({ kind: 'theme', id: node.id });
  const id = useId();
  const element = (at: HTMLElement | null) => {
    source.current = at;
    place.current = at;
  };
  return { ...parts, id, element, over, wrap: { 'data-node': row['data-ref'], role: 'none' }, head: { ...row, 'data-handle': true, 'aria-owns': id } };
}

function ThemeName({ node, naming }: { node: ThemeNode; naming: boolean }) {
  const { actions, counts } = useThemes();
  const ref = { kind: 'theme', id: node.id } as const;
  return naming
    ? <NameInput label="Name of the theme" value={node.theme.name} onDone={(name) => void actions.rename(ref, name)} onCancel={() => setUi({ naming: null })} />
    : <>{node.theme.name}<span className="vh">{details(node, counts)}</span></>;
}

interface NodeProps { node: ThemeNode; level: number; boardRef: RefObject<Board> }
const inBoard = (boardRef: RefObject<Board>) => (node: ThemeNode, level: number): ReactNode => <Well key={node.id} node={node} level={level} boardRef={boardRef} />;

/** An overarching theme or heading across the columns that it holds; codes directly under it have a column of their own. */
export function Span({ node, boardRef }: { node: ThemeNode; boardRef: RefObject<Board> }) {
  const { counts } = useThemes();
  const { wrap, head, id, element, over, chosen, lifted, naming } = useThemeRow(node, boardRef, 'x');
  const header = useDropPlace<HTMLDivElement>('top', boardRef, { axis: 'x', header: true });
  const draft = useThemesUi((ui) => (ui.draft?.parentId === node.id ? ui.draft : null));
  const beside = useBeside(node);
  const atEnd = useThemesUi((ui) => ui.drag?.kind === 'theme' && over && ui.over?.before === undefined);
  const themes = node.children.filter((child) => child.kind === 'theme');
  const loose = looseCodes(node);
  const columns = themes.length + (loose.length > 0 ? 1 : 0) + (draft ? 1 : 0);
  return (
    <div
      {...wrap} ref={element} data-span style={{ flexGrow: columns, minWidth: columns * 232 + (columns - 1) * 12 }}
      className={`span level-${node.level}${chosen ? ' is-sel' : ''}${lifted ? ' is-lifted' : ''}${beside}`}
    >
      <div {...head} className="span-h" ref={header} aria-level={1} aria-expanded>
        <h2><ThemeName node={node} naming={naming} /></h2><p aria-hidden>{levelName[node.level]}. {peopleLine(node.theme.codes, counts ? node.theme.participants : null)}</p><i /><ThemeMenu node={node} />
      </div>
      <div role="group" data-rows className="span-cols" id={id}>
        {loose.length > 0 && <div className="col loose" data-column role="none"><LooseCodes node={node} boardRef={boardRef} /></div>}
        {themes.map((child) => <Column key={child.id} node={child} boardRef={boardRef} level={2} strip={{ themeId: node.id }} />)}
        {atEnd && <div className="col-slot" aria-hidden />}
        {draft && <div className="col draft-col"><DraftNode draft={draft} /></div>}
      </div>
    </div>
  );
}

function LooseCodes({ node, boardRef }: { node: ThemeNode; boardRef: RefObject<Board> }) {
  const place = useDropPlace<HTMLDivElement>({ themeId: node.id }, boardRef);
  return (
    <div ref={place} className="loose-b" role="none">
      <p className="col-h muted" aria-hidden>Directly under it</p>
      <Rows spot={{ themeId: node.id }} nodes={looseCodes(node)} level={2} form="card" theme={() => null} className="col-b" draftless />
    </div>
  );
}

/** The line before a column that a dragged theme would take the place of. */
const useBeside = (node: ThemeNode): string => {
  const beside = useThemesUi((ui) => ui.drag?.kind === 'theme' && ui.over?.before?.kind === 'theme' && ui.over.before.id === node.id);
  return beside ? ' is-beside' : '';
};

/** A theme as a column, at the top or under a head across. */
export function Column({ node, boardRef, level = 1, strip = 'top' }: { node: ThemeNode; boardRef: RefObject<Board>; level?: number; strip?: Spot }) {
  const { counts } = useThemes();
  const { wrap, head, id, element, over, chosen, lifted, naming } = useThemeRow(node, boardRef);
  const header = useDropPlace<HTMLDivElement>(strip, boardRef, { axis: 'x', header: true });
  const beside = useBeside(node);
  return (
    <div
      {...wrap} ref={element} data-column
      className={`col level-${node.level}${over ? ' is-over' : ''}${chosen ? ' is-sel' : ''}${lifted ? ' is-lifted' : ''}${beside}`}
    >
      <div {...head} className="col-h" ref={header} aria-level={level} aria-expanded>
        <h2><ThemeName node={node} naming={naming} /></h2>
        <ThemeMenu node={node} />
        <p aria-hidden>{node.level === 'theme' ? '' : `${levelName[node.level]}. `}{peopleLine(node.theme.codes, counts ? node.theme.participants : null)}</p>
      </div>
      <Rows spot={{ themeId: node.id }} nodes={node.children} level={level + 1} form="card" theme={inBoard(boardRef)} className="col-b" id={id} />
    </div>
  );
}

/** Inside a column: a group heading as a line with what stands under it, anything else as a well. */
export function Well({ node, level, boardRef }: NodeProps) {
  const { wrap, head, id, element, over, chosen, lifted, naming } = useThemeRow(node, boardRef);
  const group = node.level === 'group';
  return (
    <div
      {...wrap} ref={element}
      className={`${group ? 'stand' : 'sub'}${over ? ' is-over' : ''}${chosen ? ' is-sel' : ''}${lifted ? ' is-lifted' : ''}`}
    >
      {group
        ? <div {...head} className="stance" aria-level={level} aria-expanded><span><ThemeName node={node} naming={naming} /></span><i /><ThemeMenu node={node} /></div>
        : <div {...head} className="sub-h" aria-level={level} aria-expanded><div className="sub-t"><span><ThemeName node={node} naming={naming} /></span><span className="muted" aria-hidden>{plural(node.theme.codes, 'code')}<Adding id={node.id} /></span></div><ThemeMenu node={node} /></div>}
      <Rows spot={{ themeId: node.id }} nodes={node.children} level={level + 1} form="card" theme={inBoard(boardRef)} id={id} />
    </div>
  );
}

function Adding({ id }: { id: number }) {
  const count = useThemesUi((ui) => (ui.drag?.kind === 'codes' && typeof ui.over?.spot === 'object' && 'themeId' in ui.over.spot && ui.over.spot.themeId === id ? ui.drag.ids.length : 0));
  return count ? <>, adding {count}</> : null;
}

/** The same theme as a line of the list, folding what it holds. */
export function ThemeLine({ node, level, boardRef, first = false, show }: NodeProps & { first?: boolean; show: (node: ThemeNode) => readonly BoardNode[] }) {
  const { counts } = useThemes();
  const { wrap, head, id, element, over, chosen, lifted, naming } = useThemeRow(node, boardRef);
  const closed = useThemesUi((ui) => ui.closed.has(node.id) && ui.find === '');
  const children = show(node);
  const fold = () => setUi({ closed: closed ? new Set([...useThemesUi.getState().closed].filter((id) => id !== node.id)) : new Set([...useThemesUi.getState().closed, node.id]) });
  return (
    <div
      {...wrap} ref={element}
      className={`lnode level-${node.level}${over ? ' is-over' : ''}${chosen ? ' is-sel' : ''}${lifted ? ' is-lifted' : ''}${first ? ' is-first' : ''}`}
    >
      <div {...head} className="lrow" aria-level={level} aria-expanded={!closed}>
        <IconButton size="sm" tabIndex={-1} label={closed ? `Show what “${node.theme.name}” holds` : `Fold “${node.theme.name}”`} icon={closed ? <ChevronRight size={14} /> : <ChevronDown size={14} />} onClick={fold} />
        <span className="clip"><ThemeName node={node} naming={naming} /></span>
        <span className="lv" aria-hidden>{levelName[node.level]}</span>
        <span className="n" aria-hidden>{counts && node.theme.extracts}</span>
        <span className="n" aria-hidden>{counts && node.theme.participants}</span>
        <ThemeMenu node={node} />
      </div>
      {!closed && (
        <Rows spot={{ themeId: node.id }} nodes={children} level={level + 1} form="line" theme={(child, depth) => <ThemeLine node={child} level={depth} boardRef={boardRef} show={show} />} className="lkids" id={id} />
      )}
    </div>
  );
}
