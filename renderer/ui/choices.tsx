import { Check as Tick, ChevronDown } from 'lucide-react';
import { Checkbox, Switch as RadixSwitch, ToggleGroup } from 'radix-ui';
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';

export interface Option<V extends string> {
  value: V;
  label: string;
  icon?: ReactNode;
  disabled?: boolean;
}

interface SegmentedProps<V extends string> {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  className?: string;
  iconsOnly?: boolean;
}

/** One of a few, side by side. Arrow keys move, as in any radio group. */
export function Segmented<V extends string>({ label, value, options, onChange, className, iconsOnly }: SegmentedProps<V>) {
  return (
    <ToggleGroup.Root type="single" className={`seg ${className ?? ''}`} aria-label={label} value={value} onValueChange={(next) => next && onChange(next as V)}>
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} disabled={option.disabled ?? false} {...(iconsOnly ? { 'aria-label': option.label } : {})}>
          {option.icon}
          {iconsOnly ? null : option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

interface CheckProps {
  checked: boolean | 'mixed';
  onChange: (checked: boolean) => void;
  label: ReactNode;
  hideLabel?: boolean;
  disabled?: boolean;
  className?: string;
}

/** A tick box with its words; `hideLabel` keeps the words for screen readers only (then they must be a string). */
export function Check({ checked, onChange, label, hideLabel, disabled, className }: CheckProps) {
  const id = useId();
  const box = (
    <Checkbox.Root
      id={id}
      className={`check ${checked === 'mixed' ? 'is-mixed' : ''} ${hideLabel ? (className ?? '') : ''}`}
      disabled={disabled ?? false}
      checked={checked === 'mixed' ? 'indeterminate' : checked}
      onCheckedChange={(next) => onChange(next === true)}
      {...(hideLabel ? { 'aria-label': String(label) } : {})}
    >
      <Tick size={12} strokeWidth={3} aria-hidden />
    </Checkbox.Root>
  );
  return hideLabel ? (
    box
  ) : (
    <label className={`opt ${className ?? ''}`} htmlFor={id}>
      {box}
      <span>{label}</span>
    </label>
  );
}

interface SwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  disabled?: boolean;
}

/** On or off, at once; the words come first, the switch stands at the end of the line. */
export function Switch({ checked, onChange, label, disabled }: SwitchProps) {
  const id = useId();
  return (
    <label className="opt" htmlFor={id}>
      <span>{label}</span>
      <RadixSwitch.Root id={id} className={`switch ${checked ? 'is-on' : ''}`} checked={checked} onCheckedChange={onChange} disabled={disabled ?? false} />
    </label>
  );
}

interface SelectProps<V extends string> extends Omit<ComponentPropsWithRef<'select'>, 'value' | 'onChange' | 'size'> {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  hideLabel?: boolean;
  size?: 'sm' | 'md';
  flat?: boolean;
}

/** One of many. A real select element: its list belongs to the system, so it is never cut off and needs no script to be accessible. */
export function Select<V extends string>({ label, value, options, onChange, hideLabel, size = 'md', flat, className, ...rest }: SelectProps<V>) {
  const id = useId();
  const select = (
    <span className={`select-wrap ${flat ? 'flat' : ''}`}>
      <select
        {...rest}
        id={id}
        className={['select', size === 'sm' ? 'sm' : '', flat ? 'flat' : '', className ?? ''].filter(Boolean).join(' ')}
        aria-label={hideLabel ? label : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value as V)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown className="chev" size={14} aria-hidden />
    </span>
  );
  return hideLabel ? (
    select
  ) : (
    <span className="field">
      <label htmlFor={id}>{label}</label>
      {select}
    </span>
  );
}
