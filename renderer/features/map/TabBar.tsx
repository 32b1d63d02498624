import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';
import { usePlace } from '../../state/place.ts';
import { Menu } from '../../ui/index.ts';
import { ReviewContext } from './review.ts';
import { type MapTab, setMapUi, useMapUi } from './map-ui.ts';

const tabs: { id: MapTab; label: string }[] = [{ id: 'map', label: 'Thematic map' }, { id: 'development', label: 'How themes developed' }];

/** On the right of the tabs: what belongs to the open one. The bar itself stays while tabs come and go, and so does the focus in it. */
export function Tools({ children }: { children: ReactNode }) {
  const { tools } = useContext(ReviewContext);
  return tools && createPortal(children, tools);
}

/** The tabs of Review and the analysis. */
export function TabBar({ toolsRef }: { toolsRef: (element: HTMLElement | null) => void }) {
  const tab = useMapUi((ui) => ui.tab);
  const { analysis, analyses } = useContext(ReviewContext);
  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next = tab === 'map' ? 'development' : 'map';
    setMapUi({ tab: next });
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div className="tabs tm-tabs pane">
      <div role="tablist" aria-label="Review" className="tm-tablist" onKeyDown={walk}>
        {tabs.map(({ id, label }) => (
          <button key={id} type="button" role="tab" id={`tm-tab-${id}`} data-tab={id} className={`tab ${tab === id ? 'is-on' : ''}`} aria-selected={tab === id} aria-controls="tm-tabpanel" tabIndex={tab === id ? 0 : -1} onClick={() => setMapUi({ tab: id })}>{label}</button>
        ))}
      </div>
      {analysis && analyses.length > 1 && (
        <Menu
          label="Analyses" trigger={<button type="button" className="btn quiet tm-which"><span className="clip">{analysis.name}</span><ChevronDown size={14} aria-hidden /></button>}
          items={[{ heading: 'Analysis' }, ...analyses.map((each) => ({ label: each.name, checked: each.id === analysis.id, run: () => usePlace.getState().go({ analysisId: each.id }) }))]}
        />
      )}
      <div className="push tm-tools" ref={toolsRef} />
    </div>
  );
}
