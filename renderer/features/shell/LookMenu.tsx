import { ALargeSmall } from 'lucide-react';
import { useSettings } from '../../state/settings.ts';
import { IconButton, Menu } from '../../ui/index.ts';

/** How large the words of answers are, and how close their lines. */
export function LookMenu() {
  const { textSize, density, set } = useSettings();
  return (
    <Menu
      align="end" label="Text size and lines"
      trigger={<IconButton label="Text size and lines" icon={<ALargeSmall size={17} />} />}
      items={[
        { label: 'Larger', keys: ['Ctrl', '+'], run: () => set({ textSize: textSize + 10 }) },
        { label: 'Smaller', keys: ['Ctrl', '−'], run: () => set({ textSize: textSize - 10 }) },
        { label: 'Usual size', keys: ['Ctrl', '0'], disabled: textSize === 100, run: () => set({ textSize: 100 }) },
        'separator',
        { label: 'Roomy lines', checked: density === 'roomy', run: () => set({ density: 'roomy' }) },
        { label: 'Close lines', checked: density === 'close', run: () => set({ density: 'close' }) },
      ]}
    />
  );
}
