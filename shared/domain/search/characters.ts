/**
 * What searching has to know about each UTF-16 code unit, in one table: looking a unit up costs a nanosecond, and most answers
 * need no more than one look at each of their units.
 */

/** Joins with its neighbours to what a reader sees as one character, or may: marks, joiners, surrogates, carriage returns. */
export const JOINS = 1;
/** Is compared as something else than itself in lower case. */
export const FOLDS = 2;
/** Is compared as more or less than one unit. */
export const UNEVEN = 4;
/** Has to be composed (NFC) before it is compared. */
export const COMPOSES = 8;
/** White space; and in the flags of a text, two of them in a row. */
const BLANK = 16;
const BLANKS = 32;

/** What a unit in lower case is compared as. White space becomes a space; what nobody sees becomes nothing. */
const plainer = new Map<number, string>();
const put = (characters: string, as: string) => {
  for (const character of characters) plainer.set(character.charCodeAt(0), as);
};
put('‘’‚‛ʼ′‹›', "'");
put('“”„‟″«»', '"');
put('‐‑‒–—―−', '-');
put('\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000', ' ');
put('\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff', '');
put('…', '...');
put('ς', 'σ');
put('ß', 'ss');

/** What stands for a unit that folds, in a text in lower case: a dot above belongs to the i of “İ”. */
export const plainerAs = (code: number, before: number): string => plainer.get(code) ?? (code === 0x307 && before === 0x69 ? '' : String.fromCharCode(code));

/** Units that stand for themselves whatever follows: letters, digits, signs and spaces of most scripts, first and last. */
const standing: readonly (readonly [number, number])[] = [
  [0x09, 0x0a],
  [0x20, 0x7e],
  [0xa0, 0x2ff],
  [0x370, 0x373],
  [0x376, 0x377],
  [0x37b, 0x37f],
  [0x386, 0x3ff],
  [0x400, 0x482],
  [0x48a, 0x52f],
  [0x5d0, 0x5ea],
  [0x61b, 0x64a],
  [0x660, 0x66f],
  [0x671, 0x6d3],
  [0x1e00, 0x1fff],
  [0x2000, 0x200a],
  [0x2010, 0x2029],
  [0x202f, 0x205f],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x3000, 0x3029],
  [0x3030, 0x3096],
  [0x30a1, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff60],
];

function table(): Uint8Array {
  const flags = new Uint8Array(0x1_0000).fill(JOINS | COMPOSES);
  const add = (code: number, flag: number) => {
    flags[code] = (flags[code] ?? 0) | flag;
  };
  for (const [first, last] of standing) {
    flags.fill(0, first, last + 1);
    // Ideographs and syllables are composed already.
    if (first >= 0x3400) continue;
    for (let code = first; code <= last; code++) if (String.fromCharCode(code).normalize('NFC') !== String.fromCharCode(code)) add(code, COMPOSES);
  }
  for (const [code, as] of plainer) {
    add(code, FOLDS);
    if (as.length !== 1) add(code, UNEVEN);
    if (as === ' ') add(code, BLANK);
  }
  add(32, BLANK);
  // Their lower case folds further: Σ, İ, ẞ; and the dot above.
  for (const code of [0x3a3, 0x130, 0x307, 0x1e9e]) add(code, FOLDS);
  add(0x1e9e, UNEVEN);
  return flags;
}

let flags: Uint8Array | undefined;

/** The flags of one unit. */
export const flagsOf = (code: number): number => (flags ??= table())[code] ?? 0;

/** All flags of the units of a text; two spaces in a row fold, and are uneven. */
export function flagsIn(text: string): number {
  const known = (flags ??= table());
  let all = 0;
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const own = known[text.charCodeAt(at)] ?? 0;
    all |= own | ((own & last & BLANK) << 1);
    last = own;
  }
  return all & BLANKS ? all | UNEVEN | FOLDS : all;
}

const hiding = /[\u0300-\u036f\u00ad\u00df\u0130\u1e9e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u212a\u212b\ufeff]/;

/** Whether letters from a to z may be found in a text that does not hold them as such: ß, İ, marks, signs of units, what nobody sees between them. */
export const hidesLetters = (text: string): boolean => hiding.test(text);
