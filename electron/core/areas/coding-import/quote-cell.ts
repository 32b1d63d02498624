/** A quotation as coders write it down (`written`): the words, whose they are, and what stands behind the name. */
export interface Quote { written: string; words: string; participant: string; note: string }

const id = String.raw`(?:(?:ppts?|participants?|respondents?|resp|interviewee|id|no|nr|p|r)[.:]?\s?#?\s?)?[\p{L}\p{N}_-]{0,14}\d[\p{L}\p{N}_-]{0,14}`;
/** Behind the words: “[P12]”, “[52], a little”; “(P12, nurse)”; “– P12, nurse”. */
const behind = [
  new RegExp(String.raw`\[\s?(${id})\s?\](?:\s?[.,;]?\s?\(([^()]{1,40})\)|\s?[,;]\s?([^()[\].]{1,40}))?\s?[.,;]?$`, 'iu'),
  /[–—-]\s?((?:ppts?|participants?|respondents?|p|r)[.:]?\s?#?\s?\d{1,6})(?:\s?[,;]\s?([^()\n]{1,60}))?$/iu,
  /\(\s?((?:ppts?|participants?|respondents?|p|r)?[.:]?\s?#?\s?\d{1,6})(?:\s?[,;]\s?([^()]{1,60}))?\s?\)\s?[.,;]?$/iu,
];
const before = [new RegExp(String.raw`^[[(]\s?(${id})\s?[\])]\s?[:–—-]?\s?`, 'iu'), /^((?:ppts?|participants?|respondents?|p|r)\.?\s?#?\s?\d{1,6})\s?(?::|\s[–—-])\s/iu];
const bullet = /^\s*(?:[•▪◦‣·*]|[-–](?=\s))\s*/u;
/** Code units at either end in which a name is looked for. */
const reach = 140;

/** Takes a quotation apart. Bullets in front are no words; a name is only taken for one where it holds a number. */
export function quoteOf(text: string): Quote {
  const words = withoutBullet(text).trim();
  const tail = words.slice(-reach);
  for (const pattern of behind) {
    const found = pattern.exec(tail);
    if (!found) continue;
    const said = words.slice(0, words.length - tail.length + found.index).trim();
    if (said !== '') return { written: text, words: said, participant: (found[1] ?? '').trim(), note: (found[2] ?? found[3] ?? '').trim() };
  }
  for (const pattern of before) {
    const found = pattern.exec(words.slice(0, reach));
    const said = found ? words.slice(found[0].length).trim() : '';
    if (found && said !== '') return { written: text, words: said, participant: (found[1] ?? '').trim(), note: '' };
  }
  return { written: text, words, participant: '', note: '' };
}

export const withoutBullet = (text: string): string => text.replace(bullet, '');

const inMarks = /^["“”„«][\s\S]*["“”»][.,;]?$/;

/** The quotations of one cell: several where each line of it is one, by its name or its quotation marks. */
export function quotesIn(cell: string): Quote[] {
  const lines = cell.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const quotes = lines.map(quoteOf);
  if (lines.length > 1 && (quotes.every(({ participant }) => participant !== '') || quotes.every(({ words }) => inMarks.test(words)))) return quotes;
  const whole = quoteOf(cell);
  // What is in no brackets stays as it was written, line breaks and all.
  return [whole.participant === '' ? { ...whole, words: cell } : whole];
}
