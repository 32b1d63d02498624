import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Writes a file beside its place and renames it into it: whoever reads the name finds the old bytes or all of the new ones. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true });
  // Not made from the file's own name, which may be as long as a name can be.
  const draft = path.join(folder, `.themework-${process.pid}.part`);
  try {
    const handle = openSync(draft, 'w');
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    // Whoever reads the error knows nothing of the draft.
    throw Object.assign(error as Error, { path: file });
  }
}
