import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Result } from '../../shared/errors.ts';
import { toErrorData } from '../core/failures.ts';
import type { Workbench } from '../core/workbench.ts';
import { appOrigin } from './protocol.ts';

/** Only the main frame of our own page may call. */
function isOurs({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === appOrigin;
}

const noAnswer: Result<never> = { ok: false, error: { kind: 'refused', message: 'Themework does not answer this window.' } };

/** A channel for every call, two for files that calls name, one for word of changes, one for how far long tasks are. Errors travel as data: Electron would keep only their text. */
export function connect(workbench: Workbench): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown): Promise<Result<unknown>> =>
    isOurs(event) && typeof name === 'string' ? await workbench.callUnchecked(name, input) : noAnswer);
  const holding = new WeakSet<WebContents>();
  ipcMain.handle('hold', (event, bytes: unknown): Result<string> => {
    if (!isOurs(event) || !(bytes instanceof Uint8Array)) return noAnswer;
    if (!holding.has(event.sender)) {
      holding.add(event.sender);
      // A window that is gone, or has loaded its page again, asks for none of its files.
      for (const end of ['destroyed', 'did-navigate'] as const) event.sender.on(end as 'destroyed', () => workbench.held.forgetAll());
    }
    try {
      return { ok: true, value: workbench.held.hold(bytes) };
    } catch (error) {
      return { ok: false, error: toErrorData(error, '') };
    }
  });
  ipcMain.handle('forget', (event, held: unknown): Result<null> => {
    if (!isOurs(event) || typeof held !== 'string') return noAnswer;
    workbench.held.forget(held);
    return { ok: true, value: null };
  });
  const send = (channel: string, event: unknown) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, event);
  };
  workbench.onChanged((change) => send('changed', change));
  workbench.onProgress((progress) => send('progress', progress));
}
