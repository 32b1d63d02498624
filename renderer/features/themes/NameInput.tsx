import { useEffect, useRef, useState } from 'react';

interface Props { label: string; value: string; placeholder?: string; onDone: (name: string) => void; onCancel: () => void; keepOnBlur?: boolean; className?: string }

/** A name written in place: Enter keeps it, Escape leaves it, leaving the field keeps it too. */
export function NameInput({ label, value, placeholder, onDone, onCancel, keepOnBlur = true, className }: Props) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const finished = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (keep: boolean) => {
    if (finished.current) return;
    finished.current = true;
    if (keep && text.trim() !== '') onDone(text);
    else onCancel();
  };
  return (
    <input
      ref={input} className={`input sm name-input ${className ?? ''}`} aria-label={label} placeholder={placeholder} value={text} maxLength={200} autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') { event.preventDefault(); finish(true); }
        if (event.key === 'Escape') { event.preventDefault(); finish(false); }
      }}
      onBlur={() => finish(keepOnBlur)}
    />
  );
}
