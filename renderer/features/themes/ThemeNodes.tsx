import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, type RefObject } from 'react';
import { IconButton } from '../../ui/index.ts';
import { type Board, type BoardNode, levelName, peopleLine, plural, type ThemeNode } from './board-model.ts';
import { useThemes } from './context.ts';
import { useDragSource, useDropPlace } from './drag.ts';
import { NameInput } from './NameInput.tsx';
import { Rows } from './Rows.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import { setUi, useThemesUi } from './ui-state.ts';
import { useRow } from './useRow.ts';

const labelOf = (node: ThemeNode) =>
  `${levelName[node.level]} ${node.theme.name}, ${plural(node.theme.codes, 'code')}, ${node.theme.participants === 1 ? '1 person' : `${node.theme.participants} people`}`;

/** One element that is row, thing to drag and place to drop at once. */
function useThemeRow(node: ThemeNode, boardRef: RefObject<Board>) {
  const source = useDragSource<HTMLElement>({ kind: 'theme', id: node.id });
  const place = useDropPlace<HTMLElement>({ themeId: node.id }, boardRef);
  const over = useThemesUi((ui) => typeof ui.over?.spot === 'object' && 'themeId' in ui.over.spot && ui.over.spot.themeId === node.id);
  const parts = useRow({ kind: 'theme', id: node.id });
  const element = (at: HTMLElement | null) => {
    source.current = at;
    place.current = at;
  };
  return { ...parts, element, over };
}

function ThemeName({ node, naming }: { node: ThemeNode; naming: boolean }) {
  const { actions } = useThemes();
  const ref = { kind: 'theme', id: node.id } as const;
  return naming
    ? <NameInput label="Name of the theme" value={node.theme.name} onDone={(name) => void actions.rename(ref, name)} onCancel={() => setUi({ naming: null })} />
    : <>{node.theme.name}</>;
}

interface NodeProps { node: ThemeNode; level: number; boardRef: RefObject<Board> }
const inBoard = (boardRef: RefObject<Board>) => (node: ThemeNode, level: number): ReactNode => <Well key={node.id} node={node} level={level} boardRef={boardRef} />;

/** A top-level theme as a column. */
export function Column({ node, boardRef, first }: { node: ThemeNode; boardRef: RefObject<Board>; first: boolean }) {
  const { row, element, over, chosen, lifted, naming } = useThemeRow(node, boardRef);
  const header = useDropPlace<HTMLElement>('top', boardRef, { axis: 'x', header: true });
  const beside = useThemesUi((ui) => ui.over?.spot === 'top' && ui.over.before?.id === node.id && ui.drag?.kind === 'theme');
  return (
    <section
      {...row} ref={element} data-column aria-level={1} aria-expanded aria-label={labelOf(node)}
      className={`col level-${node.level}${over ? ' is-over' : ''}${chosen ? ' is-sel' : ''}${lifted ? ' is-lifted' : ''}${beside ? ' is-beside' : ''}${first ? ' is-first' : ''}`}
    >
      <header className="col-h" data-handle ref={header}>
        <h2><ThemeName node={node} naming={naming} /></h2>
        <ThemeMenu node={node} />
        <p>{node.level === 'theme' ? '' : `${levelName[node.level]}. `}{peopleLine(node.theme.codes, node.theme.participants)}</p>
      </header>
      <Rows spot={{ themeId: node.id }} nodes={node.children} level={2} form="card" theme={inBoard(boardRef)} className="col-b" />
    </section>
  );
}

/** Inside a column: a group heading as a line with what stands under it, anything else as a well. */
export function Well({ node, level, boardRef }: NodeProps) {
  const { row, element, over, chosen, lifted, naming } = useThemeRow(node, boardRef);
  const group = node.level === 'group';
  return (
    <section
      {...row} ref={element} aria-level={level} aria-expanded aria-label={labelOf(node)}
      className={`${group ? 'stand' : 'sub'}${over ? ' is-over' : ''}${chosen ? ' is-sel' : ''}${lifted ? ' is-lifted' : ''}`}
    >
      {group
        ? <h3 className="stance" data-handle><span><ThemeName node={node} naming={naming} /></span><i /><ThemeMenu node={node} /></h3>
        : <h3 className="sub-h" data-handle><span><ThemeName node={node} naming={naming} /></span><span className="muted">{plural(node.theme.codes, 'code')}<Adding id={node.id} /></span><ThemeMenu node={node} /></h3>}
      <Rows spot={{ themeId: node.id }} nodes={node.children} level={level + 1} form="card" theme={inBoard(boardRef)} />
    </section>
  );
}

function Adding({ id }: { id: number }) {
  const count = useThemesUi((ui) => (ui.drag?.kind === 'codes' && typeof ui.over?.spot === 'object' && 'themeId' in ui.over.spot && ui.over.spot.themeId === id ? ui.drag.ids.length : 0));
  return count ? <>, adding {count}</> : null;
}

/** The same theme as a line of the list, folding what it holds. */
export function ThemeLine({ node, level, boardRef, first = false, show }: NodeProps & { first?: boolean; show: (node: ThemeNode) => readonly BoardNode[] }) {
  const { row, element, over, chosen, lifted, naming } = useThemeRow(node, boardRef);
  const closed = useThemesUi((ui) => ui.closed.has(node.id) && ui.find === '');
  const children = show(node);
  const fold = () => setUi({ closed: closed ? new Set([...useThemesUi.getState().closed].filter((id) => id !== node.id)) : new Set([...useThemesUi.getState().closed, node.id]) });
  return (
    <section
      {...row} ref={element} aria-level={level} aria-expanded={!closed} aria-label={labelOf(node)}
      className={`lnode level-${node.level}${over ? ' is-over' : ''}${chosen ? ' is-sel' : ''}${lifted ? ' is-lifted' : ''}${first ? ' is-first' : ''}`}
    >
      <div className="lrow" data-handle>
        <IconButton size="sm" tabIndex={-1} label={closed ? `Show what “${node.theme.name}” holds` : `Fold “${node.theme.name}”`} icon={closed ? <ChevronRight size={14} /> : <ChevronDown size={14} />} onClick={fold} />
        <span />
        <span className="clip"><ThemeName node={node} naming={naming} /></span>
        <span className="lv">{levelName[node.level]}</span>
        <span className="n">{node.theme.extracts}</span>
        <span className="n">{node.theme.participants}</span>
        <ThemeMenu node={node} />
      </div>
      {!closed && (
        <Rows spot={{ themeId: node.id }} nodes={children} level={level + 1} form="line" theme={(child, depth) => <ThemeLine node={child} level={depth} boardRef={boardRef} show={show} />} className="lkids" />
      )}
    </section>
  );
}
