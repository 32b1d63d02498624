import { isTextField } from './keys.ts';

/** Caps that are not called as their key is. */
const called: Readonly<Record<string, string>> = { Space: ' ', Esc: 'Escape', '→': 'ArrowRight', '←': 'ArrowLeft', '↑': 'ArrowUp', '↓': 'ArrowDown', '↵': 'Enter', '−': '-' };

/** The key of printed caps; undefined where they stand for several keys (`1–6`, `Arrows`) or for none (`drag`). */
function keyOfCaps(caps: readonly string[]): string | undefined {
  const last = caps.at(-1) ?? '';
  if (!caps.slice(0, -1).every((cap) => ['Ctrl', 'Alt', 'Shift'].includes(cap))) return undefined;
  return called[last] ?? ([...last].length === 1 || /^(F\d+|Tab|Home|End|Enter|Delete|Backspace)$/.test(last) ? last : undefined);
}

export const canPress = (caps: readonly string[]): boolean => keyOfCaps(caps) !== undefined;

/** Does what pressing these keys does, where the keyboard is now. */
export function press(caps: readonly string[]): void {
  const key = keyOfCaps(caps);
  if (key === undefined) return;
  // The key is meant for the screen, not for a field that happens to have the focus.
  if (isTextField(document.activeElement)) (document.activeElement as HTMLElement).blur();
  const code = /^\d$/.test(key) ? `Digit${key}` : '';
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey: caps.includes('Ctrl'), altKey: caps.includes('Alt'), shiftKey: caps.includes('Shift'), bubbles: true, cancelable: true }));
}
