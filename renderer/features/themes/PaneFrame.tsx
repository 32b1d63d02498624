import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/index.ts';
import { setUi } from './ui-state.ts';

/** Head and body that all drawers share. */
export function PaneFrame({ title, label, tools, children }: { title: ReactNode; label: string; tools?: ReactNode; children: ReactNode }) {
  return (
    <aside className="bd-pane" aria-label={label}>
      <header className="pane-h">{title}<span className="push" />{tools}<IconButton size="sm" label="Close" keys={['Esc']} icon={<X size={15} />} onClick={() => setUi({ pane: null })} /></header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <div className="bd-pane-b" tabIndex={0} role="region" aria-label={label}>{children}</div>
    </aside>
  );
}
