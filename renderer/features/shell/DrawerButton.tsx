import { PanelLeft, PanelRight } from 'lucide-react';
import { IconButton } from '../../ui/index.ts';
import { openDrawer, type Side, useDrawers } from './drawers.ts';

/** Opens and closes a pane that has no room beside the answers; nothing where it has. */
export function DrawerButton({ side, label }: { side: Side; label: string }) {
  const { narrow, open } = useDrawers();
  if (!narrow) return null;
  return <IconButton label={label} tip={label} keys={['F6']} pressed={open === side} data-opens={side} className="drawer-btn" icon={side === 'left' ? <PanelLeft size={16} /> : <PanelRight size={16} />} onClick={() => openDrawer(open === side ? null : side)} />;
}
