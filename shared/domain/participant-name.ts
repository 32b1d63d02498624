import type { Display } from './types.ts';

/** Ids longer than this (UTF-16 code units), such as Qualtrics' R_…, are no names for people; a number is shown instead. */
const longestShownId = 12;

/** How a participant is shown everywhere: by the id of the file where the project says so and the id is short, otherwise as P1, P2 … in order of arrival. */
export const shownAs = (display: Display, label: string, number: number): string => (display === 'imported' && label.length <= longestShownId ? label : `P${number}`);
