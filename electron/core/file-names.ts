import { existsSync } from 'node:fs';
import path from 'node:path';

/** Names that Windows keeps for devices, whatever the ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Bytes of a file name: systems take 255, and endings such as “.themework-lock-journal” stand behind ours. */
const mostBytes = 200;

/** A title as a file name that every system accepts: no separators or control characters, at most 80 UTF-16 code units and 200 bytes. */
export function safeFileName(title: string): string {
  const plain = title.toWellFormed().normalize('NFC').replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' ');
  const short = withinBytes(plain.slice(0, 80).toWellFormed().replaceAll('\uFFFD', '')).replace(/^[. ]+|[. ]+$/g, '');
  if (!short) return 'Project';
  return reserved.test(short) ? `${short} project` : short;
}

/** As many whole characters as fit. */
function withinBytes(name: string): string {
  let bytes = 0;
  return Array.from(name).filter((character) => (bytes += Buffer.byteLength(character)) <= mostBytes).join('');
}

/** True for the name of a project file that leaves no room for the files which SQLite puts beside it. */
export const isTooLong = (fileName: string): boolean => Buffer.byteLength(fileName) > 255 - Buffer.byteLength('-lock-journal');

/** The first of “NAME.themework”, “NAME 2.themework”, … that no file in the folder bears. */
export function freeProjectFile(folder: string, title: string): string {
  const name = safeFileName(title.replace(/\.themework$/i, ''));
  for (let round = 1; ; round++) {
    const file = path.join(folder, `${name}${round === 1 ? '' : ` ${round}`}.themework`);
    if (!existsSync(file)) return file;
  }
}
