import { useEffect, useMemo, useRef, useState } from 'react';
import type { AnalysisWithCounts } from '../../../shared/contract/theme.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useCounts } from '../../state/counts.ts';
import { usePlace } from '../../state/place.ts';
import { useCommands } from '../../ui/commands.ts';
import { useHints } from '../../ui/hints.ts';
import { Button, Empty } from '../../ui/index.ts';
import { MergeDialog } from '../merge/MergeDialog.tsx';
import { Asking } from './Asking.tsx';
import { Bar, type BarOpen } from './Bar.tsx';
import { BoardView } from './Board.tsx';
import { buildBoard } from './board-model.ts';
import { ThemesProvider } from './context.ts';
import { useDragMonitor } from './drag.ts';
import { KeepFocus, Said } from './KeepFocus.tsx';
import { ListView } from './ListView.tsx';
import { Pane } from './Pane.tsx';
import { CodesPicture } from './pictures.tsx';
import { sampleOf } from './samples.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { resetUi, setUi, useThemesUi } from './ui-state.ts';
import { useThemeActions } from './useThemeActions.ts';
import { useTreeKeys } from './useTreeKeys.ts';
import './themes.css';

/** Extracts of a code among which one for its card is found. */
const enough = 12;

/** Build themes: codes become themes, on a board or in a list. */
export function ThemesScreen() {
  const analyses = useQuery('analysis.list', {}).data?.filter((analysis) => analysis.status === 'active');
  const wanted = usePlace((place) => place.analysisId);
  if (!analyses) return null;
  const analysis = analyses.find((each) => each.id === wanted) ?? analyses[0];
  return analysis ? <Analysis key={analysis.id} analysis={analysis} analyses={analyses} /> : <NoCodes />;
}

function NoCodes() {
  return (
    <div className="bd-none">
      <Empty title="No codes yet" picture={<CodesPicture />} action={<Button variant="primary" onClick={() => usePlace.getState().go({ screen: 'code' })}>Go to Code</Button>}>
        Themes are made from codes, and codes are made while reading answers. A code is a short name for what is going on in some words.
      </Empty>
    </div>
  );
}

function Analysis({ analysis, analyses }: { analysis: AnalysisWithCounts; analyses: readonly AnalysisWithCounts[] }) {
  const themes = useQuery('theme.list', { analysisId: analysis.id }).data;
  const codes = useQuery('code.list', { analysisId: analysis.id }).data;
  useEffect(() => resetUi, []);
  const board = useMemo(() => (themes && codes ? buildBoard(analysis.id, themes, codes) : null), [analysis.id, themes, codes]);
  if (!board) return null;
  if (board.active === 0 && board.roots.length === 0 && board.awayCodes.length === 0 && analyses.length === 1) return <NoCodes />;
  return <Workbench analysis={analysis} analyses={analyses} board={board} />;
}

type WorkbenchProps = { analysis: AnalysisWithCounts; analyses: readonly AnalysisWithCounts[]; board: ReturnType<typeof buildBoard> };

function Workbench({ analysis, analyses, board }: WorkbenchProps) {
  const view = useThemesUi((ui) => ui.view);
  const wantsSamples = useThemesUi((ui) => ui.samples && ui.view === 'board');
  const hasPane = useThemesUi((ui) => ui.pane !== null);
  const dragging = useThemesUi((ui) => ui.drag !== null);
  const [open, setOpen] = useState<BarOpen>({ keep: false, task: null });
  const tree = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  const boardRef = useRef(board);
  boardRef.current = board;

  const actions = useThemeActions(analysis.id, board);
  const handlers = useTreeKeys(tree, inside, board, actions);
  useDragMonitor(boardRef, (cargo, gap) => {
    if (cargo.kind === 'codes' && gap.spot === 'top') setUi({ draft: { kind: 'theme', parentId: null, codeIds: cargo.ids } });
    else void actions.move(cargo, gap);
  });

  const placed = useMemo(() => [...board.codes.values()].filter((code) => code.themeId !== null && code.extracts > 0).map((code) => code.id).sort((a, b) => a - b), [board]);
  const extracts = useQuery('coding.extracts', wantsSamples && placed.length > 0 ? { codeIds: placed, perCode: enough } : null, { keep: true }).data;
  const samples = useMemo(() => (wantsSamples && extracts ? sampleOf(extracts) : new Map<number, string>()), [wantsSamples, extracts]);
  const counts = useCounts();
  const context = useMemo(() => ({ analysis, board, actions, samples, counts: counts.shown }), [analysis, board, actions, samples, counts.shown]);

  useHints([
    { keys: ['Arrows'], text: 'Move between codes' }, { keys: ['X'], text: 'Select' }, { keys: ['M'], text: 'Merge' }, { keys: ['V'], text: 'Move to a theme' }, { keys: ['T'], text: 'Make a theme' },
    { keys: ['S'], text: 'Group heading' }, { keys: ['Enter'], text: 'Read the extracts' },
    { keys: ['Alt', 'Arrows'], text: 'Move the code or theme', bar: false }, { keys: ['Shift', 'Arrows'], text: 'Select more', bar: false }, { keys: ['N'], text: 'New empty theme', bar: false },
    { keys: ['F2'], text: 'Rename', bar: false }, { keys: ['Delete'], text: 'Set a code aside, dissolve a theme', bar: false }, { keys: ['Ctrl', 'A'], text: 'Select the column', bar: false },
  ], 'Build themes');
  useCommands([
    { id: 'themes.new', label: 'New theme', keys: ['N'], run: () => setUi({ draft: { kind: 'theme', parentId: null, codeIds: [] } }) },
    { id: 'themes.keep', label: 'Keep this moment (milestone)', run: () => setOpen({ keep: true, task: null }) },
    { id: 'themes.view', label: view === 'board' ? 'Show themes as a list' : 'Show themes as a board', run: () => setUi({ view: view === 'board' ? 'list' : 'board' }) },
    { id: 'themes.samples', label: 'Show or hide sample extracts', run: () => setUi({ samples: !useThemesUi.getState().samples }) },
    { id: 'themes.counts', label: counts.shown ? 'Hide counts beside codes and themes' : 'Show counts beside codes and themes', run: counts.toggle },
    { id: 'themes.merges', label: 'Merges and their reasons', run: () => setUi({ pane: { kind: 'merges' } }) },
    { id: 'themes.away', label: 'Codes set aside and merged', run: () => setUi({ pane: { kind: 'away' } }) },
    { id: 'themes.analysis', label: 'New analysis', run: () => setOpen({ keep: false, task: 'new' }) },
    ...(analyses.length > 1 ? [{ id: 'themes.mergeAnalyses', label: 'Merge analyses', run: () => setUi({ merging: { kind: 'analysis' as const, ids: [analysis.id] } }) }] : []),
  ]);

  return (
    <ThemesProvider value={context}>
      <div className={`bd${hasPane ? ' has-pane' : ''}${dragging ? ' is-dragging' : ''}`}>
        <Bar analyses={analyses} open={open} setOpen={setOpen} />
        {view === 'board' ? <BoardView boardRef={boardRef} tree={tree} {...handlers} /> : <ListView boardRef={boardRef} tree={tree} {...handlers} />}
        <Pane />
        <SelectionBar />
        <Asking tree={tree} />
        <MergeDialog analyses={analyses} />
        <KeepFocus tree={tree} inside={inside} />
        <Said />
      </div>
    </ThemesProvider>
  );
}
