import type { MapModel, MapNode } from '../domain/map-model.ts';

/** Invented maps for the tests of the charts. */
export const mapNode = (themeId: number, parentId: number | null, kind: MapNode['kind'], name: string, more: Partial<MapNode> = {}): MapNode => ({
  themeId, parentId, kind, name, participants: 10 + themeId, codes: 2, x: null, y: null, codesShown: false,
  codeList: [{ id: themeId * 10, name: 'Someone down the corridor', ink: 1, kind: 'semantic' }, { id: themeId * 10 + 1, name: 'Staffroom as refuge', ink: 5, kind: 'latent' }], ...more,
});

export const mapOf = (nodes: MapNode[], more: Partial<MapModel> = {}): MapModel => ({ analysisId: 1, analysisName: 'Staying', answered: 54, layout: 'radial', relationsShown: true, nodes, relations: [], ...more });

/** The map of design/screens/08-map. */
export const designMap = (more: Partial<MapModel> = {}): MapModel => mapOf([
  mapNode(1, null, 'overarching', 'Staying is something other people make possible'),
  mapNode(2, 1, 'theme', 'Known by someone'), mapNode(3, 1, 'theme', 'Small proof that it matters'), mapNode(4, 1, 'theme', 'Time that is never yours'), mapNode(5, 1, 'theme', 'Learning to be enough'),
  mapNode(6, 2, 'sub-theme', 'Someone nearby', { codesShown: true }), mapNode(7, 2, 'sub-theme', 'Mentors, real and nominal'), mapNode(8, 3, 'sub-theme', 'Tiny moments'), mapNode(9, 3, 'sub-theme', 'Being chosen'),
  mapNode(10, 4, 'sub-theme', 'Work that follows you home'), mapNode(11, 4, 'sub-theme', 'Paper for its own sake'), mapNode(12, 5, 'sub-theme', 'Allowed to be average'), mapNode(13, 5, 'sub-theme', 'Holding a line'),
], { relations: [
  { id: 1, from: 2, to: 5, label: 'steadies', direction: 'one' }, { id: 2, from: 2, to: 3, label: 'needs someone to tell', direction: 'both' },
  { id: 3, from: 3, to: 4, label: 'hides from view', direction: 'one' }, { id: 4, from: 4, to: 5, label: '', direction: 'none' }], ...more });

/** A random map from a list of numbers: up to 12 themes, sub-themes, codes shown here and there, long and foreign names. */
export function mapFrom(subThemes: readonly number[], options: { root: boolean; names: readonly string[]; codesEvery: number }): MapModel {
  const nodes: MapNode[] = options.root ? [mapNode(1, null, 'overarching', options.names[0] ?? 'Root')] : [];
  subThemes.forEach((count, theme) => {
    const id = 100 * (theme + 1);
    nodes.push(mapNode(id, options.root ? 1 : null, 'theme', options.names[theme % options.names.length] ?? 'Theme', { codesShown: id % options.codesEvery === 0 }));
    for (let sub = 1; sub <= count; sub++) nodes.push(mapNode(id + sub, id, 'sub-theme', options.names[(theme + sub) % options.names.length] ?? 'Sub', { codesShown: sub % options.codesEvery === 0 }));
  });
  return mapOf(nodes);
}
