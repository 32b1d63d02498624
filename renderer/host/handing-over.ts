import type { Result } from '../../shared/errors.ts';
import { isHeld, withBytes } from '../../shared/held.ts';
import type { Host, Transport } from './host.ts';

/** Bytes up to which a file travels within each call. */
const small = 200_000;
/** A call is made so often at most: other windows may end, and with them what was handed over. */
const tries = 3;

/** A host to which each large file travels once, however many calls name it; where it was forgotten meanwhile, it is handed over again. */
export function handingOver(transport: Transport): Host {
  const words = new WeakMap<Uint8Array, Promise<Result<string>>>();

  /** The word for a file, which may be on its way already. */
  function wordFor(bytes: Uint8Array): Promise<Result<string>> {
    const known = words.get(bytes);
    if (known) return known;
    const word = transport.hold(bytes).then(
      (result) => {
        if (!result.ok) words.delete(bytes);
        return result;
      },
      (error: unknown) => {
        words.delete(bytes);
        throw error;
      },
    );
    words.set(bytes, word);
    return word;
  }

  async function call(name: string, input: unknown, left = tries): Promise<Result<unknown>> {
    const files = new Map<string, { bytes: Uint8Array; asked: Promise<Result<string>> }>();
    const parts = new Map<unknown, unknown>();
    for (const bytes of filesOf(input)) {
      if (bytes.length <= small) {
        parts.set(bytes, base64(bytes));
        continue;
      }
      const asked = wordFor(bytes);
      const word = await asked;
      if (!word.ok) return word;
      files.set(word.value, { bytes, asked });
      parts.set(bytes, { held: word.value });
    }
    const result = await transport.call(name, parts.size ? withBytes(input, (bytes) => parts.get(bytes) ?? bytes) : input);
    const gone = !result.ok && isHeld(result.error.details) ? files.get(result.error.details.held) : undefined;
    // Whoever said meanwhile that the file is needed no more waits for no answer.
    if (!gone || left === 1 || !words.has(gone.bytes)) return result;
    if (words.get(gone.bytes) === gone.asked) words.delete(gone.bytes);
    return await call(name, input, left - 1);
  }

  return {
    call: (name, input) => call(name, input),
    forget: (bytes) => {
      const word = words.get(bytes);
      words.delete(bytes);
      // Where the connection is gone, so is the file.
      void word?.then((result) => result.ok && transport.forget(result.value)).catch(() => undefined);
    },
    onChanged: (listener) => transport.onChanged(listener),
    onProgress: (listener) => transport.onProgress(listener),
  };
}

function filesOf(input: unknown): Set<Uint8Array> {
  const found = new Set<Uint8Array>();
  withBytes(input, (bytes) => {
    if (ArrayBuffer.isView(bytes)) found.add(bytes as Uint8Array);
    return bytes;
  });
  return found;
}

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
