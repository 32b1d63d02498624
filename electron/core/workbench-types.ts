import type { Change, InputOf, Name, OutputOf, Progress } from '../../shared/contract/index.ts';
import type { OpenProject, WorkbenchStatus } from '../../shared/contract/workbench.ts';
import type { Result } from '../../shared/errors.ts';
import type { Core, CoreOptions } from './core.ts';
import type { HeldFiles } from './held-files.ts';

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
  /** Files that windows handed over before they name them in a call. */
  readonly held: HeldFiles;
  call<N extends Name>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  /** Never throws: refusals and failures come back as data. */
  callUnchecked(name: string, input: unknown): Promise<Result<unknown>>;
  /** Told of every commit, and of every project opened or closed (which touches everything). */
  onChanged(listener: (change: Change) => void): () => void;
  /** Told how far long tasks are: imports, and looking into large files. */
  onProgress(listener: (progress: Progress) => void): () => void;
  /** Stops the long tasks that run; false where there is none. */
  cancel(): boolean;
  /** Opens a project file in place of the one that is open. Throws a Refusal and leaves the open one alone where that cannot be. */
  openFile(file: string, about?: { sample: boolean }): Promise<OpenProject>;
  createFile(file: string, title: string): Promise<OpenProject>;
  closeProject(): Promise<void>;
  /** Closes the project and takes no more calls. */
  close(): Promise<void>;
}
