import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Kbds } from './kbd.tsx';
import { Tooltip } from './Tooltip.tsx';

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'sm' | 'md' | 'lg';
  icon?: ReactNode;
  keys?: readonly string[];
  disabled?: boolean;
  /** Why it cannot be used just now; switches the button off and says so in a tooltip. */
  why?: string | undefined;
}

/** A verb with its object. One primary button per surface. */
export function Button({ variant = 'plain', size = 'md', icon, keys, why, disabled, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  const off = disabled || why !== undefined;
  const button = (
    <button
      {...rest}
      type={type === 'submit' && off ? 'button' : type}
      className={['btn', variant === 'plain' ? '' : variant, size === 'md' ? '' : size, className ?? ''].filter(Boolean).join(' ')}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
    >
      {icon}
      {children}
      {keys && <Kbds keys={keys} />}
    </button>
  );
  return why === undefined ? button : <Tooltip text={why}>{button}</Tooltip>;
}

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'aria-label'> {
  /** What it does; its name for screen readers and its tooltip. */
  label: string;
  icon: ReactNode;
  keys?: readonly string[];
  size?: 'sm' | 'md';
  /** A toggle: whether it is on. */
  pressed?: boolean;
  disabled?: boolean;
  /** More words for the tooltip than the name. */
  tip?: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
}

export function IconButton({ label, icon, keys, size = 'md', pressed, disabled, tip, side, className, onClick, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={tip ?? label} keys={keys} side={side}>
      <button
        type="button"
        {...rest}
        className={['iconbtn', size === 'sm' ? 'sm' : '', pressed ? 'is-on' : '', className ?? ''].filter(Boolean).join(' ')}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabled || undefined}
        onClick={disabled ? undefined : onClick}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
