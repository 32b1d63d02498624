import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Db, one } from './sql.ts';

interface Traced { file: string; db: Db }

/**
 * After a command that removed words for good: rewrites the file without its free pages, empties the log beside it, and
 * deletes the backups that Themework made before upgrades, which still hold the words. Copies that people made stay theirs.
 */
export function removeTraces({ file, db }: Traced): void {
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
  for (const backup of backupsOf(file)) rmSync(backup, { force: true });
}

/**
 * At opening: the same for a final command whose program died between the commit and the traces. Told by a log that was not
 * moved into the file (`unclean`), or by a backup older than the command.
 */
export function finishTraces({ file, db }: Traced, unclean: boolean): void {
  const last = one<{ at: string | null }>(db, "SELECT max(at) AS at FROM operation WHERE record = 'final'")?.at;
  if (!last) return;
  if (unclean || backupsOf(file).some((backup) => statSync(backup).mtimeMs < Date.parse(last))) removeTraces({ file, db });
}

/** Backups beside a project file: `NAME.themework.before-2`. */
export function backupsOf(file: string): string[] {
  const start = `${path.basename(file)}.before-`;
  return readdirSync(path.dirname(file)).filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length))).map((name) => path.join(path.dirname(file), name));
}
