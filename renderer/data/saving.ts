import { create } from 'zustand';
import type { ErrorData } from '../../shared/errors.ts';

interface Saving {
  /** Commands that have been sent and not answered. */
  pending: number;
  /** How many of them show on the screen already what they will have done: then the title bar says at once that it is being saved. */
  early: number;
  /** The last command could not be written to the disk; `again` sends it once more. */
  failed: { message: string; again: () => void } | null;
}

/** What the title bar says about saving; it follows the commands that are really under way. */
export const useSaving = create<Saving>(() => ({ pending: 0, early: 0, failed: null }));

export const saving = {
  /** Something is drawn before the file has it; the function returned says that it has it now, or that it was taken off the screen. */
  shown(): () => void {
    useSaving.setState((state) => ({ early: state.early + 1 }));
    return () => useSaving.setState((state) => ({ early: state.early - 1 }));
  },
  /** Counts a command in; the function returned counts it out, with the error if there was one. */
  began(): (error: ErrorData | undefined, again: () => void) => void {
    useSaving.setState((state) => ({ pending: state.pending + 1 }));
    return (error, again) =>
      useSaving.setState((state) => ({
        pending: state.pending - 1,
        failed: error?.kind === 'storage' ? { message: error.message, again } : error ? state.failed : null,
      }));
  },
};
