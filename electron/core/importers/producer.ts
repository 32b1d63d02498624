import { refused } from '../../../shared/errors.ts';
import { plainName } from './known-columns.ts';

/** How header rows are read: one of several known shapes. */
export type HeaderShape = 'names' | 'names-and-wording' | 'question-and-sub' | 'codes-question-and-sub';

/** Which tool made a table, as far as it can be told, and how many rows of it are headers. */
export interface Producer {
  name: string;
  headerRows: number;
  shape: HeaderShape /** The row with Qualtrics' import ids. */;
  importIdRow?: number;
}

const importId = /^\s*\{\s*["']ImportId["']\s*:/;
const subHeaders = /^(response|open-ended response|other \(please specify\)|why\?)$/i;
const surveyMonkeyColumns = new Set(['respondentid', 'collectorid', 'startdate', 'enddate', 'ipaddress', 'emailaddress', 'customdata1']);
const qualtricsColumns = new Set([
  'startdate',
  'enddate',
  'status',
  'progress',
  'durationinseconds',
  'finished',
  'recordeddate',
  'responseid',
  'distributionchannel',
  'userlanguage',
]);
const timestamps = new Set([
  'timestamp',
  'carimbodedatahora',
  'marcatemporal',
  'horodateur',
  'zeitstempel',
  'informazionicronologiche',
  'tijdstempel',
  'отметкавремени',
  'タイムスタンプ',
  '时间戳记',
  '時間戳記',
  '타임스탬프',
]);

const emptyShare = (row: readonly string[]) => row.filter((cell) => cell.trim() === '').length / Math.max(1, row.length);
const one = (name: string): Producer => ({ name, headerRows: 1, shape: 'names' });

/** Recognises the producer from the first rows; throws a refusal for exports that hold no respondents. */
export function recogniseProducer(rows: readonly (readonly string[])[], fileName: string): Producer {
  refuseSummaries(rows, fileName);
  const idRow = rows.findIndex((row, index) => index > 0 && index < 5 && row.filter((cell) => importId.test(cell)).length >= Math.min(3, row.length));
  if (idRow > 0) return { name: 'Qualtrics', headerRows: idRow + 1, shape: idRow > 1 ? 'names-and-wording' : 'names', importIdRow: idRow };
  const first = rows[0] ?? [];
  const second = rows[1] ?? [];
  const names = first.map(plainName);
  const has = (...wanted: string[]) => wanted.every((name) => names.includes(name));
  if (names[0] === 'v1' && plainName(second[0] ?? '') === 'responseid') return { name: 'Qualtrics', headerRows: 2, shape: 'names-and-wording' };
  for (const at of [0, 1, 2]) {
    const sub = rows[at + 1] ?? [];
    const top = rows[at] ?? [];
    const isPair =
      sub.some((cell) => subHeaders.test(cell.trim())) &&
      (top.some((cell) => surveyMonkeyColumns.has(plainName(cell))) || (at === 0 && emptyShare(top) > 0.15));
    if (isPair) return { name: 'SurveyMonkey', headerRows: at + 2, shape: at === 0 ? 'question-and-sub' : 'codes-question-and-sub' };
  }
  if (names.filter((name) => qualtricsColumns.has(name)).length >= 3) return one('Qualtrics');
  if (has('submitdate', 'lastpage', 'startlanguage') || first.filter((cell) => /^[A-Za-z]\w*(\[\w+\])?\. \S/.test(cell)).length > first.length / 2)
    return one('LimeSurvey');
  if (names[0] === 'urn' && names.includes('completiondate')) return one('Jisc Online Surveys');
  if (names[0] === 'respondentid') return one('SurveyMonkey');
  if (has('id', 'starttime', 'completiontime')) return one('Microsoft Forms');
  if (names.includes('uuid') && (names.includes('submissiontime') || names.includes('index'))) return one('KoboToolbox');
  if (names.some((name) => name === 'instanceid' || name === 'metainstanceid' || name === 'key')) return one('ODK');
  if (
    first.some((cell) => /_complete$/.test(cell)) &&
    (first.some((cell) => /___\d+$/.test(cell)) || names.some((name) => ['redcapeventname', 'recordid', 'redcapsurveyidentifier'].includes(name)))
  )
    return one('REDCap');
  if ((names[0] === '#' && names.includes('submitdateutc')) || has('startdateutc', 'networkid') || names.findLast((name) => name !== '') === 'token')
    return one('Typeform');
  if (has('timestarted', 'datesubmitted', 'status')) return one('Alchemer');
  if (names.slice(0, 2).some((name) => timestamps.has(name))) return one('Google Forms');
  if (rows.length > 2 && first.length > 2 && emptyShare(first) > 0.15 && emptyShare(second) < 0.6)
    return { name: '', headerRows: 2, shape: 'question-and-sub' };
  return one('');
}

function refuseSummaries(rows: readonly (readonly string[])[], fileName: string): void {
  const head = rows.slice(0, 8).map((row) => row.slice(0, 3).map(plainName));
  if (head.some((row) => row.includes('answerchoices') || row.includes('responsepercent'))) {
    throw refused(
      `“${fileName}” is a summary with percentages; it holds no respondents. In SurveyMonkey choose Export, then “All responses data”, and import that file.`,
    );
  }
  if (head[0]?.[0] === 'urn' && head[0][1] === 'uniqueresponsenumber') {
    throw refused(`“${fileName}” is the key to a Jisc survey (questions and option codes); it holds no respondents. Import the file with the responses.`);
  }
}

/** The shape for a number of header rows that a person chose. */
export function shapeFor(headerRows: number, guessed: Producer): Producer {
  if (headerRows === guessed.headerRows) return guessed;
  const { importIdRow, ...rest } = guessed;
  return {
    ...rest,
    headerRows,
    shape: headerRows < 2 ? 'names' : 'names-and-wording',
    ...(importIdRow !== undefined && importIdRow < headerRows ? { importIdRow } : {}),
  };
}
