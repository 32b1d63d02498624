import { z } from 'zod';
import { action } from './define.ts';
import { file, name, nothing } from './fields.ts';

export interface ProjectFile { id: string; title: string; fileName: string; folder: string; openedAt: string; missing: boolean; sample: boolean }
export interface OpenProject { title: string; fileName: string; folder: string; sample: boolean }
export interface WorkbenchStatus {
  version: string;
  /** How the window reaches the disk: a desktop program has file dialogs, a browser window keeps projects in one folder. */
  host: 'desktop' | 'browser' | 'command-line';
  projectsFolder: string;
  project: OpenProject | null;
}

/** Files and windows: everything that happens outside a project's data. */
export const workbench = {
  'workbench.status': action<WorkbenchStatus>()({ input: nothing }),
  /** Projects opened lately, newest first, and those lying in the projects folder. */
  'workbench.projects': action<ProjectFile[]>()({ input: nothing }),
  /** Makes a new project file, asking where on the desktop, otherwise in the projects folder; null when the person cancelled. */
  'workbench.create': action<OpenProject | null>()({ input: z.strictObject({ title: name(200) }) }),
  'workbench.open': action<OpenProject>()({ input: z.strictObject({ id: z.string().min(1).max(200) }) }),
  /** Shows the host's file dialog; null when it was cancelled or the host has none. */
  'workbench.choose': action<OpenProject | null>()({ input: nothing }),
  /** Takes a copy of a project file into the projects folder (browser windows cannot open a file in place). */
  'workbench.adopt': action<OpenProject>()({ input: z.strictObject({ ...file }) }),
  /** A fresh copy of the sample study. */
  'workbench.openSample': action<OpenProject>()({ input: nothing }),
  /** Stops the long tasks that run: what they were asked for answers with an error of kind `cancelled`, and nothing of it stays. */
  'workbench.cancel': action<{ cancelled: boolean }>()({ input: nothing }),
  'workbench.close': action<null>()({ input: nothing }),
};
