import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Popover } from '../../ui/index.ts';
import { type Pick, Picker } from '../themes/Picker.tsx';

interface Props { what: 'code' | 'theme'; picks: readonly Omit<Pick, 'run'>[]; onPick: (key: string) => void; startOpen: boolean }

/** “Add another code”: a list searched by typing. */
export function AddSource({ what, picks, onPick, startOpen }: Props) {
  const [open, setOpen] = useState(false);
  // Once the dialog stands where it will stand, so that the list can be placed beside its button.
  useEffect(() => { if (startOpen) setOpen(true); }, [startOpen]);
  const [typed, setTyped] = useState('');
  const choose = (key: string) => {
    setOpen(false);
    setTyped('');
    onPick(key);
  };
  return (
    <Popover
      label={`Add another ${what}`} open={open} onOpenChange={setOpen} align="end" className="bd-pick"
      trigger={<Button variant="quiet" size="sm" icon={<Plus size={14} aria-hidden />}>Add another {what}</Button>}
    >
      <Picker label={`Add another ${what}`} placeholder={`Find a ${what}…`} picks={picks.map((pick) => ({ ...pick, run: () => choose(pick.key) }))} typed={typed} onTyped={setTyped} empty={`No such ${what}.`} />
    </Popover>
  );
}
