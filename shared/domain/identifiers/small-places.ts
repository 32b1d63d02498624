import { givenNames } from './given-names.ts';
import { after, before, every, found } from './match.ts';
import type { Scanner } from './types.ts';
import { isOrdinary } from './words.ts';

const word = '\\p{Ll}[\\p{Ll}\\p{M}’\'-]{2,24}';
const living = new RegExp(`${before}(?:i|we|i['’]?m|they|who|and)[ ](?:now[ ]|still[ ]|used[ ]to[ ]|only[ ])?(?:live|lived|living|grew[ ]up|was[ ]born|am|are|come|came|moved|based)[ ](?:in|near|to|from|outside)[ ](?<x>${word})${after}`, 'dgiu');
const working = new RegExp(`${before}(?:i|we|he|she|they|and)[ ](?:now[ ]|still[ ]|used[ ]to[ ]|also[ ])?(?:work|works|worked|volunteer|volunteered|am[ ]employed)[ ](?:for|at|by|with)[ ](?<x>${word})${after}`, 'dgiu');
/** “Worked at …” and “six years at …”, without saying who. */
const subjectless = new RegExp(`(?:(?:^|[.!?;\\n]\\s*)(?:worked|working|volunteered|volunteering|employed)|${before}(?:years|months|nights|shifts|weekends))[ ](?:for|at|by|with)[ ](?<x>${word})${after}`, 'dgiu');
const building = new RegExp(`${before}(?<x>(?:st\\.?[ ])?(?<one>${word})[ ](?:(?<two>${word})[ ])?(?:hospital|infirmary|hospice|academy|primary|primary[ ]school|high[ ]school|medical[ ](?:centre|practice)|health[ ]centre|care[ ]home|nursing[ ]home))${after}`, 'dgu');
const saint = new RegExp(`${before}(?<x>st\\.?[ ]${word}['’]?s?)${after}`, 'dgu');
const someWord = /\b(?:live|lived|living|grew up|born|from|moved|based|works?|worked|volunteer|volunteered|employed|(?:years|months|nights|shifts|weekends) (?:at|for|with))\b/iu;
const someBuilding = /hospital|infirmary|hospice|academy|primary|high school|medical|health centre|home|\bst\b/u;

/** Towns, employers and buildings typed in small letters, behind words that lead one to expect them. Only worth a look, since many everyday words stand there too. */
export const scanSmallPlaces: Scanner = (text) => [
  ...(!someWord.test(text) ? [] : [
    ...every(text, living, (start, end, words) => (isOrdinary(words) || givenNames.has(words) || /^\p{Lu}/u.test(words) ? null : found('place', start, end, 1, 'A word after words about living somewhere.', 'town'))),
    ...[working, subjectless].flatMap((pattern) => every(text, pattern, (start, end, words) => (isOrdinary(words) || /^\p{Lu}/u.test(words) ? null : found('organisation', start, end, 1, 'A word after words about working somewhere.', 'employer')))),
  ]),
  ...(!someBuilding.test(text) ? [] : [
    ...every(text, building, (start, end, _words, match) => {
      const { one = '', two } = match.groups ?? {};
      const named = (two === undefined || isOrdinary(two)) ? one : two;
      const from = named === one ? start : start + one.length + 1;
      return isOrdinary(named) || named.endsWith('s') ? null : found('place', from, end, 1, 'A word before a word for a building or a service.');
    }),
    ...every(text, saint, (start, end) => found('place', start, end, 1, 'Named after a saint: often a hospital, a school or a church.')),
  ]),
];
