import { useEffect, useRef, useState } from 'react';

/** Milliseconds without a key after which prose is saved. */
const pause = 1_200;

/** Prose that is saved on a pause or on leaving the field: one command for what was written in one go, none for nothing. */
export function useDraftText(saved: string, save: (text: string) => void) {
  const [text, setText] = useState(saved);
  const latest = useRef({ text, saved, save });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Sent and not yet come back, so that a pause followed by leaving the field is one command. */
  const sent = useRef<string>(undefined);
  // Undo, or another window, changed the words: show those, unless something is being written.
  useEffect(() => {
    sent.current = undefined;
    if (latest.current.text.trim() === latest.current.saved.trim()) setText(saved);
  }, [saved]);
  useEffect(() => { latest.current = { text, saved, save }; });

  const flush = useRef(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const now = latest.current;
    const words = now.text.trim();
    if (words === now.saved.trim() || words === sent.current) return;
    sent.current = words;
    now.save(words);
  });
  useEffect(() => {
    const finish = flush.current;
    return () => { if (timer.current !== undefined) finish(); };
  }, []);

  return {
    value: text,
    onChange: (next: string) => {
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => flush.current(), pause);
    },
    onBlur: () => flush.current(),
  };
}
