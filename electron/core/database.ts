import { accessSync, constants, existsSync, openSync, readSync, closeSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { name } from '../../shared/contract/fields.ts';
import { Refusal, refused } from '../../shared/errors.ts';
import { checkInput } from './check-input.ts';
import { storageSentence } from './failures.ts';
import { isTooLong } from './file-names.ts';
import { latestVersion, migrate } from './migrate.ts';
import { insert, one, type Db } from './sql.ts';
import { finishTraces } from './traces.ts';

/** Marks our files among SQLite files: “THMW”. */
export const applicationId = 0x54484d57;

/** The two handles of an open project: `db` writes, `reader` cannot; and the lock that keeps others out. */
export interface OpenFile { file: string; /** By which the file is known, whatever it is called. */ inode: number; db: Db; reader: Db; lock: Db }

const storage = (error: unknown, file: string): unknown => {
  const code = (error as { code?: unknown })?.code;
  const sentence = typeof code === 'string' ? storageSentence(code, path.basename(file)) : undefined;
  return sentence ? new Refusal('storage', sentence, { code }) : error;
};

/** Makes a new project file. Throws a Refusal when the name is taken, the title is none or the folder cannot be written. */
export function createProjectFile(file: string, givenTitle: string, now: string): void {
  const title = checkInput(name(), givenTitle) as string;
  refuseLongName(file);
  if (!file.endsWith('.themework')) throw refused(`A project file's name ends in .themework; “${path.basename(file)}” does not.`);
  if (existsSync(file)) throw refused(`“${path.basename(file)}” exists already. Choose another name; nothing was overwritten.`);
  if (!existsSync(path.dirname(file))) throw refused(`The folder “${path.dirname(file)}” does not exist.`);
  // Built beside its place and renamed into it, so that a half-made project never bears the name.
  const draft = `${file}.new`;
  try {
    rmSync(draft, { force: true });
    const db = new Database(draft);
    try {
      db.pragma(`application_id = ${applicationId}`);
      migrate(db, draft);
      insert(db, 'INSERT INTO project (id, title, display, created_at) VALUES (1, ?, ?, ?)', title, 'imported', now);
    } finally {
      db.close();
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw storage(error, file);
  }
}

/** Opens a project file, upgrading an older one after a backup. Throws a Refusal with a sentence; the file stays as it was. */
export function openProjectFile(file: string): OpenFile {
  inspectFile(file);
  const opened: Db[] = [];
  let locked = false;
  const open = (name: string, options?: Database.Options) => {
    const db = new Database(name, options);
    opened.push(db);
    return db;
  };
  try {
    const lock = takeLock(open(`${file}-lock`), file);
    locked = true;
    const unclean = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    const db = open(file, { fileMustExist: true });
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version > latestVersion) {
      throw refused(`“${path.basename(file)}” was made with a newer Themework (file format ${version}; this one reads up to ${latestVersion}). Update Themework to open it; the file was not touched.`);
    }
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw refused(`“${path.basename(file)}” is damaged. Nothing was changed. Open a backup or an earlier copy.`);
    settle(db);
    // A program that died within an import leaves its rows behind in the log.
    if (unclean) emptyLog(db);
    migrate(db, file);
    if (!one(db, 'SELECT 1 FROM project')) throw refused(`“${path.basename(file)}” holds no project.`);
    finishTraces({ file, db }, unclean);
    const reader = open(file, { readonly: true, fileMustExist: true });
    return { file, inode: statSync(file).ino, db, reader, lock };
  } catch (error) {
    for (const db of opened.reverse()) db.close();
    if (locked) rmSync(`${file}-lock`, { force: true });
    throw storage(error, file);
  }
}

/** How every connection that writes is set. */
function settle(db: Db): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('recursive_triggers = ON');
  db.pragma('secure_delete = ON');
}

/** A further connection to a project that is open already, for another thread of the same program. */
export function connect(file: string, { readonly }: { readonly: boolean }): Db {
  const db = new Database(file, { readonly, fileMustExist: true });
  if (!readonly) settle(db);
  return db;
}

/**
 * Throws where the file is gone from its place: the system would let us go on writing into it unseen, and what was written
 * after that could not be found again.
 */
export function mustBeThere({ file, inode, db }: OpenFile): void {
  if (statSync(file, { throwIfNoEntry: false })?.ino === inode) return;
  moveLogIntoFile(db);
  throw new Refusal('storage', `“${path.basename(file)}” is not there any more, so this change was not saved. It may have been moved or renamed; all earlier changes are in it. Put it back, or open it where it is now.`);
}

/** Bytes of the project, with what waits in the log beside it. */
export const sizeOf = ({ file }: OpenFile): number => [file, `${file}-wal`].reduce((sum, each) => sum + (statSync(each, { throwIfNoEntry: false })?.size ?? 0), 0);

/**
 * Empties the log beside the file, in which rows of a command that was taken back can still be read. False where that cannot be yet: somebody
 * reads from the log, or the disk is full.
 */
export function emptyLog(db: Db): boolean {
  const [wait] = db.pragma('busy_timeout') as { timeout: number }[];
  try {
    db.pragma('busy_timeout = 0');
    const [done] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return done?.busy === 0;
  } catch {
    return false;
  } finally {
    db.pragma(`busy_timeout = ${wait?.timeout ?? 0}`);
  }
}

/** Everything into the one file, and onto the disk. */
function moveLogIntoFile(db: Db): void {
  try {
    db.pragma('synchronous = FULL');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('synchronous = NORMAL');
  } catch {
    // On a full disk. What was saved stays safe in the log, and the next opening moves it into the file.
  }
}

/** Closes a project; everything is in the one file afterwards, or in the log beside it where the disk is full. */
export function closeProject(open: OpenFile): void {
  if (!open.db.open) return;
  open.reader.close();
  moveLogIntoFile(open.db);
  open.db.close();
  open.lock.close();
  rmSync(`${open.file}-lock`, { force: true });
}

function refuseLongName(file: string): void {
  if (isTooLong(path.basename(file))) throw refused('The name of this project file is too long for the files that are kept beside it. Give it a shorter name, of at most 200 letters.');
}

/** What can be said about a file before SQLite touches it (opening a database may already write beside it). */
function inspectFile(file: string): void {
  refuseLongName(file);
  const fileName = path.basename(file);
  if (!existsSync(file)) throw refused(`“${fileName}” is not there. It may have been moved or renamed.`);
  const stat = statSync(file);
  if (stat.isDirectory()) throw refused(`“${fileName}” is a folder, not a project file.`);
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  const read = readSync(handle, header, 0, 100, 0);
  closeSync(handle);
  if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\u0000' || header.readUInt32BE(68) !== applicationId) {
    throw refused(`“${fileName}” is not a Themework project. To bring in survey answers, use Import responses.`);
  }
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  // With a log beside it, a file may be shorter than it says: the log holds what is missing, and SQLite puts it back.
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (header.readUInt32BE(28) * pageSize > stat.size && !log?.size) {
    throw refused(`“${fileName}” is cut off: the end of the file is missing, perhaps from an interrupted copy. Nothing was changed. Copy it again from where it came.`);
  }
  // Root may write anywhere, so the mode is asked too: a file marked read-only was marked on purpose.
  const writable = (stat.mode & 0o222) !== 0 && [file, path.dirname(file)].every((each) => { try { accessSync(each, constants.W_OK); return true; } catch { return false; } });
  if (!writable) throw refused(`“${fileName}” is read-only, so your work could not be saved. Copy it to a folder where you may write and open the copy.`);
}

/**
 * An exclusive transaction on a file beside the project: the operating system lets go of it when a program dies,
 * so a crash never leaves a project locked.
 */
function takeLock(lock: Db, file: string): Db {
  try {
    lock.pragma('busy_timeout = 0');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch {
    throw refused(`“${path.basename(file)}” is open in another window or program. Close it there first.`);
  }
}
