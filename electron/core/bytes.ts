/** The bytes of a file as a caller hands them over: base64 from JSON, or the bytes themselves, which are not copied. */
export function bytesOf({ bytes }: { bytes: string | Uint8Array }): Buffer {
  return typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const spare = new WeakSet<ArrayBufferLike>();
/** Bytes from which on memory is worth freeing by hand; Node keeps small buffers in one that they share. */
const large = 1_000_000;

/** Says that whoever had these bytes needs them no more: they may move to another thread, and need not outlive their being read. */
export function spend<B extends Uint8Array>(bytes: B): B {
  spare.add(bytes.buffer);
  return bytes;
}

/** Whether bytes may move to another thread: they were said to be needed no more. */
export const isSpent = ({ buffer }: Uint8Array): boolean => spare.has(buffer);

const ids = new WeakMap<ArrayBufferLike, number>();
let lastId = 0;

/** A word for these bytes in memory, the same whenever they come by and no others'. Small ones may lie in one buffer. */
export function idOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  const id = ids.get(buffer) ?? ++lastId;
  ids.set(buffer, id);
  return `${id} from ${byteOffset}, ${byteLength} long`;
}

/** Frees the memory of bytes that nobody needs once they were read: at once, and whoever still names them. Others stay as they are. */
export function letGo({ buffer }: Uint8Array): void {
  if (spare.has(buffer) && buffer instanceof ArrayBuffer && buffer.byteLength >= large) buffer.transfer(0);
}
