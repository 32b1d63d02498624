/** Work that must not overlap, in the order in which it came. Nothing waits while nothing is under way. */
export class Turns {
  #last: Promise<unknown> | undefined;

  /** Does the work at once where it can, otherwise after all that came before, whatever became of that. */
  take<T>(work: () => T | Promise<T>): T | Promise<T> {
    const done = this.#last ? this.#last.then(work) : work();
    if (!(done instanceof Promise)) return done;
    const settled = done.then(nothing, nothing).then(() => {
      if (this.#last === settled) this.#last = undefined;
    });
    this.#last = settled;
    return done;
  }
}

const nothing = () => undefined;
