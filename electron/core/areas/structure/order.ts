import { all, type Db, one, run } from '../../sql.ts';

/** A place for codes and themes: under a theme, at the top of an analysis (codes: not yet placed), or in the miscellaneous tray. */
export type Parent = { analysisId: number; themeId: number | null; tray: 'unplaced' | 'miscellaneous' };
export interface Child { kind: 'code' | 'theme'; id: number }

const inTray = `theme_id IS NULL AND analysis_id = ?1 AND tray = ?2 AND status = 'active'`;

/** The children of a place in order; codes and themes share it. */
export function childrenOf(db: Db, parent: Parent): Child[] {
  if (parent.themeId !== null) {
    return all(db, `SELECT kind, id FROM (SELECT 'theme' AS kind, id, position FROM theme WHERE parent_id = ?1 AND status = 'active'
      UNION ALL SELECT 'code', id, position FROM code WHERE theme_id = ?1 AND status = 'active') ORDER BY position, id`, parent.themeId);
  }
  if (parent.tray === 'miscellaneous') return all(db, `SELECT 'code' AS kind, id FROM code WHERE ${inTray} ORDER BY position, id`, parent.analysisId, parent.tray);
  return all(db, `SELECT kind, id FROM (SELECT 'theme' AS kind, id, position FROM theme WHERE analysis_id = ?1 AND parent_id IS NULL AND status = 'active'
    UNION ALL SELECT 'code', id, position FROM code WHERE ${inTray}) ORDER BY position, id`, parent.analysisId, parent.tray);
}

/** The position after the last child of a place. */
export function lastPosition(db: Db, parent: Parent): number {
  const position = (table: 'theme' | 'code') => {
    const where = parent.themeId !== null ? (table === 'theme' ? 'parent_id = ?1' : 'theme_id = ?1') : table === 'theme' ? 'analysis_id = ?1 AND parent_id IS NULL' : 'analysis_id = ?1 AND theme_id IS NULL';
    return one<{ last: number | null }>(db, `SELECT max(position) AS last FROM ${table} WHERE ${where}`, parent.themeId ?? parent.analysisId)?.last ?? 0;
  };
  return Math.max(position('theme'), position('code')) + 1;
}

/** Moves children to a place, in the order given, before a sibling or at the end; renumbers only what has to change. */
export function moveTo(db: Db, parent: Parent, moved: readonly Child[], before?: Child): void {
  for (const { kind, id } of moved) {
    if (kind === 'theme') run(db, 'UPDATE theme SET parent_id = ? WHERE id = ?', parent.themeId, id);
    else run(db, 'UPDATE code SET theme_id = ?, tray = ? WHERE id = ?', parent.themeId, parent.tray, id);
  }
  const same = (a: Child, b: Child) => a.kind === b.kind && a.id === b.id;
  const rest = childrenOf(db, parent).filter((child) => !moved.some((each) => same(each, child)));
  const at = before ? rest.findIndex((child) => same(child, before)) : -1;
  const order = at < 0 ? [...rest, ...moved] : [...rest.slice(0, at), ...moved, ...rest.slice(at)];
  order.forEach((child, index) => {
    run(db, `UPDATE ${child.kind} SET position = ?1 WHERE id = ?2 AND position <> ?1`, index + 1, child.id);
  });
}
