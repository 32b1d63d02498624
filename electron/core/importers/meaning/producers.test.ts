import { expect, test } from 'vitest';
import type { Inspection } from '../../../../shared/domain/plan.ts';
import { inspect, refusalOf, textFile } from '../testing.ts';

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const table = (rows: readonly (readonly string[])[], separator = ',') => textFile(rows.map((row) => row.map(cell).join(separator)).join('\r\n'));
const roles = ({ columns }: Inspection) => Object.fromEntries(columns.map(({ name, role }) => [name, role]));
const words = [
  'My sister helped me a lot',
  'The library was open all day',
  'Talking to other people there',
  'Nothing really helped me then',
  'Long walks along the river',
];
const five = <T>(make: (at: number) => T): T[] => words.map((_, at) => make(at));

/** Each line: the header rows and the rows of a made-up export, what it is called, its header rows and what it is known by. */
test.each<[string, string[][], string, number, string]>([
  [
    'ids of Qualtrics in the second row',
    [
      ['ResponseId', 'Q1', 'Q2'],
      ['{"ImportId":"_recordId"}', '{"ImportId":"QID1_TEXT"}', '{"ImportId":"QID2"}'],
      ...five((at) => [`R_abcdefghijklm${at}`, words[at] ?? '', '1']),
    ],
    'Qualtrics',
    2,
    'header row 2 holds Qualtrics’ internal ids',
  ],
  [
    'a legacy export of Qualtrics',
    [['V1', 'V2', 'Q1'], ['ResponseID', 'ResponseSet', 'What helped you?'], ...five((at) => [`R_abcdefghijklm${at}`, 'Default', words[at] ?? ''])],
    'Qualtrics',
    2,
    'its columns are called V1, V2',
  ],
  [
    'Qualtrics without its other header rows',
    [['StartDate', 'Status', 'Progress', 'ResponseId', 'Q1'], ...five((at) => ['2020-03-07 15:32:10', '0', '100', `R_abcdefghijklm${at}`, words[at] ?? ''])],
    'Qualtrics',
    1,
    'the other header rows were removed',
  ],
  [
    'codes of LimeSurvey',
    [['id', 'submitdate', 'lastpage', 'startlanguage', 'q1'], ...five((at) => [String(at + 1), '2020-03-07 15:32:10', '3', 'en', words[at] ?? ''])],
    'LimeSurvey',
    1,
    '“lastpage”',
  ],
  [
    'codes and text of LimeSurvey',
    [['q1. What helped you?', 'q2[SQ001]. Which of these? [Café]', 'q3. Your role'], ...five((at) => [words[at] ?? '', 'Yes', 'Nurse'])],
    'LimeSurvey',
    1,
    'a code, a full stop and the question',
  ],
  [
    'Jisc',
    [['URN', 'Q1', 'Q2', 'CompletionDate'], ...five((at) => [`638954-638945-6546162${at}`, words[at] ?? '', '1', '2020-11-02'])],
    'Jisc Online Surveys',
    1,
    '“CompletionDate”',
  ],
  [
    'SurveyMonkey without its own columns',
    [
      ['What helped you?', 'Which did you use?', '', ''],
      ['Open-Ended Response', 'Café', 'Library', 'Other (please specify)'],
      ...five((at) => [words[at] ?? '', 'Café', '', '']),
    ],
    'SurveyMonkey-like',
    2,
    'but not SurveyMonkey’s own columns',
  ],
  [
    'SurveyMonkey under rows of codes',
    [
      ['ID', 'Q1', 'Q2', 'Q2_1'],
      ['Respondent ID', 'What helped you?', 'Which did you use?', ''],
      ['', 'Open-Ended Response', 'Café', 'Library'],
      ...five((at) => [`1234567890${at}`, words[at] ?? '', 'Café', '']),
    ],
    'SurveyMonkey',
    3,
    '“Respondent ID”',
  ],
  [
    'SurveyMonkey, flattened',
    [['RespondentID', 'What helped you?', 'Use - Café'], ...five((at) => [`1234567890${at}`, words[at] ?? '', 'Café'])],
    'SurveyMonkey',
    1,
    'joined the header rows',
  ],
  [
    'Microsoft Forms',
    [
      ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'What helped you?'],
      ...five((at) => [String(at + 1), '4/28/21 11:21:47', '4/28/21 11:29:47', 'anonymous', '', words[at] ?? '']),
    ],
    'Microsoft Forms',
    1,
    '“Start time”',
  ],
  [
    'Microsoft Forms in Spanish',
    [
      ['ID', 'Hora de inicio', 'Hora de finalización', 'Correo electrónico', 'Nombre', '¿Qué le ayudó?'],
      ...five((at) => [String(at + 1), '4/28/21 11:21:47', '4/28/21 11:29:47', 'anonymous', '', words[at] ?? '']),
    ],
    'Microsoft Forms',
    1,
    '“Hora de inicio”',
  ],
  [
    'KoboToolbox',
    [
      ['start', 'end', 'q1', 'gps', '_uuid', '_submission_time', '_index'],
      ...five((at) => [
        '2020-03-07T15:32:10',
        '2020-03-07T15:40:10',
        words[at] ?? '',
        '1.5 2.5 0 0',
        `6ba7b810-9dad-11d1-80b4-00c04fd430c${at}`,
        '2020-03-07T15:41:00',
        String(at + 1),
      ]),
    ],
    'KoboToolbox',
    1,
    '“_submission_time”',
  ],
  [
    'KoboToolbox with a row of tags',
    [['q1', '_uuid', '_index'], ['#comment', '#meta', '#meta'], ...five((at) => [words[at] ?? '', `6ba7b810-9dad-11d1-80b4-00c04fd430c${at}`, String(at + 1)])],
    'KoboToolbox',
    2,
    '“_index”',
  ],
  [
    'ODK',
    [['SubmissionDate', 'q1', 'meta-instanceID', 'KEY'], ...five((at) => ['2020-03-07', words[at] ?? '', `uuid:${at}`, `uuid:${at}`])],
    'ODK',
    1,
    '“meta-instanceID”',
  ],
  [
    'REDCap',
    [['record_id', 'comments', 'race___1', 'survey_complete'], ...five((at) => [String(at + 1), words[at] ?? '', '1', '2'])],
    'REDCap',
    1,
    '“survey_complete”',
  ],
  [
    'Typeform of 2016',
    [
      ['#', 'What helped you?', 'Other', 'Start Date (UTC)', 'Submit Date (UTC)', 'Network ID'],
      ...five((at) => [`0123456789abcdef0123456789abcde${at}`, words[at] ?? '', '', '2016-03-07 15:32:10', '2016-03-07 15:40:10', `012345678${at}`]),
    ],
    'Typeform',
    1,
    '“Submit Date (UTC)”',
  ],
  [
    'Alchemer',
    [
      ['Response ID', 'Time Started', 'Date Submitted', 'Status', 'Why:What helped you?'],
      ...five((at) => [String(at + 1), '7 Mar 2020', '7 Mar 2020', 'Complete', words[at] ?? '']),
    ],
    'Alchemer',
    1,
    '“Time Started”',
  ],
  ...[
    'Timestamp',
    'Carimbo de data/hora',
    'Marca temporal',
    'Horodateur',
    'Zeitstempel',
    'Tijdstempel',
    'Отметка времени',
    'タイムスタンプ',
    '時間戳記',
    '타임스탬프',
    'ประทับเวลา',
    'طابع زمني',
    'חותמת זמן',
  ].map((name): [string, string[][], string, number, string] => [
    `Google Forms: ${name}`,
    [[name, 'What helped you?'], ...five((at) => [`2018/03/0${at + 1} 9:15:00 AM GMT+7`, words[at] ?? ''])],
    'Google Forms',
    1,
    `it begins with “${name}”`,
  ]),
  [
    'Google Forms behind an inserted column',
    [['No', 'Timestamp', 'What helped you?'], ...five((at) => [String(at + 1), '12/13/2019 12:02:32', words[at] ?? ''])],
    'Google Forms',
    1,
    '“Timestamp”',
  ],
  [
    'two header rows of a tool that nobody knows',
    [['Id', 'Uses', '', 'Words'], ['', 'Café', 'Library', 'What helped you?'], ...five((at) => [String(at + 1), '1', '0', words[at] ?? ''])],
    '',
    2,
    'the first row has gaps that the second fills',
  ],
  ['a plain table', [['Id', 'What helped you?'], ...five((at) => [String(at + 1), words[at] ?? ''])], '', 1, ''],
])('%s', async (_, rows, producer, headerRows, evidence) => {
  const found = await inspect(table(rows));
  expect(found).toMatchObject({ producer, headerRows, respondents: 5, questions: 1, answers: 5 });
  expect(found.evidence.producer).toContain(evidence);
  // Times, contacts and places never come in by themselves.
  const kept = found.columns.filter(({ role }) => role === 'attribute').map(({ name }) => name);
  expect(kept.join()).not.toMatch(/time|date|mail|correo|gps|zeit/i);
});

test('questions over several columns: the text fills to the right, the tick boxes and the text box stay apart', async () => {
  const found = await inspect(
    table([
      ['Respondent ID', 'Start Date', 'Which did you use?', '', '', 'What helped you?'],
      ['', '', 'Café', 'Other (please specify)', 'Other (please specify)', 'Open-Ended Response'],
      ...five((at) => [
        `1234567890${at}`,
        '04/02/2020 6:10:05 AM',
        at % 2 ? 'Café' : '',
        at > 2 ? 'Other (please specify)' : '',
        at > 2 ? `A place called ${words[at]}` : '',
        words[at] ?? '',
      ]),
    ]),
  );
  expect(found.columns.map(({ role }) => role)).toEqual(['participant', 'ignore', 'attribute', 'attribute', 'question', 'question']);
  expect(found.columns[3]?.wording).toBe('Which did you use? – Other (please specify)');
});

test('several options in one cell are a closed question, whoever joined them', async () => {
  const options = ['Café', 'Library', 'Repair shop in the old town'];
  for (const [separator, end] of [
    [';', ';'],
    [', ', ''],
    [',', ''],
  ] as const) {
    const found = await inspect(
      table(
        [
          ['ID', 'Which did you use?', 'What helped you?'],
          ...Array.from({ length: 30 }, (_, at) => [
            String(at + 1),
            options.filter((__, option) => (at + 1) & (1 << option)).join(separator) + end,
            `${words[at % 5]} ${at}`,
          ]),
        ],
        '\t',
      ),
    );
    expect(found.columns[1]).toMatchObject({ role: 'attribute', reason: 'Several options ticked' });
  }
});

test('contacts and places are left out, with the reason', async () => {
  const found = await inspect(
    table([
      ['ID', 'Email Address', 'Phone', 'First Name', 'IP Address', 'gps:Latitude', '_location_longitude', 'What helped you?'],
      ...five((at) => [String(at + 1), `a${at}@example.org`, '01632 960000', 'Ann', '192.0.2.1', '1.5', '2.5', words[at] ?? '']),
    ]),
  );
  for (const { name, role, reason } of found.columns.slice(1, 7)) expect([name, role, reason]).toEqual([name, 'ignore', 'Could identify people']);
  expect(roles(found)['What helped you?']).toBe('question');
});

test('quizzes of Microsoft Forms: points and feedback are no answers', async () => {
  const found = await inspect(
    table([
      ['ID', 'Start time', 'Completion time', 'What helped you?', 'Points - What helped you?', 'Feedback - What helped you?'],
      ...five((at) => [String(at + 1), '4/28/21', '4/28/21', words[at] ?? '', '0', `Well said, person ${at}`]),
    ]),
  );
  expect(found.columns.map(({ role }) => role)).toEqual(['participant', 'ignore', 'ignore', 'question', 'ignore', 'ignore']);
});

test('the key of a Jisc survey is no data', async () => {
  expect(
    await refusalOf(
      table([
        ['URN', 'Unique Response Number'],
        ['Q1', 'What helped you?'],
        ['1', 'Yes'],
      ]),
    ),
  ).toContain('is the key to a Jisc survey');
});
