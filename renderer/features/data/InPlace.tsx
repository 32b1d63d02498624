interface Props {
  label: string;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
  onKeep: () => void;
  onDrop: () => void;
}

/** A field in the place of what it changes: Enter or leaving keeps, Escape drops. */
export function InPlace({ label, value, maxLength, onChange, onKeep, onDrop }: Props) {
  return (
    <input
      className="input sm"
      aria-label={label}
      value={value}
      maxLength={maxLength}
      ref={(field) => {
        if (!field || document.activeElement === field) return;
        field.focus();
        field.select();
      }}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onKeep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onKeep();
        if (event.key === 'Escape') {
          event.stopPropagation();
          onDrop();
        }
      }}
    />
  );
}
