import type { Doc } from '../../../shared/report/model.ts';

/** A4 upright with margins of 2.5 cm, in twentieths of a point. */
export const page = { width: 11_906, height: 16_838, margin: 1_417 };

/** The width between the margins, in twentieths of a point. */
export const contentWidth = (orientation: Doc['orientation']): number => (orientation === 'sideways' ? page.height : page.width) - 2 * page.margin;
