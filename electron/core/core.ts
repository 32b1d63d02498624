import { type Change, type CommandName, entryOf, type InputOf, type Name, type OutputOf, type Progress, type QueryName } from '../../shared/contract/index.ts';
import { invalid, refused, type Result } from '../../shared/errors.ts';
import { commandEntry, type Done, type GivenCommand, prepared, runCommand } from './commands.ts';
import { closeProject, createProjectFile, emptyLog, mustBeThere, type OpenFile, openProjectFile, sizeOf } from './database.ts';
import { removeTraces } from './traces.ts';
import { toErrorData } from './failures.ts';
import { handlers } from './handlers.ts';
import { History } from './history.ts';
import { checkInput } from './check-input.ts';
import { hasLongList, isLong } from './job.ts';
import { type TaskLimits, Tasks } from './tasks.ts';
import { Turns } from './turns.ts';

export interface CoreOptions {
  /** Who works here; written beside every operation. */
  actor?: string;
  /** The clock; tests and the sample study bring their own. */
  now?: () => Date;
  /** Limits on long tasks; the rule suits everybody, tests bring their own. */
  limits?: TaskLimits;
}

/**
 * One open project file. Commands run one after the other, each in one transaction;
 * queries read through a handle that cannot write. Imports of large files run in a thread of their own: queries are answered
 * meanwhile, further commands wait for their turn.
 */
export interface Core {
  readonly file: string;
  /** Never throws: refusals and failures come back as data. */
  call<N extends Name>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  /** The same for callers that only have text (hosts). */
  callUnchecked(name: string, input: unknown): Promise<Result<unknown>>;
  onChanged(listener: (change: Change) => void): () => void;
  /** Told how far long tasks are. */
  onProgress(listener: (progress: Progress) => void): () => void;
  /** Stops the long tasks that run; false where there is none. */
  cancel(): boolean;
  /** Stops what runs, takes no more calls, and lets go of the file once that has ended. */
  close(): void;
}

/** Makes a new project file and opens it. Throws a Refusal where that cannot be. */
export function createCore(file: string, title: string, options: CoreOptions = {}): Core {
  createProjectFile(file, title, (options.now?.() ?? new Date()).toISOString());
  return openCore(file, options);
}

/** Opens an existing project file. Throws a Refusal with a sentence where that cannot be. */
export function openCore(file: string, options: CoreOptions = {}): Core {
  return new ProjectCore(openProjectFile(file), options);
}

/** Bytes of a project file from which on slow queries get a thread of their own: a few thousand codings. */
const largeProject = 4_000_000;

class ProjectCore implements Core {
  readonly file: string;
  #open: OpenFile;
  #history: History;
  #actor: string;
  #now: () => Date;
  #listeners = new Set<(change: Change) => void>();
  #turns = new Turns();
  #tasks: Tasks;
  #closed = false;
  /** Rows of an import that was cancelled or refused can still be read in the log. */
  #remains = false;

  constructor(open: OpenFile, options: CoreOptions) {
    this.file = open.file;
    this.#open = open;
    this.#actor = options.actor ?? 'researcher';
    this.#now = options.now ?? (() => new Date());
    this.#history = new History(open.db);
    this.#tasks = new Tasks(options.limits);
  }

  call<N extends Name>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
    return this.callUnchecked(name, input) as Promise<Result<OutputOf<N>>>;
  }

  async callUnchecked(name: string, input: unknown): Promise<Result<unknown>> {
    try {
      const entry = entryOf(name);
      if (!entry || entry.kind === 'action') throw invalid(`Themework has no command or query called “${name}” for a project.`);
      this.#mustBeOpen();
      const checked = checkInput(entry.input, input);
      return { ok: true, value: await (entry.kind === 'query' ? this.#query(name as QueryName, checked, entry.slow) : this.#turns.take(() => this.#command(name as CommandName, checked))) };
    } catch (error) {
      return { ok: false, error: toErrorData(error, this.file) };
    }
  }

  #query(name: QueryName, input: unknown, slow = false): unknown {
    const long = isLong(input, slow);
    if (long || (slow && sizeOf(this.#open) > largeProject)) {
      const job = { kind: 'query', name, input, file: this.file } as const;
      return (long ? this.#tasks.look(job) : this.#tasks.run(job)).then(({ output }) => output).finally(() => this.#tidy());
    }
    const handler = handlers[name] as (context: { db: OpenFile['reader'] }, input: unknown) => unknown;
    return handler({ db: this.#open.reader }, input);
  }

  /** At once where it can be: most commands wait for nothing. */
  #command(name: CommandName, input: unknown): unknown {
    this.#mustBeOpen();
    const { record, slow } = commandEntry(name);
    if (((record === 'bulk' || slow) && isLong(input, slow)) || hasLongList(input)) return this.#elsewhere(name, input);
    const given = { name, input, actor: this.#actor };
    const ready = prepared(name, input);
    return ready ? ready.then(() => this.#write(given)) : this.#write(given);
  }

  /** Nothing of an import that came to nothing stays in the log beside the file; where somebody reads from it, once that has ended. */
  #tidy(): void {
    if (this.#remains && this.#open.db.open) this.#remains = !emptyLog(this.#open.db);
  }

  #write(given: Omit<GivenCommand, 'at'>): unknown {
    this.#mustBeOpen();
    mustBeThere(this.#open);
    try {
      return this.#finish(given.name, runCommand(this.#open.db, this.#history, { ...given, at: this.#time() }));
    } catch (error) {
      this.#remains ||= commandEntry(given.name).record === 'bulk';
      throw error;
    } finally {
      this.#tidy();
    }
  }

  /** In a thread of its own, on a connection of its own; this one is idle meanwhile. */
  async #elsewhere(name: CommandName, input: unknown): Promise<unknown> {
    mustBeThere(this.#open);
    try {
      const { output, operationId = null, tables = [] } = await this.#tasks.run({ kind: 'command', name, input, file: this.file, actor: this.#actor, at: this.#time() });
      return this.#finish(name, { output, operationId, tables });
    } catch (error) {
      this.#remains = true;
      throw error;
    } finally {
      this.#tidy();
    }
  }

  #finish(name: CommandName, { output, operationId, tables }: Done): unknown {
    if (commandEntry(name).record === 'final' && operationId !== null) removeTraces(this.#open);
    for (const listener of this.#listeners) listener({ operationId, tables });
    return output;
  }

  #time = (): string => this.#now().toISOString();

  #mustBeOpen(): void {
    if (this.#closed) throw refused('This project is closed.');
  }

  onChanged(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onProgress(listener: (progress: Progress) => void): () => void {
    return this.#tasks.onProgress(listener);
  }

  cancel(): boolean {
    return this.#tasks.cancel();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#listeners.clear();
    this.#tasks.cancel();
    void this.#turns.take(() => closeProject(this.#open));
  }
}
