import { rangeProblem } from '../../../shared/domain/offsets.ts';

interface Range { start: number; end: number }

/** Characters that Word and Excel change while one types or copies; each stands for any of its kind. */
const lookalikes: [kind: RegExp, any: string][] = [
  [/['‘’‚‛`´]/, "['‘’‚‛`´]"], [/["“”„‟]/, '["“”„‟]'], [/[-‐‑‒–—]/, '[-‐‑‒–—]'], [/…/, '(?:…|\\.\\.\\.)'],
];

/**
 * Where the words of an extract stand in an answer, in UTF-16 code units; null when they do not. Verbatim first; failing
 * that, the same words with other blanks, line breaks, quotation marks or dashes, as a word processor leaves them.
 */
export function findExtract(text: string, words: string): Range[] | null {
  const verbatim = occurrences(text, words);
  if (verbatim.length) return verbatim;
  const trimmed = words.trim();
  const stripped = trimmed === words ? [] : occurrences(text, trimmed);
  if (stripped.length) return stripped;
  const similar = [...text.matchAll(new RegExp(patternOf(trimmed), 'g'))].map((match): Range => ({ start: match.index, end: match.index + match[0].length }));
  const whole = similar.filter((range) => rangeProblem(text, range.start, range.end) === null);
  return whole.length ? whole : null;
}

function occurrences(text: string, words: string): Range[] {
  const found: Range[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (rangeProblem(text, at, at + words.length) === null) found.push({ start: at, end: at + words.length });
  }
  return found;
}

function patternOf(words: string): string {
  return words.replaceAll('...', '…').split(/(\s+)/).map((part) => {
    if (/^\s+$/.test(part)) return '\\s+';
    return Array.from(part, (character) => lookalikes.find(([kind]) => kind.test(character))?.[1] ?? character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('');
  }).join('');
}
