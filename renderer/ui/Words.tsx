import type { ReactNode } from 'react';
import type { Mask } from '../../shared/domain/masks.ts';

/**
 * A stretch of an answer from an offset on, with labels where words were masked. What overwrote the words stays in the
 * document at no size, so that places in the text can be told from the text nodes as everywhere; the label is drawn by the
 * style sheet and read out by its name. A stretch that begins inside a mask begins with “…”.
 */
export function Words({ text, start = 0, masks }: { text: string; start?: number; masks?: readonly Mask[] | undefined }): ReactNode {
  const end = start + text.length;
  const own = masks?.filter((mask) => mask.start < end && mask.end > start) ?? [];
  if (own.length === 0) return text;
  const parts: ReactNode[] = [];
  let at = start;
  for (const mask of own) {
    const from = Math.max(mask.start, start);
    const to = Math.min(mask.end, end);
    if (from > at) parts.push(text.slice(at - start, from - start));
    const begun = mask.start < start;
    parts.push(
      <span key={mask.start} className="veil" role="img" aria-label={begun ? 'masked, continued' : `masked: ${mask.label.slice(1, -1)}`} data-label={begun ? '…' : mask.label}>
        <span>{text.slice(from - start, to - start)}</span>
      </span>,
    );
    at = to;
  }
  if (at < end) parts.push(text.slice(at - start));
  return parts;
}
