import type { AnalysisWithCounts } from '../../../shared/contract/theme.ts';
import { useThemes } from '../themes/context.ts';
import { setUi, useThemesUi } from '../themes/ui-state.ts';
import { MergeAnalyses } from './MergeAnalyses.tsx';
import { MergeCodes } from './MergeCodes.tsx';
import { MergeThemes } from './MergeThemes.tsx';
import './merge.css';

/** The one dialog of the screen: codes into one code, themes into one theme, or whole analyses into one. */
export function MergeDialog({ analyses }: { analyses: readonly AnalysisWithCounts[] }) {
  const merging = useThemesUi((ui) => ui.merging);
  const { board } = useThemes();
  const close = () => setUi({ merging: null });
  if (!merging) return null;
  if (merging.kind === 'analysis') return <MergeAnalyses analyses={analyses} first={merging.ids} onClose={close} />;
  if (merging.kind === 'code') return <MergeCodes ids={merging.ids.filter((id) => board.codes.has(id))} onClose={close} />;
  return <MergeThemes ids={merging.ids.filter((id) => board.themes.has(id))} onClose={close} />;
}
