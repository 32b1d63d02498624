import { bracketed } from '../../../../shared/domain/masks.ts';
import { distinctName } from '../../importers/meaning/short-names.ts';
import { all, type Db, one, run } from '../../sql.ts';
import { keepPicture } from '../structure/structure.ts';
import { rewriteImages } from './row-images.ts';

/** Columns with what the researcher wrote, or a document was called, that nothing is counted or matched by. No offset points into them. Labels of masks are `mask.label`. */
const ownTexts: Readonly<Record<string, readonly string[]>> = {
  code: ['name', 'definition', 'reason'], theme: ['name', 'concept', 'definition', 'excludes', 'reason'], analysis: ['name'], coding: ['note'], noticing: ['text'], memo: ['text'],
  diary_entry: ['text', 'context', 'discussed_with', 'outcome'], kept_loose_end: ['reason'], merge: ['target_name', 'reason'], merge_source: ['name'],
  milestone: ['name', 'note'], map_version: ['name'], map_relation: ['label'], document: ['title'], item: ['heading'], import: ['file_name'], operation: ['label'],
  project: ['title', 'display_pattern'], alias_scheme: ['name'], saved_plan: ['name'],
};
/** Of these, no two may have the same name. */
const apart: ReadonlySet<string> = new Set(['alias_scheme', 'saved_plan']);
/** Names that stay because something is matched by them; earlier versions of them go where the name itself does not hold the words any more. */
const matched: Readonly<Record<string, string>> = { question: 'short_name', alias: 'label' };
/** What an import file is called, its headings, and why its columns are taken for what they are, are also in the plan that read it. */
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
    const renamed = apart.has(table) ? keptApart(db, table, replaced) : replaced;
    for (const row of all<Record<string, string> & { id: number }>(db, `SELECT id, ${columns.join(', ')} FROM "${table}" WHERE ${columns.map((column) => `${column} <> ''`).join(' OR ')}`)) {
      const changed = columns.filter((column) => renamed(row[column] ?? '') !== row[column]);
      if (changed.length === 0) continue;
      run(db, `UPDATE "${table}" SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`, ...changed.map((column) => renamed(row[column] ?? '')), row.id);
      if (table !== 'operation') rows++;
    }
    rewriteImages(db, table, columns, renamed);
  }
  for (const [table, column] of Object.entries(matched)) rewriteImages(db, table, [column], (text, { id }) => {
    const next = replaced(text);
    if (next === text) return text;
    const name = one<{ name: string }>(db, `SELECT ${column} AS name FROM ${table} WHERE id = ?`, id)?.name ?? '';
    return replaced(name) === name ? next : text;
  });
  for (const { id, label } of all<{ id: number; label: string }>(db, 'SELECT id, label FROM mask')) {
    const next = bracketed(replaced(label).replace(/[[\]]/gu, ''));
    if (next !== label) rows += run(db, 'UPDATE mask SET label = ? WHERE id = ?', next, id);
  }
  const planned = (plan: string) => JSON.stringify(JSON.parse(plan), (key, value: unknown) => (toldInPlans.has(key) && typeof value === 'string' ? replaced(value) : value));
  for (const table of plans) {
    for (const { id, plan } of all<{ id: number; plan: string }>(db, `SELECT id, plan FROM ${table}`)) {
      const next = planned(plan);
      if (next !== plan) run(db, `UPDATE ${table} SET plan = ? WHERE id = ?`, next, id);
    }
    rewriteImages(db, table, ['plan'], planned);
  }
  maskPictures(db, replaced);
  return rows;
}

/** What of a plan is masked; its other words are columns, by which later files are matched. */
export const toldInPlans: ReadonlySet<string> = new Set(['title', 'heading', 'fileName', 'sheet', 'reason', 'tieReason', 'askedReason']);
const tidy = (words: string) => words.trim().normalize('NFC').replace(/[’‘ʼ]/gu, "'").replace(/\s+/gu, ' ');
const plain = (words: string) => tidy(words).toLowerCase();

/** Names that differed still differ, now or in any earlier version, so that undo never meets two of one name. */
function keptApart(db: Db, table: string, replaced: (text: string) => string): (text: string) => string {
  const names = all<{ name: string }>(db, `SELECT name FROM ${table} UNION SELECT json_extract(before, '$.name') FROM change WHERE tbl = ?1 AND before IS NOT NULL
    UNION SELECT json_extract(after, '$.name') FROM change WHERE tbl = ?1 AND after IS NOT NULL ORDER BY 1`, table).map(({ name }) => name);
  const [gone, left] = [names.filter((name) => replaced(name) !== name), names.filter((name) => replaced(name) === name)];
  const taken = new Set(left.map((name) => name.toLowerCase()));
  const given = new Map(gone.map((name) => [name, distinctName(replaced(name), taken)]));
  return (text) => given.get(text) ?? replaced(text);
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
