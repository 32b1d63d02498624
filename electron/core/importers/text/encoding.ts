import { isAscii, isUtf8 } from 'node:buffer';
import { plausibility } from './plausibility.ts';

/** Which encoding the bytes of a text are in, and how that was found, as a phrase for people. */
export interface FoundEncoding {
  encoding: string;
  evidence: string;
  /** Nothing but the look of the words speaks for it; a person should check. */
  doubtful: boolean;
}

/** Without a byte above 0x7F in enough places, a detector has nothing to work on. */
const fewBytes = 20;
/** Bytes of lines with special characters that are looked at, at most. */
const mostBytes = 400_000;

/** No DOS code pages and no EBCDIC: nobody writes surveys in them, and they look like anything. */
const candidates = [
  ...['windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257'],
  ...[
    'cp874',
    'mac-roman',
    'mac-cyrillic',
    'koi8-r',
    'iso-8859-2',
    'shift_jis_2004',
    'cp932',
    'euc-jis-2004',
    'gb18030',
    'big5hkscs',
    'cp949',
    'euc-kr',
    'utf-8',
  ],
];
/** The detector's names that TextDecoder does not know. */
const labels: Readonly<Record<string, string>> = {
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
  'mac-cyrillic': 'x-mac-cyrillic',
  maccyrillic: 'x-mac-cyrillic',
  cp874: 'windows-874',
  cp932: 'shift_jis',
  shift_jis_2004: 'shift_jis',
  'euc-jis-2004': 'euc-jp',
  big5hkscs: 'big5',
  cp949: 'euc-kr',
  // Nobody writes C1 control characters in a survey: what calls itself Latin-1 is the Windows code page.
  'iso-8859-1': 'windows-1252',
};

/** What the bytes themselves prove: a mark at the beginning, the NULs of UTF-16, or flawless UTF-8. Undefined where they prove nothing. */
export function sureEncoding(bytes: Buffer): FoundEncoding | undefined {
  const sure = (encoding: string, evidence: string): FoundEncoding => ({ encoding, evidence, doubtful: false });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return sure('utf-8', 'a mark at the beginning of the file says so');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return sure('utf-16le', 'a mark at the beginning of the file says so');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return sure('utf-16be', 'a mark at the beginning of the file says so');
  const wide = wideEncoding(bytes);
  if (wide) return sure(wide, 'every second byte is empty, as in UTF-16');
  if (!isUtf8(bytes)) return undefined;
  return sure('utf-8', isAscii(bytes) ? 'there are no special characters, so every encoding reads it alike' : 'all special characters are valid UTF-8');
}

/** UTF-16 without a mark: ordinary letters have a NUL in every second byte. */
function wideEncoding(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, 65_536);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) at % 2 ? odd++ : even++;
  const enough = sample.length * 0.15;
  if (odd > enough && odd > even * 8) return 'utf-16le';
  if (even > enough && even > odd * 8) return 'utf-16be';
  return undefined;
}

/** Finds the encoding of a text, looking at its words where the bytes prove nothing. Loads the detector only then (about 0.1 s). */
export async function findEncoding(bytes: Buffer): Promise<FoundEncoding> {
  const sure = sureEncoding(bytes);
  if (sure) return sure;
  const { sample, high } = specialLines(bytes);
  if (isDamagedUtf8(sample)) {
    return { encoding: 'utf-8', evidence: 'nearly all special characters are valid UTF-8; the others are damaged', doubtful: true };
  }
  const guess = await detected(sample);
  if (high >= fewBytes && guess)
    return {
      encoding: amongSiblings(sample.subarray(0, 20_000), guess),
      evidence: 'it is not UTF-8, and this fits the words with special characters best',
      doubtful: true,
    };
  return {
    encoding: mostPlausible(sample, guess),
    evidence: `it is not UTF-8, and ${high === 1 ? 'the one special character makes' : `the ${high} special characters make`} most sense this way`,
    doubtful: true,
  };
}

/** The lines with a byte above 0x7F: whole files of mostly ASCII are the usual reason why detectors fail. */
function specialLines(bytes: Buffer): { sample: Buffer; high: number } {
  const parts: Buffer[] = [];
  let length = 0;
  let high = 0;
  for (let start = 0; start < bytes.length && length < mostBytes; ) {
    let end = start;
    let special = 0;
    for (; end < bytes.length && end - start < mostBytes; end++) {
      const byte = bytes[end] ?? 0;
      if (byte === 10 || byte === 13) break;
      if (byte > 0x7f) special++;
    }
    if (special) {
      parts.push(bytes.subarray(start, end + 1));
      length += end + 1 - start;
      high += special;
    }
    start = end + 1;
  }
  return { sample: Buffer.concat(parts), high };
}

/** A UTF-8 file that was cut or patched somewhere: reading all of it in another encoding would spoil the sound characters. */
function isDamagedUtf8(sample: Buffer): boolean {
  const special = new TextDecoder('utf-8').decode(sample).match(/[^\x00-\x7f]/gu) ?? [];
  const lost = special.filter((character) => character === '\ufffd').length;
  return special.length - lost >= 10 && special.length - lost > lost * 10;
}

async function detected(sample: Buffer): Promise<string | undefined> {
  const { default: jschardet } = await import('jschardet');
  const name = jschardet.detect(sample, { detectEncodings: candidates }).encoding?.toLowerCase();
  if (!name) return undefined;
  const label = labels[name] ?? name;
  try {
    new TextDecoder(label, { fatal: !/^(windows-|mac|x-mac|iso-8859|koi8)/.test(label) }).decode(sample);
    return label;
  } catch {
    // TextDecoder does not know it, or the bytes are not valid in it.
    return undefined;
  }
}

/** Encodings that share most letters; the detector mixes them up, and only the places of the others tell. */
const siblings: Readonly<Record<string, string>> = {
  'windows-1251': 'x-mac-cyrillic',
  'x-mac-cyrillic': 'windows-1251',
  macintosh: 'windows-1252',
  'windows-1254': 'windows-1252',
  'windows-1257': 'windows-1252',
};

function amongSiblings(sample: Buffer, guess: string): string {
  const other = siblings[guess];
  if (!other) return guess;
  const [own = '', its = ''] = [guess, other].map((encoding) => new TextDecoder(encoding).decode(sample));
  if (own === its) return other;
  const score = plausibility(own);
  return plausibility(its) > score + Math.abs(score) * 0.05 ? other : guess;
}

/** For a handful of special characters: the reading in which they stand where such characters stand in words. */
function mostPlausible(sample: Buffer, guess: string | undefined): string {
  const readings = [...new Set(['windows-1252', 'macintosh', ...(guess ? [guess] : [])])].map((encoding) => ({
    encoding,
    // Of two equally good readings, the more frequent one.
    score: plausibility(new TextDecoder(encoding).decode(sample)) + (encoding === 'windows-1252' ? 0.5 : 0),
  }));
  return readings.reduce((best, each) => (each.score > best.score ? each : best)).encoding;
}
