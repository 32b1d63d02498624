import { Fragment, type RefObject, useMemo } from 'react';
import { SearchBox } from '../../ui/index.ts';
import { type Board, type BoardNode, refKey, type ThemeNode } from './board-model.ts';
import { useThemes } from './context.ts';
import { DraftNode } from './DraftNode.tsx';
import { useDropPlace } from './drag.ts';
import { ThemeLine } from './ThemeNodes.tsx';
import { matches, TrayBox } from './Trays.tsx';
import { Tree, type TreeProps } from './Tree.tsx';
import { setUi, useThemesUi } from './ui-state.ts';

/** The same tree as lines with their counts; the same keys, the same dragging. */
export function ListView({ boardRef, ...tree }: TreeProps & { boardRef: RefObject<Board> }) {
  const { board, counts } = useThemes();
  const find = useThemesUi((ui) => ui.find);
  const draft = useThemesUi((ui) => (ui.draft && ui.draft.parentId === null ? ui.draft : null));
  const slot = useThemesUi((ui) => (ui.over?.spot === 'top' && ui.drag?.kind === 'theme' ? (ui.over.before ? refKey({ kind: 'theme', id: ui.over.before.id }) : 'end') : null));
  const top = useDropPlace<HTMLDivElement>('top', boardRef);
  const show = useMemo(() => {
    if (find === '') return (node: ThemeNode): readonly BoardNode[] => node.children;
    const kept = (node: BoardNode): boolean => matches(node.kind === 'code' ? node.code.name : node.theme.name, find) || (node.kind === 'theme' && node.children.some(kept));
    return (node: ThemeNode): readonly BoardNode[] => node.children.filter(kept);
  }, [find]);
  const roots = find === '' ? board.roots : board.roots.filter((root) => matches(root.theme.name, find) || show(root).length > 0);
  return (
    <div className="bd-list">
      <div className="lhead">
        <SearchBox label="Find a code or theme" value={find} onChange={(text) => setUi({ find: text })} />
        <span className="lv" aria-hidden>Level</span><span className="n" aria-hidden>{counts && 'Extracts'}</span><span className="n" aria-hidden>{counts && 'People'}</span>
      </div>
      <Tree {...tree} className="list">
        <div data-column role="none">
          <div ref={top} data-rows role="none" className="lroots">
            {roots.map((node, index) => (
              <Fragment key={node.id}>
                {slot === refKey({ kind: 'theme', id: node.id }) && <div className="slot" aria-hidden />}
                <ThemeLine node={node} level={1} boardRef={boardRef} first={index === 0} show={show} />
              </Fragment>
            ))}
            {slot === 'end' && <div className="slot" aria-hidden />}
            {draft && <DraftNode draft={draft} />}
          </div>
          <TrayBox tray="unplaced" boardRef={boardRef} first={roots.length === 0} form="line" />
          <TrayBox tray="miscellaneous" boardRef={boardRef} form="line" />
        </div>
      </Tree>
    </div>
  );
}
