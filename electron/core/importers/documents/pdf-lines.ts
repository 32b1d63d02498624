/** A run of characters on a page as the PDF library gives it: place and size in points, from the lower left corner. */
export interface Glyphs {
  str: string;
  transform: number[];
  width: number;
}

/** A line of a page. `x` to `right`: where it begins and ends, `y`: its base line, `size`: of its largest letters; points. */
export interface Line {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
}

/** Joins the runs of a page to lines, in the order in which the page was written (columns stay columns). */
export function linesOf(items: readonly Glyphs[]): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const { str, transform, width } of items) {
    const [a = 0, b = 0, , , x = 0, y = 0] = transform;
    const size = Math.hypot(a, b);
    if (str === '') continue;
    const same = line !== undefined && Math.abs(line.y - y) < Math.max(line.size, size) * 0.6 && x >= line.right - size * 2;
    if (!line || !same) {
      if (str.trim() === '') continue;
      line = { text: '', x, right: x, y, size: 0 };
      lines.push(line);
    }
    const gap = x - line.right;
    if (line.text !== '' && gap > size * 0.18 && !/\s$/.test(line.text) && !/^\s/.test(str)) line.text += ' ';
    line.text += str;
    line.right = Math.max(line.right, x + width);
    if (str.trim() !== '') line.size = Math.max(line.size, size);
  }
  return lines.map((each) => ({ ...each, text: each.text.replace(/\s+/g, ' ').trim() })).filter(({ text }) => text !== '');
}

/** Takes a page number away that stands alone in the first or last line; true where there was one. */
export function dropPageNumber(lines: Line[], page: number): boolean {
  for (const at of [0, lines.length - 1]) {
    const text = lines[at]?.text ?? '';
    const [, number] = /^(?:page|seite|p\.)?\s*[-–—]?\s*(\d{1,4})(?:\s*(?:\/|of|von)\s*\d{1,4})?\s*[-–—]?$/i.exec(text) ?? [];
    // A number that has nothing to do with the page may be a figure of the text; title pages shift by a few.
    if (number === undefined || Math.abs(Number(number) - page) > 20) continue;
    lines.splice(at, 1);
    return true;
  }
  return false;
}
