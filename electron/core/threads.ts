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
/** Megabytes of heap that a thread has at least, so that the next task may have it too; and milliseconds that it waits for one. */
const least = 600;
const waits = 20_000;

/** A thread that has nothing to do: starting one and warming it up takes half a second. */
let idle: { worker: Worker; memory: number; leave: NodeJS.Timeout } | undefined;

/** Our listeners only: Node keeps some of its own there. */
const silence = (worker: Worker): void => {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
};

/** A thread with at least so many megabytes of heap: the one that waits, or a new one. `exactly` is for small limits, which no other task should have. */
export function takeThread(memory: number, exactly = false): { worker: Worker; memory: number } {
  if (idle && !exactly && idle.memory >= memory) {
    const { worker, leave, memory: its } = idle;
    idle = undefined;
    clearTimeout(leave);
    silence(worker);
    worker.ref();
    return { worker, memory: its };
  }
  const given = exactly ? memory : Math.max(least, memory);
  setFlagsFromString(`--heap-growing-percent=${growth}`);
  const cache = getCompileCacheDir();
  const worker = new Worker(script, {
    execArgv: [],
    ...(cache ? { env: { ...process.env, NODE_COMPILE_CACHE: cache } } : {}),
    resourceLimits: { maxYoungGenerationSizeMb: young, maxOldGenerationSizeMb: given },
  });
  return { worker, memory: given };
}

/** Keeps a thread for the next task, for a while; the program does not wait for it. Only for those that have ended well and small. */
export function keepThread(worker: Worker, memory: number): void {
  silence(worker);
  if (idle || memory < least) {
    void worker.terminate();
    return;
  }
  const forget = () => {
    if (idle?.worker !== worker) return;
    clearTimeout(idle.leave);
    idle = undefined;
  };
  worker.on('exit', forget);
  worker.on('error', forget);
  worker.unref();
  const leave = setTimeout(() => {
    forget();
    void worker.terminate();
  }, waits);
  leave.unref();
  idle = { worker, memory, leave };
}
