import { inflateSync } from 'node:zlib';
import { refused } from '../../../../shared/errors.ts';
import type { ImportFile } from '../importer.ts';

/** What the text of a page, a font or a list of objects never comes near. Bytes. */
const mostUnpacked = 100_000_000;
/** Deflate packs at most so many bytes into one, so a shorter stream cannot unpack to too much. */
const mostRatio = 1_032;
/** Bytes before a stream in which its description stands. */
const dictionary = 2_000;

/**
 * Refuses a PDF in which a small stream unpacks to something endless: the PDF library would unpack it whole. Pictures and
 * attached files are passed over, because reading the text does not touch them. Throws a refusal.
 */
export function refusePdfBomb({ fileName, bytes }: ImportFile): void {
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const before = bytes.toString('latin1', Math.max(0, at - dictionary), at);
    const own = before.slice(Math.max(0, before.lastIndexOf(' obj')));
    const packings = own.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (packings === 0 || /\/Subtype\s*\/Image|\/Type\s*\/EmbeddedFile/.test(own)) continue;
    if (packings > 1) throw bomb(fileName);
    const start = at + (bytes[at + 6] === 13 ? 8 : 7);
    const end = bytes.indexOf('endstream', start);
    const packed = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (packed.length * mostRatio > mostUnpacked && unpacksTooFar(packed)) throw bomb(fileName);
    at = end === -1 ? bytes.length : end;
  }
}

function unpacksTooFar(packed: Buffer): boolean {
  try {
    inflateSync(packed, { maxOutputLength: mostUnpacked });
    return false;
  } catch (error) {
    // Damage is for the library to judge; it reads more than others do.
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
  }
}

const bomb = (fileName: string) =>
  refused(`“${fileName}” unpacks to far more than its size promises, so it was not opened. Such files are damaged or made to do harm. If you trust it, open it in your PDF program, copy its text and paste it.`);
