/** Milliseconds after which nobody waits any longer for word of what a command changed: it changed nothing, or the word got lost. */
const longest = 300;

/** Commands that are done and of whose changes nothing was heard yet: their answer and the word of changes travel by two ways. */
let untold = new Set<object>();
let heard = 0;

export const told = {
  /** The host told of a change. */
  hear(): void {
    heard += 1;
    untold = new Set();
  },
  /** A command begins; the function returned says that it is in the file. */
  began(): () => void {
    const before = heard;
    return () => {
      if (heard > before) return;
      const command = {};
      untold.add(command);
      setTimeout(() => untold.delete(command), longest);
    };
  },
  everything: (): boolean => untold.size === 0,
};
