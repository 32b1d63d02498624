import { useEffect, useRef, useState } from 'react';

interface Props { label: string; value: string; placeholder?: string; onDone: (name: string) => void; onCancel: () => void; keepOnBlur?: boolean; className?: string }

/** A name written in place: Enter keeps it, Escape leaves it, leaving the field keeps it too. */
export function NameInput({ label, value, placeholder, onDone, onCancel, keepOnBlur = true, className }: Props) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const finished = useRef(false);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current ??= document.activeElement;
    input.current?.focus();
    input.current?.select();
  }, []);
  /** A key that ends it gives the keyboard back to where it was. */
  const finishByKey = (keep: boolean) => {
    finish(keep);
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus({ preventScroll: true });
  };
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
        if (event.key === 'Enter') { event.preventDefault(); finishByKey(true); }
        if (event.key === 'Escape') { event.preventDefault(); finishByKey(false); }
      }}
      onBlur={() => finish(keepOnBlur)}
    />
  );
}
