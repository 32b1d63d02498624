/** A damaged stretch that was repaired: where the repaired characters stand in the repaired text (UTF-16 code units), and both readings. */
export interface Place {
  start: number;
  before: string;
  after: string;
}

type CodePage = 'windows-1252' | 'macintosh' | 'windows-1250' | 'windows-1254';

/** In this order: UTF-8 read as one of these is what damaged exports hold. */
const pages: readonly { page: CodePage; lead: RegExp }[] = [
  { page: 'windows-1252', lead: /^[\u00c2-\u00f4]/ },
  { page: 'macintosh', lead: /^[¬√‚ƒ≈Œ–—‡„ð\uf8ff]/ },
  { page: 'windows-1250', lead: /^[ÂĂĹÄâđŕ]/ },
  { page: 'windows-1254', lead: /^[\u00c2-\u00f4ğĞİŞ]/ },
];

/** Character to byte, made by decoding all 256 bytes; C1 controls stand for their bytes as well (UTF-8 read as Latin-1). */
const bytesOf = new Map<CodePage, ReadonlyMap<string, number>>(
  pages.map(({ page }) => {
    const decoder = new TextDecoder(page);
    const controls = Array.from({ length: 32 }, (_, n): [string, number] => [String.fromCharCode(0x80 + n), 0x80 + n]);
    return [page, new Map([...controls, ...Array.from({ length: 256 }, (_, byte): [string, number] => [decoder.decode(Uint8Array.of(byte)), byte])])];
  }),
);

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const suspicious = /[\u0080-\u009f\ufffd\ue000-\uf8ff]/;
/** Mac Roman's lead characters occur in ordinary text, so what comes out must be ordinary too: letters, punctuation, symbols, emoji. */
const ordinary = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Extended_Pictographic}\u200b-\u200d]+$/u;
const run = /[^\x00-\x7f]{2,}|[\u0080-\u0084\u0086-\u009f]/g;
/** C1 controls (U+0085 may be a line end): bytes of windows-1252 that were taken for Latin-1, where nobody writes controls. */
const control = /[\u0080-\u0084\u0086-\u009f]/g;
const western = new TextDecoder('windows-1252');
const asWestern = (text: string) => text.replace(control, (character) => western.decode(Uint8Array.of(character.charCodeAt(0))));

/** Reads a run of non-ASCII characters as the UTF-8 that it once was; undefined where it never was. */
function undo(damaged: string): string | undefined {
  for (const { page, lead } of pages) {
    if (!lead.test(damaged)) continue;
    const table = bytesOf.get(page);
    const bytes = Array.from(damaged, (character) => table?.get(character) ?? -1);
    if (bytes.includes(-1)) continue;
    try {
      const text = strict.decode(Uint8Array.from(bytes));
      if (text.length < damaged.length && (page !== 'macintosh' || ordinary.test(text))) return text;
    } catch {
      // Not UTF-8 in this code page.
    }
  }
  return undefined;
}

/** Three characters and more at a time, for damage that touches a sound character (`éâ€™`); shorter ones could be ordinary letters. */
function undoInside(damaged: string): string {
  let text = '';
  for (let at = 0; at < damaged.length; ) {
    const length = damaged.charCodeAt(at) >= 0xf0 ? 4 : 3;
    const whole = /^[\u00e0-\u00f4]/.test(damaged.charAt(at)) ? undo(damaged.slice(at, at + length)) : undefined;
    const sound = whole !== undefined && !suspicious.test(whole);
    text += sound ? whole : damaged.charAt(at);
    at += sound ? length : 1;
  }
  return text;
}

/** Repairs damage that was done once, twice or three times. A round may leave control characters behind that the next one needs; the last may not. */
function repairRun(damaged: string): string {
  let best = damaged;
  let text: string | undefined = damaged;
  for (let round = 0; round < 3 && text !== undefined; round++) {
    text = undo(text);
    if (text !== undefined && !suspicious.test(text)) best = text;
  }
  return best === damaged ? asWestern(undoInside(damaged)) : best;
}

/** UTF-8 that was read in the wrong encoding, put right; sound text comes back as it is, with no places. */
export function repairText(text: string): { text: string; places: Place[] } {
  const places: Place[] = [];
  let shift = 0;
  const repaired = text.replace(run, (before, at: number) => {
    const after = repairRun(before);
    if (after === before) return before;
    places.push({ start: at + shift, before, after });
    shift += after.length - before.length;
    return after;
  });
  // Without repairs the text itself: a copy of every answer in another script would take as much memory again.
  return { text: places.length ? repaired : text, places };
}
