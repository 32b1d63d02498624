import { repairText } from '../damage/mojibake.ts';
import { plainName } from './known-columns.ts';
import type { Producer } from './shape.ts';

/** A column's place in the file, its name, its wording on one line, and Qualtrics' internal id where the file has them. */
export interface Header {
  index: number;
  name: string;
  wording: string;
  importId: string /** The sub-header alone (SurveyMonkey), for telling text boxes. */;
  sub: string;
}

const notAscii = /[^\x00-\x7f]/;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};

/** A header as a label: entities decoded, tags dropped, blanks collapsed. Answers are never treated like this. */
export const asLabel = (header: string): string =>
  header
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(#39|[a-z]{2,6});/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/[\s\u00a0\ufeff\u0000-\u001f]+/g, ' ')
    .trim();

/** The name that says what a column is: old Qualtrics exports call their own columns V1, V2 … and name them in the second row; LimeSurvey may put the text behind its code. */
export const telltale = ({ name, wording }: Header): string => (/^V\d+$/.test(name) ? wording : (limeSurveyCode.exec(name)?.[1] ?? name));

/** LimeSurvey's own columns where headers are “code. Text”. */
const limeSurveyCode = /^(id|submitdate|lastpage|startlanguage|seed|token|startdate|datestamp|ipaddr|refurl|interviewtime)\. \S/;

const metadata = new Set(['respondentid', 'collectorid', 'startdate', 'enddate', 'ipaddress', 'emailaddress', 'firstname', 'lastname', 'customdata1']);

/** Names and wordings of all columns (`width` of them) from the header rows, repaired where `repair` is true. Cells without a header are called “Column 7”. */
export function readHeaders(rows: readonly (readonly string[])[], width: number, producer: Producer, repair: boolean): Header[] {
  const { headerRows, shape, importIdRow, nameRow = 0 } = producer;
  // Before blanks become one: a no-break space may be half of a damaged “à”.
  const read = (text: string) => asLabel(repair && notAscii.test(text) ? repairText(text).text : text);
  const cell = (row: number, index: number) => (row < headerRows ? read(rows[row]?.[index] ?? '') : '');
  const top = shape === 'codes-question-and-sub' ? headerRows - 2 : 0;
  const questions = shape.endsWith('question-and-sub') ? filledRight(Array.from({ length: width }, (_, index) => cell(top, index))) : [];
  const importIds = Array.from({ length: width }, (_, index) => (importIdRow === undefined ? '' : (/ImportId["']\s*:\s*["']([^"']*)/.exec(rows[importIdRow]?.[index] ?? '')?.[1] ?? '')));
  // Ids tell open questions from closed ones by ending in TEXT. Where none does (ids made up or changed by another tool), they tell nothing.
  const telling = importIds.some((each) => /TEXT$/.test(each));
  return Array.from({ length: width }, (_, index): Header => {
    const importId = telling ? (importIds[index] ?? '') : '';
    const missing = `Column ${index + 1}`;
    if (shape === 'names') {
      const name = cell(nameRow, index);
      return { index, name: name || missing, wording: name, importId, sub: '' };
    }
    if (shape === 'names-and-wording') return { index, name: cell(nameRow, index) || missing, wording: cell(nameRow + 1, index) || cell(nameRow, index), importId, sub: '' };
    const sub = cell(top + 1, index);
    const question = questions[index] ?? '';
    const wording = sub === '' || /^(response|open-ended response)$/i.test(sub) ? question : question ? `${question} – ${sub}` : sub;
    return { index, name: (top > 0 && !metadata.has(plainName(wording)) && cell(0, index)) || wording || missing, wording, importId, sub };
  });
}

/** SurveyMonkey names a question over its first column only; the tool's own columns stand alone. */
function filledRight(cells: readonly string[]): string[] {
  let question = '';
  return cells.map((cell) => {
    if (cell !== '') question = metadata.has(plainName(cell)) ? '' : cell;
    return cell || question;
  });
}
