import { useEffect } from 'react';
import { pastedFile } from './read-file.ts';

/** Cells or text copied from another program, or a copied file, wherever the window is while `enabled`. */
export function usePaste(choose: (file: File) => void, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const file = event.clipboardData?.files[0] ?? (text.trim() ? pastedFile(text) : undefined);
      if (!file) return;
      event.preventDefault();
      choose(file);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });
}
