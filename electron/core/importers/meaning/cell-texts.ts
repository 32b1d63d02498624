/**
 * Cells cut out of a large text. A slice keeps the whole text alive, and a single character beyond U+00FF makes all of it take
 * two bytes for each character; so cells become texts of their own, and the few values of a closed question are kept once.
 */
export class CellTexts {
  #columns: (Map<string, string> | null)[] = [];
  #own: boolean;

  /** `own`: cells must not hold on to the text that they were cut from. */
  constructor(own: boolean) {
    this.#own = own;
  }

  /** The cell as it may be kept; `column` counts from 0. */
  keep(cell: string, column: number): string {
    if (cell.length > longest) return this.#own ? ownText(cell) : cell;
    if (cell === '') return '';
    let known = this.#columns[column];
    if (known === undefined) this.#columns[column] = known = new Map();
    const found = known?.get(cell);
    if (found !== undefined) return found;
    const kept = this.#own ? ownText(cell) : cell;
    if (known && known.size < mostValues) known.set(kept, kept);
    // Different in every row: an id or an answer in people's own words.
    else if (known) this.#columns[column] = null;
    return kept;
  }
}

/** UTF-16 code units of a closed answer, and different ones in a column, at most. */
const longest = 60;
const mostValues = 1_000;

const scratch = Buffer.allocUnsafeSlow(16_384);
const wide = /[^\u0000-\u00ff]/;

/** The same text, holding on to no other. Node copies in the narrowest form that fits. */
export function ownText(text: string): string {
  // V8 copies short slices by itself.
  if (text.length < 13) return text;
  const encoding = wide.test(text) ? 'utf16le' : 'latin1';
  if (text.length * 2 > scratch.length) return Buffer.from(text, encoding).toString(encoding);
  return scratch.toString(encoding, 0, scratch.write(text, encoding));
}
