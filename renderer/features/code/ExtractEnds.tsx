import type { RefObject } from 'react';
import type { TextRange } from '../../../shared/domain/text-range.ts';
import { useCodeUi } from './code-ui.ts';
import { rangeOf } from './dom-range.ts';
import { Grips } from './Grips.tsx';
import type { Mark } from './marks.ts';

interface Props { article: RefObject<HTMLElement | null>; mark: Mark; text: string; onReach: (codingId: number, range: TextRange) => void }

/** The two ends of the extract in focus, to be dragged: the new boundaries are painted until they are let go. */
export function ExtractEnds({ article, mark, text, onReach }: Props) {
  const touch = useCodeUi((ui) => ui.touch);
  const paint = ({ start, end }: TextRange) => {
    const root = article.current?.querySelector('.data');
    const shown = root && rangeOf(root, start, end);
    if (shown && typeof CSS !== 'undefined' && 'highlights' in CSS) CSS.highlights.set('reaching', new Highlight(shown));
  };
  const drop = (range: TextRange | null) => {
    if (typeof CSS !== 'undefined' && 'highlights' in CSS) CSS.highlights.delete('reaching');
    if (range && (range.start !== mark.start || range.end !== mark.end)) onReach(mark.codingId, range);
  };
  return <Grips article={article} range={mark} text={text} ink={mark.ink} large={touch} onDrag={paint} onDrop={drop} />;
}
