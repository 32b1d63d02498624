import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createWorkbench, type Workbench, type WorkbenchOptions } from '../core/workbench.ts';
import { writeWhole } from '../core/write-file.ts';
import { type Loopback, startLoopback } from './server.ts';

export interface BrowserHostOptions extends Pick<WorkbenchOptions, 'version' | 'sample'> {
  /** The folder with the built page. */
  root: string;
  /** A project to begin with. */
  file?: string | undefined;
  /** Without one, the port of last time is tried first: a browser keeps the window's settings by address. */
  port?: number;
  dataFolder?: string;
  projectsFolder?: string;
}

export interface BrowserHost extends Loopback { workbench: Workbench }

/** The program's own folder where browsers and the desktop program keep settings on this system. */
export function defaultDataFolder(): string {
  const home = os.homedir();
  if (process.platform === 'win32') return path.join(process.env.APPDATA ?? path.join(home, 'AppData', 'Roaming'), 'Themework');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Themework');
  return path.join(process.env.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'Themework');
}

export const defaultProjectsFolder = (): string => path.join(os.homedir(), 'Themework');

/** The whole workbench for a browser window; `close` closes the project and then the server. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const dataFolder = options.dataFolder ?? defaultDataFolder();
  const workbench = createWorkbench({
    host: 'browser', version: options.version, sample: options.sample, dataFolder, projectsFolder: options.projectsFolder ?? defaultProjectsFolder(),
  });
  if (options.file !== undefined) await workbench.openFile(options.file);
  const portFile = path.join(dataFolder, 'browser-port');
  const last = lastPort(portFile);
  const loopback = await startLoopback(workbench, { root: options.root, port: options.port ?? last });
  if (options.port === undefined && last === 0) keepPort(portFile, loopback.port);
  return {
    ...loopback, workbench,
    close: async () => {
      await workbench.close();
      await loopback.close();
    },
  };
}

function lastPort(file: string): number {
  try {
    const port = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(port) && port >= 1_024 && port <= 65_535 ? port : 0;
  } catch {
    return 0;
  }
}

function keepPort(file: string, port: number): void {
  try {
    writeWhole(file, Buffer.from(String(port)));
  } catch {
    // Settings of the window begin anew next time; nothing else is lost.
  }
}
