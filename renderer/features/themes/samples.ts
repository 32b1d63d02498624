import type { Extract } from '../../../shared/contract/coding.ts';

/** Code units that fit two lines of a card. */
const fits = 90;
const says = 24;

/**
 * One extract for each code to be shown on its card: the first that says something and fits, otherwise the one nearest to
 * that length. Always the same for the same extracts, so that cards do not flicker.
 */
export function sampleOf(extracts: readonly Extract[]): Map<number, string> {
  const found = new Map<number, { text: string; off: number }>();
  for (const { codeId, text } of extracts) {
    const off = text.length < says ? says - text.length : Math.max(0, text.length - fits);
    const best = found.get(codeId);
    if (!best || off < best.off) found.set(codeId, { text, off });
  }
  return new Map([...found].map(([codeId, { text }]) => [codeId, text]));
}
