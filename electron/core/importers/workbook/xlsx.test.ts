import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inspect, refusalOf, rolesOf } from '../testing.ts';
import { dateStyles, sheetOf, workbook, workbookFile, zipOf } from './workbooks-for-tests.ts';
import { xlsx } from './xlsx.ts';

const header = ['ParticipantId', 'What helped you?', 'Anything else you would like to say?'];
const answers = [
  header,
  ['A1', 'My sister helped me a lot', 'No, that was all of it'],
  ['A2', '  The library was open \n all day  ', null],
  ['A3', 'Talking to people – “yes”', 'Thank you for asking 😀'],
];
const plain = { name: 'Answers', xml: sheetOf(answers) };
const read = (bytes: Buffer, wishes: { sheet?: string } = {}) => xlsx.read({ fileName: 'survey.xlsx', bytes }, wishes);
const rowsOf = async (bytes: Buffer) => (await read(bytes)).rows;

test('a plain workbook: answers as they are, the sheet named, no encoding and no separator', async () => {
  const found = await inspect(workbookFile(workbook([plain])));
  expect(found).toMatchObject({ format: 'xlsx', encoding: '', delimiter: '', sheet: 'Answers', sheets: ['Answers'], respondents: 3, questions: 2, answers: 5 });
  expect(rolesOf(found)).toEqual(['participant', 'question', 'question']);
  expect(found.preview.map(({ cells }) => cells[1])).toEqual(['My sister helped me a lot', '  The library was open \n all day  ', 'Talking to people – “yes”']);
  expect(found.preview[2]?.cells[2]).toBe('Thank you for asking 😀');
  // What is printed is a plan; given back, it changes nothing.
  expect(await inspect(workbookFile(workbook([plain])), found)).toEqual(found);
});

test('the first visible sheet that holds something is read; the others are listed and can be chosen', async () => {
  const file = workbookFile(
    workbook([
      {
        name: 'Codes',
        state: 'hidden',
        xml: sheetOf([
          ['x', 'y'],
          ['1', '2'],
        ]),
      },
      { name: 'Empty', xml: '<sheetData/>' },
      plain,
      { name: 'Ärger & Co', xml: sheetOf([header, ['B1', 'Another wave of answers', 'It went well, thank you']]) },
    ]),
  );
  const found = await inspect(file);
  expect(found).toMatchObject({ sheet: 'Answers', sheets: ['Codes', 'Answers', 'Ärger & Co'] });
  expect(found.warnings).toContain('The workbook has 2 other sheets with content: “Codes” (hidden), “Ärger & Co”. “Answers” was read.');
  expect(await inspect(file, { sheet: 'Ärger & Co' })).toMatchObject({ respondents: 1, sheet: 'Ärger & Co' });
  expect(await refusalOf(file, { sheet: 'Empty' })).toBe('The sheet “Empty” of “survey.xlsx” is empty.');
  expect(await refusalOf(file, { sheet: 'Nope' })).toBe('“survey.xlsx” has no sheet “Nope”. It has: “Codes”, “Empty”, “Answers”, “Ärger & Co”.');
  expect((await inspect(workbookFile(workbook([{ ...plain, state: 'veryHidden' }])))).warnings).toContain('The sheet “Answers” is hidden in Excel.');
});

test('a note on a sheet of its own is passed over for the table on the next', async () => {
  const note = { name: 'Read me', xml: sheetOf([['About these data']]) };
  const file = workbookFile(workbook([note, { ...plain, name: 'Old', state: 'hidden' }, plain]));
  const found = await inspect(file);
  expect(found).toMatchObject({ sheet: 'Answers', respondents: 3 });
  expect(found.warnings).toContain('The workbook has 2 other sheets with content: “Read me”, “Old” (hidden). “Answers” was read.');
  expect(await inspect(file, found)).toEqual(found);
  expect(await refusalOf(file, { sheet: 'Read me' })).toContain('no respondents');
});

test('notes in one column are passed over for a longer table; a column of answers is not, whatever stands on the next sheet', async () => {
  const notes = { name: 'Read me', xml: sheetOf([['About these data'], ['Please do not pass on']]) };
  const table = { name: 'Answers', xml: sheetOf([['ID', 'Why?'], ...['the bus', 'a friend', 'the tree', 'no idea'].map((text, at) => [`p${at}`, text])]) };
  expect(await inspect(workbookFile(workbook([notes, table])))).toMatchObject({ sheet: 'Answers', respondents: 4 });
  const answers = { name: 'Export', xml: sheetOf([['Why?'], ['Because of the bus'], ['A friend took me'], ['To see the tree'], ['I do not know'], ['It was near']]) };
  expect(await inspect(workbookFile(workbook([answers, table])))).toMatchObject({ sheet: 'Export', respondents: 5 });
});

test('numbers keep their digits, true and false and dates become text, errors stay', async () => {
  const xml = `<sheetData>
    <row r="1"><c r="A1"><v>12390574951</v></c><c r="B1"><v>1234567890123456789</v></c><c r="C1"><v>1.1000000000000001</v></c><c r="D1" t="b"><v>1</v></c></row>
    <row r="2"><c r="A2" s="1"><v>43891</v></c><c r="B2" s="2"><v>43891.647337962966</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2" t="b"><v>0</v></c></row>
    <row r="3"><c r="A3" s="1"><v>43892</v></c><c r="B3" s="2"><v>43892</v></c><c r="C3" t="d"><v>2021-06-10T00:47:45</v></c><c r="D3" t="str"><f>A1&amp;"x"</f><v>stored</v></c></row></sheetData>`;
  expect(await rowsOf(workbook([{ xml }], { styles: dateStyles }))).toEqual([
    ['12390574951', '1234567890123456789', '1.1', 'TRUE'],
    ['2020-03-01', '2020-03-01 15:32:10', '#DIV/0!', 'FALSE'],
    ['2020-03-02', '2020-03-02 00:00:00', '2021-06-10T00:47:45', 'stored'],
  ]);
  expect(
    (await rowsOf(workbook([{ xml: '<sheetData><row r="1"><c r="A1" s="1"><v>42429</v></c></row></sheetData>' }], { styles: dateStyles, from1904: true })))[0],
  ).toEqual(['2020-03-01']);
});

test('rich text, phonetic help, escaped characters, CDATA, and characters written as numbers', async () => {
  const sharedStrings =
    '<si><r><rPr><b/></rPr><t>My </t></r><r><t xml:space="preserve">sister </t></r><r><t>helped</t></r><rPh sb="0" eb="1"><t>ignored</t></rPh></si>' +
    '<si><t>line_x000D_\nbreak and _x0001_control</t></si><si><t><![CDATA[a < b & c]]></t></si><si><t>&#128512; &#x1F600; &#233; &amp;amp;</t></si><si><t xml:space="preserve"> </t></si>';
  const xml =
    '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row></sheetData>';
  expect(await rowsOf(workbook([{ xml }], { sharedStrings }))).toEqual([
    ['My sister helped', 'line\r\nbreak and \u0001control', 'a < b & c', '😀 😀 é &amp;', ' '],
  ]);
});

test('cells without addresses, gaps, an empty first column, a wrong dimension, formatting without end', async () => {
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  expect(
    await rowsOf(
      workbook([{ xml: `<dimension ref="A1"/><sheetData><row>${text('a')}${text('b')}</row><row>${text('c')}<c r="D2"><v>7</v></c></row></sheetData>` }]),
    ),
  ).toEqual([
    ['a', 'b', '', ''],
    ['c', '', '', '7'],
  ]);
  const blanks = Array.from({ length: 16_384 }, () => '<c s="1"/>').join('');
  const styled = workbook(
    [
      {
        xml: `<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="B1" t="inlineStr"><is><t>a</t></is></c><c r="XFD1" s="1"/></row><row r="2">${blanks}</row><row r="1048576"><c r="A1048576" s="1"/></row></sheetData>`,
      },
    ],
    { styles: dateStyles },
  );
  expect(await read(styled)).toMatchObject({ rows: [['', 'a']], lines: [1] });
  const gap = await read(workbook([{ xml: sheetOf([[null], ['Question'], [''], ['An answer of several words']]) }]));
  expect(gap).toMatchObject({ rows: [['Question'], ['An answer of several words']], lines: [2, 4], emptyRows: 2 });
});

test('the package of Microsoft Forms: a prefix on every element, cells of shared strings without a value', async () => {
  const sharedStrings = ['ID', 'Start time', 'Completion time', 'Email', 'What helped you?', 'Comments', 'My sister helped me a lot', 'anonymous']
    .map((text) => `<x:si><x:t>${text}</x:t></x:si>`)
    .join('');
  const cell = (address: string, at: number) => `<x:c r="${address}" t="s"><x:v>${at}</x:v></x:c>`;
  const row = (number: number, answer: string) =>
    `<x:row r="${number}"><x:c r="A${number}"><x:v>${number - 1}</x:v></x:c><x:c r="B${number}" s="2"><x:v>44314.473</x:v></x:c><x:c r="C${number}" s="2"><x:v>44314.48</x:v></x:c>${cell(`D${number}`, 7)}${answer}<x:c r="F${number}" t="s"/></x:row>`;
  const xml = `<x:dimension ref="A1"/><x:sheetData><x:row r="1">${['A', 'B', 'C', 'D', 'E', 'F'].map((letter, at) => cell(`${letter}1`, at)).join('')}</x:row>${row(2, cell('E2', 6))}${row(3, '<x:c r="E3" t="s"/>')}</x:sheetData>`;
  const found = await inspect(workbookFile(workbook([{ xml }], { sharedStrings, styles: dateStyles, prefix: 'x' })));
  expect(found).toMatchObject({ producer: 'Microsoft Forms', respondents: 2, answers: 1 });
  expect(found.columns.map(({ role, filled }) => [role, filled])).toEqual([
    ['participant', 2],
    ['ignore', 2],
    ['ignore', 2],
    ['ignore', 2],
    ['question', 1],
    ['ignore', 0],
  ]);
});

test.each([
  ['absolute targets', { absolute: true }],
  ['the strict standard', { base: 'http://purl.oclc.org/ooxml/officeDocument/relationships' }],
])('%s', async (_, odd) => {
  expect(await rowsOf(workbook([plain], odd))).toHaveLength(4);
});

test('a merged header names the question over all its columns; merged cells among answers stay as they are', async () => {
  const rows = [
    ['Id', 'Which did you use?', null, 'What helped you?'],
    [null, 'Café', 'Library', 'Your own words'],
    ['1', 'Café', null, 'My sister helped me a lot'],
    ['2', null, 'Library', 'The library was open all day'],
    ['3', 'Café', 'Library', 'Talking to other people there'],
  ];
  const found = await inspect(
    workbookFile(workbook([{ xml: `${sheetOf(rows)}<mergeCells count="2"><mergeCell ref="B1:C1"/><mergeCell ref="A1:A2"/></mergeCells>` }])),
  );
  expect(found).toMatchObject({ headerRows: 2, respondents: 3, evidence: { producer: 'cells of the first row are merged over the second' } });
  expect(found.columns.map(({ wording }) => wording)).toEqual([
    'Id',
    'Which did you use? – Café',
    'Which did you use? – Library',
    'What helped you? – Your own words',
  ]);
});

test('formulas without a stored result count as empty and are told; links outside are never followed', async () => {
  const xml = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>What helped you?</t></is></c></row><row r="2"><c r="A2"><f>[1]Other!A1</f></c></row><row r="3"><c r="A3" t="str"><f>WEBSERVICE("https://example.org")</f><v>A stored result of words</v></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>=1+1</t></is></c></row></sheetData>`;
  const found = await inspect(workbookFile(workbook([{ xml }], { more: { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' } })), {
    columns: [{ index: 0, role: 'question', name: '', wording: '', shortName: '', filled: 0, reason: '' }],
  });
  expect(found.preview.map(({ cells }) => cells[0])).toEqual(['A stored result of words', '=1+1']);
  expect(found.warnings.join()).toContain('1 cell holds a formula without a stored result');
});

test('cells that Excel cut, and characters without a picture', async () => {
  const cut = `${'word '.repeat(6_553)}wo`;
  const found = await inspect(
    workbookFile(workbook([{ xml: sheetOf([header, ['A1', cut, 'Nothing more to say'], ['A2', 'A short answer here', 'An \uf600 odd one']]) }])),
  );
  expect(found.warnings).toContain('1 answer stops at exactly 32,767 characters. It may have been cut off by the survey.');
  expect(found.warnings.join()).toContain('1 cell holds a character that no font has a picture for');
});

test('dangerous names are names', async () => {
  const found = await inspect(
    workbookFile(
      workbook([
        {
          name: '__proto__',
          xml: sheetOf([
            ['ParticipantId', '__proto__', 'constructor'],
            ['A1', 'Some words to read', 'And some more words'],
            ['A2', 'Other words to read', 'And even more words'],
          ]),
        },
      ]),
    ),
  );
  expect(found.columns.map(({ name }) => name)).toEqual(['ParticipantId', '__proto__', 'constructor']);
  expect(found.sheet).toBe('__proto__');
});

test('a CSV that is called .xlsx is read as what it is', async () => {
  expect(
    await inspect({ fileName: 'survey.xlsx', bytes: readFileSync(new URL('../../../../fixtures/files/surveymonkey.csv', import.meta.url)).toString('base64') }),
  ).toMatchObject({ format: 'csv', producer: 'SurveyMonkey' });
});

test('5,000 columns, and 20,000 rows of 20, are read, and how long it takes is told', async () => {
  const wide = workbook([{ xml: sheetOf([Array.from({ length: 5_000 }, (_, at) => `Question ${at}`), Array.from({ length: 5_000 }, () => 'Yes')]) }]);
  expect((await rowsOf(wide))[1]).toHaveLength(5_000);
  const long = workbook([
    { xml: sheetOf(Array.from({ length: 20_000 }, (_, row) => Array.from({ length: 20 }, (__, column) => `Cell ${row} and ${column}`))) },
  ]);
  const memory = process.memoryUsage().rss;
  const start = performance.now();
  const { rows } = await read(long);
  const time = performance.now() - start;
  process.stdout.write(
    `20,000 rows x 20 columns of an Excel workbook: ${time.toFixed(0)} ms, ${((process.memoryUsage().rss - memory) / 1e6).toFixed(0)} MB more\n`,
  );
  expect(rows).toHaveLength(20_000);
});

describe('a zip file', () => {
  const csv = 'ParticipantId,What helped you?\nA1,My sister helped me a lot\nA2,The library was open all day\n';

  test('with one table inside is opened: Google Forms, Qualtrics and SurveyMonkey pack theirs', async () => {
    const found = await inspect(
      workbookFile(zipOf({ 'My survey.csv/My survey.csv': csv, '__MACOSX/._My survey.csv': 'x', 'readme.html': '<html>' }), 'My survey.zip'),
    );
    expect(found).toMatchObject({ format: 'csv', respondents: 2, questions: 1, file: { name: 'My survey.zip' } });
    expect(found.warnings).toContain('“My survey.csv” inside the zip file was read.');
    expect(await inspect(workbookFile(zipOf({ 'survey.xlsx': workbook([plain]) }), 'survey.zip'))).toMatchObject({ format: 'xlsx', respondents: 3 });
  });

  test('with several tables, or none, is refused with their names', async () => {
    expect(await refusalOf(workbookFile(zipOf({ 'a.csv': csv, 'b.csv': csv }), 'survey.zip'))).toBe(
      '“survey.zip” is a zip file with 2 tables inside: “a.csv”, “b.csv”. Unpack it and import the one with the responses.',
    );
    expect(await refusalOf(workbookFile(zipOf({ 'a.jpg': 'x' }), 'survey.zip'))).toBe('“survey.zip” is a zip file without a table (.csv, .xlsx) inside. Unpack it and look for the file with the answers, or export them again.');
  });
});
