import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbds } from './kbd.tsx';
import { usePortal } from './portal.ts';

interface Props {
  text: ReactNode;
  keys?: readonly string[] | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  children: ReactElement;
}

/** A few words about a control, on hover and on keyboard focus. It never holds what is not said elsewhere. */
export function Tooltip({ text, keys, side = 'bottom', children }: Props) {
  const container = usePortal();
  return (
    <Radix.Provider delayDuration={500}>
      <Radix.Root disableHoverableContent>
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
