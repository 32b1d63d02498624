import { fold } from '../search/fold.ts';
import { givenNames, namesAndWords } from './given-names.ts';
import { beginsSentence, found } from './match.ts';
import type { Found } from './types.ts';
import { isEveryday, isOrdinary } from './words.ts';

const wordsOf = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
const unpossessed = (word: string) => word.replace(/['’]s?$/iu, '');
/** “In May” is a month, whoever May is. */
const monthly = /\b(?:in|since|until|till|by|of|last|next|this|from|early|late|mid|before|after)[ -]$|\d(?:st|nd|rd|th)?[ ]$/iu;

/** The words of a name by which it can be met again, in small letters: without titles, initials and what is shorter than three letters. */
export function nameWords(name: string): string[] {
  return [...name.matchAll(wordsOf)].map((match) => unpossessed(match[0]).toLowerCase()).filter((word) => word.length > 2 && !titles.has(word));
}
const titles = new Set('mr mrs ms miss mx dr prof professor doctor sir dame lady lord rev reverend herr frau mme madame monsieur señor señora sister nurse father pastor imam rabbi aunt auntie uncle coach van von der den del della dos bin the and'.split(' '));

/** The words of a find by which the same person can be met elsewhere; none where it is hardly sure to be a name. */
export const wordsToMeetAgain = ({ kind, confidence }: Pick<Found, 'kind' | 'confidence'>, words: string): string[] => {
  const own = kind === 'name' && confidence >= 2 ? nameWords(words) : [];
  return confidence === 3 || own.some((word) => givenNames.has(word)) ? own.map((word) => fold(word)) : [];
};

/** The words of names in ids, aliases and contact data: of “nora.field@example.org” nora and field; “P12” and “Respondent” hold none. */
export const wordsOfLabel = (label: string): string[] => (/\d/u.test(label.replace(/@.*/u, '')) ? [] : nameWords(label.replace(/@.*/u, '').replace(/[._]/gu, ' ')).filter((word) => !isOrdinary(word)).map((word) => fold(word)));

/** Further mentions of names that are known from elsewhere, in any letters, with or without accents and with a possessive; names that are words as well only with a capital inside a sentence. */
export function scanAgain(text: string, names: ReadonlySet<string>): Found[] {
  const finds: Found[] = [];
  for (const match of text.matchAll(wordsOf)) {
    const word = unpossessed(match[0]);
    const small = word.toLowerCase();
    if (!names.has(small) && (/^[a-z]+$/.test(small) || !names.has(fold(small)))) continue;
    const alsoWord = namesAndWords.has(small) || isEveryday(small);
    if (alsoWord && (!/^\p{Lu}\p{Ll}/u.test(word) || beginsSentence(text, match.index) || monthly.test(text.slice(Math.max(0, match.index - 8), match.index)))) continue;
    finds.push(found('name', match.index, match.index + word.length, alsoWord ? 1 : 2, 'This name was found elsewhere in the project.'));
  }
  return finds;
}
