import { useEffect, useRef, useState } from 'react';

/** Milliseconds without a key after which a memo is saved: long enough that a memo written in one go is one step of the history. */
const pause = 2_500;

/** Prose that saves itself on a pause, on leaving the field, and on leaving the screen. */
export function useMemoText(saved: string, save: (text: string) => void) {
  const [text, setText] = useState(saved);
  const state = useRef({ text, saved, save, timer: undefined as ReturnType<typeof setTimeout> | undefined, sent: saved });
  state.current.save = save;
  useEffect(() => {
    const { current } = state;
    // Undo, or another window, changed the words: show those, unless something is being written.
    if (current.text.trim() === current.saved.trim()) setText((current.text = saved));
    current.saved = current.sent = saved;
  }, [saved]);
  const flush = useRef(() => {
    const { current } = state;
    clearTimeout(current.timer);
    current.timer = undefined;
    const words = current.text.trim();
    if (words === current.sent.trim()) return;
    current.sent = words;
    current.save(words);
  });
  useEffect(() => {
    const finish = flush.current;
    return () => finish();
  }, []);
  return {
    value: text,
    onChange: (event: { target: { value: string } }) => {
      setText((state.current.text = event.target.value));
      clearTimeout(state.current.timer);
      state.current.timer = setTimeout(() => flush.current(), pause);
    },
    onBlur: () => flush.current(),
  };
}
