import type { Db } from '../../sql.ts';
import { sameName } from '../coding/code.ts';
import type { SoughtRow } from './sought-row.ts';
import { loadAnalyses, loadCodes, loadThemes } from '../structure/structure.ts';

/** What bringing these rows in would make, each code and theme once by its place, in the order of the file. Rows that have no place yet count with their first. */
export function newNames(db: Db, rows: readonly SoughtRow[], shortNames: ReadonlyMap<number, string>): { newCodes: string[]; newThemes: string[]; newAnalyses: string[] } {
  const analyses = loadAnalyses(db).filter((analysis) => analysis.status === 'active');
  const paths = existingPaths(db);
  const made = { codes: new Map<string, string>(), themes: new Map<string, string>(), analyses: new Set<string>() };
  for (const row of rows) {
    const questionId = row.places[0]?.answer.questionId;
    if (questionId === undefined) continue;
    const analysis = row.analysis ? analyses.find((each) => sameName(each.name, row.analysis)) : analyses.find((each) => each.questionIds.length === 1 && each.questionIds[0] === questionId);
    if (!analysis) made.analyses.add(row.analysis || (shortNames.get(questionId) ?? ''));
    const known = paths.get(analysis?.id ?? 0) ?? new Set<string>();
    const within = analysis?.id ?? (row.analysis.toLowerCase() || `question ${questionId}`);
    const path = [...row.group, ...row.theme];
    path.forEach((name, depth) => {
      if (!known.has(pathKey('theme', path.slice(0, depth + 1)))) made.themes.set(`${within}${pathKey('theme', path.slice(0, depth + 1))}`, name);
    });
    for (const code of row.codes) if (!known.has(pathKey('code', [...path, code]))) made.codes.set(`${within}${pathKey('code', [...path, code])}`, code);
  }
  return { newCodes: [...made.codes.values()], newThemes: [...made.themes.values()], newAnalyses: [...made.analyses] };
}

const pathKey = (type: 'theme' | 'code', names: readonly string[]) => JSON.stringify([type, ...names]);

/** The active themes and codes of each analysis, as keys of their paths. */
function existingPaths(db: Db): Map<number, Set<string>> {
  const themes = new Map(loadThemes(db).filter((theme) => theme.status === 'active').map((theme) => [theme.id, theme]));
  const pathOf = (id: number | null): string[] => {
    const theme = id === null ? undefined : themes.get(id);
    return theme ? [...pathOf(theme.parentId), theme.name] : [];
  };
  const paths = new Map<number, Set<string>>();
  const add = (analysisId: number, key: string) => {
    const set = paths.get(analysisId) ?? new Set<string>();
    paths.set(analysisId, set.add(key));
  };
  for (const theme of themes.values()) add(theme.analysisId, pathKey('theme', pathOf(theme.id)));
  for (const code of loadCodes(db)) if (code.status === 'active') add(code.analysisId, pathKey('code', [...pathOf(code.themeId), code.name]));
  return paths;
}
