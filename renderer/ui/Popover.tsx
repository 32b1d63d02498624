import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { usePortal } from './portal.ts';

interface Props {
  /** The button that opens it; or leave it out and give `open` with an `anchor`. */
  trigger?: ReactElement;
  anchor?: RefObject<{ getBoundingClientRect: () => DOMRect }>;
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  className?: string;
  /** False leaves focus where it is when it opens. */
  takesFocus?: boolean;
  children: ReactNode;
}

/** A small surface beside what it is about; Escape or a press elsewhere closes it. */
export function Popover({ trigger, anchor, label, open, onOpenChange, side = 'bottom', align = 'start', className, takesFocus = true, children }: Props) {
  const container = usePortal();
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      {anchor && <Radix.Anchor virtualRef={anchor} />}
      <Radix.Portal container={container}>
        <Radix.Content
          className={`pop ${className ?? ''}`}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          {...(takesFocus ? {} : { onOpenAutoFocus: (event: Event) => event.preventDefault() })}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
