import { nodeKey } from '../domain/counts.ts';
import { flatten, treeOf } from '../domain/theme-tree.ts';
import type { CodeRow, Structure, ThemeRow } from '../domain/types.ts';
import { activeAnalyses, type ReportStep } from './data.ts';
import type { Block } from './model.ts';
import { count, listed, quoted, run } from './words.ts';

/** What happened between two steps, as a short list: appendices in print leave readers to find this out for themselves. */
export function stepChanges(before: ReportStep, after: ReportStep): Block[] {
  const lines = changesBetween(before.structure, after.structure);
  return [
    { type: 'heading', level: 3, runs: [run(`Changes since Step ${before.number}`)] },
    ...(lines.length ? lines.map((line): Block => ({ type: 'bullet', runs: [run(line)] })) : [{ type: 'paragraph', runs: [run('Nothing changed.')] } satisfies Block]),
  ];
}

/** One sentence per change, analyses first, then themes, codes and extracts. */
export function changesBetween(before: Structure, after: Structure): string[] {
  return [...analysisChanges(before, after), ...nodeChanges('theme', before.themes, after.themes), ...moved(before, after), ...nodeChanges('code', before.codes, after.codes), ...extractChanges(before, after)];
}

function analysisChanges(before: Structure, after: Structure): string[] {
  const was = new Map(before.analyses.map((analysis) => [analysis.id, analysis]));
  const now = activeAnalyses(after);
  const merged = now.flatMap((target) => {
    const sources = after.analyses.filter((analysis) => analysis.mergedInto === target.id && was.get(analysis.id)?.status === 'active');
    return sources.length ? [`The analyses ${listed(sources.map((source) => quoted(source.name)))} became the analysis ${quoted(target.name)}.`] : [];
  });
  const fresh = now.filter((analysis) => !was.has(analysis.id) && !after.analyses.some((source) => source.mergedInto === analysis.id));
  const renamed = now.filter((analysis) => was.has(analysis.id) && was.get(analysis.id)?.name !== analysis.name);
  return [
    ...merged,
    ...renamed.map((analysis) => `The analysis ${quoted(was.get(analysis.id)?.name ?? '')} is now called ${quoted(analysis.name)}.`),
    ...(fresh.length ? [`New: the ${fresh.length === 1 ? 'analysis' : 'analyses'} ${listed(fresh.map((analysis) => quoted(analysis.name)))}.`] : []),
  ];
}

/** Merged, renamed, set aside, gone and new ones; for themes and codes alike. */
function nodeChanges(what: 'theme' | 'code', before: readonly (ThemeRow | CodeRow)[], after: readonly (ThemeRow | CodeRow)[]): string[] {
  const was = new Map(before.map((row) => [row.id, row]));
  const now = new Map(after.map((row) => [row.id, row]));
  const wasActive = before.filter((row) => row.status === 'active');
  const targetOf = (row: ThemeRow | CodeRow): ThemeRow | CodeRow => {
    const next = row.mergedInto === null ? undefined : now.get(row.mergedInto);
    return next ? targetOf(next) : row;
  };
  const intoTarget = new Map<number, string[]>();
  for (const row of wasActive) {
    const present = now.get(row.id);
    if (present?.status !== 'merged') continue;
    const target = targetOf(present);
    intoTarget.set(target.id, [...(intoTarget.get(target.id) ?? []), quoted(row.name)]);
  }
  const renamed = wasActive.flatMap((row) => {
    const present = now.get(row.id);
    return present?.status === 'active' && present.name !== row.name ? [`The ${what} ${quoted(row.name)} is now called ${quoted(present.name)}.`] : [];
  });
  const removed = wasActive.flatMap((row) => {
    const present = now.get(row.id);
    if (!present) return [`The ${what} ${quoted(row.name)} is not there any more.`];
    return present.status === 'set-aside' ? [`The ${what} ${quoted(row.name)} was ${what === 'code' ? 'set aside' : 'dissolved'}${present.reason ? `: ${present.reason}` : '.'}`] : [];
  });
  const back = after.filter((row) => row.status === 'active' && was.get(row.id)?.status === 'set-aside');
  const fresh = after.filter((row) => row.status === 'active' && !was.has(row.id) && !intoTarget.has(row.id));
  const groups = fresh.filter((row) => row.kind === 'group');
  const themes = fresh.filter((row) => row.kind !== 'group');
  const names = (rows: readonly (ThemeRow | CodeRow)[]) => listed(rows.map((row) => quoted(row.name)));
  return [
    ...[...intoTarget].map(([target, sources]) => `The ${sources.length === 1 ? what : `${what}s`} ${listed(sources)} became ${quoted(now.get(target)?.name ?? '')}.`),
    ...renamed,
    ...removed,
    ...(back.length ? [`Brought back: ${names(back)}.`] : []),
    ...(groups.length ? [`New group ${groups.length === 1 ? 'heading' : 'headings'}: ${names(groups)}.`] : []),
    ...(themes.length ? [`New ${themes.length === 1 ? what : `${what}s`}: ${names(themes)}.`] : []),
  ];
}

/** Codes and themes that stand under another parent than before, grouped by where they went. */
function moved(before: Structure, after: Structure): string[] {
  const was = parentsOf(before);
  const to = new Map<string, string[]>();
  const themes = new Map(after.themes.map((theme) => [theme.id, theme]));
  const knownBefore = new Set(before.themes.map((theme) => theme.id));
  // A parent that was merged away lives on in the theme that it became.
  const standing = (id: number | null): number | null => {
    const target = id === null ? null : (themes.get(id)?.mergedInto ?? null);
    return target === null ? id : standing(target);
  };
  for (const [key, now] of parentsOf(after)) {
    const then = was.get(key);
    if (!then || (standing(then.parentId) === now.parentId && then.tray === now.tray)) continue;
    const parent = now.parentId === null ? undefined : themes.get(now.parentId);
    // Merging analyses puts each tree below a heading of its own; that is told as a merge.
    if (then.analysisId !== now.analysisId && then.parentId === null && parent?.kind === 'group' && !knownBefore.has(parent.id)) continue;
    const place = parent ? `Placed under ${quoted(parent.name)}` : now.tray === 'miscellaneous' ? 'Moved to Miscellaneous' : now.isCode ? 'Taken out of the themes' : 'Moved to the top level';
    to.set(place, [...(to.get(place) ?? []), quoted(now.name)]);
  }
  return [...to].map(([place, names]) => `${place}: ${listed(names)}.`);
}

interface Standing { name: string; isCode: boolean; analysisId: number; parentId: number | null; tray: string }

function parentsOf(structure: Structure): Map<string, Standing> {
  const nodes = activeAnalyses(structure).flatMap((analysis) => flatten(treeOf(structure, analysis.id)));
  return new Map(nodes.map((node): [string, Standing] => {
    const { name } = node;
    return [nodeKey(node), node.type === 'code'
      ? { name, isCode: true, analysisId: node.code.analysisId, parentId: node.code.themeId, tray: node.code.themeId === null ? node.code.tray : 'unplaced' }
      : { name, isCode: false, analysisId: node.theme.analysisId, parentId: node.theme.parentId, tray: 'unplaced' }];
  }));
}

function extractChanges(before: Structure, after: Structure): string[] {
  const listedIn = (structure: Structure) => {
    const nodes = activeAnalyses(structure).flatMap((analysis) => flatten(treeOf(structure, analysis.id)));
    const codes = new Set(nodes.filter((node) => node.type === 'code').map((node) => node.id));
    return new Set(structure.codings.filter((coding) => codes.has(coding.codeId)).map((coding) => coding.id));
  };
  const was = listedIn(before);
  const now = listedIn(after);
  const added = [...now].filter((id) => !was.has(id)).length;
  const gone = [...was].filter((id) => !now.has(id)).length;
  return [
    ...(added ? [`${count(added, 'extract was', 'extracts were')} added.`] : []),
    ...(gone ? [`${count(gone, 'extract is', 'extracts are')} no longer listed.`] : []),
  ];
}
