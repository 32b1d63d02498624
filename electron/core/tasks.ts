import type { Progress } from '../../shared/contract/index.ts';
import { cancelled, Refusal, refused } from '../../shared/errors.ts';
import { type Answered, canBeCancelled, handedOver, type Job, type Message, type Order, readingOf, states, withoutFile } from './job.ts';
import type { Step } from './task.ts';
import { keepThread, takeThread } from './threads.ts';

export interface TaskLimits {
  /** Milliseconds without a word from a task until it is given up; 60,000 by default where it reads a file. */
  silence?: number;
  /** Megabytes that a task may take beside its files; by the size of the files by default. */
  memory?: number;
}

interface Running { id: number; name: string; last: Step; stop: (why?: Refusal) => boolean; ended: Promise<void> }

/** Milliseconds without a word. Whoever writes a document says nothing until it is done. */
const silent = { reading: 60_000, writing: 600_000 };
/** Milliseconds until a task that does not notice that it was cancelled is ended from outside. */
const grace = 1_500;
/** Bytes of heap up to which a thread is worth keeping for the next task. */
const small = 250_000_000;
let lastId = 0;

const words: Readonly<Record<Job['kind'] | 'change', { begin: string; cancelled: string; tooMuch: string }>> = {
  command: {
    begin: 'Reading the file',
    cancelled: 'Cancelled. Nothing was imported.',
    tooMuch: 'This file is too large or too odd to be read in a minute, so nothing was imported. Split it into smaller files, or export the open questions only.',
  },
  // A command without any file.
  change: {
    begin: 'Saving the change',
    cancelled: 'Cancelled. Nothing was changed.',
    tooMuch: 'This takes more time or memory than there is, so it was stopped and nothing was changed. Choose a smaller part.',
  },
  action: {
    begin: 'Reading the file',
    cancelled: 'Cancelled. The file was not read.',
    tooMuch: 'This file is too large or too odd to be read in a minute. Split it into smaller files, or export the open questions only.',
  },
  query: {
    begin: 'Making the file',
    cancelled: 'Cancelled. No file was made.',
    tooMuch: 'This takes more time or memory than there is, so it was stopped and no file was made. Choose a smaller part.',
  },
};

/** Long tasks, each in a thread of its own with limits on time and memory. A task that ends badly leaves nothing behind: SQLite takes its transaction back. */
export class Tasks {
  #limits: TaskLimits;
  #running = new Set<Running>();
  /** Of a kind of call, the job that begins once those before it have ended. */
  #next = new Map<string, Job>();
  #listeners = new Set<(progress: Progress) => void>();

  constructor(limits: TaskLimits = {}) {
    this.#limits = limits;
  }

  onProgress(listener: (progress: Progress) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks every task, or those of one kind of call, to stop; false where none runs, or all have come too far. */
  cancel(name?: string): boolean {
    let some = false;
    for (const waiting of this.#next.keys()) if (name === undefined || waiting === name) some = this.#next.delete(waiting);
    for (const { name: running, stop } of this.#running) if (name === undefined || running === name) some = stop() || some;
    return some;
  }

  /** Looks into a file in the place of the look before, which nobody waits for any more: once that has ended, because two would take twice the memory, and its thread may know the file. */
  async look(job: Job): Promise<Answered> {
    this.cancel(job.name);
    this.#next.set(job.name, job);
    await Promise.all([...this.#running].flatMap(({ name, ended }) => (name === job.name ? ended : [])));
    if (this.#next.get(job.name) !== job) throw cancelled(words.action.cancelled);
    this.#next.delete(job.name);
    return this.run(job);
  }

  /** Does the job and gives what came of it once its thread has ended. Rejects with a refusal, a sentence. */
  run(given: Job): Promise<Answered> {
    const reading = readingOf(given);
    const { size, packed } = handedOver(given.input);
    const { kind, name } = given;
    const state = new Int32Array(new SharedArrayBuffer(4));
    const { worker, memory, keeps } = takeThread(this.#limits.memory ?? memoryFor(size, packed), this.#limits.memory !== undefined);
    return new Promise((resolve, reject) => {
      // Looking into a file is the same whether the project is asked or not.
      const said = words[size > 0 ? (kind === 'query' ? 'action' : kind) : kind === 'command' ? 'change' : kind];
      let outcome: { answered: Answered } | { error: unknown } | undefined;
      let ending: NodeJS.Timeout | undefined;
      const stop = (why: Refusal = cancelled(said.cancelled)): boolean => {
        if (!canBeCancelled(state, states.cancelled)) return false;
        outcome = { error: why };
        // A query changes nothing and can simply be ended; with a file, its thread may be asked again.
        ending = setTimeout(() => void worker.terminate(), kind === 'query' && size === 0 ? 0 : grace);
        return true;
      };
      const over = Promise.withResolvers<void>();
      const running: Running = { id: ++lastId, name, last: { words: said.begin, done: 0, total: 0, unit: '' }, stop, ended: over.promise };
      const silence = setTimeout(() => stop(refused(said.tooMuch)) && void worker.terminate(), this.#limits.silence ?? (size > 0 ? silent.reading : silent.writing));
      this.#running.add(running);
      this.#tell(running, false);

      const finish = () => {
        clearTimeout(silence);
        clearTimeout(ending);
        this.#running.delete(running);
        this.#tell(running, true);
        over.resolve();
        if (outcome && 'answered' in outcome) resolve(outcome.answered);
        else reject(outcome?.error ?? new Error('a task ended without an answer'));
      };
      worker.on('message', (message: Message) => {
        silence.refresh();
        if ('step' in message) {
          running.last = message.step;
          this.#tell(running, false);
          return;
        }
        if ('answered' in message) outcome = message;
        // Who was stopped says so in general words; why it was stopped is known here.
        else outcome ??= { error: new Refusal(message.error.kind, message.error.message, message.error.details) };
        if (message.heap > small && !message.keeps) return void worker.terminate();
        keepThread({ worker, memory, keeps: message.keeps });
        finish();
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        outcome ??= { error: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refused(said.tooMuch) : error };
      });
      worker.on('exit', finish);
      const job = reading !== undefined && keeps === reading ? withoutFile(given) : given;
      worker.postMessage({ job, state, reading } satisfies Order, handedOver(job.input).own);
    });
  }

  #tell({ id, last }: Running, over: boolean): void {
    for (const listener of this.#listeners) listener({ task: id, ...last, over });
  }
}

/** Megabytes of heap for reading files of this many bytes: a generous multiple, for rows and text take more than their file. Exports read the project instead. */
const memoryFor = (size: number, packed: boolean): number => (size === 0 ? 4_000 : Math.min(4_000, 400 + (size / 1_000_000) * (packed ? 40 : 8)));
