import type { ImportFile, ReadFile, ReadingWishes } from './importer.ts';

/**
 * Somebody who corrects what a file's columns are looks at the same file many times, and each look differs from the last in one column. Threads
 * of long tasks therefore keep, in memory only, the file that they read last and what they worked out of it. Elsewhere nothing is kept.
 */
let kept: { reading: string; read: ReadFile; asked: boolean } | undefined;
let known = new WeakMap<object, Map<string, { by: readonly unknown[]; result: unknown }>>();
let task: { reading: string | undefined; keeps: boolean } = { reading: undefined, keeps: false };

/** A task begins. `reading` stands for its file and how that is to be read (job.ts); an import takes what is there, but keeps nothing new. */
export function beginReading(reading: string | undefined, keeps: boolean): void {
  task = { reading, keeps: keeps && reading !== undefined };
}

/** Reads a file, unless it was the last one and read in the same way: nobody looks at its bytes then. */
export async function readOnce(file: ImportFile, wishes: ReadingWishes, read: (file: ImportFile, wishes: ReadingWishes) => Promise<ReadFile>): Promise<ReadFile> {
  const { reading, keeps } = task;
  if (kept && kept.reading === reading) {
    kept.asked = true;
    return kept.read;
  }
  // Before, not after: two large files would be too many.
  forget();
  const found = await read(file, wishes);
  if (keeps && reading !== undefined) kept = { reading, read: found, asked: true };
  return found;
}

/**
 * Works something out of a table, of its rows or of the cells of a column, unless that was just done. `what` and the list `by` say everything else on
 * which the result depends; nobody may change it. Of each kind, what was asked for last is known, for as long as what it was worked out of is in memory.
 */
export function again<T>(from: object, what: string, by: readonly unknown[], work: () => T): T {
  const last = known.get(from)?.get(what);
  if (last && last.by.length === by.length && last.by.every((each, at) => Object.is(each, by[at]))) return last.result as T;
  const result = work();
  if (task.keeps) known.set(from, (known.get(from) ?? new Map()).set(what, { by, result }));
  return result;
}

/** A task is over: a file that it did not ask for is forgotten, and with `last` any. Gives what stands for the one that stays. */
export function endReading(last: boolean): string | undefined {
  if (!kept?.asked || last) forget();
  else kept.asked = false;
  task = { reading: undefined, keeps: false };
  return kept?.reading;
}

function forget(): void {
  kept = undefined;
  known = new WeakMap();
}
