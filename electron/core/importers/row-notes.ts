import type { Completion } from './completion.ts';
import { type Header, telltale } from './headers.ts';
import { plainName, timestampNames } from './known-columns.ts';

/** What is looked at: data rows below the headers, with the line of the file on which each begins. */
interface Rows {
  producer: string;
  headers: readonly Header[];
  rows: readonly (readonly string[])[];
  lines: readonly number[];
}

const people = (n: number) => (n === 1 ? '1 respondent' : `${n.toLocaleString('en-GB')} respondents`);
const onLines = (lines: readonly number[]) =>
  `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ` and ${lines.length - 5} more` : ''}`;

/** Rows that may be no respondents, or not whole ones, as sentences; all of them come in unless a person decides otherwise. */
export function rowNotes(given: Rows, completion: Completion | undefined): string[] {
  const found: string[] = [];
  if (completion) {
    const count = completion.unfinished.length;
    found.push(
      `${people(count)} did not finish the survey (${completion.sign}). They come in with what they answered. To tell them apart later, set that column to “Participant attribute”.`,
    );
  }
  found.push(...untimed(given), ...nearlyEmpty(given), ...marked(given), ...ofProducer(given));
  return found;
}

const columnNamed = (headers: readonly Header[], test: (name: string) => boolean) => headers.find((header) => test(plainName(telltale(header))));
const isTime = (name: string) =>
  timestampNames.has(name) || ['startdate', 'starttime', 'datesubmitted', 'completiondate', 'timestarted', 'startdateutc'].includes(name);

/** Averages and notes that somebody wrote below the last respondent have no time, unlike all others. */
function untimed({ headers, rows, lines }: Rows): string[] {
  const time = columnNamed(headers, isTime);
  if (!time) return [];
  const empty = lines.filter((_, at) => (rows[at]?.[time.index] ?? '').trim() === '');
  if (empty.length === 0 || empty.length > Math.min(2, rows.length / 5)) return [];
  return [
    `${empty.length === 1 ? 'One row has' : `${empty.length} rows have`} no time, unlike all others (${onLines(empty)}). Perhaps an average or a note was added to the file by hand.`,
  ];
}

/** A last row with an id, a total or a word and nothing else. */
function nearlyEmpty({ headers, rows, lines }: Rows): string[] {
  const time = columnNamed(headers, isTime);
  if (rows.length < 5 || (time && (rows.at(-1)?.[time.index] ?? '').trim() === '')) return [];
  const filled = rows.map((row) => row.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0));
  const usual = filled.toSorted((a, b) => a - b)[Math.floor(filled.length / 10)] ?? 0;
  const last = filled.at(-1) ?? 0;
  if (last > 2 || usual < 5) return [];
  return [
    `The last row (line ${lines.at(-1)}) holds ${last === 1 ? 'one cell' : 'two cells'} only, unlike all others. Perhaps it is a total or a note and no respondent.`,
  ];
}

/** Suspicions that Qualtrics writes beside a response. */
function marked({ producer, headers, rows }: Rows): string[] {
  if (producer !== 'Qualtrics') return [];
  const count = (names: readonly string[], test: (value: string) => boolean) => {
    const column = columnNamed(headers, (name) => names.includes(name));
    return column ? rows.filter((row) => test((row[column.index] ?? '').trim())).length : 0;
  };
  const twice = count(['qballotboxstuffing', 'qduplicaterespondent', 'qrelevantidduplicate', 'qduplicate'], (value) => /^(?:true|1|yes)$/i.test(value));
  const robots = count(['qrecaptchascore'], (value) => value !== '' && Number(value) < 0.5);
  return [
    ...(twice ? [`Qualtrics suspects that ${people(twice)} answered more than once. They come in; look at their answers.`] : []),
    ...(robots
      ? [`Qualtrics suspects that ${people(robots)} ${robots === 1 ? 'was a robot' : 'were robots'} (score below 0.5). They come in; look at their answers.`]
      : []),
  ];
}

function ofProducer({ producer, headers, rows }: Rows): string[] {
  if (producer === 'REDCap') {
    const id = headers[0];
    const records = new Set(rows.map((row) => row[id?.index ?? 0])).size;
    return records < rows.length
      ? [`REDCap writes a row for each event or repeat: the ${rows.length} rows belong to ${records} ${records === 1 ? 'record' : 'records'}.`]
      : [];
  }
  if (producer === 'KoboToolbox' && headers.some(({ name }) => plainName(name) === 'index'))
    return ['If the form has repeat groups, their answers stand on other sheets of the Excel export; a CSV export leaves them out.'];
  if (producer === 'Jisc Online Surveys')
    return ['Closed answers are option numbers; what they mean stands in the key file that Jisc exports beside this one (its name ends in “-key”).'];
  return [];
}
