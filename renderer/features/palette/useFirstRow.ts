import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Which row Enter means: the first one, also when better ones arrive above it, until the arrows or the pointer choose
 * another. Making a new code is never what a quick Enter does; then it is the search of all answers.
 */
export function useFirstRow(typed: string) {
  const [value, setValue] = useState('');
  const chosen = useRef(false);
  const last = useRef(typed);
  if (last.current !== typed) {
    last.current = typed;
    chosen.current = false;
  }
  useEffect(() => {
    if (chosen.current) return;
    const rows = [...document.querySelectorAll('.cp [cmdk-item]')].map((row) => row.getAttribute('data-value') ?? '');
    const [first] = rows;
    const wanted = first === 'new code' && rows.includes('search all') ? 'search all' : first;
    if (wanted !== undefined && wanted !== value) setValue(wanted);
    // Rows that came above the one before have pushed it down; the first is read from the top.
    if (wanted === first && wanted === value) document.querySelector('.cp [cmdk-list]')?.scrollTo?.({ top: 0 });
  });
  const follow = useCallback(() => {
    chosen.current = true;
  }, []);
  return { value, setValue, follow };
}
