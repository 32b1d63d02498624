import { type Header, telltale } from './headers.ts';
import { plainName } from './known-columns.ts';
import type { DataRows } from './rows.ts';

/** What is looked at: the data rows that come in. */
interface Rows extends DataRows {
  producer: string;
  headers: readonly Header[];
  /** All sheets of the workbook that hold something, and the one that was read. */
  sheets: readonly string[];
  sheet: string;
  /** The codes of closed answers are known, from a key or from the plan. */
  explained: boolean;
  /** The column that tells respondents apart, if there is one. */
  key: number | undefined;
  /** That rows share an id was told already. */
  sharedIds: boolean;
}

const people = (n: number) => (n === 1 ? '1 respondent' : `${n.toLocaleString('en-GB')} respondents`);
const columnNamed = (headers: readonly Header[], test: (name: string) => boolean) => headers.find((header) => test(plainName(telltale(header))));

/** What a survey tool says about its rows, or what one has to know about its exports, as sentences. */
export const rowNotes = (given: Rows): string[] => [...marked(given), ...ofProducer(given), ...severalRowsEach(given)];

/** A table with a row for each answer or trial: each row has an id of its own, and a column of people repeats. */
function severalRowsEach({ headers, rows, key }: Rows): string[] {
  const people = key === undefined ? undefined : headers.find(({ index, name }) => index !== key && /^(?:participant|respondent|subject|interviewee|proband|teilnehmer)(?:[\s_.-]*(?:id|no|nr|number|code))?$/i.test(name.trim()));
  if (!people) return [];
  const values = rows.map((row) => (row[people.index] ?? '').trim());
  const different = new Set(values).size;
  return values.every(Boolean) && different > 1 && different <= rows.length / 2
    ? [`Each row comes in as a respondent of its own, but “${people.name}” has ${different} different values in ${rows.length.toLocaleString('en-GB')} rows. If the table has several rows for each person, bring their answers into one row first, or people will be counted more than once.`]
    : [];
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

function ofProducer({ producer, headers, rows, sheets, sheet, explained, sharedIds }: Rows): string[] {
  if (producer === 'REDCap') {
    const id = headers[0];
    const records = new Set(rows.map((row) => row[id?.index ?? 0])).size;
    return records < rows.length && !sharedIds
      ? [`REDCap writes a row for each event or repeat: the ${rows.length} rows belong to ${records} ${records === 1 ? 'record' : 'records'}.`]
      : [];
  }
  if (producer === 'Prolific') return ['Prolific’s own export lists the people who took part; what they wrote stands in the export of the survey tool. Import that one; Prolific’s id is in it where the survey asked for it.'];
  if (producer === 'ODK' && headers.some(({ name }) => name === 'PARENT_KEY'))
    return ['This file holds a repeat group: each row is one entry, and “PARENT_KEY” says to which submission it belongs. The rows come in as respondents of their own.'];
  if (producer === 'KoboToolbox') return kobo(headers, sheets, sheet);
  if (producer === 'Jisc Online Surveys' && !explained && headers.some(({ name }) => /^Q\d+/.test(name)))
    return ['Closed answers are option numbers; what they mean stands in the key file that Jisc exports beside this one (its name ends in “-key”). Add it to this import.'];
  return [];
}

function kobo(headers: readonly Header[], sheets: readonly string[], sheet: string): string[] {
  const others = sheets.filter((each) => each !== sheet);
  const list = others.map((each) => `“${each}”`).join(', ');
  if (headers.some(({ name }) => name === '_parent_index'))
    return ['This sheet holds a repeat group: each row is one entry, and “_parent_index” says to which response it belongs. The rows come in as respondents of their own.'];
  if (!headers.some(({ name }) => plainName(name) === 'index')) return [];
  return others.length
    ? [`The other ${others.length === 1 ? `sheet ${list} holds a repeat group, whose text is` : `sheets ${list} hold repeat groups, whose text is`} not in this one. To read it, choose that sheet under “Read it differently”; its rows come in as respondents of their own.`]
    : ['If the form has repeat groups, their answers stand on other sheets of the Excel export; a CSV export leaves them out.'];
}
