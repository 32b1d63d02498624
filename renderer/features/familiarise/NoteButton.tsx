import { useEffect, useState } from 'react';
import type { Answer } from '../../../shared/contract/survey.ts';
import { Button } from '../../ui/index.ts';
import { isStretch, rangeOfSelection, useCodeUi } from '../code/code-ui.ts';
import { isRightToLeft, rangeOf, textElement } from '../code/dom-range.ts';
import { MaskButton, useMaskSelection } from '../data/identifiers/MaskSelection.tsx';
import { setFamiliariseUi, useFamiliariseUi } from './familiarise-ui.ts';

/** A small button after the selected words, for those who work with the mouse. */
export function NoteButton({ answerOf }: { answerOf: ReadonlyMap<number, Answer> }) {
  const selection = useCodeUi((ui) => ui.selection);
  const writing = useFamiliariseUi((ui) => ui.writing !== null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useEffect(() => {
    const reader = document.querySelector('.reader');
    const put = () => {
      const root = selection && textElement(selection.itemId);
      const range = root && isStretch(selection) ? rangeOf(root, rangeOfSelection(selection).start, rangeOfSelection(selection).end) : null;
      const last = range?.getClientRects ? [...range.getClientRects()].at(-1) : undefined;
      const view = reader?.getBoundingClientRect();
      setPlace(last && view && last.bottom > view.top && last.bottom < view.bottom ? { left: isRightToLeft(selection?.itemId) ? Math.max(last.left - 206, view.left + 6) : Math.min(last.right + 6, view.right - 206), top: last.bottom + 2 } : null);
    };
    put();
    reader?.addEventListener('scroll', put);
    window.addEventListener('resize', put);
    return () => {
      reader?.removeEventListener('scroll', put);
      window.removeEventListener('resize', put);
    };
  }, [selection]);
  const mask = useMaskSelection(selection, selection ? answerOf.get(selection.itemId) : undefined);
  if (!place || !isStretch(selection) || writing) return null;
  const write = () => setFamiliariseUi({ notes: true, writing: { itemId: selection.itemId, ...rangeOfSelection(selection), noticingId: null } });
  return (
    <div className="sel-bar" style={place}>
      <Button size="sm" className="sel-btn" keys={['M']} onMouseDown={(event) => event.preventDefault()} onClick={write}>Note in the margin</Button>
      {mask && <MaskButton ask={mask} />}
    </div>
  );
}
