import { givenNames, namesAndWords } from './given-names.ts';
import { after, before, beginsSentence, capital, capitals, every, familyName, found } from './match.ts';
import type { Found, Scanner } from './types.ts';
import { areGermanNouns, conditions, harmless, isEveryday, relations, starters } from './words.ts';

const title = new RegExp(`${before}(?<x>(?:[Mm]r|[Mm]rs|Ms|Miss|Mx|[Dd]r|[Pp]rof|Professor|Sir|Dame|Lady|Lord|Rev|Reverend|Herr|Frau|Monsieur|Madame|Mme|Maître|Señora?|Sra?|Don|Doña|Dona|Meneer|Mevrouw|Juf|Dhr|Mevr|Mw|Signora?|Dott|Prof\\.[ ]Dr)\\.?[ \\u00a0](?!Google)${familyName})`, 'dgu');
const office = new RegExp(`${before}(?<x>(?:Sister|Nurse|Father|Doctor|Pastor|Imam|Rabbi|Aunt|Auntie|Uncle|Cousin|Nan|Grandma|Grandad|Constable|Sergeant|Captain)[ ]${capitals})`, 'dgu');
const related = new RegExp(`${before}(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Yy]our|[Tt]he|[Aa]n?|[Mm]eine?|[Uu]nsere?|[Mm]on|[Mm]a|[Mm]i|[Mm]ijn|[Mm]i[oa])[ ](?:(?:[\\p{Ll}-]+)[ ]){0,2}?(?:${relations})s?(?:,?[ ]|[ ][(–-][ ]?)(?:(?:called|named)[ ])?(?<x>${capitals})`, 'dgu');
const apposed = new RegExp(`${before}(?<x>${capitals}),?[ ](?:\\(|-[ ]|–[ ])?(?:my|our|his|her|their)[ ](?:(?:[\\p{Ll}-]+)[ ]){0,2}?(?:${relations})(?![\\p{L}\\p{N}])`, 'dgu');
const introduced = new RegExp(`${before}(?:called|named|name[ ]is|name[ ]was|name’s|name's|known[ ]as|heiße|heißt|heisst|namens|s’appelle|s'appelle|m’appelle|m'appelle|llamad[oa]|llamo|llama|heet|genaamd|chiamo|chiama)[ ](?<x>${capitals})`, 'dgu');
const greeted = new RegExp(`${before}(?:[Dd]ear|[Hh]i|[Hh]ello|[Tt]hanks[ ]to|[Tt]hank[ ]you,?|[Aa]sk[ ]for|[Cc]ontact|[Ss]poke[ ]to|[Ss]poke[ ]with|[Tt]alk(?:ed|ing)?[ ]to|[Rr]egards,?|[Ss]igned,?|[Ll]ove,?)\\s(?<x>${capitals})`, 'dgu');
const initials = new RegExp(`${before}(?<x>\\p{Lu}\\.[ ]?(?:\\p{Lu}\\.[ ]?)?${capital})${after}`, 'dgu');
const twoInitials = new RegExp(`${before}(?<x>\\p{Lu}\\.[ ]?\\p{Lu}\\.?(?:[ ]?\\p{Lu}\\.)?)${after}`, 'dgu');
/** “My friend S.”: a letter in place of a name. */
const letterOnly = new RegExp(`${before}(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)[ ](?:\\p{Ll}+[ ]){0,2}?(?:${relations}),?[ ](?:called[ ])?(?<x>[B-HJ-Z]\\.?)(?=[ ,.;)]|$)`, 'dgu');
const sequence = new RegExp(`${before}(?<x>${capitals})(?:['’]s)?${after}`, 'dgu');

/** Cheap looks at a text, before the patterns that they stand for: most answers name nobody. */
const titled = /\b(?:[Mm][rsx]|[Mm]rs|Miss|[Dd]r|[Pp]rof|Sir|Dame|Lady|Lord|Rev|Herr|Frau|Mons|Mad|Mme|Maît|Do[nñ]|Men|Juf|Se[ñn]o|Sra?|Dhr|Mev|Mw|Sig|Dott)/u;
const inOffice = /\b(?:Sister|Nurse|Father|Doctor|Pastor|Imam|Rabbi|Aunt|Uncle|Cousin|Nan|Grand|Constable|Sergeant|Captain)/u;
const someRelation = new RegExp(`(?<![\\p{L}])(?:${relations})s?(?![\\p{L}])`, 'iu');
const naming = /called|name|known as|hei[ßs]|appel|llam|heet|chiam/iu;

const german = /(?<![\p{L}])(?:der|die|das|und|ich|ist|nicht|ein|eine|einen|meine|keine|keinen|mit|für|auf|wird|sind|wurde|zum|zur|beim|wir|wohne|wohnen|habe|mir|sehr|waren|keiner|aber|auch|sich|oder|noch|nur|niemand|haben|kein|uns|unser|unsere|mein|dem|wenn|weil|dass|viel|viele|mehr|bei|vom|über|wieder|immer)(?![\p{L}])/giu;
/** What somebody does right after their name at the beginning of a sentence, where the capital tells nothing. */
const doing = /^(?:['’]s[ ]\p{Ll}|[ ](?:said|says|told|tells|asked|knows|knew|helped|helps|listened|listens|explained|emailed|replied|rang|phoned|promised|laughed|smiled|visited|runs|ran|always|never|from[ ](?:hr|HR|IT|reception|admin|the)|came|sat|stayed|left|made|gave|went|took|has[ ]been|was[ ](?:so|very|really|great|lovely|brilliant|amazing|kind|always|my|our|rude|there))(?![\p{L}])|[ ]\((?:my|our|the|his|her|head|year|from)[ ]|,[ ](?:who|my|our)[ ]|[ ](?:and|&)[ ]\p{Lu}\p{Ll})/u;
/** An article before a name makes it a thing, unless a noun follows (“a Barnsley lad”). */
const aThing = /(?:^|[\s(])an?[ ]$/u;
const alone = /^(?:[ ](?:or|and|on|in|at|with|for|to|from|near|by|that|which|is|was|as|but)(?![\p{L}])|[,.;!?)]|\s*$)/u;
/** Two or three letters with full stops that are no person. */
const abbreviations = /^(?:u\.?k|u\.?s(?:\.?a)?|e\.?u|u\.?n|p\.?e|p\.?s|n\.?b|n\.?a|q\.?a|a\.?m|p\.?m|e\.?g|i\.?e|a\.?d|b\.?c|m\.?a|b\.?a|g\.?p|r\.?n|h\.?r|i\.?t|t\.?v|i\.?d|d\.?c|n\.?y(?:\.?c)?|p\.?o|v\.?s|d\.?o\.?b|n\.?h\.?s|d\.?i\.?y|r\.?i\.?p)\.?$/iu;
/** An everyday word with a capital, or one with an ending that family names seldom have. */
const mere = (word: string) => isEveryday(word) || /(?:tion|sion|ness|ity|ology|ics|ism|ment)s?$/u.test(word);

const known = (word: string) => givenNames.has(word.toLowerCase());
const plain = (word: string) => harmless.has(word.toLowerCase());
const starting = (word: string) => starters.has(word.toLowerCase());
/** Nothing in it is more than an everyday word with a capital. */
const everyday = (words: string) => words.split(/[\s\u00a0]+/u).every((word) => plain(word) || starting(word));

/** Texts in German, in Title Case or in capitals throughout: there a capital tells nothing. More than three in ten words inside sentences. */
function capitalsTellNothing(text: string): boolean {
  if ((text.match(german)?.length ?? 0) >= 2) return true;
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)].filter((match) => !beginsSentence(text, match.index));
  return words.length >= 8 && words.filter((match) => /^\p{Lu}/u.test(match[0]) && !plain(match[0])).length > words.length * 0.3;
}

/** Names of people: after titles and words that introduce one, common given names, and other capitals in the middle of a sentence. */
export const scanNames: Scanner = (text) => [...introducedNames(text), ...(/\p{Lu}/u.test(text) ? capitalised(text) : [])];

function introducedNames(text: string): Found[] {
  const unless = (why: string, confidence: 2 | 3) => (start: number, end: number, words: string): Found | null => (everyday(words) || areGermanNouns(words) ? null : found('name', start, end, confidence, why));
  return [
    ...(titled.test(text) ? every(text, title, (start, end) => found('name', start, end, 3, 'A name after a title.')) : []),
    ...(inOffice.test(text) ? every(text, office, unless('A name after a word for an office or a relation.', 2)) : []),
    ...(!someRelation.test(text) ? [] : [
      ...every(text, related, unless('A name after a word for a person one knows.', 3)),
      ...every(text, apposed, (start, end, words) => {
        const names = words.split(/\s+/u);
        const from = names[0] && starting(names[0]) && names.length > 1 ? start + names[0].length + 1 : start;
        return everyday(text.slice(from, end)) ? null : found('name', from, end, 3, 'A name before a word for a person one knows.');
      }),
    ]),
    ...(naming.test(text) ? every(text, introduced, unless('A name after “called”, “named” or the like.', 3)) : []),
    ...every(text, greeted, unless('A name after a greeting or thanks.', 2)),
    ...(!/\p{Lu}\.[ ]?\p{Lu}/u.test(text) ? [] : every(text, twoInitials, (start, end, words) => (abbreviations.test(words.replaceAll(' ', '')) ? null : found('name', start, end, 2, 'Initials.', 'initials')))),
    ...(/ [B-HJ-Z](?:[ ,.;)]|$)/u.test(text) ? every(text, letterOnly, (start, end) => found('name', start, end, 2, 'A letter in place of a name.', 'initials')) : []),
    ...every(text, initials, (start, end, words) => (/^[BMD]\.[ ]?(?:Sc|A|Ed|Eng|Phil|Litt)(?![\p{L}])/u.test(words) ? null : found('name', start, end, 2, 'Initials before a name.'))),
  ];
}

function capitalised(text: string): Found[] {
  let silent: boolean | undefined;
  return every(text, sequence, (start, end) => {
    // Everyday words at either end are no part of the name: “The Anna”, “Anna Monday”.
    let from = start;
    let to = end;
    for (let word = /^\S+/u.exec(text.slice(from, to))?.[0]; word && (plain(word) || starting(word)) && !known(word); word = /^\S+/u.exec(text.slice(from, to))?.[0]) {
      from += word.length;
      while (from < to && /\s/u.test(text.charAt(from))) from++;
    }
    for (let word = /\S+$/u.exec(text.slice(from, to))?.[0]; word && (plain(word) || starting(word)) && !known(word); word = /\S+$/u.exec(text.slice(from, to))?.[0]) {
      to -= word.length;
      while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
    }
    const words = text.slice(from, to).split(/[\s\u00a0]+/u).filter(Boolean);
    const [first] = words;
    if (first === undefined) return null;
    // “Crohn’s” is what somebody has; “a Costa or” is a thing.
    if (words.length === 1 && ((conditions.has(first.toLowerCase()) && /^['’]s?(?![\p{L}])/u.test(text.slice(to, to + 3))) || (aThing.test(text.slice(Math.max(0, from - 3), from)) && alone.test(text.slice(to, to + 6)) && !known(first)))) return null;
    const begins = beginsSentence(text, from);
    const acts = () => doing.test(text.slice(to, to + 24));
    // Rose, Dean, Christian: a word as well as a name; Anna: hardly anything else.
    if (words.length === 1 && namesAndWords.has(first.toLowerCase())) return begins ? (acts() && !/^[ ](?:and|&)/u.test(text.slice(to)) ? found('name', from, to, 1, 'A given name that is also a word.') : null) : plain(first) ? null : found('name', from, to, 1, 'A given name that is also a word.');
    if (words.some(known)) return found('name', from, to, 2, 'A common given name.');
    if (words.every(mere)) return null;
    silent ??= capitalsTellNothing(text);
    if (silent) return null;
    // In a list (“Excel, Visual Basic”) it is rather a thing than a person.
    if (words.length >= 2) return begins || !/[\p{Ll}’'][ \u00a0]$/u.test(text.slice(Math.max(0, from - 2), from)) ? found('name', from, to, 1, 'Several capitalised words in a row.') : found('name', from, to, 2, 'A capital in the middle of a sentence.');
    if (begins) return acts() ? found('name', from, to, 1, 'A capitalised word that does what people do.') : null;
    return found('name', from, to, 1, 'A capital in the middle of a sentence.');
  });
}
