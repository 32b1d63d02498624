import type { PaletteCommand } from '../../ui/commands.ts';
import type { Hint } from '../../ui/hints.ts';
import { canPress, press } from '../../ui/press.ts';

/**
 * What the keys of the screen do, as commands: a screen names a key once (`useHints`), for the hint bar, the list of keys
 * and the palette, and the command does what pressing the key does. Keys that a command names as its own are left out.
 */
export function keyCommands(hints: readonly Hint[], commands: readonly PaletteCommand[]): PaletteCommand[] {
  const taken = new Set(commands.map(({ keys }) => keys?.join('+')));
  const found: PaletteCommand[] = [];
  for (const { keys, or, each, text, also, palette } of hints) {
    if (palette === false || (or && !each)) continue;
    const ways: [readonly string[], string][] = or && each ? [[keys, each[0]], [or, each[1]]] : [[keys, text]];
    for (const [caps, label] of ways) {
      const id = caps.join('+');
      if (taken.has(id) || !canPress(caps)) continue;
      taken.add(id);
      // Once the palette has closed, and given the keyboard back to where it was.
      found.push({ id: `key ${id}`, label, keys: caps, ...(also === undefined ? {} : { also }), run: () => void setTimeout(() => press(caps)) });
    }
  }
  return found;
}
