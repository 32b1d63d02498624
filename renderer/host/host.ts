import type { Change, Progress } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/errors.ts';

/** All that the renderer knows of the world outside: one call, and word of what changed and of how far long tasks are. */
export interface Host {
  /** Answers with a Result; may reject only where the connection itself is gone. Bytes of files may stand in the input as they are. */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** Says that a file is needed no more: it was replaced, or its screen was left. */
  forget?(bytes: Uint8Array): void;
  /** Tells of every commit, from this window or another; returns how to stop listening. */
  onChanged(listener: (change: Change) => void): () => void;
  /** Tells how far long tasks are, whoever asked for them. */
  onProgress(listener: (progress: Progress) => void): () => void;
}

/** What a host program gives a window: calls carry plain data, and large files are handed over beforehand. */
export interface Transport extends Omit<Host, 'forget'> {
  /** Hands a file over, to be kept in memory; gives the word under which calls may name it. */
  hold(bytes: Uint8Array): Promise<Result<string>>;
  forget(held: string): Promise<unknown>;
}
