import { createContext } from 'react';

interface Named { id: number; name: string }
interface Review {
  /** The analysis on show and those one can change to. */
  analysis: Named | null; analyses: readonly Named[];
  /** The place in the bar for what belongs to the open tab. */
  tools: HTMLElement | null;
}

export const ReviewContext = createContext<Review>({ analysis: null, analyses: [], tools: null });
