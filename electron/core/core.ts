import { type Change, type CheckedInputOf, type CommandName, entryOf, type InputOf, type Name, type OutputOf } from '../../shared/contract/index.ts';
import type { CommandEntry } from '../../shared/contract/define.ts';
import { invalid, refused, type Result } from '../../shared/errors.ts';
import { closeProject, createProjectFile, mustBeThere, type OpenFile, openProjectFile } from './database.ts';
import { removeTraces } from './traces.ts';
import { toErrorData } from './failures.ts';
import { handlers, preparations } from './handlers.ts';
import type { CommandContext } from './handling.ts';
import { History } from './history.ts';
import { checkInput } from './check-input.ts';

export interface CoreOptions {
  /** Who works here; written beside every operation. */
  actor?: string;
  /** The clock; tests and the sample study bring their own. */
  now?: () => Date;
}

/** One open project file. Commands run one after the other, each in one transaction; queries read through a handle that cannot write. */
export interface Core {
  readonly file: string;
  /** Never throws: refusals and failures come back as data. */
  call<N extends Name>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  /** The same for callers that only have text (hosts). */
  callUnchecked(name: string, input: unknown): Promise<Result<unknown>>;
  onChanged(listener: (change: Change) => void): () => void;
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

class ProjectCore implements Core {
  readonly file: string;
  #open: OpenFile;
  #history: History;
  #actor: string;
  #now: () => Date;
  #listeners = new Set<(change: Change) => void>();

  constructor(open: OpenFile, options: CoreOptions) {
    this.file = open.file;
    this.#open = open;
    this.#actor = options.actor ?? 'researcher';
    this.#now = options.now ?? (() => new Date());
    this.#history = new History(open.db);
  }

  call<N extends Name>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
    return this.callUnchecked(name, input) as Promise<Result<OutputOf<N>>>;
  }

  async callUnchecked(name: string, input: unknown): Promise<Result<unknown>> {
    try {
      const entry = entryOf(name);
      if (!entry || entry.kind === 'action') throw invalid(`Themework has no command or query called “${name}” for a project.`);
      if (!this.#open.db.open) throw refused('This project is closed.');
      const checked = checkInput(entry.input, input);
      if (entry.kind === 'query') {
        const handler = handlers[name as Name & keyof typeof handlers] as (context: { db: OpenFile['reader'] }, input: unknown) => unknown;
        return { ok: true, value: await handler({ db: this.#open.reader }, checked) };
      }
      const prepare = preparations[name as CommandName] as ((input: unknown) => Promise<void>) | undefined;
      if (prepare) {
        await prepare(checked);
        if (!this.#open.db.open) throw refused('This project is closed.');
      }
      return { ok: true, value: this.#command(name as CommandName, entry as CommandEntry, checked) };
    } catch (error) {
      return { ok: false, error: toErrorData(error, this.file) };
    }
  }

  #command(name: CommandName, entry: CommandEntry, input: unknown): unknown {
    const handler = handlers[name] as (context: CommandContext, input: CheckedInputOf<CommandName>) => unknown;
    mustBeThere(this.#open);
    const at = this.#now().toISOString();
    const context: CommandContext = { db: this.#open.db, history: this.#history, actor: this.#actor, now: () => at };
    const done = this.#history.record(
      { command: name, at, actor: this.#actor, record: entry.record },
      () => handler(context, input as never),
      (output) => entry.label(input as never, output as never),
    );
    if (entry.record === 'final' && done.operationId !== null) removeTraces(this.#open);
    for (const listener of this.#listeners) listener({ operationId: done.operationId, tables: done.tables });
    return done.output;
  }

  onChanged(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
    closeProject(this.#open);
  }
}
