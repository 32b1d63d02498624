import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { OpenFile } from './database.ts';

/**
 * After a command that removed words for good: rewrites the file without its free pages, empties the log beside it, and
 * deletes the backups that Themework made before upgrades, which still hold the words. Copies that people made stay theirs.
 */
export function removeTraces({ file, db }: OpenFile): void {
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
  for (const backup of backupsOf(file)) rmSync(backup, { force: true });
}

/** Backups beside a project file: `NAME.themework.before-2`. */
export function backupsOf(file: string): string[] {
  const start = `${path.basename(file)}.before-`;
  return readdirSync(path.dirname(file)).filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length))).map((name) => path.join(path.dirname(file), name));
}
