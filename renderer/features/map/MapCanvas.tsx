import { List, Minus, Plus, Scan } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { Point } from '../../../shared/charts/geometry.ts';
import { drawMap, type MapDrawing } from '../../../shared/charts/map-drawing.ts';
import { describeMap } from '../../../shared/charts/thematic-map.ts';
import type { MapModel } from '../../../shared/domain/map-model.ts';
import { IconButton } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { MapFigure, type NodeHandlers } from './MapFigure.tsx';
import { MapKey } from './MapKey.tsx';
import { select, setMapUi, useMapUi } from './map-ui.ts';
import type { Moving } from './useMoving.ts';
import { useViewport } from './useViewport.ts';
import { nameIn } from './words.ts';

/** Pixels before a press becomes a drag. */
const threshold = 4;
const steps: Record<string, Point> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

interface Props { model: MapModel; /** Null while a kept version is looked at. */ moving: Moving | null; notice?: ReactNode; onChosen: (themeId: number) => void }

/** The map on its board: pan, zoom, move nodes, draw relations. */
export function MapCanvas({ model, moving, notice, onChosen }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { selected, editing, relating } = useMapUi();
  const drawing = useMemo(() => drawMap(model), [model]);
  const viewport = useViewport(frame, drawing.bounds, `${model.analysisId} ${model.layout}`, model.layout === 'hand');
  const [panning, setPanning] = useState(false);
  const drag = useDrag(viewport.toPlane, moving, onChosen, viewport.pan, setPanning);

  useKeys({
    '0': viewport.fit, '+': () => viewport.zoom(1.2), '=': () => viewport.zoom(1.2), '-': () => viewport.zoom(1 / 1.2),
  });

  const handlers: NodeHandlers | null = moving && {
    onNodePointer: drag.press, onHandlePointer: drag.pull,
    onNodeKey: (event: KeyboardEvent, themeId: number) => {
      const step = steps[event.key];
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        if (relating && relating.from !== themeId) onChosen(themeId);
        else select(themeId);
      } else if (step && !event.altKey && !event.ctrlKey && !event.metaKey && !relating) {
        event.preventDefault();
        const length = event.shiftKey ? 1 : 10;
        moving.nudge(themeId, step.x * length, step.y * length);
      }
    },
    onNodeFocus: (themeId) => {
      if (relating && !relating.chosen) setMapUi({ relating: { ...relating, to: relating.from === themeId ? null : themeId } });
      else if (!relating && useMapUi.getState().selected !== themeId) select(themeId);
    },
    onNodeBlur: moving.drop,
    onRelation: (relationId) => {
      const relation = model.relations.find((each) => each.id === relationId);
      if (relation) setMapUi({ selected: selected === relation.to ? relation.to : relation.from, editing: relationId });
    },
  };

  return (
    <div className={`tm-canvas pane-stop ${panning ? 'is-panning' : ''} ${relating ? 'is-relating' : ''}`} ref={frame} onPointerDown={(event) => drag.board(event)} onPointerMove={drag.move} onPointerUp={drag.lift} onPointerCancel={drag.cancel}>
      <svg className="tm-svg" role="group" aria-label={`Thematic map. ${describeMap(model)}`}>
        <g transform={`translate(${viewport.view.x} ${viewport.view.y}) scale(${viewport.view.k})`}>
          <MapFigure drawing={drawing} selected={selected} target={relating?.to ?? null} hot={editing} handlers={handlers} beneath={relating && <Rubber drawing={drawing} from={relating.from} to={relating.to} point={relating.point} />} />
        </g>
      </svg>
      {notice}
      {relating && !relating.chosen && (
        <div className="tm-notice pop" role="status">
          <span>Draw a relation from <b>{nameIn(model, relating.from)}</b>: choose the other theme with Tab and Enter, or click it.</span>
          <button type="button" className="btn quiet sm" onClick={() => setMapUi({ relating: null })}>Stop</button>
        </div>
      )}
      <div className="tm-zoom card" onPointerDown={(event) => event.stopPropagation()}>
        <IconButton size="sm" label="Zoom out" keys={['−']} side="top" icon={<Minus size={15} />} onClick={() => viewport.zoom(1 / 1.2)} />
        <span>{Math.round(viewport.view.k * 100)}%</span>
        <IconButton size="sm" label="Zoom in" keys={['+']} side="top" icon={<Plus size={15} />} onClick={() => viewport.zoom(1.2)} />
        <IconButton size="sm" label="Fit to window" keys={['0']} side="top" icon={<Scan size={14} />} onClick={viewport.fit} />
        <i className="rule" aria-hidden />
        <IconButton size="sm" label="Show the map as a list" side="top" icon={<List size={15} />} onClick={() => setMapUi({ view: 'list' })} />
      </div>
      <MapKey drawing={drawing} />
    </div>
  );
}

type Grip = { kind: 'board' | 'node' | 'handle'; themeId: number; x: number; y: number; moved: boolean; shift: ((dx: number, dy: number) => void) | null };

/** One pointer at a time: it holds the board, a node, or the end of a new relation. */
function useDrag(toPlane: (x: number, y: number) => Point, moving: Moving | null, onChosen: (themeId: number) => void, pan: (dx: number, dy: number) => void, setPanning: (on: boolean) => void) {
  const grip = useRef<Grip | null>(null);
  const begin = (event: PointerEvent, next: Omit<Grip, 'x' | 'y' | 'moved'>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    grip.current = { ...next, x: event.clientX, y: event.clientY, moved: false };
  };
  const capture = (event: PointerEvent) => (event.currentTarget as Element).setPointerCapture(event.pointerId);
  return {
    board: (event: PointerEvent) => begin(event, { kind: 'board', themeId: 0, shift: null }),
    press: (event: PointerEvent, themeId: number) => {
      const { relating } = useMapUi.getState();
      if (relating && relating.from !== themeId) {
        event.stopPropagation();
        event.preventDefault();
        onChosen(themeId);
      } else begin(event, { kind: 'node', themeId, shift: null });
    },
    pull: (event: PointerEvent, themeId: number) => begin(event, { kind: 'handle', themeId, shift: null }),
    move: (event: PointerEvent) => {
      const held = grip.current;
      if (!held) return;
      if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < threshold) return;
      if (!held.moved) {
        capture(event);
        held.moved = true;
        if (held.kind === 'node') held.shift = moving?.hold(held.themeId) ?? null;
        if (held.kind === 'board') setPanning(true);
      }
      if (held.kind === 'board') {
        pan(event.clientX - held.x, event.clientY - held.y);
        Object.assign(held, { x: event.clientX, y: event.clientY });
      } else if (held.kind === 'node') {
        const [from, to] = [toPlane(held.x, held.y), toPlane(event.clientX, event.clientY)];
        held.shift?.(to.x - from.x, to.y - from.y);
      } else setMapUi({ relating: { from: held.themeId, to: under(event, held.themeId), point: toPlane(event.clientX, event.clientY), chosen: false } });
    },
    lift: (event: PointerEvent) => {
      const held = grip.current;
      grip.current = null;
      setPanning(false);
      if (!held) return;
      if (!held.moved) {
        if (held.kind === 'board' && !useMapUi.getState().relating) select(null);
        return;
      }
      if (held.kind === 'node') moving?.drop();
      if (held.kind === 'handle') {
        const to = under(event, held.themeId);
        if (to === null) setMapUi({ relating: null });
        else onChosen(to);
      }
    },
    cancel: () => {
      if (grip.current?.kind === 'node') moving?.cancel();
      if (grip.current?.kind === 'handle') setMapUi({ relating: null });
      grip.current = null;
      setPanning(false);
    },
  };
}

/** The theme under the pointer, other than the one that the relation begins at. */
function under(event: PointerEvent, except: number): number | null {
  const id = Number(document.elementFromPoint?.(event.clientX, event.clientY)?.closest('[data-theme-id]')?.getAttribute('data-theme-id') ?? 0);
  return id > 0 && id !== except ? id : null;
}

/** The relation on its way, dashed. */
function Rubber({ drawing, from, to, point }: { drawing: MapDrawing; from: number; to: number | null; point: Point | null }) {
  const at = (id: number | null) => drawing.nodes.find((node) => node.node.themeId === id);
  const [start, end] = [at(from), at(to) ?? point];
  return start && end ? <path className="tm-rubber" d={`M${start.x} ${start.y}L${end.x} ${end.y}`} /> : null;
}
