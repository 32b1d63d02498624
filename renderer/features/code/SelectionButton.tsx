import { useEffect, useState } from 'react';
import { Button } from '../../ui/index.ts';
import { MaskButton, useMaskSelection } from '../data/identifiers/MaskSelection.tsx';
import { isStretch, rangeOfSelection, setCodeUi, useCodeUi } from './code-ui.ts';
import { isRightToLeft, rangeOf, textElement } from './dom-range.ts';
import type { CodeData } from './useCodeData.ts';

/** A small button after the selected words, for those who work with the mouse. */
export function SelectionButton({ data }: { data: CodeData }) {
  const selection = useCodeUi((ui) => ui.selection);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new marks move the words
  useEffect(() => {
    const put = () => {
      const root = selection && textElement(selection.itemId);
      const reader = root?.closest('.reader')?.getBoundingClientRect();
      const range = root && isStretch(selection) ? rangeOf(root, rangeOfSelection(selection).start, rangeOfSelection(selection).end) : null;
      const last = range?.getClientRects ? [...range.getClientRects()].at(-1) : undefined;
      setPlace(last && reader && last.bottom > reader.top && last.bottom < reader.bottom ? { left: isRightToLeft(selection?.itemId) ? Math.max(last.left - 116, reader.left + 6) : Math.min(last.right + 6, reader.right - 116), top: last.bottom + 2 } : null);
    };
    put();
    const reader = selection ? textElement(selection.itemId)?.closest('.reader') : null;
    reader?.addEventListener('scroll', put);
    window.addEventListener('resize', put);
    return () => {
      reader?.removeEventListener('scroll', put);
      window.removeEventListener('resize', put);
    };
  }, [selection, data.codings]);
  const mask = useMaskSelection(selection, selection ? data.answerOf.get(selection.itemId) : undefined);
  if (!place || !isStretch(selection)) return null;
  return (
    <div className="sel-bar" style={place}>
      <Button size="sm" className="sel-btn" keys={['C']} onMouseDown={(event) => event.preventDefault()} onClick={() => setCodeUi({ choosing: true })}>Code</Button>
      {mask && <MaskButton ask={mask} />}
    </div>
  );
}
