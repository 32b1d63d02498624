import path from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { appUrl } from './protocol.ts';

/** Height of the page's title bar in pixels, under which the system's window buttons lie (--titlebar-h less its border). */
const titleBar = 43;

/** The colours of the title bar (--desk, --ink-2 of tokens.css), light and dark. */
const overlay = () => (nativeTheme.shouldUseDarkColors ? { color: '#131615', symbolColor: '#b9c0bb', height: titleBar } : { color: '#f2f3f0', symbolColor: '#454d48', height: titleBar });

/** Opens the one window of the program. */
export function openWindow(): BrowserWindow {
  const mac = process.platform === 'darwin';
  const window = new BrowserWindow({
    width: 1280, height: 820, minWidth: 1100, minHeight: 700, show: false, title: 'Themework', backgroundColor: overlay().color,
    titleBarStyle: mac ? 'hiddenInset' : 'hidden', ...(mac ? {} : { titleBarOverlay: overlay() }),
    webPreferences: { preload: path.join(import.meta.dirname, 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  if (!mac) nativeTheme.on('updated', () => window.isDestroyed() || window.setTitleBarOverlay(overlay()));
  void window.loadURL(appUrl);
  return window;
}
