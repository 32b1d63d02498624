import type { ThemeWithCounts } from '../../../../shared/contract/theme.ts';
import { countTree, nodeKey } from '../../../../shared/domain/counts.ts';
import { mergeEffect } from '../../../../shared/domain/merge-effect.ts';
import { codesBelow, flatten, type ThemeNode, treeOf } from '../../../../shared/domain/theme-tree.ts';
import type { ThemeRow } from '../../../../shared/domain/types.ts';
import { invalid, refused } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { type Db, insert, run } from '../../sql.ts';
import { codingsUnder } from '../coding/code.ts';
import { activeAnalysis, activeCodes, activeTheme, activeThemes } from './lookup.ts';
import { noteMerge } from './merge.ts';
import { childrenOf, lastPosition, moveTo, type Parent } from './order.ts';
import { loadCodes, loadCodings, loadThemes } from './structure.ts';

const under = (theme: { analysisId: number }, themeId: number | null): Parent => ({ analysisId: theme.analysisId, themeId, tray: 'unplaced' });

function nodesOf(db: Db, analysisId: number): Map<number, ThemeNode> {
  const tree = treeOf({ themes: loadThemes(db, analysisId), codes: loadCodes(db, analysisId) }, analysisId);
  return new Map(flatten(tree).filter((node) => node.type === 'theme').map((node) => [node.id, node]));
}

/** Theme ids at or below a node. */
const themesBelow = (node: ThemeNode): number[] => [node.id, ...node.children.flatMap((child) => (child.type === 'theme' ? themesBelow(child) : []))];

/** Relations on the map follow their theme into a merge; a line from a theme to itself goes, and so does one that stands there already. */
function moveRelations(db: Db, from: number, to: number): void {
  run(db, 'DELETE FROM map_relation WHERE (from_theme_id = ?1 AND to_theme_id = ?2) OR (from_theme_id = ?2 AND to_theme_id = ?1)', from, to);
  run(db, 'UPDATE map_relation SET from_theme_id = ? WHERE from_theme_id = ?', to, from);
  run(db, 'UPDATE map_relation SET to_theme_id = ? WHERE to_theme_id = ?', to, from);
  run(db, `DELETE FROM map_relation WHERE (from_theme_id = ?1 OR to_theme_id = ?1) AND EXISTS (SELECT 1 FROM map_relation AS twin WHERE twin.id < map_relation.id
    AND twin.from_theme_id = map_relation.from_theme_id AND twin.to_theme_id = map_relation.to_theme_id AND twin.label = map_relation.label)`, to);
}

/** What was written about the sources, one below the other, so that a merge loses no sentence. */
const joined = (themes: readonly ThemeRow[], field: 'definition' | 'excludes'): string => themes.map((theme) => theme[field]).filter(Boolean).join('\n\n');

export const themeHandlers = {
  'theme.list': ({ db }, { analysisId }): ThemeWithCounts[] => {
    const rows = { themes: loadThemes(db, analysisId), codes: loadCodes(db, analysisId) };
    const tree = treeOf(rows, analysisId);
    const counts = countTree(tree, loadCodings(db, analysisId));
    const nodes = new Map(flatten(tree).filter((node) => node.type === 'theme').map((node) => [node.id, node]));
    return rows.themes.map((theme) => {
      const node = nodes.get(theme.id);
      return { ...theme, ...(counts.get(nodeKey({ type: 'theme', id: theme.id })) ?? { codings: 0, extracts: 0, participants: 0 }), codes: node ? codesBelow(node).length : 0 };
    });
  },

  'theme.plain': ({ db }, { analysisId }) => loadThemes(db, analysisId),

  'theme.create': ({ db }, { analysisId, parentId, kind, name, codeIds }) => {
    activeAnalysis(db, analysisId);
    if (parentId !== null && activeTheme(db, parentId).analysisId !== analysisId) throw refused('The theme above belongs to another analysis.');
    const parent: Parent = { analysisId, themeId: parentId, tray: 'unplaced' };
    const id = insert(db, 'INSERT INTO theme (analysis_id, parent_id, kind, name, position) VALUES (?, ?, ?, ?, ?)', analysisId, parentId, kind, name, lastPosition(db, parent));
    const codes = codeIds.length ? activeCodes(db, [...new Set(codeIds)]) : [];
    if (codes.some((code) => code.analysisId !== analysisId)) throw refused('One of these codes belongs to another analysis.');
    if (codes.length) moveTo(db, { ...parent, themeId: id }, codes.map((code) => ({ kind: 'code', id: code.id })));
    return { id, name };
  },

  'theme.update': ({ db }, { id, name, kind, concept, definition, excludes }) => {
    const before = activeTheme(db, id);
    run(db, 'UPDATE theme SET name = coalesce(?, name), kind = coalesce(?, kind), concept = coalesce(?, concept), definition = coalesce(?, definition), excludes = coalesce(?, excludes) WHERE id = ?',
      name ?? null, kind ?? null, concept ?? null, definition ?? null, excludes ?? null, id);
    return { id, name: name ?? before.name, before: before.name };
  },

  'theme.move': ({ db }, { id, parentId, before }) => {
    const theme = activeTheme(db, id);
    const parent = parentId === null ? null : activeTheme(db, parentId);
    if (parent && parent.analysisId !== theme.analysisId) throw refused('The two themes belong to different analyses.');
    const node = nodesOf(db, theme.analysisId).get(id);
    if (parent && node && themesBelow(node).includes(parent.id)) throw refused(`“${theme.name}” cannot go below itself.`);
    moveTo(db, under(theme, parentId), [{ kind: 'theme', id }], before);
    return { name: theme.name, to: parent ? `“${parent.name}”` : 'the top' };
  },

  'theme.dissolve': ({ db }, { id, reason }) => {
    const theme = activeTheme(db, id);
    const children = childrenOf(db, under(theme, id));
    const siblings = childrenOf(db, under(theme, theme.parentId));
    const next = siblings[siblings.findIndex((child) => child.kind === 'theme' && child.id === id) + 1];
    run(db, "UPDATE theme SET status = 'set-aside', reason = ? WHERE id = ?", reason, id);
    if (children.length) moveTo(db, under(theme, theme.parentId), children, next);
    return { name: theme.name, codes: children.filter((child) => child.kind === 'code').length };
  },

  'theme.merge': (context, { ids, name, concept, reason, askReview }) => {
    const { db } = context;
    const sources = activeThemes(db, [...new Set(ids)]);
    const first = sources[0];
    if (!first || sources.length < 2) throw invalid('Choose at least two different themes to merge.');
    if (sources.some((theme) => theme.analysisId !== first.analysisId)) throw refused('These themes belong to different analyses. Merge the analyses first.');
    const nodes = nodesOf(db, first.analysisId);
    const within = (theme: ThemeRow) => sources.some((other) => other.id !== theme.id && themesBelow(nodes.get(other.id) as ThemeNode).includes(theme.id));
    const nested = sources.find(within);
    if (nested) throw refused(`“${nested.name}” lies inside another of the chosen themes. Move it out first, or dissolve it.`);
    const effect = mergeEffect(sources.map((theme) => codingsUnder(db, codesBelow(nodes.get(theme.id) as ThemeNode).map((code) => code.id))));
    const targetId = insert(db, 'INSERT INTO theme (analysis_id, parent_id, kind, name, concept, definition, excludes, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      first.analysisId, first.parentId, first.kind, name, concept || first.concept, joined(sources, 'definition'), joined(sources, 'excludes'), first.position);
    for (const theme of sources) {
      const children = childrenOf(db, under(theme, theme.id));
      if (children.length) moveTo(db, under(theme, targetId), children);
      moveRelations(db, theme.id, targetId);
      run(db, "UPDATE theme SET status = 'merged', merged_into = ?, reason = ? WHERE id = ?", targetId, reason, theme.id);
    }
    run(db, 'INSERT INTO map_node (map_id, theme_id, x, y, codes_shown) SELECT map_id, ?, x, y, codes_shown FROM map_node WHERE theme_id = ?', targetId, first.id);
    const mergeId = noteMerge(context, { kind: 'theme', analysisId: first.analysisId, targetId, targetName: name, reason, askReview, moved: effect.moved, duplicates: effect.duplicates,
      sources: sources.map((theme, index) => ({ id: theme.id, name: theme.name, moved: effect.sources[index]?.codings ?? 0, duplicates: effect.sources[index]?.duplicates ?? 0 })) });
    return { mergeId, targetId, name, sources: sources.length, moved: effect.moved, duplicates: effect.duplicates, participants: effect.after.participants };
  },
} satisfies Partial<ProjectHandlers>;

