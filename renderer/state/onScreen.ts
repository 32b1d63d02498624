import { create } from 'zustand';
import type { DiaryLinkInput } from '../../shared/contract/record.ts';
import { type Screen, usePlace } from './place.ts';

export interface OnScreen {
  /** What one is doing here, in words: “Coding question 4”. */
  context: string;
  /** What a diary note written now would be about: the selection, the code, the theme. */
  links: readonly DiaryLinkInput[];
}

/** What is on screen, published by each screen, read by the diary note (Ctrl J). `screen` tells whose it is: one that publishes nothing has nothing. */
export const useOnScreen = create<OnScreen & { screen: Screen | null }>(() => ({ context: '', links: [], screen: null }));

export const setOnScreen = (onScreen: OnScreen): void => useOnScreen.setState({ ...onScreen, screen: usePlace.getState().screen });
