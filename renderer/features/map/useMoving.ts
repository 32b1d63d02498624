import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Point } from '../../../shared/charts/geometry.ts';
import { positionsOf } from '../../../shared/charts/map-layout.ts';
import type { MapModel } from '../../../shared/domain/map-model.ts';
import { useCommand } from '../../data/useCommand.ts';
import { subtree } from './words.ts';

/** Where nodes are on their way to, by theme. */
type Targets = ReadonlyMap<number, Point>;
/** Arrow keys are one move when they pause for this long; milliseconds. */
export const pause = 700;

export interface Moving {
  /** The map with the nodes in hand where they are held. */
  shown: MapModel;
  /** Moves a theme, with everything below it, by plane pixels from where it is shown. */
  nudge: (themeId: number, dx: number, dy: number) => void;
  /** Takes hold of a theme; the function returned moves it relative to where it was taken. */
  hold: (themeId: number) => (dx: number, dy: number) => void;
  /** Writes the move down as one command; nothing happens where nothing moved. */
  drop: () => void;
  /** Puts everything back. */
  cancel: () => void;
}

/** Moving nodes: shown at once, written down on drop, or when the arrow keys pause. */
export function useMoving(model: MapModel): Moving {
  const move = useCommand('map.moveNodes');
  const [targets, setTargets] = useState<Targets>(new Map());
  const state = useRef({ targets, dirty: false, timer: 0 as ReturnType<typeof setTimeout> | 0 });
  state.current.targets = targets;

  // What was written down has arrived: the map's own positions take over, unless a further move has begun.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new model is the event
  useEffect(() => { if (!state.current.dirty) setTargets(new Map()); }, [model]);

  const shown = useMemo(() => (targets.size ? withPositions(model, targets) : model), [model, targets]);
  const latest = useRef(shown);
  latest.current = shown;

  const drop = useCallback(() => {
    const { timer, dirty, targets: reached } = state.current;
    if (timer) clearTimeout(timer);
    state.current.timer = 0;
    if (!dirty) return;
    state.current.dirty = false;
    const nodes = [...reached].map(([themeId, { x, y }]) => ({ themeId, x: Math.round(x), y: Math.round(y) }));
    void move({ analysisId: model.analysisId, nodes }).then((result) => { if (!result.ok) setTargets(new Map()); });
  }, [move, model.analysisId]);

  const hold = useCallback((themeId: number) => {
    const start = new Map(positionsOf(latest.current).map((place) => [place.themeId, place]));
    const ids = subtree(latest.current, themeId);
    return (dx: number, dy: number) => {
      state.current.dirty = true;
      setTargets((before) => new Map([...before, ...ids.flatMap((id) => { const place = start.get(id); return place ? [[id, { x: place.x + dx, y: place.y + dy }] as const] : []; })]));
    };
  }, []);

  const nudge = useCallback((themeId: number, dx: number, dy: number) => {
    hold(themeId)(dx, dy);
    if (state.current.timer) clearTimeout(state.current.timer);
    state.current.timer = setTimeout(drop, pause);
  }, [hold, drop]);

  const cancel = useCallback(() => {
    if (state.current.timer) clearTimeout(state.current.timer);
    Object.assign(state.current, { timer: 0, dirty: false });
    setTargets(new Map());
  }, []);

  // Leaving the screen never loses a move.
  const dropLater = useRef(drop);
  dropLater.current = drop;
  useEffect(() => () => dropLater.current(), []);
  return { shown, nudge, hold, drop, cancel };
}

/** The map frozen as it stands, with some nodes elsewhere: what the command will make of it. */
function withPositions(model: MapModel, targets: Targets): MapModel {
  const places = new Map(positionsOf(model).map((place) => [place.themeId, place]));
  return { ...model, layout: 'hand', nodes: model.nodes.map((node) => { const place = targets.get(node.themeId) ?? places.get(node.themeId); return place ? { ...node, x: place.x, y: place.y } : node; }) };
}
