import { cancelled } from '../../shared/errors.ts';

/** How far a task is: `done` of `total` of what `unit` names (rows, answers, MB). */
export interface Step { words: string; done: number; total: number; unit: string }

/** What a long task that runs in a thread of its own is followed by. */
export interface Follower {
  step: (step: Step) => void;
  /** Asked at every step. */
  cancelled: () => boolean;
}

/** One thread runs one task; on the main thread there is none, and telling costs nothing. */
let follower: Follower | undefined;

/** Between two steps under the same words, in milliseconds: nobody reads faster. */
const pause = 80;
let last = { words: '', at: 0 };

export function follow(given: Follower): void {
  follower = given;
}

/**
 * Says how far a long task is. To be called from within long loops, every thousand rounds or so, and once at the end with `done` equal to `total`.
 * Throws a refusal of kind `cancelled` where the person wants no more of it; a transaction around it rolls back.
 */
export function tell(words: string, done: number, total: number, unit: string): void {
  if (!follower) return;
  if (follower.cancelled()) throw cancelled('Cancelled.');
  const now = performance.now();
  if (words === last.words && done < total && now - last.at < pause) return;
  last = { words, at: now };
  follower.step({ words, done, total, unit });
}
