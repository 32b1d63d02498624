import type { RefObject } from 'react';
import { Button, Empty } from '../../ui/index.ts';
import { type Board, isSpread } from './board-model.ts';
import { useThemes } from './context.ts';
import { DraftNode } from './DraftNode.tsx';
import { useDropPlace } from './drag.ts';
import { ThemesPicture } from './pictures.tsx';
import { Column, Span } from './ThemeNodes.tsx';
import { AroundTrays, TrayBox } from './Trays.tsx';
import { Tree, type TreeProps } from './Tree.tsx';
import { meantCodes, nothingChosen, setUi, useThemesUi } from './ui-state.ts';

/** Trays at the left, then one column a theme. Only rows are inside the tree; what else there is lies beside it on the same grid. */
export function BoardView({ boardRef, ...tree }: TreeProps & { boardRef: RefObject<Board> }) {
  const { board } = useThemes();
  const strip = useDropPlace<HTMLDivElement>('top', boardRef, { axis: 'x' });
  const draft = useThemesUi((ui) => (ui.draft && ui.draft.parentId === null ? ui.draft : null));
  const atEnd = useThemesUi((ui) => ui.drag?.kind === 'theme' && ui.over?.spot === 'top' && ui.over.before === undefined);
  const dragging = useThemesUi((ui) => ui.drag?.kind === 'codes');
  return (
    <div className="bd-main">
      <AroundTrays />
      <Tree {...tree} className="bd-tree">
        <div className="trays" data-column role="none">
          <TrayBox tray="unplaced" boardRef={boardRef} first form="tray" />
          <TrayBox tray="miscellaneous" boardRef={boardRef} form="tray" />
        </div>
        <div ref={strip} className="cols" data-rows role="none" onClick={() => setUi({ chosen: nothingChosen })}>
          {board.roots.map((node) => (isSpread(node) ? <Span key={node.id} node={node} boardRef={boardRef} /> : <Column key={node.id} node={node} boardRef={boardRef} />))}
          {draft && <div className="col draft-col" role="none"><DraftNode draft={draft} /></div>}
          {atEnd && <div className="col-slot" aria-hidden />}
        </div>
      </Tree>
      {board.roots.length === 0 && !draft && (
        <div className="cols-empty">
          <Empty title="Themes are made from codes" picture={<ThemesPicture />} action={<Button variant="primary" keys={['T']} onClick={() => setUi({ draft: { kind: 'theme', parentId: null, codeIds: meantCodes() } })}>New theme</Button>}>
            Bring codes together when they say something shared, not just when they mention the same topic. A theme can hold answers that disagree.
          </Empty>
        </div>
      )}
      {dragging && <DropForNew boardRef={boardRef} />}
    </div>
  );
}

/** Shown while codes are dragged: the place that makes a theme of them. */
function DropForNew({ boardRef }: { boardRef: RefObject<Board> }) {
  const place = useDropPlace<HTMLDivElement>('top', boardRef);
  const over = useThemesUi((ui) => ui.over?.spot === 'top');
  return <div ref={place} className={`drop-new${over ? ' is-over' : ''}`} aria-hidden>Drop here to make a theme</div>;
}
