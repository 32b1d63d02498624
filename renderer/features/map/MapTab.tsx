import { Network, CircleDot, Move } from 'lucide-react';
import { useEffect } from 'react';
import type { MapVersion } from '../../../shared/contract/map.ts';
import type { MapModel } from '../../../shared/domain/map-model.ts';
import type { MapLayout } from '../../../shared/domain/types.ts';
import { useQuery } from '../../data/useQuery.ts';
import { setOnScreen } from '../../state/onScreen.ts';
import { useCommands } from '../../ui/commands.ts';
import { useHints } from '../../ui/hints.ts';
import { Button, Check, Segmented } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { MapCanvas } from './MapCanvas.tsx';
import { MapList } from './MapList.tsx';
import { MapPanel } from './MapPanel.tsx';
import { select, setMapUi, useMapUi } from './map-ui.ts';
import { Tools } from './TabBar.tsx';
import { type MapActions, useMapActions } from './useMapActions.ts';
import { useMoving } from './useMoving.ts';
import { useSmall } from './useSmall.ts';
import { VersionStrip } from './VersionStrip.tsx';
import { dayOf } from './words.ts';

const layouts = [
  { value: 'radial' as const, label: 'Around the centre', icon: <CircleDot size={14} aria-hidden /> }, { value: 'tree' as const, label: 'Top to bottom', icon: <Network size={14} aria-hidden /> }, { value: 'hand' as const, label: 'By hand', icon: <Move size={14} aria-hidden /> },
];

/** The thematic map: the board, the theme in hand, the kept versions. */
export function MapTab({ model, versions }: { model: MapModel; versions: readonly MapVersion[] }) {
  const { selected, view, versionId, relating } = useMapUi();
  const actions = useMapActions(model);
  const moving = useMoving(model);
  const kept = useQuery('map.version', versionId === null ? null : { id: versionId }).data;
  const small = useSmall();
  const looking = versionId !== null && kept !== undefined;
  useMapKeys(actions, looking);
  useEffect(() => setOnScreen({ context: 'Reviewing the thematic map', links: selected === null ? [{ kind: 'analysis', id: model.analysisId }] : [{ kind: 'theme', id: selected }] }), [selected, model.analysisId]);
  const coded = model.nodes.filter((node) => node.codeList.length > 0);
  const shown = coded.filter((node) => node.codesShown).length;
  return (
    <>
      <Tools>
        {!looking && (
          <>
            <Check label="Codes" checked={shown === 0 ? false : shown === coded.length ? true : 'mixed'} onChange={(on) => actions.showCodes(coded.map((node) => node.themeId), on)} disabled={coded.length === 0} />
            <Check label="Relations" checked={model.relationsShown} onChange={actions.showRelations} />
            <Segmented<MapLayout> label="Arrangement" value={moving.shown.layout} options={layouts} onChange={actions.arrange} iconsOnly={small} />
          </>
        )}
        <ExportMenu
          key={versionId ?? 'now'} format="map" settings={{ analysis: String(model.analysisId), version: versionId === null ? 'now' : String(versionId) }}
          options={[{ key: 'counts', label: 'Counts of people', on: 'yes', off: 'no', start: true }, { key: 'key', label: 'Key', on: 'yes', off: 'no', start: true }, { key: 'codes', label: 'Codes', on: 'kept', off: 'none', start: true }]}
        />
      </Tools>
      <div className="tm panes" role="tabpanel" id="tm-tabpanel" aria-labelledby="tm-tab-map">
        <div className="tm-left">
          {looking ? (
            <MapCanvas
              key={kept.version.id} model={kept.model} moving={null} onChosen={() => {}}
              notice={<div className="tm-notice pop" role="status"><span><b>{kept.version.name}</b>, kept {dayOf(kept.version.at)}. Kept versions never change.</span><Button size="sm" onClick={() => setMapUi({ versionId: null })}>Back to now</Button></div>}
            />
          ) : view === 'list' ? <MapList model={model} actions={actions} /> : <MapCanvas key="now" model={moving.shown} moving={moving} onChosen={actions.chooseTarget} />}
          <VersionStrip model={model} versions={versions} />
        </div>
        {looking ? <MapPanel model={kept.model} selected={null} actions={null} /> : <MapPanel model={model} selected={relating?.from ?? selected} actions={actions} />}
      </div>
    </>
  );
}

/** The keys of the map, its hints, and what the palette can do with it. */
function useMapKeys(actions: MapActions, looking: boolean): void {
  const inHand = () => useMapUi.getState().selected;
  useKeys({
    r: () => { const id = inHand(); return id === null ? false : actions.startRelation(id); },
    e: () => { const id = inHand(); return id === null ? false : actions.toggleCodes(id); },
    Escape: () => {
      const { relating, editing, selected, versionId } = useMapUi.getState();
      if (relating) setMapUi({ relating: null });
      else if (versionId !== null) setMapUi({ versionId: null });
      else if (editing !== null) setMapUi({ editing: null });
      else if (selected !== null) select(null);
      else return false;
      return true;
    },
    Delete: () => { const { editing } = useMapUi.getState(); return editing === null ? false : actions.removeRelation(editing); },
    'Shift+v': () => setMapUi({ view: useMapUi.getState().view === 'map' ? 'list' : 'map' }),
  }, { enabled: !looking });
  useKeys({ Escape: () => setMapUi({ versionId: null }) }, { enabled: looking });
  useHints([
    { keys: ['Tab'], text: 'Next theme' }, { keys: ['Arrows'], text: 'Move it' }, { keys: ['R'], text: 'Draw a relation' }, { keys: ['E'], text: 'Show its codes' }, { keys: ['0'], text: 'Fit to window' },
    { keys: ['Ctrl', 'Shift', 'E'], text: 'Export' },
    { keys: ['Shift', 'Arrows'], text: 'Move it by one pixel', bar: false }, { keys: ['+'], or: ['−'], text: 'Zoom', bar: false }, { keys: ['Delete'], text: 'Remove the relation in hand', bar: false }, { keys: ['Shift', 'V'], text: 'Map or list', bar: false },
  ], 'Map');
  useCommands([
    { id: 'map.radial', label: 'Arrange the map around the centre', run: () => actions.arrange('radial') }, { id: 'map.tree', label: 'Arrange the map from top to bottom', run: () => actions.arrange('tree') },
    { id: 'map.list', label: 'Show the map as a list', keys: ['Shift', 'V'], run: () => setMapUi({ view: 'list' }) }, { id: 'map.development', label: 'Show how themes developed', run: () => setMapUi({ tab: 'development' }) },
  ]);
}
