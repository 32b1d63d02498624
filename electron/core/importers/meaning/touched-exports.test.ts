import { expect, test } from 'vitest';
import { inspect, rolesOf, tableFile, textFile } from '../testing.ts';

const sentences = ['The queue at the desk was far too long', 'I liked the quiet room upstairs, not the noise', 'Nobody told us that it closes at noon', 'More evening hours would help people who work', 'My tutor answered within a day', 'It was hard to find the right form'];
const people = <T>(row: (text: string, at: number) => T) => sentences.map(row);

test('a nameless column does not make a header of the first respondent', async () => {
  const found = await inspect(tableFile([['', 'Why?', 'Age'], ...people((text, at) => [String(at), text, String(20 + at)])]));
  expect([found.headerRows, found.respondents, found.answers]).toEqual([1, 6, 6]);
  const noted = await inspect(tableFile([['__proto__', 'Comment', 'Comment', ''], ...people((text, at) => [`p${at}`, text, `${text}!`, 'note'])]));
  expect([noted.headerRows, noted.respondents, noted.answers]).toEqual([1, 6, 12]);
});

test('Qualtrics without the row of ids: the questions in the second row are no respondent', async () => {
  const names = ['StartDate', 'Status', 'Progress', 'Finished', 'ResponseId', 'Q1'];
  const rows = people((text, at) => ['2024-03-01 10:00:00', 'IP Address', at ? '100' : '45', at ? 'True' : 'False', `R_3abcdefghijklm${at}`, text]);
  for (const labels of [['Start Date', 'Response Type', 'Progress', 'Finished', 'Response ID', 'What is your view?'], ['Anfangsdatum', 'Antworttyp', 'Fortschritt', 'Beendet', 'Antwort-ID', 'What is your view?']]) {
    const found = await inspect(tableFile([names, labels, ...rows]));
    expect([found.producer, found.headerRows, found.respondents]).toEqual(['Qualtrics', 2, 6]);
    expect(found.columns[5]).toMatchObject({ role: 'question', wording: 'What is your view?', filled: 6 });
    expect(found.warnings.join()).toContain('1 respondent did not finish');
  }
  expect(await inspect(tableFile([names, ...rows]))).toMatchObject({ producer: 'Qualtrics', headerRows: 1, respondents: 6 });
});

test('a header is repaired before its blanks become one: half of a damaged “à” is a no-break space', async () => {
  const file = tableFile([['ID', 'Commentaire d\u00c3\u00a9j\u00c3\u00a0'], ...people((text, at) => [String(at), text])]);
  expect((await inspect(file)).columns[1]?.wording).toBe('Commentaire déjà');
  expect((await inspect(file, { repairs: { count: 0, apply: false, samples: [] } })).columns[1]?.wording).toBe('Commentaire d\u00c3\u00a9j\u00c3');
});

test('contact columns of Forms in other languages stay out', async () => {
  const names = ['ID', 'Heure de début', 'Heure de fin', 'Adresse de messagerie', 'Nom', 'Pourquoi ?'];
  const found = await inspect(tableFile([names, ...people((text, at) => [String(at), '2024-01-01', '2024-01-02', `a${at}@b.fr`, `N ${at}`, text])]));
  expect(found.columns.slice(3, 5).map(({ reason }) => reason)).toEqual(['Could identify people', 'Could identify people']);
});

test('REDCap with labels: recognised, its own columns left out, and one event can be chosen', async () => {
  const names = ['Record ID', 'Event Name', 'Survey Timestamp', 'Race (choice=White)', 'Race (choice=Black)', 'Notes', 'Complete?'];
  const file = tableFile([names, ...people((text, at) => [String(Math.floor(at / 2)), at % 2 ? 'Month 1' : 'Baseline', '2020-01-01 10:00', at % 3 ? 'Checked' : 'Unchecked', 'Checked', text, 'Complete'])]);
  const found = await inspect(file);
  expect(found.producer).toBe('REDCap');
  expect(rolesOf(found)).toEqual(['participant', 'ignore', 'ignore', 'attribute', 'ignore', 'question', 'ignore']);
  expect(found.warnings.filter((each) => each.includes('belong to 3 records'))).toHaveLength(1);
  expect(await inspect(file, { event: 'Baseline' })).toMatchObject({ respondents: 3, answers: 3 });
});

test('“Status” and “Score” are facts about people where no survey tool wrote them', async () => {
  const rows = people((text, at) => [`P${at}`, at % 2 ? 'Student' : 'Staff', String(at % 3), text]);
  expect(rolesOf(await inspect(tableFile([['Participant', 'Status', 'Score', 'Feedback'], ...rows])))).toEqual(['participant', 'attribute', 'attribute', 'question']);
});

test('SurveyMonkey under rows of codes: its own columns are known by their names', async () => {
  const found = await inspect(
    tableFile([['rid', 'sd', 'Q1', 'Q2'], ['Respondent ID', 'Start Date', 'What is your view?', 'Age?'], ['', '', 'Open-Ended Response', 'Response'], ...people((text, at) => [`1000${at}`, `11/${at + 1}/2019`, text, at % 2 ? 'old' : 'young'])]),
  );
  expect(found.headerRows).toBe(3);
  expect(rolesOf(found)).toEqual(['participant', 'ignore', 'question', 'attribute']);
});

test('the text under several tick boxes belongs to their question, not to the last box', async () => {
  const found = await inspect(
    tableFile([['Respondent ID', 'Which do you use?', '', ''], ['', 'Trains', 'Buses', 'Other (please specify)'], ...people((text, at) => [`1000${at}`, at % 2 ? 'Trains' : '', at % 3 ? 'Buses' : '', text])]),
  );
  expect(found.columns[3]).toMatchObject({ role: 'question', group: 'Which do you use?' });
  expect(found.columns[3]?.tiedTo).toBeUndefined();
});

test('LimeSurvey with codes and texts: its own columns are known by their codes, and “N/A” is no answer', async () => {
  const names = ['', 'id. Antwort ID', 'submitdate. Datum Abgeschickt', 'lastpage. Letzte Seite', 'ipaddr. IP-Adresse', 'G1Q1. Warum?', 'G1Q2. Und warum nicht?'];
  const found = await inspect(tableFile([names, ...people((text, at) => [String(at), String(at + 40), at % 2 ? '2020-01-01' : '', String(at % 3), '1.1.1.1', text, at % 2 ? 'N/A' : `${text}!`])]));
  expect(rolesOf(found).slice(1)).toEqual(['participant', 'attribute', 'attribute', 'ignore', 'question', 'question']);
  expect(found.columns[6]?.filled).toBe(3);
  expect(found.warnings.join('\n')).toContain('3 cells hold “N/A”, -99 or -999, which survey tools write for “not answered”. They count as empty.');
  expect(found.warnings.join('\n')).toContain('3 respondents did not finish');
});

test('ODK writes NULL where nothing was entered; in other files people may type it', async () => {
  const rows = people((text, at) => [`uuid:${at}`, at % 2 ? 'NULL' : text]);
  expect((await inspect(tableFile([['meta-instanceID', 'Why did you move?'], ...rows]))).answers).toBe(3);
  expect((await inspect(tableFile([['ID', 'Why did you move?'], ...rows]))).answers).toBe(6);
});

test('one answer in each line: the commas in them are theirs', async () => {
  const found = await inspect(textFile(['What is it?', ...sentences.map((text, at) => (at % 2 ? `${text}, and, so on` : `${text}, and so on`)), 'Short one'].join('\n'), 'lines.csv'), { format: 'csv' });
  expect([found.columns.length, found.respondents, found.answers]).toEqual([1, 7, 7]);
  expect(found.preview[0]?.cells).toEqual([`${sentences[0]}, and so on`]);
});

test('a long list of rows with one id is counted, not cut in silence; codes of Jisc stay whole', async () => {
  const shared = await inspect(tableFile([['ID', 'Why?'], ...people((text) => ['1.12E+11', text]), ...people((text) => ['1.12E+11', `${text}!`])]));
  expect(shared.warnings[0]).toContain('“1.12E+11” on lines 2, 3, 4, 5, 6, 7 and 6 more.');
  const jisc = await inspect(tableFile([['URN', 'Q2_1', 'Q2_2', 'Q4', 'CompletionDate'], ...people((text, at) => [`1-1-${at}`, String(at % 2), String(at % 3), text, '2020-11-01'])]));
  expect(jisc.columns.map(({ shortName }) => shortName).slice(1, 3)).toEqual(['Q2_1', 'Q2_2']);
});

test('ids with a site in front are told from bare numbers', async () => {
  const found = await inspect(tableFile([['ID', 'Why?'], ...people((text, at) => [at < 3 ? String(at) : `S0-${at + 10}`, text])]));
  expect(found.warnings.join()).toContain('S0-13, S0-14');
});

test('a row that somebody put on top of a Qualtrics export is no row of names', async () => {
  const names = ['StartDate', 'Status', 'Finished', 'ResponseId', 'Q1'];
  const ids = ['startDate', 'status', 'finished', '_recordId', 'QID1_TEXT'].map((id) => `{"ImportId":"${id}"}`);
  const rows = people((text, at) => ['2024-03-01', at ? 'IP Address' : 'Survey Preview', 'True', `R_3abcdefghijklm${at}`, text]);
  const found = await inspect(tableFile([['Exported by me', '', '', '', ''], names, ['Start Date', 'Response Type', 'Finished', 'Response ID', 'What is your view?'], ids, ...rows]));
  expect([found.headerRows, found.respondents, found.leftOut]).toEqual([4, 5, [{ count: 1, reason: 'line above the header' }, { count: 1, reason: 'survey preview' }]]);
  expect(found.columns.at(-1)).toMatchObject({ name: 'Q1', wording: 'What is your view?', role: 'question' });
  const twoRows = await inspect(tableFile([['Exported by me', '', '', '', ''], names, ids, ...rows]));
  expect(twoRows.columns.at(-1)).toMatchObject({ name: 'Q1', wording: 'Q1', role: 'question' });
});

test('points of a quiz are no words, and an average below the last respondent is pointed out', async () => {
  const quiz = await inspect(tableFile([['Marca temporal', 'Puntos', '¿Por qué viniste?'], ...people((text, at) => [`${at + 1}/03/2024`, `${at} / 10`, text])]));
  expect(rolesOf(quiz)).toEqual(['ignore', 'attribute', 'question']);
  const found = await inspect(tableFile([['ID', 'A', 'Why?'], ...people((text, at) => [String(at), String(at % 3), text]), ['Average', '1.2', '']]));
  expect(found.found.find(({ kind }) => kind === 'last')).toMatchObject({ count: 1, lines: [8], leftOut: false });
  expect((await inspect(tableFile([['ID', 'A', 'Why?'], ...people((text, at) => [String(at), String(at % 3), text]), ['Average', '1.2', '']]), { rows: { leaveOut: ['last'] } })).respondents).toBe(6);
});

test('a plan that says two things about a column is refused', async () => {
  const file = tableFile([['ID', 'Why?'], ...people((text, at) => [String(at), text])]);
  const column = (role: 'question' | 'ignore') => ({ index: 1, role, name: '', wording: '', shortName: '', filled: 0, reason: '' });
  await expect(inspect(file, { columns: [column('question'), column('ignore')] })).rejects.toThrow('two things about column 1');
});

test('a nameless column of words makes no header of the first respondent either', async () => {
  const teams = ['Red', 'Blue', 'Red', 'Green', 'Blue', 'Red'];
  expect(await inspect(tableFile([['Team', 'Comment', ''], ...people((text, at) => [teams[at] ?? '', text, `${text}?`])]))).toMatchObject({ headerRows: 1, respondents: 6 });
  expect(await inspect(tableFile([['Comment', ''], ...people((text) => [text, `${text}, and then some more words`])]))).toMatchObject({ headerRows: 1, respondents: 6 });
  const grid = [['ID', 'How satisfied are you with:', '', '', 'Anything else?'], ['', 'Price', 'Speed', 'Staff', '']];
  expect(await inspect(tableFile([...grid, ...people((text, at) => [String(at), String(at % 5), String(at % 4), String(at % 3), text])]))).toMatchObject({ headerRows: 2, respondents: 6 });
});

test('contact data under names that people write themselves', async () => {
  const names = ['Phone no.', 'Your e-mail address:', 'What is your full name?', 'Student ID', 'What is your name for this place?', 'What do you email about?'];
  const found = await inspect(tableFile([['ID', ...names], ...people((text, at) => [String(at), `01234 ${at}`, `a${at}@b.c`, `Ann ${at}`, `s${at}`, text, text])]));
  expect(rolesOf(found)).toEqual(['participant', 'ignore', 'ignore', 'ignore', 'ignore', 'question', 'question']);
});

test('LimeSurvey with the texts of its own columns is known as well', async () => {
  const names = ['Response ID', 'Date submitted', 'Last page', 'Start language', 'What do you think?'];
  const found = await inspect(tableFile([names, ...people((text, at) => [String(at), at ? '2020-01-01' : '', '3', 'en', at % 2 ? 'N/A' : text])]));
  expect([found.producer, found.answers]).toEqual(['LimeSurvey', 3]);
});
