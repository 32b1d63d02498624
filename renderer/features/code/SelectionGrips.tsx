import type { RefObject } from 'react';
import { isStretch, rangeOfSelection, setCodeUi, useCodeUi } from './code-ui.ts';
import { Grips } from './Grips.tsx';

/** Handles at the ends of a selection made by touch, as a phone has them. */
export function SelectionGrips({ article, itemId, text }: { article: RefObject<HTMLElement | null>; itemId: number; text: string }) {
  const selection = useCodeUi((ui) => (ui.touch && !ui.choosing && ui.selection?.itemId === itemId && isStretch(ui.selection) ? ui.selection : null));
  if (!selection) return null;
  const put = ({ start, end }: { start: number; end: number }) => setCodeUi({ selection: { itemId, anchor: start, focus: end } });
  return <Grips article={article} range={rangeOfSelection(selection)} text={text} large onDrag={put} onDrop={() => undefined} />;
}
