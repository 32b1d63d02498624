import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/index.ts';
import { AwayPane } from './AwayPane.tsx';
import { useThemes } from './context.ts';
import { ExtractsPane } from './ExtractsPane.tsx';
import { MergesPane } from './MergesPane.tsx';
import { ThemePane } from './ThemePane.tsx';
import { setUi, useThemesUi } from './ui-state.ts';

/** The drawer at the right: a theme, the extracts of a code, the merges, or what is out of the structure. */
export function Pane() {
  const pane = useThemesUi((ui) => ui.pane);
  const { board } = useThemes();
  if (!pane) return null;
  if (pane.kind === 'theme') {
    const node = board.nodes.get(pane.id);
    return node ? <ThemePane key={node.id} node={node} /> : null;
  }
  if (pane.kind === 'extracts') {
    const code = board.codes.get(pane.codeId);
    return code ? <ExtractsPane key={code.id} code={code} /> : null;
  }
  return pane.kind === 'merges' ? <MergesPane /> : <AwayPane />;
}

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
