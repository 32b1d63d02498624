import { expect, it } from 'vitest';
import { menuOf } from './menu-of.ts';

const edit = (platform: NodeJS.Platform) => {
  const submenu = menuOf(platform, () => undefined).find(({ label }) => label === 'Edit')?.submenu;
  return Array.isArray(submenu) ? submenu.flatMap(({ role }) => role ?? []) : [];
};

it('a text field on a Mac finds every editing key in the menu, which it has none without', () => {
  expect(edit('darwin')).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll']);
});

it('elsewhere undo is left to the workbench and to the fields themselves', () => {
  for (const platform of ['linux', 'win32'] as const) expect(edit(platform)).toEqual(['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll']);
});
