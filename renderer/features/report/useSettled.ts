import { useEffect, useRef, useState } from 'react';

/** Milliseconds without a change after which somebody has finished typing. */
const PAUSE = 250;

/** The value once it has stayed the same for a moment, so that not every letter of a title makes a document. */
export function useSettled<T>(value: T): T {
  const key = JSON.stringify(value);
  const [settled, setSettled] = useState(key);
  const kept = useRef(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), PAUSE);
    return () => clearTimeout(timer);
  }, [key]);
  if (settled === key) kept.current = value;
  return kept.current;
}
