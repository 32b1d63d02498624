import { Tooltip as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Kbds } from './kbd.tsx';
import { usePortal } from './portal.ts';

interface Props {
  text: ReactNode;
  keys?: readonly string[] | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  children: ReactElement;
}

/** A few words about a control, on hover and on keyboard focus. It never holds what is not said elsewhere; the pointer may go onto it. */
export function Tooltip({ text, keys, side = 'bottom', children }: Props) {
  const container = usePortal();
  const [open, setOpen] = useState(false);
  // Gone before anybody else sees the key: Escape closes the tooltip and reaches what is behind it.
  useEffect(() => {
    if (!open) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') flushSync(() => setOpen(false));
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [open]);
  return (
    <Radix.Provider delayDuration={500}>
      <Radix.Root open={open} onOpenChange={setOpen}>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal container={container}>
          <Radix.Content className="tip" side={side} sideOffset={6} collisionPadding={8}>
            <span>{text}</span>
            {keys && <Kbds keys={keys} />}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
