import { randomUUID } from 'node:crypto';
import { refused } from '../../shared/errors.ts';
import { isHeld, withBytes } from '../../shared/held.ts';
import { spend } from './bytes.ts';

export interface HeldLimits { files: number; bytes: number }

/**
 * Files that a window handed over once and names in several calls. They are in memory only, and only while they are needed: the
 * command that brings one in takes it for good. Where there are too many, the ones that nobody asked for longest go; the window
 * hands a file over again where it is told that it is gone.
 */
export class HeldFiles {
  #files = new Map<string, Uint8Array>();
  #limits: HeldLimits;
  #gone: () => void;

  /** `gone` is called when a file is let go of that was not brought in. */
  constructor(limits: HeldLimits = { files: 20, bytes: 500_000_000 }, gone = () => {}) {
    this.#limits = limits;
    this.#gone = gone;
  }

  /** Keeps a file, whose bytes have their memory to themselves, and gives the word for it. Throws a refusal for one that is too large. */
  hold(bytes: Uint8Array): string {
    const { files, bytes: most } = this.#limits;
    if (bytes.length > most) throw refused(`This file is larger than ${most / 1_000_000} MB, which is more than Themework can read at once. Split it into smaller files.`);
    for (const oldest of this.#files.keys()) {
      if (this.#files.size < files && this.#size() + bytes.length <= most) break;
      this.forget(oldest);
    }
    const word = randomUUID();
    this.#files.set(word, bytes);
    return word;
  }

  /** Puts bytes in the place of words for them; with `last` they are needed no more. Throws a refusal for a word that stands for nothing. */
  fill(input: unknown, last: boolean): unknown {
    return withBytes(input, (bytes) => {
      if (!isHeld(bytes)) return bytes;
      const file = this.#files.get(bytes.held);
      if (!file) throw refused('The file is not in memory any more, so nothing was done with it. Choose it again.', { held: bytes.held });
      this.#files.delete(bytes.held);
      if (last) return spend(file);
      this.#files.set(bytes.held, file);
      return file;
    });
  }

  forget(word: string): void {
    if (this.#files.delete(word)) this.#gone();
  }

  forgetAll(): void {
    this.#files.clear();
    this.#gone();
  }

  #size(): number {
    let sum = 0;
    for (const { length } of this.#files.values()) sum += length;
    return sum;
  }
}
