import { MoreHorizontal } from 'lucide-react';
import { IconButton, Menu, type MenuItem } from '../../ui/index.ts';
import type { ThemeNode } from './board-model.ts';
import { call } from '../../data/call.ts';
import { toast } from '../../ui/toast.ts';
import { setUi, useThemesUi } from './ui-state.ts';
import type { ThemeKind } from '../../../shared/domain/types.ts';

const levels: { kind: ThemeKind; label: string }[] = [
  { kind: 'theme', label: 'Theme' }, { kind: 'overarching', label: 'Overarching theme' }, { kind: 'group', label: 'Group heading (not a theme)' },
];

/**
 * Everything that can be done to a theme. The button is for the mouse, so it is no part of the row's name; from the row in
 * focus the menu key (or Shift F10) opens the same.
 */
export function ThemeMenu({ node }: { node: ThemeNode }) {
  const ref = { kind: 'theme', id: node.id } as const;
  const change = async (kind: ThemeKind) => {
    const result = await call('theme.update', { id: node.id, kind });
    if (!result.ok) toast({ text: result.error.message });
  };
  const items: MenuItem[] = [
    { label: 'Open', keys: ['Enter'], run: () => setUi({ focus: ref, pane: { kind: 'theme', id: node.id } }) },
    { label: 'Rename', keys: ['F2'], run: () => later(() => setUi({ focus: ref, naming: ref })) },
    'separator',
    { label: node.theme.kind === 'theme' ? 'New sub-theme' : 'New theme here', run: () => later(() => setUi({ draft: { kind: 'theme', parentId: node.id, codeIds: [] } })) },
    { label: 'New group heading here', run: () => later(() => setUi({ draft: { kind: 'group', parentId: node.id, codeIds: [] } })) },
    { label: 'Move to…', keys: ['V'], run: () => later(() => setUi({ focus: ref, ask: { kind: 'move', cargo: { kind: 'theme', id: node.id } } })) },
    { label: 'Merge…', keys: ['M'], run: () => later(() => setUi({ merging: { kind: 'theme', ids: [node.id] } })) },
    { heading: 'Level' },
    ...levels.map(({ kind, label }) => ({ label, checked: node.theme.kind === kind, run: () => void change(kind) })),
    'separator',
    { label: 'Dissolve…', keys: ['Delete'], danger: true, run: () => later(() => setUi({ focus: ref, ask: { kind: 'dissolve', themeId: node.id } })) },
  ];
  const open = useThemesUi((ui) => ui.menu === node.id);
  const setOpen = (on: boolean) => setUi({ menu: on ? node.id : null, ...(on ? { focus: ref } : {}) });
  return <Menu returnsFocus={false} open={open} onOpenChange={setOpen} label={`“${node.theme.name}”`} align="end" items={items} trigger={<IconButton size="sm" label={`What to do with “${node.theme.name}”`} icon={<MoreHorizontal size={15} />} tabIndex={-1} aria-hidden onMouseDown={(event) => event.preventDefault()} />} />;
}

/** A menu gives the keyboard back to its button as it closes; what takes the keyboard next must come after that. */
export function later(run: () => void): void {
  const look = () => void (document.querySelector('[role="menu"]') ? setTimeout(look, 10) : setTimeout(run, 20));
  setTimeout(look, 0);
}
