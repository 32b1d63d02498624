import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbds } from './kbd.tsx';
import { usePortal } from './portal.ts';

export interface MenuAction {
  label: ReactNode;
  run: () => void;
  icon?: ReactNode;
  keys?: readonly string[];
  disabled?: boolean;
  danger?: boolean;
  checked?: boolean;
}
/** An action, a line between groups, or the heading of a group. */
export type MenuItem = MenuAction | 'separator' | { heading: string };

interface Props {
  trigger: ReactElement;
  items: readonly MenuItem[];
  label?: string;
  align?: 'start' | 'end';
  side?: 'top' | 'bottom' | 'right';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** False leaves focus to the caller as the menu closes. */
  returnsFocus?: boolean;
}

/** A menu under a button. Not modal, so that nothing needs an inline style (CSP) and nothing is hidden from screen readers. */
export function Menu({ trigger, items, label, align = 'start', side = 'bottom', open, onOpenChange, returnsFocus = true }: Props) {
  const container = usePortal();
  return (
    <DropdownMenu.Root modal={false} {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content className="pop menu" align={align} side={side} sideOffset={6} collisionPadding={8} {...(label ? { 'aria-label': label } : {})} {...(returnsFocus ? {} : { onCloseAutoFocus: (event: Event) => event.preventDefault() })}>
          {items.map((item, index) => {
            if (item === 'separator') return <DropdownMenu.Separator key={index} className="menu-sep" />;
            if ('heading' in item)
              return (
                <DropdownMenu.Label key={index} className="menu-h">
                  {item.heading}
                </DropdownMenu.Label>
              );
            const inside = (
              <>
                {item.icon}
                <span>{item.label}</span>
                {item.keys && <Kbds keys={item.keys} />}
              </>
            );
            const shared = { className: `menu-item ${item.danger ? 'danger' : ''}`, disabled: item.disabled ?? false, onSelect: item.run };
            return item.checked === undefined ? (
              <DropdownMenu.Item key={index} {...shared}>
                {inside}
              </DropdownMenu.Item>
            ) : (
              <DropdownMenu.CheckboxItem key={index} {...shared} checked={item.checked}>
                {inside}
                <span className="push">{item.checked && <Check size={14} aria-hidden />}</span>
              </DropdownMenu.CheckboxItem>
            );
          })}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
