/** People with one of these values in a closed column; with a separator, people who ticked one of these options: its cells hold several, joined by it. */
export interface Condition {
  values: readonly string[];
  separator?: string | undefined;
}

/** A cell between separators, so that an option is found whole. Areas that ask the database do the same (`survey/asked.ts`). */
const framed = (text: string, separator: string) => `${separator}${text.replace(/^ +| +$/g, '').replaceAll(`${separator} `, separator)}${separator}`;

/** Whether a cell meets a condition. */
export function meets(cell: string, { values, separator }: Condition): boolean {
  if (cell === '') return false;
  if (separator === undefined) return values.includes(cell);
  const joined = framed(cell, separator);
  return values.some((value) => joined.includes(framed(value, separator)));
}

export const piecesOf = (cell: string, separator: string): string[] => cell.split(separator).flatMap((piece) => piece.trim() || []);

/** How survey tools join options; with or without a space behind it. Blanks join names only. */
const separators = [';', ',', ' '];
/** Cells that are looked at first, different cells that are looked at closely, options that a question may have, and the share of cells that hold several. */
const looked = 400;
const lookedClosely = 500;
const mostOptions = 40;
const share = 0.15;

export interface Options {
  separator: string;
  options: { value: string; people: number }[];
}

/** The options of a question of which several could be ticked, read off its cells (most frequent first); undefined for any other column. */
export function optionsIn(cells: readonly string[]): Options | undefined {
  const first: string[] = [];
  for (let at = 0; at < cells.length && first.length < looked; at++) if (cells[at]) first.push(cells[at] ?? '');
  for (const separator of separators) {
    if (separator === ' ' && !areNamesJoined(cells)) continue;
    if (first.length < 2 || first.filter((cell) => cell.includes(separator)).length < first.length * share) continue;
    const times = new Map<string, number>();
    for (const cell of cells) if (cell !== '') times.set(cell, (times.get(cell) ?? 0) + 1);
    const options = joinedBy(times, separator);
    if (options) return { separator, options };
  }
  return undefined;
}

/** What forms call their options: `repair_tea`, `tea`, `2`. */
const name = /^(?:[a-z][a-z0-9.-]*|\w+(?:_\w+)+|-?\d{1,2})$/;

/**
 * Whether cells hold names of options, joined by blanks. Words that people write look alike, so: no cell names one twice, nearly all return, and each has an
 * underscore or also stands alone (“very” of “very good” does not); without underscores, somebody ticked three (“north east” is one option).
 */
export function areNamesJoined(cells: readonly string[]): boolean {
  const times = new Map<string, number>();
  const alone = new Set<string>();
  let all = 0;
  let several = 0;
  let filled = 0;
  let most = 0;
  for (const cell of cells) {
    if (cell === '') continue;
    const pieces = piecesOf(cell, ' ');
    if (!pieces.every((piece) => name.test(piece)) || new Set(pieces).size < pieces.length) return false;
    for (const piece of pieces) times.set(piece, (times.get(piece) ?? 0) + 1);
    if (times.size > 2 * mostOptions) return false;
    if (pieces.length === 1) alone.add(pieces[0] ?? '');
    filled++;
    all += pieces.length;
    if (pieces.length > 1) several++;
    most = Math.max(most, pieces.length);
  }
  const often = [...times].filter(([, count]) => count >= Math.max(3, filled * 0.02));
  const underscored = often.filter(([piece]) => piece.includes('_')).length;
  return (
    several >= Math.max(2, filled * share) &&
    often.length > 1 &&
    often.reduce((sum, [, count]) => sum + count, 0) >= all * 0.95 &&
    often.every(([piece]) => piece.includes('_') || alone.has(piece)) &&
    (underscored >= often.length / 2 || most > 2)
  );
}

function joinedBy(times: ReadonlyMap<string, number>, separator: string): Options['options'] | undefined {
  const rows = [...times].map(([cell, people]) => ({ cell, people, pieces: piecesOf(cell, separator) }));
  const people = new Map<string, number>();
  let all = 0;
  let filled = 0;
  for (const row of rows) {
    filled += row.people;
    all += row.people * row.pieces.length;
    for (const piece of new Set(row.pieces)) people.set(piece, (people.get(piece) ?? 0) + row.people);
  }
  const often = [...people].filter(([, count]) => count >= Math.max(3, filled * 0.02));
  if (often.length < 2 || often.length > mostOptions || often.reduce((sum, [, count]) => sum + count, 0) <= all * 0.6) return undefined;
  const options = separator === ' ' ? often.map(([value, count]) => ({ value, people: count })) : togetherAgain(rows, new Map(often), separator);
  // One option each is a question with one answer, whose options hold commas.
  const several = rows.slice(0, lookedClosely).filter(({ cell }) => options.filter(({ value }) => meets(cell, { values: [value], separator })).length > 1);
  const alone = new Set(rows.map(({ cell }) => (cell.trimEnd().endsWith(separator) ? cell.trimEnd().slice(0, -1) : cell).trim()));
  const joined = options.some(({ value }) => alone.has(value) && several.some(({ cell }) => meets(cell, { values: [value], separator }))) || rows.length > people.size;
  return several.length > 0 && joined ? options.toSorted((a, b) => b.people - a.people) : undefined;
}

/** Pieces that never stand without each other are one option that holds the separator (“Tea, coffee or water”). */
function togetherAgain(rows: readonly { cell: string; people: number; pieces: readonly string[] }[], people: ReadonlyMap<string, number>, separator: string): Options['options'] {
  const pairs = new Map<string, Map<string, number>>();
  for (const row of rows)
    for (const [at, piece] of row.pieces.entries()) {
      const next = row.pieces[at + 1];
      if (next === undefined) continue;
      const after = pairs.get(piece) ?? new Map<string, number>();
      pairs.set(piece, after.set(next, (after.get(next) ?? 0) + row.people));
    }
  const next = new Map<string, string>();
  for (const [piece, count] of people)
    for (const [other, both] of pairs.get(piece) ?? []) if (both === count && people.get(other) === count) next.set(piece, other);
  const later = new Set(next.values());
  return [...people].flatMap(([piece, count]) => {
    if (later.has(piece)) return [];
    let value = piece;
    const met = new Set([piece]);
    for (let at = next.get(piece); at !== undefined && !met.has(at); at = next.get(at)) {
      met.add(at);
      const spaced = `${value}${separator} ${at}`;
      value = rows.some(({ cell }) => cell.includes(spaced)) ? spaced : `${value}${separator}${at}`;
    }
    return [{ value, people: count }];
  });
}
