import type { CodeWithCounts, Place } from '../../../../shared/contract/code.ts';
import { nextInk } from '../../../../shared/domain/colours.ts';
import { mergeEffect } from '../../../../shared/domain/merge-effect.ts';
import type { TextRange } from '../../../../shared/domain/text-range.ts';
import type { CodeKind, CodeRow, CodingRow, Counts } from '../../../../shared/domain/types.ts';
import { conflict, invalid, refused } from '../../../../shared/errors.ts';
import type { CommandContext, ProjectHandlers } from '../../handling.ts';
import { all, type Db, idList, insert, one, run } from '../../sql.ts';
import { codeCounts } from './code-counts.ts';
import { activeAnalysis, activeCodes, activeTheme, codeOf, codesOf } from '../structure/lookup.ts';
import { noteMerge } from '../structure/merge.ts';
import { type Child, childrenOf, lastPosition, moveTo, type Parent } from '../structure/order.ts';
import { codingColumns, loadCodes } from '../structure/structure.ts';

const nothing: Counts = { codings: 0, extracts: 0, participants: 0 };

/** Creates a code at the end of a place. A second active code of the same name in the same place would be a mistake and is refused. */
export function createCode(db: Db, analysisId: number, name: string, options: { kind?: CodeKind; definition?: string; to?: Place; /** Inks of codes on the same words. */ apart?: readonly number[] } = {}): number {
  const codes = loadCodes(db, analysisId).filter((code) => code.status === 'active');
  const parent = parentOf(db, analysisId, options.to ?? { tray: 'unplaced' });
  const twin = codes.find((code) => sameName(code.name, name));
  if (twin) throw conflict(`There is a code “${twin.name}” already. Use that one, or choose another name.`, { id: twin.id });
  const before = codes.filter((code) => code.themeId === parent.themeId && (code.themeId !== null || code.tray === parent.tray));
  return insert(db, 'INSERT INTO code (analysis_id, theme_id, tray, name, kind, ink, definition, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    analysisId, parent.themeId, parent.tray, name, options.kind ?? 'undecided', nextInk(inksOf(codes), inksOf(before), options.apart), options.definition ?? '', lastPosition(db, parent));
}

const inksOf = (codes: readonly Pick<CodeRow, 'ink'>[]): number[] => codes.map(({ ink }) => ink);

/** Inks of the codes of an analysis under which words overlapping these stand. */
export const inksAt = (db: Db, analysisId: number, { itemId, start, end }: TextRange & { itemId: number }): number[] =>
  inksOf(all<Pick<CodeRow, 'ink'>>(db, `SELECT DISTINCT code.id, code.ink FROM coding JOIN code ON code.id = coding.code_id WHERE coding.item_id = ? AND coding.start < ? AND coding."end" > ? AND code.analysis_id = ? AND code.status = 'active'`, itemId, end, start, analysisId));

export const sameName = (a: string, b: string): boolean => a.localeCompare(b, 'en', { sensitivity: 'accent' }) === 0;

function parentOf(db: Db, analysisId: number, to: Place): Parent {
  if ('tray' in to) return { analysisId, themeId: null, tray: to.tray };
  const theme = activeTheme(db, to.themeId);
  if (theme.analysisId !== analysisId) throw refused(`“${theme.name}” belongs to another analysis.`);
  return { analysisId, themeId: theme.id, tray: 'unplaced' };
}

/** The sibling behind another one, leaving out those that move; undefined at the end. */
function following(db: Db, parent: Parent, after: Child, moved: readonly number[]): Child | undefined {
  const rest = childrenOf(db, parent).filter((child) => child.kind !== 'code' || child.id === after.id || !moved.includes(child.id));
  const at = rest.findIndex((child) => child.kind === after.kind && child.id === after.id);
  return at < 0 ? undefined : rest[at + 1];
}

function oneAnalysis(codes: readonly CodeRow[]): number {
  const analyses = new Set(codes.map((code) => code.analysisId));
  const [analysisId] = analyses;
  if (analysisId === undefined || analyses.size > 1) throw refused('These codes belong to different analyses. Merge the analyses first.');
  return analysisId;
}

export const codeHandlers = {
  'code.list': ({ db }, { analysisId }): CodeWithCounts[] => {
    const counts = codeCounts(db);
    return loadCodes(db, analysisId).map((code) => ({ ...code, ...(counts.get(code.id) ?? nothing) }));
  },

  'code.create': ({ db }, { analysisId, name, kind, definition, to }) => {
    activeAnalysis(db, analysisId);
    return { id: createCode(db, analysisId, name, { kind, definition, ...(to ? { to } : {}) }), name };
  },

  'code.update': ({ db }, { id, name, kind, ink, definition, reason }) => {
    const before = codeOf(db, id);
    const twin = name === undefined ? undefined : loadCodes(db, before.analysisId).find((code) => code.id !== id && code.status === 'active' && code.themeId === before.themeId && sameName(code.name, name));
    if (twin) throw conflict(`There is a code “${twin.name}” already. Merge the two if they say the same.`, { id: twin.id });
    run(db, 'UPDATE code SET name = coalesce(?, name), kind = coalesce(?, kind), ink = coalesce(?, ink), definition = coalesce(?, definition), reason = coalesce(?, reason) WHERE id = ?',
      name ?? null, kind ?? null, ink ?? null, definition ?? null, reason ?? null, id);
    return { id, name: name ?? before.name, before: before.name };
  },

  'code.setAside': ({ db }, { ids, reason }) => {
    const codes = activeCodes(db, [...new Set(ids)]);
    for (const code of codes) run(db, "UPDATE code SET status = 'set-aside', reason = ? WHERE id = ?", reason, code.id);
    return { names: codes.map((code) => code.name) };
  },

  'code.restore': ({ db }, { ids }) => {
    const codes = codesOf(db, [...new Set(ids)]);
    for (const code of codes) {
      if (code.status === 'active') continue;
      if (code.status === 'merged') throw refused(`“${code.name}” was merged into another code; its extracts stand there. Undo the merge to bring it back.`);
      const themeStands = code.themeId === null || one(db, "SELECT 1 FROM theme WHERE id = ? AND status = 'active'", code.themeId) !== undefined;
      run(db, "UPDATE code SET status = 'active', reason = '', theme_id = ? WHERE id = ?", themeStands ? code.themeId : null, code.id);
    }
    return { names: codes.map((code) => code.name) };
  },

  'code.place': ({ db }, { ids, to, before, after }) => {
    const codes = activeCodes(db, [...new Set(ids)]);
    const parent = parentOf(db, oneAnalysis(codes), to);
    const reordered = codes.every((code) => code.themeId === parent.themeId && (parent.themeId !== null || code.tray === parent.tray));
    moveTo(db, parent, codes.map((code): Child => ({ kind: 'code', id: code.id })), before ?? (after && following(db, parent, after, ids)));
    return { reordered, names: codes.map((code) => code.name), to: 'tray' in to ? (to.tray === 'miscellaneous' ? 'Miscellaneous' : 'Not yet placed') : `“${activeTheme(db, to.themeId).name}”` };
  },

  'code.merge': (context, { ids, name, definition, kind, ink, reason, askReview }) => {
    const { db } = context;
    const sources = activeCodes(db, [...new Set(ids)]);
    if (sources.length < 2) throw invalid('Choose at least two different codes to merge.');
    const analysisId = oneAnalysis(sources);
    const first = sources[0] as CodeRow;
    const taken = loadCodes(db, analysisId).find((code) => code.status === 'active' && !ids.includes(code.id) && sameName(code.name, name));
    if (taken) throw conflict(`There is another code “${taken.name}”. Add it to the merge, or choose another name.`, { id: taken.id });
    const targetId = insert(db, 'INSERT INTO code (analysis_id, theme_id, tray, name, kind, ink, definition, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      analysisId, first.themeId, first.tray, name, kind, ink ?? first.ink, definition, first.position);
    return mergeInto(context, sources, { id: targetId, name, analysisId }, reason, askReview);
  },
} satisfies Partial<ProjectHandlers>;

/** Moves every coding of the sources to the target, remembering where it came from, and writes the merge down. */
function mergeInto(context: CommandContext, sources: readonly CodeRow[], target: { id: number; name: string; analysisId: number }, reason: string, askReview: boolean) {
  const { db } = context;
  const codings = sources.map((code) => all<CodingRow>(db, `SELECT ${codingColumns} FROM coding WHERE code_id = ? ORDER BY id`, code.id));
  const effect = mergeEffect(codings);
  for (const code of sources) {
    run(db, 'UPDATE coding SET from_code_id = coalesce(from_code_id, code_id), code_id = ? WHERE code_id = ?', target.id, code.id);
    run(db, "UPDATE code SET status = 'merged', merged_into = ?, reason = ? WHERE id = ?", target.id, reason, code.id);
  }
  const mergeId = noteMerge(context, { kind: 'code', analysisId: target.analysisId, targetId: target.id, targetName: target.name, reason, askReview, moved: effect.moved, duplicates: effect.duplicates,
    sources: sources.map((code, index) => ({ id: code.id, name: code.name, moved: effect.sources[index]?.codings ?? 0, duplicates: effect.sources[index]?.duplicates ?? 0 })) });
  return { mergeId, targetId: target.id, name: target.name, sources: sources.length, moved: effect.moved, duplicates: effect.duplicates, participants: effect.after.participants };
}

/** Codings under a set of codes, for merge reports. */
export const codingsUnder = (db: Db, codeIds: readonly number[]): CodingRow[] => all(db, `SELECT ${codingColumns} FROM coding WHERE code_id IN (SELECT value FROM json_each(?)) ORDER BY id`, idList(codeIds));
