import { useEffect } from 'react';
import type { DiaryLinkInput } from '../../../shared/contract/record.ts';
import { setOnScreen } from '../../state/onScreen.ts';
import { useThemesUi } from './ui-state.ts';

/** A diary note written now is about the chosen codes, what stands open, or the row in focus; otherwise the analysis. */
export function useOnScreenLinks(analysisId: number): void {
  const key = useThemesUi((ui) => {
    const links: DiaryLinkInput[] =
      ui.chosen.ids.length > 0 ? ui.chosen.ids.slice(0, 20).map((id) => ({ kind: ui.chosen.kind, id }))
      : ui.pane?.kind === 'theme' ? [{ kind: 'theme', id: ui.pane.id }]
      : ui.pane?.kind === 'extracts' ? [{ kind: 'code', id: ui.pane.codeId }]
      : ui.focus && ui.focus.kind !== 'tray' ? [{ kind: ui.focus.kind, id: ui.focus.id }]
      : [{ kind: 'analysis', id: analysisId }];
    return JSON.stringify(links);
  });
  useEffect(() => setOnScreen({ context: 'Building themes', links: JSON.parse(key) as DiaryLinkInput[] }), [key]);
}
