import path from 'node:path';
import { type ErrorData, Refusal } from '../../shared/errors.ts';

/** Turns whatever was thrown into an error with a kind and a sentence. `file` is the project file it happened in. */
export function toErrorData(error: unknown, file: string): ErrorData {
  if (error instanceof Refusal) return error.toData();
  const { code, path: place } = (error ?? {}) as { code?: unknown; path?: unknown };
  if (typeof code === 'string' && (code.startsWith('SQLITE_') || code.startsWith('E'))) {
    // An error of the file system says itself which file it is about.
    const sentence = storageSentence(code, path.basename(typeof place === 'string' ? place : file));
    if (sentence) return { kind: 'storage', message: sentence, details: { code } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'bug', message: `Something went wrong inside Themework; nothing was changed. (${message})`, details: { stack: error instanceof Error ? error.stack : undefined } };
}

/** Sentences for what disks do; undefined for codes that mean a mistake of ours. */
export function storageSentence(code: string, name: string): string | undefined {
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return 'The disk is full, so this change was not saved. Free some space and try again; nothing was lost.';
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return `“${name}” is read-only, so your work could not be saved. Copy it to a folder where you may write and open the copy.`;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return `“${name}” is open in another window or program. Close it there first.`;
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return `“${name}” is damaged. Nothing was changed. Open a backup or an earlier copy.`;
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return `The disk did not answer while writing “${name}”. Check that it is still connected and try again.`;
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'ENOENT') return `“${name}” is not there any more. It may have been moved or renamed.`;
  if (code === 'EISDIR') return `“${name}” is a folder, not a file.`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return `“${name}” is not a folder.`;
  if (code === 'ENAMETOOLONG') return `This file name is too long. Choose a shorter name: “${name.slice(0, 40).toWellFormed()}…”.`;
  return undefined;
}
