import type { RefObject } from 'react';
import { Button, Empty } from '../../ui/index.ts';
import type { Board } from './board-model.ts';
import { useThemes } from './context.ts';
import { DraftNode } from './DraftNode.tsx';
import { useDropPlace } from './drag.ts';
import { ThemesPicture } from './pictures.tsx';
import { Column } from './ThemeNodes.tsx';
import { Trays } from './Trays.tsx';
import { meantCodes, nothingChosen, setUi, useThemesUi } from './ui-state.ts';

/** Trays at the left, then one column a top-level node. */
export function BoardView({ boardRef }: { boardRef: RefObject<Board> }) {
  const { board } = useThemes();
  const strip = useDropPlace<HTMLDivElement>('top', boardRef, { axis: 'x' });
  const draft = useThemesUi((ui) => (ui.draft && ui.draft.parentId === null ? ui.draft : null));
  const newHere = useThemesUi((ui) => ui.drag?.kind === 'codes' && ui.over?.spot === 'top');
  const atEnd = useThemesUi((ui) => ui.drag?.kind === 'theme' && ui.over?.spot === 'top' && ui.over.before === undefined);
  const dragging = useThemesUi((ui) => ui.drag?.kind === 'codes');
  return (
    <>
      <Trays boardRef={boardRef} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a press beside everything lets go of the selection; Escape does the same */}
      <div ref={strip} className="cols" data-rows role="none" onClick={() => setUi({ chosen: nothingChosen })}>
        {board.roots.map((node, index) => <Column key={node.id} node={node} boardRef={boardRef} first={index === 0} />)}
        {draft && <div className="col draft-col"><DraftNode draft={draft} /></div>}
        {dragging && board.roots.length > 0 && <div className={`col new-here${newHere ? ' is-over' : ''}`} aria-hidden><div className="slot" /><p>Drop here to make a theme</p></div>}
        {atEnd && <div className="col-slot" aria-hidden />}
        {board.roots.length === 0 && !draft && (
          <div className="cols-empty" role="none">
            <Empty title="Themes are made from codes" picture={<ThemesPicture />} action={<Button variant="primary" keys={['T']} onClick={() => setUi({ draft: { kind: 'theme', parentId: null, codeIds: meantCodes() } })}>New theme</Button>}>
              Bring codes together when they say something shared, not just when they mention the same topic. A theme can hold answers that disagree.
            </Empty>
          </div>
        )}
      </div>
    </>
  );
}
