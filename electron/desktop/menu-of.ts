import type { MenuItemConstructorOptions } from 'electron';

/**
 * What the system's menu holds. No zoom: Ctrl+Plus belongs to the workbench, whose text size is its own. Undo is there on a Mac alone,
 * where a text field knows the editing keys only through the menu. The page is asked first, and takes Cmd+Z for the project wherever
 * nobody is typing, so that the menu hears it in text fields only. Elsewhere text fields undo by themselves.
 */
export function menuOf(platform: NodeJS.Platform, openProject: () => void): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: 'File', submenu: [{ label: 'Open project…', accelerator: 'CmdOrCtrl+O', click: openProject }, { type: 'separator' }, mac ? { role: 'close' } : { role: 'quit' }] },
    {
      label: 'Edit',
      submenu: [
        ...(mac ? ([{ label: 'Undo Typing', role: 'undo' }, { label: 'Redo Typing', role: 'redo' }, { type: 'separator' }] as const) : []),
        { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'pasteAndMatchStyle' }, { role: 'selectAll' },
      ],
    },
    { label: 'View', submenu: [{ role: 'togglefullscreen' }] },
    { role: 'windowMenu' },
  ];
}
