import { givenNames } from './given-names.ts';
import { after, before, capital, capitals, every, found } from './match.ts';
import { hasName, shorn } from './shorn.ts';
import type { Scanner } from './types.ts';
import { harmless, isEveryday, starters } from './words.ts';

const legal = 'Ltd|Limited|plc|PLC|LLP|LLC|Inc|Corp|Corporation|GmbH|AG|KG|SARL|BV|NV|SpA|Srl';
const bodies = 'Trust|Foundation|Council|Charity|Association|Society|Federation|Institute|University|Polytechnic|Group|Partnership|Agency|Consulting|Solutions|Logistics|Stores|Supermarket|Bank|Airlines|Police|Constabulary|Housing|Healthcare|Care|Services|Brothers|Bakery|Bookshop|Motors';
const word = `(?:${capital}|[A-Z]{2,6}|&|and|of|for)`;
const company = new RegExp(`${before}(?<x>${capital}(?:[ ]${word}){0,5}[ ](?:${legal})\\.?)${after}`, 'dgu');
const body = new RegExp(`${before}(?<x>(?:${capital}|[A-Z]{2,6})(?:[ ]${word}){0,5}[ ](?:${bodies}))${after}`, 'dgu');
/** A family’s firm, or a partnership: Harbottle & Sons. */
const family = new RegExp(`${before}(?<x>${capital}(?:,?[ ]${capital}){0,2}[ ](?:&|and)[ ](?:Sons?|Daughters?|Co|Partners|Associates|Brothers|Bros))${after}`, 'dgu');
const someLegal = new RegExp(`(?:${legal})${after}`, 'u');
const someBody = new RegExp(`(?:${bodies})${after}`, 'u');
const university = new RegExp(`${before}(?<x>(?:University|Universität|Université|Universidad|Università|Universiteit|Universidade|College|School|Bank|Institute|Ministry|Diocese)[ ](?:of|de|di|zu|van|del|des|für)[ ](?:the[ ])?${capitals})`, 'dgu');
const employed = new RegExp(`${before}(?:work(?:s|ed|ing)?|volunteer(?:s|ed|ing)?|job|shifts?|employed|intern(?:ship)?|apprentice(?:ship)?|placement|trained|training)[ ](?:for|at|with|by)[ ](?:the[ ]|a[ ])?(?<x>${capitals}|[A-Z]{3,8})`, 'dgu');
/** “A manager at Greggs”, “drives for Stagecoach”: what somebody does, and for whom. */
const role = new RegExp(`${before}(?:manager|supervisor|nurse|teacher|assistant|cashier|cleaner|chef|cook|barista|waiter|waitress|driver|drives?|engineer|developer|accountant|solicitor|receptionist|technician|carer|porter|paramedic|analyst|consultant|director|trustee|governor|apprentice|intern|trainee|clerk|officer|guard|barman|barmaid|lecturer|researcher|contract|career|internship|interview|interviewed|hired|sacked|fired)[ ](?:at|for|with|by)[ ](?:the[ ]|a[ ])?(?<x>${capitals}|[A-Z]{3,8})`, 'dgu');
const employer = new RegExp(`${before}(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)[ ](?:(?:old|former|last|current|previous|new)[ ])?(?:employer|company|firm|workplace|organisation|organization|agency|union)(?:,|[ ]is|[ ]was|:)?[ ](?:called[ ])?(?<x>${capitals})`, 'dgu');
const abroad = new RegExp(`${before}(?:arbeite(?:te)?[ ](?:bei|für)|travaille[ ](?:chez|à|pour)|trabajo[ ](?:en|para)|lavoro[ ](?:da|per|presso)|werk(?:te)?[ ](?:bij|voor))[ ](?:der[ ]|die[ ]|la[ ]|el[ ]|il[ ]|de[ ]|het[ ])?(?<x>${capitals})`, 'dgiu');

const isHarmless = (words: string) => words.split(/\s+/u).every((each) => harmless.has(each.toLowerCase()) || starters.has(each.toLowerCase()));

/** Employers and other bodies: by their legal form, by words for a body, and after words about working somewhere. */
export const scanOrganisations: Scanner = (text) => {
  if (!/\p{Lu}/u.test(text)) return [];
  const named = (start: number, end: number): number | null => {
    const from = shorn(text, start, end);
    return hasName(text, from, end) && !isHarmless(text.slice(from, end)) ? from : null;
  };
  return [
    ...(!someLegal.test(text) ? [] : every(text, company, (start, end) => { const from = named(start, end); return from === null ? null : found('organisation', from, end, 3, 'A name with the legal form of a company.', 'company'); })),
    ...(!/(?:&|and) [A-Z]/u.test(text) ? [] : every(text, family, (start, end) => { const from = named(start, end); return from === null ? null : found('organisation', from, end, 3, 'It has the form of a firm.', 'company'); })),
    ...(!someBody.test(text) ? [] : every(text, body, (start, end) => { const from = named(start, end); return from === null ? null : found('organisation', from, end, text.slice(from, end).split(/\s+/u).slice(0, -1).every(isEveryday) ? 1 : 3, 'A name before a word for an organisation.'); })),
    ...every(text, university, (start, end, words) => found('organisation', start, end, 3, 'A name after a word for an institution.', /^Uni/u.test(words) ? 'university' : 'organisation')),
    ...(!/ (?:at|for|with|by) (?:the |a )?\p{Lu}/u.test(text) ? [] : [
      ...every(text, employed, (start, end, words) => (isHarmless(words) ? null : found('organisation', start, end, 3, 'A name after words about working somewhere.', 'employer'))),
      ...every(text, role, (start, end, words) => (isHarmless(words) || givenNames.has(words.toLowerCase()) ? null : found('organisation', start, end, 2, 'A name after what somebody does for a living.', 'employer'))),
    ]),
    ...(!/employer|company|firm|workplace|organi[sz]ation|agency|union/u.test(text) ? [] : every(text, employer, (start, end, words) => (isHarmless(words) ? null : found('organisation', start, end, 3, 'A name after a word for an employer.', 'employer')))),
    ...every(text, abroad, (start, end, words) => (/^\p{Lu}/u.test(words) && !isHarmless(words) ? found('organisation', start, end, 2, 'A name after words about working somewhere.', 'employer') : null)),
  ];
};
