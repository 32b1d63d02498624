import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { Button, Empty } from '../../ui/index.ts';
import { DevelopmentTab } from './DevelopmentTab.tsx';
import { MapPicture } from './MapPicture.tsx';
import { MapTab } from './MapTab.tsx';
import { forgetMapUi, useMapUi } from './map-ui.ts';
import { ReviewContext } from './review.ts';
import { TabBar } from './TabBar.tsx';
import './map.css';

/** Review: the thematic map of an analysis, and how its themes developed. */
export function MapScreen() {
  const all = useQuery('analysis.list', {}).data;
  const wanted = usePlace((place) => place.analysisId);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const analyses = useMemo(() => all?.filter((analysis) => analysis.status === 'active') ?? [], [all]);
  const analysis = analyses.find((each) => each.id === wanted) ?? analyses[0] ?? null;
  const context = useMemo(() => ({ analysis, analyses, tools }), [analysis, analyses, tools]);
  if (!all) return null;
  return (
    <ReviewContext value={context}>
      <section className="tm-screen main has-tabs" aria-label="Review">
        <TabBar toolsRef={setTools} />
        {analysis ? <Analysis key={analysis.id} analysisId={analysis.id} /> : <Panel><NoThemes /></Panel>}
      </section>
    </ReviewContext>
  );
}

function Analysis({ analysisId }: { analysisId: number }) {
  const tab = useMapUi((ui) => ui.tab);
  const current = useQuery('map.current', { analysisId }).data;
  useEffect(() => forgetMapUi, []);
  if (tab === 'development') return <DevelopmentTab analysisId={analysisId} />;
  if (!current) return null;
  if (current.model.nodes.filter((node) => node.kind !== 'group').length < 2) return <Panel><NoThemes /></Panel>;
  return <MapTab model={current.model} versions={current.versions} />;
}

function Panel({ children }: { children: ReactNode }) {
  const tab = useMapUi((ui) => ui.tab);
  return <div className="tm-none" id="tm-tabpanel" role="tabpanel" aria-labelledby={`tm-tab-${tab}`}>{children}</div>;
}

function NoThemes() {
  return (
    <Empty title="A map needs two themes" picture={<MapPicture />} action={<Button variant="primary" onClick={() => usePlace.getState().go({ screen: 'themes' })}>Go to Build themes</Button>}>
      The thematic map shows how themes hang together: what belongs to what, and what one theme does to another. It draws itself as soon as there are two.
    </Empty>
  );
}
