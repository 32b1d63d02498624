import { type Place, repairText } from './mojibake.ts';

/** A cell as it will be kept. */
export interface CleanCell {
  text: string;
  places: Place[] /** Control characters taken out. */;
  removed: number;
}

/** Most cells are plain ASCII and need nothing: one look decides. */
const remarkable = /[^\t\n\x20-\x7e]/;
const unclean = /[\r\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const noPlaces: Place[] = [];

/**
 * Line ends become LF, control characters (except tab and LF) and a byte order mark at the beginning go, damaged characters are repaired where `repair` is
 * true. Nothing else changes: no trimming, no normalising, zero-width characters and soft hyphens stay. A cell of nothing but blanks is empty.
 */
export function cleanCell(raw: string, repair: boolean): CleanCell {
  if (!remarkable.test(raw)) return { text: raw.trim() === '' ? '' : raw, places: noPlaces, removed: 0 };
  let text = raw;
  let removed = 0;
  if (unclean.test(raw)) {
    const lines = raw.replace(/\r\n?/g, '\n');
    text = lines.replace(controls, '');
    removed = lines.length - text.length;
  }
  // A byte order mark that strayed into a cell: inside a text it would be a joiner, at its beginning it is nothing.
  if (text.startsWith('\ufeff')) {
    text = text.slice(1);
    removed++;
  }
  if (text.trim() === '') return { text: '', places: noPlaces, removed };
  if (!repair) return { text, places: noPlaces, removed };
  const repaired = repairText(text);
  return { ...repaired, removed };
}

/** Marks that Qualtrics and others write into text columns for “seen, not answered”. */
export const isNoAnswer = (text: string): boolean => text.length < 8 && /^\s*-999?\s*$/.test(text);
