import path from 'node:path';
import { type ActionName, type Change, entryOf, type InputOf, type Name, type OutputOf, type Progress } from '../../shared/contract/index.ts';
import type { OpenProject } from '../../shared/contract/workbench.ts';
import { invalid, refused, type Result } from '../../shared/errors.ts';
import { checkInput } from './check-input.ts';
import { type Core, createCore, openCore } from './core.ts';
import { toErrorData } from './failures.ts';
import { HeldFiles } from './held-files.ts';
import { readTitle } from './project-title.ts';
import { RecentProjects } from './recent.ts';
import { Tasks } from './tasks.ts';
import { letKeptGo } from './threads.ts';
import { workbenchActions } from './workbench-actions.ts';
import type { Workbench, WorkbenchOptions } from './workbench-types.ts';

export type { Workbench, WorkbenchOptions } from './workbench-types.ts';

export const createWorkbench = (options: WorkbenchOptions): Workbench => new OneProjectWorkbench(options);

class OneProjectWorkbench implements Workbench {
  /** A file that is let go of is not kept for a further look either. */
  readonly held = new HeldFiles(undefined, letKeptGo);
  #options: WorkbenchOptions;
  #recent: RecentProjects;
  #actions: Record<ActionName, (input: never) => unknown>;
  #open: { core: Core; sample: boolean; title: string } | undefined;
  #listeners = new Set<(change: Change) => void>();
  #followers = new Set<(progress: Progress) => void>();
  /** Of actions; those of the open project are its core's. */
  #tasks: Tasks;
  #running = new Set<Promise<unknown>>();
  /** Opening and closing wait for each other. */
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: WorkbenchOptions) {
    this.#options = options;
    this.#recent = new RecentProjects(options.dataFolder, options.projectsFolder);
    this.#tasks = new Tasks(options.limits);
    this.#tasks.onProgress((progress) => this.#follow(progress));
    this.#actions = workbenchActions(this, options, this.#recent, this.#tasks);
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

  async callUnchecked(name: string, given: unknown): Promise<Result<unknown>> {
    try {
      const entry = entryOf(name);
      if (!entry) throw invalid(`Themework has no command, query or action called “${name}”.`);
      if (this.#closed) throw refused('Themework is closing.');
      const input = this.held.fill(given, entry.kind === 'command');
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

  onProgress(listener: (progress: Progress) => void): () => void {
    this.#followers.add(listener);
    return () => this.#followers.delete(listener);
  }

  cancel(): boolean {
    const own = this.#tasks.cancel();
    return (this.#open?.core.cancel() ?? false) || own;
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
    this.held.forgetAll();
    this.#tasks.cancel();
    await this.#inTurn(() => this.#letGo());
    this.#listeners.clear();
    this.#followers.clear();
  }

  /** The new project is opened first, so that a refusal leaves the old one on the screen. */
  async #switchTo(open: () => Core, sample: boolean): Promise<OpenProject> {
    if (this.#closed) throw refused('Themework is closing.');
    const core = open();
    await this.#letGo();
    const opened = { core, sample, title: readTitle(core.file) };
    this.#open = opened;
    core.onProgress((progress) => this.#follow(progress));
    core.onChanged((change) => {
      if (change.tables === 'everything' || change.tables.includes('project')) this.#retitle(opened);
      this.#tell(change);
    });
    this.#remember(opened);
    this.#tell({ operationId: null, tables: 'everything' });
    return this.project as OpenProject;
  }

  /** What is on its way is answered before the file closes under it; long tasks are stopped. */
  async #letGo(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    open?.core.cancel();
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

  #follow(progress: Progress): void {
    for (const listener of this.#followers) listener(progress);
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
