import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { toErrorData } from '../core/failures.ts';
import { createWorkbench, type Workbench } from '../core/workbench.ts';
import { connect } from './ipc.ts';
import { setMenu } from './menu.ts';
import { registerScheme, servePage } from './protocol.ts';
import { lockContents, lockSession } from './security.ts';
import { openWindow } from './window.ts';

/** dist/, whether in a checkout or inside the packaged program. */
const dist = path.join(import.meta.dirname, '..');
const filters = [{ name: 'Themework projects', extensions: ['themework'] }];

const projectIn = (argv: readonly string[]): string | undefined => argv.slice(1).find((arg) => arg.endsWith('.themework'));

function makeWorkbench(): Workbench {
  return createWorkbench({
    host: 'desktop', version: app.getVersion(), dataFolder: app.getPath('userData'), projectsFolder: path.join(app.getPath('home'), 'Themework'),
    sample: (file) => copyFile(path.join(dist, 'sample', 'sample.themework'), file),
    chooseOpen: async () => (await dialog.showOpenDialog({ properties: ['openFile'], filters })).filePaths[0] ?? null,
    chooseSave: async (suggested) => (await dialog.showSaveDialog({ defaultPath: suggested, filters })).filePath || null,
  });
}

function boot(): void {
  const workbench = makeWorkbench();
  const open = (file: string) => void workbench.openFile(file).catch((error: unknown) => dialog.showErrorBox('Themework', toErrorData(error, file).message));
  const chooseAndOpen = async () => {
    const { filePaths: [file] } = await dialog.showOpenDialog({ properties: ['openFile'], filters });
    if (file !== undefined) open(file);
  };

  servePage(path.join(dist, 'renderer'));
  lockSession(session.defaultSession);
  connect(workbench);
  setMenu(() => void chooseAndOpen());
  closeBeforeQuit(workbench);

  app.on('second-instance', (_event, argv) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    const file = projectIn(argv);
    if (file !== undefined) open(file);
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  const file = early ?? projectIn(process.argv);
  early = undefined;
  app.on('open-file', (_event, opened) => open(opened));
  if (file !== undefined) open(file);
  openWindow();
}

/** Everything is saved already; closing folds it into the one file and lets go of the lock. */
function closeBeforeQuit(workbench: Workbench): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void workbench.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

/** A file double-clicked on macOS before the program was ready. */
let early: string | undefined;

if (app.requestSingleInstanceLock()) {
  app.enableSandbox();
  registerScheme();
  lockContents();
  app.on('open-file', (event, file) => {
    event.preventDefault();
    early = file;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Never awaited: Electron is ready only after this file has been evaluated.
  void app.whenReady().then(boot);
} else {
  app.quit();
}
