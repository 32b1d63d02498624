import { every, found, leadOf } from './match.ts';
import type { Found, Scanner } from './types.ts';

const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}(?:['’ʼ][\p{L}\p{N}._%+-]{1,64}){0,3}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}])/dgu;
/** Written so that robots miss it: anna (at) example dot org. */
const spelt = /(?<![\p{L}\p{N}._-])(?:[\p{L}\p{N}._-]{1,40}['’ʼ]){0,2}[\p{L}\p{N}._-]{2,64}\s?[[(]\s?at\s?[\])]\s?[\p{L}\p{N}-]{2,63}(?:\s?(?:\.|[[(]\s?dot\s?[\])]|\sdot\s)\s?[\p{L}\p{N}-]{2,63}){1,4}/dgiu;
/** Without any brackets: jo at gmail dot com. The last part is one that networks have. */
const spoken = /(?<![\p{L}\p{N}._-])[\p{L}\p{N}][\p{L}\p{N}._-]{1,63}\s(?:at|AT)\s[\p{L}\p{N}-]{2,40}(?:\s?\.\s?|\s(?:dot|DOT|punkt|point|punto)\s)(?:[\p{L}\p{N}-]{2,30}(?:\s?\.\s?|\s(?:dot|DOT)\s)){0,2}(?:com|co|org|net|edu|ac|gov|uk|info|de|fr|es|it|nl|ie|eu|ca|us|au|in|ng)(?![\p{L}\p{N}])/dgu;
const address = /(?<![\p{L}\p{N}@.])(?:https?:\/\/|www\.)[^\s<>"“”()]{3,400}/dgiu;
const bare = /(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]{2,63}\.){1,4}(?:com|org|net|edu|gov|info|io|app|blog|uk|de|fr|es|nl|ie|eu|ca|ch|pl|com\.au|co\.nz)(?:\/[^\s<>"“”()]{0,300})?(?![\p{L}\p{N}])/dgiu;
const handle = /(?<![\p{L}\p{N}@._/])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]{1,30})/dgu;
/** A name in a network without an @, behind the network: “my insta is jo_99”. It has a figure, a dot or a line, or follows “username”. */
const account = /(?<![\p{L}\p{N}])(?:insta|instagram|snap|snapchat|twitter|tiktok|discord|reddit|facebook|fb|telegram|skype|handle|username|user name|gamertag)(?:\s(?:name|handle|account|page))?(?:\s?[:=]\s?|\s(?:is|as|under)\s|\s)(?<x>[\p{L}\p{N}][\p{L}\p{N}._#-]{2,30})/dgiu;

/** Without the punctuation of the sentence that a web address stands in. */
const untailed = (text: string, start: number, end: number): number => start + text.slice(start, end).replace(/[.,;:!?'’"”)\]]+$/u, '').length;

/** E-mail addresses, web addresses, and names as networks write them. */
export const scanWeb: Scanner = (text) => {
  if (!/[@./_\d]|\bat\b/iu.test(text)) return [];
  const finds: Found[] = [];
  if (text.includes('@')) {
    finds.push(...every(text, email, (start, end) => found('email', start, end, 3, 'It has the form of an e-mail address.')));
    finds.push(...every(text, handle, (start, end) => found('web', start, untailed(text, start, end), 2, 'An @ before a word: a name in a social network.', 'handle')));
  }
  if (/ at \S+ ?(?:\.|dot|punkt|point|punto)/iu.test(text)) finds.push(...every(text, spoken, (start, end) => found('email', start, end, 2, 'It reads like an e-mail address spelt out.')));
  if (/[\d_.#]\S/u.test(text)) finds.push(...every(text, account, (start, end, words) => (/[\d_.#]./u.test(words) && /\p{L}/u.test(words) ? found('web', start, untailed(text, start, end), 2, 'It follows the name of a social network.', 'handle') : null)));
  if (/[[(]\s?at/iu.test(text)) finds.push(...every(text, spelt, (start, end) => found('email', start, end, 3, 'An e-mail address with “at” spelt out.')));
  finds.push(...every(text, address, (start, end) => found('web', start, untailed(text, start, end), 3, 'It has the form of a web address.')));
  if (/\S\.\p{L}/u.test(text)) finds.push(...every(text, bare, (start, end) => found('web', start, untailed(text, start, end), 2, 'It has the form of a web address.')));
  return finds;
};

const digits = /(?<![\p{L}\p{N}.,/#-])(?:\+|\(\+?)?\d(?:[\d \u00a0()./–-]{5,24})\d(?:,?[ ]?(?:ext\.?|extension|x|Durchwahl)[ ]?\d{1,6})?(?![\p{L}\p{N}]|[.,]\d)/dgiu;
/** A word about phoning right before a number. */
export const telephone = /(?:phone|telephone|tel|mobile|cell|call|ring|text|whatsapp|fax|handy|telefon|nummer|téléphone|tél|portable|móvil|teléfono|telefoon|ext)[^\d\n]{0,24}$/iu;
/** Three to six figures by which one is reached inside of a firm; no year. */
const extension = /(?<![\p{L}\p{N}])(?:ext\.?|extension|durchwahl|poste|toestel|extensión)(?: (?:no\.?|number|is))? ?(?!(?:19|20)\d\d(?!\d))\d{3,6}(?![\p{L}\p{N}]|[.,]\d)/dgiu;
const money = /[£$€¥]\s?$|(?:eur|gbp|usd)\s?$/iu;
const dateLike = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)/u;
const yearsLike = /^(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)?\d\d)$/u;

/** Phone numbers, international and national; no years, dates, prices, times or sums. */
export const scanPhones: Scanner = (text) => {
  if (!/\d{2}/u.test(text)) return [];
  const inside = every(text, extension, (start, end) => found('phone', start, end, 2, 'The extension of a phone.', 'phone number'));
  return [...inside, ...every(text, digits, (start, end, all) => {
    const words = all.replace(/,?\s?(?:ext|x|durch).*$/iu, '');
    const count = words.replace(/\D/g, '').length;
    const lead = leadOf(text, start);
    if (count < 7 || count > 15 || yearsLike.test(words) || dateLike.test(words) || money.test(lead)) return null;
    const separated = /[ \u00a0()./-]/u.test(words);
    // “2019 2020 2021” or “10 20 30 40”: numbers in a row rather than one number in groups.
    if (/^(?:\d{1,2}[ /-]){3,}\d{1,2}$/u.test(words) && !words.startsWith('0')) return null;
    if (/^(?:(?:19|20)\d\d[ \u00a0/-]+)+(?:19|20)\d\d$/u.test(words)) return null;
    if (/^(?:\+|\(\+|00)/u.test(words) && count >= 8) return found('phone', start, end, 3, 'A number that begins with a country code.');
    if (/^\(?0\d/u.test(words) && count >= 9 && count <= 12) return found('phone', start, end, 3, 'It has the form of a phone number.');
    if (/^\(?\d{3}\)?[ ./-]\d{3}[ .-]\d{4}$/u.test(words)) return found('phone', start, end, 3, 'It has the form of a phone number.');
    if (telephone.test(lead)) return found('phone', start, end, 3, 'A number after a word about phoning.');
    if (/^\(?0\d/u.test(words) && separated && count >= 7) return found('phone', start, end, 2, 'It may be a phone number.');
    return null;
  })];
};
