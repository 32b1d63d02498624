import type { TidyColumn } from './tidy.ts';

/** Answers below which one that came once may well be an option. */
const fewest = 15;

/** What people typed beside the options of a question with several answers in one cell: pieces that came once, where nearly all others return. */
function typedIn(cells: readonly string[]): string[] {
  const answers = cells.filter(Boolean);
  const separator = answers.filter((cell) => cell.includes(';')).length > answers.length * 0.15 ? ';' : ', ';
  const times = new Map<string, number>();
  const pieces = answers.map((cell) => cell.split(separator).map((piece) => piece.trim()));
  for (const piece of pieces.flat()) times.set(piece, (times.get(piece) ?? 0) + 1);
  // A typed answer may have the separator in it, too.
  return pieces.flatMap((row) => {
    const own = row.filter((piece) => piece !== '' && times.get(piece) === 1);
    return own.length ? [own.join(separator)] : [];
  });
}

/** A sentence that offers to read them: forms mix the options with “Other: …” in one cell, without any mark. */
function typedBesideNotes(attributes: readonly TidyColumn[]): string[] {
  const found = attributes
    .flatMap(({ column, cells }) => {
      // Rows of a grid, and lists that a program wrote, hold options only.
      if (column.reason !== severalTicked || column.group || cells.some((cell) => cell.startsWith("['"))) return [];
      const typed = typedIn(cells);
      const enough = cells.filter(Boolean).length >= fewest && typed.length > 0 && typed.length <= cells.length / 4;
      return enough ? [{ name: column.shortName, people: typed.length, example: typed[0] ?? '' }] : [];
    })
    .toSorted((a, b) => b.people - a.people);
  if (found.length === 0) return [];
  const cut = (text: string) => (text.length > 50 ? `${text.slice(0, 49).toWellFormed().trimEnd()}…` : text);
  const shown = found.slice(0, 3).map(({ name, people, example }) => `“${name}” (${people === 1 ? '1 person' : `${people} people`}, such as “${cut(example)}”)`);
  const more = found.length > 3 ? ` and ${found.length - 3} more` : '';
  return [`Some people seem to have typed something beside the options that they ticked: ${shown.join('; ')}${more}. It stays an attribute; to read and code it, set the column to “Free-text question”.`];
}

/** Qualtrics’ id says closed, the answers read as if people wrote them: fields of a form, and data that came with the invitation. */
function textsByTheirLook(attributes: readonly TidyColumn[]): string[] {
  const names = attributes.flatMap(({ column }) => (column.reason === looksLikeText ? `“${column.shortName}”` : []));
  if (names.length === 0) return [];
  const shown = `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
  return [`${names.length === 1 ? 'One column looks' : `${names.length} columns look`} like text that people wrote, though Qualtrics does not mark ${names.length === 1 ? 'it' : 'them'} as a text box: ${shown}. ${names.length === 1 ? 'It is' : 'They are'} kept as ${names.length === 1 ? 'an attribute' : 'attributes'}; set to “Free-text question” what you want to read and code.`];
}

/** What attributes could be read as answers, as sentences. */
export const offersToRead = (attributes: readonly TidyColumn[]): string[] => [...textsByTheirLook(attributes), ...typedBesideNotes(attributes)];

export const looksLikeText = 'Looks like text: check';
export const severalTicked = 'Several options ticked';
