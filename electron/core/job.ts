import type { CommandName, QueryName } from '../../shared/contract/index.ts';
import type { Table } from '../../shared/contract/define.ts';
import type { ErrorData } from '../../shared/errors.ts';
import { bytesOf, isSpent, spend } from './bytes.ts';
import type { FileActionName } from './file-actions.ts';
import type { Step } from './task.ts';

/** What a thread of its own may be asked to do: one call of the contract, with checked input. */
export type Job =
  | { kind: 'command'; name: CommandName; input: unknown; file: string; actor: string; at: string }
  | { kind: 'query'; name: QueryName; input: unknown; file: string }
  | { kind: 'action'; name: FileActionName; input: unknown };

/** What comes of it; a command also says which operation it became and which tables it touched. */
export interface Answered { output: unknown; operationId?: number | null; tables?: Table[] }

/** The job, and four bytes that both threads see: how it stands. */
export interface Order { job: Job; state: Int32Array }
export const states = { running: 0, cancelled: 1, ending: 2 } as const;

/** Tries to go from running to another state; false where the other side was faster. Of cancelling and ending, one wins. */
export const canBeCancelled = (state: Int32Array, to: (typeof states)['cancelled' | 'ending']): boolean =>
  Atomics.compareExchange(state, 0, states.running, to) === states.running;

/** What the thread says; with the answer, how many bytes of heap it sits on. */
export type Message = { step: Step } | { answered: Answered; heap: number } | { error: ErrorData; heap: number };

/**
 * From this size of its files on (in bytes) a call gets a thread. Starting one takes up to half a second, most of it for loading modules;
 * a CSV of a million bytes is understood in less than that on the main thread. Packed files hold up to 200 times their size.
 */
const long = { plain: 1_000_000, packed: 100_000 };

/** The same for calls that the contract calls slow: they look for each row's words in all answers. */
const slower = { plain: 150_000, packed: 30_000 };

/** A call with files that take a moment to read, or to work with. */
export function isLong(input: unknown, slow = false): boolean {
  const from = slow ? slower : long;
  return filesIn(input).some((file) => {
    const length = typeof file.bytes === 'string' ? file.bytes.length * 0.75 : file.bytes.byteLength;
    return length >= (isPacked(file) ? from.packed : from.plain);
  });
}

/** A list with so many entries (such as places to code) takes a moment too, and gets a thread whatever the command records. */
export const hasLongList = (input: unknown): boolean => typeof input === 'object' && input !== null && Object.values(input).some((value) => Array.isArray(value) && value.length > 10_000);

interface File { bytes: string | Uint8Array }

/** Zip files (workbooks and documents among them) and PDFs. */
function isPacked({ bytes }: File): boolean {
  const head = bytesOf({ bytes: typeof bytes === 'string' ? bytes.slice(0, 8) : bytes.subarray(0, 4) }).toString('latin1', 0, 4);
  return head.startsWith('PK') || head === '%PDF';
}

/** The files of an input: itself, and those in its lists. */
function filesIn(input: unknown): File[] {
  if (Array.isArray(input)) return input.length <= 1_000 ? input.flatMap(filesIn) : [];
  if (typeof input !== 'object' || input === null) return [];
  const { bytes } = input as { bytes?: unknown };
  const inside = Object.values(input).flatMap((value) => (Array.isArray(value) ? filesIn(value) : []));
  return typeof bytes === 'string' || bytes instanceof Uint8Array ? [input as File, ...inside] : inside;
}

/**
 * Reads the base64 of an input's files, in its place (the door's own copy of what a caller gave): the text of a large file would
 * lie about for nothing. Gives the bytes of all files together, and those that nobody else holds: they can move to the other thread.
 */
export function handedOver(input: unknown): { size: number; packed: boolean; own: ArrayBuffer[] } {
  const files = filesIn(input);
  for (const file of files) {
    if (typeof file.bytes !== 'string') continue;
    // Never from Node's pool of small buffers, which cannot move.
    const decoded = spend(Buffer.allocUnsafeSlow(Math.floor(file.bytes.length * 0.75)));
    const length = decoded.write(file.bytes, 'base64');
    file.bytes = decoded.subarray(0, length);
  }
  const own = new Set(files.flatMap(({ bytes }) => (typeof bytes !== 'string' && isSpent(bytes) && bytes.buffer instanceof ArrayBuffer ? bytes.buffer : [])));
  return { size: files.reduce((sum, { bytes }) => sum + bytes.length, 0), packed: files.some(isPacked), own: [...own] };
}

/** In the thread: whatever came with the job came for it alone. */
export function receive(input: unknown): void {
  for (const { bytes } of filesIn(input)) if (typeof bytes !== 'string') spend(bytes);
}
