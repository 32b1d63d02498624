import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

/** worker.ts beside this file, or worker.js beside the bundle that this file is part of. */
const script = path.join(import.meta.dirname, `worker${path.extname(import.meta.filename)}`);
/** Megabytes for what has just been made; with more, garbage waits longer before it goes, and nothing is faster. */
const young = 12;
/**
 * By how many hundredths the heap may grow beyond what is in use before garbage is collected. By itself V8 waits for more the more is allowed:
 * a thread that may take 2 GB would let 230 MB of rows become 450.
 */
const growth = 25;
/** Megabytes of heap that a thread has at least, so that the next task may have it too. */
const least = 600;
/** Milliseconds that a thread waits for another task; longer with a file, while somebody thinks about what its columns are. */
const waits = { empty: 20_000, keeping: 300_000 };

/** A thread, the megabytes of heap that it may have, and what stands for a file that it keeps (importers/further-looks.ts). */
interface Thread { worker: Worker; memory: number; keeps: string | undefined }

/** A thread that has nothing to do: starting one and warming it up takes half a second. */
let idle: (Thread & { leave: NodeJS.Timeout }) | undefined;
/** Nobody has let go of the file that a busy thread reads. */
let wanted = true;

/** Our listeners only: Node keeps some of its own there. */
const silence = (worker: Worker): void => {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
};

/** A thread with at least so many megabytes of heap: the one that waits, or a new one. `exactly` is for small limits, which no other task should have. */
export function takeThread(memory: number, exactly = false): Thread {
  wanted = true;
  if (idle && !exactly && idle.memory >= memory) {
    const { worker, memory: its, keeps } = idle;
    forget();
    silence(worker);
    worker.ref();
    return { worker, memory: its, keeps };
  }
  // A larger task needs the memory, and if it is a larger file, it takes the place of that one.
  if (idle?.keeps) end();
  const given = exactly ? memory : Math.max(least, memory);
  setFlagsFromString(`--heap-growing-percent=${growth}`);
  const cache = getCompileCacheDir();
  const worker = new Worker(script, {
    execArgv: [],
    ...(cache ? { env: { ...process.env, NODE_COMPILE_CACHE: cache } } : {}),
    resourceLimits: { maxYoungGenerationSizeMb: young, maxOldGenerationSizeMb: given },
  });
  return { worker, memory: given, keeps: undefined };
}

/** Keeps a thread for the next task, for a while; the program does not wait for it. Only for those that have ended well, and small or with a file. */
export function keepThread({ worker, memory, keeps }: Thread): void {
  silence(worker);
  // The one that keeps a file is worth more.
  if (keeps && wanted && idle && !idle.keeps) end();
  if (idle || memory < least || (keeps && !wanted)) {
    void worker.terminate();
    return;
  }
  const gone = () => {
    if (idle?.worker === worker) forget();
  };
  worker.on('exit', gone);
  worker.on('error', gone);
  worker.unref();
  const leave = setTimeout(end, keeps ? waits.keeping : waits.empty);
  leave.unref();
  idle = { worker, memory, keeps, leave };
}

/** Frees the memory of a file that a thread keeps, now or once it is done with it. */
export function letKeptGo(): void {
  wanted = false;
  if (idle?.keeps) end();
}

function forget(): void {
  clearTimeout(idle?.leave);
  idle = undefined;
}

function end(): void {
  const ended = idle?.worker;
  forget();
  void ended?.terminate();
}
