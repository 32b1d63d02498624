import { FileText, GitMerge, Layers, MessageSquareText, X } from 'lucide-react';
import { Dot } from '../../ui/index.ts';
import type { NamedLink } from './links.ts';

const icons = { question: MessageSquareText, theme: Layers, merge: GitMerge, analysis: FileText, code: FileText, extract: FileText };

/** The sign before the name of a link: the code's dot, otherwise a small picture of its kind. */
export function LinkMark({ kind, ink }: { kind: keyof typeof icons; ink: number | null }) {
  const Icon = icons[kind];
  return ink === null ? <Icon size={13} aria-hidden /> : <Dot ink={ink} />;
}

/** A link while an entry is being written; it can be taken out again. */
export function LinkChip({ named, onRemove }: { named: NamedLink; onRemove: () => void }) {
  const { link, name, ink } = named;
  return (
    <span className={`chip line link-chip ${link.kind === 'extract' ? 'is-extract' : ''}`}>
      {link.kind !== 'extract' && <LinkMark kind={link.kind} ink={ink} />}
      <span className={`clip ${link.kind === 'extract' ? 'sample' : ''}`}>{link.kind === 'extract' ? `“${name}”` : name}</span>
      <button type="button" aria-label={`Take out the link to ${name}`} onClick={onRemove}>
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}
