import { create } from 'zustand';
import { entryOf, type Progress } from '../../shared/contract/index.ts';
import { getHost } from '../host/index.ts';

/** Milliseconds before something that is under way is worth a word. */
export const PATIENCE = 1_000;

interface Working {
  /** Calls of this window that have not been answered for a second. */
  slow: number;
  /** The long tasks that run, whoever asked for them, by their number; `since` in milliseconds as performance.now() counts them. */
  tasks: ReadonlyMap<number, Progress & { since: number }>;
}

/** What takes so long that a person should know how far it is. */
export const useWorking = create<Working>(() => ({ slow: 0, tasks: new Map() }));

/** Counts a call in; the function returned counts it out. Actions may wait for a person in a dialog, so they do not count. */
export function began(name: string): () => void {
  if (entryOf(name)?.kind === 'action') return () => undefined;
  let counted = false;
  const count = (by: number) => useWorking.setState(({ slow }) => ({ slow: slow + by }));
  const timer = setTimeout(() => {
    counted = true;
    count(1);
  }, PATIENCE);
  return () => {
    clearTimeout(timer);
    if (counted) count(-1);
  };
}

/** Follows the long tasks of the host until the function returned is called. */
export function followTasks(): () => void {
  const stop = getHost().onProgress((progress) =>
    useWorking.setState(({ tasks }) => {
      const next = new Map(tasks);
      if (progress.over) next.delete(progress.task);
      else next.set(progress.task, { ...progress, since: tasks.get(progress.task)?.since ?? performance.now() });
      return { tasks: next };
    }),
  );
  return () => {
    stop();
    useWorking.setState({ tasks: new Map() });
  };
}
