import { isUtf8 } from 'node:buffer';
import { refused } from '../../../shared/errors.ts';
import type { ImportFile } from './importer.ts';

export interface Decoded {
  text: string;
  encoding: string;
  warnings: string[];
}

/**
 * Bytes to text: byte order mark, UTF-16 by its NULs, strict UTF-8, and otherwise windows-1252 with a warning.
 * `wished` names an encoding instead. Throws a refusal for an encoding that nobody knows.
 */
export function decode({ fileName, bytes }: ImportFile, wished?: string): Decoded {
  const warnings: string[] = [];
  const encoding = wished ?? guess(bytes, warnings);
  let text: string;
  try {
    text = new TextDecoder(encoding).decode(bytes);
  } catch {
    throw refused(`Themework does not know the text encoding “${encoding}”. Try utf-8 or windows-1252.`);
  }
  const nuls = text.includes('\0') ? text.split('\0').length - 1 : 0;
  if (nuls) {
    if (nuls > text.length * 0.2) throw refused(`“${fileName}” is not a text file. Export the answers again as CSV.`);
    text = text.replaceAll('\0', '');
    warnings.push(nuls === 1 ? '1 empty character (NUL) was removed.' : `${nuls} empty characters (NUL) were removed.`);
  }
  // A file with Windows line ends that was written in text mode once more; phantom blank rows would come of it.
  if (text.includes('\r\r\n')) text = text.replaceAll('\r\r\n', '\r\n');
  const lost = text.includes('\ufffd') ? text.split('\ufffd').length - 1 : 0;
  if (lost)
    warnings.push(
      `${lost === 1 ? '1 character was' : `${lost} characters were`} lost before the file came here (they read “\ufffd”) and cannot be brought back. A fresh export may still have them.`,
    );
  return { text, encoding, warnings };
}

function guess(bytes: Buffer, warnings: string[]): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = guessWide(bytes);
  if (wide) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  warnings.push(
    'The file is not saved as UTF-8; it was read as Western European (windows-1252). Look at accents and apostrophes below; if they are wrong, export the file again as UTF-8.',
  );
  return 'windows-1252';
}

/** UTF-16 without a mark: ordinary letters have a NUL in every second byte. */
function guessWide(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, 65_536);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) at % 2 ? odd++ : even++;
  const enough = sample.length * 0.15;
  if (odd > enough && odd > even * 8) return 'utf-16le';
  if (even > enough && even > odd * 8) return 'utf-16be';
  return undefined;
}
