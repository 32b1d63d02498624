import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import { Kbd } from './kbd.tsx';

interface FieldProps {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  /** A text area that grows with its text. */
  multiline?: boolean;
  hideLabel?: boolean;
  required?: boolean;
  /** Said beneath in danger; the field is marked as wrong. */
  error?: string | undefined;
  hint?: ReactNode;
  placeholder?: string;
  autoFocus?: boolean;
  rows?: number;
  maxLength?: number;
  type?: 'text' | 'date';
  size?: 'sm' | 'md';
  disabled?: boolean;
  className?: string;
  inputClassName?: string;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  onBlur?: () => void;
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** A label and what one writes under it. */
export function Field({
  label,
  value,
  onChange,
  multiline,
  hideLabel,
  required,
  error,
  hint,
  size = 'md',
  className,
  inputClassName,
  inputRef,
  rows,
  type = 'text',
  autoFocus,
  ...rest
}: FieldProps) {
  const id = useId();
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined;
  const shared = {
    ...rest,
    id,
    value,
    required: false,
    'aria-required': required || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described,
    ...(autoFocus ? { autoFocus, 'data-autofocus': '' } : {}),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={id} className={hideLabel ? 'vh' : undefined}>
        {label}
      </label>
      {multiline ? (
        <textarea {...shared} ref={inputRef} rows={rows ?? 2} className={`textarea ${inputClassName ?? ''}`} />
      ) : (
        <input {...shared} ref={inputRef} type={type} autoComplete="off" spellCheck className={`input ${size === 'sm' ? 'sm' : ''} ${inputClassName ?? ''}`} />
      )}
      {error && (
        <span className="error" id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

interface SearchBoxProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  keyHint?: string;
  size?: 'sm' | 'md';
  className?: string;
  autoFocus?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  inputRef?: Ref<HTMLInputElement>;
}

/** Finds in the list beneath. Escape empties it. */
export function SearchBox({ label, value, onChange, placeholder, keyHint, size = 'sm', className, onKeyDown, inputRef, autoFocus }: SearchBoxProps) {
  return (
    <div className={`input soft-edge ${size === 'sm' ? 'sm' : ''} ${className ?? ''}`}>
      <Search size={13} strokeWidth={2.4} aria-hidden />
      <input
        ref={inputRef}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        {...(autoFocus ? { autoFocus, 'data-autofocus': '' } : {})}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            event.stopPropagation();
            onChange('');
            return;
          }
          onKeyDown?.(event);
        }}
      />
      {keyHint && value === '' && <Kbd>{keyHint}</Kbd>}
    </div>
  );
}
