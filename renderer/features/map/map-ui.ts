import { create } from 'zustand';
import type { Point } from '../../../shared/charts/geometry.ts';

export type MapTab = 'map' | 'development';
/** A relation being drawn: from a theme, to a point (dragging), towards a theme under the focus, or to a chosen theme. */
export interface Relating { from: number; to: number | null; point: Point | null; chosen: boolean }

interface MapUi {
  tab: MapTab;
  view: 'map' | 'list';
  /** The theme in hand. */
  selected: number | null;
  /** The relation being edited in the panel. */
  editing: number | null;
  relating: Relating | null;
  /** A kept version on show, read-only; null is the map as it is now. */
  versionId: number | null;
  measure: 'extracts' | 'people';
}

const fresh: Omit<MapUi, 'tab' | 'view'> = { selected: null, editing: null, relating: null, versionId: null, measure: 'extracts' };

/** What this screen shows; nothing of it is data. */
export const useMapUi = create<MapUi>(() => ({ tab: 'map', view: 'map', ...fresh }));
export const setMapUi = (patch: Partial<MapUi>): void => useMapUi.setState(patch);
/** On another analysis nothing is in hand. */
export const forgetMapUi = (): void => useMapUi.setState(fresh);

export const select = (selected: number | null): void => setMapUi({ selected, editing: null });
