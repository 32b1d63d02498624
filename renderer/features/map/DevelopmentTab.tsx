import { List, Spline } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { layoutDevelopment } from '../../../shared/charts/development-layout.ts';
import type { DevelopmentModel } from '../../../shared/domain/development-model.ts';
import { useQuery } from '../../data/useQuery.ts';
import { setOnScreen } from '../../state/onScreen.ts';
import { usePlace } from '../../state/place.ts';
import { useHints } from '../../ui/hints.ts';
import { Button, Empty, IconButton, Segmented } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { CodeStory } from './CodeStory.tsx';
import { DevelopmentFigure } from './DevelopmentFigure.tsx';
import { DevelopmentList } from './DevelopmentList.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { MapPicture } from './MapPicture.tsx';
import { setMapUi, useMapUi } from './map-ui.ts';
import { Tools } from './TabBar.tsx';

/** How themes developed: every code from the first milestone to the present. */
export function DevelopmentTab({ analysisId }: { analysisId: number }) {
  const model = useQuery('map.development', { analysisId }).data;
  const { measure, view } = useMapUi();
  useKeys({ p: () => setMapUi({ measure: measure === 'extracts' ? 'people' : 'extracts' }), 'Shift+v': () => setMapUi({ view: view === 'map' ? 'list' : 'map' }) });
  useHints([
    { keys: ['Hover'], text: 'Follow one code' }, { keys: ['↑'], or: ['↓'], text: 'Next code' }, { keys: ['Enter'], text: 'Keep it in view' }, { keys: ['P'], text: measure === 'extracts' ? 'Show people, not extracts' : 'Show extracts, not people' }, { keys: ['Ctrl', 'Shift', 'E'], text: 'Export' },
  ], 'How themes developed');
  useEffect(() => setOnScreen({ context: 'Looking at how themes developed', links: [{ kind: 'analysis', id: analysisId }] }), [analysisId]);
  if (!model) return null;
  const empty = model.bands.length === 0;
  return (
    <>
      <Tools>
        {!empty && (
          <>
            <IconButton label={view === 'map' ? 'Show the figure as a list' : 'Show the figure'} icon={view === 'map' ? <List size={16} /> : <Spline size={16} />} onClick={() => setMapUi({ view: view === 'map' ? 'list' : 'map' })} />
            <span className="small soft hide-s">Width shows</span>
            <Segmented label="Width of the bands" value={measure} onChange={(next) => setMapUi({ measure: next })} options={[{ value: 'extracts', label: 'Extracts' }, { value: 'people', label: 'People' }]} />
            <ExportMenu format="development" settings={{ analysis: String(analysisId), width: measure }} options={[]} />
          </>
        )}
      </Tools>
      <div className="dv pane" role="tabpanel" id="tm-tabpanel" aria-labelledby="tm-tab-development">
        {empty
          ? <div className="tm-none"><Empty title="No codes to follow yet" picture={<MapPicture />} action={<Button variant="primary" onClick={() => usePlace.getState().go({ screen: 'code' })}>Go to Code</Button>}>This figure follows every code from the first moment you keep to the themes it ends in.</Empty></div>
          : view === 'list' ? <DevelopmentList model={model} measure={measure} /> : <Followed model={model} measure={measure} />}
      </div>
    </>
  );
}

function Followed({ model, measure }: { model: DevelopmentModel; measure: 'extracts' | 'people' }) {
  const scroll = useRef<HTMLDivElement>(null);
  const width = useWidth(scroll);
  const drawing = useMemo(() => layoutDevelopment(model, measure, width), [model, measure, width]);
  const [hovered, hover] = useState<number | null>(null);
  const [pinned, pin] = useState<number | null>(null);
  useKeys({ Escape: () => (pinned === null ? false : pin(null)) });
  const hot = hovered ?? pinned;
  const band = model.bands.find((each) => each.codeId === hot);
  const start = drawing.bands.find((each) => each.codeId === hot)?.start;
  const alone = model.columns.length < 2;
  return (
    <div className="dv-scroll" ref={scroll}>
      {alone && <p className="note dv-note">Keep this moment in Build themes when the initial codes stand, and again when the themes do: the steps appear here side by side.</p>}
      <div className="dv-stage">
        <DevelopmentFigure model={model} drawing={drawing} hot={hot} pinned={pinned} onHover={hover} onPin={pin} />
        {band && <div className="dv-at" style={{ left: drawing.codeX + 36, top: Math.min((start?.y ?? 40) + (start?.height ?? 0) + 26, Math.max(40, drawing.height - 230)) }}><CodeStory model={model} band={band} pinned={pinned === band.codeId} onClose={() => pin(null)} /></div>}
      </div>
    </div>
  );
}

/** The room for the figure, without the padding around it; pixels. */
function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(1_200);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = () => { if (element.clientWidth > 0) setWidth(element.clientWidth - 48); };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
