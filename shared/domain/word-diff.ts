/** A piece of one of two texts: words that both have, or words that only this one has. Pieces in order are the whole text. */
export interface DiffPart { text: string; same: boolean }

/** Words compared on each side at most; of longer texts the middle counts as different. */
const most = 600;

/** The two texts in pieces, word by word, so that what differs can be marked. Blanks and quotation marks of another kind are no difference. */
export function wordDiff(left: string, right: string): { left: DiffPart[]; right: DiffPart[] } {
  const a = left.match(/\s+|[\p{L}\p{N}\p{M}'’]+|[^\s\p{L}\p{N}\p{M}'’]+/gu) ?? [];
  const b = right.match(/\s+|[\p{L}\p{N}\p{M}'’]+|[^\s\p{L}\p{N}\p{M}'’]+/gu) ?? [];
  const same = commonPieces(a.map(plain), b.map(plain));
  return { left: parts(a, same.left), right: parts(b, same.right) };
}

const plain = (piece: string) =>
  /^\s+$/.test(piece) ? ' ' : piece.normalize('NFC').replace(/[‘’‚‛`´]/g, "'").replace(/[“”„‟]/g, '"').replace(/[‐‑‒–—]/g, '-').replaceAll('…', '...');

/** Which pieces belong to a longest common row of pieces. */
function commonPieces(a: readonly string[], b: readonly string[]): { left: boolean[]; right: boolean[] } {
  const left = a.map(() => false);
  const right = b.map(() => false);
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) left[from] = right[from++] = true;
  let cut = 0;
  while (cut < a.length - from && cut < b.length - from && a[a.length - 1 - cut] === b[b.length - 1 - cut]) {
    cut++;
    left[a.length - cut] = right[b.length - cut] = true;
  }
  const rows = a.length - from - cut;
  const columns = b.length - from - cut;
  if (rows > most || columns > most) return { left, right };
  // lengths[i][j]: the longest common row from piece i of the left and j of the right.
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    const line = lengths[i];
    for (let j = columns - 1; line && j >= 0; j--) line[j] = a[from + i] === b[from + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[from + i] === b[from + j]) left[from + i++] = right[from + j++] = true;
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return { left, right };
}

function parts(pieces: readonly string[], same: readonly boolean[]): DiffPart[] {
  const joined: DiffPart[] = [];
  pieces.forEach((text, index) => {
    const last = joined.at(-1);
    // A blank between two marked words is marked with them.
    const shared = (same[index] ?? false) && !(/^\s+$/.test(text) && same[index - 1] === false && same[index + 1] === false);
    if (last?.same === shared) last.text += text;
    else joined.push({ text, same: shared });
  });
  return joined;
}
