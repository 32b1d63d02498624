import { fold } from './fold.ts';

/**
 * What somebody types to search answers.
 *
 *     tea repair      both, anywhere in the answer
 *     "every week"    these words in this order
 *     "café"          with this accent; without quotation marks, "cafe" as well
 *     repair*         words that begin so
 *     -kettle         without this one
 *     tea OR coffee   either
 */

/** How a bare word is meant: the beginning of a word, a whole word, or letters anywhere. */
export const searchModes = ['beginnings', 'words', 'anywhere'] as const;
export type SearchMode = (typeof searchModes)[number];

export interface Term {
  /** Folded as the answers are (see fold.ts). */
  text: string;
  /** The same with its accents, where these have to be there: those of a phrase. */
  accented?: string;
  atWordStart: boolean;
  atWordEnd: boolean;
}
/** Every group is to be found, by one of its terms; nothing of `without` may be there. */
export interface SearchQuery {
  groups: Term[][];
  without: Term[];
}

const token = /(?<minus>[-‐-―−]?)(?:["“”„‟«»](?<phrase>[^"“”„‟«»]*)(?<closed>["“”„‟«»]?)(?<star>\*?)|(?<bare>\S+))/gu;

export function parseQuery(typed: string, mode: SearchMode): SearchQuery {
  const query: SearchQuery = { groups: [], without: [] };
  let either = false;
  for (const { groups = {} } of typed.matchAll(token)) {
    const { minus = '', phrase, closed = '', star = '', bare = '' } = groups;
    if (minus === '' && bare === 'OR') {
      either = query.groups.length > 0;
      continue;
    }
    const term = phrase === undefined ? wordOf(bare, mode) : phraseOf(phrase, closed !== '', star !== '', mode);
    if (term) {
      if (minus !== '') query.without.push(term);
      else if (either) query.groups.at(-1)?.push(term);
      else query.groups.push([term]);
    }
    either = false;
  }
  return query;
}

/** A comma after a word belongs to the sentence of whoever types, not to the word. */
function wordOf(bare: string, mode: SearchMode): Term | null {
  const word = bare.replace(/[,;，；、]+$/u, '') || bare;
  const begins = /[^*]\*$/u.test(word);
  const text = fold(begins ? word.slice(0, -1) : word).trim();
  if (text === '') return null;
  return { text, atWordStart: begins || mode !== 'anywhere', atWordEnd: !begins && mode === 'words' };
}

/** The last word of a phrase that is still being typed may go on. */
function phraseOf(phrase: string, closed: boolean, star: boolean, mode: SearchMode): Term | null {
  const begins = star || /[^*\s]\*\s*$/u.test(phrase);
  const words = begins && !star ? phrase.trimEnd().slice(0, -1) : phrase;
  const text = fold(words).trim();
  if (text === '') return null;
  const accented = fold(words, 'accents').trim();
  return { text, ...(accented !== text && { accented }), atWordStart: mode !== 'anywhere', atWordEnd: closed && !begins && mode !== 'anywhere' };
}
