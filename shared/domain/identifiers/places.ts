import { givenNames } from './given-names.ts';
import { after, before, beginsSentence, capital, capitals, every, found, leadOf } from './match.ts';
import { hasName, shorn } from './shorn.ts';
import type { Found, Scanner } from './types.ts';
import { areGermanNouns, buildings, harmless, isEveryday, isOrdinary, starters, streets } from './words.ts';

const street = new RegExp(`${before}(?<x>(?<number>\\d{1,4}[A-Za-z]?,?[ ])?(?:${capital}[ ]){1,3}(?:${streets}))${after}`, 'dgu');
const german = new RegExp(`${before}(?<x>\\p{Lu}[\\p{L}-]+(?:straße|strasse|str\\.|weg|platz|gasse|allee|straat|laan|plein|gracht)(?<number>[ ]\\d{1,4}[a-z]?)?)`, 'dgu');
const romance = new RegExp(`${before}(?<x>(?<number>\\d{1,4},?[ ])?(?:rue|avenue|boulevard|calle|avenida|plaza|via|viale|piazza|corso|rua|praça)[ ](?:(?:de|du|des|del|della|di|la|las|los|do|da)[ ]){0,2}${capital}(?:[ ]${capital}){0,2})`, 'dgiu');
const numbered = new RegExp(`${before}(?<x>(?:[Ww]ard|Bay|Unit|Block|Room|[Ff]lat|House|Apartment|[Aa]pt|Building|Wing|Zimmer|Station)[ ](?:\\d{1,4}[A-Za-z]?|[A-Z]))${after}`, 'dgu');
const named = buildings.map(([words, label]) => ({ label, pattern: new RegExp(`${before}(?<x>(?<number>\\d{1,3}[A-Za-z]?,?[ ])?(?:St\\.?[ ])?(?:${capital}(?:['’]s)?[ ](?:and[ ]|of[ ])?){1,4}(?:${words}))${after}`, 'dgu') }));
const someBuilding = new RegExp(`(?:${buildings.map(([words]) => words).join('|')})${after}`, 'u');
const someStreet = new RegExp(`(?:${streets})${after}`, 'u');
const someGerman = /(?:straße|strasse|str\.|weg|platz|gasse|allee|straat|laan|plein|gracht)/u;
const someRomance = /\b(?:rue|avenue|boulevard|calle|avenida|plaza|via|viale|piazza|corso|rua|praça) /iu;
const saint = new RegExp(`${before}(?<x>St\\.?[ ]${capital}(?:['’]s?)?)`, 'dgu');
const located = new RegExp(`${before}(?:live[sd]?|living|based|born|grew up|raised|stay(?:ed|ing)?|moved|moving|move|relocated|travel(?:led)?|commut(?:e|ed|ing)|drive|arrived|work(?:s|ed|ing)?|located|housed)[ ](?:in|to|near|from|around|outside)[ ](?:the[ ])?(?<x>${capitals})`, 'dgu');
const within = new RegExp(`${before}(?:in|near|around|outside|across|aus|nach|à|en|naar)[ ](?<x>${capitals})`, 'dgu');
/** The same in other languages: vivo en, j’habite à, ich wohne in, abito a. */
const verbs = 'wohne wohnt wohnen lebe lebt leben komme kommt kommen stamme stammt ziehe zieht zog habite habites habitons habitent habitait habitais vis viens vient né née vivo vive vivimos viven vivía viviamo vivono nací nació soy somos moro mora moramos moram sou nasci abito abita abitiamo abitano sono vengo nato nata woon woont wonen kom'
  .split(' ').map((verb) => `[${verb.charAt(0).toUpperCase()}${verb.charAt(0)}]${verb.slice(1)}`).join('|');
const dwelling = new RegExp(`${before}(?:${verbs})[ ](?:in|aus|bei|nach|à|de|en|cerca[ ]de|près[ ]de|em|perto[ ]de|a|da|di|vicino[ ]a|uit|te)[ ](?<x>${capitals})`, 'dgu');
const dwells = new RegExp(`${before}(?:${verbs})[ ]`, 'u');
/** What one smells of, looks for and asks about in German, all with “nach”. */
const sought = /(?:riech|roch|schmeck|stink|such|frag|sehn|ruf|schau|strebe|verlang)\p{Ll}*[ ](?:[\p{Ll}]+[ ]){0,3}nach[ ]$/u;
/** A street in small letters, behind a word for where something is or with its number. */
const smallStreet = new RegExp(`${before}(?<x>(?<number>\\d{1,4}[a-z]?[ ])?(?<name>\\p{Ll}{3,24})[ ](?:${streets.toLowerCase()}))${after}`, 'dgu');
const someSmallStreet = new RegExp(`[ ](?:${streets.toLowerCase()})${after}`, 'u');
/** “A degree in Physics”, “written in Python”: what follows is rather a subject than a town. */
const subject = /(?:degree|master|bachelor|ph\.?d|b\.?sc|m\.?sc|diplom|course|qualif|experience|expert|interest|skill|written|coded|taught|train)[^.!?\n]*$/iu;
const compass = new RegExp(`${before}(?:the[ ])?(?:[\\p{Ll}]+[ ])?(?:town|city|village|hamlet|island|place|parish|county|borough|suburb|school|hospital|estate)[ ](?:of|called|named)[ ](?<x>${capitals})`, 'dgu');

const isHarmless = (words: string) => words.split(/\s+/u).every((word) => harmless.has(word.toLowerCase()) || starters.has(word.toLowerCase()));

function smallStreets(text: string): Found[] {
  if (!someSmallStreet.test(text)) return [];
  return every(text, smallStreet, (start, end, _words, { groups }) => {
    const name = groups?.name ?? '';
    if (groups?.number) return isEveryday(name) ? null : found('place', start, end, 2, 'It has the form of an address.', 'address');
    return !isOrdinary(name) && /(?:on|off|in|at|near|down|up|along|behind|from|by|of)[ ]$/u.test(text.slice(Math.max(0, start - 7), start)) ? found('place', start, end, 1, 'It has the form of a street.', 'address') : null;
  });
}

/** Streets, wards, hospitals, schools and other buildings with a name, and towns after words about living somewhere. */
export const scanPlaces: Scanner = (text) => {
  if (!/\p{Lu}/u.test(text)) return smallStreets(text);
  const streetFound = (start: number, end: number, match: RegExpExecArray): Found | null => {
    const from = match.groups?.number ? start : shorn(text, start, end);
    return hasName(text, from, end) ? found('place', from, end, match.groups?.number ? 3 : 2, 'It has the form of a street or an address.', 'address') : null;
  };
  return [
    ...smallStreets(text),
    ...(!someStreet.test(text) ? [] : every(text, street, (start, end, _words, match) => streetFound(start, end, match))),
    ...(!someGerman.test(text) ? [] : every(text, german, (start, end, _words, match) => found('place', start, end, match.groups?.number ? 3 : 2, 'It has the form of a street.', 'address'))),
    ...(!someRomance.test(text) ? [] : every(text, romance, (start, end, words, match) => (/\p{Lu}/u.test(words.slice(4)) && /(?:^|\s)\p{Lu}\S*$/u.test(words) ? streetFound(start, end, match) : null))),
    ...every(text, numbered, (start, end, words) => found('place', start, end, 2, 'A ward, a room or a building with its number.', /^ward/iu.test(words) ? 'ward name' : 'place')),
    ...(!someBuilding.test(text) ? [] : named).flatMap(({ pattern, label }) => every(text, pattern, (start, end, _words, match) => {
      const number = match.groups?.number ?? '';
      const from = shorn(text, start + number.length, end);
      if (!hasName(text, from, end) || isHarmless(text.slice(from, end))) return null;
      // Houses have numbers; a hospital or a school behind one is something else.
      return found('place', number && label === 'place' ? start : from, end, 3, 'A name before a word for a building or a service.', label);
    })),
    ...every(text, saint, (start, end) => found('place', start, end, 2, 'Named after a saint: often a hospital, a school or a church.')),
    ...every(text, located, (start, end, words) => (isHarmless(words) ? null : found('place', start, end, 3, 'A name after words about living or working somewhere.', 'town'))),
    ...(!dwells.test(text) ? [] : every(text, dwelling, (start, end, words) => (isHarmless(words) || areGermanNouns(words) || givenNames.has(words.toLowerCase()) ? null : found('place', start, end, 3, 'A name after words about living somewhere.', 'town')))),
    ...(!/ (?:of|called|named) \p{Lu}/u.test(text) ? [] : every(text, compass, (start, end) => found('place', start, end, 3, 'A name after a word for a town.', 'town'))),
    ...every(text, within, (start, end, words) => (isHarmless(words) || givenNames.has(words.toLowerCase()) || beginsSentence(text, start) || areGermanNouns(words) || sought.test(text.slice(Math.max(0, start - 60), start)) ? null : found('place', start, end, subject.test(leadOf(text, start)) ? 1 : 2, 'A name after “in”, “near” or the like.', 'town'))),
  ];
};
