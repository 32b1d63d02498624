import type { Direction, MapLayout, ThemeKind } from './types.ts';

/** Everything a thematic map shows, without geometry of its own making: what the chart draws and a kept version stores. */
export interface MapNode {
  themeId: number; parentId: number | null; kind: ThemeKind | 'sub-theme'; name: string; participants: number; codes: number;
  /** Centre in pixels of the map's own plane, where the node was put by hand; null lets the layout decide. */
  x: number | null; y: number | null;
  codesShown: boolean;
  codeList: { id: number; name: string; ink: number; kind: string }[];
}
export interface MapRelation { id: number; from: number; to: number; label: string; direction: Direction }
export interface MapModel { analysisId: number; analysisName: string; answered: number; layout: MapLayout; relationsShown: boolean; nodes: MapNode[]; relations: MapRelation[] }
