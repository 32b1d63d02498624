import { refused } from '../../../shared/errors.ts';
import { type FoundEncoding, sureEncoding } from './encoding.ts';
import type { ImportFile } from './importer.ts';

export interface Decoded {
  text: string;
  encoding: string;
  warnings: string[];
}

/** For callers that cannot wait for the detector: what the bytes prove, otherwise Western European. */
const quickly = (bytes: Buffer): FoundEncoding => sureEncoding(bytes) ?? { encoding: 'windows-1252', evidence: '', doubtful: true };

/** Bytes to text in the encoding that was `wished` for or `found`. Throws a refusal for an encoding that nobody knows. */
export function decode({ fileName, bytes }: ImportFile, wished?: string, found: FoundEncoding = quickly(bytes)): Decoded {
  const warnings: string[] = [];
  const { decoder, encoding } = decoderFor(wished ?? found.encoding);
  let text = decoder.decode(bytes);
  if (found.doubtful && encoding === found.encoding && encoding !== 'utf-8')
    warnings.push(
      'The file is not saved as UTF-8, so its encoding is a guess. Look at the special characters under “Text”; if they are wrong, choose another encoding.',
    );
  const without = text.includes('\0') ? text.replaceAll('\0', '') : text;
  const nuls = text.length - without.length;
  if (nuls) {
    if (nuls > text.length * 0.2) throw refused(`“${fileName}” is not a text file. Export the answers again as CSV.`);
    text = without;
    warnings.push(nuls === 1 ? '1 empty character (NUL) was removed.' : `${nuls} empty characters (NUL) were removed.`);
  }
  // A file with Windows line ends that was written in text mode once more; phantom blank rows would come of it.
  if (text.includes('\r\r\n')) text = text.replaceAll('\r\r\n', '\r\n');
  return { text, encoding, warnings };
}

/** Names that differ from one tool to the next come back as one (`latin1` is `windows-1252`). */
function decoderFor(name: string): { decoder: TextDecoder; encoding: string } {
  try {
    const decoder = new TextDecoder(name.trim());
    return { decoder, encoding: decoder.encoding };
  } catch {
    throw refused(`Themework does not know the text encoding “${name}”. Try utf-8 or windows-1252.`);
  }
}
