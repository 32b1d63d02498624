import type { Change, Progress } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/errors.ts';

/** All that the renderer knows of the world outside: one call, and word of what changed and of how far long tasks are. */
export interface Host {
  /** Answers with a Result; may reject only where the connection itself is gone. */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** Tells of every commit, from this window or another; returns how to stop listening. */
  onChanged(listener: (change: Change) => void): () => void;
  /** Tells how far long tasks are, whoever asked for them. */
  onProgress(listener: (progress: Progress) => void): () => void;
}
