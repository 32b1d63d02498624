import { expect, test } from 'vitest';
import { sheetOf, workbook, workbookFile } from '../workbook/workbooks-for-tests.ts';
import { inspect, rolesOf, tableFile } from '../testing.ts';

const sentences = ['The desk by the window was always taken', 'Somebody showed me how the oven works', 'It rained in, twice, and nobody came', 'I would have liked a map of the paths', 'My brother drove me there and back', 'Less talking, more planting'];
const people = <T>(row: (text: string, at: number) => T) => sentences.map(row);
const many = (count: number) => <T>(row: (text: string, at: number) => T) => Array.from({ length: count }, (_, at) => row(`${sentences[at % 6]}, ${at}`, at));

test('Qualtrics with two header rows is no SurveyMonkey export because it asks “Why?”', async () => {
  const found = await inspect(
    tableFile([
      ['StartDate', 'EndDate', 'IPAddress', 'Progress', 'Finished', 'ResponseId', 'Q1', 'Q2'],
      ['Start Date', 'End Date', 'IP Address', 'Progress', 'Finished', 'Response ID', 'How good was it?', 'Why?'],
      ...people((text, at) => ['2025-05-01 10:00:00', '2025-05-01 10:05:00', `192.0.2.${at}`, '100', 'True', `R_3abcdefghijkl${at}`, String(at % 3), text]),
    ]),
  );
  expect([found.producer, found.headerRows]).toEqual(['Qualtrics', 2]);
  expect(rolesOf(found)).toEqual(['ignore', 'ignore', 'ignore', 'ignore', 'ignore', 'participant', 'attribute', 'question']);
});

test('questions called Q_1 or Q_why are questions; only Qualtrics records Q_RecaptchaScore', async () => {
  const plain = await inspect(tableFile([['Participant', 'Q_1', 'Q_why'], ...people((text, at) => [`P${at}`, String(at % 3), text])]));
  expect(rolesOf(plain)).toEqual(['participant', 'attribute', 'question']);
  const qualtrics = await inspect(tableFile([['StartDate', 'Finished', 'ResponseId', 'Q_TotalDuration', 'Q1'], ...people((text, at) => ['2025-05-01', 'True', `R_3abcdefghijkl${at}`, String(at * 7), text])]));
  expect(qualtrics.columns[3]).toMatchObject({ role: 'ignore', reason: 'Recorded by the survey tool' });
});

test('numbers between ids of Qualtrics do not look like text; a question asked in a loop is one grid', async () => {
  const names = ['ResponseId', 'draw', '1_Q7', '2_Q7', 'Q3_NPS_GROUP'];
  const asked = 'What happened at \u0024{lm://Field/1}?';
  const ids = ['_recordId', 'draw', '1_QID7_TEXT', '2_QID7_TEXT', 'QID3_NPS_GROUP'].map((id) => `{"ImportId":"${id}"}`);
  const found = await inspect(
    tableFile([names, ['Response ID', 'draw', asked, asked, 'Group'], ids, ...people((text, at) => [`R_3abcdefghijkl${at}`, `0.84342${at}7351902${at}`, text, `${text}!`, ['Promoter', 'Passive'][at % 2] ?? ''])]),
  );
  expect(found.columns.map(({ role, reason }) => [role, reason])).toEqual([
    ['participant', 'Shown as P1 to P6'],
    ['attribute', '6 values'],
    ['question', 'A text box'],
    ['question', 'A text box'],
    ['ignore', 'Added after the survey'],
  ]);
  expect(found.columns[2]).toMatchObject({ wording: 'What happened at …?', group: 'What happened at …?' });
});

test('previews of Qualtrics are left out in other languages', async () => {
  const rows = people((text, at) => ['2025-05-01', at ? 'IP-Adresse' : 'Umfragevorschau', 'Wahr', `R_3abcdefghijkl${at}`, text]);
  expect((await inspect(tableFile([['StartDate', 'Status', 'Finished', 'ResponseId', 'Q1'], ...rows]))).leftOut).toEqual([{ count: 1, reason: 'survey preview' }]);
});

test('marks that survey tools show and other programs do not are dropped from wordings', async () => {
  const found = await inspect(tableFile([['#', 'How *often* do you meet {{field:01ab}}?', 'See [our page](https://example.org/x): why?', '5 * 3 * 2', 'Submit Date (UTC)'], ...people((text, at) => [`f${at}`, String(at % 3), text, '30', '2025-05-01'])]));
  expect(found.columns.slice(1, 4).map(({ wording }) => wording)).toEqual(['How often do you meet …?', 'See our page: why?', '5 * 3 * 2']);
});

test('LimeSurvey with codes and texts: the code is the name, the text the wording, and texts belong to their question', async () => {
  const names = ['id. Response ID', 'submitdate. Date submitted', 'token. Access code', 'D1. What do you study?', 'D1[other]. What do you study? [Other]', 'U[SQ1]. Which do you use? [Shed]', 'U[SQ2]. Which do you use? [Pond]'];
  const found = await inspect(tableFile([names, ...people((text, at) => [String(at + 1), '2025-05-01', `tk${at}Zq`, at % 2 ? 'Other' : 'Law', at % 2 ? text : '', at % 3 ? 'Yes' : 'No', at % 2 ? 'Yes' : 'No'])]));
  expect(found.columns.slice(2).map(({ name, wording, role }) => [name, wording, role])).toEqual([
    ['token', 'Access code', 'ignore'],
    ['D1', 'What do you study?', 'attribute'],
    ['D1[other]', 'What do you study? [Other]', 'question'],
    ['U[SQ1]', 'Which do you use? [Shed]', 'attribute'],
    ['U[SQ2]', 'Which do you use? [Pond]', 'attribute'],
  ]);
  expect(found.columns[4]).toMatchObject({ tiedTo: 3, tie: 'other' });
  expect(found.columns[5]).toMatchObject({ group: 'Which do you use?', shortName: 'Shed – Which do you use' });
  const texts = await inspect(tableFile([['Response ID', 'Date submitted', 'Last page', 'Start language', '6 - What do you study?', '6 - What do you study? [Other]'], ...people((text, at) => [String(at + 1), '2025-05-01', '3', 'en', at % 2 ? 'Other' : 'Law', at % 2 ? text : ''])]));
  expect(texts.columns[5]).toMatchObject({ role: 'question', tiedTo: 4, tie: 'other' });
});

test('“Other” in other languages is a text box; a question about comments with two answers is none', async () => {
  const found = await inspect(
    tableFile([
      ['Was nutzen Sie?', '', '', 'Do you read comments?', 'Comment allez-vous ?'],
      ['Garten', 'Teich', 'Sonstiges', '', ''],
      ...many(20)((_, at) => [at % 2 ? 'Ja' : 'Nein', at % 3 ? 'Ja' : 'Nein', at % 4 ? '' : ['Physik', 'Schuppen', 'Physik', 'Ofen', 'Schuppen'][at / 4] ?? '', at % 2 ? 'Yes' : 'No', at % 2 ? 'bien' : 'mal']),
    ]),
  );
  expect(rolesOf(found)).toEqual(['attribute', 'attribute', 'question', 'attribute', 'attribute']);
});

test('the row “Other” of a grid, and a scale under “Please comment on …”, are closed', async () => {
  const scale = ['never', 'rarely', 'sometimes', 'often', 'always'];
  const found = await inspect(tableFile([['ID', 'How often? [Shed]', 'How often? [Other]', 'Please comment on the noise', 'Why?'], ...many(24)((text, at) => [String(at + 1), scale[at % 5] ?? '', scale[(at + 1) % 5] ?? '', scale[(at + 2) % 5] ?? '', text])]));
  expect(rolesOf(found)).toEqual(['participant', 'attribute', 'attribute', 'attribute', 'question']);
});

test.each([
  ['Microsoft Forms in Swedish', ['ID', 'Starttid', 'Slutförandetid', 'E-post', 'Namn', 'Varför?'], 'Microsoft Forms'],
  ['Microsoft Forms in Finnish', ['Tunnus', 'Aloitusaika', 'Valmistumisaika', 'Sähköposti', 'Nimi', 'Miksi?'], 'Microsoft Forms'],
  ['Microsoft Forms in Chinese', ['ID', '开始时间', '完成时间', '电子邮件', '名称', '为什么？'], 'Microsoft Forms'],
])('%s', async (_, names, producer) => {
  const found = await inspect(tableFile([names, ...people((text, at) => [String(at + 1), '2025-05-01 10:00:00', `2025-05-01 10:0${at}:00`, `a${at}@example.org`, `N ${at}`, text])]));
  expect([found.producer, rolesOf(found)]).toEqual([producer, ['participant', 'ignore', 'ignore', 'ignore', 'ignore', 'question']]);
});

test.each(['Sygnatura czasowa', 'Tidsstempel', 'Časová značka', 'Zaman damgası', 'Dấu thời gian', 'Позначка часу', 'टाइमस्टैम्प', 'مهر زمان'])('Google Forms: %s', async (name) => {
  const found = await inspect(tableFile([[name, '?', 'Age'], ...people((text, at) => [`2025/05/0${at + 1} 9:15:00`, text, String(20 + at)])]));
  expect([found.producer, rolesOf(found)]).toEqual(['Google Forms', ['ignore', 'question', 'attribute']]);
});

test('what people typed beside the options of a form is offered for reading', async () => {
  const options = ['Shed', 'Pond', 'Oven'];
  const file = tableFile([['Timestamp', 'Which do you use?', 'Why?'], ...many(20)((text, at) => [`2025/05/01 9:${10 + at}:00`, [...options.filter((_, place) => (at + 1) & (1 << place)), ...(at === 4 ? ['the bench, when it is dry'] : []), ...(at === 9 ? ['gates'] : [])].join(', '), text])]);
  const found = await inspect(file);
  expect(found.columns[1]?.role).toBe('attribute');
  expect(found.warnings.join('\n')).toContain('beside the options that they ticked: “Which do you use?” (2 people, such as “the bench, when it is dry”).');
});

test('“NA” in every empty cell is what a program wrote; one person who types it said it', async () => {
  const rows = many(20)((text, at) => [String(at + 1), at % 2 ? 'NA' : 'Law', at % 3 ? 'NA' : '3', at % 4 ? 'NA' : text]);
  const program = await inspect(tableFile([['ID', 'Course', 'Score', 'Why?'], ...rows]));
  expect([program.columns[3]?.role, program.answers]).toEqual(['question', 5]);
  expect(program.warnings.join('\n')).toContain('15 cells hold “NA”');
  const typed = await inspect(tableFile([['ID', 'Course', 'Why?'], ...people((text, at) => [String(at + 1), at % 2 ? 'Law' : '', at ? text : 'NA'])]));
  expect(typed.answers).toBe(6);
});

test('a repeated form of REDCap can be chosen; an unfinished survey reads “no”', async () => {
  const rows = people((text, at) => [
    [String(at), '', '', text, '2', '', ''],
    [String(at), 'visit', '1', '', '', `${text}!`, '2'],
    [String(at), 'visit', '2', '', '', `${text}?`, '2'],
  ]);
  const file = tableFile([['record_id', 'redcap_repeat_instrument', 'redcap_repeat_instance', 'reason', 'intake_complete', 'felt', 'visit_complete'], ...rows.flat()]);
  expect((await inspect(file)).events).toEqual([{ name: 'not repeated', rows: 6 }, { name: 'visit', rows: 12 }]);
  expect(await inspect(file, { event: 'not repeated' })).toMatchObject({ respondents: 6, answers: 6 });
  const survey = await inspect(tableFile([['record_id', 'intake_timestamp', 'why_joined', 'intake_complete'], ...people((text, at) => [String(at), at % 2 ? '[not completed]' : `2025-05-0${at + 1} 10:00:00`, at % 2 ? '' : text, at % 2 ? '0' : '2'])]));
  expect(survey.preview.map(({ cells }) => cells[1])).toEqual(['yes', 'no', 'yes', 'no', 'yes']);
});

test('a repeat group in a workbook comes with what its response said, and longer texts do not count once for each entry', async () => {
  const main = [
    ['start', 'role', 'village', 'story', 'hh_name', '_uuid', '_submission_time', '_index'],
    ...people((text, at) => ['2025-05-01', at % 2 ? 'farmer' : 'fisher', 'Both', text, `N ${at}`, `0b1c2d3e-000${at}-4a5b-8c9d-0e1f2a3b4c5d`, '2025-05-01T10:00:00', String(at + 1)]),
  ];
  const group = [
    ['what_helped', '_index', '_parent_table_name', '_parent_index', '_submission__uuid'],
    ...people((text, at) => [[`${text}!`, String(at * 2 + 1), 'Main', String(at + 1), 'x'], [`${text}?`, String(at * 2 + 2), 'Main', String(at + 1), 'x']]).flat(),
  ];
  const file = workbookFile(workbook([{ name: 'Main', xml: sheetOf(main) }, { name: 'helpers', xml: sheetOf(group) }]));
  const found = await inspect(file, { sheet: 'helpers' });
  expect(found).toMatchObject({ producer: 'KoboToolbox', respondents: 12, questions: 1, answers: 12 });
  expect(found.columns.slice(5).map(({ name, role }) => [name, role])).toEqual([['role', 'attribute'], ['village', 'ignore'], ['story', 'ignore']]);
  expect(found.preview.map(({ cells }) => cells[5])).toEqual(['fisher', 'fisher', 'farmer', 'farmer', 'fisher']);
  expect(found.warnings.join('\n')).toContain('Beside each entry stands what its response says on the sheet “Main”: “role”, “village”, “story”.');
  expect(await inspect(file, found)).toEqual(found);
});

test('a question with hyphens and without is the same question; a dash parts the rows of a grid', async () => {
  const found = await inspect(
    tableFile([
      ['ID', 'Where do you sit e-mail-free?', 'Where do you sit e mail free?', 'How often do you use these? - Shed', 'How often do you use these? - Pond'],
      ...people((text, at) => [String(at + 1), at % 2 ? text : '', at % 2 ? '' : text, String(at % 3), String((at + 1) % 3)]),
    ]),
  );
  expect(found.twins).toMatchObject([{ column: 2, into: 1, merged: false }]);
  expect(found.columns.slice(3).map(({ group }) => group)).toEqual(['How often do you use these?', 'How often do you use these?']);
});

test('uncoded Jisc, Prolific and condensed SurveyMonkey exports are known', async () => {
  const jisc = await inspect(tableFile([['Unique Response Number', '1. Your role', '2. Why?'], ...people((text, at) => [`638954-638945-6546162${at}`, at % 2 ? 'Nurse' : 'Porter', text])]));
  expect([jisc.producer, jisc.warnings]).toEqual(['Jisc Online Surveys', []]);
  const monkey = await inspect(tableFile([['Respondent ID', 'Collector ID', 'Why?'], ...people((text, at) => [`1234567890${at}`, '9876543210', text])]));
  expect([monkey.producer, monkey.evidence.producer]).toEqual(['SurveyMonkey', 'its first column is “Respondent ID”, with one header row: a condensed export, or somebody joined the header rows']);
  const prolific = await inspect(tableFile([['Submission id', 'Participant id', 'Status', 'Time taken', 'Completion code', 'Age', 'Sex'], ...people((_, at) => [`66f583aaa0ad31e4d592841${at}`, `65f3492e666e06bccbb84d7${at}`, 'APPROVED', String(400 + at), 'C1', String(20 + at), at % 2 ? 'Male' : 'Female'])]));
  expect(rolesOf(prolific)).toEqual(['ignore', 'participant', 'ignore', 'ignore', 'ignore', 'attribute', 'attribute']);
  expect(prolific.warnings.join('\n')).toContain('what they wrote stands in the export of the survey tool');
});

test('the text beside the options of an Alchemer question belongs to the question, not to its last box', async () => {
  const found = await inspect(
    tableFile([['Response ID', 'Time Started', 'Date Submitted', 'Status', 'Shed:Which do you use?', 'Other - Write In:Which do you use?'], ...people((text, at) => [String(at + 1), '1 May 2025', '1 May 2025', 'Complete', at % 2 ? 'Shed' : '', text])]),
  );
  expect(found.columns[5]).toMatchObject({ role: 'question', group: 'Which do you use?' });
  expect(found.columns[5]?.tiedTo).toBeUndefined();
});

test('“Subject” or “User” over words is no id; a row for each answer is told', async () => {
  const roles = await inspect(tableFile([['Subject', 'User', 'Why?'], ...people((text, at) => [at % 2 ? 'Maths' : 'Art', at % 2 ? 'Researchers' : 'Students', text])]));
  expect(rolesOf(roles)).toEqual(['attribute', 'attribute', 'question']);
  expect(rolesOf(await inspect(tableFile([['Subject', 'Why?'], ...people((text, at) => [`S${at}`, text])])))).toEqual(['participant', 'question']);
  const trials = await inspect(tableFile([['responseID', 'participant', 'Answer'], ...people((text, at) => [String(at + 1), `ej-0${at % 2}`, text])]));
  expect(trials.warnings.join('\n')).toContain('“participant” has 2 different values in 6 rows');
  const long = await inspect(tableFile([['Participant', 'Question', 'Answer'], ...people((text, at) => [`P${at % 2}`, ['What?', 'Who?', 'Why?'][at % 3] ?? '', text])]), { long: null });
  expect(long.warnings[0]).toContain('several rows for each person');
});

test('codes over what they mean are two header rows; a respondent below codes is none', async () => {
  const rows = people((text, at) => [String(at + 1), String(at % 5), String(20 + at), text]);
  const found = await inspect(tableFile([['nr', 'A101', 'A102_01', 'A103'], ['Running number', 'How often do you go there?', 'How old are you (years)?', 'What would help you?'], ...rows]));
  expect(found).toMatchObject({ headerRows: 2, respondents: 6, answers: 6 });
  expect(found.columns[1]).toMatchObject({ name: 'A101', wording: 'How often do you go there?' });
  expect(found.evidence.producer).toBe('the first row holds codes, the second what they mean');
  expect((await inspect(tableFile([['nr', 'A101', 'A102_01', 'A103'], ...rows]))).respondents).toBe(6);
  const texts = people((text, at) => [`${text}?`, `${text}!`, at ? String(at) : 'none so far']);
  expect((await inspect(tableFile([['A1', 'A2', 'A3'], ...texts]))).respondents).toBe(6);
});

test('SoSci Survey: its own columns, who did not finish, and the questions in the second row', async () => {
  const names = ['CASE', 'SERIAL', 'QUESTNNR', 'MODE', 'STARTED', 'A101', 'A102', 'TIME001', 'FINISHED', 'LASTPAGE'];
  const labels = ['Interview-Nummer (fortlaufend)', 'Seriennummer', 'Fragebogen', 'Interview-Modus', 'Zeitpunkt', 'Wie oft?', 'Warum?', 'Verweildauer Seite 1', 'Wurde das Interview abgeschlossen?', 'Letzte Seite'];
  const found = await inspect(tableFile([names, labels, ...people((text, at) => [String(at + 40), '', 'base', 'interview', '2025-05-01 10:00:00', String(at % 3), text, '12', at ? '1' : '0', at ? '4' : '2'])]));
  expect([found.producer, found.headerRows, found.respondents]).toEqual(['SoSci Survey', 2, 6]);
  expect(found.columns.filter(({ role }) => role !== 'ignore').map(({ name, role }) => [name, role])).toEqual([['CASE', 'participant'], ['A101', 'attribute'], ['A102', 'question'], ['FINISHED', 'attribute'], ['LASTPAGE', 'attribute']]);
  expect(found.warnings.join('\n')).toContain('1 respondent did not finish the survey (“FINISHED” is 0).');
});

test('fields of a Qualtrics form that read like text are offered', async () => {
  const ids = ['_recordId', 'QID1_TEXT', 'QID5_1'].map((id) => `{"ImportId":"${id}"}`);
  const found = await inspect(tableFile([['ResponseId', 'Q1', 'Q5_1'], ['Response ID', 'Why?', 'About you - What do you like best?'], ids, ...people((text, at) => [`R_3abcdefghijkl${at}`, text, `${text}!`])]));
  expect(rolesOf(found)).toEqual(['participant', 'question', 'attribute']);
  expect(found.warnings.join('\n')).toContain('One column looks like text that people wrote, though Qualtrics does not mark it as a text box: “About you - What do you like best?”');
});
