import { Fragment, type ReactNode } from 'react';
import { type BoardNode, type Spot, refKey, sameSpot } from './board-model.ts';
import { CodeCard } from './CodeCard.tsx';
import { DraftNode } from './DraftNode.tsx';
import { useThemesUi } from './ui-state.ts';

interface Props { spot: Spot; nodes: readonly BoardNode[]; level: number; form: 'card' | 'tray' | 'line'; theme: (node: Extract<BoardNode, { kind: 'theme' }>, level: number) => ReactNode; className?: string; draftless?: boolean; /** For the row that owns it. */ id?: string }

/** What a place holds, in order, with the dashed slot where a drop would go and the theme that is being named at the end. */
export function Rows({ spot, nodes, level, form, theme, className, draftless = false, id }: Props) {
  const slot = useThemesUi((ui) => (ui.over && sameSpot(ui.over.spot, spot) ? (ui.over.before ? refKey(ui.over.before) : 'end') : null));
  const draft = useThemesUi((ui) => (!draftless && typeof spot === 'object' && 'themeId' in spot && ui.draft?.parentId === spot.themeId ? ui.draft : null));
  return (
    <div role="group" data-rows className={className} id={id}>
      {nodes.map((node) => (
        <Fragment key={refKey(node)}>
          {slot === refKey(node) && <div className="slot" aria-hidden />}
          {node.kind === 'code' ? <CodeCard code={node.code} level={level} form={form} /> : theme(node, level)}
        </Fragment>
      ))}
      {slot === 'end' && <div className="slot" aria-hidden />}
      {draft && <DraftNode draft={draft} />}
    </div>
  );
}
