import { expect, test } from 'vitest';
import { inspect, textFile, tableFile } from '../testing.ts';

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const table = (rows: readonly (readonly string[])[], separator = ',') => textFile(rows.map((row) => row.map(cell).join(separator)).join('\r\n'));
const words = [
  'My sister helped me a lot',
  'The library was open all day',
  'Talking to other people there',
  'Nothing really helped me then',
  'Long walks along the river',
];
const five = <T>(make: (at: number) => T): T[] => words.map((_, at) => make(at));

test.each<[string, string[][], string]>([
  [
    'Qualtrics',
    [
      ['ResponseId', 'Progress', 'Finished', 'Status', 'Q1'],
      ...five((at) => [`R_abcdefghijklm${at}`, at > 2 ? '40' : '100', at > 2 ? 'False' : 'True', 'IP Address', words[at] ?? '']),
    ],
    '2 respondents did not finish the survey (“Finished” says no).',
  ],
  [
    'Qualtrics in German',
    [
      ['ResponseId', 'Progress', 'Finished', 'Status', 'Q1'],
      ...five((at) => [`R_abcdefghijklm${at}`, '100', at > 3 ? 'Falsch' : 'Wahr', 'IP Address', words[at] ?? '']),
    ],
    '1 respondent did not finish the survey (“Finished” says no).',
  ],
  [
    'LimeSurvey',
    [
      ['id', 'submitdate', 'lastpage', 'startlanguage', 'q1'],
      ...five((at) => [String(at + 1), at > 1 ? '' : '2020-03-07 15:32:10', '3', 'en', words[at] ?? '']),
    ],
    '3 respondents did not finish the survey (“submitdate” is empty).',
  ],
  [
    'Typeform',
    [
      ['#', 'What helped you?', 'Response Type', 'Submit Date (UTC)'],
      ...five((at) => [`0123456789abcdef0123456789abcde${at}`, words[at] ?? '', at > 3 ? 'started' : 'completed', '2016-03-07']),
    ],
    '1 respondent did not finish the survey (“Response Type” says “started” or “partial”).',
  ],
  [
    'Alchemer',
    [
      ['Response ID', 'Time Started', 'Date Submitted', 'Status', 'Q'],
      ...five((at) => [String(at + 1), '7 Mar', '7 Mar', at > 2 ? 'Partial' : 'Complete', words[at] ?? '']),
    ],
    '2 respondents did not finish the survey',
  ],
  [
    'REDCap',
    [
      ['record_id', 'survey_timestamp', 'comments', 'survey_complete'],
      ...five((at) => [String(at + 1), at > 3 ? '[not completed]' : '2020-03-07', words[at] ?? '', '2']),
    ],
    '1 respondent did not finish the survey (“survey_timestamp” says “[not completed]”).',
  ],
])('who did not finish is told: %s', async (_, rows, sentence) => {
  const found = await inspect(table(rows));
  expect(found.warnings.join('\n')).toContain(sentence);
  expect(found.respondents).toBe(5);
});

test('previews and spam of Qualtrics are left out, suspicions are told', async () => {
  const found = await inspect(
    table([
      ['ResponseId', 'Status', 'Finished', 'Q_RecaptchaScore', 'Q_DuplicateRespondent', 'Q1'],
      ...five((at) => [
        `R_abcdefghijklm${at}`,
        ['IP Address', 'IP Address', 'IP Address', 'Survey Preview', 'Spam'][at] ?? '',
        'True',
        at === 1 ? '0.2' : '0.9',
        at === 2 ? 'true' : '',
        words[at] ?? '',
      ]),
    ]),
  );
  expect(found.leftOut).toEqual([
    { count: 1, reason: 'survey preview' },
    { count: 1, reason: 'response marked as spam' },
  ]);
  expect(found.warnings.join('\n')).toMatch(/answered more than once[\s\S]*was a robot/);
});

test('rows that somebody added by hand, try-outs and the same answers twice are told with their places', async () => {
  const all = Array.from({ length: 12 }, (_, at) => [
    `2018/03/${10 + at} 9:15:00 AM`,
    `${words[at % 5]} number ${at}`,
    `${words[(at + 1) % 5]} and more ${at}`,
    'a',
    'b',
    String(at),
  ]);
  const found = await inspect(
    table([
      ['Zeitstempel', 'Was hat geholfen?', 'Sonst noch etwas?', 'x', 'y', 'z'],
      ...all,
      ['2018/03/30 9:15:00 AM', 'test', 'asdf', '', '', ''],
      ['2018/03/31 9:15:00 AM', ...(all[3] ?? []).slice(1)],
      ['', '', '', '', '', '4.25'],
    ]),
  );
  const warnings = found.warnings.join('\n');
  expect(warnings).toContain('One row has no time, unlike all others (line 16)');
  expect(warnings).toContain('1 respondent wrote nothing but “test”, “asdf” and the like (line 14)');
  expect(warnings).toContain('P4 and P14: all answers are the same. Perhaps one person answered twice.');
  expect(warnings).not.toContain('word for word');
});

test('a last row with hardly anything in it', async () => {
  const found = await inspect(
    table([
      ['ID', 'What helped you?', 'a', 'b', 'c', 'd'],
      ...Array.from({ length: 9 }, (_, at) => [String(at), `${words[at % 5]} ${at}`, 'x', 'y', 'z', String(at)]),
      ['', '', '', '', '', '4.5'],
    ]),
  );
  expect(found.warnings.join('\n')).toContain('The last row (line 11) holds one cell only');
});

test('REDCap: rows are told from records, and a person decides what counts as one', async () => {
  const file = table([
    ['record_id', 'redcap_event_name', 'comments', 'survey_complete'],
    ...Array.from({ length: 6 }, (_, at) => [String(1 + (at % 3)), at < 3 ? 'first_arm_1' : 'second_arm_1', `${words[at % 5]} ${at}`, '2']),
  ]);
  const found = await inspect(file);
  expect(found.warnings[0]).toContain('The 6 rows of this REDCap export belong to 3 records');
  const asRows = await inspect(file, { columns: [{ index: 0, role: 'ignore', name: '', wording: '', shortName: '', filled: 0, reason: '' }] });
  expect(asRows.warnings.join('\n')).toContain('the 6 rows belong to 3 records');
  expect(asRows.warnings.join('\n')).not.toContain('To count people');
});

const tryOuts = ['Somebody showed me how the oven works', 'It rained in, twice, and nobody came', 'I would have liked a map', '', 'My brother drove me there and back', 'Less talking, more planting', 'Too few chairs for all of us'];
test.each(['test test', 'This is a test', 'TEST RESPONSE', 'ignore this, test answer', 'testing 123', 'aaaaaa', 'asdfasdf', 'jkl;', 'asdf jkl;', 'https://example.org/cheap', 'https://example.org/a www.example.org/b'])('a try-out is pointed out and comes in: %s', async (trial) => {
  const found = await inspect(tableFile([['ID', 'What helped you?', 'What else?'], ...tryOuts.map((text, at) => [String(at + 1), at === 3 ? trial : text, at === 3 ? 'Test.' : `${text} too`])]));
  expect(found.found).toMatchObject([{ kind: 'trial', count: 1, lines: [5], leftOut: false }]);
  expect(found.respondents).toBe(tryOuts.length);
  expect(found.warnings.join(' ').includes('links')).toBe(trial.includes('example.org'));
});

test.each(['I had to test the water', 'Testing water', 'The tests at school', 'Tests, and a nurse', 'All glad lads', 'Hmmm', 'It is a testament to them', 'See https://example.org/cheap'])('a real answer is no try-out: %s', async (answer) => {
  const found = await inspect(tableFile([['ID', 'What helped you?', 'What else?'], ...tryOuts.map((text, at) => [String(at + 1), at === 3 ? answer : text, at === 3 ? answer : `${text} too`])]));
  expect(found.found).toEqual([]);
});

test('a link as the only answer may be one; links in every answer are pointed out', async () => {
  const linked = (other: string) => inspect(tableFile([['ID', 'What helped you?', 'What else?'], ...tryOuts.map((text, at) => [String(at + 1), at === 3 ? 'https://example.org/map' : text, at === 3 ? other : `${text} too`])]));
  expect((await linked('')).found).toEqual([]);
  expect((await linked('www.example.org')).found).toMatchObject([{ kind: 'trial', count: 1, lines: [5] }]);
});

const reachable = (header: string[], value: (at: number) => string[]) => tableFile([['ID', ...header, 'What helped you?'], ...tryOuts.map((text, at) => [String(at + 1), ...value(at), text || 'The garden did'])]);
test('the same e-mail address or phone number twice is told by its lines, and not printed', async () => {
  const found = await inspect(reachable(['Email', 'Phone'], (at) => [at === 5 ? ' KIT2@Example.org' : `kit${at}@example.org`, at === 6 ? '07700900001' : at > 3 ? '' : `07700 90000${at}`]));
  expect(found.columns.slice(1, 3).map(({ role }) => role)).toEqual(['ignore', 'ignore']);
  const told = found.warnings.filter((sentence) => sentence.includes('the same'));
  expect(told).toEqual([
    'Lines 4 and 7 have the same e-mail address. Perhaps one person answered twice; look at their answers. “Email” itself stays out.',
    'Lines 3 and 8 have the same phone number. Perhaps one person answered twice; look at their answers. “Phone” itself stays out.',
  ]);
  expect(found.warnings.join(' ')).not.toMatch(/kit|07700/i);
  expect(found.respondents).toBe(tryOuts.length);
});

test('addresses that differ or were not given are no news; one that several share is told once', async () => {
  for (const value of [(at: number) => `kit${at}@example.org`, (at: number) => (at % 2 ? 'n/a' : `kit${at}@example.org`)])
    expect((await inspect(reachable(['Email'], (at) => [value(at)]))).warnings.filter((sentence) => sentence.includes('the same'))).toEqual([]);
  const office = await inspect(reachable(['Email'], (at) => [at < 5 ? 'desk@example.org' : `kit${at}@example.org`]));
  expect(office.warnings.filter((sentence) => sentence.includes('the same'))).toEqual(['Lines 2, 3, 4, 5 and 6 have the same e-mail address. Perhaps one person answered twice; look at their answers. “Email” itself stays out.']);
});
