/**
 * Stands where the bytes of a file would, for a file that the window handed over before. The workbench puts the bytes in its
 * place; commands, queries and actions never meet one.
 */
export interface Held { held: string }

export const isHeld = (bytes: unknown): bytes is Held => typeof bytes === 'object' && bytes !== null && 'held' in bytes && typeof bytes.held === 'string';

/** Lists longer than this hold no files. */
const most = 1_000;

/** The same input of a call, with other bytes in each of its files. */
export function withBytes(input: unknown, change: (bytes: unknown) => unknown): unknown {
  if (Array.isArray(input)) return input.length > most ? input : input.map((each) => withBytes(each, change));
  if (typeof input !== 'object' || input === null || ArrayBuffer.isView(input)) return input;
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, key === 'bytes' ? change(value) : withBytes(value, change)]));
}
