import type { CommandName, QueryName } from '../../shared/contract/index.ts';
import type { Table } from '../../shared/contract/define.ts';
import type { ErrorData } from '../../shared/errors.ts';
import { bytesOf, idOf, isSpent, letGo, spend } from './bytes.ts';
import type { FileActionName } from './file-actions.ts';
import type { Step } from './task.ts';

/** What a thread of its own may be asked to do: one call of the contract, with checked input. */
export type Job =
  | { kind: 'command'; name: CommandName; input: unknown; file: string; actor: string; at: string }
  | { kind: 'query'; name: QueryName; input: unknown; file: string }
  | { kind: 'action'; name: FileActionName; input: unknown };

/** What comes of it; a command also says which operation it became and which tables it touched. */
export interface Answered { output: unknown; operationId?: number | null; tables?: Table[] }

/** The job, four bytes that both threads see (how it stands), and what stands for its file and how that is to be read. */
export interface Order { job: Job; state: Int32Array; reading: string | undefined }
export const states = { running: 0, cancelled: 1, ending: 2 } as const;

/** Tries to go from running to another state; false where the other side was faster. Of cancelling and ending, one wins. */
export const canBeCancelled = (state: Int32Array, to: (typeof states)['cancelled' | 'ending']): boolean =>
  Atomics.compareExchange(state, 0, states.running, to) === states.running;

/** How a thread is left behind: the bytes of heap that it sits on, and what stands for a file that it keeps for a further look (importers/further-looks.ts). */
export interface Left { heap: number; keeps: string | undefined }

/** What the thread says: how far it is, and at the end what came of it. */
export type Message = { step: Step } | ({ answered: Answered } & Left) | ({ error: ErrorData } & Left);

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

interface Survey extends File { fileName?: string; plan?: Partial<Record<'format' | 'encoding' | 'delimiter' | 'sheet', string>> }

/** What stands for the survey file of a job and how it is to be read; undefined where there is none, and for base64, which tells nobody whether it came before. */
export function readingOf({ name, input }: Job): string | undefined {
  if (!name.startsWith('survey.')) return undefined;
  const { bytes, fileName, plan = {} } = input as Survey;
  return bytes instanceof Uint8Array ? JSON.stringify([idOf(bytes), fileName, plan.format, plan.encoding, plan.delimiter, plan.sheet]) : undefined;
}

/** The job for a thread that keeps its file: without the bytes, which are let go of where nobody else holds them. */
export function withoutFile<J extends Job>(job: J): J {
  const { bytes } = job.input as File;
  if (typeof bytes !== 'string') letGo(bytes);
  return { ...job, input: { ...(job.input as File), bytes: new Uint8Array(0) } };
}

/** In the thread: whatever came with the job came for it alone. */
export function receive(input: unknown): void {
  for (const { bytes } of filesIn(input)) if (typeof bytes !== 'string') spend(bytes);
}
