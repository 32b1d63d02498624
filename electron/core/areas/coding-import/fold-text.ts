import { wholeCharacters } from '../../../../shared/domain/text-range.ts';

/** What word processors and spreadsheets put for a character, by its code unit, and what stands for all of them. */
const folds = new Map<number, string>([
  ...units("'‘’‚‛`´ʼ", "'"), ...units('"“”„‟«»', '"'), ...units('-‐‑‒–—―−', '-'), ...units('…', '...'),
  ...units('\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff', ''), ...units('\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000', ' '),
  ...units('\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a', ' '),
]);

function units(characters: string, as: string): [number, string][] {
  return Array.from(characters, (character) => [character.charCodeAt(0), as]);
}

const isMark = (text: string, at: number) => text.charCodeAt(at) >= 0x300 && /^\p{M}/u.test(text.slice(at, at + 2));

/**
 * A text without what changes as one types or copies: kinds of blanks, quotation marks and dashes, ellipses, composed
 * letters, invisible characters. Capitals stay. One blank stands for any run of them; none at the ends.
 */
export const fold = (text: string): string => (/^[\x21-\x5f\x61-\x7e]+(?: [\x21-\x5f\x61-\x7e]+)*$/.test(text) ? text : foldInto(text, () => {}));

/** Tells `emit` for each folded code unit which stretch of the text it stands for. */
function foldInto(text: string, emit: (start: number, end: number) => void): string {
  let folded = '';
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + 1;
    const unit = text.charCodeAt(start);
    if (unit >= 0xd800 && unit <= 0xdbff && end < text.length) end++;
    let as = folds.get(unit);
    if (as === ' ') {
      while (end < text.length && folds.get(text.charCodeAt(end)) === ' ') end++;
      if (folded === '' || folded.endsWith(' ')) continue;
    } else {
      const base = end;
      while (end < text.length && isMark(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
      if (end > base) as = text.slice(start, end).normalize('NFC');
    }
    as ??= text.slice(start, end);
    for (let n = 0; n < as.length; n++) emit(start, end);
    folded += as;
  }
  return folded.endsWith(' ') ? folded.slice(0, -1) : folded;
}

/** A folded text that knows where each of its characters stands in the text. */
export class Folded {
  readonly text: string;
  readonly folded: string;
  #starts: number[] = [];
  #ends: number[] = [];

  constructor(text: string) {
    this.text = text;
    this.folded = foldInto(text, (start, end) => {
      this.#starts.push(start);
      this.#ends.push(end);
    });
  }

  /** The stretch of the text behind a stretch of the folded one, grown to whole characters. */
  range(start: number, end: number): { start: number; end: number } {
    return wholeCharacters(this.text, { start: this.#starts[start] ?? 0, end: this.#ends[end - 1] ?? this.text.length });
  }

  /** Every place of folded words, in order; where one would cut a character that readers see as one, it is none. */
  find(words: string): { start: number; end: number }[] {
    const found: { start: number; end: number }[] = [];
    if (words === '') return found;
    for (let at = this.folded.indexOf(words); at >= 0; at = this.folded.indexOf(words, at + 1)) {
      const last = at + words.length;
      const whole = this.range(at, last);
      if (whole.start === this.#starts[at] && whole.end === this.#ends[last - 1] && !this.#halves(at) && !this.#halves(last)) found.push(whole);
    }
    return found;
  }

  /** Two folded characters that stand for one character of the text (the dots of an ellipsis) are not parted. */
  #halves(at: number): boolean {
    return at > 0 && at < this.folded.length && this.#starts[at] === this.#starts[at - 1];
  }
}
