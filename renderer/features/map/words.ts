import type { MapModel, MapNode } from '../../../shared/domain/map-model.ts';

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
export const people = (count: number): string => plural(count, 'person', 'people');

export const kindName = (kind: MapNode['kind']): string => ({ overarching: 'Overarching theme', theme: 'Theme', 'sub-theme': 'Sub-theme', group: 'Heading' })[kind];

/** How a screen reader names a node: “Known by someone 38 people, 13 codes, theme”. */
export const nodeLabel = (node: MapNode): string => `${node.name} ${people(node.participants)}, ${plural(node.codes, 'code')}, ${kindName(node.kind).toLowerCase()}`;

export const nameIn = (model: MapModel, themeId: number): string => model.nodes.find((node) => node.themeId === themeId)?.name ?? '';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
/** “2 May”, with the year where it is not this one. */
export const dayOf = (at: string, now = new Date()): string => {
  const date = new Date(at);
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear).format(date);
};

/** A theme and everything below it. */
export function subtree(model: MapModel, themeId: number): number[] {
  return [themeId, ...model.nodes.filter((node) => node.parentId === themeId).flatMap((node) => subtree(model, node.themeId))];
}
