import type { RefObject } from 'react';
import type { TextRange } from '../../../shared/domain/text-range.ts';
import { useCodeUi } from './code-ui.ts';
import { Grips } from './Grips.tsx';
import type { Mark } from './marks.ts';
import { paint } from './paint.ts';

interface Props { article: RefObject<HTMLElement | null>; mark: Mark; text: string; onReach: (codingId: number, range: TextRange) => void }

/** The two ends of the extract in focus, to be dragged: the new boundaries are painted until they are let go. */
export function ExtractEnds({ article, mark, text, onReach }: Props) {
  const touch = useCodeUi((ui) => ui.touch);
  const show = (range: TextRange | null) => {
    const root = article.current?.querySelector<HTMLElement>('.data');
    if (root) paint(root, 'reaching', range);
  };
  const drop = (range: TextRange | null) => {
    show(null);
    if (range && (range.start !== mark.start || range.end !== mark.end)) onReach(mark.codingId, range);
  };
  return <Grips article={article} range={mark} text={text} ink={mark.ink} large={touch} onDrag={show} onDrop={drop} />;
}
