/**
 * Runs a built main file with the stand-in in place of `electron`, and does what its parent process asks:
 * `node run.ts MAIN [PROJECT]`, with an IPC channel. Every request is answered with {id, value} or {id, error}.
 */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Request } from './program.ts';

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({ resolve: (name, context, next) => (name === 'electron' ? { url: standIn, format: 'module-typescript', shortCircuit: true } : next(name, context)) });

// Like Electron, ready comes only after the main file has been evaluated: awaiting it at the top level would hang for ever.
const hanging = setTimeout(() => {
  process.stderr.write('The main file did not finish: it must not await app.whenReady() at the top level.\n');
  process.exit(13);
}, 10_000);
await import(pathToFileURL(process.argv[2] ?? '').href);
clearTimeout(hanging);

const { answers, app, BrowserWindow, ipcMain, seen, session } = await import('./electron.ts');
app.on('quit', () => process.send?.({ quit: true }, () => process.exit(0)));
await app.start();

async function obey(request: Request): Promise<unknown> {
  const [window] = BrowserWindow.getAllWindows();
  switch (request.do) {
    case 'page':
      return await window?.webContents.page?.evaluate(request.script);
    case 'look':
      return { ...seen, url: window?.webContents.page?.url(), windows: BrowserWindow.getAllWindows().length, sandboxed: app.sandboxed, visible: window?.visible, options: window?.options };
    case 'cancels':
      return await session.defaultSession.isCancelled(request.url);
    case 'ipc':
      return await ipcMain.handlers.get(request.channel)?.({ senderFrame: request.senderFrame }, ...request.args);
    case 'answer':
      return void answers.push(request.answer);
    case 'second-instance':
      return void app.emit('second-instance', {}, request.argv);
    case 'quit':
      return app.quit();
  }
}

process.on('message', (request: Request & { id: number }) => {
  obey(request).then(
    (value) => process.send?.({ id: request.id, value }),
    (error: unknown) => process.send?.({ id: request.id, error: String(error) }),
  );
});
process.send?.({ ready: true });
