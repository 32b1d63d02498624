import { refused } from '../../../../shared/errors.ts';
import { type FoundEncoding, sureEncoding } from './encoding.ts';
import type { ImportFile } from '../importer.ts';

export interface Decoded {
  text: string;
  encoding: string;
  warnings: string[];
}

/** For callers that cannot wait for the detector: what the bytes prove, otherwise Western European. */
const quickly = (bytes: Buffer): FoundEncoding => sureEncoding(bytes) ?? { encoding: 'windows-1252', evidence: '', doubtful: true };

/** Bytes to text in the encoding that was `wished` for or `found`. Throws a refusal for an encoding that nobody knows. */
export function decode(file: ImportFile, wished?: string, found?: FoundEncoding): Decoded {
  const decoded = new DecodedPieces(file, wished, found);
  let text = '';
  for (const { text: piece } of decoded.pieces()) text += piece;
  return { text, encoding: decoded.encoding, warnings: decoded.warnings() };
}

/** Bytes of a piece: its text is small enough to lie among young objects, which cost nothing once they are dropped. */
const pieceLength = 60_000;

/** The text of a file piece by piece, so that a large one is never in memory as a whole. No piece but the last ends with a carriage return. */
export class DecodedPieces {
  readonly encoding: string;
  #file: ImportFile;
  #doubtful: boolean;
  #nuls = 0;

  constructor(file: ImportFile, wished?: string, found: FoundEncoding = quickly(file.bytes)) {
    this.#file = file;
    this.encoding = decoderFor(wished ?? found.encoding).encoding;
    this.#doubtful = found.doubtful && this.encoding === found.encoding && this.encoding !== 'utf-8';
  }

  /** Whether lines end with CR alone. */
  get oldMac(): boolean {
    if (!this.encoding.startsWith('utf-16')) return !this.#file.bytes.includes(10);
    for (const { text } of this.pieces()) if (text.includes('\n')) return false;
    return true;
  }

  /** May be gone through more than once. `done` counts the bytes up to the end of the piece. Throws a refusal where it is no text. */
  *pieces(): Generator<{ text: string; done: number; last: boolean }> {
    const { fileName, bytes } = this.#file;
    const decoder = decoderFor(this.encoding);
    let held = '';
    let length = 0;
    this.#nuls = 0;
    for (let at = 0; at < bytes.length || at === 0; at += pieceLength) {
      const done = Math.min(at + pieceLength, bytes.length);
      const last = done === bytes.length;
      const whole = held + decoder.decode(bytes.subarray(at, done), { stream: !last });
      length += whole.length - held.length;
      const text = whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
      this.#nuls += whole.length - text.length;
      if (last && this.#nuls > length * 0.2) throw refused(`“${fileName}” is not a text file. Export the answers again as CSV.`);
      // A line end may be cut in two.
      held = last ? '' : returnsAtEnd(text);
      const kept = held ? text.slice(0, -held.length) : text;
      // A file with Windows line ends that was written in text mode once more; phantom blank rows would come of it.
      yield { text: kept.includes('\r\r\n') ? kept.replaceAll('\r\r\n', '\r\n') : kept, done, last };
    }
  }

  /** What a person should know; complete once all pieces were gone through. */
  warnings(): string[] {
    const warnings: string[] = [];
    if (this.#doubtful)
      warnings.push(
        'The file is not saved as UTF-8, so its encoding is a guess. Look at the special characters under “Text”; if they are wrong, choose another encoding.',
      );
    if (this.#nuls) warnings.push(this.#nuls === 1 ? '1 empty character (NUL) was removed.' : `${this.#nuls} empty characters (NUL) were removed.`);
    return warnings;
  }
}

/** Names that differ from one tool to the next come back as one (`latin1` is `windows-1252`). */
function decoderFor(name: string): TextDecoder {
  try {
    return new TextDecoder(name.trim());
  } catch {
    throw refused(`Themework does not know the text encoding “${name}”. Try utf-8 or windows-1252.`);
  }
}

/** The carriage returns with which a text ends. */
function returnsAtEnd(text: string): string {
  let at = text.length;
  while (at > 0 && text.charCodeAt(at - 1) === 13) at--;
  return text.slice(at);
}
