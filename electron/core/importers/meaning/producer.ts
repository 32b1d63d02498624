import { refused } from '../../../../shared/errors.ts';
import { refuseCompanion } from './companions.ts';
import { formsTimes, plainName, timestampNames } from './known-columns.ts';
import { linesAbove } from './lines-above.ts';
import { beginsWithRespondent } from './no-header.ts';
import type { Producer } from './shape.ts';
import { emptyShare, hasGapsFilledBelow, isCodesOverWordings, isFirstRespondent } from './two-rows.ts';

/** The first rows of a table, and its first row's names without case, blanks and punctuation. */
interface Head {
  rows: readonly (readonly string[])[];
  first: readonly string[];
  names: readonly string[];
  has: (...wanted: string[]) => boolean;
  merged: boolean;
}

const importId = /^\s*\{\s*["']ImportId["']\s*:/;
const subHeaders = /^(response|open-ended response|other \(please (specify|describe)\)|why\?)$/i;
const surveyMonkeyColumns = new Set(['respondentid', 'collectorid', 'startdate', 'enddate', 'ipaddress', 'emailaddress', 'customdata1']);
const qualtricsColumns = new Set([
  ...['startdate', 'enddate', 'status', 'progress', 'durationinseconds', 'finished', 'recordeddate', 'responseid', 'distributionchannel', 'userlanguage'],
]);
const qualtricsDates = new Set(['startdate', 'enddate', 'recordeddate']);
/** “Response ID” over ids that begin with R_. */
const isLabelOfIds = (names: readonly string[], rows: readonly (readonly string[])[]) => {
  const at = names.indexOf('responseid');
  return at !== -1 && !/^R_/.test(rows[1]?.[at] ?? '') && /^R_\w{8,}$/.test(rows[2]?.[at]?.trim() ?? '');
};
const one = (name: string, evidence: string): Producer => ({ name, headerRows: 1, shape: 'names', evidence });
const columns = (...names: string[]) => `it has the ${names.length === 1 ? 'column' : 'columns'} ${names.map((name) => `“${name}”`).join(', ')}`;

/** In this order: the first that knows the table says what it is. */
const recognisers: readonly ((head: Head) => Producer | undefined)[] = [
  ({ rows }) => {
    const at = rows.findIndex((row, index) => index > 0 && index < 5 && row.filter((cell) => importId.test(cell)).length >= Math.min(3, row.length));
    if (at < 1) return undefined;
    const known = rows.slice(0, at).map((row) => row.filter((cell) => qualtricsColumns.has(plainName(cell))).length);
    const nameRow = known.findIndex((each) => each >= 3);
    return {
      ...(nameRow > 0 ? { nameRow, linesAbove: nameRow } : {}),
      name: 'Qualtrics',
      headerRows: at + 1,
      shape: at - Math.max(0, nameRow) > 1 ? 'names-and-wording' : 'names',
      evidence: `header row ${at + 1} holds Qualtrics’ internal ids`,
      importIdRow: at,
    };
  },
  ({ rows, names }) =>
    names[0] === 'v1' && plainName(rows[1]?.[0] ?? '') === 'responseid'
      ? { name: 'Qualtrics', headerRows: 2, shape: 'names-and-wording', evidence: 'its columns are called V1, V2 … over “ResponseID”, as in older exports' }
      : undefined,
  ({ names, first, rows }) => {
    const known = first.filter((_, index) => qualtricsColumns.has(names[index] ?? ''));
    if (known.length < 3 || names.includes('collectorid')) return undefined;
    const labelled = names.some((name, at) => qualtricsDates.has(name) && /^\D+$/.test(rows[1]?.[at]?.trim() ?? '')) || isLabelOfIds(names, rows);
    if (labelled) return { name: 'Qualtrics', headerRows: 2, shape: 'names-and-wording', evidence: `${columns(...known.slice(0, 3))}, and the questions in the row below` };
    return one('Qualtrics', `${columns(...known.slice(0, 3))}; the other header rows were removed`);
  },
  ({ names, rows }) => {
    const at = names.indexOf('responseid');
    return at !== -1 && /^R_\w{11,}$/.test(rows[1]?.[at]?.trim() ?? '')
      ? one('Qualtrics', 'its respondents have ids that begin with R_; the other header rows were removed')
      : undefined;
  },
  surveyMonkey,
  ({ has }) => (has('submitdate', 'lastpage', 'startlanguage') ? one('LimeSurvey', columns('submitdate', 'lastpage', 'startlanguage')) : undefined),
  ({ has }) => (has('datesubmitted', 'lastpage', 'startlanguage') ? one('LimeSurvey', columns('Date submitted', 'Last page', 'Start language')) : undefined),
  ({ first }) =>
    first.filter((cell) => /^[A-Za-z]\w*(\[\w+\])?\. \S/.test(cell)).length > first.length / 2
      ? { ...one('LimeSurvey', 'most headers are a code, a full stop and the question'), shape: 'code-and-text' }
      : undefined,
  ({ names }) => (names[0] === 'urn' && names.includes('completiondate') ? one('Jisc Online Surveys', columns('URN', 'CompletionDate')) : undefined),
  ({ names }) => (names[0] === 'uniqueresponsenumber' ? one('Jisc Online Surveys', columns('Unique response number')) : undefined),
  ({ names, first }) => (names[0] === 'respondentid' ? one('SurveyMonkey', `its first column is “${first[0]?.trim()}”, with one header row: a condensed export, or somebody joined the header rows`) : undefined),
  ({ has, first, names }) =>
    has('completioncode', 'timetaken') && names.some((name) => /^(?:participantid|prolificpid|submissionid)$/.test(name))
      ? one('Prolific', columns(...first.filter((_, at) => ['completioncode', 'timetaken'].includes(names[at] ?? '')).map((name) => name.trim())))
      : undefined,
  ({ has, first, names }) => {
    const times = formsTimes.find((pair) => has(...pair) && names.indexOf(pair[0]) > 0);
    return times ? one('Microsoft Forms', columns(...[0, ...times.map((name) => names.indexOf(name))].map((at) => first[at]?.trim() ?? ''))) : undefined;
  },
  ({ first }) =>
    first.some((cell) => cell.trim() === '_parent_index') && first.some((cell) => /^_(?:index|submission__uuid|parent_table_name)$/.test(cell.trim()))
      ? one('KoboToolbox', `${columns('_parent_index')}: a repeat group of a form`)
      : undefined,
  ({ rows, has }) => {
    if (!has('case', 'questnnr')) return undefined;
    const sosci = one('SoSci Survey', columns('CASE', 'QUESTNNR'));
    return /^\d+$/.test(rows[1]?.[0]?.trim() ?? '') ? sosci : { ...sosci, headerRows: 2, shape: 'names-and-wording' };
  },
  ({ rows, first, names }) => {
    if (!first.some((cell) => /^_?uuid$/i.test(cell.trim())) || !(names.includes('submissiontime') || names.includes('index'))) return undefined;
    // Rows of tags (#hxl) under the header.
    const tagged = [1, 2, 3].findIndex((at) => !isTagRow(rows[at] ?? []));
    return { ...one('KoboToolbox', columns('_uuid', names.includes('submissiontime') ? '_submission_time' : '_index')), headerRows: 1 + Math.max(0, tagged) };
  },
  ({ names, first }) => {
    const at = names.findIndex((name) => name === 'instanceid' || name === 'metainstanceid' || name === 'key');
    return at === -1 ? undefined : one('ODK', columns(first[at]?.trim() ?? ''));
  },
  ({ first, names }) => {
    const complete = first.find((cell) => /_complete$|^complete\?$/i.test(cell.trim()));
    const other =
      first.find((cell) => /___\d+$|\(choice=.*\)$/i.test(cell)) ??
      first.find((_, index) => ['redcapeventname', 'recordid', 'redcapsurveyidentifier', 'repeatinstrument', 'surveyidentifier'].includes(names[index] ?? ''));
    return complete && other ? one('REDCap', columns(complete, other)) : undefined;
  },
  ({ names, has }) => {
    if (names[0] === '#' && names.includes('submitdateutc')) return one('Typeform', columns('#', 'Submit Date (UTC)'));
    if (has('startdateutc', 'networkid')) return one('Typeform', columns('Start Date (UTC)', 'Network ID'));
    return names.findLast((name) => name !== '') === 'token' ? one('Typeform', 'its last column is “Token”') : undefined;
  },
  ({ has }) => (has('timestarted', 'datesubmitted', 'status') ? one('Alchemer', columns('Time Started', 'Date Submitted', 'Status')) : undefined),
  ({ names, first }) => {
    const at = names.slice(0, 2).findIndex((name) => timestampNames.has(name));
    return at === -1 ? undefined : one('Google Forms', `it begins with “${first[at]?.trim()}”`);
  },
];

/** Two header rows of a table that no survey tool is known to make. */
function inTwoRows({ rows, merged }: Head): Producer | undefined {
  if (isCodesOverWordings(rows)) return { name: '', headerRows: 2, shape: 'names-and-wording', evidence: 'the first row holds codes, the second what they mean' };
  if (!hasGapsFilledBelow(rows, merged)) return undefined;
  // Somebody wrote the questions over the names of a tool's own export.
  const tool = named(headOf(rows.slice(1), false));
  if (tool?.headerRows === 1) return { ...tool, headerRows: 2, shape: 'question-and-sub' };
  return !isFirstRespondent(rows, merged)
    ? { name: '', headerRows: 2, shape: 'question-and-sub', evidence: merged ? 'cells of the first row are merged over the second' : 'the first row has gaps that the second fills' }
    : undefined;
}

/** SurveyMonkey names a question over its first column only, and what each column holds in the row below; analysts put rows of codes on top. */
function surveyMonkey({ rows }: Head): Producer | undefined {
  for (const at of [0, 1, 2]) {
    const sub = rows[at + 1] ?? [];
    const top = rows[at] ?? [];
    const kinds = sub.find((cell) => subHeaders.test(cell.trim()));
    if (kinds === undefined) continue;
    const own = top.filter((cell) => surveyMonkeyColumns.has(plainName(cell)));
    const known = at === 0 ? own.length > 0 : own.some((cell) => /^(respondent|collector)id$/.test(plainName(cell)));
    const place = { headerRows: at + 2, shape: at === 0 ? 'question-and-sub' : 'codes-question-and-sub' } as const;
    if (known) return { name: 'SurveyMonkey', ...place, evidence: `${columns(own[0]?.trim() ?? '')} and “${kinds.trim()}” in the row below the questions` };
    // A title above somebody's own columns “Response” and “Why?” is no question.
    const titled = linesAbove(rows) > 0 && !/response$/i.test((sub[0] ?? '').trim());
    if (at === 0 && emptyShare(top) > 0.15 && !titled)
      return { name: 'SurveyMonkey-like', ...place, evidence: `it has “${kinds.trim()}” in the row below the questions, but not SurveyMonkey’s own columns` };
  }
  return undefined;
}

const isTagRow = (row: readonly string[]): boolean => {
  const filled = row.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => /^#[a-z]/i.test(cell.trim()));
};

/** Recognises the producer from the first rows; throws a refusal for exports that hold no respondents. `merged`: the first row has cells joined over several columns. */
export function recogniseProducer(rows: readonly (readonly string[])[], fileName: string, merged = false): Producer {
  refuseSummaries(rows, fileName);
  const known = named(headOf(rows, merged));
  if (known) return known;
  const above = linesAbove(rows);
  if (above === 0) return inTwoRows(headOf(rows, merged)) ?? (beginsWithRespondent(rows) ? { ...one('', 'the first row reads like a respondent'), headerRows: 0 } : one('', ''));
  const below = headOf(rows.slice(above), false);
  const { headerRows, importIdRow, nameRow = 0, ...rest } = named(below) ?? inTwoRows(below) ?? one('', '');
  return { ...rest, headerRows: headerRows + above, nameRow: nameRow + above, linesAbove: above, ...(importIdRow === undefined ? {} : { importIdRow: importIdRow + above }) };
}

function headOf(rows: readonly (readonly string[])[], merged: boolean): Head {
  const first = rows[0] ?? [];
  const names = first.map(plainName);
  return { rows, first, names, has: (...wanted) => wanted.every((name) => names.includes(name)), merged };
}

function named(head: Head): Producer | undefined {
  for (const recognise of recognisers) {
    const producer = recognise(head);
    if (producer) return producer;
  }
  return undefined;
}

function refuseSummaries(rows: readonly (readonly string[])[], fileName: string): void {
  const head = rows.slice(0, 8).map((row) => row.slice(0, 3).map(plainName));
  if (head.some((row) => row.includes('answerchoices') || row.includes('responsepercent'))) {
    throw refused(
      `“${fileName}” is a summary with percentages; it holds no respondents. In SurveyMonkey choose Export, then “All responses data”, and import that file.`,
    );
  }
  refuseCompanion(rows[0] ?? [], fileName);
}

/** The shape for a number of header rows that a person chose. */
export function shapeFor(headerRows: number, guessed: Producer): Producer {
  if (headerRows === guessed.headerRows) return guessed;
  const { importIdRow, nameRow, linesAbove: above, ...rest } = guessed;
  return {
    ...rest,
    headerRows,
    shape: headerRows - (above ?? 0) < 2 ? 'names' : 'names-and-wording',
    ...(importIdRow !== undefined && importIdRow < headerRows ? { importIdRow } : {}),
    ...(nameRow !== undefined && nameRow < headerRows ? { nameRow } : {}),
    ...(above !== undefined && above < headerRows ? { linesAbove: above } : {}),
  };
}
