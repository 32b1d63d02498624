import { Menu } from 'electron';
import { menuOf } from './menu-of.ts';

/** The system's menu. Everything about projects is in the window itself. */
export function setMenu(openProject: () => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuOf(process.platform, openProject)));
}
