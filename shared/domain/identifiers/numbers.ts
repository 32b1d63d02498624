import { telephone } from './contacts.ts';
import { after, before, capital, every, found, leadOf } from './match.ts';
import type { Scanner } from './types.ts';
import { months } from './words.ts';

const ukPostcode = new RegExp(`${before}(?:GIR[ \\u00a0]?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d(?:\\d|[ABEHMNPRV-Y])?|\\d[A-HJKPS-UW])[ \\u00a0]?\\d[ABD-HJLNP-UW-Z]{2})${after}`, 'dgiu');
/** The first half of a British postcode (“near LS6”), after a word about where something is. */
const district = /(?<![\p{L}\p{N}])(?:in|near|from|around|to|live|postcode|area|the)[ ](?<x>(?:AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)[1-9]\d?[A-Z]?)(?![\p{L}\p{N}-])/dgu;
const canadian = new RegExp(`${before}[ABCEGHJ-NPRSTVXY]\\d[A-Z][ -]?\\d[A-Z]\\d${after}`, 'dgu');
const dutch = new RegExp(`${before}[1-9]\\d{3}[ \\u00a0]?[A-Z]{2}${after}`, 'dgu');
const zipPlus = /(?<![\d-])\d{5}-\d{4}(?![\d-])/dgu;
const zipState = /(?<![\p{L}\p{N}])(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])[ ,]+(?<x>\d{5})(?![\d.,-]\d|\d)/dgu;
const cuedCode = /(?:post\s?code|postal code|zip(?:\s?code)?|plz|postleitzahl|code postal|código postal|codice postale|\bcap\b)[^\p{L}\p{N}\n]{0,3}(?:is|was|ist|:)?\s*(?<x>[A-Z]{1,2}\d{1,2}[A-Z]?(?:\s?\d[A-Z]{2})?|\d{4,5}(?:\s?[A-Z]{2})?)(?![\p{L}\p{N}])/dgiu;
const codeTown = new RegExp(`(?<![\\p{L}\\p{N}£$€.,#-])(?<x>(?:[A-Z]{1,2}-)?\\d{5})[ \\u00a0](?<town>${capital})`, 'dgu');
/** Two capital letters after four digits that are no Dutch postcode. */
const units = /(?:AD|BC|CE|AM|PM|KM|KG|MB|GB|TB|UK|US|EU|OK|HR|IT|PC|TV|II|XL|CM|MM|ML|HZ|NI)$/u;

/** Postcodes: British, Canadian, Dutch, American, and five digits before the name of a town. */
export const scanPostcodes: Scanner = (text) => {
  if (!/\d/u.test(text)) return [];
  const form = 'It has the form of a postcode.';
  return [
    ...every(text, ukPostcode, (start, end, words) => (/[ \u00a0]/u.test(words) || words === words.toUpperCase() ? found('postcode', start, end, words === words.toUpperCase() ? 3 : 2, form) : null)),
    ...every(text, district, (start, end) => found('postcode', start, end, 2, 'The first half of a postcode.')),
    ...every(text, canadian, (start, end) => found('postcode', start, end, 3, form)),
    ...every(text, dutch, (start, end, words) => (units.test(words) ? null : found('postcode', start, end, /^(?:19|20)/u.test(words) ? 1 : 2, form))),
    ...every(text, zipPlus, (start, end) => found('postcode', start, end, 3, form)),
    ...every(text, zipState, (start, end) => found('postcode', start, end, 3, 'Five digits after the letters of a state.')),
    ...every(text, cuedCode, (start, end) => found('postcode', start, end, 3, 'It is called a postcode.')),
    ...every(text, codeTown, (start, end) => found('postcode', start, end, 2, 'Five digits before the name of a place.')),
  ];
};

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const year = '(?:19|20)\\d\\d';
const dates: readonly RegExp[] = [
  new RegExp(`${before}${day}[./-](?:0?[1-9]|1[0-2])[./-](?:${year}|\\d{2})${after}(?![./-]\\d)`, 'dgu'),
  new RegExp(`${before}(?:0?[1-9]|1[0-2])[/-]${day}[/-](?:${year}|\\d{2})${after}(?![./-]\\d)`, 'dgu'),
  new RegExp(`${before}${year}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\\d|3[01])${after}`, 'dgu'),
  new RegExp(`${before}${day}(?:st|nd|rd|th|\\.|er)?[ \\u00a0]+(?:of[ ]+|de[ ]+)?(?:${months})\\.?,?[ \\u00a0]+(?:de[ ]+)?${year}${after}`, 'dgiu'),
  new RegExp(`${before}(?:${months})\\.?[ \\u00a0]+${day}(?:st|nd|rd|th)?,?[ \\u00a0]+${year}${after}`, 'dgiu'),
];
const birth = /(?:\bborn\b|\bbirth|\bdob\b|d\.?o\.?b\.?|geboren|geburtsdatum|geb\.|\bnée?\b|naissance|nac(?:id[oa]|í|ió)(?![\p{L}])|nacimiento|nat[oa] il|nascita|geboortedatum|nascid[oa]|turned \d{1,3})[^.!?\n]{0,30}$/iu;
const birthAfter = /^[ ]?(?:geboren|né|nata|nato|nacid)/iu;
const birthday = new RegExp(`(?:birthday|geburtstag|anniversaire|cumpleaños|verjaardag)[^.!?\\n\\d]{0,20}(?<x>${day}(?:st|nd|rd|th|\\.)?[ ]+(?:of[ ]+)?(?:${months})|(?:${months})[ ]+${day}(?:st|nd|rd|th)?)${after}`, 'dgiu');
const bornIn = new RegExp(`(?:\\bborn in|\\bborn on|geboren (?:im|in|am)?|née? en|nacid[oa] en|year of birth[: ]*(?:is|was)?) ?(?:(?:${months})[ ]+)?(?<x>${year})${after}`, 'dgiu');

/** Dates of birth; other full dates with less weight, since a date and a place together can tell who it was. */
export const scanDates: Scanner = (text) => {
  if (!/\d[./-]\d|(?:19|20)\d\d|\d[^.!?]{0,12}\p{L}{3}/u.test(text)) return [];
  const full = !/\d[./-]\d|(?:19|20)\d\d/u.test(text) ? [] : dates.flatMap((pattern) => every(text, pattern, (start, end) =>
    (birth.test(leadOf(text, start)) || birthAfter.test(text.slice(end, end + 10)) ? found('birth', start, end, 3, 'A date beside a word about birth.') : found('date', start, end, 1, 'A full date: with a place it can tell who was meant.'))));
  return [
    ...full,
    ...every(text, birthday, (start, end) => found('birth', start, end, 3, 'A date after the word birthday.')),
    ...every(text, partly, (start, end) => found('birth', start, end, 3, 'A date after a word about birth.')),
    ...every(text, bornIn, (start, end) => found('birth', start, end, 2, 'A year after a word about birth.', 'year of birth')),
  ];
};

/** Behind a word about birth the day, the month or the year may be missing. */
const partly = new RegExp(`(?:\\bborn|\\bbirth|\\bdob|d\\.o\\.b\\.?|geboren|née?|nacid[oa]|turned[ ]\\d{1,3})[ :]{1,3}(?:(?:is|was|on|in|the|am|im|le|el)[ ]){0,3}(?<x>${day}(?:st|nd|rd|th|\\.)?[ ]+(?:of[ ]+)?(?:${months})(?:,?[ ]+(?:'|’)?\\d{2,4})?|(?:${months})[ ]+${day}(?:st|nd|rd|th)?(?:,?[ ]+${year})?|(?:${months}),?[ ]+${year}|(?:'|’)\\d{2})${after}`, 'dgiu');

const nhs = /(?<![\p{L}\p{N}.,-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\p{L}\p{N}]|[.,-]\d)/dgu;
const insurance = new RegExp(`${before}[A-Z]{2}[ ]?\\d{2}[ ]?\\d{2}[ ]?\\d{2}[ ]?[A-D]${after}`, 'dgiu');
const social = /(?<![\d-])(?!000|666|9\d\d)\d{3}-\d{2}-\d{4}(?![\d-])/dgu;
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/dgu;
const card = /(?<![\p{L}\p{N}.,-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}]|[.,-]\d)/dgu;
const cued = /(?<![\p{L}\p{N}])(?:nhs|chi|mrn|ni|ssn|hospital|patient|candidate|learner|ucas|matriculation|matric|enrolment|registration|badge|ticket|booking|reference|driving|tax|bsn|medicare|medicaid|visa|staff|employee|personnel|payroll|student|passport|licence|license|membership|account|policy|insurance|case|versicherungs|personal|matrikel|kunden)[ -]?(?:number|no\.?|num|nr\.?|id|nummer|ref(?:erence)?)?[ :#]{0,3}(?:is|was|ist)?[ ]?(?<x>[A-Z]{0,4}[ -]?\d(?:[ -]?\d){3,15})(?![\p{L}\p{N}])/dgiu;
const internet = /(?<![\p{L}\p{N}.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\p{L}\p{N}]|\.\d)/dgu;
const driving = new RegExp(`${before}[A-Z9]{5}[ ]?\\d{6}[ ]?[A-Z9]{2}\\d[A-Z]{2}${after}`, 'dgu');
/** An older or a foreign number plate, only behind a word for one. */
const cuedPlate = /(?<![\p{L}\p{N}])(?:reg(?:istration)?|number ?plate|licen[cs]e plate|plate|kennzeichen)(?: (?:no\.?|number))?[ :]{1,3}(?:is |was )?(?<x>(?=[A-Z0-9 -]{0,9}\d)[A-Z0-9]{1,4}[ -]?[A-Z0-9]{1,4}(?:[ -]?\d{1,4})?)(?![\p{L}\p{N}])/dgu;
const plate = new RegExp(`${before}[A-HJ-PR-Y][A-HJ-PR-Y]\\d{2}[ ]?[A-HJ-PR-Z]{3}${after}`, 'dgu');
const long = /(?<![\p{L}\p{N}.,£$€-])\d(?:[ -]?\d){7,19}(?![\p{L}\p{N}%]|[.,-]\d)/dgu;

/** The check digit of a British NHS number. */
function isNhsNumber(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = 11 - (sum % 11);
  return digits.length === 10 && !/^(\d)\1+$/u.test(digits) && check !== 10 && (check === 11 ? 0 : check) === Number(digits[9]);
}

/** The check digit of payment cards (Luhn). */
function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0 && !/^(\d)\1+$/u.test(digits);
}

/** The check digits of an international bank account number. */
function isIban(words: string): boolean {
  const plain = words.replaceAll(' ', '');
  if (plain.length < 15 || plain.length > 34) return false;
  const moved = (plain.slice(4) + plain.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of moved) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** Numbers by which a register knows a person, told by their check digits, their form or the word before them. */
export const scanNumbers: Scanner = (text) => {
  if (!/\d{2}/u.test(text)) return [];
  return [
    ...every(text, nhs, (start, end, words) => (isNhsNumber(words.replace(/\D/g, '')) && !/^0/u.test(words) && !telephone.test(leadOf(text, start)) ? found('number', start, end, 3, 'Its check digit is that of an NHS number.', 'NHS number') : null)),
    ...every(text, insurance, (start, end) => found('number', start, end, 3, 'It has the form of a National Insurance number.', 'insurance number')),
    ...every(text, social, (start, end) => found('number', start, end, 3, 'It has the form of a social security number.', 'insurance number')),
    ...every(text, iban, (start, end, words) => (isIban(words) ? found('number', start, end, 3, 'Its check digits are those of a bank account.', 'account number') : null)),
    ...every(text, card, (start, end, words) => (isCardNumber(words.replace(/\D/g, '')) ? found('number', start, end, 3, 'Its check digit is that of a payment card.', 'card number') : null)),
    ...every(text, cued, (start, end) => found('number', start, end, 3, 'A number after a word for a register.')),
    ...every(text, internet, (start, end, words) => (/version|\bv\.?\s?$|section|release/iu.test(leadOf(text, start, 16)) || (words.split('.').every((each) => Number(each) < 20) && !/\bip\b/iu.test(leadOf(text, start))) ? null : found('number', start, end, 2, 'It has the form of the internet address of a computer.', 'IP address'))),
    ...every(text, driving, (start, end) => found('number', start, end, 2, 'It has the form of a driving licence number.', 'licence number')),
    ...every(text, cuedPlate, (start, end) => found('number', start, end, 2, 'It follows a word for a number plate.', 'number plate')),
    ...every(text, plate, (start, end) => found('number', start, end, 2, 'It has the form of a number plate.', 'number plate')),
    ...every(text, long, (start, end, words) => (/^\d{4}-\d{2}-\d{2}$/u.test(words) || /^(?:(?:19|20)\d\d[ -]*)+$/u.test(words) || /^(?:\d{1,3}[ -])+\d{1,3}$/u.test(words) ? null : found('number', start, end, 1, 'A long number.'))),
  ];
};
