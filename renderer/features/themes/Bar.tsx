import { AlignLeft, Bookmark, ChevronDown, Columns3, Hash, ListTree, MoreHorizontal, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { AnalysisWithCounts } from '../../../shared/contract/theme.ts';
import { useCounts } from '../../state/counts.ts';
import { usePlace } from '../../state/place.ts';
import { Button, IconButton, Menu, Popover, Segmented } from '../../ui/index.ts';
import { AnalysisForm, type AnalysisTask } from './AnalysisForm.tsx';
import { plural } from './board-model.ts';
import { useThemes } from './context.ts';
import { Milestones } from './Milestones.tsx';
import { later } from './ThemeMenu.tsx';
import { setUi, useThemesUi } from './ui-state.ts';

export interface BarOpen { keep: boolean; task: AnalysisTask | null }

/** The head of the screen: which analysis, how far, how to look at it, and what keeps or starts something. */
export function Bar({ analyses, open, setOpen }: { analyses: readonly AnalysisWithCounts[]; open: BarOpen; setOpen: (open: BarOpen) => void }) {
  const { analysis, board } = useThemes();
  const view = useThemesUi((ui) => ui.view);
  const samples = useThemesUi((ui) => ui.samples);
  const counts = useCounts();
  const more = useRef<HTMLButtonElement>(null);
  const anchor = useRef({ getBoundingClientRect: () => more.current?.getBoundingClientRect() ?? new DOMRect() });
  const [menu, setMenu] = useState(false);
  const begin = (task: AnalysisTask) => later(() => setOpen({ keep: false, task }));
  return (
    <div className="bd-bar">
      {analyses.length === 1 ? <h1>Candidate themes</h1> : (
        <h1 className="which">
          <Menu
            label="Analyses" trigger={<button type="button" className="btn quiet"><span className="vh">Candidate themes: </span><span className="clip">{analysis.name}</span><ChevronDown size={14} aria-hidden /></button>}
            items={[{ heading: 'Analysis' }, ...analyses.map((each) => ({ label: each.name, checked: each.id === analysis.id, run: () => usePlace.getState().go({ analysisId: each.id }) }))]}
          />
        </h1>
      )}
      <span className="muted tally">{board.placed} of {plural(board.active, 'code')} placed.{counts.shown && <span className="hide-s"> Counts show extracts / people</span>}</span>
      <span className="push" />
      <IconButton label="Counts beside codes and themes" pressed={counts.shown} icon={<Hash size={16} />} onClick={counts.toggle} />
      {view === 'board' && <Button variant="quiet" icon={<AlignLeft size={15} aria-hidden />} aria-label="Sample extracts" title="Sample extracts" aria-pressed={samples} onClick={() => setUi({ samples: !samples })}><span className="hide-s">Sample extracts</span></Button>}
      <Segmented
        label="Look" value={view} onChange={(next) => setUi({ view: next })}
        options={[{ value: 'board', label: 'Board', icon: <Columns3 size={14} aria-hidden /> }, { value: 'list', label: 'List', icon: <ListTree size={14} aria-hidden /> }]}
      />
      <Popover
        label="Keep this moment" open={open.keep} onOpenChange={(keep) => setOpen({ keep, task: null })} align="end" className="bd-why bd-keep"
        trigger={<Button variant="quiet" icon={<Bookmark size={15} aria-hidden />} aria-label="Keep this moment" title="Keep this moment"><span className="hide-s">Keep this moment</span></Button>}
      >
        <Milestones onKept={() => setOpen({ keep: false, task: null })} />
      </Popover>
      <Menu
        label="Analysis" align="end" open={menu} onOpenChange={setMenu} trigger={<IconButton ref={more} label="Analysis" icon={<MoreHorizontal size={16} />} />}
        items={[
          { heading: analysis.name },
          { label: 'Rename this analysis…', run: () => begin('rename') },
          { label: 'Questions of this analysis…', run: () => begin('questions') },
          'separator',
          { label: 'New analysis…', run: () => begin('new') },
          { label: 'Merge analyses…', disabled: analyses.length < 2, run: () => later(() => setUi({ merging: { kind: 'analysis', ids: [analysis.id] } })) },
          'separator',
          { label: 'Merges and their reasons', run: () => setUi({ pane: { kind: 'merges' } }) },
          { label: 'Set aside and merged', run: () => setUi({ pane: { kind: 'away' } }) },
        ]}
      />
      {open.task && (
        <Popover label={open.task === 'new' ? 'New analysis' : 'This analysis'} open onOpenChange={(on) => { if (!on) setOpen({ keep: false, task: null }); }} anchor={anchor} align="end" className="bd-why">
          <AnalysisForm task={open.task} analysis={analysis} onDone={() => setOpen({ keep: false, task: null })} />
        </Popover>
      )}
      <Button icon={<Plus size={15} aria-hidden />} onClick={() => setUi({ draft: { kind: 'theme', parentId: null, codeIds: [] } })}>New theme</Button>
    </div>
  );
}
