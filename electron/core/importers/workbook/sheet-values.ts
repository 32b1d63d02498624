/**
 * A number as people know it. Long whole numbers (ids) keep every digit of the file; a fraction is stored with more digits
 * than anybody typed (1.1 as 1.1000000000000001), and the shortest one that means the same is what was typed.
 */
export const plainNumber = (stored: string): string => (/^-?\d+\.\d{12,}$/.test(stored) ? String(Number(stored)) : stored);

/** Days from Excel's day 0 to 1970, and from its day 0 to that of old Excel for Mac. */
const days = { to1970: 25_569, to1904: 1_462 };

export interface SheetDate {
  text: string;
  /** Whether it is a day without a time, so that it may be written short. */
  midnight: boolean;
}

/** The serial number of a day, with the time as its fraction, as `yyyy-mm-dd hh:mm:ss`. A time of day alone is counted from before Excel's first day. */
export function sheetDate(stored: string, from1904: boolean): SheetDate {
  const serial = Number(stored) + (from1904 ? days.to1904 : 0);
  // Serial numbers come out a few milliseconds off.
  const seconds = Math.round((serial - days.to1970) * 86_400);
  const date = new Date(seconds * 1_000);
  // As Excel shows a date that is none.
  if (Number.isNaN(date.getTime())) return { text: '########', midnight: false };
  const [day = '', time = ''] = date.toISOString().split(/T|\.\d+Z$/);
  return date.getUTCFullYear() < 1900 ? { text: time, midnight: false } : { text: `${day} ${time}`, midnight: seconds % 86_400 === 0 };
}

/** Characters that XML cannot hold, written as `_x000D_`; `_x005F_` is the underscore that begins such a mark. */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
