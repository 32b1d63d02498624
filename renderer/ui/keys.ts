/** How a combination is written: `j`, `?`, `Shift+ArrowRight`, `Ctrl+j`, `Ctrl+Shift+z`, `Space`. Command on a Mac counts as Ctrl. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const ctrl = event.ctrlKey || event.metaKey;
  const digit = (ctrl || event.altKey) && event.code.startsWith('Digit') ? event.code.slice(5) : undefined;
  const key = digit ?? (event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key);
  // A printed sign such as ? or + already says whether Shift was needed; letters and named keys do not.
  const shift = event.shiftKey && (key.length > 1 || digit !== undefined || key !== key.toUpperCase());
  return `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

/** The same for what a developer wrote: `Ctrl+J` and `Ctrl+j` are one, `J` alone is `j`. */
export function normalKey(written: string): string {
  const parts = written === '+' || written.endsWith('++') ? [...written.slice(0, -1).split('+').filter(Boolean), '+'] : written.split('+');
  const key = parts.at(-1) ?? '';
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return `${has('Ctrl') ? 'Ctrl+' : ''}${has('Alt') ? 'Alt+' : ''}${has('Shift') ? 'Shift+' : ''}${key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key}`;
}

const TEXT_TYPES = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number', 'date']);

/** Whether typing at this element writes text, so that letters and editing keys belong to it. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return TEXT_TYPES.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
