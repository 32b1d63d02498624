import { givenNames, namesAndWords } from './given-names.ts';
import { before, every, found } from './match.ts';
import type { Confidence, Found, Scanner } from './types.ts';
import { isEveryday, isOrdinary, list, relations } from './words.ts';

/** A word of a name in letters of any size: okafor, o’neill, PATEL-JONES. */
const word = `\\p{L}[\\p{L}\\p{M}]{0,30}(?:['’-]\\p{L}[\\p{L}\\p{M}]{1,30}){0,2}`;
const joined = '(?:(?:van|von|de|der|den|di|da|dos|du|la|le|bin|al|el|ten|ter|o|mc|mac)[ \'’-]){0,2}';
const name = `(?<x>${joined}(?<one>${word}))(?:[ ](?<two>${word}))?`;

const title = new RegExp(`${before}(?<cue>mr|mrs|ms|mx|prof|mister|frau|herr|mme|mevrouw|dr|doctor|professor|nurse|sister|auntie|aunty|aunt|uncle|pastor|imam|rabbi|coach)\\.?[ ]${name}`, 'dgiu');
/** Words that a name hardly stands behind unless they are titles: “dr surgery”, “coach trip” are told by what follows. */
const loose = /^(?:doctor|professor|nurse|sister|coach|pastor|imam|rabbi|dr)$/iu;
const schoolMiss = new RegExp(`${before}(?:told|asked|ask|with|from|thanks?|teacher|and),?[ ](?<cue>miss)[ ]${name}`, 'dgiu');
const called = new RegExp(`${before}(?:my[ ]name[ ]is|my[ ]names|name['’]s|name[ ]was|(?:he|she|they|who)(?:[ ](?:is|was|were|are)|['’]s|['’]re)[ ](?:called|named)|(?:some(?:one|body)|woman|man|lady|guy|girl|boy|person|people|chap|bloke|lad|${relations})s?[ ](?:called|named|known[ ]as))[ ]${name}`, 'dgiu');
const related = new RegExp(`${before}(?:my|our|his|her|their)[ ](?:[\\p{L}-]{2,20}[ ]){0,2}?(?:${relations})(?:,?[ ]|[ ][(–-][ ]?)(?:called[ ]|named[ ])?${name}`, 'dgiu');
const signed = new RegExp(`(?:^|[.!?,\\n]\\s*)(?:regards|best|best[ ]wishes|cheers|signed|love|yours(?:[ ]\\p{L}+)?|many[ ]thanks|thanks),?\\s{1,3}${name}[\\s.!]{0,4}$`, 'dgiu');

/** Cheap looks at a text before the patterns that they stand for. */
const someTitle = /\b(?:m(?:[rsx]|rs|iss|ister|me|evrouw)|dr|doctor|prof|professor|frau|herr|nurse|sister|aunt|aunty|auntie|uncle|pastor|imam|rabbi|coach)\b/iu;
const someCall = /\bnames?\b|name['’]s|called|named|known as/iu;
const someEnd = /(?:regards|best|wishes|cheers|signed|love|yours|thanks)/iu;
const somebodys = /\b(?:my|our|his|her|their)\b/iu;

/** What follows a person's name: it ends the clause, or the person does something. */
const personNext = /^(?:['’]s\b|[ ]?[.,;:!?)\n]|\s*$|[ ](?:and|but|who|whom|is|was|has|had|said|says|told|tells|asked|knows|knew|from|helped|helps|does|did|came|comes|went|works|worked|left|never|always|really|also|didn['’]?t|doesn['’]?t|isn['’]?t|wasn['’]?t)(?![\p{L}]))/iu;
const personBefore = /(?:^|[^\p{L}])(?:with|told|ask|asked|by|and|to|from|for|thanks|thank you|met|saw|see|emailed|phoned|rang|texted|dear|hi|hello|like|i['’]?m|i am|it was|as|because|when|since|love|miss|missed|helped)[ ]$|&[ ]?$/iu;

const known = (each: string) => givenNames.has(each.toLowerCase());
const clear = (each: string) => known(each) && !namesAndWords.has(each.toLowerCase());

/** Names typed in small letters or in capitals throughout: with a word that introduces one, or where they are nothing but names. */
export const scanSmallNames: Scanner = (text) => [
  ...(someTitle.test(text) ? [title, schoolMiss].flatMap((pattern) => every(text, pattern, withCue((one, _next, match) => {
    if (loose.test(match.groups?.cue ?? '') ? isOrdinary(one) && !known(one) : isEveryday(one)) return null;
    return [3, 'A name after a title.'];
  }))) : []),
  ...(someCall.test(text) ? every(text, called, withCue((one) => (clear(one) ? [3, 'A common given name after “called” or “named”.'] : isOrdinary(one) ? null : [2, 'A word after “called”, “named” or the like.']))) : []),
  ...(somebodys.test(text) ? every(text, related, withCue((one, next) => {
    if (clear(one) || (known(one) && personNext.test(next))) return [3, 'A common given name after a word for a person one knows.'];
    return isOrdinary(one) || !personNext.test(next) || /^\p{Lu}\p{Ll}/u.test(one) ? null : [1, 'A word after a word for a person one knows.'];
  })) : []),
  ...(someEnd.test(text) ? every(text, signed, withCue((one) => (known(one) ? [3, 'A name at the end.'] : isOrdinary(one) ? null : [2, 'A word at the end, as a letter is signed.']))) : []),
  ...plainNames(text),
];

/** Given names that are everyday words of other languages (Italian mia, Dutch ben), and how a text in English is told. */
const wordsElsewhere = list('ben mia rosa luz dolores sol mar alba viola stella linda marina nina celeste');
const english = /(?<![\p{L}])(?:the|and|my|is|was|were|to|with|she|of)(?![\p{L}])/iu;

/** Given names that are nothing but names, wherever they stand; surer where somebody does something, or is done something with. */
function plainNames(text: string): Found[] {
  const finds: Found[] = [];
  for (const { 0: each, index: start } of text.matchAll(/\p{L}[\p{L}\p{M}]{2,20}/gu)) {
    const end = start + each.length;
    if (!clear(each) || (wordsElsewhere.has(each.toLowerCase()) && !english.test(text)) || /^\p{Lu}\p{Ll}/u.test(each) || /[\p{L}\p{M}\p{N}_@.]$/u.test(text.slice(Math.max(0, start - 1), start)) || /^(?:[\p{L}\p{M}\p{N}_@]|\.\p{L})/u.test(text.slice(end, end + 2))) continue;
    const sure = personBefore.test(text.slice(Math.max(0, start - 14), start)) || personNext.test(text.slice(end, end + 12));
    finds.push(found('name', start, withFamilyName(text, start, end), sure ? 2 : 1, 'A common given name.'));
  }
  return finds;
}

/** In capitals throughout: with the words behind it that are no everyday words (KATARZYNA WÓJCIK). */
function withFamilyName(text: string, start: number, end: number): number {
  if (/\p{Ll}/u.test(text.slice(start, end))) return end;
  const behind = /^(?:[ \u00a0]\p{Lu}[\p{Lu}\p{M}’'-]{1,30}(?![\p{L}\p{M}\p{N}])){1,3}/u.exec(text.slice(end, end + 100))?.[0] ?? '';
  let to = end;
  for (const { 0: each } of behind.matchAll(/[ \u00a0][^ \u00a0]+/gu)) {
    const one = each.slice(1).replace(/['’]S$/u, '');
    if ((isOrdinary(one) || personNext.test(each)) && !clear(one)) break;
    to += 1 + one.length;
    if (one.length < each.length - 1) break;
  }
  return to;
}

type Judge = (one: string, next: string, match: RegExpExecArray) => [Confidence, string] | null;

/** A find of the first word behind a cue, and of the second one where that is no everyday word. */
function withCue(judge: Judge) {
  return (start: number, end: number, _words: string, match: RegExpExecArray): Found | null => {
    const text = match.input;
    const one = (match.groups?.one ?? '').replace(/['’]s$/iu, '');
    const to = end - ((match.groups?.one ?? '').length - one.length);
    const judged = judge(one, text.slice(to, to + 14), match);
    if (!judged) return null;
    const two = match.groups?.two ?? '';
    const both = to === end && two !== '' && !isOrdinary(two) && /^\p{Lu}/u.test(two) === /^\p{Lu}/u.test(one);
    // A title goes with the name.
    const from = match.groups?.cue ? match.indices?.groups?.cue?.[0] ?? start : start;
    return found('name', from, both ? to + 1 + two.replace(/['’]s$/iu, '').length : to, ...judged);
  };
}
