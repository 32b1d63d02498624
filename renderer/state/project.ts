import { create } from 'zustand';
import type { OpenProject, WorkbenchStatus } from '../../shared/contract/workbench.ts';
import type { ErrorData } from '../../shared/errors.ts';
import { call } from '../data/call.ts';

interface ProjectState {
  status: WorkbenchStatus | null;
  error: ErrorData | null;
  /** The project (by `projectKey`) that `place` speaks of; another one than in `status` for a moment, while one is being opened. */
  entered: string | null;
}

/** Which project is open in this window, and in what kind of host. Not cached rows: the host says it anew after each change of project. */
export const useProject = create<ProjectState>(() => ({ status: null, error: null, entered: null }));

let asked = 0;

/** Asks the host again. Call it after an action that opened or closed a project. */
export async function refreshProject(): Promise<void> {
  const request = ++asked;
  const result = await call('workbench.status', {});
  if (request !== asked) return;
  useProject.setState(result.ok ? { status: result.value, error: null } : { error: result.error });
}

/** Tells two projects apart in this window and in what is remembered on this computer. */
export const projectKey = (project: Pick<OpenProject, 'folder' | 'fileName'>): string => `${project.folder}/${project.fileName}`;
