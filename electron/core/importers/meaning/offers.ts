import type { TidyColumn } from './tidy.ts';

/** Qualtrics’ id says closed, the answers read as if people wrote them: fields of a form, and data that came with the invitation. */
export function offersToRead(attributes: readonly TidyColumn[]): string[] {
  const names = attributes.flatMap(({ column }) => (column.reason === looksLikeText ? `“${column.shortName}”` : []));
  if (names.length === 0) return [];
  const shown = `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
  return [`${names.length === 1 ? 'One column looks' : `${names.length} columns look`} like text that people wrote, though Qualtrics does not mark ${names.length === 1 ? 'it' : 'them'} as a text box: ${shown}. ${names.length === 1 ? 'It is' : 'They are'} kept as ${names.length === 1 ? 'an attribute' : 'attributes'}; set to “Free-text question” what you want to read and code.`];
}

export const looksLikeText = 'Looks like text: check';
export const severalTicked = 'Several options ticked';
