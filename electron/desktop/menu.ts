import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The system's menu. It holds no undo and no zoom: Ctrl+Z and Ctrl+Plus belong to the workbench, whose undo goes beyond
 * text fields and whose text size is its own.
 * Everything about projects is in the window itself.
 */
export function setMenu(openProject: () => void): void {
  const app: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    ...app,
    { label: 'File', submenu: [{ label: 'Open project…', accelerator: 'CmdOrCtrl+O', click: openProject }, { type: 'separator' }, process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' }] },
    { label: 'Edit', submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'pasteAndMatchStyle' }, { role: 'selectAll' }] },
    { label: 'View', submenu: [{ role: 'togglefullscreen' }] },
    { role: 'windowMenu' },
  ]));
}
