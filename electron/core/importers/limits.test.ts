import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../../cli/main.ts';
import { understand } from './index.ts';
import { isDateFormat } from './workbook/sheet-styles.ts';
import { inspect, refusalOf, textFile } from './testing.ts';
import { sheetOf, workbook, workbookFile, workbookParts, zipOf } from './workbook/workbooks-for-tests.ts';
import { xlsx } from './workbook/xlsx.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'themework-limits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const doubling = Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at} "${`&lol${at || ''};`.repeat(10)}">`);
const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${doubling.join('')}]>`;
const plain = sheetOf([
  ['ParticipantId', 'What helped you?'],
  ['A1', 'My sister helped me a lot'],
]);

describe('a billion laughs', () => {
  test.each(['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml'])('in %s are refused', async (part) => {
    const parts = workbookParts([{ xml: plain }], { sharedStrings: '<si><t>x</t></si>', styles: '<styleSheet/>' });
    const laughing = String(parts[part]).replace(/^(<\?xml[^>]*>)?/, `$1${laughs}`);
    expect(await refusalOf(workbookFile(zipOf({ ...parts, [part]: laughing })))).toBe('“survey.xlsx” defines XML entities, which no spreadsheet program does, so it was not opened. Export it again.');
  });

  test('in a Word document are refused', async () => {
    const bytes = zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': `<?xml version="1.0"?>${laughs}<w:document><w:body><w:p><w:r><w:t>&lol8;</w:t></w:r></w:p></w:body></w:document>` });
    expect(await refusalOf(workbookFile(bytes, 'policy.docx'))).toMatch(/“policy\.docx” /);
  });
});

test('16,384 columns of text are refused in a sentence', async () => {
  const wide = [Array.from({ length: 16_384 }, (_, at) => `Question ${at}`), Array.from({ length: 16_384 }, () => 'Yes')];
  expect(await refusalOf(textFile(wide.map((row) => row.join(',')).join('\n')))).toBe('“survey.csv” has 16384 columns; Themework reads up to 5000. Export the open questions only.');
});

describe('a cell of 1,000,000 characters', () => {
  const cell = 'All of it and more. '.repeat(50_000);
  const rows = [
    ['ParticipantId', 'What helped you?'],
    ['A1', cell],
    ['A2', 'My sister helped me a lot'],
  ];
  const warning = '1 answer is longer than 100,000 characters.';
  test('comes in from a text, and is pointed out', async () => {
    const found = await inspect(textFile(rows.map((row) => row.map((each) => `"${each}"`).join(',')).join('\n')));
    expect(found).toMatchObject({ respondents: 2, answers: 2 });
    expect(found.warnings.join()).toContain(warning);
  });
  test('comes in from a workbook, and is pointed out', async () => {
    const found = await inspect(workbookFile(workbook([{ xml: sheetOf(rows) }])));
    expect(found).toMatchObject({ respondents: 2, answers: 2 });
    expect(found.warnings.join()).toContain(warning);
  });
});

describe('a file of more than 500 MB', () => {
  const sentence = 'is larger than 500 MB, which is more than Themework can read at once. Split it into smaller files.';
  test('is refused before anything of it is looked at', async () => {
    await expect(understand({ fileName: 'huge.csv', bytes: Buffer.alloc(500_000_001) })).rejects.toThrow(`“huge.csv” ${sentence}`);
  });
  test('is not even read by the command line', async () => {
    const file = path.join(folder, 'huge.csv');
    writeFileSync(file, 'id,why\n');
    truncateSync(file, 3_000_000_000);
    let said = '';
    expect(await runCli(['inspect', file], { version: 'test', sample: async () => undefined, stdout: () => undefined, stderr: (text) => (said += text) })).toBe(1);
    expect(said).toBe(`“huge.csv” ${sentence}\n`);
    expect(existsSync(file)).toBe(true);
  });
});

test('a string that never ends is a broken workbook, not a full memory', async () => {
  const parts = workbookParts([{ xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' }], { sharedStrings: `<si><t>${'<rPh>a'.repeat(60_000)}` });
  expect(await refusalOf(workbookFile(zipOf(parts)))).toMatch(/cannot be read|unpacks to far more/);
});

test.each<[string, boolean]>([
  ['General', false],
  ['0.00', false],
  ['0.00E+00', false],
  ['#,##0.00 [$€-407]', false],
  ['[Red]-0.0%', false],
  ['"Day "0', false],
  ['@', false],
  ['yyyy-mm-dd', true],
  ['yyyymmdd', true],
  ['d/m/yy h:mm', true],
  ['[$-409]d-mmm-yy;@', true],
  ['[h]:mm:ss', true],
  ['mm:ss.0', true],
  ['dd" de "mmmm', true],
  ['h:mm AM/PM', true],
  ['dd\\.mm\\.yyyy', true],
])('the number format %s: a date? %s', (code, date) => {
  expect(isDateFormat(code)).toBe(date);
});

test('sheets of all kinds of cells come out as another reader has them', async () => {
  const text = fc.stringMatching(/^[a-z<&"' é😀_x0-9]{1,20}$/u).filter((each) => each.trim() === each && each !== '' && !/_x[\da-f]{4}_/i.test(each));
  const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = fc.oneof(
    fc.constant(null),
    text.map((value) => ({ xml: `t="inlineStr"><is><t>${escaped(value)}</t></is>`, value })),
    text.map((value) => ({ xml: `t="str"><f>A1</f><v>${escaped(value)}</v>`, value })),
    fc.nat(5).map((at) => ({ xml: `t="s"><v>${at}</v>`, value: `shared ${at}` })),
    fc.integer({ min: -9_999_999, max: 9_999_999 }).map((value) => ({ xml: `><v>${value}</v>`, value: String(value) })),
    fc.boolean().map((value) => ({ xml: `t="b"><v>${value ? 1 : 0}</v>`, value: value ? 'TRUE' : 'FALSE' })),
  );
  const sharedStrings = Array.from({ length: 6 }, (_, at) => `<si><t>shared ${at}</t></si>`).join('');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }), async (rows) => {
      if (rows.every((row) => row.every((each) => each === null))) return;
      const xml = `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map((each, column) => (each ? `<c r="${String.fromCharCode(65 + column)}${at + 1}" ${each.xml}</c>` : '')).join('')}</row>`).join('')}</sheetData>`;
      const bytes = workbook([{ xml }], { sharedStrings, styles: '<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>' });
      const theirs = (await readXlsxFile(bytes as never, { trim: false } as never)) as unknown as { data?: unknown[][] }[] | unknown[][];
      const data = (Array.isArray(theirs[0]) ? theirs : ((theirs[0] as { data?: unknown[][] }).data ?? [])) as unknown[][];
      const asText = (value: unknown) => (value === null || value === undefined ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value));
      const { rows: ours } = await xlsx.read({ fileName: 'survey.xlsx', bytes }, {});
      expect(ours).toEqual(data.map((row) => row.map(asText)).filter((row) => row.some((each) => each.trim() !== '')));
    }),
    { numRuns: 60 },
  );
});
