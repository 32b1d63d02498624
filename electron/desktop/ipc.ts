import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Result } from '../../shared/errors.ts';
import type { Workbench } from '../core/workbench.ts';
import { appOrigin } from './protocol.ts';

/** Only the main frame of our own page may call. */
function isOurs({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === appOrigin;
}

/** One channel for every call, one for word of changes, one for how far long tasks are. Errors travel as data: Electron would keep only their text. */
export function connect(workbench: Workbench): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOurs(event) || typeof name !== 'string') return { ok: false, error: { kind: 'refused', message: 'Themework does not answer this window.' } };
    return await workbench.callUnchecked(name, input);
  });
  const send = (channel: string, event: unknown) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, event);
  };
  workbench.onChanged((change) => send('changed', change));
  workbench.onProgress((progress) => send('progress', progress));
}
