import type { Workbench } from '../core/workbench.ts';

/** Milliseconds before a word is said at all, and between two lines. */
const patience = 1_000;
const pause = 500;

/** Says on standard error how far a long call is, a line at a time, and lets Ctrl+C stop it. Gives how to stop listening. */
export function followProgress(workbench: Workbench, say: (line: string) => void): () => void {
  const began = performance.now();
  let said = 0;
  const silence = workbench.onProgress(({ words, done, total, unit, over }) => {
    const now = performance.now();
    if (over || total === 0 || now - began < patience || now - said < pause) return;
    said = now;
    say(`${words}: ${count(done)} of ${count(total)} ${unit}\n`);
  });
  const interrupted = () => {
    // With nothing to stop, Ctrl+C ends the program as ever.
    if (!workbench.cancel()) process.exit(130);
  };
  process.on('SIGINT', interrupted);
  return () => {
    process.off('SIGINT', interrupted);
    silence();
  };
}

const count = (number: number): string => number.toLocaleString('en-GB');
