import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { refused } from '../../../../shared/errors.ts';
import { spend } from '../../bytes.ts';

/** A file inside a zip file: where its bytes stand, and how large it says it is. */
interface Entry {
  name: string;
  method: number;
  offset: number;
  packed: number;
  size: number;
}

const megabyte = 1_000_000;
/** Bytes of a piece: its text is small enough to lie among young objects, which cost nothing once they are dropped. */
const pieceLength = 60_000;
/** Nobody's survey is larger; a file that unpacks to more is damaged or made to do harm. */
const limits = { total: 500 * megabyte, ratio: 200, ratioFrom: 10 * megabyte, entries: 2_000 };

/** The parts of a zip file. Opening it unpacks nothing: the list of contents is checked against the limits first. Throws a refusal. */
export class Zip {
  readonly names: readonly string[];
  #bytes: Buffer;
  #fileName: string;
  #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;

  constructor(bytes: Buffer, fileName: string) {
    this.#bytes = bytes;
    this.#fileName = fileName;
    this.#entries = new Map(readDirectory(bytes, fileName).map((entry) => [entry.name.toLowerCase(), entry]));
    this.names = [...this.#entries.values()].map(({ name }) => name);
  }

  /** The bytes of a part, whatever the case of its name; undefined where there is none. The list of contents may lie about sizes, so unpacking stops at them. */
  read(name: string): Buffer | undefined {
    const part = this.#open(name);
    if (!part) return undefined;
    if (!part.deflated) return part.content;
    try {
      return spend(inflateRawSync(part.content, { maxOutputLength: Math.max(1, part.size) }));
    } catch (error) {
      throw (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(this.#fileName) : damaged(this.#fileName);
    }
  }

  /** The same in pieces, for parts that need not be in memory as a whole. Nothing comes of a part that is not there. */
  async *pieces(name: string): AsyncGenerator<Buffer> {
    const part = this.#open(name);
    if (!part) return;
    if (!part.deflated) {
      for (let at = 0; at < part.content.length; at += pieceLength) yield part.content.subarray(at, at + pieceLength);
      return;
    }
    const inflate = createInflateRaw({ chunkSize: pieceLength });
    inflate.end(part.content);
    let length = 0;
    try {
      for await (const piece of inflate as AsyncIterable<Buffer>) {
        length += piece.length;
        if (length > part.size) throw tooLarge(this.#fileName);
        yield piece;
      }
    } catch (error) {
      throw String((error as { code?: unknown }).code).startsWith('Z_') ? damaged(this.#fileName) : error;
    }
  }

  #open(name: string): { content: Buffer; deflated: boolean; size: number } | undefined {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return undefined;
    const { method, offset, packed, size } = entry;
    const start =
      this.#bytes.readUInt32LE(offset) === 0x04034b50 ? offset + 30 + this.#bytes.readUInt16LE(offset + 26) + this.#bytes.readUInt16LE(offset + 28) : -1;
    if (start < 0 || start + packed > this.#bytes.length) throw damaged(this.#fileName);
    this.#unpacked += size;
    if (this.#unpacked > 2 * limits.total) throw tooLarge(this.#fileName);
    if (method !== 0 && method !== 8)
      throw refused(`“${this.#fileName}” is packed in a way that Themework cannot unpack. Open it in Excel or LibreOffice and save it again.`);
    return { content: this.#bytes.subarray(start, start + packed), deflated: method === 8, size };
  }

  /** The size that a part says it has, in bytes. */
  sizeOf(name: string): number {
    return this.#entries.get(name.toLowerCase())?.size ?? 0;
  }
}

const damaged = (fileName: string) => refused(`“${fileName}” is damaged or was not copied completely. Export or download it again.`);
const tooLarge = (fileName: string) =>
  refused(
    `“${fileName}” unpacks to far more than its size promises, so it was not opened. Such files are damaged or made to do harm. If you trust it, export it again as CSV.`,
  );

function readDirectory(bytes: Buffer, fileName: string): Entry[] {
  try {
    return checked(directoryEntries(bytes), fileName);
  } catch (error) {
    if (error instanceof RangeError) throw damaged(fileName);
    throw error;
  }
}

/** The central directory at the end of the file. Throws a RangeError where it is not there or leads outside of the file. */
function directoryEntries(bytes: Buffer): (Entry & { encrypted: boolean })[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end === -1) throw new RangeError('no central directory');
  const count = bytes.readUInt16LE(end + 10);
  const entries: (Entry & { encrypted: boolean })[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new RangeError('no entry');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function checked(entries: (Entry & { encrypted: boolean })[], fileName: string): Entry[] {
  if (entries.some(({ encrypted }) => encrypted)) throw refused(`“${fileName}” is protected with a password. Unpack it with the password, and import the file inside; a workbook or document, save without one.`);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const bomb = entries.some(({ size, packed }) => size > limits.ratioFrom && size > packed * limits.ratio);
  if (entries.length > limits.entries || total > limits.total || bomb) throw tooLarge(fileName);
  return entries;
}

/** A zip file of these parts (each in pieces), not compressed, piece by piece: for handing a few parts to a reader that wants a whole file. */
export function* storedZip(parts: ReadonlyMap<string, readonly Buffer[]>): Generator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const title = Buffer.from(name, 'utf8');
    const size = content.reduce((sum, piece) => sum + piece.length, 0);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(
      content.reduce((sum, piece) => crc32(piece, sum), 0),
      14,
    );
    local.writeUInt32LE(size, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    // Version, flags, method, time, checksum and sizes are the same in both places.
    local.copy(entry, 6, 4, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, title);
    yield Buffer.concat([local, title]);
    yield* content;
    offset += local.length + title.length + size;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([...directory, end]);
}
