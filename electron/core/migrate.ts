import { copyFileSync, existsSync } from 'node:fs';
import { migrations as released } from './migrations/index.ts';
import type { Db } from './sql.ts';

export const latestVersion = released.length;

/**
 * Brings a file to the newest schema: a backup beside it (`NAME.before-2`), then all missing steps in one transaction.
 * Row images cannot be replayed across a change of schema, so the history is sealed: it stays readable, undo ends there.
 */
export function migrate(db: Db, file: string, migrations: readonly string[] = released): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version >= migrations.length) return;
  if (version > 0) {
    db.pragma('wal_checkpoint(TRUNCATE)');
    const backup = `${file}.before-${migrations.length}`;
    if (!existsSync(backup)) copyFileSync(file, backup);
  }
  db.pragma('foreign_keys = OFF');
  db.transaction(() => {
    for (const step of migrations.slice(version)) db.exec(step);
    if (version > 0) {
      db.exec("UPDATE operation SET state = 'sealed' WHERE state IN ('done', 'undone')");
      db.exec("DELETE FROM change WHERE operation_id IN (SELECT id FROM operation WHERE record = 'bulk')");
    }
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length) throw new Error(`the migration left ${broken.length} broken references`);
    db.pragma(`user_version = ${migrations.length}`);
  })();
  db.pragma('foreign_keys = ON');
}
