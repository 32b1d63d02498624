import { AwayPane } from './AwayPane.tsx';
import { useThemes } from './context.ts';
import { ExtractsPane } from './ExtractsPane.tsx';
import { MergesPane } from './MergesPane.tsx';
import { ThemePane } from './ThemePane.tsx';
import { useThemesUi } from './ui-state.ts';

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
