import { afterEach, describe, expect, it } from 'vitest';
import { fileOf, surveyCsv, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import { sheetOf, workbook, workbookFile } from '../../importers/workbook/workbooks-for-tests.ts';
import { wordFile } from './coding-files-for-tests.ts';

const open: TempProject[] = [];
afterEach(() => { for (const project of open.splice(0)) project.close(); });

async function survey(): Promise<TempProject> {
  const project = tempProject();
  open.push(project);
  const answers = ['The oven is warm and the bread smells good', 'I like the early hours, and the quiet', 'My knees hurt after a shift, but I sleep well', 'Nobody counts the minutes here'];
  await project.ask('survey.import', fileOf('survey.csv', surveyCsv(['What is baking like?'], answers.map((answer) => [answer]))));
  return project;
}
const csv = (...lines: string[]) => fileOf('codings.csv', lines.join('\n'));
const seen = async (project: TempProject, file: { fileName: string; bytes: string }, more: object = {}) => {
  const { rows, asAbove } = await project.ask('coding.inspectImport', { ...file, ...more });
  return { rows: rows.map((row) => [row.participant, row.state, row.codes.join('+'), row.theme.join('>')].join(' | ')), asAbove };
};
const merged = { merged: true } as const;

describe('empty cells of a coding table', () => {
  it('stay empty in a Word table, while merged cells go on, those of people too', async () => {
    const project = await survey();
    const file = await wordFile('table.docx', [{ table: [
      ['Participant', 'Quote', 'Codes', 'Theme'],
      ['P2', 'I like the early hours', 'Early', 'Time'],
      ['P3', 'My knees hurt', 'Body', ''],
      [merged, 'I sleep well', 'Sleep', ''],
      ['P1', 'The oven is warm', 'Warmth', 'Senses'],
      [merged, 'the bread smells good', 'Smell', merged],
    ] }]);
    expect(await seen(project, file)).toEqual({
      rows: ['P2 | exact | Early | Time', 'P3 | exact | Body | ', 'P3 | exact | Sleep | ', 'P1 | exact | Warmth | Senses', 'P1 | exact | Smell | Senses'],
      asAbove: { on: false, rows: 2 },
    });
    expect((await seen(project, file, { asAbove: true })).rows.slice(1, 3)).toEqual(['P3 | exact | Body | Time', 'P3 | exact | Sleep | Time']);
    expect((await project.ask('coding.import', file)).notes).toEqual([expect.stringMatching(/^In 2 rows empty cells were left empty\./)]);
    const counts = (await project.ask('counts.list', {})).analyses[0]?.nodes.map((node) => node.path.join(' > '));
    expect(counts).toEqual(expect.arrayContaining(['Time > Early', 'Body', 'Sleep', 'Senses > Smell']));
  });

  it('stay empty in a workbook, while merged ranges go on', async () => {
    const project = await survey();
    const rows = [
      ['Participant', 'Quote', 'Codes', 'Theme'],
      ['P2', 'I like the early hours', 'Early', 'Time'],
      ['P3', 'My knees hurt', 'Body', null],
      [null, 'I sleep well', 'Sleep', null],
      ['P1', 'The oven is warm', 'Warmth', 'Senses'],
      [null, 'the bread smells good', 'Smell', null],
    ];
    const ranges = ['A4:A5', 'A6:A7', 'D6:D7'];
    const xml = `${sheetOf([['Coding of the bakers'], ...rows])}<mergeCells>${['A1:D1', ...ranges].map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    expect(await seen(project, workbookFile(workbook([{ name: 'Coding', xml }]), 'coding.xlsx'))).toEqual({
      rows: ['P2 | exact | Early | Time', 'P3 | exact | Body | ', 'P3 | exact | Sleep | ', 'P1 | exact | Warmth | Senses', 'P1 | exact | Smell | Senses'],
      asAbove: { on: false, rows: 2 },
    });
  });

  it('go on in a CSV file in which each theme stands once above its rows, and nowhere else', async () => {
    const project = await survey();
    const blocks = csv('Participant,Quote,Codes,Theme', 'P1,The oven is warm,Warmth,Senses', 'P1,the bread smells good,Smell,', 'P2,the quiet,Quiet,', 'P3,My knees hurt,Body,Health', 'P3,I sleep well,Sleep,');
    expect(await seen(project, blocks)).toMatchObject({ rows: expect.arrayContaining(['P2 | exact | Quiet | Senses', 'P3 | exact | Sleep | Health']), asAbove: { on: true, rows: 3 } });
    expect((await project.ask('coding.import', { ...blocks, asAbove: false })).notes).toEqual([expect.stringMatching(/^In 3 rows empty cells were left empty\./)]);
    expect((await project.ask('coding.import', blocks)).notes).toEqual([expect.stringMatching(/^In 3 rows empty cells were taken to mean the same as above\./)]);
    const scattered = csv('Participant,Quote,Codes,Theme', 'P1,The oven is warm,Warmth,Senses', 'P3,My knees hurt,Body,', 'P1,the bread smells good,Smell,Senses', 'P3,I sleep well,Sleep,');
    expect(await seen(project, scattered)).toMatchObject({ rows: expect.arrayContaining(['P3 | exact | Body | ']), asAbove: { on: false, rows: 2 } });
  });

  it('are no matter below a row that holds a theme alone', async () => {
    const project = await survey();
    const file = await wordFile('headings.docx', [{ table: [['Theme', 'Code', 'Quote', 'Who'], ['Senses', '', '', ''], ['', 'Warmth', 'The oven is warm', 'P1'], ['', 'Smell', 'the bread smells good', 'P1'], ['Health', '', '', ''], ['', 'Body', 'My knees hurt', 'P3']] }]);
    expect(await seen(project, file)).toEqual({ rows: ['P1 | exact | Warmth | Senses', 'P1 | exact | Smell | Senses', 'P3 | exact | Body | Health'], asAbove: { on: false, rows: 0 } });
  });
});

describe('the columns of a coding table', () => {
  const rows = ['P1,What is baking like?,The oven is warm,Senses; Warm rooms,Comfort,Body,Mo', 'P3,What is baking like?,My knees hurt,"Pain\nWear",Cost,,Mo'];

  it.each(['Participant,Question,Quote,Codes,Theme,Sub-theme,Coder', 'Participant,Question,Extract,Code,Theme,Sub-theme,Coder'])('mean the same whatever they are called, and those not used are named: %s', async (header) => {
    const project = await survey();
    const file = csv(header, ...rows);
    expect((await seen(project, file)).rows).toEqual(['P1 | exact | Senses+Warm rooms | Comfort>Body', 'P3 | exact | Pain+Wear | Cost']);
    const { warnings } = await project.ask('coding.inspectImport', file);
    expect(warnings).toContain('The column “Coder” is not used.');
    expect((await seen(project, file, { columns: { 5: 'group' } })).rows).toEqual(['P1 | exact | Senses+Warm rooms | Comfort', 'P3 | exact | Pain+Wear | Cost']);
    expect((await project.ask('coding.import', file)).notes).toContain('The column “Coder” is not used.');
  });

  it('can be corrected in a table that a program wrote', async () => {
    const project = await survey();
    const file = csv('question,participant,extract,start,end,code,theme,below', '1,P1,The oven is warm,0,16,Heat; oven,Comfort,Body');
    expect((await seen(project, file)).rows).toEqual(['P1 | exact | Heat; oven | Comfort']);
    expect((await seen(project, file, { columns: { 7: 'subtheme' } })).rows).toEqual(['P1 | exact | Heat; oven | Comfort>Body']);
  });
});
