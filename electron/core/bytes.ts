/** The bytes of a file as a caller hands them over: base64 from JSON, or the bytes themselves, which are not copied. */
export function bytesOf({ bytes }: { bytes: string | Uint8Array }): Buffer {
  return typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
