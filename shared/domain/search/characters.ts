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

/** Is compared as something else where accents do not count. */
export const ACCENTED = 64;

/** What a unit is compared as, however closely. White space becomes a space; what nobody sees, or only stretches an Arabic word, becomes nothing. */
const plainer = new Map<number, string>();
/** What a unit in lower case is compared as where accents do not count. */
const bare = new Map<number, string>();
const put = (characters: string, as: string, among = plainer) => {
  for (const character of characters) among.set(character.charCodeAt(0), as);
};
put('‘’‚‛`´ʼ′‹›', "'");
put('“”„‟″«»', '"');
put('‐‑‒–—―−', '-');
put('\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000', ' ');
put('\u00ad\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff', '');
put('…', '...');
put('ς', 'σ');
for (const pair of ['ßss', 'ẞSS', 'ſs', 'ﬀff', 'ﬁfi', 'ﬂfl', 'ﬃffi', 'ﬄffl', 'ﬅst', 'ﬆst']) put(pair.charAt(0), pair.slice(1));
// Full-width letters and digits; full-width punctuation is Chinese as it is typed.
for (const [first, last] of ['09', 'AZ', 'az']) {
  for (let code = (first ?? '').charCodeAt(0); code <= (last ?? '').charCodeAt(0); code++) plainer.set(code + 0xfee0, String.fromCharCode(code));
}
// Letters of their own that people type without their stroke, dot or bow.
for (const pair of ['øo', 'łl', 'đd', 'ðd', 'ħh', 'ŧt', 'ıi', 'æae', 'œoe', 'þth', 'ёе', 'ѐе', 'ѝи']) put(pair.charAt(0), pair.slice(1), bare);
// Arabic: vowel signs; forms of alef, yeh, kaf and heh. Hebrew: points.
const marks: readonly (readonly [number, number])[] = [[0x300, 0x36f], [0x591, 0x5bd], [0x5bf, 0x5bf], [0x5c1, 0x5c2], [0x5c4, 0x5c5], [0x5c7, 0x5c7], [0x610, 0x61a], [0x64b, 0x65f], [0x670, 0x670], [0x6d6, 0x6dc], [0x6df, 0x6e8], [0x6ea, 0x6ed]];
for (const [first, last] of marks) for (let code = first; code <= last; code++) bare.set(code, '');
put('آأإٱ', 'ا', bare);
put('ىی', 'ي', bare);
put('ک', 'ك', bare);
put('ةۀە', 'ه', bare);
// Latin and Greek letters with marks. Those of other alphabets (й, が) are letters of their own.
for (const [first, last] of [[0xc0, 0x24f], [0x386, 0x3ce], [0x1e00, 0x1fff]] as const) {
  for (let code = first; code <= last; code++) {
    const letter = String.fromCharCode(code);
    const without = letter.normalize('NFD').replace(/\p{M}/gu, '');
    if (letter === letter.toLowerCase() && without !== letter && without.length === 1) bare.set(code, without);
  }
}

/** What stands for a unit that folds: a dot above belongs to the i of “İ” in lower case. */
export const plainerAs = (code: number, before: number, accents: boolean): string =>
  (accents ? undefined : bare.get(code)) ?? plainer.get(code) ?? (code === 0x307 && before === 0x69 ? '' : String.fromCharCode(code));

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
  [0xfb00, 0xfb06],
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
  for (let code = 0x80; code < 0x2000; code++) {
    const as = bare.get(String.fromCharCode(code).toLowerCase().charCodeAt(0));
    if (as === undefined) continue;
    add(code, ACCENTED);
    if (as.length !== 1) add(code, UNEVEN);
  }
  add(32, BLANK);
  // Their lower case folds further: Σ, İ; and the dot above.
  for (const code of [0x3a3, 0x130, 0x307]) add(code, FOLDS);
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

/** Frequent letters that are compared as two. */
const doubled = new Map([['ss', 'ßẞ'], ['ae', 'æÆ'], ['oe', 'œŒ'], ['th', 'þÞ']]);
const ofTwo = [...doubled.values()].join('');

/** Where letters from a to z and digits hide: under which units each may be found, and which units may hold several or stand unseen between two. */
interface Hidden {
  under: ReadonlyMap<string, string>;
  among: RegExp;
}
let hidden: Hidden | undefined;

function hide(): Hidden {
  const under = new Map<string, string>();
  let among = '';
  for (const [code, as] of [...plainer, ...bare, [0x130, 'i'], [0x212a, 'k'], [0x212b, 'a']] as const) {
    const letter = String.fromCharCode(code);
    const upper = letter.toUpperCase();
    const forms = upper.length === 1 && upper > '\x7f' ? letter + upper : letter;
    if (/^[a-z0-9]$/i.test(as)) under.set(as.toLowerCase(), (under.get(as.toLowerCase()) ?? '') + forms);
    else if (/^[a-z]*$/i.test(as) && !ofTwo.includes(letter)) among += forms;
  }
  return { under, among: new RegExp(`[${among}]`) };
}

/** Whether letters from a to z or digits may be found in a text that does not hold them one by one: ligatures, marks, what nobody sees between them. */
export const hidesLetters = (text: string): boolean => (hidden ??= hide()).among.test(text);

/** Finds a run of letters from a to z and digits in any case and under any accent, unless the text hides some. */
export function patternOf(run: string): RegExp {
  const { under } = (hidden ??= hide());
  const forms = (letter: string) => letter + (under.get(letter) ?? '');
  const pattern = run.replace(/s{2,}|ae|oe|th|./g, (part) => {
    const [one = '', two] = part;
    const both = doubled.get(part.slice(0, 2));
    if (two === undefined || both === undefined) return `[${forms(one)}]`;
    // In a run of s, each may be half of a ß.
    return one === two ? `[${forms(one)}${both}]+` : `(?:[${forms(one)}][${forms(two)}]|[${both}])`;
  });
  return new RegExp(pattern, 'i');
}
