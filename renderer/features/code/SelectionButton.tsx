import { useEffect, useState } from 'react';
import { Button } from '../../ui/index.ts';
import { isStretch, rangeOfSelection, setCodeUi, useCodeUi } from './code-ui.ts';
import { rangeOf, textElement } from './dom-range.ts';
import type { CodeData } from './useCodeData.ts';

/** A small button after the selected words, for those who work with the mouse. */
export function SelectionButton({ data }: { data: CodeData }) {
  const selection = useCodeUi((ui) => ui.selection);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new marks move the words
  useEffect(() => {
    const put = () => {
      const root = selection && textElement(selection.itemId);
      const range = root && isStretch(selection) ? rangeOf(root, rangeOfSelection(selection).start, rangeOfSelection(selection).end) : null;
      const last = range?.getClientRects ? [...range.getClientRects()].at(-1) : undefined;
      const reader = document.querySelector('.reader')?.getBoundingClientRect();
      setPlace(last && reader && last.bottom > reader.top && last.bottom < reader.bottom ? { left: Math.min(last.right + 6, reader.right - 80), top: last.bottom + 2 } : null);
    };
    put();
    const reader = document.querySelector('.reader');
    reader?.addEventListener('scroll', put);
    window.addEventListener('resize', put);
    return () => {
      reader?.removeEventListener('scroll', put);
      window.removeEventListener('resize', put);
    };
  }, [selection, data.codings]);
  if (!place || !isStretch(selection)) return null;
  return <Button size="sm" className="sel-btn" style={place} keys={['C']} onMouseDown={(event) => event.preventDefault()} onClick={() => setCodeUi({ choosing: true })}>Code</Button>;
}
