import { bracketed } from '../../../../shared/domain/masks.ts';
import { all, type Db, run } from '../../sql.ts';
import { keepPicture } from '../structure/structure.ts';

/** Columns with what the researcher wrote, or a document was called, that nothing is counted or matched by. No offset points into them. */
const ownTexts: Readonly<Record<string, readonly string[]>> = {
  code: ['name', 'definition', 'reason'], theme: ['name', 'concept', 'definition', 'excludes', 'reason'], analysis: ['name'], coding: ['note'], noticing: ['text'], memo: ['text'],
  diary_entry: ['text', 'context', 'discussed_with', 'outcome'], kept_loose_end: ['reason'], merge: ['target_name', 'reason'], merge_source: ['name'],
  milestone: ['name', 'note'], map_version: ['name'], map_relation: ['label'], document: ['title'], item: ['heading'], import: ['file_name'], operation: ['label'],
};
/** What an import file is called, and its headings, are also in the plan that read it. */
const plans = ['import', 'saved_plan'];

export interface Masked { words: string; label: string }

/** Whole words in any letters, however they are spaced, and their apostrophes and accents typed. */
export const patternOfWords = (words: readonly string[], flags = 'iu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words.map((each) => tidy(each).split(' ').map(patternOfWord).join('\\s+')).join('|')})(?![\\p{L}\\p{M}\\p{N}])`, flags);

const patternOfWord = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&').replaceAll("'", "['’‘ʼ]").replace(/\P{ASCII}/gu, (letter) => (letter.normalize('NFD') === letter ? letter : `(?:${letter}|${letter.normalize('NFD')})`));

/**
 * Puts labels in place of masked words in the researcher's own texts, in every earlier version of them that the history holds,
 * and in kept milestones and maps, all alike, so that undo goes on through these steps. Gives the number of rows that changed.
 */
export function maskOwnTexts(db: Db, masked: readonly Masked[]): number {
  const labels = new Map(masked.map(({ words, label }) => [plain(words), bracketed(label)]));
  // The longest first: “Saltmarsh Ward” before “Saltmarsh”.
  const pattern = patternOfWords([...new Map(masked.map(({ words }) => [plain(words), words])).values()].sort((one, two) => two.length - one.length), 'giu');
  const replaced = (text: string) => text.replace(pattern, (words) => labels.get(plain(words)) ?? '[masked]');
  let rows = 0;
  for (const [table, columns] of Object.entries(ownTexts)) {
    for (const row of all<Record<string, string> & { id: number }>(db, `SELECT id, ${columns.join(', ')} FROM "${table}" WHERE ${columns.map((column) => `${column} <> ''`).join(' OR ')}`)) {
      const changed = columns.filter((column) => replaced(row[column] ?? '') !== row[column]);
      if (changed.length === 0) continue;
      run(db, `UPDATE "${table}" SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`, ...changed.map((column) => replaced(row[column] ?? '')), row.id);
      if (table !== 'operation') rows++;
    }
    maskVersions(db, table, columns, replaced);
  }
  for (const table of plans) {
    for (const { id, plan } of all<{ id: number; plan: string }>(db, `SELECT id, plan FROM ${table}`)) {
      const next = JSON.stringify(JSON.parse(plan), (key, value: unknown) => (titles.has(key) && typeof value === 'string' ? replaced(value) : value));
      if (next !== plan && pattern.test(plan)) run(db, `UPDATE ${table} SET plan = ? WHERE id = ?`, next, id);
      pattern.lastIndex = 0;
    }
  }
  maskPictures(db, replaced);
  return rows;
}

const titles = new Set(['title', 'heading', 'fileName']);
const tidy = (words: string) => words.trim().normalize('NFC').replace(/[’‘ʼ]/gu, "'").replace(/\s+/gu, ' ');
const plain = (words: string) => tidy(words).toLowerCase();

/** Row images in the log: written by SQLite, so that they stay equal to the rows, byte for byte. */
function maskVersions(db: Db, table: string, columns: readonly string[], replaced: (text: string) => string): void {
  for (const side of ['before', 'after'] as const) {
    for (const { seq, image } of all<{ seq: number; image: string }>(db, `SELECT seq, ${side} AS image FROM change WHERE tbl = ? AND ${side} IS NOT NULL`, table)) {
      const row = JSON.parse(image) as Record<string, unknown>;
      for (const column of columns) {
        const text = row[column];
        if (typeof text === 'string' && replaced(text) !== text) run(db, `UPDATE change SET ${side} = json_set(${side}, ?, ?) WHERE seq = ?`, `$.${column}`, replaced(text), seq);
      }
    }
  }
}

/** Kept pictures of the structure are addressed by their content, so they get another address, also in the log. */
function maskPictures(db: Db, replaced: (text: string) => string): void {
  for (const { hash, json } of all<{ hash: string; json: string }>(db, 'SELECT hash, json FROM picture')) {
    const next = JSON.stringify(JSON.parse(json), (_key, value: unknown) => (typeof value === 'string' ? replaced(value) : value));
    if (next === json) continue;
    const moved = keepPicture(db, next);
    for (const table of ['milestone', 'map_version']) {
      run(db, `UPDATE ${table} SET picture = ? WHERE picture = ?`, moved, hash);
      for (const side of ['before', 'after']) run(db, `UPDATE change SET ${side} = json_set(${side}, '$.picture', ?1) WHERE tbl = ?2 AND json_extract(${side}, '$.picture') = ?3`, moved, table, hash);
    }
    run(db, 'DELETE FROM picture WHERE hash = ?', hash);
  }
}
