import { repairText } from '../damage/mojibake.ts';
import { isIdentifying, isRecorded, participantRank, plainName } from './known-columns.ts';
import type { Producer } from './shape.ts';

/** A column's place in the file, its name, its wording on one line, and Qualtrics' internal id where the file has them. */
export interface Header {
  index: number;
  name: string;
  wording: string;
  importId: string /** The sub-header alone (SurveyMonkey), for telling text boxes. */;
  sub: string;
  /** It stands on another sheet, for a response of which this row is one entry among several. */
  joined?: boolean;
  /** The column in whose cells it stood, beside the options. */
  typedIn?: number;
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

/** What is put in for answers given before (`${q://QID5/ChoiceTextEntryValue}`, `{{field:…}}`), and the marks of bold type and links, which only a survey tool shows. */
const forReading = (label: string): string =>
  label
    .replace(/\$\{[a-z]+:\/\/[^}]*\}|\{\{(?:field|var|hidden|answer)[:_][^}]*\}\}/gi, '…')
    .replace(/\[([^[\]]+)\]\(https?:[^()\s]*\)/g, '$1')
    .replace(/(^|[^\w*])\*{1,2}(\S(?:[^*]*\S)?)\*{1,2}(?=$|[^\w*])/g, '$1$2');

/** The name that says what a column is: old Qualtrics exports call their own columns V1, V2 … and name them in the second row. */
export const telltale = ({ name, wording }: Header): string => (/^V\d+$/.test(name) ? wording : name);

const metadata = new Set(['respondentid', 'collectorid', 'startdate', 'enddate', 'ipaddress', 'emailaddress', 'firstname', 'lastname', 'customdata1']);

/** Names and wordings of all columns (`width` of them) from the header rows, repaired where `repair` is true. Cells without a header are called “Column 7”. */
export function readHeaders(rows: readonly (readonly string[])[], width: number, producer: Producer, repair: boolean): Header[] {
  const { headerRows, shape, importIdRow, nameRow = 0 } = producer;
  // Before blanks become one: a no-break space may be half of a damaged “à”.
  const read = (text: string) => forReading(asLabel(repair && notAscii.test(text) ? repairText(text).text : text));
  const cell = (row: number, index: number) => (row < headerRows ? read(rows[row]?.[index] ?? '') : '');
  const top = Math.max(0, headerRows - 2);
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
    if (shape === 'code-and-text') {
      const header = cell(nameRow, index);
      const [, code = header, text = header] = /^([A-Za-z]\w*(?:\[\w+\])?)\. (\S.*)$/.exec(header) ?? [];
      return { index, name: code || missing, wording: text, importId, sub: '' };
    }
    if (shape === 'names-and-wording') return { index, name: cell(nameRow, index) || missing, wording: cell(nameRow + 1, index) || cell(nameRow, index), importId, sub: '' };
    const sub = cell(top + 1, index);
    // A tool's own column under a gap of the first row belongs to no question.
    const alone = producer.name !== '' && cell(top, index) === '' && (isRecorded(sub, producer.name) || participantRank(sub) !== undefined || isIdentifying(sub));
    const question = alone && !/^SurveyMonkey/.test(producer.name) ? '' : (questions[index] ?? '');
    const wording = sub === '' || /^(response|open-ended response)$/i.test(sub) ? question : question ? `${question} – ${sub}` : sub;
    return { index, name: (shape === 'codes-question-and-sub' && !metadata.has(plainName(wording)) && cell(0, index)) || wording || missing, wording, importId, sub };
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
