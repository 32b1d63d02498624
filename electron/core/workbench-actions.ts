import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { missing } from '../../shared/errors.ts';
import { bytesOf } from './bytes.ts';
import { freeProjectFile } from './file-names.ts';
import { type FileActionName, fileActions } from './file-actions.ts';
import type { ActionHandlers } from './handling.ts';
import type { RecentProjects } from './recent.ts';
import { isLong } from './job.ts';
import type { Tasks } from './tasks.ts';
import type { Workbench, WorkbenchOptions } from './workbench-types.ts';
import { writeWhole } from './write-file.ts';

/** What happens outside a project's data: files are chosen, made, copied, opened and closed. */
export function workbenchActions(workbench: Workbench, options: WorkbenchOptions, recent: RecentProjects, tasks: Tasks): ActionHandlers {
  const projectsFolder = () => {
    mkdirSync(options.projectsFolder, { recursive: true });
    return options.projectsFolder;
  };

  return {
    'workbench.status': () => ({ version: options.version, host: options.host, projectsFolder: options.projectsFolder, project: workbench.project }),

    'workbench.projects': () => recent.list(),

    'workbench.create': async ({ title }) => {
      const suggested = freeProjectFile(projectsFolder(), title);
      const chosen = options.chooseSave ? await options.chooseSave(suggested) : suggested;
      return chosen === null ? null : workbench.createFile(withEnding(chosen), title);
    },

    'workbench.open': ({ id }) => {
      const found = recent.pathOf(id);
      if (!found) throw missing('This project is not in the list any more.');
      return workbench.openFile(found.path, found);
    },

    'workbench.choose': async () => {
      const chosen = (await options.chooseOpen?.()) ?? null;
      return chosen === null ? null : workbench.openFile(chosen);
    },

    'workbench.adopt': async ({ fileName, bytes }) => {
      const file = freeProjectFile(projectsFolder(), path.posix.basename(fileName.replaceAll('\\', '/')));
      writeWhole(file, bytesOf({ bytes }));
      try {
        return await workbench.openFile(file);
      } catch (error) {
        removeProject(file);
        throw error;
      }
    },

    'workbench.openSample': async () => {
      const usual = path.join(projectsFolder(), 'Sample study.themework');
      if (workbench.current?.file === usual) await workbench.closeProject();
      const file = openElsewhere(usual) ? freeProjectFile(projectsFolder(), 'Sample study') : usual;
      removeProject(file);
      await options.sample(file);
      return workbench.openFile(file, { sample: true });
    },

    'workbench.close': async () => {
      await workbench.closeProject();
      return null;
    },

    'workbench.cancel': () => ({ cancelled: workbench.cancel() }),

    ...apart(tasks),
  };
}

/** Looking into a large file happens in a thread of its own. A further look takes the place of the one before, which nobody waits for any more. */
function apart(tasks: Tasks): typeof fileActions {
  const each = Object.entries(fileActions).map(([name, look]) => [
    name,
    async (input: never) => {
      tasks.cancel(name);
      return isLong(input) ? (await tasks.look({ kind: 'action', name: name as FileActionName, input })).output : look(input);
    },
  ]);
  return Object.fromEntries(each) as typeof fileActions;
}

const withEnding = (file: string): string => (file.endsWith('.themework') ? file : `${file}.themework`);

function removeProject(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-lock']) rmSync(file + ending, { force: true });
}

/** Another window holds an exclusive transaction on the lock file while it has the project open (database.ts). */
function openElsewhere(file: string): boolean {
  if (!existsSync(`${file}-lock`)) return false;
  const lock = new Database(`${file}-lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE; COMMIT');
    return false;
  } catch {
    return true;
  } finally {
    lock.close();
  }
}
