import { createHash } from 'node:crypto';
import type { AnalysisRow, CodeRow, CodingRow, Structure, ThemeRow } from '../../../../shared/domain/types.ts';
import { missing } from '../../../../shared/errors.ts';
import { all, type Db, one, run } from '../../sql.ts';

const themeColumns = 'id, analysis_id AS analysisId, parent_id AS parentId, kind, name, concept, definition, excludes, position, status, merged_into AS mergedInto, reason';
const codeColumns = 'id, analysis_id AS analysisId, theme_id AS themeId, tray, name, kind, ink, definition, position, status, merged_into AS mergedInto, reason';
/** Columns of a coding as the domain names them; for `SELECT … FROM coding`. */
export const codingColumns = 'coding.id, coding.code_id AS codeId, coding.item_id AS itemId, coding.start, coding."end", coding.participant_id AS participantId, coding.from_code_id AS fromCodeId, coding.note';

export const loadAnalyses = (db: Db): AnalysisRow[] => {
  const questions = all<{ analysisId: number; questionId: number }>(db, 'SELECT analysis_id AS analysisId, question_id AS questionId FROM analysis_question JOIN question ON question.id = question_id ORDER BY question.position');
  return all<Omit<AnalysisRow, 'questionIds'>>(db, 'SELECT id, name, position, status, merged_into AS mergedInto FROM analysis ORDER BY position, id').map((analysis) => ({
    ...analysis,
    questionIds: questions.filter((row) => row.analysisId === analysis.id).map((row) => row.questionId),
  }));
};

/** Themes and codes of one analysis, or of all, inactive ones included. */
export const loadThemes = (db: Db, analysisId?: number): ThemeRow[] =>
  analysisId === undefined ? all(db, `SELECT ${themeColumns} FROM theme ORDER BY position, id`) : all(db, `SELECT ${themeColumns} FROM theme WHERE analysis_id = ? ORDER BY position, id`, analysisId);
export const loadCodes = (db: Db, analysisId?: number): CodeRow[] =>
  analysisId === undefined ? all(db, `SELECT ${codeColumns} FROM code ORDER BY position, id`) : all(db, `SELECT ${codeColumns} FROM code WHERE analysis_id = ? ORDER BY position, id`, analysisId);
/** Codings in the order of coding. */
export const loadCodings = (db: Db, analysisId?: number): CodingRow[] =>
  analysisId === undefined
    ? all(db, `SELECT ${codingColumns} FROM coding ORDER BY coding.id`)
    : all(db, `SELECT ${codingColumns} FROM coding JOIN code ON code.id = coding.code_id WHERE code.analysis_id = ? ORDER BY coding.id`, analysisId);

/** The structure as it is now. */
export const loadStructure = (db: Db): Structure => ({ analyses: loadAnalyses(db), themes: loadThemes(db), codes: loadCodes(db), codings: loadCodings(db) });

/** The structure that a milestone kept. Codings of answers that have gone since (a withdrawn participant) are left out. */
export function milestoneStructure(db: Db, milestoneId: number): Structure {
  const row = one<{ json: string }>(db, 'SELECT json FROM picture JOIN milestone ON milestone.picture = picture.hash WHERE milestone.id = ?', milestoneId);
  if (!row) throw missing('This milestone is not there any more.');
  const structure = unpack(JSON.parse(row.json));
  const items = new Set(all<{ id: number }>(db, 'SELECT id FROM item').map((item) => item.id));
  return { ...structure, codings: structure.codings.filter((coding) => items.has(coding.itemId)) };
}

/** The milestone of that name; throws `missing` with the names there are. */
export function milestoneNamed(db: Db, name: string): { id: number; name: string; at: string } {
  const rows = all<{ id: number; name: string; at: string }>(db, 'SELECT id, name, at FROM milestone ORDER BY id');
  const found = rows.findLast((row) => row.name === name) ?? rows.findLast((row) => row.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw missing(rows.length ? `There is no milestone “${name}”. There are: ${rows.map((row) => `“${row.name}”`).join(', ')}.` : `There is no milestone “${name}”; none has been kept so far.`);
}

/** Stores a JSON text once under its SHA-256 and gives the hash. */
export function keepPicture(db: Db, json: string): string {
  const hash = createHash('sha256').update(json).digest('hex');
  run(db, 'INSERT OR IGNORE INTO picture (hash, json) VALUES (?, ?)', hash, json);
  return hash;
}

type PackedCoding = [id: number, codeId: number, itemId: number, start: number, end: number, participantId: number | null, fromCodeId: number | null, note: string];
type Packed = Omit<Structure, 'codings'> & { codings: PackedCoding[] };

/** Codings as tuples: a milestone of 50,000 of them stays near 2 MB. */
export const packStructure = (structure: Structure): string =>
  JSON.stringify({ ...structure, codings: structure.codings.map((c): PackedCoding => [c.id, c.codeId, c.itemId, c.start, c.end, c.participantId, c.fromCodeId, c.note]) } satisfies Packed);

const unpack = (packed: Packed): Structure => ({
  ...packed,
  codings: packed.codings.map(([id, codeId, itemId, start, end, participantId, fromCodeId, note]) => ({ id, codeId, itemId, start, end, participantId, fromCodeId, note })),
});
