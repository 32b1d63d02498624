import path from 'node:path';
import { type ActionName, type Change, entryOf, type InputOf, type Name, type OutputOf } from '../../shared/contract/index.ts';
import type { OpenProject, WorkbenchStatus } from '../../shared/contract/workbench.ts';
import { invalid, refused, type Result } from '../../shared/errors.ts';
import { checkInput } from './check-input.ts';
import { type Core, type CoreOptions, createCore, openCore } from './core.ts';
import { toErrorData } from './failures.ts';
import { readTitle } from './project-title.ts';
import { RecentProjects } from './recent.ts';
import { workbenchActions } from './workbench-actions.ts';

export interface WorkbenchOptions extends CoreOptions {
  host: WorkbenchStatus['host'];
  version: string;
  /** Where the program keeps its own small files (the recent projects); null keeps nothing. */
  dataFolder: string | null;
  /** Where new projects go when nobody is asked. */
  projectsFolder: string;
  /** Writes a fresh sample study to this path, which does not exist yet. */
  sample: (file: string) => Promise<void>;
  /** The host's dialogs; a path, or null when the person cancelled. */
  chooseOpen?: () => Promise<string | null>;
  chooseSave?: (suggested: string) => Promise<string | null>;
}

/** What every host holds: at most one open project, and one call for everything in the contract. */
export interface Workbench {
  readonly current: Core | undefined;
  readonly project: OpenProject | null;
  call<N extends Name>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  /** Never throws: refusals and failures come back as data. */
  callUnchecked(name: string, input: unknown): Promise<Result<unknown>>;
  /** Told of every commit, and of every project opened or closed (which touches everything). */
  onChanged(listener: (change: Change) => void): () => void;
  /** Opens a project file in place of the one that is open. Throws a Refusal and leaves the open one alone where that cannot be. */
  openFile(file: string, about?: { sample: boolean }): Promise<OpenProject>;
  createFile(file: string, title: string): Promise<OpenProject>;
  closeProject(): Promise<void>;
  /** Closes the project and takes no more calls. */
  close(): Promise<void>;
}

export const createWorkbench = (options: WorkbenchOptions): Workbench => new OneProjectWorkbench(options);

class OneProjectWorkbench implements Workbench {
  #options: WorkbenchOptions;
  #recent: RecentProjects;
  #actions: Record<ActionName, (input: never) => unknown>;
  #open: { core: Core; sample: boolean; title: string } | undefined;
  #listeners = new Set<(change: Change) => void>();
  #running = new Set<Promise<unknown>>();
  /** Opening and closing wait for each other. */
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: WorkbenchOptions) {
    this.#options = options;
    this.#recent = new RecentProjects(options.dataFolder, options.projectsFolder);
    this.#actions = workbenchActions(this, options, this.#recent);
  }

  get current(): Core | undefined {
    return this.#open?.core;
  }

  get project(): OpenProject | null {
    if (!this.#open) return null;
    const { core, sample, title } = this.#open;
    return { title, fileName: path.basename(core.file), folder: path.dirname(core.file), sample };
  }

  call<N extends Name>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
    return this.callUnchecked(name, input) as Promise<Result<OutputOf<N>>>;
  }

  async callUnchecked(name: string, input: unknown): Promise<Result<unknown>> {
    try {
      const entry = entryOf(name);
      if (!entry) throw invalid(`Themework has no command, query or action called “${name}”.`);
      if (this.#closed) throw refused('Themework is closing.');
      if (entry.kind === 'action') return { ok: true, value: await this.#actions[name as ActionName](checkInput(entry.input, input) as never) };
      if (!this.#open) throw refused('No project is open. Open one first.');
      return await this.#track(this.#open.core.callUnchecked(name, input));
    } catch (error) {
      return { ok: false, error: toErrorData(error, this.#open?.core.file ?? this.#options.projectsFolder) };
    }
  }

  onChanged(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  openFile(file: string, about = { sample: false }): Promise<OpenProject> {
    const whole = path.resolve(file);
    if (this.#open?.core.file === whole && this.project) return Promise.resolve(this.project);
    return this.#inTurn(() => this.#switchTo(() => openCore(whole, this.#options), about.sample));
  }

  createFile(file: string, title: string): Promise<OpenProject> {
    return this.#inTurn(() => this.#switchTo(() => createCore(path.resolve(file), title, this.#options), false));
  }

  closeProject(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#open) return;
      await this.#letGo();
      this.#tell({ operationId: null, tables: 'everything' });
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#inTurn(() => this.#letGo());
    this.#listeners.clear();
  }

  /** The new project is opened first, so that a refusal leaves the old one on the screen. */
  async #switchTo(open: () => Core, sample: boolean): Promise<OpenProject> {
    if (this.#closed) throw refused('Themework is closing.');
    const core = open();
    await this.#letGo();
    const opened = { core, sample, title: readTitle(core.file) };
    this.#open = opened;
    core.onChanged((change) => {
      if (change.tables === 'everything' || change.tables.includes('project')) this.#retitle(opened);
      this.#tell(change);
    });
    this.#remember(opened);
    this.#tell({ operationId: null, tables: 'everything' });
    return this.project as OpenProject;
  }

  /** Queries on their way are answered before the file closes under them. */
  async #letGo(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await Promise.allSettled(this.#running);
    open?.core.close();
  }

  #retitle(open: { core: Core; sample: boolean; title: string }): void {
    const title = readTitle(open.core.file);
    if (title === open.title) return;
    open.title = title;
    this.#remember(open);
  }

  #remember({ core, sample, title }: { core: Core; sample: boolean; title: string }): void {
    const openedAt = (this.#options.now?.() ?? new Date()).toISOString();
    this.#recent.remember({ path: core.file, title, openedAt, sample });
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  #inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #track<T>(call: Promise<T>): Promise<T> {
    this.#running.add(call);
    void call.finally(() => this.#running.delete(call));
    return call;
  }
}
