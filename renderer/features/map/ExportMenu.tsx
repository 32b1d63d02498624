import { ChevronDown, Download, Image, Spline } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../data/call.ts';
import { save } from '../../host/save.ts';
import { Button, Menu } from '../../ui/index.ts';
import { toast } from '../../ui/toast.ts';
import { useKeys } from '../../ui/useKeys.ts';

interface Props {
  format: 'map' | 'development';
  settings: Readonly<Record<string, string>>;
  /** What may be left out of the picture, on or off for the next export. */
  options: readonly { key: string; label: string; on: string; off: string; start: boolean }[];
}

/** The figure on screen as a file. */
export function ExportMenu({ format, settings, options }: Props) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>(() => Object.fromEntries(options.map((option) => [option.key, option.start])));
  useKeys({ 'Ctrl+Shift+e': () => setOpen(true) });
  const make = async (ending: 'png' | 'svg') => {
    const all = { ...settings, ...Object.fromEntries(options.map((option) => [option.key, chosen[option.key] ? option.on : option.off])) };
    const result = await call('export.make', { format, ending, settings: all });
    if (!result.ok) return toast({ text: result.error.message });
    save(result.value);
    return toast({ text: `Saved “${result.value.fileName}”.` });
  };
  return (
    <Menu
      label="Export" align="end" open={open} onOpenChange={setOpen}
      trigger={<Button icon={<Download size={15} aria-hidden />}>Export<ChevronDown size={13} aria-hidden /></Button>}
      items={[
        { label: 'Picture (PNG, 300 dpi)', icon: <Image size={16} aria-hidden />, run: () => void make('png') },
        { label: 'Scalable picture (SVG)', icon: <Spline size={16} aria-hidden />, run: () => void make('svg') },
        ...(options.length ? ['separator' as const, { heading: 'Include' }] : []),
        ...options.map((option) => ({ label: option.label, checked: chosen[option.key] === true, run: () => setChosen((before) => ({ ...before, [option.key]: !before[option.key] })) })),
      ]}
    />
  );
}
