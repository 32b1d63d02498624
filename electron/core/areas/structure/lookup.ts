import { missing, refused } from '../../../../shared/errors.ts';
import type { AnalysisRow, CodeRow, ThemeRow } from '../../../../shared/domain/types.ts';
import type { Db } from '../../sql.ts';
import { loadAnalyses, loadCodes, loadThemes } from './structure.ts';

/** Finding what a command names, or refusing in a sentence. */
export function activeAnalysis(db: Db, id: number): AnalysisRow {
  const found = loadAnalyses(db).find((analysis) => analysis.id === id);
  if (!found) throw missing('This analysis is not there any more.');
  if (found.status === 'merged') throw refused(`“${found.name}” was merged into another analysis. Work there, or undo the merge.`);
  return found;
}

export function codesOf(db: Db, ids: readonly number[]): CodeRow[] {
  const all = new Map(loadCodes(db).map((code) => [code.id, code]));
  return ids.map((id) => all.get(id) ?? fail('This code is not there any more.'));
}

export const codeOf = (db: Db, id: number): CodeRow => codesOf(db, [id])[0] ?? fail('This code is not there any more.');

/** Codes that can still be worked with; merged or set-aside ones are refused. */
export function activeCodes(db: Db, ids: readonly number[]): CodeRow[] {
  const codes = codesOf(db, ids);
  for (const code of codes) {
    if (code.status === 'merged') throw refused(`“${code.name}” was merged into another code. Work with that one, or undo the merge.`);
    if (code.status === 'set-aside') throw refused(`“${code.name}” is set aside. Bring it back first.`);
  }
  return codes;
}

export function activeThemes(db: Db, ids: readonly number[]): ThemeRow[] {
  const all = new Map(loadThemes(db).map((theme) => [theme.id, theme]));
  return ids.map((id) => {
    const theme = all.get(id) ?? fail('This theme is not there any more.');
    if (theme.status !== 'active') throw refused(`“${theme.name}” is not part of the tree any more: it was ${theme.status === 'merged' ? 'merged into another theme' : 'dissolved'}.`);
    return theme;
  });
}

export const activeTheme = (db: Db, id: number): ThemeRow => activeThemes(db, [id])[0] ?? fail('This theme is not there any more.');

function fail(sentence: string): never {
  throw missing(sentence);
}
